// A form shows boxes under their names: with <input name="parentNode"> inside, `form.parentNode` is
// that box. So whatever may be a form is asked through the prototypes.

type Getter<Result> = (this: Node) => Result;
let parentNode: Getter<Node | null> | undefined;
let localName: Getter<string> | undefined;

function getter<Result>(prototype: object, name: string): Getter<Result> {
  return Object.getOwnPropertyDescriptor(prototype, name)!.get as Getter<Result>;
}

/** The node around this one, out of a shadow tree too. */
export function parentOf(node: Node): Node | null {
  parentNode ??= getter(Node.prototype, "parentNode");
  return parentNode.call(node) ?? (isFragment(node) ? (node as Partial<ShadowRoot>).host ?? null : null);
}

/** The name of an element, "" of another node. */
export function nameOf(node: Node): string {
  localName ??= getter(Element.prototype, "localName");
  return isOne(node) ? localName.call(node) : "";
}

/** Whether a node is an element: in another frame, elements are made elsewhere. */
export function isOne(node: Node): node is Element {
  return node instanceof Element || (node.ownerDocument !== null && node.ownerDocument !== document && isElement(node));
}

/** Whether it is an element, and not only looks like one. */
export function isElement(one: unknown): one is Element {
  try {
    return attributeOf(one as Element, "id") !== undefined;
  } catch {
    return false;
  }
}

/** All of a document. */
export function wholeOf(tree: Document): Element | null {
  return getter(Document.prototype, "documentElement").call(tree) as Element | null;
}

/** Whether this is a shadow root, or something that never was on a page. */
export function isFragment(node: Node | null | undefined): boolean {
  return node?.nodeType === Node.DOCUMENT_FRAGMENT_NODE;
}

/** The document or shadow root that a node is in. */
export function treeOf(node: Node): Document | ShadowRoot {
  return Node.prototype.getRootNode.call(node) as Document | ShadowRoot;
}

/** An attribute as it is written. */
export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

/** This element or the nearest around it that matches, out of a shadow tree too. */
export function nearest(element: Element, selector: string): Element | null {
  const host = parentOf(treeOf(element)) as Element | null;
  return Element.prototype.closest.call(element, selector) ?? (host && nearest(host, selector));
}

/** The language that is said around a node; "" if none is. */
export function languageOf(node: Element): string {
  const said = nearest(node, "[lang]");
  return said === null ? "" : attributeOf(said, "lang")!;
}

/** What matches inside an element or a tree. */
export function all(node: Node, selector: string): NodeListOf<Element> {
  const { prototype } = isOne(node) ? Element : isFragment(node) ? DocumentFragment : Document;
  return prototype.querySelectorAll.call(node, selector);
}

/** Hears events on their way down, before the page does. */
export function listen(target: EventTarget, type: string, hear: (event: Event) => void): void {
  EventTarget.prototype.addEventListener.call(target, type, hear, true);
}

export function unlisten(target: EventTarget, type: string, hear: (event: Event) => void): void {
  EventTarget.prototype.removeEventListener.call(target, type, hear, true);
}
