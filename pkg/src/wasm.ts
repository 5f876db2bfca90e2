// The loader: the only module that knows that there is WebAssembly underneath.
//
// The bytes stand inline and are compiled on the first call, synchronously: a package that fetches
// its module by URL fails in a third of real set-ups, and a form's validator must answer at once.
//
// Everything else imports the core's functions from "./generated/core.js", and calls them between
// `ready`, which makes sure that there is a living instance, and `died`, which is told what they
// throw.

import { __wbg_reset_state as replaceInstance, answer_at, initSync, linear_memory, load_texts } from "./generated/core.js";
import { base64, length } from "./generated/bytes.js";
import { text as english } from "./generated/texts/en.js";
import { unpack } from "./inflate.js";
import { textsOf } from "./texts.js";

/** WebAssembly is missing, or the page's Content-Security-Policy blocks it. */
export class WasmBlockedError extends Error {
  // Fields, not assignments: those fail where Error.prototype is frozen.
  override readonly name = "WasmBlockedError";
  readonly code = "E_WASM_BLOCKED";

  constructor(cause?: unknown) {
    super(
      cause === undefined
        ? "prefile needs WebAssembly, and there is none here. " +
            "Where it is switched off by a Content-Security-Policy, add 'wasm-unsafe-eval' to script-src."
        : "prefile's WebAssembly was blocked. " +
            "Add 'wasm-unsafe-eval' to the script-src directive of the Content-Security-Policy.",
      { cause },
    );
  }
}

type State = "unloaded" | "alive" | "trapped";

let state: State = "unloaded";

/** The memory of the present instance. */
let memory: WebAssembly.Memory;

/**
 * The texts that the present instance was given: language to its number in the core, which has
 * none for texts that were made for another version.
 */
let loaded = new Map<string, number | undefined>();

/** Makes sure that there is a living instance: before a function of the core is called. */
export function ready(): void {
  if (state !== "alive") revive();
}

/**
 * To be told whatever was thrown between `ready` and an answer; throws it again if the caller must
 * see it.
 *
 * The core is built to abort: after a trap its memory and its stack are in no known state, and every
 * later answer would be in doubt. Nothing else throws out of it, so whatever was thrown, this
 * instance has answered for the last time.
 */
export function died(error: unknown): void {
  if (error instanceof WasmBlockedError) throw error;
  state = "trapped";
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The answer that the core has just packed. */
export function answer(length: number): string {
  return decoder.decode(new Uint8Array(memory.buffer, answer_at(), length));
}

/** No language tag in use is longer; what is longer is none. */
const LONGEST_TAG = 35;

/**
 * The number by which the core knows a language. One that was not imported, and whatever is no
 * language at all, reads as English.
 */
export function localeIndex(locale: unknown): number {
  const known = typeof locale === "string" && locale.length <= LONGEST_TAG;
  for (let tag = known ? locale.toLowerCase() : ""; tag !== ""; tag = parentOf(tag)) {
    const text = textsOf(tag);
    const index = text === undefined ? undefined : indexOf(tag, text);
    if (index !== undefined) return index;
  }
  // Built together with the core: it has a number.
  return indexOf("en", english) as number;
}

/** "es-mx" belongs to "es", and "es" to none. */
function parentOf(tag: string): string {
  return tag.slice(0, Math.max(0, tag.lastIndexOf("-")));
}

function indexOf(tag: string, text: string): number | undefined {
  // Before the map is read: a fresh instance knows no texts.
  ready();
  if (!loaded.has(tag)) loaded.set(tag, load_texts(text));
  return loaded.get(tag);
}

function revive(): void {
  loaded = new Map();
  if (state === "trapped") {
    // wasm-bindgen's glue keeps its instance, its views of memory and its table of objects in
    // variables of its module; this function, asked for by --experimental-reset-state-function,
    // makes a fresh instance of the compiled module and clears them all.
    replaceInstance();
  } else {
    initSync({ module: compile() });
  }
  memory = linear_memory() as WebAssembly.Memory;
  state = "alive";
}

function compile(): WebAssembly.Module {
  if (typeof WebAssembly !== "object") throw new WasmBlockedError();
  const bytes = unpack(base64, length);
  try {
    return new WebAssembly.Module(bytes);
  } catch (error) {
    // The bytes are the build's own and were tested: what fails here is the page's policy.
    throw new WasmBlockedError(error);
  }
}
