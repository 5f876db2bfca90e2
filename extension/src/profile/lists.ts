// Lists of a person's answers: children, jobs, trips, earlier homes. An entry comes, and goes, as a whole.

import type { Answer, Line } from "./file.js";

/** What the settings show of an entry. The rest of it stays in the file. */
export const LISTS = {
  children: ["name", "birth_date"],
  earlier_homes: ["street", "city", "state", "zip", "province", "postal_code", "country", "from", "to"],
  jobs: ["name", "occupation", "city", "state", "zip", "province", "postal_code", "country", "from", "to"],
  trips: ["left", "returned", "countries"],
} as const;
export type ListName = keyof typeof LISTS;
export const LIST_NAMES = Object.keys(LISTS) as ListName[];

export function entriesOf(lines: readonly Line[], list: ListName): number {
  const found = lines.find((line) => "list" in line && line.list === list);
  return found !== undefined && "list" in found ? found.entries : 0;
}

/** The text of an answer; "" if there is none. */
export function textOf(lines: readonly Line[], fact: string): string {
  const found = lines.find((line): line is Answer => "fact" in line && line.fact === fact);
  return found?.text ?? "";
}

/** With this text for an answer; "" takes it away. */
export function withText(lines: readonly Line[], fact: string, text: string): Line[] {
  if (textOf(lines, fact) === text) return [...lines];
  const at = lines.findIndex((line) => "fact" in line && line.fact === fact);
  const own = text === "" ? [] : [{ fact, text }];
  return at < 0 ? [...lines, ...own] : [...lines.slice(0, at), ...own, ...lines.slice(at + 1)];
}

/** With one more entry, the last. */
export function withEntry(lines: readonly Line[], list: ListName): Line[] {
  return withEntries(lines, list, entriesOf(lines, list) + 1);
}

/** Without an entry: those behind it move up. */
export function withoutEntry(lines: readonly Line[], list: ListName, entry: number): Line[] {
  const moved = lines.flatMap((line) => {
    const [, at, member] = "fact" in line && line.fact.startsWith(`${list}[`) ? (/\[(\d+)\](.*)$/.exec(line.fact) ?? []) : [];
    if (at === undefined || Number(at) < entry) return [line];
    return Number(at) === entry ? [] : [{ ...line, fact: `${list}[${Number(at) - 1}]${member}` }];
  });
  return withEntries(moved, list, entriesOf(lines, list) - 1);
}

function withEntries(lines: readonly Line[], list: ListName, entries: number): Line[] {
  return [{ list, entries }, ...lines.filter((line) => !("list" in line) || line.list !== list)];
}
