// Boxes of other frames, as far as the browser lets this one look into them: those of the same origin.

import { type Box, type Place, collect } from "../../../pkg/src/dom/collect.js";
import { describe } from "../../../pkg/src/dom/describe.js";
import type { Filled, Wanted } from "../../../pkg/src/dom/judge.js";
import { listen, unlisten } from "../../../pkg/src/dom/native.js";
import type { Asked, Reader } from "../../../pkg/src/dom/reader.js";
import { isMeant } from "../../../pkg/src/dom/watched.js";

/** What is heard of another frame: somebody was at one of its boxes. */
const LEFT = ["focusout", "change"];

interface Other {
  readonly place: Place;
  readonly wanted: Asked<Wanted | null>;
}

/** What stands in other frames: before the boxes of this one, and behind them. */
export interface Around {
  readonly before: readonly Filled[];
  readonly behind: readonly Filled[];
}

export class Frames {
  readonly #reader: Reader;
  readonly #changed: () => void;
  /** The boxes of each document that is heard; null once it has to be looked through again. */
  readonly #known = new Map<Document, Other[] | null>();
  /** What the page said of a box, and what it was found to want. */
  readonly #asked = new WeakMap<Box, readonly [said: string, wanted: Asked<Wanted | null>]>();
  /** Boxes that somebody was at: there, something may be said of them. */
  readonly #touched = new WeakSet<EventTarget>();

  constructor(reader: Reader, changed: () => void) {
    this.#reader = reader;
    this.#changed = changed;
  }

  /** The boxes of all other frames. What is said of two stands at one of them: the later, if somebody was there. */
  look(): Around {
    const all = documents();
    for (const one of this.#known.keys()) if (!all.includes(one)) this.#forget(one);
    const own = all.indexOf(document);
    const others = all.flatMap((one, at) => (one === document ? [] : this.#boxes(one).map((other) => ({ other, isBehind: at > own }))));
    const filled = others.flatMap(({ other: { place, wanted }, isBehind }) => {
      const { box } = place;
      if (wanted.answer?.number !== true || !box.isConnected || box.readOnly || box.disabled) return [];
      const touched = this.#touched.has(box);
      return [{ wanted: wanted.answer, text: box.value, judged: touched ? { findings: [], fixes: [] } : null, isBehind: isBehind && touched }];
    });
    return { before: filled.filter(({ isBehind }) => !isBehind), behind: filled.filter(({ isBehind }) => isBehind) };
  }

  end(): void {
    for (const one of [...this.#known.keys()]) this.#forget(one);
  }

  #boxes(tree: Document): Other[] {
    if (!this.#known.has(tree)) for (const type of LEFT) listen(tree, type, this.#hear);
    const known = this.#known.get(tree);
    if (known != null) return known;
    const places = [...collect(tree.documentElement)].filter((one): one is Place => "box" in one && isMeant(one.box, false));
    const boxes = places.map((place) => ({ place, wanted: this.#want(place) }));
    this.#known.set(tree, boxes);
    return boxes;
  }

  #want(place: Place): Asked<Wanted | null> {
    const field = describe(place);
    const said = JSON.stringify(field);
    const known = this.#asked.get(place.box);
    if (known?.[0] === said) return known[1];
    const wanted = this.#reader.want(field, null);
    this.#asked.set(place.box, [said, wanted]);
    return wanted;
  }

  #forget(tree: Document): void {
    for (const type of LEFT) unlisten(tree, type, this.#hear);
    this.#known.delete(tree);
  }

  readonly #hear = (event: Event): void => {
    const box = event.composedPath()[0] as Box;
    this.#touched.add(box);
    // The page may have changed since.
    this.#known.set(box.ownerDocument, null);
    this.#changed();
  };
}

/** This document and those of the same origin around it, in the order of the page. */
function documents(): Document[] {
  let top: Window = window;
  while (top.parent !== top && documentOf(top.parent) !== null) top = top.parent;
  return inside(top);
}

function inside(frame: Window): Document[] {
  const inner = Array.from({ length: frame.length }, (_, at) => frame[at]!).flatMap(inside);
  const own = documentOf(frame);
  return own === null ? inner : [own, ...inner];
}

function documentOf(frame: Window): Document | null {
  try {
    return frame.document;
  } catch {
    return null;
  }
}
