// One question with its box, what is wrong with the answer, and why it is asked.

import * as words from "../generated/guide-words.js";
import type { Answer, Answers, GuideFinding, Question } from "../guide.js";
import { button, folded, make } from "./draw.js";
import { answerAt } from "./said.js";
import { PRESENT, type Speech } from "./speech.js";

/** What a question needs of the screen that it stands on. */
export interface Asking {
  readonly speech: Speech;
  readonly answers: Answers;
  /** What was typed where "I have none" was ticked later. */
  readonly typed: ReadonlyMap<string, string>;
  /** What there is to say of an answer, once the screen was to be left. */
  readonly about: (fact: string) => readonly GuideFinding[];
  readonly isMissing: (question: Question) => boolean;
  readonly answer: (fact: string, answer: Answer | undefined) => void;
  /** Puts a corrected text in place of what was typed. */
  readonly use: (fact: string, text: string) => void;
}

export function drawField(question: Question, asking: Asking): HTMLElement {
  const { fact, label, help, kind, options } = question;
  const { speech } = asking;
  const said = trouble(question, asking);
  const notes = [help && make("p", { id: `${fact}-help`, class: "help" }, help), said].filter(Boolean) as Element[];
  const traits = {
    "aria-describedby": notes.map(({ id }) => id).join(" ") || undefined,
    "aria-invalid": said?.querySelector(".error") ? "true" : undefined,
  };
  const choices = kind === "yes-no" ? [words.yes, words.no].map((text, at) => ({ id: String(at === 0), label: speech.say(text) })) : options;
  const field =
    choices.length > 0
      ? make("div", { class: "question" }, make("fieldset", traits, make("legend", {}, label), ...notes, ...choices.map((choice) => radio(question, choice, asking))))
      : make("div", { class: "question" }, make("label", { for: fact }, label), ...notes, ...box(question, traits, asking));
  field.dataset["fact"] = fact;
  const place = speech.place(question);
  const why = [question.why, place].filter((text) => text !== "").map((text) => make("p", {}, text));
  if (why.length > 0) field.append(folded(speech.say(words.why), ...why));
  return field;
}

function radio({ fact, kind }: Question, { id, label }: { id: string; label: string }, { answers, answer }: Asking): HTMLElement {
  const input = make("input", { type: "radio", name: fact, value: id });
  input.checked = String(answerAt(answers, fact) ?? "") === id;
  input.addEventListener("change", () => answer(fact, kind === "yes-no" ? id === "true" : id));
  return make("label", { class: "choice" }, input, make("span", {}, label));
}

/** The box to type in, and what is ticked below it. */
function box(question: Question, traits: Record<string, string | undefined>, { speech, answers, typed, answer }: Asking): Node[] {
  const { fact, optional, present } = question;
  const input = make("input", { type: "text", id: fact, class: "box", autocomplete: "off", autocorrect: "off", spellcheck: "false", translate: "no", ...traits });
  const there = answerAt(answers, fact);
  input.value = typeof there === "string" ? there : (typed.get(fact) ?? "");
  const none = tick(optional ? speech.none(question) : "", there === null);
  const goesOn = tick(present ? speech.say(words.to_present) : "", there === PRESENT);
  input.addEventListener("input", () => {
    none.input.checked = false;
    goesOn.input.checked = input.value === PRESENT;
    answer(fact, input.value === "" ? undefined : input.value);
  });
  none.input.addEventListener("change", () => answer(fact, none.input.checked ? null : input.value === "" ? undefined : input.value));
  goesOn.input.addEventListener("change", () => {
    input.value = goesOn.input.checked ? PRESENT : "";
    none.input.checked = false;
    answer(fact, goesOn.input.checked ? PRESENT : undefined);
  });
  return [input, ...(optional ? [none.label] : []), ...(present ? [goesOn.label] : [])];
}

function tick(text: string, checked: boolean): { label: HTMLElement; input: HTMLInputElement } {
  const input = make("input", { type: "checkbox" });
  input.checked = checked;
  return { input, label: make("label", { class: "choice none" }, input, make("span", {}, text)) };
}

/** What is wrong with an answer, above its box. */
function trouble(question: Question, asking: Asking): HTMLElement | null {
  const { speech, about, isMissing, use } = asking;
  const said = about(question.fact).map((finding) => drawFinding(finding, speech, (text) => use(question.fact, text)));
  if (isMissing(question)) said.unshift(line("error", speech.missing(question), speech));
  return said.length === 0 ? null : make("ul", { id: `${question.fact}-said`, class: "said" }, ...said);
}

/** A finding as a word, a shape and a sentence, with what mends it. */
export function drawFinding({ severity, message, fix }: GuideFinding, speech: Speech, use?: (text: string) => void): HTMLElement {
  const item = line(severity, message, speech);
  if (fix && use) item.append(button({}, speech.use(fix.text), () => use(fix.text)));
  return item;
}

export function line(severity: GuideFinding["severity"], message: string, speech: Speech): HTMLElement {
  return make("li", { class: severity }, make("strong", {}, speech.status(severity)), " ", make("span", {}, message));
}
