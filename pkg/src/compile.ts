// The one place where WebAssembly may be missing or refused. The build of `prefile/js` puts another in
// its place, which always answers.

import { WasmBlockedError } from "./blocked.js";

/** The module of these bytes. */
export function compile(bytes: () => Uint8Array<ArrayBuffer>): WebAssembly.Module {
  if (typeof WebAssembly !== "object") throw new WasmBlockedError();
  try {
    return new WebAssembly.Module(bytes());
  } catch (error) {
    // The bytes are the build's own and were tested: what fails here is the page's policy.
    throw new WasmBlockedError(error);
  }
}
