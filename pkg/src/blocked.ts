/** WebAssembly is missing, the page's Content-Security-Policy blocks it, or it cannot be compiled: `cause` says why. */
export class WasmBlockedError extends Error {
  // Fields, not assignments: those fail where Error.prototype is frozen.
  override readonly name = "WasmBlockedError";
  readonly code = "E_WASM_BLOCKED";

  /** `refused`: what cannot be compiled is not prefile's module alone. */
  constructor(cause?: unknown, refused = true) {
    const way = ". Where a Content-Security-Policy blocks it, add 'wasm-unsafe-eval' to its script-src; prefile/js does without.";
    super(
      cause === undefined
        ? `prefile finds no WebAssembly${way}`
        : refused
          ? `prefile's WebAssembly was blocked${way}`
          : "prefile's WebAssembly could not be compiled: see the cause; prefile/js does without.",
      { cause },
    );
  }
}
