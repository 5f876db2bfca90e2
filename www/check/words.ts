// What this part says: locales/<language>/page-check.toml.
import { forms, texts } from "check-words";

export type Key = keyof (typeof texts)["en"];

/** The forms for which there is a definition: "i-765". */
export const defined = forms;

let language: "en" | "es" = "en";

/** Everything is said in this language from now on. */
export function speak(tag: string): void {
  language = tag === "es" ? "es" : "en";
}

export const spoken = (): string => language;

/** A text, with `{name}` filled in. */
export function say(key: Key, values: Readonly<Record<string, string | number>> = {}): string {
  return texts[language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}
