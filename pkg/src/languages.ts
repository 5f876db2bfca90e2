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
  return inLanguage(locale, linesOf)[number]!;
}

const lines = new Map<string, string[]>();

/** The lines of a language's texts: cut once, the texts are long. */
function linesOf(text: string): string[] {
  const known = lines.get(text) ?? text.split("\n");
  lines.set(text, known);
  return known;
}
