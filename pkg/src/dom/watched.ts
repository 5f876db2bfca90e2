// One box that is watched: what it wants, what was found in it, and how that is drawn.

import type { Finding, Kind } from "../generated/types.js";
import type { Between } from "./between.js";
import { type Box, type Place } from "./collect.js";
import { describe } from "./describe.js";
import type { Filled, Judged, Wanted } from "./judge.js";
import { type Hear, Mark, type Offer } from "./mark.js";
import { attributeOf, nearest } from "./native.js";
import { put } from "./put.js";
import { isReachable, reveal } from "./reach.js";
import type { Asked, Reader } from "./reader.js";

/** What boxes are watched in. */
export type Root = Element | ShadowRoot;

/** What all boxes of a form have in common. */
export interface Setting {
  readonly root: Root;
  readonly reader: Reader;
  /** Only boxes that say so by `data-prefile`, or stand in something that does. */
  readonly marked: boolean;
  /** Of a guest, who keeps no form from being sent. */
  readonly hear: Hear | undefined;
  /** These have changed by what a person chose: look at them again. */
  readonly settle: (changed: Watched[]) => void;
}

/** Said of a box, "a-number", it names the kind; of a box or of something around it, "" asks and "off" forbids. */
export const MARKER = "data-prefile";

/** On phones, the keys for kinds that have nothing else. */
const KEYS: Partial<Record<Kind, string>> = {
  "online-account-number": "numeric", ssn: "numeric", itin: "numeric", ein: "numeric", zip: "numeric",
  phone: "tel", email: "email",
};

const NOTHING = { answer: null };
/** It is not even known yet what the box wants. */
const UNANSWERED = {};

const GRAVEST = ["error", "warning", "note"];

export class Watched {
  place: Place;
  /** How often the page had changed when it stood there. */
  #changes = 0;
  /** What it wants; null if that is none of ours. */
  wanted: Wanted | null = null;
  /** The page has not been asked what it wants, or may say something else since. */
  unknown = true;
  /** What was found when it was last looked at. */
  judged: Judged | null = null;
  /** The text that was looked at then. */
  seen: string | undefined;
  /** Something was found, but nobody can come there now and mend it. */
  #hidden = false;
  /** The text of which something was said aloud last. */
  told: string | undefined;
  /** It had a finding, and is looked at while that is mended. */
  mending = false;
  /** All there is to say of it, the gravest first. */
  findings: readonly Finding[] = [];
  /** The text that was brought to light. */
  #revealed: string | undefined;
  /** Takes back what was chosen last. */
  undo: (() => void) | null = null;
  /** What of that is drawn, if nothing else is. */
  #drawn: Judged | null = null;
  /** What the page said of it, and what it was found to want by that. */
  #said = "";
  #wanting: Asked<Wanted | null> = NOTHING;
  /** By which it was looked at last. */
  #by: Wanted | null = null;
  /** It was looked at, and what there is to say has not come yet. */
  #judging: Asked<Judged | null> | null = null;
  /** Boxes that did not take what was moved there. */
  readonly #refusing = new WeakSet<Box>();
  readonly #mark: Mark;
  readonly #setting: Setting;

  constructor(place: Place, setting: Setting) {
    this.place = place;
    this.#setting = setting;
    this.#mark = new Mark(place.box, setting.root, setting.hear);
  }

  get box(): Box {
    return this.place.box;
  }

  get isMeant(): boolean {
    return isMeant(this.box, this.#setting.marked);
  }

  /** Finds out what it wants, unless that is known. */
  learn(): void {
    if (!this.unknown) return;
    this.#ask();
    const { answer: wanted } = this.#wanting;
    if (wanted === undefined) return;
    this.unknown = false;
    if (wanted === this.wanted) return;
    // Of what it holds something else may be said now.
    if (wanted?.kind !== this.wanted?.kind) this.told = undefined;
    this.wanted = wanted;
    const lend = (name: string, value: string | null) => {
      // What the page says itself is meant so.
      this.#mark.lend(name, null);
      if (value !== null && !this.box.hasAttribute(name)) this.#mark.lend(name, value);
    };
    lend("spellcheck", wanted === null ? null : "false");
    lend("inputmode", wanted === null || this.box.type !== "text" ? null : (KEYS[wanted.kind] ?? null));
  }

  /** Only what says something else than before is asked again. */
  #ask(): void {
    const { isMeant } = this;
    const [field, marker] = [describe(this.place), markerOf(this.box)];
    const said = JSON.stringify([isMeant, marker, field]);
    if (said === this.#said) return;
    this.#said = said;
    this.#wanting = isMeant ? this.#setting.reader.want(field, marker) : NOTHING;
  }

  /** Stands here now, on a page that has changed so often. */
  stand(place: Place, changes: number): void {
    this.place = place;
    if (changes !== this.#changes) this.doubt();
    this.#changes = changes;
  }

  /** The page may say something else of it. */
  doubt(): void {
    this.unknown = true;
  }

  /** Whether what was found in it may be so no longer. */
  get isOutdated(): boolean {
    if (this.#hidden) return this.isOpen && isReachable(this.box);
    const isOther = this.wanted !== this.#by;
    // What was left while the page was changing may have been read as what it was before.
    if (this.judged === null) return isOther && this.seen === this.box.value;
    const { findings } = this.judged;
    return isOther || this.seen !== this.box.value || (findings.length > 0 && !(this.isOpen && isReachable(this.box)));
  }

  /** Opens what it stands in, so that it is seen what is wrong; once, lest it never be closed again. */
  reveal(): void {
    if (this.error === undefined || this.#revealed === this.seen) return;
    this.#revealed = this.seen;
    reveal(this.box);
  }

  /** Whether it is a person's turn here: it is there, and takes a text. */
  get isOpen(): boolean {
    return this.wanted !== null && this.box.isConnected && !this.box.readOnly && !this.box.matches(":disabled");
  }

  /** What must be fixed in it. */
  get error(): string | undefined {
    return this.findings.find(({ severity }) => severity === "error")?.message;
  }

  /** As those see it who compare boxes. */
  get filled(): Filled & { watched: Watched } {
    return { wanted: this.wanted!, text: this.box.value, judged: this.judged, watched: this };
  }

  /** Whether it was looked at, and what there is to say has not come yet. */
  get isWaiting(): boolean {
    return this.#judging !== null;
  }

  /** Looks at what stands in it. */
  look(): void {
    this.learn();
    this.seen = this.box.value;
    this.#by = this.wanted;
    const { reader } = this.#setting;
    if (this.unknown) this.#judging = UNANSWERED;
    else this.#judging = this.isOpen ? reader.judge(this.wanted!, this.seen, this.box.type) : NOTHING;
    this.hear();
  }

  /** Takes up what has come since. */
  hear(): void {
    if (this.#judging === null) return;
    if (this.#judging === UNANSWERED) {
      this.learn();
      if (!this.unknown) this.look();
      return;
    }
    const { answer } = this.#judging;
    if (answer === undefined) return;
    this.#judging = null;
    // Until it is shown: another step of the form.
    this.#hidden = answer !== null && answer.findings.length > 0 && !isReachable(this.box);
    this.judged = this.#hidden ? null : answer;
  }

  /** Draws what there is to say of it: what was found in it, and beside others. */
  draw(between: readonly Between<Filled & { watched: Watched }>[]): void {
    if (this.judged === null && between.length === 0 && this.undo === null && !this.#mark.isShown) return;
    const plain = between.length === 0 && this.undo === null ? this.judged : null;
    // Most boxes are as they were.
    if (plain !== null && plain === this.#drawn && this.#mark.isWhole) return;
    this.#drawn = plain;
    const { language, word } = this.#setting.reader;
    const all = [...(this.judged?.findings ?? []), ...between.map(({ finding }) => finding)];
    this.findings = all.sort((one, other) => GRAVEST.indexOf(one.severity) - GRAVEST.indexOf(other.severity));
    if (this.findings.length > 0) this.mending = true;
    const lines = this.findings.map(({ severity, message }) => ({ severity, title: word(severity), message }));
    const moves = between.filter((one) => one.moves && this.#mayMove(one.other.watched)).map(({ other }) => this.#move(other.watched));
    this.#mark.show(lines, [...this.#fix(), ...moves, ...this.#back()], language);
  }

  /** Whether the page has left what was lent to it. */
  get isHeld(): boolean {
    return this.#mark.isHeld;
  }

  /** What the words beside it stand in. */
  get around(): Node | null {
    return this.#mark.around;
  }

  /** Takes back that it was looked at. */
  drop(): void {
    this.judged = this.#judging = null;
    this.#hidden = false;
    this.told = undefined;
  }

  /** Forgets what was found. */
  forget(): void {
    this.drop();
    this.undo = null;
    this.seen = undefined;
    this.mending = false;
    this.findings = [];
  }

  /** Leaves the box as it was. */
  leave(): void {
    this.forget();
    this.#mark.clear();
  }

  /** Keeps what is drawn beside the box, wherever the page has moved it. */
  follow(): void {
    this.#mark.follow();
  }

  #fix(): Offer[] {
    const text = this.judged?.fixes.find((one) => takes(this.box, one));
    if (text === undefined) return [];
    const { word } = this.#setting.reader;
    // What is typed covered stays covered.
    const label = this.box.type === "password" ? word("useOther") : word("use", { text });
    return [{ label, take: () => this.#change([this], () => put(this.box, text)) }];
  }

  #mayMove({ box }: Watched): boolean {
    return takes(box, this.box.value) && isReachable(box) && !this.#refusing.has(box);
  }

  #move(other: Watched): Offer {
    const move = () => {
      const [text, before] = [this.box.value, other.box.value];
      // The page may have filled it since.
      if (before.trim() !== "") return;
      put(other.box, text);
      if (plain(other.box.value) === plain(text)) return put(this.box, "");
      // A mask of the page's does not let it in: it stays where it is.
      put(other.box, before);
      this.#refusing.add(other.box);
      this.box.focus();
    };
    const label = this.#setting.reader.word("move", { box: other.wanted!.label });
    return { label, take: () => this.#change([this, other], move) };
  }

  #back(): Offer[] {
    const { undo } = this;
    return undo === null ? [] : [{ label: this.#setting.reader.word("undo"), take: undo }];
  }

  /** Changes the text of this box and perhaps of another, so that it can be taken back. */
  #change(boxes: Watched[], make: () => void): void {
    const textsOf = () => boxes.map(({ box }) => box.value);
    const before = textsOf();
    make();
    const after = textsOf();
    const back = () => {
      // This one last: the person stays in it. What was written into another since is not ours to take.
      for (let at = boxes.length; at-- > 0; ) {
        const { box } = boxes[at]!;
        if (at === 0 || box.value === after[at]) put(box, before[at]!);
      }
      this.undo = null;
      this.#setting.settle(boxes);
    };
    this.undo = String(before) === String(after) ? null : back;
    this.#setting.settle(boxes);
  }
}

/** What counts of a text that a mask of the page's may write in another way. */
function plain(text: string): string {
  return text.replace(/[\W_]/g, "").toUpperCase();
}

/** Whether a text fits into a box as the page has it: its length, its type, its pattern. */
function takes(box: Box, text: string): boolean {
  if (box.maxLength >= 0 && text.length > box.maxLength) return false;
  const other = box.cloneNode() as Box;
  other.value = text;
  return other.value === text && !other.validity.patternMismatch;
}

/** Whether the page wants a box to be watched. */
export function isMeant(box: Box, marked: boolean): boolean {
  const said = nearest(box, `[${MARKER}]`);
  // What is typed to find an entry of the page's list is no answer yet.
  return said === null ? !marked && attributeOf(box, "role") !== "combobox" : markerOf(said) !== "off";
}

/** "A-Number" is meant as "a-number". */
function markerOf(element: Element): string | null {
  return attributeOf(element, MARKER)?.trim().toLowerCase() ?? null;
}
