// The functions of the package. Each guards what it is given, calls the core and unfolds the answer.
//
// Nothing here throws but WasmBlockedError. Should the core fail in the middle of a call, the
// answer is that the text could not be read, and the next call finds a fresh instance.

import * as wasm from "./generated/core.js";
import { LONGEST_SCANNED } from "./generated/tables.js";
import type { Check, Explanation, Found, Identified, Kind, KindWords } from "./generated/types.js";
import { check as checkShape, found, identified } from "./generated/unfold.js";
import { NOT_READ, dayNumber, kindNumber, option, unreadable } from "./guard.js";
import type { Options } from "./options.js";
import { unfold, unfoldList } from "./packed.js";
import { call, localeIndex, WasmBlockedError } from "./wasm.js";

/** What `text` is as a value of this kind, and everything there is to say about it. */
export function check(kind: Kind, text: string, options?: Options): Check {
  const number = kindNumber(kind);
  const locale = option(options, "locale");
  const reason = unreadable(text);
  const answer = attempt(
    () => {
      if (reason !== undefined) return unread(number, reason, text, locale);
      const today = dayNumber(option(options, "today"));
      return unfold(call(() => wasm.check(number, text, today, localeIndex(locale))), checkShape);
    },
    () => unread(number, NOT_READ, text, locale),
  );
  // An unknown kind comes back as it was given, as far as that is a name.
  if (answer.kind !== kind) answer.kind = typeof kind === "string" ? kind : ("" as Kind);
  return answer;
}

/** The verdict alone, many times faster: the same as `check(kind, text).ok`. */
export function isValid(kind: Kind, text: string): boolean {
  if (unreadable(text) !== undefined) return false;
  const number = kindNumber(kind);
  return attempt(() => call(() => wasm.is_valid(number, text)), no);
}

/** The kinds that a text may be, the likeliest first; empty if nothing fits. */
export function identify(text: string, options?: Options): Identified[] {
  if (unreadable(text) !== undefined) return [];
  return attempt(() => {
    const today = dayNumber(option(options, "today"));
    const locale = option(options, "locale");
    return unfoldList(call(() => wasm.identify(text, today, localeIndex(locale))), identified);
  }, none<Identified>);
}

/**
 * The identifiers inside a free text (a notice, an e-mail), in order. Up to 16 MB of text are read;
 * a longer text gives an empty list at once.
 */
export function scan(text: string, options?: Options): Found[] {
  if (typeof text !== "string" || text.length > LONGEST_SCANNED) return [];
  return attempt(() => {
    const today = dayNumber(option(options, "today"));
    const locale = option(options, "locale");
    return unfoldList(call(() => wasm.scan(text, today, localeIndex(locale))), found);
  }, none<Found>);
}

/** What the code of a finding means; null for what is no code. */
export function explain(code: string, locale?: string): Explanation | null {
  if (typeof code !== "string" || code.length > LONGEST_CODE) return null;
  return attempt(() => (call(() => wasm.explain(code, localeIndex(locale))) as Explanation | undefined) ?? null, nothing);
}

/** Every kind in words, in the order of the type. */
export function kinds(locale?: string): KindWords[] {
  return attempt(() => call(() => wasm.kinds(localeIndex(locale))) as KindWords[], none<KindWords>);
}

const LONGEST_CODE = 99;

/** The check of a text that is not sent to the core. */
function unread(kind: number, reason: number, text: unknown, locale: string | undefined): Check {
  const length = typeof text === "string" ? text.length : 0;
  return unfold(call(() => wasm.check_unread(kind, reason, length, localeIndex(locale))), checkShape);
}

/** Runs `use`, and `otherwise` when that fails: after a trap, with a fresh instance. */
function attempt<Result>(use: () => Result, otherwise: () => Result): Result {
  try {
    return use();
  } catch (error) {
    if (error instanceof WasmBlockedError) throw error;
    return otherwise();
  }
}

function no(): boolean {
  return false;
}

function nothing(): null {
  return null;
}

function none<One>(): One[] {
  return [];
}
