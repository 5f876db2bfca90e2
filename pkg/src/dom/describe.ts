// What a page says of a box, as plain data.

import type { Field } from "../options.js";
import type { Box, Place } from "./collect.js";
import { all, attributeOf, isOne, nameOf, parentOf, treeOf } from "./native.js";
import { textOf } from "./text.js";

/** What the page says of a box, to be asked what it wants. */
export function describe({ box, headings, labels }: Place): Field {
  return {
    label: labelOf(box, labels.of(box)),
    name: box.name,
    id: box.id,
    placeholder: box.placeholder,
    autocomplete: attributeOf(box, "autocomplete") ?? "",
    type: box.type,
    maxLength: box.maxLength,
    section: sectionOf(box, headings),
  };
}

/** The words for a box that people are shown or read. */
export function labelOf(box: Box, labels: Iterable<Element> = box.labels ?? []): string {
  // One of several to choose from: they are asked about by what is over them.
  const over = box.type === "radio" && groupsOf(box).at(-1);
  return over || named(box) || Array.from(labels, textOf).join(" ").trim() || before(box) || box.title;
}

/** The name that is given to an element for screen readers. */
function named(element: Element): string {
  const ids = attributeOf(element, "aria-labelledby")?.split(/\s+/) ?? [];
  const tree = treeOf(element);
  const texts = ids.map((id) => (id === "" ? null : tree.getElementById?.(id))).map((one) => (one ? textOf(one) : ""));
  return texts.join(" ").trim() || attributeOf(element, "aria-label")?.trim() || "";
}

/** Where what stands before a box is no longer about that box alone. */
const EDGES = new Set(["form", "fieldset", "table", "tr", "section", "main", "article", "dialog", "body"]);
/** How far a box may be wrapped. */
const DEEPEST = 4;

/** The text before a box, or in a table the head of its column. */
function before(box: Box): string {
  let node: Node = box;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const { text, ends } = beside(node);
    if (text === "" && /^t[dh]$/.test(nameOf(node))) return head(node as HTMLTableCellElement);
    const parent: Node | null = parentOf(node);
    if (text !== "" || ends || parent === null || EDGES.has(nameOf(parent))) return text;
    node = parent;
  }
  return "";
}

/** What stands in a row with others. */
export const BOXES = "input, textarea, select";

/** The text before a node, or the end of the search: what stands before another box is about that. */
function beside(node: Node): { text: string; ends: boolean } {
  for (let one = node.previousSibling; one !== null; one = one.previousSibling) {
    const element = one.nodeType === Node.ELEMENT_NODE ? (one as Element) : undefined;
    if (element?.matches(BOXES) || element?.querySelector(BOXES)) return { text: "", ends: true };
    const text = textOf(one);
    if (text !== "") return { text, ends: true };
  }
  return { text: "", ends: false };
}

function head(cell: HTMLTableCellElement): string {
  const above = cell.closest("table")?.rows[0]?.cells[cell.cellIndex];
  return above === undefined || above === cell ? "" : textOf(above);
}

/** The headings and legends over a box, the widest first: each a sentence of its own. */
function sectionOf(box: Box, headings: readonly Element[]): string {
  return [headed(headings), ...groupsOf(box)].filter((text) => text !== "").join("\n");
}

/** What the groups are called that a box is in, the widest first. */
function groupsOf(box: Box): string[] {
  const groups: string[] = [];
  for (let node = parentOf(box); node !== null; node = parentOf(node)) {
    if (!isOne(node) || (nameOf(node) !== "fieldset" && !/^(radio)?group$/.test(attributeOf(node, "role") ?? ""))) continue;
    const [legend] = all(node, ":scope > legend");
    const text = named(node) || (legend === undefined ? "" : textOf(legend));
    if (text !== "") groups.unshift(text);
  }
  return groups;
}

const heads = new WeakMap<readonly Element[], string>();

/** What headings say: read once for all boxes under them. */
function headed(headings: readonly Element[]): string {
  const text = heads.get(headings) ?? headings.map(textOf).join("\n");
  heads.set(headings, text);
  return text;
}
