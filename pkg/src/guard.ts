// What stands between whatever a program hands over and the core: types and lengths are looked at
// here, before anything is copied.

import { KINDS, LONGEST_READ, LONGEST_VALUE } from "./generated/tables.js";
import type { Kind } from "./generated/types.js";
import { own } from "./given.js";
import type { Field } from "./options.js";

/** Why a text is not sent to the core; the numbers are those of src/wasm/exports.rs. */
export const NOT_TEXT = 1;
export const TOO_LONG = 2;
export const NOT_READ = 3;

const NUMBERS = new Map<unknown, number>(KINDS.map((kind, number) => [kind, number]));

/** A kind's number in the core; of what is no kind, one that the core knows for none. */
export function kindNumber(kind: Kind): number {
  return NUMBERS.get(kind) ?? KINDS.length;
}

/** Why this cannot be a value; undefined if it can. */
export function unreadable(text: unknown): number | undefined {
  if (typeof text !== "string") return NOT_TEXT;
  return text.length > LONGEST_VALUE ? TOO_LONG : undefined;
}

/** Half a character: a unit that UTF-8 has no bytes for. */
export const LONE = /\p{Cs}/u;

/** Whether a text that took so many bytes has half a character: the core reads another one there. */
export function isBroken(text: string, bytes: number): boolean {
  // Of ASCII each letter is a byte.
  return bytes > text.length && LONE.test(text);
}

/** "2026-11-22" as 20261122, and 0 for what is not written so. The core knows the calendar. */
export function dayNumber(today: string | undefined): number {
  if (today?.length !== 10) return 0;
  let number = 0;
  for (let i = 0; i < 10; i++) {
    const unit = today.charCodeAt(i);
    if (i === 4 || i === 7) {
      if (unit !== 0x2d) return 0;
    } else {
      if (unit < 0x30 || unit > 0x39) return 0;
      number = number * 10 + unit - 0x30;
    }
  }
  return number;
}

/** What is said of a box, in the order of the core's `classify_field`. */
const SAID = ["label", "name", "id", "placeholder", "autocomplete", "type", "section"] satisfies (keyof Field)[];
const [BEGINNING, END] = LONGEST_READ;

/** What a page says of a box as the core takes it: a NUL between, and no more than it reads. */
export function saidOf(field: unknown): string {
  return SAID.map((name) => {
    const value = own(field, name);
    if (typeof value !== "string") return "";
    const read = value.length > BEGINNING + END ? value.slice(0, BEGINNING) + value.slice(-END) : value;
    return read.replaceAll("\0", " ");
  }).join("\0");
}

/** How many characters a box takes at most; 0 if that is not said. */
export function lengthOf(field: unknown): number {
  const length = own(field, "maxLength");
  // A box without a limit has a maxLength of -1.
  return typeof length === "number" && length > 0 && length < 2 ** 32 ? length : 0;
}
