// The door for filled PDFs: files are chosen, read on this device, and shown with what is wrong in them.
// It is loaded when a person comes to that door; what has a bare name is filled in by xtask/js/page.mjs.
import type { OpenedPdf, PacketFinding } from "../../pkg/src/pdf.js";
import { forgetBlanks } from "../fill/fill.js";
import { type Shown, between } from "./between.js";
import { button, make, status } from "./dom.js";
import { type Between, type Entry, SEVERITIES, entriesOf, list } from "./list.js";
import { type Load, compare, read, stop } from "./read.js";
import { sheets } from "./sheets.js";
import { wear } from "./style.js";
import { say, speak, spoken } from "./words.js";

export { answersOf } from "../fill/back.js";
export { fill } from "../fill/fill.js";

let parts: { lead: HTMLElement; choose: HTMLButtonElement; drop: HTMLElement; progress: HTMLElement; results: HTMLElement } | undefined;
let files: File[] = [];
/** The language in which the door was drawn; the part that fills speaks, too. */
let drawnIn = "";
/** What is read for an earlier choice is thrown away. */
let turn = 0;

/** Draws the door into an element, in a language; what was read is read again in it. */
export function check(root: Element, language: string, load: Load): void {
  speak(language);
  wear();
  const shown = (parts ??= door(root, load));
  shown.lead.textContent = say("lead");
  shown.choose.textContent = say("choose");
  shown.drop.textContent = say("drop");
  if (drawnIn !== spoken() && files.length > 0) void look(load, false);
  drawnIn = spoken();
}

/** Forgets the files and what was found in them. */
export function forget(): void {
  turn++;
  files = [];
  forgetBlanks();
  stop();
  parts?.progress.replaceChildren();
  parts?.results.replaceChildren();
}

function door(root: Element, load: Load): NonNullable<typeof parts> {
  const input = make("input", "");
  Object.assign(input, { type: "file", multiple: true, accept: ".pdf,application/pdf", hidden: true });
  const choose = button("action", "", () => input.click());
  const drop = make("p", "note");
  const place = make("div", "drop", choose, drop, input);
  const [lead, progress, results] = [make("p", "lead"), make("div", "progress"), make("div", "results")];
  const take = (chosen: FileList | undefined | null): void => {
    if (!chosen?.length) return;
    files = [...chosen];
    void look(load, true);
  };
  input.addEventListener("change", () => {
    take(input.files);
    // The same file once more is a choice, too.
    input.value = "";
  });
  for (const name of ["dragover", "dragleave", "drop"] as const)
    addEventListener(name, (event) => {
      if (!root.isConnected) return;
      // Without this the browser would leave the page for the file.
      event.preventDefault();
      place.classList.toggle("over", name === "dragover");
      if (name === "drop") take(event.dataTransfer?.files);
    });
  root.querySelectorAll(":scope > :not(h1)").forEach((old) => old.remove());
  root.classList.add("paper-check");
  root.append(lead, place, progress, results);
  return { lead, choose, drop, progress, results };
}

async function look(load: Load, focus: boolean): Promise<void> {
  const own = ++turn;
  const { progress, results } = parts!;
  const all = files;
  const opened: (OpenedPdf | null | undefined)[] = [];
  for (const [at, file] of all.entries()) {
    progress.replaceChildren(bar(file.name, at, all.length));
    try {
      opened[at] = await read(file, load);
    } catch {
      // It was moved or changed since it was chosen.
      opened[at] = undefined;
    }
    if (own !== turn) return;
  }
  const several = opened.filter((one) => one && one.pages.length > 0).length > 1;
  const findings = several ? await compare(opened.map((one) => one ?? null)) : [];
  if (own !== turn) return;
  progress.replaceChildren();
  const drawn = all.map(({ name }, at) => fileOf(name, opened[at], ends(findings ?? [], at), (finding) => together?.open(finding)));
  const together = several ? between(findings, drawn) : undefined;
  results.replaceChildren(...[together, ...drawn].flatMap((one) => one?.root ?? []));
  const sum = (severity: 0 | 1): number => drawn.reduce((total, { counts }) => total + counts[severity], 0);
  const differing = findings?.filter(({ severity }) => severity === "warning").length ?? 0;
  announce(say("read", { count: all.length, errors: sum(0), warnings: sum(1) + differing }));
  if (focus) results.querySelector("h2")?.focus();
}

/** What is said between a file and others, with its own box. */
function ends(findings: readonly PacketFinding[], file: number): Between[] {
  return findings.flatMap((finding) => [finding, finding.other].filter((box) => box.file === file).map((box) => ({ finding, box })));
}

function announce(text: string): void {
  document.getElementById("status")!.textContent = text;
}

function bar(name: string, at: number, count: number): HTMLElement {
  const words = count > 1 ? say("reading_one_of", { name, number: at + 1, count }) : say("reading", { name });
  const line = make("progress", "");
  line.setAttribute("aria-label", words);
  if (count > 1) Object.assign(line, { max: count, value: at });
  return make("div", "progress-of", make("p", "", words), line);
}

/** A file as it is shown, and how many are errors, warnings and notes. */
interface Drawn extends Shown {
  root: HTMLElement;
  counts: [number, number, number];
}

function fileOf(name: string, opened: OpenedPdf | null | undefined, differing: readonly Between[], openBetween: (finding: PacketFinding) => void): Drawn {
  const title = make("h2", "", name);
  title.tabIndex = -1;
  title.translate = false;
  const root = make("section", "file", title);
  if (!opened) {
    root.append(make("p", "", say(opened === null ? "failed" : "unopened")));
    return { name, root, counts: [1, 0, 0], entries: [], show() {} };
  }
  const entries = entriesOf(opened, differing);
  const own = entries.filter(({ finding }) => !("file" in finding));
  const counts = SEVERITIES.map((severity) => own.filter(({ finding }) => finding.severity === severity).length) as Drawn["counts"];
  const boxes = toFill(opened);
  if (opened.pages.length > 0) root.append(facts(opened, boxes));
  root.append(summary(counts));
  const rows = list(own, show);
  const chosen = (entry: Entry): void => ("file" in entry.finding ? openBetween(entry.finding) : rows.open(entry));
  const pages = opened.fields.some((field) => field.boxes.length > 0) ? sheets(name, opened, entries, chosen) : undefined;
  function show(entry: Entry): void {
    pages?.show(entry);
  }
  const blank = boxes.length > 0 && !boxes.some(({ answered }) => answered);
  if (blank || counts[0] + counts[1] === 0) rows.root.prepend(make("p", "", say(blank ? "blank" : "nothing")));
  const found = make("section", "found-rows", rows.root);
  found.setAttribute("aria-label", say("list", { name }));
  root.append(make("div", "both", found, pages?.root ?? null));
  return { name, root, counts, entries, show };
}

/** The boxes that a person can fill. */
function toFill({ fields }: OpenedPdf): OpenedPdf["fields"] {
  return fields.filter(({ readOnly, type }) => !readOnly && type !== "button" && type !== "signature");
}

function facts({ form, pages }: OpenedPdf, open: OpenedPdf["fields"]): HTMLElement {
  const filled = open.filter(({ answered }) => answered).length;
  const [year, month, day] = (form?.edition ?? "").split("-");
  const edition = `${month}/${day}/${year?.slice(2)}`;
  return make(
    "p",
    "facts",
    make("span", "", form === null ? say("no_form") : say("form", { form: form.id, edition })),
    make("span", "", say("pages", { count: pages.length })),
    make("span", "", say("filled", { count: filled, all: open.length })),
  );
}

function summary(counts: Drawn["counts"]): HTMLElement {
  const marks = SEVERITIES.flatMap((severity, at) =>
    counts[at]! > 0 ? status(severity, say("count", { status: say(severity), count: counts[at]! })) : []);
  return make("div", "counts", ...marks, button("small", say("print"), () => window.print()));
}
