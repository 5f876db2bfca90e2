// Watches the boxes under an element: knows which there are, hears what people do in them, and has
// what they leave there looked at and drawn.

import type { Finding } from "../generated/types.js";
import { option, own } from "../given.js";
import { between } from "./between.js";
import { type Box, OURS, collect, isBox } from "./collect.js";
import { type Engine, isIdentifier } from "./judge.js";
import { make } from "./mark.js";
import type { AttachOptions } from "./options.js";
import { attributeOf, isFragment, listen, nameOf, nearest, parentOf, treeOf, unlisten } from "./native.js";
import { Sending } from "./sending.js";
import { inSlices } from "./slices.js";
import { dress } from "./style.js";
import { MARKER, type Setting, Watched } from "./watched.js";
import { word } from "./words.js";

/** Attributes by which a page says what a box is. */
const TELLING = ["type", "name", "aria-label", "aria-labelledby", "placeholder", MARKER];

/** A finger is already gone when the mouse that stands for it comes. */
const PRESSED = ["pointerdown", "mousedown"];
/** Not every page lets it be seen that a pointer is let go: who types has done so. */
const RELEASED = ["pointerup", "pointercancel", "mouseup", "keydown"];

export class Watch {
  readonly #setting: Setting;
  readonly #sending: Sending;
  /** In the order of the page. */
  #boxes = new Map<Box, Watched>();
  /** Root, shadow roots and forms that are heard, and how that ends. */
  readonly #heard = new Map<Node, () => void>();
  readonly #events = new WeakSet<Event>();
  readonly #observer: MutationObserver;
  /** The pointer is down, and these boxes were left by that. */
  #pressed = false;
  readonly #leaving = new Set<Watched>();
  readonly #status = make("div", "status", []);
  /** Documents and shadow roots that have our style, and how that ends. */
  readonly #dressed = new Map<Node, () => void>();
  #attached = true;
  /** The page has changed since boxes were last looked for. */
  #stale = true;
  #preparing = false;
  /** Somebody has come to a box. Before that, no box is asked what it wants. */
  #visited = false;
  /** The box that is asked first. */
  #first: Watched | null = null;
  /** Which search for boxes is the latest. */
  #search = 0;

  constructor(root: HTMLElement, engine: Engine, options: AttachOptions | undefined) {
    const locale = option(options, "locale") ?? languageOf(root);
    const today = option(options, "today");
    this.#setting = {
      root,
      engine,
      locale,
      today: () => today ?? localDay(new Date()),
      marked: own(options, "marked") === true,
      settle: (changed) => {
        this.#settle(changed);
        this.#announce(changed[0]!, true);
      },
    };
    this.#sending = new Sending(locale, (form) => this.#all(form), (box) => this.#boxes.get(box));
    this.#observer = new MutationObserver((records) => this.#changed(records));
    this.#status.setAttribute("role", "status");
    this.#enter(root);
    // Wherever the pointer goes, boxes are left by it.
    this.#hear(document, [...PRESSED, ...RELEASED]);
    void this.#prepare();
  }

  /** Checks all boxes now. */
  check(): Finding[] {
    const all = this.#attached ? this.#all() : [];
    return structuredClone(all.flatMap(({ findings }) => findings));
  }

  /** Leaves the page as it was. */
  detach(): void {
    this.#attached = false;
    this.#observer.disconnect();
    for (const leave of [...this.#heard.values(), ...this.#dressed.values()]) leave();
    for (const box of this.#boxes.values()) box.leave();
    this.#sending.end();
    this.#heard.clear();
    this.#dressed.clear();
    this.#boxes.clear();
    this.#status.remove();
  }

  /** Looks at all boxes, or at all of a form. */
  #all(form?: HTMLFormElement): Watched[] {
    for (const _ of this.#gather());
    const all = [...this.#boxes.values()].filter(({ box }) => form === undefined || box.form === form);
    this.#settle(all);
    return all;
  }

  /** Looks at these boxes, compares all, and draws what has changed. */
  #settle(changed: Iterable<Watched>): void {
    for (const one of changed) one.look();
    this.#draw();
  }

  #draw(): void {
    this.#lay();
    const { locale, engine } = this.#setting;
    const all = [...this.#boxes.values()];
    const numbers = all.filter((one) => one.wanted !== null && isIdentifier(one.wanted.kind) && one.isOpen);
    const found = between(numbers.map((one) => one.filled), locale, engine);
    for (const one of all) one.draw(found.filter(({ at }) => at.watched === one));
    this.#sending.update();
  }

  /** Puts on the page what drawing needs: nothing, before somebody comes. */
  #lay(): void {
    for (const node of this.#heard.keys()) {
      const tree = treeOf(node);
      if (node !== document && !this.#dressed.has(tree)) this.#dressed.set(tree, dress(tree));
    }
    if (!this.#status.isConnected) shelve(this.#status, this.#setting.root);
  }

  /** Says aloud what stands beside a box now, or that nothing does any more. */
  #announce(one: Watched, wasMended: boolean): void {
    const { locale } = this.#setting;
    const messages = one.findings.map(({ message }) => message).join(" ");
    const said = messages || (wasMended && one.seen?.trim() ? word(locale, "fine") : "");
    one.told = one.seen;
    this.#status.textContent = said === "" || !one.wanted ? "" : `${one.wanted.label}: ${said}`;
  }

  /** Gets ready for what people will do, while the page has nothing else to do. */
  async #prepare(): Promise<void> {
    if (this.#preparing) return;
    this.#preparing = true;
    const wanted = () => this.#attached;
    try {
      do await inSlices(this.#steps(), wanted);
      while (this.#attached && this.#stale);
    } catch (error) {
      this.#giveUp(error);
    }
    this.#preparing = false;
  }

  *#steps(): Generator<void> {
    const { engine, locale } = this.#setting;
    if (this.#stale) yield* this.#gather();
    if ([...this.#boxes.values()].some(({ isMeant }) => isMeant)) yield engine.demand();
    if (!this.#visited) return;
    yield* engine.prepare(locale);
    yield this.#first?.learn();
    this.#first = null;
    for (const one of [...this.#boxes.values()]) yield one.learn();
    // What was left meanwhile is compared with all of them.
    this.#draw();
  }

  /** Looks for boxes. A later search overtakes one that is not done. */
  *#gather(): Generator<void> {
    this.#changed(this.#observer.takeRecords());
    this.#stale = false;
    const search = ++this.#search;
    const found = new Map<Box, Watched>();
    for (const one of collect(this.#setting.root)) {
      if ("box" in one) found.set(one.box, this.#place(one));
      else this.#enter(one);
      yield;
      if (search !== this.#search) return;
    }
    // What moved meanwhile may have been passed over.
    this.#changed(this.#observer.takeRecords());
    if (this.#stale) return;
    for (const [box, one] of this.#boxes) if (!found.has(box)) one.leave();
    this.#boxes = found;
    for (const one of found.values()) one.follow();
  }

  #place(place: Watched["place"]): Watched {
    const one = this.#boxes.get(place.box) ?? new Watched(place, this.#setting);
    one.place = place;
    this.#boxes.set(place.box, one);
    // A form may be around the root, or elsewhere.
    const { form } = place.box;
    if (form !== null && !isInside(form, this.#setting.root)) this.#hear(form, ["click", "invalid", "submit", "reset"]);
    return one;
  }

  /** Hears and sees what happens in the root or in a shadow root. */
  #enter(tree: Node): void {
    if (this.#heard.has(tree)) return;
    this.#hear(tree, ["focusin", "focusout", "change", "input", "click", "invalid", "submit", "reset"]);
    const seen = { __proto__: null, childList: true, subtree: true, attributeFilter: TELLING, attributeOldValue: true };
    this.#observer.observe(tree, seen);
  }

  #hear(target: Node, types: readonly string[]): void {
    if (this.#heard.has(target)) return;
    for (const type of types) listen(target, type, this.#listener);
    this.#heard.set(target, () => {
      for (const type of types) unlisten(target, type, this.#listener);
    });
  }

  readonly #listener = (event: Event): void => {
    // What leaves a shadow tree is heard again outside.
    if (this.#events.has(event)) return;
    this.#events.add(event);
    try {
      this.#happened(event);
    } catch (error) {
      this.#giveUp(error);
    }
  };

  #happened(event: Event): void {
    const { type } = event;
    if (RELEASED.includes(type)) return this.#released();
    if (PRESSED.includes(type)) this.#pressed = true;
    if (type === "click") return this.#sending.clicked(event);
    if (type === "invalid") return this.#sending.refused(event);
    if (type === "submit") return this.#sending.sent(event);
    if (type === "reset") return void setTimeout(() => this.#reset(event.target as HTMLFormElement));
    const one = this.#boxOf(event);
    if (one === undefined) return;
    if (type === "input") this.#typed(one);
    else if (type === "focusin" || PRESSED.includes(type)) this.#came(one);
    else if (this.#pressed) this.#leaving.add(one);
    else this.#left(one);
  }

  #came(one: Watched): void {
    if (!one.unknown) return;
    this.#visited = true;
    this.#first = one;
    void this.#prepare();
  }

  /** What is drawn while a button is pressed would push it away from under the pointer. */
  #released(): void {
    if (!this.#pressed) return;
    // After the click.
    setTimeout(() => {
      this.#pressed = false;
      const leaving = [...this.#leaving];
      this.#leaving.clear();
      if (this.#attached) for (const one of leaving) this.#left(one);
    });
  }

  #boxOf(event: Event): Watched | undefined {
    const box = event.composedPath()[0];
    if (!isBox(box)) return undefined;
    // A shadow root may have come without a sign.
    if (!this.#boxes.has(box) && isInside(box, this.#setting.root)) for (const _ of this.#gather());
    return this.#boxes.get(box);
  }

  #left(one: Watched): void {
    if (one.told === one.box.value) return;
    const { mending } = one;
    one.mending = false;
    this.#settle([one]);
    this.#announce(one, mending);
  }

  /** While a person types nothing is said, unless that something is mended. */
  #typed(one: Watched): void {
    one.undo = null;
    if (one.mending) {
      this.#settle([one]);
      if (one.findings.length === 0) this.#announce(one, true);
    } else if (one.judged !== null) {
      one.judged = null;
      this.#draw();
    }
  }

  #reset(form: HTMLFormElement): void {
    if (!this.#attached) return;
    for (const one of this.#boxes.values()) if (one.box.form === form) one.forget();
    this.#draw();
  }

  #changed(records: readonly MutationRecord[]): void {
    for (const { target, attributeName, oldValue, addedNodes, removedNodes } of records) {
      if (attributeName === null) {
        if ([...addedNodes, ...removedNodes].some((node) => !isOurs(node))) this.#stale = true;
      } else if (attributeOf(target as Element, attributeName) !== oldValue) {
        // Frameworks write again what is there already.
        const one = this.#boxes.get(target as Box);
        if (one !== undefined) one.unknown = true;
        this.#stale = true;
      }
    }
    if (this.#stale) void this.#prepare();
  }

  /** WebAssembly is blocked: the page is left as it was, and told. */
  #giveUp(error: unknown): void {
    this.detach();
    reportError(error);
  }
}

function isOurs(node: Node): boolean {
  return node instanceof Element && attributeOf(node, "class")?.startsWith(OURS) === true;
}

function isInside(node: Node, root: Node): boolean {
  for (let one: Node | null = node; one !== null; one = parentOf(one)) if (one === root) return true;
  return false;
}

/** Where a status can stand: some elements take only certain others. */
const SHELVES = new Set(["form", "div", "section", "main", "article", "aside", "header", "footer", "fieldset", "dialog", "body"]);

/** Puts an element where it can stand and is read out: near the root, in a shadow tree if that has one. */
function shelve(element: Element, root: Element): void {
  for (let node: Node | null = root; node !== null; node = parentOf(node)) {
    const { shadowRoot } = node as Element;
    if (isFragment(shadowRoot)) return shadowRoot!.append(element);
    if (isFragment(node) || SHELVES.has(nameOf(node))) return void Node.prototype.appendChild.call(node, element);
  }
  // It may still be on its way.
  document.body?.append(element);
}

function languageOf(root: Element): string {
  const said = nearest(root, "[lang]");
  return (said && attributeOf(said, "lang")) || "en";
}

function localDay(day: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
