// The extension's own words, in both languages.

import en from "../../locales/en/extension.toml";
import es from "../../locales/es/extension.toml";
import { fill } from "../../pkg/src/dom/words.js";

export const LANGUAGES = { en: "English", es: "Español" } as const;
export type Language = keyof typeof LANGUAGES;

const WORDS: Record<Language, Readonly<Record<string, string>>> = { en, es };

/** The language that a tag means: "es-MX" is Spanish, and what is not here is English. */
export function languageOf(tag: string): Language {
  return /^es\b/i.test(tag) ? "es" : "en";
}

/** A text, "popup.title", its `{parameters}` filled in. */
export function text(language: Language, name: string, parameters: Record<string, string | number> = {}): string {
  const plain = Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, String(value)]));
  return fill(WORDS[language][name] ?? name, plain);
}

/** Names of the words of one section, without it. */
export function namesIn(section: string): string[] {
  return Object.keys(en).filter((name) => name.startsWith(`${section}.`)).map((name) => name.slice(section.length + 1));
}
