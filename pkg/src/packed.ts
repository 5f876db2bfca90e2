// Reads an answer of the core: one string, as src/wasm/pack.rs describes it. The functions that
// know the shapes are generated; this is what they are made of.
//
// The place of reading stands in the module and not in an object: an answer is read in one go.

import { EXAMPLES, KIND_EXAMPLES } from "./generated/texts/en.js";
import type { Source } from "./generated/types.js";
import { sourceOf } from "./source.js";

let packed = "";
let at = 0;

/** Reads a whole answer. */
export function unfold<Shape>(answer: string, shape: () => Shape): Shape {
  packed = answer;
  at = 0;
  const result = shape();
  packed = "";
  return result;
}

/** A list as a whole answer. */
export function unfoldList<Shape>(answer: string, shape: () => Shape): Shape[] {
  return unfold(answer, () => list(shape));
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
    const value = text();
    // An assignment would be caught by a setter of that name on Object.prototype.
    if (name in result) Object.defineProperty(result, name, { value, ...PLAIN });
    else result[name] = value;
  }
  return result;
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
