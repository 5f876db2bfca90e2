/** WebAssembly is missing, the page's Content-Security-Policy blocks it, or it cannot be compiled: `cause` says why. */
export class WasmBlockedError extends Error {
  // Fields, not assignments: those fail where Error.prototype is frozen.
  override readonly name = "WasmBlockedError";
  readonly code = "E_WASM_BLOCKED";

  /** `refused`: what cannot be compiled is not prefile's module alone. */
  constructor(cause?: unknown, refused = true) {
    super(
      (cause === undefined
        ? "prefile needs WebAssembly, and there is none here. " +
          "Where it is switched off by a Content-Security-Policy, add 'wasm-unsafe-eval' to script-src"
        : refused
          ? "prefile's WebAssembly was blocked. " +
            "Add 'wasm-unsafe-eval' to the script-src directive of the Content-Security-Policy"
          : "prefile's WebAssembly could not be compiled: see the cause") + "; prefile/js does without.",
      { cause },
    );
  }
}
