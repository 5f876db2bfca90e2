// The words that stand beside boxes, out of the texts of a language.

import { LINES, lineOfKind } from "../generated/lines.js";
import { KINDS } from "../generated/tables.js";
import type { Kind } from "../generated/types.js";
import { inLanguage, lineOf } from "../languages.js";

/** A word, its `{parameters}` filled in. */
export function word(locale: string, name: keyof typeof LINES, parameters: Record<string, string> = {}): string {
  return fill(lineOf(locale, LINES[name]), parameters);
}

/** The language that words are in, if that one is asked for: not every one was imported. */
export function spoken(locale: string): string {
  return inLanguage(locale, (_, tag) => tag);
}

/** "an A-Number" */
export function aKind(locale: string, kind: Kind): string {
  return lineOf(locale, lineOfKind(KINDS.indexOf(kind)));
}

/** A text with its `{parameters}` filled in. */
export function fill(text: string, parameters: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(parameters, name) ? parameters[name]! : whole));
}
