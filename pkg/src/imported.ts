// Packs by name: one is known once its module was imported.

import type { Pack } from "./pack.js";
import { waiting } from "./texts.js";

const packs = new Map<string, Pack>();

/** Makes a pack known, and tells who waits for one. */
export function register(pack: Pack): Pack {
  packs.set(pack.id, pack);
  waiting.forEach((tell) => tell());
  return pack;
}

export function packOf(id: string): Pack | undefined {
  return packs.get(id);
}

/** Calls whenever a pack or a language is imported, until what comes back is called. */
export function onImport(tell: () => void): () => void {
  waiting.add(tell);
  return () => waiting.delete(tell);
}
