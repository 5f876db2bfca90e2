// A form that is to be sent: while something in it must be fixed, it stays, and says what.

import type { Box } from "./collect.js";
import { labelOf } from "./describe.js";
import { type Fault, Summary } from "./summary.js";
import { quoted } from "./text.js";
import type { Watched } from "./watched.js";

/** A form with its list. */
interface Kept {
  readonly summary: Summary;
  /** What may be in the list, in order. */
  boxes: readonly Box[];
}

/** Clicks for which one of us lists what is wrong. */
const listed = new WeakSet<Event>();

export class Sending {
  readonly #locale: string;
  /** Looks at all boxes of a form. */
  readonly #look: (form: HTMLFormElement) => Watched[];
  readonly #known: (box: Box) => Watched | undefined;
  readonly #kept = new Map<HTMLFormElement, Kept>();
  /** The form whose button was just clicked and that has faults: the browser asks its boxes next. */
  #asked: HTMLFormElement | null = null;
  #refused: Box[] = [];

  constructor(locale: string, look: (form: HTMLFormElement) => Watched[], known: (box: Box) => Watched | undefined) {
    this.#locale = locale;
    this.#look = look;
    this.#known = known;
  }

  /** Before the browser asks whether all boxes are valid, we look at them. */
  clicked(event: Event): void {
    const target = event.composedPath()[0] as Element;
    const button = target.closest?.<HTMLButtonElement | HTMLInputElement>("button, input");
    if (button == null || (button.type !== "submit" && button.type !== "image")) return;
    const { form, formNoValidate } = button;
    if (form === null || formNoValidate || this.#ours(form).length === 0 || listed.has(event)) return;
    listed.add(event);
    this.#asked = form;
    this.#refused = [];
    setTimeout(() => {
      if (this.#refused.length > 0) this.#open(form, this.#refused);
      this.#asked = null;
      this.#refused = [];
    });
  }

  /** Our word on all boxes, instead of the browser's on the first. Where we have none it keeps its own. */
  refused(event: Event): boolean {
    const box = event.target as Box;
    if (this.#asked === null || box.form !== this.#asked) return false;
    event.preventDefault();
    // Of several to choose from each is refused, one after the other: that is one thing to do.
    if (box.type !== "radio" || box.name !== this.#refused.at(-1)?.name) this.#refused.push(box);
    return true;
  }

  /** Where the browser did not ask, we do. */
  sent(event: Event): void {
    const form = event.target as HTMLFormElement;
    const submitter = (event as SubmitEvent).submitter as HTMLButtonElement | null;
    if (submitter?.formNoValidate === true) return;
    const boxes = this.#ours(form);
    if (boxes.length === 0) return this.#close(form);
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#open(form, boxes);
  }

  /** Open lists follow what is mended. */
  update(): void {
    for (const { summary, boxes } of this.#kept.values()) summary.update(this.#faults(boxes));
  }

  /** Takes all lists away. */
  end(): void {
    for (const form of this.#kept.keys()) this.#close(form);
  }

  /** The boxes of a form in which something must be fixed by our word. */
  #ours(form: HTMLFormElement): Box[] {
    return this.#look(form).filter((one) => one.error !== undefined).map(({ box }) => box);
  }

  #open(form: HTMLFormElement, boxes: readonly Box[]): void {
    const kept = this.#kept.get(form) ?? { summary: new Summary(form, this.#locale), boxes };
    kept.boxes = boxes;
    this.#kept.set(form, kept);
    kept.summary.open(this.#faults(boxes));
  }

  #close(form: HTMLFormElement): void {
    this.#kept.get(form)?.summary.close();
    this.#kept.delete(form);
  }

  #faults(boxes: readonly Box[]): Fault[] {
    return boxes.flatMap((box) => {
      const one = this.#known(box);
      if (one?.error !== undefined) return [{ box, label: one.wanted!.label, message: one.error }];
      // An element of the page's own need not say how it is.
      return box.validity?.valid !== false ? [] : [{ box, label: quoted(labelOf(box)), message: box.validationMessage }];
    });
  }
}
