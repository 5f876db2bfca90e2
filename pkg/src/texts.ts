// What people read, by language. A module of its own, so that importing a language brings the
// texts of that language and not the core.

const catalogues = new Map<string, string>();

/** Who is told when a language or a pack was imported. */
export const waiting = new Set<() => void>();

/** Adds the texts of a language: `locale` is its tag in lower case ("es"). */
export function registerTexts(locale: string, text: string): void {
  catalogues.set(locale, text);
  waiting.forEach((tell) => tell());
}

/** The texts of a language that was imported. */
export function textsOf(locale: string): string | undefined {
  return catalogues.get(locale);
}
