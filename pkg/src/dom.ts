/**
 * Forms on other people's pages: finds their boxes, checks what people leave in them, and says it
 * beside the box. What was typed is never changed unless the person asks for it.
 */
import { demand } from "./compile.js";
import { check, classifyField, isValid, prepare } from "./core.js";
import { attributeOf, isElement, nearest } from "./dom/native.js";
import type { AttachOptions, Attached } from "./dom/options.js";
import { readerBy } from "./dom/reader.js";
import { Sending } from "./dom/sending.js";
import { Watch } from "./dom/watch.js";
import { option, own } from "./given.js";

export { WasmBlockedError } from "./blocked.js";
export type { AttachOptions, Attached } from "./dom/options.js";
export type { Code, Finding, Fix, Kind, Severity, Source, Span } from "./generated/types.js";

const watches = new WeakMap<HTMLElement, Watch>();

/** Watches the boxes inside `root`, until they are let go again. */
export function attach(root: HTMLElement, options?: AttachOptions): Attached {
  if (!isElement(root)) return NOTHING;
  // Twice would say everything twice.
  watches.get(root)?.detach();
  const locale = option(options, "locale") ?? languageOf(root);
  const today = option(options, "today");
  const reader = readerBy({ check, classifyField, demand, isValid, prepare }, locale, () => today ?? localDay(new Date()));
  const sendingOf = (watch: Watch) => new Sending(locale, (form) => watch.look((box) => box.form === form), (box) => watch.known(box));
  const watch = new Watch(root, reader, own(options, "marked") === true, sendingOf);
  watches.set(root, watch);
  return { check: () => watch.check(), detach: () => watch.detach() };
}

/** What there is to watch in what is no element. */
const NOTHING: Attached = { check: () => [], detach: () => undefined };

function languageOf(root: Element): string {
  const said = nearest(root, "[lang]");
  return (said && attributeOf(said, "lang")) || "en";
}

function localDay(day: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
