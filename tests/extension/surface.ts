// What the tests ask of a browser, whichever it is.
import path from "node:path";
import type { Key, Part, Popup } from "./part.ts";

export const BUILT = path.resolve("dist/extension");

/** What an address answers: a page, or a file of another type. */
export interface Served {
  readonly body: string;
  readonly type?: string;
  readonly policy?: string;
}

/** By address; what is not here is empty. */
export type Site = Readonly<Record<string, Served>>;

/** A page in either browser. */
export interface Tab {
  go(address: string, site: Site): Promise<void>;
  run<Result, Given>(act: (given: Given) => Result | Promise<Result>, given?: Given): Promise<Result>;
  /** Runs a function in the page and in each of its frames, in their order. */
  everywhere<Result>(act: () => Result): Promise<Result[]>;
  /** Presses a key as a person does. */
  strike(key: Key): Promise<void>;
  close(): Promise<void>;
}

/** Either browser, with the extension in it. */
export interface Surface {
  tab(): Promise<Tab>;
  /** Clicks the extension's button while this page is before the person: that allows it to look. */
  popup(tab: Tab): Promise<Popup>;
  options(): Promise<Part & { readonly page: { readonly keyboard: { press(key: Key): Promise<void> } } }>;
  /** Runs a function where the extension's own means are. */
  inside<Result>(act: () => Result | Promise<Result>): Promise<Result>;
  /** The extension is replaced by another of its kind, as by an update. */
  update(): Promise<void>;
  close(): Promise<void>;
}

interface Store {
  get(keys: string | null): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  clear(): Promise<void>;
}

declare global {
  /** What functions use that run inside the extension. */
  const chrome: {
    readonly storage: { readonly local: Store; readonly session: Store };
    readonly tabs: { query(which: object): Promise<{ id: number }[]> };
    readonly action: { getTitle(which: { tabId: number }): Promise<string> };
  };
}

/** What the network would answer. */
export function answerTo(address: string, site: Site): { status: number; headers: Record<string, string>; body: string } {
  const served = site[address.replace(/#.*$/, "")];
  if (served === undefined) return { status: 404, headers: { "content-type": "text/plain" }, body: "" };
  const { body, type = "text/html; charset=utf-8", policy } = served;
  return { status: 200, headers: { "content-type": type, ...(policy !== undefined && { "content-security-policy": policy }) }, body };
}
