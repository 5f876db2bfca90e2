// A filled form: what there is to say, its pages as they will be, the file to save, and what comes then.
import type { ContinuationSheet, FilledPdf, OpenedPdf, PdfField, PdfFinding } from "../../pkg/src/pdf.js";
import { button, make, status } from "../check/dom.js";
import { type Entry, entriesOf, list } from "../check/list.js";
import { type Sheets, sheets } from "../check/sheets.js";
import { say, spoken } from "../check/words.js";
import { placeOf, questionOf } from "./differ.js";
import { changed } from "./edition.js";
import type { Order } from "./order.js";

/** What is signed or dated with a pen. */
const PEN = "box/pen";
/** An empty box beside others. Who was asked for it has said that there is none. */
const HALF = "box/half-filled";
const WEIGHT = { error: 0, warning: 1, note: 2 } as const;

/** What came of a file; `surely` fills one of another edition as far as it is surely the same. */
export function drawn(order: Order, name: string, opened: OpenedPdf, filled: FilledPdf, surely: () => void): HTMLElement {
  return filled.bytes.length === 0 ? hindered(filled, surely) : whole(order, name, opened, filled);
}

/** Why nothing was written. */
function hindered({ findings, changes }: FilledPdf, surely: () => void): HTMLElement {
  const title = make("h3", "", say("fill.stopped"));
  title.tabIndex = -1;
  const rows = list(entriesOf({ form: null, pages: [], fields: [], findings, read: null }), () => undefined);
  const other = changes === null ? [] : [changed(changes), make("p", "go", button("action", say("fill.surely"), surely))];
  const shown = make("div", "hindered card", title, rows.root, ...other);
  shown.dataset["said"] = [say("fill.stopped"), ...findings.slice(0, 1).map(({ message }) => message)].join(" ");
  return shown;
}

function whole(order: Order, name: string, opened: OpenedPdf, filled: FilledPdf): HTMLElement {
  const { form } = order;
  const title = make("h3", "", say("fill.ready", { form }));
  title.tabIndex = -1;
  const told = together(order, opened, filled);
  const entries = entriesOf(told);
  let pages: Sheets | undefined;
  const rows = list(entries, (entry) => pages?.show(entry), {
    question: ({ finding }) => questionOf(order, finding.field),
    act: (entry) => change(order, entry),
  });
  pages = sheets(name, told, entries, rows.open);
  const grave = entries.some(({ finding }) => finding.severity !== "note");
  const fine = grave ? null : make("p", "fine-row", status("fine", say("fill.fine")), " ", say("fill.all_fit"));
  const found = make("section", "found-rows", fine, rows.root);
  found.setAttribute("aria-label", say("list", { name }));
  const last = lastOf(order, pensOf(opened), filled.sheet);
  const done = make("p", "note saved");
  const saving = (look: string, words: string, bytes: Uint8Array, file: string): HTMLButtonElement =>
    button(look, words, () => {
      give(bytes, file);
      done.textContent = say("fill.saved", { name: file });
      last.querySelector<HTMLElement>("[tabindex]")?.focus();
    });
  const { sheet, changes } = filled;
  const save = saving("main-button", say("fill.save"), filled.bytes, `${order.id}-filled.pdf`);
  const saveSheet = sheet && saving("action", say("fill.sheet_save"), sheet.bytes, `${order.id}-extra-sheet.pdf`);
  const besides = [changes && changed(changes), sheet && sheetOf(sheet)];
  const shown = make("div", "", title, make("div", "both", found, pages.root), ...besides, make("p", "go", save, saveSheet), done, last);
  shown.dataset["said"] = say("fill.ready", { form });
  return shown;
}

/** What filling found and what reading found, once each, in the order of weight. */
function together({ values, paths }: Order, opened: OpenedPdf, { findings }: FilledPdf): OpenedPdf {
  // Some boxes are locked until Adobe's programs see the answer above them: what was written there stands there.
  const holds = ({ name, value }: PdfField): boolean => value !== "" && value === values.get(name);
  const open = (field: PdfField): PdfField => ({ ...field, findings: [], ...(holds(field) && { readOnly: false, answered: true }) });
  const fields = new Map<string, PdfField>(opened.fields.map((field) => [field.name, open(field)]));
  const all: PdfFinding[] = [];
  for (const finding of [...findings, ...opened.findings]) {
    const own = finding.field === null ? undefined : fields.get(finding.field);
    const twice = own?.findings.some(({ code }) => code === finding.code) ?? false;
    const isAnswered = finding.code === HALF && Boolean(paths.get(finding.field ?? ""));
    if (finding.code === PEN || isAnswered || twice) continue;
    own?.findings.push(finding);
    all.push(finding);
  }
  all.sort((one, other) => WEIGHT[one.severity] - WEIGHT[other.severity]);
  return { ...opened, fields: [...fields.values()], findings: all };
}

/** The places that wait for a pen, down the pages. */
function pensOf(opened: OpenedPdf): string[] {
  const pens = entriesOf({ ...opened, findings: opened.findings.filter(({ code }) => code === PEN) });
  const [page, top] = [({ page }: Entry): number => page, ({ field }: Entry): number => field?.boxes[0]?.top ?? 0];
  pens.sort((one, other) => page(one) - page(other) || top(one) - top(other));
  return pens.map(({ place }) => place);
}

/** Back to the question whose answer stands in a box. */
function change(order: Order, { finding }: Entry): HTMLElement | null {
  const path = order.paths.get(finding.field ?? "");
  if (path === undefined || path === "") return null;
  // The page hears of it as of its own buttons.
  const made = button("small", say("fill.change"), () => undefined);
  Object.assign(made.dataset, { do: "guide-change", value: path });
  return made;
}

/** Gives a file to the person. The name says nothing about them. */
function give(bytes: Uint8Array, name: string): void {
  const link = make("a", "");
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "application/pdf" }));
  link.download = name;
  link.click();
  // Some browsers read it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** What stands on the extra sheet. */
function sheetOf({ entries }: ContinuationSheet): HTMLElement {
  const rows = entries.map(({ page, part, item, text }) => {
    const value = make("code", "value", text);
    value.translate = false;
    const place = placeOf({ page: Number(page), part: part === "" ? null : part, item: item === "" ? null : item });
    return make("li", "", make("p", "row-place", place), make("p", "row-value", value));
  });
  return make("section", "extra card", make("h4", "", say("fill.sheet")), make("p", "", say("fill.sheet_text")), make("ul", "differences", ...rows));
}

/** What to do with the paper. */
function lastOf({ advice }: Order, pens: readonly string[], sheet: ContinuationSheet | null): HTMLElement {
  const title = make("h3", "", say("fill.last"));
  title.tabIndex = -1;
  const steps = [step(say("fill.print"), make("p", "", say("fill.print_text")), make("p", "source", say("fill.print_source")))];
  if (pens.length > 0) {
    const places = pens.map((place) => make("li", "", place));
    steps.push(step(say("fill.sign"), make("p", "", say("fill.sign_text")), make("ul", "plain", ...places)));
  }
  if (sheet !== null) steps.push(step(say("fill.sheet"), make("p", "", say("fill.sheet_text"))));
  steps.push(...advice.map(({ title, body }) => step(title, make("p", "", body))));
  const more = make("a", "line-link", say("fill.more"));
  more.href = `#/${spoken() === "en" ? "" : "es/"}form/before-i-send-it`;
  return make("section", "last", title, make("ol", "last-steps", ...steps), make("p", "", more));
}

function step(title: string, ...body: HTMLElement[]): HTMLLIElement {
  return make("li", "", make("h4", "", title), ...body);
}
