// The loader: the only module that knows that there is WebAssembly underneath.
//
// A module's bytes stand inline and are compiled on the first call, synchronously: a package that
// fetches its module by URL fails in a third of real set-ups, and a form's validator must answer at
// once.
//
// Whoever has a module imports its functions from wasm-bindgen's glue, and calls them between
// `ready`, which makes sure that there is a living instance, and `died`, which is told what they
// throw.

import { WasmBlockedError } from "./blocked.js";
import { compile } from "./compile.js";

/** What the glue of every module exports for its loader. */
export interface Glue {
  /** Makes the first instance. Says what the present one exports. */
  initSync(from: { module: WebAssembly.Module }): Exports;
  /**
   * Replaces the instance. The glue keeps its instance, its views of memory and its table of objects
   * in variables of its module; this function, asked for by --experimental-reset-state-function,
   * makes a fresh instance of the compiled module and clears them all.
   */
  __wbg_reset_state(): void;
}

/** What every instance exports. */
export interface Exports {
  memory: WebAssembly.Memory;
}

/** A module with at most one living instance. */
export interface Loaded {
  /** Makes sure that there is a living instance: before a function of the module is called. */
  ready(): void;
  /**
   * To be told whatever was thrown between `ready` and an answer; throws it again if the caller must
   * see it.
   *
   * Modules are built to abort: after a trap memory and stack are in no known state, and every later
   * answer would be in doubt. Nothing else throws out of one, so whatever was thrown, this instance
   * has answered for the last time.
   */
  died(error: unknown): void;
}

/** The module of these bytes, asked for once; `fresh` is called for each new instance. */
export function load(bytes: () => Uint8Array<ArrayBuffer>, glue: Glue, fresh?: (exports: Exports) => void): Loaded {
  let module: WebAssembly.Module | undefined;
  let alive = false;
  let trapped = false;
  return {
    ready() {
      if (alive) return;
      module ??= compile(bytes);
      if (trapped) glue.__wbg_reset_state();
      fresh?.(glue.initSync({ module }));
      alive = true;
    },
    died(error) {
      if (error instanceof WasmBlockedError) throw error;
      trapped ||= alive;
      alive = false;
    },
  };
}
