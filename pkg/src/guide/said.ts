// What a person has said so far. No document here.

import type { Answer, Answers } from "../guide.js";

/** The parts of `homes[1].street`. */
export interface Place {
  readonly list: string;
  readonly entry: number;
  readonly member: string;
}

export function placeOf(path: string): Place | null {
  const [, list, entry, member] = /^(.+)\[(\d+)\]\.(.+)$/.exec(path) ?? [];
  return list === undefined || member === undefined ? null : { list, entry: Number(entry), member };
}

/** The entries of a list; null when it was not begun. */
export function entriesOf(answers: Answers, list: string): readonly Answers[] | null {
  const entries = Object.hasOwn(answers, list) ? answers[list] : undefined;
  return Array.isArray(entries) ? entries : null;
}

/** The answer that stands there. */
export function answerAt(answers: Answers, path: string): Answer | undefined {
  const place = placeOf(path);
  const holder = place === null ? answers : (entriesOf(answers, place.list)?.[place.entry] ?? {});
  const name = place === null ? path : place.member;
  const answer = Object.hasOwn(holder, name) ? holder[name] : undefined;
  return typeof answer === "string" || typeof answer === "boolean" || answer === null ? answer : undefined;
}

/** The same answers with one changed; `undefined` takes it away. */
export function withAnswer(answers: Answers, path: string, answer: Answer | undefined): Answers {
  const place = placeOf(path);
  if (place === null) return put(answers, path, answer);
  const entries = [...(entriesOf(answers, place.list) ?? [])];
  entries[place.entry] = put(entries[place.entry] ?? {}, place.member, answer);
  return { ...answers, [place.list]: entries };
}

/** The same answers with other entries in a list; null takes the list away. */
export function withEntries(answers: Answers, list: string, entries: readonly Answers[] | null): Answers {
  const { [list]: _, ...rest } = answers;
  return entries === null ? rest : { ...rest, [list]: entries };
}

function put(answers: Answers, name: string, answer: Answer | undefined): Answers {
  const { [name]: _, ...rest } = answers;
  return answer === undefined ? rest : { ...rest, [name]: answer };
}
