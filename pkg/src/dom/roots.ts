// Roots may stand in roots: a box is watched by the innermost that it stands in.

import { parentOf } from "./native.js";

/** What watches a root. */
interface Watcher {
  detach(): void;
  /** A root inside came or went: some boxes are its, or ours again. */
  again(): void;
}

/** By this the copies of this package that are on a page know of each other. */
export const SHARED = Symbol.for("prefile/dom");

function watchers(): Map<Node, Watcher> {
  return ((globalThis as { [SHARED]?: Map<Node, Watcher> })[SHARED] ??= new Map());
}

/** From now on `watcher` watches the root, and nobody else. */
export function begin(root: Node, watcher: Watcher): void {
  // Twice would say everything twice.
  watchers().get(root)?.detach();
  watchers().set(root, watcher);
  tellAround(root);
}

export function end(root: Node, watcher: Watcher): void {
  if (watchers().get(root) === watcher && watchers().delete(root)) tellAround(root);
}

function tellAround(root: Node): void {
  for (let one = parentOf(root); one !== null; one = parentOf(one)) watchers().get(one)?.again();
}

/** Whether a node stands in this root, and in none inside of it. */
export function isOf(node: Node, root: Node): boolean {
  for (let one: Node | null = node; one !== null; one = parentOf(one)) {
    if (one === root) return true;
    if (watchers().has(one)) return false;
  }
  return false;
}
