// Writes into boxes what a person has seen and confirmed, and takes it back.

import type { Box } from "../../../pkg/src/dom/collect.js";
import { put } from "../../../pkg/src/dom/put.js";
import type { Watched } from "../../../pkg/src/dom/watched.js";
import type { Fill } from "../protocol.js";
import { isFree, isSeen } from "./seen.js";

/** A box as it was. */
interface Was {
  readonly box: Box;
  readonly before: string;
  readonly text: string;
}

export class Filling {
  #was: Was[] = [];

  /** Whether a person can have this box filled. */
  static isOpen(one: Watched): boolean {
    return one.isOpen && one.box.type !== "password" && isSeen(one.box);
  }

  /** Fills the boxes that are still as they were shown; says which. */
  fill(fills: readonly Fill[], find: (key: number) => Watched | undefined): number[] {
    this.#was = [];
    const done: number[] = [];
    for (const { key, before, text } of fills) {
      const one = find(key);
      // The page may have moved it, hidden it or made it another one since.
      if (one === undefined || one.box.value !== before || !Filling.isOpen(one) || !isFree(one.box)) continue;
      const { box } = one;
      put(box, text);
      if (box.value !== text && box.value.replace(/\W/g, "") !== text.replace(/\W/g, "")) {
        put(box, before);
        continue;
      }
      this.#was.push({ box, before, text: box.value });
      done.push(key);
    }
    return done;
  }

  /** Puts back what stood there, where nothing else was written since; says how often. */
  undo(): number {
    const back = this.#was.filter(({ box, text }) => box.isConnected && box.value === text);
    this.#was = [];
    for (const { box, before } of back) put(box, before);
    return back.length;
  }
}
