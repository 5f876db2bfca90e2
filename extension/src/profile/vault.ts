// Where a person's answers are kept: until the browser is closed, in its memory; or, if they ask for
// it, on the device, encrypted under their passphrase and open only for a while.

import { browser } from "../browser.js";
import type { Line } from "./file.js";

/** What is on the device. */
interface Sealed {
  readonly salt: string;
  readonly iv: string;
  readonly rounds: number;
  readonly data: string;
}

/** What is in memory. */
interface Open {
  readonly answers: readonly Line[];
  /** The key, if it is kept on the device, too. */
  readonly key?: string;
  /** When it is locked. */
  readonly until?: number;
}

/** As OWASP advises for PBKDF2 with SHA-256 (2023). */
const ROUNDS = 600_000;
export const SHORTEST_PASSPHRASE = 12;
export const MINUTES = [5, 15, 60];
const USUAL_MINUTES = 15;

export type State = { readonly kept: boolean; readonly locked: boolean; readonly answers: readonly Line[] };

export async function state(): Promise<State> {
  await sweep();
  const [open, sealed] = await Promise.all([opened(), sealedNow()]);
  const kept = sealed !== undefined;
  return { kept, locked: kept && open === undefined, answers: open?.answers ?? [] };
}

/** Saves the answers wherever they are kept. */
export async function save(answers: readonly Line[]): Promise<void> {
  const open = await opened();
  const sealed = await sealedNow();
  if (sealed !== undefined && open?.key === undefined) throw new Error("what is kept is locked");
  if (sealed !== undefined) await seal(answers, await keyOf(open!.key!), sealed);
  await hold({ ...open, answers });
}

/** Keeps the answers on the device from now on. */
export async function keep(passphrase: string): Promise<void> {
  const answers = (await opened())?.answers ?? [];
  const salt = base64(crypto.getRandomValues(new Uint8Array(16)));
  const key = await derive(passphrase, salt, ROUNDS);
  await seal(answers, key, { salt, rounds: ROUNDS });
  await hold({ answers, key: await bytesOf(key), until: await locksAt() });
}

/** Keeps them only until the browser is closed. */
export async function unkeep(): Promise<void> {
  const open = await opened();
  if (open === undefined) return;
  await browser.storage.local.remove("sealed");
  await hold({ answers: open.answers });
}

/** Whether this passphrase opens what is kept. */
export async function unlock(passphrase: string): Promise<boolean> {
  const sealed = await sealedNow();
  if (sealed === undefined) return false;
  const key = await derive(passphrase, sealed.salt, sealed.rounds);
  try {
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(sealed.iv) }, key, bytes(sealed.data));
    const answers = JSON.parse(new TextDecoder().decode(plain)) as Line[];
    await hold({ answers, key: await bytesOf(key), until: await locksAt() });
    return true;
  } catch {
    return false;
  }
}

export async function lock(): Promise<void> {
  await browser.storage.session.remove("open");
}

/** Locks what has been open long enough. */
export async function sweep(): Promise<void> {
  const open = await opened();
  if (open?.until === undefined) return;
  const left = open.until - Date.now();
  if (left <= 0) await lock();
  // As long as this part lives; whoever asks next looks again.
  else setTimeout(() => void sweep(), left);
}

export async function minutes(): Promise<number> {
  const { minutes } = await browser.storage.local.get("minutes");
  return MINUTES.find((one) => one === minutes) ?? USUAL_MINUTES;
}

export async function lockAfter(minutes: number): Promise<void> {
  await browser.storage.local.set({ minutes });
  const open = await opened();
  if (open?.until === undefined) return;
  await hold({ ...open, until: await locksAt() });
  await sweep();
}

/** Calls back when what is kept may have been locked, or opened, by any part. */
export function whenTurned(act: (isOpen: boolean) => unknown): void {
  browser.storage.onChanged.addListener(({ open }, area) => void (area === "session" && open !== undefined && act(open.newValue !== undefined)));
}

/** Forgets everything, on the device and then in memory: it is never taken for locked. */
export async function forget(): Promise<void> {
  await browser.storage.local.clear();
  await browser.storage.session.clear();
}

async function locksAt(): Promise<number> {
  return Date.now() + (await minutes()) * 60_000;
}

async function opened(): Promise<Open | undefined> {
  const { open } = await browser.storage.session.get("open");
  return open as Open | undefined;
}

async function hold(open: Open): Promise<void> {
  await browser.storage.session.set({ open });
}

async function sealedNow(): Promise<Sealed | undefined> {
  const { sealed } = await browser.storage.local.get("sealed");
  return sealed as Sealed | undefined;
}

async function seal(answers: readonly Line[], key: CryptoKey, { salt, rounds }: { salt: string; rounds: number }): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(answers));
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, plain);
  await browser.storage.local.set({ sealed: { salt, rounds, iv: base64(iv), data: base64(new Uint8Array(data)) } satisfies Sealed });
}

async function derive(passphrase: string, salt: string, rounds: number): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey("raw", new TextEncoder().encode(passphrase.normalize("NFKC")), "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations: rounds };
  return await crypto.subtle.deriveKey(how, secret, { name: "AES-GCM", length: 256 }, true, ["encrypt", "decrypt"]);
}

function keyOf(raw: string): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", bytes(raw), "AES-GCM", true, ["encrypt", "decrypt"]);
}

async function bytesOf(key: CryptoKey): Promise<string> {
  return base64(new Uint8Array(await crypto.subtle.exportKey("raw", key)));
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
