// The one place where WebAssembly may be missing or refused. The build of `prefile/js` puts another in
// its place, which always answers.

import { WasmBlockedError } from "./blocked.js";

/** The smallest module there is. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** Throws where nothing can be compiled. */
export function demand(): void {
  compile(() => EMPTY);
}

/** The module of these bytes. */
export function compile(bytes: () => Uint8Array<ArrayBuffer>): WebAssembly.Module {
  if (typeof WebAssembly !== "object") throw new WasmBlockedError();
  try {
    return new WebAssembly.Module(bytes());
  } catch (error) {
    throw new WasmBlockedError(error, refuses());
  }
}

/** Whether it is the page's policy: that refuses the smallest module, too. A browser may refuse large ones, or have no memory. */
function refuses(): boolean {
  try {
    return !new WebAssembly.Module(EMPTY);
  } catch {
    return true;
  }
}
