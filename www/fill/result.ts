// A filled form: what there is to say, its pages as they will be, the file to save, and what comes then.
import type { FilledPdf, OpenedPdf, PdfField, PdfFinding } from "../../pkg/src/pdf.js";
import { button, make, status } from "../check/dom.js";
import { type Entry, entriesOf, list } from "../check/list.js";
import { type Sheets, sheets } from "../check/sheets.js";
import { say, spoken } from "../check/words.js";
import type { Order } from "./order.js";

/** What is signed or dated with a pen. */
const PEN = "box/pen";
const WEIGHT = { error: 0, warning: 1, note: 2 } as const;

export function drawn(order: Order, name: string, opened: OpenedPdf, filled: FilledPdf): HTMLElement {
  return filled.bytes.length === 0 ? hindered(filled) : whole(order, name, opened, filled);
}

/** Why nothing was written. */
function hindered({ findings }: FilledPdf): HTMLElement {
  const title = make("h3", "", say("fill.stopped"));
  title.tabIndex = -1;
  const rows = list(entriesOf({ form: null, pages: [], fields: [], findings }), () => undefined);
  const shown = make("div", "hindered card", title, rows.root);
  shown.dataset["said"] = [say("fill.stopped"), ...findings.slice(0, 1).map(({ message }) => message)].join(" ");
  return shown;
}

function whole(order: Order, name: string, opened: OpenedPdf, filled: FilledPdf): HTMLElement {
  const { form } = order;
  const title = make("h3", "", say("fill.ready", { form }));
  title.tabIndex = -1;
  const told = together(opened, filled);
  const entries = entriesOf(told);
  let pages: Sheets | undefined;
  const rows = list(entries, (entry) => pages?.show(entry), (entry) => change(order, entry));
  pages = sheets(name, told, entries, rows.open);
  const grave = entries.some(({ finding }) => finding.severity !== "note");
  const fine = grave ? null : make("p", "fine-row", status("fine", say("fill.fine")), " ", say("fill.all_fit"));
  const found = make("section", "found-rows", fine, rows.root);
  found.setAttribute("aria-label", say("list"));
  const last = lastOf(order, pensOf(opened));
  const done = make("p", "note saved");
  const save = button("main-button", say("fill.save"), () => {
    const file = `${order.id}-filled.pdf`;
    give(filled.bytes, file);
    done.textContent = say("fill.saved", { name: file });
    last.querySelector<HTMLElement>("[tabindex]")?.focus();
  });
  const shown = make("div", "", title, make("div", "both", found, pages.root), make("p", "go", save), done, last);
  shown.dataset["said"] = say("fill.ready", { form });
  return shown;
}

/** What filling found and what reading found, once each, in the order of weight. */
function together(opened: OpenedPdf, { findings }: FilledPdf): OpenedPdf {
  const fields = new Map<string, PdfField>(opened.fields.map((field) => [field.name, { ...field, findings: [] }]));
  const all: PdfFinding[] = [];
  for (const finding of [...findings, ...opened.findings]) {
    const own = finding.field === null ? undefined : fields.get(finding.field);
    const twice = own?.findings.some(({ code }) => code === finding.code) ?? false;
    if (finding.code === PEN || twice) continue;
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

/** What to do with the paper. */
function lastOf({ advice }: Order, pens: readonly string[]): HTMLElement {
  const title = make("h3", "", say("fill.last"));
  title.tabIndex = -1;
  const steps = [step(say("fill.print"), make("p", "", say("fill.print_text")), make("p", "source", say("fill.print_source")))];
  if (pens.length > 0) {
    const places = pens.map((place) => make("li", "", place));
    steps.push(step(say("fill.sign"), make("p", "", say("fill.sign_text")), make("ul", "plain", ...places)));
  }
  steps.push(...advice.map(({ title, body }) => step(title, make("p", "", body))));
  const more = make("a", "line-link", say("fill.more"));
  more.href = `#/${spoken() === "en" ? "" : "es/"}form/before-i-send-it`;
  return make("section", "last", title, make("ol", "last-steps", ...steps), make("p", "", more));
}

function step(title: string, ...body: HTMLElement[]): HTMLLIElement {
  return make("li", "", make("h4", "", title), ...body);
}
