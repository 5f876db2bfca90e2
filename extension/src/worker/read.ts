// What there is to say of boxes: by the package's own functions, with its core.

import { demand } from "../../../pkg/src/compile.js";
import { check, classifyField, isValid, prepare } from "../../../pkg/src/core.js";
import { between } from "../../../pkg/src/dom/between.js";
import { type Engine, type Filled, type Judged, type Wanted, judge, want } from "../../../pkg/src/dom/judge.js";
import { word } from "../../../pkg/src/dom/words.js";
import { LINES } from "../../../pkg/src/generated/lines.js";
import { text as spanish } from "../../../pkg/src/generated/texts/es.js";
import { registerTexts } from "../../../pkg/src/texts.js";
import type { Kind, Verdict } from "../../../pkg/src/generated/types.js";
import type { Entry, Question, Reply } from "../protocol.js";
import { plain } from "./plain.js";
import { rowOf } from "./rows.js";

registerTexts("es", spanish);

const engine: Engine = { check, classifyField, demand, isValid, prepare };

/** Numbers whose names mean the same wherever they stand. A shop has receipts, states and dates of its own. */
const EVERYWHERE = new Set<Kind>([
  "a-number", "ssn", "itin", "ein", "i94-number", "sevis-id", "nvc-case-number", "dv-case-number", "ds160-confirmation", "mrz", "certificate-number",
  "ead-category", "class-of-admission",
]);

/** The answer to a question of a page, by whose site it is. */
export function answer(question: Question, locale: string, site: Verdict): Reply {
  switch (question.ask) {
    case "want": {
      const guess = classifyField(question.field);
      const wanted = want(question.field, question.marker, locale, { ...engine, classifyField: () => guess }, site === "official");
      return wanted && { ...wanted, purpose: guess?.purpose ?? null };
    }
    case "row":
      return rowOf(question.field, classifyField(question.field));
    case "judge": {
      // Nobody is helped to give an imitation the right number.
      if (site === "lookalike") return null;
      const judged = judge(question.wanted, question.text, question.type, { locale, today: today() }, engine);
      return site === "official" || EVERYWHERE.has(question.wanted.kind) ? judged : elsewhere(judged, question.wanted);
    }
    case "between": {
      if (site === "lookalike") return [];
      const boxes = question.boxes.map((box, place) => ({ ...box, place }));
      return between<Filled & { place: number }>(boxes, locale, engine).map(({ at, other, finding, moves }) => ({
        at: at.place,
        other: other.place,
        finding,
        moves,
      }));
    }
  }
}

/** What is wrong on the agency's forms may be right on others, which have rules of their own; how its boxes are filled is nothing to them. */
function elsewhere(judged: Judged | null, { number }: Wanted): Judged | null {
  if (judged === null) return null;
  const findings = judged.findings.flatMap((one) => {
    if (one.severity === "note" && !number) return [];
    return one.severity === "error" ? [{ ...one, severity: "warning" as const }] : [one];
  });
  return findings.length === 0 && !number ? null : { findings, fixes: judged.fixes };
}

/** The text of the entry of a list that says the same as an answer: "Illinois" for "IL". */
export function choose(kind: Kind, text: string, entries: readonly Entry[]): string | null {
  const meant = (one: string) => plain(check(kind, one).value ?? "");
  const wanted = meant(text);
  if (wanted === "") return null;
  return (entries.find((one) => meant(one.text) === wanted) ?? entries.find((one) => meant(one.value) === wanted))?.text ?? null;
}

/** The words that stand beside boxes, their parameters still to be filled in. */
export function wordsBeside(locale: string): Record<string, string> {
  const names = Object.keys(LINES) as (keyof typeof LINES)[];
  return Object.fromEntries(names.map((name) => [name, word(locale, name)]));
}

/** Today by the device's clock. */
function today(): string {
  const day = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
