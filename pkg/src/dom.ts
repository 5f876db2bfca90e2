/**
 * Forms on other people's pages: finds their boxes, checks what people leave in them, and says it
 * beside the box. What was typed is never changed unless the person asks for it.
 */
import { demand } from "./compile.js";
import { check, classifyField, isValid, prepare } from "./core.js";
import { tellMaker } from "./dom/maker.js";
import { isElement, isFragment, languageOf, parentOf, wholeOf } from "./dom/native.js";
import type { AttachOptions, Attached } from "./dom/options.js";
import { readerBy } from "./dom/reader.js";
import { Sending } from "./dom/sending.js";
import { Watch } from "./dom/watch.js";
import type { Root } from "./dom/watched.js";
import { option, own } from "./given.js";

export { WasmBlockedError } from "./blocked.js";
export type { AttachOptions, Attached } from "./dom/options.js";
export type { Code, Finding, Fix, Kind, Severity, Source, Span } from "./generated/types.js";

/** Watches the boxes inside `root`, until they are let go again. */
export function attach(root: Element | Document | ShadowRoot, options?: AttachOptions): Attached {
  const place = placeIn(root);
  if (place === null) {
    tellMaker("attach() was given nothing to watch");
    return NOTHING;
  }
  const locale = option(options, "locale") ?? (languageOf(isElement(place) ? place : place.host) || "en");
  const today = option(options, "today");
  const reader = readerBy({ check, classifyField, demand, isValid, prepare }, locale, () => today ?? localDay(new Date()));
  const sendingOf = (watch: Watch) => new Sending(locale, (form) => watch.look((box) => box.form === form), (box) => watch.known(box));
  const watch = new Watch(place, reader, own(options, "marked") === true, sendingOf);
  return { check: () => watch.check(), detach: () => watch.detach() };
}

/** What there is to watch in what is no element. */
const NOTHING: Attached = { check: () => [], detach: () => undefined };

/** What can be watched of this: an element, a shadow root or all of a document, and nothing that only looks like one. */
function placeIn(root: unknown): Root | null {
  if (isElement(root)) return root;
  try {
    if (!isFragment(root as Node)) return wholeOf(root as Document);
    return parentOf(root as ShadowRoot) === null ? null : (root as ShadowRoot);
  } catch {
    return null;
  }
}

function localDay(day: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
