// Modules stand inline as base64 of their packed bytes, which a module of four kilobytes unpacks
// (unpack/). Browsers could only unpack asynchronously.

import { letters } from "./generated/unpacker.js";

/** No module has more bytes. */
const ALL = 2 ** 20;

interface Unpacker {
  memory: WebAssembly.Memory;
  packed_at(): number;
  unpacked_at(until: number): number;
}

/** The module's bytes; `length` is how many they are. Throws where WebAssembly is blocked. */
export function unpack(base64: string, length: number): Uint8Array<ArrayBuffer> {
  const steps = unpacking(base64, length, ALL);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same in steps of so many bytes. */
export function* unpacking(base64: string, length: number, step: number): Generator<undefined, Uint8Array<ArrayBuffer>> {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(unpacker()));
  // The build's own, and this is what it exports.
  const { memory, packed_at, unpacked_at } = exports as unknown as Unpacker;
  const buffer = memory.buffer as ArrayBuffer;
  new TextEncoder().encodeInto(base64, new Uint8Array(buffer, packed_at()));
  yield;
  let at = 0;
  // The first time it only reads the base64.
  for (let until = 0; (at = unpacked_at(until)) === 0; until += step) yield;
  return new Uint8Array(buffer, at, length);
}

/** A sign a byte up to 92; "}" before it says 93 more, "~" 186 (`xtask/js/unpack.mjs`). */
function unpacker(): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let more = 0;
  for (const sign of letters) {
    const byte = sign.charCodeAt(0) - 32;
    if (byte > 92) more = 93 * (byte - 92);
    else {
      bytes.push(byte + more);
      more = 0;
    }
  }
  return Uint8Array.from(bytes);
}
