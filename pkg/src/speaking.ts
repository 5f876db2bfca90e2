// A module that packs its answers as text. Only numbers are handed over; a text is written into its
// memory (src/wasm/exports.rs).

import type { Packed } from "./packed.js";
import { unpack, unpacking } from "./unpack.js";
import { type Loaded, load } from "./wasm.js";

/** What every such module exports. */
interface Exports {
  memory: WebAssembly.Memory;
  answer_at(): number;
  room_for(length: number): number;
}

/** A module that speaks, with at most one living instance. */
export interface Speaking<Calls> extends Loaded {
  /** Makes sure that there is a living instance, and says what it exports. */
  ready(): Calls;
  /** Makes the first instance in small steps. */
  prepare(): Generator<undefined, void>;
  /** Writes a text where the next call reads it, from this byte on; says where it ends. */
  put(text: string, from?: number): number;
  /** The answer that the module has just packed. */
  answer(length: number): Packed;
}

const encoder = new TextEncoder();

/** Up to so many letters, an encoder takes longer. */
const SHORT = 64;

/** So many bytes are unpacked in about a millisecond. */
const STEP = 4096;

/** The module of these packed bytes. */
export function loadSpeaking<Calls>(base64: string, length: number): Speaking<Calls & Exports> {
  let exports: Calls & Exports;
  let view = new Uint8Array(0);
  /** Where texts are put, and how many bytes there are. */
  let room = 0;
  let size = 0;
  /** Where answers stand, as long as none is longer than so many bytes. */
  const answered: Packed = { memory: view, start: 0 };
  let longest = -1;

  let bytes: Uint8Array<ArrayBuffer> | undefined;
  const loaded = load(
    () => bytes ?? unpack(base64, length),
    {
      initSync({ module }) {
        exports = new WebAssembly.Instance(module).exports as unknown as Calls & Exports;
        return exports;
      },
      __wbg_reset_state() {},
    },
    () => {
      view = new Uint8Array(0);
      size = 0;
      longest = -1;
    },
  );

  /** The memory: it may have grown since it was looked at. */
  function memory(): Uint8Array<ArrayBuffer> {
    if (view.byteLength === 0) view = new Uint8Array(exports.memory.buffer as ArrayBuffer);
    return view;
  }

  function widen(to: number): void {
    if (to <= size) return;
    room = exports.room_for(to) >>> 0;
    size = to;
  }

  return {
    ready() {
      loaded.ready();
      return exports;
    },
    died: loaded.died,
    *prepare() {
      if (exports === undefined) bytes = yield* unpacking(base64, length, STEP);
      loaded.ready();
      bytes = undefined;
    },
    put(text, from = 0) {
      const end = from + text.length;
      widen(end);
      if (text.length > SHORT) return encode(text, from);
      const bytes = memory();
      // Letter by letter: nearly all is ASCII, too.
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        if (unit > 127) return encode(text.slice(i), from + i);
        bytes[room + from + i] = unit;
      }
      return end;
    },
    answer(length) {
      // It moves only when it grows.
      if (length > longest) {
        answered.start = exports.answer_at() >>> 0;
        longest = length;
      }
      answered.memory = memory();
      return answered;
    },
  };

  function encode(text: string, from: number): number {
    const { read, written } = encoder.encodeInto(text, memory().subarray(room + from, room + size));
    const end = from + written;
    if (read === text.length) return end;
    const rest = text.slice(read);
    // No unit has more than three bytes.
    widen(end + rest.length * 3);
    return encode(rest, end);
  }
}
