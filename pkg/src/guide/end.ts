// What the answers come to: what to look at, what to do, and what was said.

import * as words from "../generated/guide-words.js";
import type { Answers, Evaluation, Question } from "../guide.js";
import { button, folded, make, title } from "./draw.js";
import { drawFinding } from "./field.js";
import { placeOf } from "./said.js";
import type { Speech } from "./speech.js";

/** What the end needs of the element. */
export interface Ending {
  readonly evaluation: Evaluation;
  readonly answers: Answers;
  readonly speech: Speech;
  /** All that is asked, in order. */
  readonly questions: readonly Question[];
  readonly change: (fact: string) => void;
}

export function drawEnd({ evaluation, answers, speech, questions, change }: Ending): Node[] {
  const { advice, boxes, findings } = evaluation;
  const isForm = Object.keys(boxes).length > 0;
  const changing = (what: string, fact: string) =>
    button({ "aria-label": speech.say(words.change_this, { what }) }, speech.say(words.change), () => change(fact));
  const looked = findings.map((finding) => {
    const item = drawFinding(finding, speech);
    const question = questions.find(({ fact }) => fact === finding.field);
    if (question !== undefined) item.append(" ", changing(question.label, question.fact));
    return item;
  });
  const said = questions.map((question) => row(labelOf(question, speech), speech.answer(question, answers), changing(question.label, question.fact)));
  const told = advice.map(({ title, body }) => make("section", {}, make("h3", {}, title), make("p", { class: "body" }, body)));
  const sources = new Map(advice.flatMap(({ source }) => (source === null ? [] : [[source.url, source] as const])));
  return [
    title(speech.say(isForm ? words.end_form : words.end_guide)),
    ...(looked.length > 0 ? [make("h3", {}, speech.say(words.look)), make("ul", { class: "said" }, ...looked)] : []),
    ...told,
    make("h3", {}, speech.say(words.answers)),
    make("dl", {}, ...said),
    ...(sources.size > 0 ? [folded(speech.say(words.sources), make("ul", {}, ...[...sources.values()].map(cited)))] : []),
  ];
}

/** The question; of an entry, with its number. */
export function labelOf({ label, fact }: Question, speech: Speech): string {
  const place = placeOf(fact);
  return place === null ? label : speech.say(words.of_entry, { what: label, number: String(place.entry + 1) });
}

export function row(label: string, said: string, ...more: readonly Node[]): HTMLElement {
  return make("div", {}, make("dt", {}, label), make("dd", {}, make("span", {}, said), ...more));
}

function cited({ title, url, read }: { title: string; url: string; read: string }): HTMLElement {
  return make("li", {}, make("a", { href: url, rel: "noreferrer", target: "_blank" }, title), ` (${read})`);
}
