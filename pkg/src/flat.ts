// Answers as one text, as guide/src/flat.rs reads them: a string crosses in a tenth of the time that
// its properties would take. A getter or a proxy may throw: what cannot be read is no answer.

import { LONGEST_VALUE } from "./generated/tables.js";
import { LONE } from "./guard.js";

/** One more than the module uses, so that it knows there are too many. */
const MOST_ENTRIES = 501;
/** No packet has a tenth of these questions. */
const MOST_ANSWERS = 20_000;
const CONTROLS = /[\0\u0001]/g;

/** The answers in one text. */
export function flatOf(answers: unknown, outer = true): string {
  let flat = "";
  for (const name of namesOf(answers)) {
    // What would be read as the end of an entry or of a list names no fact.
    if (name === "" || name === "." || name === ",") continue;
    let answer: string | undefined;
    try {
      answer = pieceOf((answers as Record<string, unknown>)[name], outer);
    } catch {
      answer = "u";
    }
    if (answer !== undefined) flat += `${plain(name)}\0${answer}\0`;
  }
  return flat;
}

function namesOf(answers: unknown): string[] {
  try {
    if (typeof answers !== "object" || answers === null) return [];
    return Object.keys(answers).slice(0, MOST_ANSWERS);
  } catch {
    return [];
  }
}

/** An answer without the NUL behind it; undefined for a question that is not answered. */
function pieceOf(answer: unknown, outer: boolean): string | undefined {
  switch (typeof answer) {
    case "string":
      if (answer.length > LONGEST_VALUE) return `o${answer.length}`;
      // A box would get another character than was typed.
      return LONE.test(answer) ? "u" : `s${plain(answer)}`;
    case "boolean":
      return answer ? "t" : "f";
    case "undefined":
      return undefined;
  }
  if (answer === null) return "n";
  if (!outer || !Array.isArray(answer)) return "u";
  const entries: unknown[] = answer.slice(0, MOST_ENTRIES);
  return `l\0${entries.map((entry) => `${flatOf(entry, false)},\0`).join("")}.`;
}

function plain(text: string): string {
  return text.replace(CONTROLS, (sign) => (sign === "\0" ? "\u0001\u0002" : "\u0001\u0001"));
}
