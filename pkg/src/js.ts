/**
 * The same as `prefile` without WebAssembly: its core is the same program as JavaScript. For where
 * WebAssembly is missing or forbidden; slower, and larger to load.
 */
export * from "./index.js";
