// What a person has set, and where it is kept.

import { browser } from "./browser.js";
import { type Language, languageOf } from "./words.js";

/** The language that was chosen; null leaves it to the browser. */
export async function chosenLanguage(): Promise<Language | null> {
  const { language } = await browser.storage.local.get("language");
  return typeof language === "string" ? languageOf(language) : null;
}

export async function chooseLanguage(language: Language | null): Promise<void> {
  if (language === null) await browser.storage.local.remove("language");
  else await browser.storage.local.set({ language });
}

export async function language(): Promise<Language> {
  return (await chosenLanguage()) ?? languageOf(browser.i18n.getUILanguage());
}

/** The hosts where a person has switched it off. */
export async function offHosts(): Promise<string[]> {
  const { off } = await browser.storage.local.get("off");
  return Array.isArray(off) ? off.filter((host) => typeof host === "string") : [];
}

export async function switchHost(host: string, on: boolean): Promise<void> {
  const others = (await offHosts()).filter((one) => one !== host);
  const off = on ? others : [...others, host];
  if (off.length === 0) await browser.storage.local.remove("off");
  else await browser.storage.local.set({ off });
}

/** The host of an address; "" of what has none. */
export function hostOf(address: string | undefined): string {
  return URL.canParse(address ?? "") ? new URL(address!).host : "";
}
