// What is drawn at a box, and how all of it goes away again.

import type { Severity } from "../generated/types.js";
import { type Box, OURS } from "./collect.js";
import { BOXES } from "./describe.js";
import { all, attributeOf, languageOf, nameOf, nearest, parentOf, treeOf } from "./native.js";
import { SHARED } from "./roots.js";

/** Something to tell at a box. */
export interface Line {
  readonly severity: Severity;
  /** The severity as a word: no color tells it alone. */
  readonly title: string;
  readonly message: string;
}

/** Something that a click does. */
export interface Offer {
  readonly label: string;
  take(): void;
}

/** The class of what a guest draws, who keeps no form: a page may have a copy of this of its own. */
export const GUEST = `${OURS}-guest`;

/** What the page's own copy says behind a place: only a guest asks. */
export type Hear = (place: Element) => ReadonlySet<string | null>;

/** What stands at one box. */
export class Mark {
  readonly #box: Box;
  readonly #root: Node;
  readonly #hear: Hear | undefined;
  readonly #loans = new Map<string, Loan>();
  #beside: HTMLElement | null = null;
  #shown = "";
  /** The page's own copy says some of it already. */
  #yields = false;
  #faulty = false;

  constructor(box: Box, root: Node, hear?: Hear) {
    this.#box = box;
    this.#root = root;
    this.#hear = hear;
  }

  get isShown(): boolean {
    return this.#beside !== null;
  }

  get around(): Node | null {
    return this.#beside?.parentNode ?? (this.#yields ? placeOf(this.#box, this.#root).parentNode : null);
  }

  /** Whether the page has taken nothing of it away. */
  get isWhole(): boolean {
    return this.#beside === null ? !this.#yields : this.#beside.isConnected && !this.#yields;
  }

  /** Says this at the box, and offers that, in place of what was there. */
  show(found: readonly Line[], offered: readonly Offer[], language: string): void {
    const said = this.#hear?.(placeOf(this.#box, this.#root));
    const lines = found.filter(({ title, message }) => !said?.has(`${title}: ${message}`));
    const offers = offered.filter(({ label }) => !said?.has(label));
    this.#yields = lines.length + offers.length < found.length + offered.length;
    const shown = JSON.stringify([lines, offers.map(({ label }) => label)]);
    if (shown === this.#shown && this.isWhole) return;
    this.#shown = shown;
    this.#beside?.remove();
    this.#beside = null;
    let described: string | null = null;
    const error = lines.find(({ severity }) => severity === "error");
    if (lines.length + offers.length > 0 && this.#box.isConnected) {
      const texts = make("div", "texts", lines.map(paragraph));
      texts.id = freeId(this.#box);
      (texts as Made)[SHARED] = this.#box;
      this.#beside = speak(make("div", "beside", [texts, ...offers.map(button)]), language);
      if (this.#hear) this.#beside.classList.add(GUEST);
      placeOf(this.#box, this.#root).after(this.#beside);
      fit(this.#beside);
      if (lines.length > 0) described = texts.id;
    }
    this.lend("aria-describedby", described, true);
    this.lend("aria-invalid", error === undefined ? null : "true");
    // A guest keeps no form from being sent.
    if (!this.#hear) this.#setFault(error?.message ?? "");
  }

  /** Takes everything away. */
  clear(): void {
    this.show([], [], "");
    for (const name of this.#loans.keys()) this.lend(name, null);
  }

  /** Whether the page has left what was lent. */
  get isHeld(): boolean {
    return [...this.#loans.values()].every((loan) => loan.isHeld);
  }

  /** Stands beside the box again if the page has moved that, and is linked to it. */
  follow(): void {
    for (const loan of this.#loans.values()) if (!loan.isHeld) loan.lend();
    if (this.#beside === null || !this.#box.isConnected) return;
    const place = placeOf(this.#box, this.#root);
    if (place.nextSibling !== this.#beside) place.after(this.#beside);
  }

  /** Sets an attribute until it is set to null again, perhaps behind what the page has there. */
  lend(name: string, value: string | null, joins = false): void {
    this.#loans.get(name)?.giveBack();
    this.#loans.delete(name);
    if (value !== null) this.#loans.set(name, new Loan(this.#box, name, value, joins));
  }

  /** The only place where validity is set and cleared. A page's own word on it stays. */
  #setFault(message: string): void {
    if (this.#box.validity.customError && !this.#faulty) return;
    if (message !== "" || this.#faulty) this.#box.setCustomValidity(message);
    this.#faulty = message !== "";
  }
}

/** A page that takes an attribute away so often means it. */
const MOST_TIMES = 50;

/** An attribute that is ours for a while. */
class Loan {
  readonly #element: Element;
  readonly #name: string;
  readonly #own: string;
  readonly #joins: boolean;
  #times = 0;
  #before: string | null = null;
  #whole = "";

  constructor(element: Element, name: string, own: string, joins: boolean) {
    this.#element = element;
    this.#name = name;
    this.#own = own;
    this.#joins = joins;
    this.lend();
  }

  /** Whether it still says so. Where there is room for one word only, the page's goes before ours. */
  get isHeld(): boolean {
    const now = attributeOf(this.#element, this.#name);
    return this.#times === MOST_TIMES || (now !== null && (!this.#joins || now.split(" ").includes(this.#own)));
  }

  lend(): void {
    this.#times++;
    this.#before = attributeOf(this.#element, this.#name);
    this.#whole = this.#joins && this.#before ? `${this.#before} ${this.#own}` : this.#own;
    this.#element.setAttribute(this.#name, this.#whole);
  }

  /** As it was. What the page has written there meanwhile stays, without what is ours. */
  giveBack(): void {
    const now = attributeOf(this.#element, this.#name);
    if (now === null) return;
    const others = now.split(" ").filter((one) => one !== this.#own);
    // Where only ours is left, nothing is.
    const rest = now === this.#whole ? this.#before : others.length > 0 ? others.join(" ") : null;
    if (rest !== now) write(this.#element, this.#name, rest);
  }
}

function write(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** Something of ours, by a property that no copy has which a page makes: of texts the box that they are about. */
type Made = Element & { [SHARED]?: unknown };

/** What stands on the page by itself says in which language, whatever the page's is. */
export function speak<One extends HTMLElement>(element: One, language: string): One {
  (element as Made)[SHARED] = true;
  element.lang = language;
  // All that there are.
  element.dir = "ltr";
  return element;
}

/** The page's own words among ours. */
export function cite(words: string, near: Element): Element {
  const cited = make("bdi", "cited", [words]);
  cited.lang = languageOf(near);
  return cited;
}

/** Whoever copies a part of the page copies what stands there because of us: takes that away. */
export function removeCopies(tree: Node): void {
  for (const one of all(tree, `.${OURS}-beside, .${OURS}-summary, .${OURS}-status`) as Iterable<Made>)
    if (one[SHARED] === undefined && one.matches(`.${OURS}:not(.${GUEST})`)) one.remove();
}

/** Takes away from a box what was lent to the one that it was copied from. */
export function returnCopied(box: Box): void {
  const ids = attributeOf(box, "aria-describedby")?.split(" ") ?? [];
  const own = ids.filter((id) => {
    const texts: Made | null | undefined = treeOf(box).getElementById?.(id);
    // Of a guest nobody here knows whose it is.
    return !/^prefile-\d+$/.test(id) || (texts != null && (texts[SHARED] === box || nearest(texts, `.${GUEST}`) !== null));
  });
  if (own.length === ids.length) return;
  write(box, "aria-invalid", null);
  write(box, "aria-describedby", own.join(" ") || null);
}

/** A new element of ours. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  part: string,
  inside: readonly (Node | string)[],
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.className = `${OURS} ${OURS}-${part}`;
  element.append(...inside);
  return element;
}

function paragraph({ severity, title, message }: Line): Node {
  const text = make("p", "text", [make("strong", "title", [`${title}:`]), ` ${message}`]);
  text.classList.add(`${OURS}-${severity}`);
  return text;
}

function button({ label, take }: Offer): Node {
  const element = make("button", "button", [label]);
  element.type = "button";
  // Of no form: whoever goes through the elements of the page's form finds its own.
  element.setAttribute("form", "");
  element.addEventListener("click", take);
  return element;
}

let count = 0;

/** An id that nothing has. */
export function freeId(near: Node): string {
  const tree = treeOf(near);
  let id: string;
  do id = `${OURS}-${++count}`;
  while (tree.getElementById?.(id));
  return id;
}

/** In a row of the page's it takes a line of its own; a column must not become two. */
export function fit(element: Element): void {
  // Nothing is around what stands in a shadow root itself.
  const { display, flexDirection } = getComputedStyle(element.parentElement ?? element);
  if (/flexrow/.test(display + flexDirection)) element.classList.add(`${OURS}-line`);
}

/** Around these a box is not alone. */
const EDGES = new Set(["form", "fieldset", "main", "body"]);

/** Behind what we stand: not inside a label, whose words are the box's name, nor in a row with the box. */
function placeOf(box: Box, root: Node): Element {
  let place: Element = box.closest("label") ?? box;
  // A label that floats over its box is told by the page's style that it comes next.
  const next = place.nextElementSibling as HTMLLabelElement | null;
  if (next?.control === box) place = next;
  for (;;) {
    const parent = parentOf(place);
    if (place === root || parent === root || !(parent instanceof Element) || EDGES.has(nameOf(parent))) return place;
    if (all(parent, BOXES).length > 1 || !/flex|grid/.test(getComputedStyle(parent).display)) return place;
    place = parent;
  }
}
