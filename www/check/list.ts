// What is said of a file, in order of weight: what must be fixed and looked at, then what is good to know.
import type { OpenedPdf, PacketBox, PacketFinding, PdfField, PdfFinding } from "../../pkg/src/pdf.js";
import { button, labels, make, status } from "./dom.js";
import { say } from "./words.js";

/** How grave something is, the gravest first. */
export const SEVERITIES = ["error", "warning", "note"] as const;

/** Something said of a file or a box: a row of its list, or, said between two files, of the list above all. */
export interface Entry {
  finding: PdfFinding | PacketFinding;
  field: PdfField | undefined;
  /** By which it is marked on the page; 0 for what is said of the whole file, and of boxes that no page shows. */
  number: number;
  page: number;
  place: string;
}

/** Something said between two files, and the box of one of them. */
export interface Between {
  finding: PacketFinding;
  box: PacketBox;
}

/** The entries of a file, the gravest first; a box of which several things are said has one number. */
export function entriesOf(opened: OpenedPdf, between: readonly Between[] = []): Entry[] {
  const numbers = new Map<PdfField, number>();
  const own = opened.findings.map((finding) => ({ finding, place: finding.place, field: opened.fields.find((one) => one.findings.includes(finding)) }));
  const others = between.map(({ finding, box }) => ({ finding, place: box.place, field: opened.fields.find(({ name }) => name === box.field) }));
  const grave = ({ finding }: Pick<Entry, "finding">): number => SEVERITIES.indexOf(finding.severity);
  return [...own, ...others].sort((one, other) => grave(one) - grave(other)).map(({ finding, place, field }) => {
    const page = field?.boxes[0]?.page ?? 0;
    if (field !== undefined && page > 0 && !numbers.has(field)) numbers.set(field, numbers.size + 1);
    const number = field === undefined ? 0 : (numbers.get(field) ?? 0);
    return { finding, field, number, page, place: place === null ? say("whole") : page > 0 ? say("place", { place, page }) : place };
  });
}

/** What a list says of an entry besides: what its box asks, in the reader's words, and what can be done about it. */
export interface Besides {
  question(entry: Entry): string;
  act(entry: Entry): HTMLElement | null;
}

/** The list, and what finds the row of an entry. */
export function list(entries: readonly Entry[], show: (entry: Entry) => void, besides?: Besides): { root: HTMLElement; open(entry: Entry): void } {
  const rows = new Map(entries.map((entry) => [entry, row(entry, show, besides)]));
  const of = (grave: boolean): HTMLLIElement[] => entries.filter(({ finding }) => (finding.severity === "note") !== grave).map((entry) => rows.get(entry)!);
  const [grave, notes] = [of(true), of(false)];
  const root = make("div", "rows");
  if (grave.length > 0) root.append(make("ol", "findings", ...grave));
  if (notes.length > 0) {
    const folded = make("details", "notes", make("summary", "", say("notes", { count: notes.length })), make("ol", "findings", ...notes));
    folded.open = grave.length === 0 && notes.length < 6;
    root.append(folded);
  }
  return {
    root,
    open(entry) {
      // A box has one number, and its first row is the gravest.
      const first = entries.find((one) => one.number === entry.number) ?? entry;
      const found = rows.get(first)!;
      const folded = found.closest("details");
      if (folded !== null) folded.open = true;
      found.scrollIntoView({ block: "center" });
      found.focus({ preventScroll: true });
    },
  };
}

function row(entry: Entry, show: (entry: Entry) => void, besides?: Besides): HTMLLIElement {
  const { finding, field, number } = entry;
  const head = make("p", "row-head", badge(entry), status(finding.severity, say(finding.severity)), make("span", "row-place", entry.place));
  const acts = [number > 0 ? button("small", say("show"), () => show(entry)) : null, besides?.act(entry) ?? null].filter((one) => one !== null);
  const item = make(
    "li",
    "finding",
    head,
    ...labels(field?.label ?? null, besides?.question(entry)),
    field === undefined ? null : stands(field, finding),
    make("p", "row-message", finding.message),
    finding.fix === null ? null : make("p", "row-value", `${say("use")} `, value(finding.fix.text)),
    more(finding),
    acts.length > 0 ? make("p", "row-acts", ...acts) : null,
  );
  item.tabIndex = -1;
  return item;
}

/** The number by which the box is marked on the page. */
export function badge({ finding, number }: Entry): HTMLElement | null {
  if (number === 0) return null;
  const made = make("span", `number ${finding.severity}`, String(number));
  made.setAttribute("aria-hidden", "true");
  return made;
}

function value(text: string): HTMLElement {
  const code = make("code", "value", text);
  code.translate = false;
  return code;
}

/** What stands in a box, with the place of the fault. */
export function stands(field: PdfField, finding: Entry["finding"]): HTMLElement | null {
  if (field.type === "check" || field.type === "signature") return null;
  if (field.value.trim() === "") return make("p", "row-value", say("empty"));
  const code = value("");
  const { start, end } = finding.span ?? { start: 0, end: 0 };
  const whole = start === 0 && end >= field.value.length;
  if (finding.span === null || whole || end === start) code.append(field.value);
  else code.append(field.value.slice(0, start), make("mark", "fault", field.value.slice(start, end)), field.value.slice(end));
  const other = finding.code === "box/disputed" ? (field.acrobatValue ?? "") : "";
  return make("p", "row-value", `${say("stands")} `, code, other === "" ? null : ` ${say("acrobat")} `, other === "" ? null : value(other));
}

/** Why it matters, and where the rule comes from. */
export function more(finding: Entry["finding"]): HTMLElement | null {
  const why = finding.why ?? "";
  if (why === "" && finding.source === null) return null;
  const source = finding.source === null ? null : make("p", "source", link(finding.source.url, say("source", { title: finding.source.title, date: finding.source.read })));
  return make("details", "more", make("summary", "", say("why")), why === "" ? null : make("p", "", why), source);
}

function link(url: string, text: string): HTMLElement {
  const made = make("a", "line-link", text);
  made.href = url;
  made.rel = "noreferrer";
  made.target = "_blank";
  return made;
}
