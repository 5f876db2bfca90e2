// What one box wants, and what it holds, checked: plain data in, plain data out.

import type { demand } from "../compile.js";
import type { check, classifyField, isValid, prepare } from "../core.js";
import { KINDS } from "../generated/tables.js";
import type { Code, Finding, Kind, Severity, Whose } from "../generated/types.js";
import type { Field, Options } from "../options.js";
import { quoted } from "./text.js";
import { word } from "./words.js";

/** The functions of the package that boxes are checked with. */
export interface Engine {
  readonly check: typeof check;
  readonly classifyField: typeof classifyField;
  readonly demand: typeof demand;
  readonly isValid: typeof isValid;
  readonly prepare: typeof prepare;
}

/** What a box wants. */
export interface Wanted {
  readonly kind: Kind;
  /** Of whom, as far as the page says so. */
  readonly whose: Whose | null;
  /** Whether it is an identifier: those are compared with each other. */
  readonly number: boolean;
  /** The page names the kind: this is no guess. */
  readonly marked: boolean;
  /** Not a guess that could easily be wrong. */
  readonly sure: boolean;
  /** What the page calls the box. */
  readonly label: string;
  readonly name: string;
  /** The headings over it. */
  readonly section: string;
}

/** A box with what stands in it. */
export interface Filled {
  readonly wanted: Wanted;
  readonly text: string;
  readonly judged: Judged | null;
}

/** What there is to say of one box. */
export interface Judged {
  readonly findings: readonly Finding[];
  /** Texts to put in place of this one, the best first. */
  readonly fixes: readonly string[];
}

/** A guess is this sure before it may say that something must be fixed. */
const SURE = 0.75;

/**
 * Of these a guess holds nothing back: other countries have states and codes too, "Status" is also
 * answered in words, and "Date" by "any weekday".
 */
const OPEN = new Set<Kind>(["state", "zip", "class-of-admission", "form-number"]);

/** Secrets are not read on other people's pages, and what a link is worth is another question. They stand last. */
const LEFT_ALONE = new Set(KINDS.slice(KINDS.indexOf("verification-code")));

/** Whether "N/A" may stand in a box is as much the form's own business as an empty one. */
const NONE: Code = "text/not-applicable";

/** They stand before all other kinds. */
const IDENTIFIERS = new Set(KINDS.slice(0, KINDS.indexOf("family-name")));

/**
 * What a box wants by what its page says of it; null if that is none of ours. A marker may name the kind.
 * On a page of the agency's own a state is one of its states.
 */
export function want(field: Field, marker: string | null, locale: string, engine: Engine, agency = false): Wanted | null {
  const guess = engine.classifyField(field);
  const named = KINDS.find((kind) => kind === marker);
  const kind = named ?? guess?.kind;
  if (kind === undefined || LEFT_ALONE.has(kind)) return null;
  const marked = named !== undefined;
  return {
    kind,
    marked,
    whose: guess?.whose ?? null,
    number: IDENTIFIERS.has(kind),
    sure: marked || (guess!.confidence >= SURE && (agency || !(OPEN.has(kind) || (kind === "date" && guess!.purpose === null)))),
    label: quoted(field.label || field.placeholder || field.name || "") || word(locale, "unnamed"),
    name: field.name || field.id || "",
    section: field.section ?? "",
  };
}

/** What there is to say of a text in a box of this type. An empty box is the form's own business. */
export function judge(wanted: Wanted, typed: string, type: string, options: Options, engine: Engine): Judged | null {
  if (typed.trim() === "" || isCovered(typed)) return null;
  const chosen = type === "date";
  const { ok, value, display, changes, findings } = engine.check(wanted.kind, chosen ? written(typed) : typed, options);
  const sure = wanted.sure && (ok || wanted.marked || !areSeveral(typed, (one) => engine.isValid(wanted.kind, one)));
  const fixes = findings.flatMap(({ fix }) => fix?.text ?? []);
  // "012345678" is an A-Number as well as "A012-345-678"; a name has no other form.
  const odd = changes.some(({ what }) => (wanted.number ? what !== "prefix" : what === "format"));
  if (ok && odd && typed !== value && typed !== display) fixes.push(...[display, value].flatMap((text) => text ?? []));
  return {
    findings: findings.map((finding) => ({
      ...finding,
      severity: soften(finding.severity, sure && finding.code !== NONE),
      field: wanted.name || null,
      // Of what a browser's calendar shows there is no text to point into or to mend.
      ...(chosen && { span: null, fix: null }),
    })),
    fixes: chosen ? [] : fixes.filter((text) => text !== typed),
  };
}

/** What a page has covered, "***-**-6788", or a mask with nothing in it, "+1 (___) ___-____": nobody has typed that. */
function isCovered(text: string): boolean {
  return /[*•●]{2}|x{3}/i.test(text) || (text.includes("__") && text.replace(/\D/g, "").length < 2);
}

/** "Receipt numbers": whether a page takes several in one box is its own business. */
function areSeveral(text: string, isRight: (one: string) => boolean): boolean {
  const all = text.split(/[,;&\n]|\s(?:and|or|y|o)\s/).filter((one) => one.trim() !== "");
  return all.length > 1 && all.every(isRight);
}

function soften(severity: Severity, sure: boolean): Severity {
  return severity === "error" && !sure ? "warning" : severity;
}

/** The date of a calendar, "1967-10-05", as forms want it written. */
function written(iso: string): string {
  const [year, month, day] = iso.split("-");
  return `${month}/${day}/${year}`;
}
