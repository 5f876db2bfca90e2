// A file that has answers already: what differs, and the question which of the two is right.
import type { PdfField } from "../../pkg/src/pdf.js";
import { button, labels, make } from "../check/dom.js";
import { say, spoken } from "../check/words.js";
import type { Difference, Order } from "./order.js";

/** Where a box stands, in words: "Part 2, Item 1.a (page 2)". */
export function placeOf({ part, item, page }: Pick<PdfField, "part" | "item" | "page">): string {
  const parts = [part === null ? "" : say("fill.part", { part }), item === null ? "" : say("fill.item", { item })];
  const place = parts.filter((one) => one !== "").join(", ");
  return place === "" ? say("strip_page", { page }) : say("place", { place, page });
}

/** What a box asks, in the reader's words, where those are not the form's. */
export function questionOf({ questions }: Order, box: string | null | undefined): string {
  return spoken() === "en" ? "" : (questions.get(box ?? "") ?? "");
}

export function asking(order: Order, differ: readonly Difference[], choose: (replace: boolean) => void): HTMLElement {
  const title = make("h3", "", say("fill.holds"));
  title.tabIndex = -1;
  const shown = make(
    "div",
    "asking card",
    title,
    make("p", "", say("fill.holds_text")),
    make("ul", "differences", ...differ.map((one) => row(order, one))),
    make("p", "go", button("action", say("fill.use_answers"), () => choose(true)), button("action", say("fill.use_file"), () => choose(false))),
  );
  shown.dataset["said"] = say("fill.holds");
  return shown;
}

function row(order: Order, { field, own, spelling }: Difference): HTMLLIElement {
  const [there, here] = [field.value, own].map((value) => make("p", "row-value", shownAs(field, value)));
  there!.prepend(`${say("fill.in_file")} `);
  here!.prepend(`${say("fill.in_answers")} `);
  const alike = spelling ? make("p", "note", say("fill.spelling")) : null;
  return make("li", "", make("p", "row-place", placeOf(field)), ...labels(field.label, questionOf(order, field.name)), there!, here!, alike);
}

function shownAs(field: PdfField, value: string): Node {
  if (value === "") return document.createTextNode(say("fill.nothing"));
  if (field.type === "check") return document.createTextNode(say("fill.ticked"));
  const code = make("code", "value", value);
  code.translate = false;
  return code;
}
