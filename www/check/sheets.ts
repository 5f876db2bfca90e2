// A page of a form as its boxes, at their places; those of which something is said are marked.
import type { OpenedPdf, PdfBox, PdfField } from "../../pkg/src/pdf.js";
import { button, draw, make } from "./dom.js";
import type { Entry } from "./list.js";
import { say } from "./words.js";

/** The pages of a file, one at a time. */
export interface Sheets {
  root: HTMLElement;
  /** Turns to the page of an entry's box and marks it. */
  show(entry: Entry): void;
}

export function sheets(name: string, opened: OpenedPdf, entries: readonly Entry[], chosen: (entry: Entry) => void): Sheets {
  const marked = entries.filter((entry) => entry.number > 0);
  // A box of which several things are said is marked once, by the gravest.
  const on = (page: number): Entry[] =>
    marked.filter((entry, at) => entry.page === page && marked.findIndex(({ number }) => number === entry.number) === at);
  const place = make("div", "sheet-place");
  const strip = make("ol", "strip");
  strip.setAttribute("aria-label", say("strip", { name }));
  const turns = opened.pages.map(({ page }) => {
    const count = on(page).length;
    const turn = button("turn", String(page), () => open(page));
    if (count > 0) turn.classList.add(on(page)[0]!.finding.severity);
    turn.setAttribute("aria-label", count > 0 ? say("strip_marked", { page, count }) : say("strip_page", { page }));
    strip.append(make("li", "", turn));
    return turn;
  });
  const root = make("section", "sheets", opened.pages.length > 1 ? strip : null, place, legend());
  root.setAttribute("aria-label", say("legend", { name }));
  open(marked[0]?.page ?? 1);

  function open(page: number): void {
    turns.forEach((turn, at) => {
      if (at + 1 === page) turn.setAttribute("aria-current", "page");
      else turn.removeAttribute("aria-current");
    });
    place.replaceChildren(sheet(name, opened, page, on(page), chosen));
  }

  return {
    root,
    show(entry) {
      open(entry.page);
      const mark = place.querySelector(`[data-number="${entry.number}"]`);
      mark?.classList.add("chosen");
      (mark ?? place).scrollIntoView({ block: "center" });
      place.querySelector<HTMLElement>(".sheet")?.focus({ preventScroll: true });
    },
  };
}

function sheet(name: string, opened: OpenedPdf, page: number, marked: readonly Entry[], chosen: (entry: Entry) => void): HTMLElement {
  const { width, height } = opened.pages[page - 1]!;
  const picture = draw("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", focusable: "false" });
  let filled = 0;
  for (const field of opened.fields) {
    if (field.readOnly || field.type === "button") continue;
    const own = marked.find((entry) => entry.field === field);
    for (const box of field.boxes.filter((box) => box.page === page)) {
      if (holds(field, box)) filled++;
      picture.append(drawn(field, box, own));
    }
  }
  const figure = make("figure", "sheet");
  figure.style.aspectRatio = `${width} / ${height}`;
  figure.append(picture);
  for (const entry of marked) {
    const box = entry.field!.boxes.find((box) => box.page === page);
    if (box === undefined) continue;
    // For who points at it; the list says the same, and leads here.
    const mark = make("span", `number ${entry.finding.severity}`, String(entry.number));
    mark.dataset["number"] = String(entry.number);
    mark.setAttribute("aria-hidden", "true");
    mark.addEventListener("click", () => chosen(entry));
    mark.style.left = `${(100 * box.left) / width}%`;
    mark.style.top = `${(100 * (box.top + box.height / 2)) / height}%`;
    figure.append(mark);
  }
  figure.tabIndex = -1;
  figure.setAttribute("aria-label", say("sheet", { page, name, filled, marked: marked.length }));
  return figure;
}

const holds = (field: PdfField, box: PdfBox): boolean => field.answered && (field.type !== "check" || box.state === field.value);

function drawn(field: PdfField, box: PdfBox, own: Entry | undefined): SVGElement {
  const { left, top, width, height } = box;
  const is = holds(field, box);
  const look = ["slot", is ? "filled" : "", own?.finding.severity ?? ""].join(" ").trim();
  const group = draw("g", {}, draw("rect", { class: look, x: left, y: top, width, height, rx: 1.5 }));
  if (is && field.type === "check") {
    const [x, y] = [left + width / 2, top + height / 2];
    const reach = Math.min(width, height) / 3;
    group.append(draw("path", { class: "ticked", d: `M${x - reach} ${y}l${reach * 0.7} ${reach * 0.8}l${reach * 1.3} ${-reach * 1.7}` }));
  } else if (is) {
    const size = Math.min(9, height * 0.7);
    // What is longer than the box is cut off at its edge.
    const inside = draw("svg", { x: left + 2, y: top, width: Math.max(0, width - 3), height });
    linesOf(field.value, width, height, size).forEach((line, at) => {
      const y = height < 24 ? height / 2 + size * 0.35 : size * (1.2 + 1.2 * at);
      inside.append(draw("text", { x: 0, y, "font-size": size }, line));
    });
    group.append(inside);
  }
  return group;
}

/** A long text in a high box stands on several lines; most letters are little wider than half their height. */
function linesOf(text: string, width: number, height: number, size: number): string[] {
  if (height < 24) return [text];
  const room = Math.max(4, Math.floor((width - 3) / (size * 0.56)));
  const lines: string[] = [];
  for (const paragraph of text.split(/\r\n?|\n/)) {
    let line = "";
    for (const word of paragraph.split(" ")) {
      if (line !== "" && line.length + word.length >= room) {
        lines.push(line);
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines.slice(0, Math.ceil(height / (size * 1.2)));
}

function legend(): HTMLElement {
  const sample = (look: string, word: string): HTMLElement => make("span", "legend-row", make("span", `sample ${look}`), word);
  return make("p", "legend", sample("filled", say("legend_filled")), sample("", say("legend_empty")));
}
