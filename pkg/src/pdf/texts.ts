// What the module for PDFs says, by language; apart from it, so that a language brings its words alone.

const catalogues = new Map<string, string>();

/** Adds the words of a language: `locale` is its tag in lower case ("es"). */
export function registerPdfTexts(locale: string, text: string): void {
  catalogues.set(locale, text);
}

/** The words of a language that was imported. */
export function pdfTextsOf(locale: string): string | undefined {
  return catalogues.get(locale);
}
