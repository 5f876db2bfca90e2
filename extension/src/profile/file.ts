// A person's answers, and the file that they are saved in: the same as the page's
// (www/src/guide/file.rs), each answer on a line of its own.

/** What was answered to one question: `applicant.family_name`, `earlier_homes[1].street`. */
export interface Answer {
  readonly fact: string;
  readonly text: string;
  /** "I have none" is ticked. */
  readonly none?: true;
}

/** How many entries a list has. */
export interface List {
  readonly list: string;
  readonly entries: number;
}

export type Line = Answer | List;

const MARK = "prefile answers";
const VERSION = 1;
/** More than a person types. */
const LONGEST = 4_000_000;
const MOST_ENTRIES = 500;

/** Why nothing was taken from a file: it holds no answers, or another version wrote it. */
export type Fault = "foreign" | "version";

export interface Opened {
  readonly lines: readonly Line[];
  /** How many lines could not be read. */
  readonly lost: number;
}

export function write(lines: readonly Line[], day: string): string {
  const lists = lines.filter((line) => "list" in line);
  const answers = lines.filter((line) => "fact" in line && (line.text !== "" || line.none === true));
  const all = [...lists, ...answers].map((line) => `\n${JSON.stringify(inOrder(line))}`).join(",");
  return `{\n"file": "${MARK}",\n"version": ${VERSION},\n"saved": "${day}",\n"answers": [${all}\n]\n}\n`;
}

/** A store may have turned the names around. */
function inOrder(line: Line): Line {
  if ("list" in line) return { list: line.list, entries: line.entries };
  const { fact, text, none } = line;
  return none === true ? { fact, text, none } : { fact, text };
}

/** Reads a file; of a damaged one, the lines that are whole. */
export function read(text: string): Opened | Fault {
  const rows = text.split("\n").map((row) => row.trim());
  const isOurs = (row: string) => row.startsWith('"file":') && row.replace(/,$/, "").endsWith(`"${MARK}"`);
  if (text.length > LONGEST || !rows.some(isOurs)) return "foreign";
  const whole = parsed(text);
  if (whole !== undefined) {
    const { version, answers } = whole as { version?: unknown; answers?: unknown };
    if (version !== VERSION) return "version";
    return Array.isArray(answers) ? taken(answers, 0) : "foreign";
  }
  const version = rows.find((row) => row.startsWith('"version":'))?.slice(10).replace(/[\s,]/g, "");
  if (version !== undefined && version !== String(VERSION)) return "version";
  const lines = rows.filter((row) => row.startsWith('{"')).map((row) => parsed(row.replace(/,$/, "")));
  return taken(lines, 1);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function taken(from: readonly unknown[], fewestLost: number): Opened {
  const lines: Line[] = [];
  for (const one of from) {
    const line = lineOf(one);
    if (line !== undefined && isThere(line, lines)) lines.push(line);
  }
  return { lines, lost: Math.max(fewestLost, from.length - lines.length) };
}

function lineOf(one: unknown): Line | undefined {
  const { list, entries, fact, text, none } = (one ?? {}) as Record<string, unknown>;
  if (typeof list === "string" && typeof entries === "number") {
    return entries >= 0 && entries <= MOST_ENTRIES ? { list, entries: Math.ceil(entries) } : undefined;
  }
  if (typeof fact !== "string" || typeof text !== "string") return undefined;
  return none === true ? { fact, text, none } : { fact, text };
}

/** What stands in an entry that there is not would come back in another one. */
function isThere(line: Line, before: readonly Line[]): boolean {
  if ("list" in line) return true;
  const [, name, entry] = /^([^[]*)\[(\d+)\]\./.exec(line.fact) ?? [];
  if (name === undefined) return true;
  return before.some((one) => "list" in one && one.list === name && Number(entry) < one.entries);
}
