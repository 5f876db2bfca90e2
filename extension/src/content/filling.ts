// Writes into boxes what a person has seen and confirmed, and takes it back.

import type { Box } from "../../../pkg/src/dom/collect.js";
import { put } from "../../../pkg/src/dom/put.js";
import type { Watched } from "../../../pkg/src/dom/watched.js";
import type { Fill } from "../protocol.js";
import { isFree, isSeen } from "./seen.js";

/** What is filled: a box, or a list to choose from. */
export interface Target {
  readonly box: HTMLElement;
  readonly text: string;
  readonly isOpen: boolean;
  put(text: string): void;
}

/** A box that is typed into. */
export class Typed implements Target {
  readonly #one: Watched;

  constructor(one: Watched) {
    this.#one = one;
  }

  get box(): Box {
    return this.#one.box;
  }

  get text(): string {
    return this.box.value;
  }

  /** Whether a person can have this box filled. */
  get isOpen(): boolean {
    const { box } = this;
    return box.isConnected && !box.readOnly && !box.matches(":disabled") && box.type !== "password" && isSeen(box);
  }

  put(text: string): void {
    put(this.box, text);
  }
}

/** Something as it was. */
interface Was {
  readonly target: Target;
  readonly before: string;
  readonly text: string;
}

export class Filling {
  #was: Was[] = [];

  /** Fills the boxes that are still as they were shown; says which. */
  fill(fills: readonly Fill[], find: (key: number) => Target | undefined): number[] {
    this.#was = [];
    const done: number[] = [];
    for (const { key, before, text } of fills) {
      const target = find(key);
      // The page may have moved it, hidden it or made it another one since.
      if (target === undefined || target.text !== before || !target.isOpen || !isFree(target.box)) continue;
      target.put(text);
      if (target.text !== text && target.text.replace(/\W/g, "") !== text.replace(/\W/g, "")) {
        target.put(before);
        continue;
      }
      this.#was.push({ target, before, text: target.text });
      done.push(key);
    }
    return done;
  }

  /** Puts back what stood there; says how often. */
  undo(): number {
    const back = this.#back;
    this.#was = [];
    for (const { target, before } of back) target.put(before);
    return back.length;
  }

  /** How many boxes can be put back. */
  get count(): number {
    return this.#back.length;
  }

  /** Those where nothing else was written since. */
  get #back(): Was[] {
    return this.#was.filter(({ target, text }) => target.box.isConnected && target.text === text);
  }
}
