// Packs as modules take them: the bytes of all, one after the other, and the length of each.

import { bytesOf } from "./base64.js";
import { own } from "./given.js";

/** A form or a guide, as `prefile/packs/...` has it. */
export interface Pack {
  /** Its name: "g-1145". */
  readonly id: string;
  /** What the module reads. */
  readonly data: string;
}

/** No person files so many forms at once. */
const MOST_PACKS = 50;

/** The packs' data; of what is no pack, nothing. */
export function dataOf(packs: unknown): string[] {
  if (!Array.isArray(packs)) return [];
  return packs.slice(0, MOST_PACKS).map((pack) => {
    const data = own(pack, "data");
    return typeof data === "string" ? data : "";
  });
}

/** The bytes of all, and the length of each. */
export function joined(packs: string[]): [bytes: Uint8Array, lengths: Uint32Array] {
  const all = packs.map(packBytes);
  const bytes = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const one of all) {
    bytes.set(one, at);
    at += one.length;
  }
  return [bytes, Uint32Array.from(all, ({ length }) => length)];
}

/** What is no base64 is no pack, and the module says so. */
function packBytes(data: string): Uint8Array {
  try {
    return bytesOf(data);
  } catch {
    return new Uint8Array();
  }
}
