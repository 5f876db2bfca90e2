// The words around the questions, in the language of the element.

import { fill, word } from "../dom/words.js";
import * as words from "../generated/guide-words.js";
import { KINDS } from "../generated/tables.js";
import type { Answer, Answers, Kind, Question, Severity } from "../guide.js";
import { inLanguage } from "../languages.js";
import { answerAt } from "./said.js";

/** A text in every language. */
type Words = Readonly<Record<string, string>>;

/** What stands on a form for a last day that has not come. */
export const PRESENT = "PRESENT";

export class Speech {
  readonly locale: string;
  /** The language that it comes to: one that was imported. */
  readonly tag: string;

  constructor(locale: string) {
    this.locale = locale;
    this.tag = inLanguage(locale, (_, tag) => tag);
  }

  /** A text of `locales/<language>/page.toml`, its `{parameters}` filled in. */
  say(text: Words, parameters: Record<string, string> = {}): string {
    return fill(text[this.tag] ?? text["en"]!, parameters);
  }

  /** How grave it is, as a word. */
  status(severity: Severity): string {
    return word(this.locale, severity);
  }

  /** On the button that mends an answer. */
  use(text: string): string {
    return word(this.locale, "use", { text });
  }

  /** On the button that brings back what was removed. */
  get undo(): string {
    return word(this.locale, "undo");
  }

  /** "I have none". */
  none({ kind }: Question): string {
    const place = KINDS.indexOf(kind as Kind);
    return this.say(place >= 0 && place < KINDS.indexOf("family-name") ? words.none_at_hand : words.none);
  }

  /** An answer as a person would say it; empty when there is none. */
  answer(question: Question, answers: Answers): string {
    const answer = answerAt(answers, question.fact);
    return answer === undefined ? "" : this.#said(question, answer);
  }

  #said(question: Question, answer: Answer): string {
    if (answer === null) return this.none(question);
    if (typeof answer === "boolean") return this.say(answer ? words.yes : words.no);
    if (question.present && answer === PRESENT) return this.say(words.present);
    return question.options.find(({ id }) => id === answer)?.label ?? answer;
  }

  /** Where a box stands on paper: "Form I-765, Part 2, Item 8, page 2; instructions, page 18". */
  place({ place }: Question): string {
    if (place === null) return "";
    const { form, part, item, page, instructions } = place;
    const parts = [
      this.say(words.form, { form }),
      part !== null && this.say(words.part, { name: part }),
      item !== null && this.say(words.item, { name: item }),
      page !== null && this.say(words.page, { name: String(page) }),
    ];
    const stands = parts.filter((one) => one !== false).join(", ");
    return instructions === null ? stands : `${stands}; ${this.say(words.instructions, { name: String(instructions) })}`;
  }

  /** What to do where an answer is missing. */
  missing({ kind, optional }: Question): string {
    if (kind === "choice" || kind === "yes-no") return this.say(words.choose);
    return this.say(optional ? words.enter_or_none : words.enter);
  }
}
