// What the app cannot do alone: files, the browser's store, and the encryption that browsers have.
// Nothing here goes over the network.

const MARK = "prefile answers";
const STORE = "prefile";
/** So many rounds make a passphrase slow to guess. */
const ROUNDS = 600_000;
/** A file asks for no more: a foreign one would keep the browser busy. */
const MOST_ROUNDS = 10_000_000;

/** Gives a text to the person as a file. The name says nothing about them. */
export function save(text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "prefile-answers.json";
  link.click();
  // Some browsers read it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The text of the file that was chosen; a PDF as it is. */
export async function chosen(input) {
  const [file] = input.files;
  return (await file.slice(0, 1024).text()).includes("%PDF-") ? file : file.text();
}

/** The text that nobody reads without the passphrase. */
export async function lock(text, passphrase) {
  const [salt, iv] = [16, 12].map((length) => crypto.getRandomValues(new Uint8Array(length)));
  const key = await keyOf(passphrase, salt, ROUNDS);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(text));
  const locked = { rounds: ROUNDS, salt: written(salt), iv: written(iv), text: written(new Uint8Array(sealed)) };
  return `${JSON.stringify({ file: MARK, version: 1, locked }, null, 1)}\n`;
}

/** Whether a text was locked. */
export function isLocked(text) {
  return part(text) !== undefined;
}

/** The text again; "wrong" when the passphrase does not open it, "damaged" when nothing would. */
export async function unlock(text, passphrase) {
  let key, iv, sealed;
  try {
    const { rounds, salt, ...rest } = part(text);
    if (!(rounds > 0 && rounds <= MOST_ROUNDS)) throw new Error("rounds");
    [iv, sealed] = [read(rest.iv), read(rest.text)];
    key = await keyOf(passphrase, read(salt), rounds);
  } catch {
    throw "damaged";
  }
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, sealed));
  } catch {
    throw "wrong";
  }
}

function part(text) {
  try {
    const { file, locked } = JSON.parse(text);
    return file === MARK && locked ? locked : undefined;
  } catch {
    return undefined;
  }
}

async function keyOf(passphrase, salt, iterations) {
  const bytes = new TextEncoder().encode(passphrase.normalize("NFC"));
  const material = await crypto.subtle.importKey("raw", bytes, "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations }, material, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

const written = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
const read = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

/** Keeps a text in this browser, or nothing any more; whether the browser lets it. */
export function keep(text) {
  try {
    if (text === undefined) localStorage.removeItem(STORE);
    else localStorage.setItem(STORE, text);
    return true;
  } catch {
    return false;
  }
}

/** What is kept. */
export function kept() {
  try {
    return localStorage.getItem(STORE) ?? undefined;
  } catch {
    return undefined;
  }
}
