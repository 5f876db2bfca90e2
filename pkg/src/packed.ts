// Reads an answer of the core: one string, as src/wasm/pack.rs describes it. The functions that
// know the shapes are generated; this is what they are made of.
//
// The place of reading stands in the module and not in an object: an answer is read in one go.

import { lineOfKind } from "./generated/lines.js";
import { EXAMPLES, KIND_EXAMPLES } from "./generated/texts/en.js";
import type { Source } from "./generated/types.js";
import { linesIn } from "./languages.js";
import { sourceOf } from "./source.js";

let packed = "";
let at = 0;
/** The language that was asked for, and its texts once one is wanted. */
let locale: unknown;
let lines: readonly string[] | undefined;

/** Reads a whole answer, in the words of a language. */
export function unfold<Shape>(answer: string, shape: () => Shape, asked?: unknown): Shape {
  packed = answer;
  at = 0;
  locale = asked;
  lines = undefined;
  const result = shape();
  packed = "";
  return result;
}

/** A list as a whole answer. */
export function unfoldList<Shape>(answer: string, shape: () => Shape, asked?: unknown): Shape[] {
  return unfold(answer, () => list(shape), asked);
}

/** Something or nothing as a whole answer. */
export function unfoldOption<Shape>(answer: string, shape: () => Shape): Shape | null {
  return unfold(answer, () => (flag() ? shape() : null));
}

export function number(): number {
  let digit = packed.charCodeAt(at++);
  let number = digit & 63;
  while (digit > 63) {
    digit = packed.charCodeAt(at++);
    number = number * 64 + (digit & 63);
  }
  return number;
}

export function flag(): boolean {
  return packed.charCodeAt(at++) === 1;
}

export function text(): string {
  const length = number();
  const start = at;
  at += length;
  return packed.slice(start, at);
}

export function list<Shape>(shape: () => Shape): Shape[] {
  const result: Shape[] = [];
  for (let rest = number(); rest > 0; rest--) result.push(shape());
  return result;
}

const PLAIN = { writable: true, enumerable: true, configurable: true };

export function record(): Record<string, string> {
  const result: Record<string, string> = {};
  for (let rest = number(); rest > 0; rest--) {
    const name = text();
    const word = number();
    const value = word === 0 ? text() : lineAt(word);
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
