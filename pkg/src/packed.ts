// Reads an answer of the core: bytes in its memory, as src/wasm/pack.rs describes them. The functions
// that know the shapes are generated; this is what they are made of.
//
// The place of reading stands in the module and not in an object: an answer is read in one go.

import { lineOfKind } from "./generated/lines.js";
import { EXAMPLES, KIND_EXAMPLES } from "./generated/texts/en.js";
import type { Source } from "./generated/types.js";
import { linesIn } from "./languages.js";
import { sourceOf } from "./source.js";

/** An answer: the memory in which it stands, and where it begins. */
export interface Packed {
  memory: Uint8Array<ArrayBuffer>;
  start: number;
}

let memory: Uint8Array<ArrayBuffer>;
let at = 0;
/** The text that the answer is about. */
let typed = "";
/** The language that was asked for, and its texts once one is wanted. */
let locale: unknown;
let lines: readonly string[] | undefined;

/** Reads a whole answer, in the words of a language. */
export function unfold<Shape>(answer: Packed, shape: () => Shape, asked?: unknown, about = ""): Shape {
  memory = answer.memory;
  at = answer.start;
  typed = about;
  locale = asked;
  lines = undefined;
  const result = shape();
  typed = "";
  return result;
}

/** A list as a whole answer. */
export function unfoldList<Shape>(answer: Packed, shape: () => Shape, asked?: unknown, about?: string): Shape[] {
  return unfold(answer, () => list(shape), asked, about);
}

/** Something or nothing as a whole answer. */
export function unfoldOption<Shape>(answer: Packed, shape: () => Shape): Shape | null {
  return unfold(answer, () => (flag() ? shape() : null));
}

export function number(): number {
  let byte = memory[at++]!;
  let number = byte & 127;
  for (let unit = 128; byte > 127; unit *= 128) {
    byte = memory[at++]!;
    number += (byte & 127) * unit;
  }
  return number;
}

export function flag(): boolean {
  return memory[at++] === 1;
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Up to so many bytes, a decoder takes longer. */
const SHORT = 32;

export function text(): string {
  const length = number();
  at += length;
  return textAt(at - length, length);
}

function textAt(start: number, length: number): string {
  const end = start + length;
  let text = "";
  // Letter by letter: nearly all is ASCII, too.
  for (let i = start; i < end; i++) {
    const byte = memory[i]!;
    if (byte > 127 || length > SHORT) return decoder.decode(memory.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

/** Texts of the core's own and where they stand, each in the place that its last bits say. */
const SLOTS = 512;
const places: number[] = new Array<number>(SLOTS).fill(0);
const own: string[] = new Array<string>(SLOTS).fill("");

/** A text of the core's own: there are few, and they stay. */
export function fixed(): string {
  const start = number();
  const length = number();
  const slot = start % SLOTS;
  if (places[slot] !== start || own[slot]!.length !== length) {
    places[slot] = start;
    own[slot] = textAt(start, length);
  }
  return own[slot]!;
}

/** A text, nothing, or the very text that the answer is about. */
export function written(): string | null {
  switch (number()) {
    case 0:
      return null;
    case 1:
      return text();
    default:
      return typed;
  }
}

export function list<Shape>(shape: () => Shape): Shape[] {
  let rest = number();
  if (rest === 0) return [];
  // Most have one: what grows takes room for many.
  const result = [shape()];
  while (--rest > 0) result.push(shape());
  return result;
}

const PLAIN = { writable: true, enumerable: true, configurable: true };

export function record(): Record<string, string> {
  const result: Record<string, string> = {};
  for (let rest = number(); rest > 0; rest--) {
    const name = fixed();
    const word = number();
    const value = word === 0 ? text() : word === 1 ? fixed() : lineAt(word);
    // An assignment would be caught by a setter of that name on Object.prototype.
    if (name in result) Object.defineProperty(result, name, { __proto__: null, value, ...PLAIN } as PropertyDescriptor);
    else result[name] = value;
  }
  return result;
}

function lineAt(number: number): string {
  return (lines ??= linesIn(locale))[number]!;
}

export function line(): string {
  return lineAt(number());
}

/** The words of a kind, in the order of the texts. */
const WORDS = ["kind", "a", "the", "length", "where"];
/** Templates, cut at their braces: every other piece is a name. */
const pieces = new Map<string, string[]>();

/** A text with what it names: words of its kind and of another, parameters by their places. */
export function sentence(): string {
  const template = line();
  const kind = number();
  const other = number();
  const own = [parameter(), parameter()];
  let cut = pieces.get(template);
  if (cut === undefined) pieces.set(template, (cut = template.split(/[{}]/)));
  let said = cut[0]!;
  for (let i = 1; i < cut.length; i += 2) said += named(cut[i]!, kind, other, own) + cut[i + 1]!;
  return said;
}

function named(name: string, kind: number, other: number, own: string[]): string {
  const ofOther = name.startsWith("other");
  const word = ofOther ? name.slice(6) || "kind" : name;
  const lower = word.toLowerCase();
  const place = WORDS.indexOf(lower);
  if (place < 0) return own[Number(name)]!;
  const said = lineAt(lineOfKind(ofOther ? other : kind) - 1 + place);
  return lower === word ? said : said.charAt(0).toUpperCase() + said.slice(1);
}

function parameter(): string {
  switch (number()) {
    case 1:
      return String(number());
    case 2:
      return text();
    case 3:
      return lineAt(lineOfKind(number()) - 1);
    case 4:
      // As US forms write it: 10/05/1967.
      return [2, 2, 4].map((digits) => String(number()).padStart(digits, "0")).join("/");
    default:
      return "";
  }
}

export function source(): Source {
  return sourceOf(number());
}

export function example(): string {
  return EXAMPLES[number()]!;
}

export function kindExample(): string {
  return KIND_EXAMPLES[number()]!;
}
