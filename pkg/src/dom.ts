/**
 * Forms on other people's pages: finds their boxes, checks what people leave in them, and says it
 * beside the box. What was typed is never changed unless the person asks for it.
 */
import { demand } from "./compile.js";
import { check, classifyField, isValid, prepare } from "./core.js";
import type { AttachOptions, Attached } from "./dom/options.js";
import { Watch } from "./dom/watch.js";

export { WasmBlockedError } from "./blocked.js";
export type { AttachOptions, Attached } from "./dom/options.js";
export type { Code, Finding, Fix, Kind, Severity, Source, Span } from "./generated/types.js";

const watches = new WeakMap<HTMLElement, Watch>();

/** Watches the boxes inside `root`, until they are let go again. */
export function attach(root: HTMLElement, options?: AttachOptions): Attached {
  // Twice would say everything twice.
  watches.get(root)?.detach();
  const watch = new Watch(root, { check, classifyField, demand, isValid, prepare }, options);
  watches.set(root, watch);
  return { check: () => watch.check(), detach: () => watch.detach() };
}
