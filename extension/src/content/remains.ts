// What an earlier one of us has left on a page: an update ends it, in some browsers without a word.

import { type Box, collect, isBox } from "../../../pkg/src/dom/collect.js";
import { GUEST } from "../../../pkg/src/dom/mark.js";

/** Takes it away; says at which boxes something stood. */
export function sweep(): Set<Box> {
  const boxes = new Set<Box>();
  // Whoever draws anything has something in the document itself.
  if (document.querySelector(`.${GUEST}`) === null) return boxes;
  const trees: (Document | ShadowRoot)[] = [document];
  for (const one of collect(document.documentElement)) if (!("box" in one)) trees.push(one);
  for (const tree of trees)
    for (const remains of tree.querySelectorAll(`.${GUEST}`)) {
      remains.remove();
      for (const { id } of remains.querySelectorAll("[id]"))
        for (const box of tree.querySelectorAll(`[aria-describedby~="${id}"]`)) {
          const others = box.getAttribute("aria-describedby")!.split(" ").filter((one) => one !== id);
          if (others.length > 0) box.setAttribute("aria-describedby", others.join(" "));
          else box.removeAttribute("aria-describedby");
          box.removeAttribute("aria-invalid");
          if (isBox(box)) boxes.add(box);
        }
    }
  return boxes;
}
