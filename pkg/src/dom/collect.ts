// Finds the boxes of a page, in order. Nothing here knows what they are for.

import { isFragment } from "./native.js";

/** Something to type into. */
export type Box = HTMLInputElement | HTMLTextAreaElement;

/** A box and the headings over it, the widest first. */
export interface Place {
  readonly box: Box;
  readonly headings: readonly Element[];
}

/** The class of whatever stands on a page because of us. */
export const OURS = "prefile";

/** Inputs that a value of ours is typed into. */
const TYPED = new Set(["text", "search", "tel", "email", "url", "number", "password", "date"]);

/** Whether this is something to type a value into. */
export function isBox(node: unknown): node is Box {
  const { localName, type } = node as Partial<Box>;
  return localName === "textarea" || (localName === "input" && TYPED.has(type!));
}

/**
 * The boxes under `root` and the open shadow roots on the way, each before what is in it. To be
 * taken in slices: a page that changes meanwhile is left early.
 */
export function* collect(root: Node, headings: (Element | undefined)[] = []): Generator<Place | ShadowRoot, void> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  let path: readonly Element[] = headings.filter((one) => one !== undefined);
  for (let node: Node | null = root; node !== null; node = walker.nextNode()) {
    const { localName, shadowRoot } = node as Element;
    if (isBox(node)) yield { box: node, headings: path };
    else if (localName?.length === 2 && /^h[1-6]$/.test(localName)) {
      headings.length = Number(localName[1]);
      headings.push(node as Element);
      path = headings.filter((one) => one !== undefined);
    }
    if (isFragment(shadowRoot)) {
      yield shadowRoot!;
      yield* collect(shadowRoot!, headings);
    }
  }
}
