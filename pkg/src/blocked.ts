/** WebAssembly is missing, or the page's Content-Security-Policy blocks it. */
export class WasmBlockedError extends Error {
  // Fields, not assignments: those fail where Error.prototype is frozen.
  override readonly name = "WasmBlockedError";
  readonly code = "E_WASM_BLOCKED";

  constructor(cause?: unknown) {
    super(
      cause === undefined
        ? "prefile needs WebAssembly, and there is none here. " +
            "Where it is switched off by a Content-Security-Policy, add 'wasm-unsafe-eval' to script-src; " +
            "prefile/js does without."
        : "prefile's WebAssembly was blocked. " +
            "Add 'wasm-unsafe-eval' to the script-src directive of the Content-Security-Policy; " +
            "prefile/js does without.",
      { cause },
    );
  }
}
