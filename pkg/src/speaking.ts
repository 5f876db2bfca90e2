// A module that speaks: it is given the texts of languages, and packs its answers as text.

import { inLanguage } from "./languages.js";
import { unpack, unpacking } from "./unpack.js";
import { type Glue, type Loaded, load } from "./wasm.js";

/** What the glue of a module that speaks exports besides. */
export interface SpeakingGlue extends Glue {
  answer_at(): number;
  load_texts(text: string): number | undefined;
}

/** A module that speaks, with at most one living instance. */
export interface Speaking extends Loaded {
  /** Makes the first instance in small steps, and gives it the texts of a language. */
  prepare(locale: string): Generator<undefined, void>;
  /** The answer that the module has just packed. */
  answer(length: number): string;
  /** The number by which the module knows a language. */
  localeIndex(locale: unknown): number;
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** So many bytes are unpacked in about a millisecond. */
const STEP = 4096;

/** The module of these packed bytes. */
export function loadSpeaking(base64: string, length: number, glue: SpeakingGlue): Speaking {
  /** The memory of the present instance. */
  let memory: WebAssembly.Memory | undefined;
  /**
   * The texts that the present instance was given: language to its number in the module, which has
   * none for texts that were made for another version.
   */
  let loaded: Map<string, number | undefined>;

  let bytes: Uint8Array<ArrayBuffer> | undefined;
  const { ready, died } = load(() => bytes ?? unpack(base64, length), glue, (exports) => {
    loaded = new Map();
    memory = exports.memory;
  });

  function indexOf(text: string, tag: string): number | undefined {
    // Before the map is read: a fresh instance knows no texts.
    ready();
    if (!loaded.has(tag)) loaded.set(tag, glue.load_texts(text));
    return loaded.get(tag);
  }

  return {
    ready,
    died,
    *prepare(locale) {
      if (memory === undefined) bytes = yield* unpacking(base64, length, STEP);
      ready();
      bytes = undefined;
      yield;
      inLanguage(locale, indexOf);
    },
    answer(length) {
      return decoder.decode(new Uint8Array(memory!.buffer, glue.answer_at(), length));
    },
    localeIndex(locale) {
      return inLanguage(locale, indexOf);
    },
  };
}
