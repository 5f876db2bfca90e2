// Watches the boxes under an element: knows which there are, hears what people do in them, and has
// what they leave there looked at and drawn.

import type { Finding } from "../generated/types.js";
import { type Box, OURS, type Place, collect, isBox } from "./collect.js";
import { GUEST, type Hear, cite, make, removeCopies, returnCopied, speak } from "./mark.js";
import { attributeOf, isFragment, listen, nameOf, nearest, parentOf, treeOf, unlisten } from "./native.js";
import type { Reader } from "./reader.js";
import { begin, end, isOf } from "./roots.js";
import type { Sending } from "./sending.js";
import { inSlices } from "./slices.js";
import { dress } from "./style.js";
import { MARKER, type Root, type Setting, Watched } from "./watched.js";

/** Attributes by which a page says what a box is. */
const TELLING = ["type", "role", "name", "id", "for", "aria-label", "aria-labelledby", "placeholder", MARKER];
/** Attributes that are lent to boxes with a finding. */
const LENT = ["aria-describedby", "aria-invalid"];

/** A finger is already gone when the mouse that stands for it comes. */
const PRESSED = ["pointerdown", "mousedown"];
/** Not every page lets it be seen that a pointer is let go: who types has done so. */
const RELEASED = ["pointerup", "pointercancel", "mouseup", "keydown"];

export class Watch {
  readonly #setting: Setting;
  readonly #sending: Sending | undefined;
  /** In the order of the page. */
  #boxes = new Map<Box, Watched>();
  /** Root, shadow roots and forms that are heard, and how that ends. */
  readonly #heard = new Map<Node, () => void>();
  readonly #events = new WeakSet<Event>();
  readonly #observer: MutationObserver;
  /** The pointer is down, and these boxes were left by that. */
  #pressed = false;
  readonly #leaving = new Set<Watched>();
  /** What is done once it is known what there is to say of a box. */
  readonly #later = new Map<Watched, () => void>();
  readonly #status = make("div", "status", []);
  /** Where that stands, as near to the person as need be. */
  #shelf: Root | undefined;
  /** Documents and shadow roots that have our style, and how that ends. */
  readonly #dressed = new Map<Node, () => void>();
  #attached = true;
  /** The page has changed since boxes were last looked for. */
  #stale = true;
  /** How often it has. */
  #changes = 0;
  #preparing = false;
  /** Somebody has come to a box. Before that, no box is asked what it wants. */
  #visited = false;
  /** The box that is asked first. */
  #first: Watched | null = null;
  /** Which search for boxes is the latest. */
  #search = 0;

  /** Who keeps its forms, or else is a guest there. */
  constructor(root: Root, reader: Reader, marked: boolean, sendingOf?: (watch: Watch) => Sending, hear?: Hear) {
    this.#sending = sendingOf?.(this);
    this.#setting = {
      root,
      reader,
      marked,
      hear,
      settle: (changed) => {
        this.#settle(changed);
        this.#when(changed[0]!, (one) => this.#announce(one, true));
      },
    };
    this.#observer = new MutationObserver((records) => this.#changed(records));
    this.#status.setAttribute("role", "status");
    if (this.#setting.hear) this.#status.classList.add(GUEST);
    this.#enter(root);
    if (hear) {
      this.#visit(document.activeElement);
    } else {
      begin(root, this);
      this.#begin();
    }
  }

  /** Checks all boxes now. */
  check(): Finding[] {
    const all = this.#attached ? this.look() : [];
    return structuredClone(all.flatMap(({ findings }) => findings));
  }

  /** Leaves the page as it was. */
  detach(): void {
    this.#attached = false;
    this.#observer.disconnect();
    for (const leave of [...this.#heard.values(), ...this.#dressed.values()]) leave();
    for (const box of this.#boxes.values()) box.leave();
    this.#sending?.end();
    this.#heard.clear();
    this.#dressed.clear();
    this.#boxes.clear();
    this.#later.clear();
    this.#status.remove();
    end(this.#setting.root, this);
  }

  /** A root inside this one came or went. */
  again(): void {
    for (const _ of this.#gather());
    void this.#prepare();
  }

  /** All that is known, in the order of the page. */
  get all(): Iterable<Watched> {
    return this.#boxes.values();
  }

  /** What a box is known for. */
  known(box: Box): Watched | undefined {
    return this.#boxes.get(box);
  }

  /** Looks at all boxes, or at those that are meant. */
  look(isMeant = (_: Box): boolean => true): Watched[] {
    for (const _ of this.#gather());
    const all = [...this.#boxes.values()].filter(({ box }) => isMeant(box));
    this.#settle(all);
    return all;
  }

  /** Takes up the answers that have come since they were asked for. */
  resume(): void {
    if (!this.#attached) return;
    for (const one of this.#boxes.values()) one.hear();
    this.#draw();
    for (const [one, act] of this.#later)
      if (!one.isWaiting) {
        this.#later.delete(one);
        act();
      }
    void this.#prepare();
  }

  /** Does this once it is known what there is to say of a box. */
  #when(one: Watched, act: (one: Watched) => void): void {
    this.#later.delete(one);
    if (one.isWaiting) this.#later.set(one, () => act(one));
    else act(one);
  }

  /** Looks at these boxes, compares all, and draws what has changed. */
  #settle(changed: Iterable<Watched>): void {
    for (const one of changed) one.look();
    this.#draw();
  }

  /** The page writes into boxes, hides them and changes their labels without a word: what was found there is looked at again. */
  #refresh(): void {
    const outdated = [...this.#boxes.values()].filter(({ isOutdated }) => isOutdated);
    if (outdated.length > 0) this.#settle(outdated);
  }

  #draw(): void {
    this.#lay();
    const all = [...this.#boxes.values()];
    // Of boxes that nobody has looked at there is nothing to say.
    const numbers = all.some(({ judged }) => judged !== null) ? all.filter((one) => one.wanted?.number === true && one.isOpen) : [];
    const { answer: found } = this.#setting.reader.between(numbers.map((one) => one.filled));
    if (found === undefined) return;
    for (const one of all) {
      one.draw(found.filter(({ at }) => at.watched === one));
      // What stands on the page stays beside its box.
      if (this.#setting.hear && one.around !== null) this.#observer.observe(one.around, { childList: true });
    }
    this.#sending?.update();
  }

  /** Puts on the page what drawing needs: nothing before somebody comes, or where no box is ours. */
  #lay(): void {
    if (![...this.#boxes.values()].some(({ wanted }) => wanted !== null)) return;
    for (const node of this.#heard.keys()) {
      const tree = treeOf(node);
      if (node !== document && !this.#dressed.has(tree)) this.#dressed.set(tree, dress(tree));
    }
    const { reader, root } = this.#setting;
    if (!this.#status.isConnected) shelve(speak(this.#status, reader.language), this.#shelf?.isConnected ? this.#shelf : root);
  }

  /** Says aloud what stands beside a box now, or that nothing does any more. */
  #announce(one: Watched, wasMended: boolean): void {
    const messages = one.findings.map(({ message }) => message).join(" ");
    const said = messages || (wasMended && one.seen?.trim() ? this.#setting.reader.word("fine") : "");
    one.told = one.seen;
    this.#status.replaceChildren(...(said === "" || !one.wanted ? [] : [cite(one.wanted.label, one.box), `: ${said}`]));
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
    const { reader } = this.#setting;
    if (this.#stale) yield* this.#gather();
    if ([...this.#boxes.values()].some(({ isMeant }) => isMeant)) yield reader.demand();
    if (!this.#visited) return;
    yield* reader.prepare();
    yield this.#first?.learn();
    this.#first = null;
    for (const one of [...this.#boxes.values()]) if (one.unknown) yield one.learn();
    // What was left meanwhile is compared with all of them.
    this.#draw();
    this.#refresh();
  }

  /** Looks for boxes. A later search overtakes one that is not done. */
  *#gather(): Generator<void> {
    this.#changed(this.#observer.takeRecords());
    this.#stale = false;
    const search = ++this.#search;
    const changes = this.#changes;
    const found = new Map<Box, Watched>();
    this.#clean(this.#setting.root);
    for (const one of collect(this.#setting.root)) {
      if (!("box" in one)) {
        this.#clean(one);
        this.#enter(one);
      } else if (isOf(one.box, this.#setting.root)) found.set(one.box, this.#place(one, changes));
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

  /** A guest cannot tell its own from copies: the next one sweeps all of it away. */
  #clean(tree: Node): void {
    if (!this.#setting.hear) removeCopies(tree);
  }

  #place(place: Place, changes: number): Watched {
    let one = this.#boxes.get(place.box);
    if (one === undefined) {
      if (!this.#setting.hear) returnCopied(place.box);
      this.#boxes.set(place.box, (one = new Watched(place, this.#setting)));
    }
    one.stand(place, changes);
    // A form may be around the root, or elsewhere.
    const { form } = place.box;
    if (form !== null && !isOf(form, this.#setting.root)) this.#hear(form, this.#ofForms);
    return one;
  }

  /** Hears and sees what happens in the root or in a shadow root. */
  #enter(tree: Node): void {
    if (this.#heard.has(tree)) return;
    this.#hear(tree, ["focusin", "focusout", "change", "input", ...this.#ofForms]);
    const seen = { __proto__: null, childList: true, characterData: true, subtree: true, attributeFilter: [...TELLING, ...LENT], attributeOldValue: true };
    if (!this.#setting.hear) this.#observer.observe(tree, seen);
  }

  get #ofForms(): string[] {
    return this.#sending === undefined ? ["reset"] : ["click", "invalid", "submit", "reset"];
  }

  #hear(target: Node, types: readonly string[]): void {
    if (this.#heard.has(target)) return;
    for (const type of types) listen(target, type, this.#listener);
    this.#heard.set(target, () => {
      for (const type of types) unlisten(target, type, this.#listener);
    });
  }

  readonly #listener = (event: Event): void => {
    try {
      if (isAsking(event)) this.#refresh();
      // A click anywhere may be on what asks, or on a button that stands outside its form.
      if (event.type === "click" && event.currentTarget === document) return this.#sending?.clicked(event);
      // What leaves a shadow tree is heard again outside.
      if (this.#events.has(event)) return;
      this.#events.add(event);
      this.#happened(event);
    } catch (error) {
      this.#giveUp(error);
    }
  };

  #happened(event: Event): void {
    const { type } = event;
    if (RELEASED.includes(type)) return this.#released();
    if (PRESSED.includes(type)) this.#pressed = true;
    if (type === "click") return this.#clicked(event);
    if (type === "invalid") return this.#refused(event);
    if (type === "submit") return this.#sending?.sent(event);
    if (type === "reset") return void setTimeout(() => this.#reset(event.target as HTMLFormElement));
    const comes = type === "focusin" || PRESSED.includes(type);
    if (comes && this.#setting.hear) return this.#visit(event.composedPath()[0]);
    const one = this.#boxOf(event);
    // What is chosen may be in the list of what must be fixed.
    if (one === undefined) return this.#sending?.update();
    if (type === "input") this.#typed(one);
    else if (comes) this.#came(one);
    else if (this.#pressed) this.#leaving.add(one);
    else this.#left(one);
  }

  #clicked(event: Event): void {
    this.#sending?.clicked(event);
    // "I have none": the page may hide boxes now.
    setTimeout(() => {
      if (this.#attached) this.#refresh();
    });
  }

  /** A box is not let through. */
  #refused(event: Event): void {
    const one = this.#boxes.get(event.composedPath()[0] as Box);
    if (one?.isOutdated) this.#settle([one]);
    // It is by now: nothing must be shown.
    if (one?.box.validity.valid) event.preventDefault();
    else if (!this.#sending?.refused(event)) one?.reveal();
  }

  #came(one: Watched): void {
    this.#near(one.box);
    if (!one.unknown) return;
    this.#visited = true;
    this.#first = one;
    void this.#prepare();
  }

  /** Who keeps no form has no eye on the page: it is looked at again whenever somebody comes to a box. */
  #visit(box: unknown): void {
    if (!isBox(box)) return;
    this.#near(box);
    const one = this.#boxes.get(box);
    one?.doubt();
    this.#stale ||= one === undefined;
    this.#visited = true;
    this.#first = one ?? null;
    this.#begin();
  }

  /** Out of an open dialog nothing else on the page is read: what is said aloud is said in it. */
  #near(box: Box): void {
    const shelf = nearest(box, "dialog, [aria-modal=true]") ?? this.#setting.root;
    if (shelf === this.#shelf) return;
    this.#shelf = shelf;
    this.#status.remove();
    this.#lay();
  }

  #begin(): void {
    // Wherever the pointer goes, boxes are left by it.
    this.#hear(document, ["click", ...PRESSED, ...RELEASED]);
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
    if (!this.#boxes.has(box) && isOf(box, this.#setting.root)) for (const _ of this.#gather());
    return this.#boxes.get(box);
  }

  #left(one: Watched): void {
    if (one.told === one.box.value) return;
    const { mending } = one;
    one.mending = false;
    this.#settle([one]);
    this.#when(one, () => this.#announce(one, mending));
  }

  /** While a person types nothing is said, unless that something is mended. */
  #typed(one: Watched): void {
    one.undo = null;
    if (one.mending) {
      this.#settle([one]);
      this.#when(one, () => {
        if (one.findings.length === 0) this.#announce(one, true);
      });
    } else if (one.judged !== null || one.isWaiting) {
      one.drop();
      this.#later.delete(one);
      this.#draw();
    }
  }

  #reset(form: HTMLFormElement): void {
    if (!this.#attached) return;
    for (const one of this.#boxes.values()) if (one.box.form === form) one.forget();
    this.#draw();
  }

  #changed(records: readonly MutationRecord[]): void {
    // Of a page that changes much, nothing more is read.
    if (!this.#stale && records.some((record) => this.#isNews(record))) {
      this.#stale = true;
      this.#changes++;
    }
    if (this.#stale) void this.#prepare();
  }

  #isNews({ type, attributeName, target, oldValue, addedNodes, removedNodes }: MutationRecord): boolean {
    const isOther = (node: Node) => !isOurs(node, !this.#setting.hear);
    if (type === "characterData") return true;
    if (attributeName === null) return isOther(target) && [...addedNodes, ...removedNodes].some(isOther);
    if (LENT.includes(attributeName)) return this.#boxes.get(target as Box)?.isHeld === false;
    // Frameworks write again what is there already.
    return isOther(target) && attributeOf(target as Element, attributeName) !== oldValue;
  }

  /** WebAssembly is blocked: the page is left as it was, and told. */
  #giveUp(error: unknown): void {
    this.detach();
    reportError(error);
  }
}

/** Whether somebody is about to ask whether all is well: by a click, or by Enter in a box. */
function isAsking(event: Event): boolean {
  return event.type === "click" || (event.type === "keydown" && (event as KeyboardEvent).key === "Enter");
}

/** To a guest, what the page's own copy draws is the page's. */
function isOurs(node: Node, holds: boolean): boolean {
  const name = node instanceof Element ? attributeOf(node, "class") : null;
  return name !== null && name.startsWith(`${OURS} ${OURS}-`) && (holds || name.includes(GUEST));
}

/** Where a status can stand: some elements take only certain others. */
const SHELVES = new Set(["form", "div", "section", "main", "dialog", "body"]);

/** Puts an element where it can stand and is read out: near the root, in a shadow tree if that has one. */
function shelve(element: Element, root: Root): void {
  for (let node: Node | null = root; node !== null; node = parentOf(node)) {
    const { shadowRoot } = node as Partial<Element>;
    if (isFragment(shadowRoot)) return shadowRoot!.append(element);
    if (isFragment(node) || SHELVES.has(nameOf(node))) return void Node.prototype.appendChild.call(node, element);
  }
  // It may still be on its way.
  document.body?.append(element);
}
