// Whether a person can come to a box.

import type { Box } from "./collect.js";
import { attributeOf, isOne, nameOf, nearest, parentOf } from "./native.js";

/** Whether a person can come to it, if need be by opening what it stands in. */
export function isReachable(box: Box): boolean {
  if (getComputedStyle(box).visibility !== "visible" || nearest(box, "[inert]") !== null) return false;
  const closed = closedAround(box);
  if (closed.length === 0) return isShown(box);
  // What is inside has no place on the page, but may be hidden by itself.
  const outermost = closed.at(-1)!;
  for (let one: Node = box; one !== outermost; one = parentOf(one)!) if (isOne(one) && getComputedStyle(one).display === "none") return false;
  return isShown(outermost);
}

/** Opens what it stands in. */
export function reveal(box: Box): void {
  for (const one of closedAround(box)) one.setAttribute("open", "");
}

/** What is folded up around a box, the innermost first. */
function closedAround(box: Box): Element[] {
  const closed: Element[] = [];
  for (let one: Node | null = box; one !== null; one = parentOf(one))
    if (nameOf(one) === "details" && attributeOf(one as Element, "open") === null) closed.push(one as Element);
  return closed;
}

function isShown(element: Element): boolean {
  // Some browsers cannot tell.
  return element.checkVisibility?.() ?? element.getClientRects().length > 0;
}
