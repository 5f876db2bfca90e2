// What a guide's answers come to, for a form (`www/src/guide/fill.rs`).
import type { OpenedPdf, PdfField } from "../../pkg/src/pdf.js";

/** As the guide hands it over: of each box its name, what is written, and where the answer stands. */
export type Handed = readonly [id: string, form: string, edition: string, boxes: readonly string[], advice: readonly string[]];

/** A form to be filled. */
export interface Order {
  /** The definition's name: "i-765". */
  id: string;
  form: string;
  edition: string;
  /** What stands in each box that the definition writes; empty where it writes nothing now. */
  values: Map<string, string>;
  /** The answer behind each box. */
  paths: Map<string, string>;
  /** The question behind each box, in the reader's language. */
  questions: Map<string, string>;
  advice: { title: string; body: string }[];
}

export function orderOf([id, form, edition, boxes, texts]: Handed): Order {
  const order: Order = { id, form, edition, values: new Map(), paths: new Map(), questions: new Map(), advice: [] };
  for (let at = 0; at + 3 < boxes.length; at += 4) {
    const [name, value, path, question] = [boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!];
    order.values.set(name, value);
    // Of several answers that share a box, the one that stands in it.
    if (value === "" && order.paths.has(name)) continue;
    order.paths.set(name, path);
    order.questions.set(name, question);
  }
  for (let at = 0; at + 1 < texts.length; at += 2) order.advice.push({ title: texts[at]!, body: texts[at + 1]! });
  return order;
}

/** A box in which a file says something else than the answers. */
export interface Difference {
  field: PdfField;
  /** What the answers write there. */
  own: string;
  /** Whether they differ in spelling alone: capitals, accents, spaces and signs. */
  spelling: boolean;
}

/** Where the blank is none: what stands in it and would not, or would stand in another way. */
export function differences(order: Order, held: OpenedPdf): Difference[] {
  const open = held.fields.filter(({ readOnly, answered }) => answered && !readOnly);
  return open.flatMap((field) => {
    const own = order.values.get(field.name);
    return own === undefined || own === field.value ? [] : [{ field, own, spelling: field.type !== "check" && letters(own) === letters(field.value) }];
  });
}

/** The letters and digits of a text, however they are written. */
function letters(text: string): string {
  return text.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** What is written: all of it, or only what leaves the file's own answers as they are. */
export function valuesOf(order: Order, kept: readonly Difference[], replace: boolean): Record<string, string> {
  const differ = new Set(kept.map(({ field }) => field.name));
  // A question's boxes stay together: a tick for yes beside the file's tick for no would be both.
  const questions = new Set(kept.map(({ field }) => order.paths.get(field.name)));
  const rows = [...order.values].filter(([name, value]) =>
    replace ? value !== "" || differ.has(name) : value !== "" && !questions.has(order.paths.get(name)));
  return Object.fromEntries(rows);
}
