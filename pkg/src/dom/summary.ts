// The list of what must be fixed, above a form that was to be sent.

import type { Box } from "./collect.js";
import { reveal } from "./reach.js";
import { cite, fit, freeId, make, speak } from "./mark.js";
import { spoken, word } from "./words.js";

/** What must be fixed in a box. */
export interface Fault {
  readonly box: Box;
  readonly label: string;
  readonly message: string;
}

/** The list above one form. */
export class Summary {
  readonly #form: Element;
  readonly #locale: string;
  #element: HTMLElement | null = null;
  #shown = "";

  constructor(form: Element, locale: string) {
    this.#form = form;
    this.#locale = locale;
  }

  /** Puts the list there and takes the person to it. */
  open(faults: readonly Fault[]): void {
    this.#shown = "";
    this.#draw(faults);
    this.#element?.focus();
  }

  /** Keeps an open list up to date. */
  update(faults: readonly Fault[]): void {
    if (this.#element !== null) this.#draw(faults);
  }

  close(): void {
    this.#element?.remove();
    this.#element = null;
  }

  #draw(faults: readonly Fault[]): void {
    const shown = JSON.stringify(faults.map(({ label, message }) => [label, message]));
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (faults.length === 0) return this.close();
    const count = String(faults.length);
    const title = make("p", "title", [word(this.#locale, faults.length === 1 ? "oneFault" : "faults", { count })]);
    const inside = [title, make("ul", "list", faults.map((fault) => make("li", "item", [linkTo(fault)])))];
    if (this.#element?.isConnected) {
      this.#element.replaceChildren(...inside);
    } else {
      this.#element = speak(make("div", "summary", inside), spoken(this.#locale));
      this.#element.tabIndex = -1;
      this.#element.setAttribute("role", "group");
      Element.prototype.prepend.call(this.#form, this.#element);
      fit(this.#element);
    }
    title.id = freeId(title);
    this.#element.setAttribute("aria-labelledby", title.id);
  }
}

function linkTo({ box, label, message }: Fault): Node {
  const link = make("a", "link", label === "" ? [message] : [cite(label, box), `: ${message}`]);
  // Where a box has no id, or is in a shadow tree, only the click below finds it.
  link.href = `#${box.id}`;
  link.addEventListener("click", (event) => {
    // The address stays: pages go by it.
    event.preventDefault();
    reveal(box);
    box.focus();
    box.scrollIntoView({ block: "center" });
  });
  return link;
}
