// A page may have a copy of this of its own: what that says is not said again.

import { OURS } from "../../../pkg/src/dom/collect.js";
import { GUEST } from "../../../pkg/src/dom/mark.js";

/** What it says behind a place, as far as a person sees it: nobody is silenced by less, and the popup says all. */
export function saidBehind(place: Element): Set<string | null> {
  const said = new Set<string | null>();
  for (let one = place.nextElementSibling; one !== null; one = one.nextElementSibling) {
    const name = Element.prototype.getAttribute.call(one, "class");
    if (name?.startsWith(OURS) !== true) break;
    if (name.includes(GUEST)) continue;
    for (const text of one.querySelectorAll<HTMLElement>(`.${OURS}-text, .${OURS}-button`))
      if (text.checkVisibility({ opacityProperty: true, visibilityProperty: true })) said.add(text.textContent);
  }
  return said;
}
