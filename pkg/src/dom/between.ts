// What boxes say of each other: plain data in, plain data out.

import { BETWEEN } from "../generated/between.js";
import type { Code, Finding, Kind, Whose } from "../generated/types.js";
import { lineOf } from "../languages.js";
import { sourceOf } from "../source.js";
import type { Engine, Filled } from "./judge.js";
import { aKind, fill } from "./words.js";

/** A finding about two boxes: it stands beside `at`. */
export interface Between<One extends Filled> {
  readonly at: One;
  readonly other: One;
  readonly finding: Finding;
  /** What stands in `at` may belong into `other`. */
  readonly moves: boolean;
}

/** Of these there is one for each form; there may be several children or parents. */
const SINGLE = new Set<Whose | null>(["applicant", "petitioner", "beneficiary", "spouse"]);
/** Fewer digits are the same by chance. */
const FEWEST_DIGITS = 7;

/** What these boxes for identifiers, in the order of the page, say of each other. */
export function between<One extends Filled>(boxes: readonly One[], locale: string, engine: Engine): Between<One>[] {
  const found: Between<One>[] = [];
  const tell = (code: Code, at: One, other: One, looksLike: Kind | null = null) => {
    // Nobody has looked at either of them yet.
    if (at.judged === null && other.judged === null) return;
    const finding = told(code, at, other, looksLike, locale);
    found.push({ at, other, finding, moves: looksLike !== null });
  };
  const right = boxes.filter(({ wanted, text }) => text !== "" && engine.isValid(wanted.kind, text));

  const known = new Map<string, One>();
  for (const box of right) {
    const digits = digitsOf(box.text);
    const first = known.get(digits);
    if (first === undefined) known.set(digits, box);
    else if (digits.length >= FEWEST_DIGITS && areDifferent(first, box)) tell("form/same-number", box, first);
  }

  const people = new Map<string, One>();
  for (const box of right.filter(({ wanted }) => wanted.kind === "a-number")) {
    const person = personOf(box);
    const first = people.get(person);
    if (first === undefined) people.set(person, box);
    else if (digitsOf(first.text) !== digitsOf(box.text) && !isRow(first.wanted.name, box.wanted.name)) tell("form/two-a-numbers", box, first);
  }

  for (const box of boxes)
    for (const { looksLike } of box.judged?.findings ?? []) {
      const fits = ({ wanted, text }: One) => wanted.kind === looksLike && text.trim() === "" && areOneOwners(box, wanted.whose);
      const other = looksLike !== null && engine.isValid(looksLike, box.text) ? boxes.find(fits) : undefined;
      if (other !== undefined) tell("form/belongs-elsewhere", box, other, looksLike);
    }
  return found;
}

/** The digits that count: an A-Number is written with zeros in front, or without. */
function digitsOf(text: string): string {
  return text.replace(/\D/g, "").replace(/^0+/, "");
}

function areDifferent({ wanted: one }: Filled, { wanted: other }: Filled): boolean {
  return one.kind !== other.kind || (one.whose !== null && other.whose !== null && one.whose !== other.whose);
}

function areOneOwners({ wanted }: Filled, whose: Whose | null): boolean {
  return wanted.whose === null || whose === null || wanted.whose === whose;
}

/** Whose number a box wants. Where the page does not say, only boxes under one heading are of one person. */
function personOf({ wanted: { whose, section, name } }: Filled): string {
  if (SINGLE.has(whose)) return whose!;
  return whose === null ? `\n${section}` : `\n${whose}\n${name}`;
}

/** Whether these are boxes in rows of a list: "child[0].aNumber" and "child[1].aNumber". */
function isRow(one: string, other: string): boolean {
  const pattern = (name: string) => name.replace(/\d+/g, "#");
  return one !== other && pattern(one) === pattern(other);
}

function told(code: Code, at: Filled, other: Filled, looksLike: Kind | null, locale: string): Finding {
  const [, severity, line, number] = BETWEEN.find(([name]) => name === code)!;
  const parameters = { 0: other.wanted.label, other_a: looksLike === null ? "" : aKind(locale, looksLike) };
  const message = fill(lineOf(locale, line), parameters);
  return { code, severity, message, field: at.wanted.name || null, span: null, fix: null, looksLike, source: sourceOf(number) };
}
