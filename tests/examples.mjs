// The definitions' own examples, for tests and benches that want a whole form.
import { readFileSync } from "node:fs";

/** The flag of boxes with room for more than a line. */
const SEVERAL_LINES = 1 << 12;

/** The answers of a form's longest example, as `prefile/guide` takes them. */
export function longest(form) {
  const examples = text(`forms/${form}.toml`).split("[[example]]").slice(1);
  const all = examples.map((example) => /^answers = (.*)$/m.exec(example)?.[1] ?? "");
  const longest = all.reduce((one, other) => (other.length > one.length ? other : one));
  const answers = JSON.parse(longest.replace(/("[^"]*"|[\w.]+) = /g, (_, key) => `${key.startsWith('"') ? key : `"${key}"`}: `));
  const none = /^none = (\[.*\])$/m.exec(examples[all.indexOf(longest)])?.[1] ?? "[]";
  for (const path of JSON.parse(none)) {
    const [, list, entry, member] = /^(.+)\[(\d+)\]\.(.+)$/.exec(path) ?? [];
    if (list === undefined) answers[path] = null;
    else answers[list][entry][member] = null;
  }
  return answers;
}

/** Answers as a file that the page saves. */
export function saved(answers) {
  const rows = [];
  const put = (fact, answer) => {
    const text = answer === null ? "" : answer === true ? "yes" : answer === false ? "no" : answer;
    rows.push({ fact, text, ...(answer === null && { none: true }) });
  };
  for (const [name, answer] of Object.entries(answers)) {
    if (!Array.isArray(answer)) put(name, answer);
    else {
      rows.push({ list: name, entries: answer.length });
      answer.forEach((entry, at) => Object.entries(entry).forEach(([member, one]) => put(`${name}[${at}].${member}`, one)));
    }
  }
  return `{\n"file": "prefile answers",\n"version": 1,\n"saved": "2026-01-15",\n"answers": [\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n}\n`;
}

/**
 * A form as its boxes, for `pdf` in `pdf.mjs`, with what stands in some of them: names, pages, items and places are
 * the official ones, the words are not.
 */
export function boxesOf(form, edition, values = {}) {
  const table = (kind) => text(`data/${kind}/${form}@${edition}.tsv`).split("\n").filter((line) => line !== "" && !line.startsWith("#")).slice(1).map((line) => line.split("\t"));
  const most = new Map(table("boxes").map(([name, , , , most]) => [name, Number(most)]));
  let last = 1;
  const fields = table("places").map(([name, page, part, item, left, top, shape]) => {
    const state = /^"(.*)"$/.exec(shape)?.[1];
    const [x, y] = [Number(left), Number(top)];
    last = Math.max(last, Number(page));
    const wide = /AdditionalInfo/.test(name);
    const words = /(?:Page|Part|Item)Number|AdditionalInfo/.test(name) ? "Additional Information. " : "";
    const size = state !== undefined ? [10, 10] : wide ? [230, 100] : words !== "" ? [50, 18] : [180, 18];
    return {
      name, page: Number(page), tip: `${part === "" ? "" : `Part ${part}. `}${words}${item} Enter ${asked(name)}.`,
      rect: [x, y - size[1], x + size[0], y], ...(wide && { flags: SEVERAL_LINES }),
      ...(most.get(name) > 0 && { most: most.get(name) }), ...(state !== undefined && { state }), ...(values[name] && { value: values[name] }),
    };
  });
  const [year, month, day] = edition.split("-");
  const pages = Array.from({ length: last }, (_, at) => `${form.toUpperCase()}|${month}/${day}/${year.slice(2)}|${at + 1}`);
  return { pages, fields };
}

/** The last part of a name in words: "P1_Line3a_FamilyName[0]" asks for the family name. */
function asked(name) {
  const last = name.split(".").at(-1).replace(/\[\d+\]$/, "").replace(/^.*_/, "").replace(/^Pt?\d+Line\w+?_?(?=[A-Z][a-z])/, "");
  return last.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/Info$/, "Information");
}

function text(path) {
  return readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
}
