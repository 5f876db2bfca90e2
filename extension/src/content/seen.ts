// Whether a person sees a box: only such boxes are filled.

import { parentOf } from "../../../pkg/src/dom/native.js";

/** A box is at least so wide and high. */
const SMALLEST = 8;
/** And at least so much of it shows through. */
const FAINTEST = 0.2;

/** Filters that may leave nothing to see. */
const FADING = /opacity|brightness|contrast|blur|url/;

/** Whether a color lets too much through for what is written in it to be read. */
function isClear(color: string): boolean {
  const [, alpha] = /^rgba\(.*, ([\d.]+)\)$/.exec(color) ?? /\/ ([\d.]+)\)$/.exec(color) ?? [];
  return alpha !== undefined && Number(alpha) < FAINTEST;
}

/** Whether a person can see this box, perhaps after scrolling to it. */
export function isSeen(box: HTMLElement): boolean {
  const shown = box.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: false });
  const { fontSize, color, webkitTextFillColor } = getComputedStyle(box);
  if (!shown || parseFloat(fontSize) < 4 || [color, webkitTextFillColor].some(isClear)) return false;
  let { left, top, right, bottom } = box.getBoundingClientRect();
  if (right - left < SMALLEST || bottom - top < SMALLEST) return false;
  let opacity = 1;
  for (let node: Node | null = box; node !== null; node = parentOf(node)) {
    if (!(node instanceof Element)) continue;
    const style = getComputedStyle(node);
    opacity *= Number(style.opacity);
    if (opacity < FAINTEST || style.clipPath !== "none" || style.maskImage !== "none" || style.mixBlendMode !== "normal" || FADING.test(style.filter)) return false;
    if (node === box || node === document.documentElement || node === document.body) continue;
    // What is cut off and cannot be scrolled to is not there.
    const around = node.getBoundingClientRect();
    const cuts = (overflow: string) => overflow === "hidden" || overflow === "clip";
    if (cuts(style.overflowX)) [left, right] = [Math.max(left, around.left), Math.min(right, around.right)];
    if (cuts(style.overflowY)) [top, bottom] = [Math.max(top, around.top), Math.min(bottom, around.bottom)];
    if (right - left < SMALLEST || bottom - top < SMALLEST) return false;
  }
  const { scrollWidth, scrollHeight } = document.documentElement;
  return left + scrollX >= 0 && top + scrollY >= 0 && right + scrollX <= scrollWidth + 1 && bottom + scrollY <= scrollHeight + 1;
}

/** Whether nothing lies over the middle of a box that is scrolled to. */
export function isFree(box: HTMLElement): boolean {
  box.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = box.getBoundingClientRect();
  const tree = box.getRootNode() as Document | ShadowRoot;
  const over = tree.elementFromPoint(left + width / 2, top + height / 2);
  return over !== null && (over === box || box.contains(over) || over.contains(box) && over.localName === "label");
}
