// Finds the boxes of a page, in order. Nothing here knows what they are for.

import { all, attributeOf, isFragment, treeOf } from "./native.js";

/** Something to type into. */
export type Box = HTMLInputElement | HTMLTextAreaElement;

/** A box and what stands around it. */
export interface Place {
  readonly box: Box;
  /** The headings over it, the widest first: one list for all boxes under them. */
  readonly headings: readonly Element[];
  /** The labels of its tree. */
  readonly labels: Labels;
}

/** The labels of a tree by the id that they are for: read once for all boxes. */
export class Labels {
  readonly #tree: Node;
  #known: Map<string | null, Element[]> | undefined;

  constructor(tree: Node) {
    this.#tree = tree;
  }

  /** The same as `box.labels`, which searches the page each time. */
  of(box: Box): Element[] {
    const around = box.closest("label");
    const candidates = new Set([...(this.#byId().get(box.id) ?? []), ...(around === null ? [] : [around])]);
    return [...candidates].filter((label) => (label as HTMLLabelElement).control === box);
  }

  #byId(): Map<string | null, Element[]> {
    if (this.#known !== undefined) return this.#known;
    const known = (this.#known = new Map<string | null, Element[]>());
    for (const label of all(this.#tree, "label[for]")) {
      const id = attributeOf(label, "for");
      known.set(id, [...(known.get(id) ?? []), label]);
    }
    return known;
  }
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
export function* collect(root: Node, headings: (Element | undefined)[] = [], takes = isBox): Generator<Place | ShadowRoot, void> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  const labels = new Labels(treeOf(root));
  let path: readonly Element[] = headings.filter((one) => one !== undefined);
  for (let node: Node | null = root; node !== null; node = walker.nextNode()) {
    const { localName, shadowRoot } = node as Element;
    if (takes(node)) yield { box: node, headings: path, labels };
    else if (localName?.length === 2 && /^h[1-6]$/.test(localName)) {
      headings.length = Number(localName[1]);
      headings.push(node as Element);
      path = headings.filter((one) => one !== undefined);
    }
    if (isFragment(shadowRoot)) {
      yield shadowRoot!;
      yield* collect(shadowRoot!, headings, takes);
    }
  }
}
