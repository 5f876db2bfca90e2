// The one place where WebAssembly may be missing or refused. The build of `prefile/js` puts another in
// its place, which always answers.

import { WasmBlockedError } from "./blocked.js";
import { unpack } from "./unpack.js";

/** The module of these packed bytes. */
export function compile(base64: string, length: number): WebAssembly.Module {
  if (typeof WebAssembly !== "object") throw new WasmBlockedError();
  try {
    return new WebAssembly.Module(unpack(base64, length));
  } catch (error) {
    // The bytes are the build's own and were tested: what fails here is the page's policy.
    throw new WasmBlockedError(error);
  }
}
