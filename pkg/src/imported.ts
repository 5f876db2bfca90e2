// Packs by name: one is known once its module was imported.

import type { Pack } from "./pack.js";

const packs = new Map<string, Pack>();
const waiting = new Set<() => void>();

/** Makes a pack known, and tells who waits for one. */
export function register(pack: Pack): Pack {
  packs.set(pack.id, pack);
  for (const tell of [...waiting]) tell();
  return pack;
}

export function packOf(id: string): Pack | undefined {
  return packs.get(id);
}

/** Calls whenever a pack is imported, until what comes back is called. */
export function onImport(tell: () => void): () => void {
  waiting.add(tell);
  return () => waiting.delete(tell);
}
