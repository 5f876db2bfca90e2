// What several files say of one person otherwise: above them all, each with both of its boxes.
import type { PacketFinding } from "../../pkg/src/pdf.js";
import { button, labels, make, status } from "./dom.js";
import { type Entry, badge, more, stands } from "./list.js";
import { say } from "./words.js";

/** A file that is shown. */
export interface Shown {
  name: string;
  entries: readonly Entry[];
  /** Turns to the box of an entry. */
  show(entry: Entry): void;
}

/** The list, and what finds the row of a finding. Nothing is known where nothing could be compared. */
export function between(findings: readonly PacketFinding[] | null, files: readonly Shown[]): { root: HTMLElement; open(finding: PacketFinding): void } {
  const title = make("h2", "", say("between"));
  title.tabIndex = -1;
  const all = findings ?? [];
  const rows = new Map(all.map((finding) => [finding, row(finding, files)]));
  const words = findings === null ? say("failed") : all.length > 0 ? say("between_found", { count: all.length }) : say("between_nothing");
  const list = all.length > 0 ? make("ol", "findings", ...rows.values()) : null;
  return {
    root: make("section", "between", title, make("p", "", words), list),
    open(finding) {
      const found = rows.get(finding);
      found?.scrollIntoView({ block: "center" });
      found?.focus({ preventScroll: true });
    },
  };
}

function row(finding: PacketFinding, files: readonly Shown[]): HTMLLIElement {
  const boxes = [finding, finding.other].map((box) => end(finding, files[box.file]!));
  const head = make("p", "row-head", status(finding.severity, say(finding.severity)));
  const item = make("li", "finding", head, make("p", "row-message", finding.message), make("ul", "ends", ...boxes), more(finding));
  item.tabIndex = -1;
  return item;
}

/** One of the two boxes. */
function end(finding: PacketFinding, file: Shown): HTMLElement {
  const entry = file.entries.find((entry) => entry.finding === finding)!;
  const name = make("span", "end-file", file.name);
  name.translate = false;
  return make(
    "li",
    "end",
    make("p", "row-head", badge(entry), make("span", "row-place", name, `: ${entry.place}`)),
    ...labels(entry.field?.label ?? null),
    entry.field === undefined ? null : stands(entry.field, finding),
    entry.number > 0 ? button("small", say("show_in", { name: file.name }), () => file.show(entry)) : null,
  );
}
