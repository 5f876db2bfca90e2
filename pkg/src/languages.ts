// Which of the imported languages a tag means.

import { text as english } from "./generated/texts/en.js";
import { textsOf } from "./texts.js";

/** No language tag in use is longer; what is longer is none. */
const LONGEST_TAG = 35;

/**
 * What `read` makes of the texts of a language, or of the next wider one if it makes nothing of
 * them. A language that was not imported, and whatever is no language at all, reads as English.
 */
export function inLanguage<Read>(locale: unknown, read: (text: string, tag: string) => Read | undefined): Read {
  const known = typeof locale === "string" && locale.length <= LONGEST_TAG;
  for (let tag = known ? locale.toLowerCase() : ""; tag !== ""; tag = parentOf(tag)) {
    const text = textsOf(tag);
    const made = text === undefined ? undefined : read(text, tag);
    if (made !== undefined) return made;
  }
  // Built together with whoever reads them.
  return read(english, "en") as Read;
}

/** "es-mx" belongs to "es", and "es" to none. */
function parentOf(tag: string): string {
  return tag.slice(0, Math.max(0, tag.lastIndexOf("-")));
}

/** A line of the texts of a language. */
export function lineOf(locale: unknown, number: number): string {
  return linesIn(locale)[number]!;
}

/** The lines of the texts of a language. */
export function linesIn(locale: unknown): readonly string[] {
  return inLanguage(locale, linesOf);
}

const lines = new Map<string, readonly string[] | undefined>();

/** The lines of a language's texts, cut once; undefined for texts that were made for another version. */
function linesOf(text: string): readonly string[] | undefined {
  if (!lines.has(text)) {
    const cut = text.split("\n");
    lines.set(text, fits(cut[0]!) ? cut : undefined);
  }
  return lines.get(text);
}

/** By the head: a language, and what changes whenever texts move. */
function fits(head: string): boolean {
  const [, own] = head.split(" ");
  return english.startsWith(`en ${own}\n`);
}
