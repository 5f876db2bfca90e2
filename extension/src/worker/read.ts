// What there is to say of boxes: by the package's own functions, with its core.

import { demand } from "../../../pkg/src/compile.js";
import { check, classifyField, isValid, prepare } from "../../../pkg/src/core.js";
import { between } from "../../../pkg/src/dom/between.js";
import { type Engine, type Filled, judge, want } from "../../../pkg/src/dom/judge.js";
import { word } from "../../../pkg/src/dom/words.js";
import { LINES } from "../../../pkg/src/generated/lines.js";
import { text as spanish } from "../../../pkg/src/generated/texts/es.js";
import { registerTexts } from "../../../pkg/src/texts.js";
import type { Kind } from "../../../pkg/src/generated/types.js";
import type { Entry, Question, Reply } from "../protocol.js";
import { plain } from "./plain.js";
import { rowOf } from "./rows.js";

registerTexts("es", spanish);

const engine: Engine = { check, classifyField, demand, isValid, prepare };

/** The answer to a question of a page. */
export function answer(question: Question, locale: string): Reply {
  switch (question.ask) {
    case "want": {
      const guess = classifyField(question.field);
      const wanted = want(question.field, question.marker, locale, { ...engine, classifyField: () => guess });
      return wanted && { ...wanted, purpose: guess?.purpose ?? null };
    }
    case "row":
      return rowOf(question.field, classifyField(question.field));
    case "judge":
      return judge(question.wanted, question.text, question.type, { locale, today: today() }, engine);
    case "between": {
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
