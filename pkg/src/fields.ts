// A whole form as one Standard Schema, for hosts that check all its boxes at once.

import type { Checker, Issue } from "./checkers.js";
import type { StandardSchemaV1 } from "./standard-schema.js";

/**
 * The checker of each box, by the box's name: "aNumber", or as form libraries write what lies
 * deeper, "sponsor.ssn". "children.*.ssn" is a box in each row of a list.
 */
export type Checkers = Readonly<Record<string, Checker>>;

/** A schema of a whole form. The values it gives have the canonical form in each box that it checks. */
export interface Fields<Values> extends StandardSchemaV1<Values, Values> {
  readonly "~standard": FieldsProps<Values>;
}

/** What makes it a Standard Schema: its issues tell more than the standard asks for. */
export interface FieldsProps<Values> extends StandardSchemaV1.Props<Values, Values> {
  /** Answers at once and never throws. Generic code reads its result off the last line: there the standard's own. */
  readonly validate: {
    (values: unknown): FieldsResult<Values>;
    (values: unknown): StandardSchemaV1.Result<Values>;
  };
}

/** The values in canonical form, or the issues of all boxes. */
export type FieldsResult<Values> =
  | StandardSchemaV1.SuccessResult<Values>
  | { readonly issues: readonly Issue[]; readonly value?: undefined };

/**
 * The schema of a form whose boxes have these checkers. Other boxes pass as they are. The values that it
 * gives are a copy: a list stays a list, any other object that has a checked box in it is a plain one.
 */
export function fields<Values extends object = Record<string, unknown>>(checkers: Checkers): Fields<Values> {
  return { "~standard": { version: 1, vendor: "prefile", validate: (values) => validate<Values>(checkers, values) } };
}

type Path = readonly (string | number)[];

function validate<Values>(checkers: Checkers, values: unknown): FieldsResult<Values> {
  const issues: Issue[] = [];
  let canonical = values;
  try {
    for (const [name, checker] of Object.entries(checkers))
      for (const path of places(values, name)) {
        const result = checker["~standard"].validate(valueAt(values, path));
        const found = issuesOf(result);
        if (found) issues.push(...found.map((issue) => placed(issue, path)));
        else canonical = withValue(canonical, path, result.value);
      }
    // It has no boxes.
    if (typeof values !== "object" || values === null) throw new TypeError();
  } catch {
    // A getter or a proxy threw, or no box can be where one should. A form must not break, and must not
    // let an unchecked value through.
    issues.push({ message: "This could not be checked.", path: [], finding: undefined });
  }
  return issues.length > 0 ? { issues } : { value: canonical as Values };
}

/** Its own: a result without any could inherit some from a polluted Object.prototype. */
export function issuesOf(result: { readonly issues?: readonly Issue[] | undefined }): readonly Issue[] | undefined {
  return Object.hasOwn(result, "issues") ? result.issues : undefined;
}

/** The issue of a value as that of the box it stands in. */
function placed(issue: Issue, path: Path): Issue {
  const finding = issue.finding && { ...issue.finding, field: path.join(".") };
  return { message: issue.message, path, finding };
}

/** The places that a name means: one, or one in each row. */
function places(values: unknown, name: string): Path[] {
  let found: Path[] = [[]];
  for (const part of name.split("."))
    found = part === "*" ? found.flatMap((path) => rows(values, path)) : found.map((path) => [...path, partOf(valueAt(values, path), part)]);
  return found;
}

/** Part of a name: in a list, the place of a row. */
function partOf(whole: unknown, part: string): string | number {
  return Array.isArray(whole) && /^\d+$/.test(part) ? Number(part) : part;
}

/** No form has more rows in a list; where there are more, the form is not checked, and does not pass. */
const MOST_ROWS = 1_000;

function rows(values: unknown, path: Path): Path[] {
  const list = valueAt(values, path);
  return Array.isArray(list) ? rowsOf(list).map((_, row) => [...path, row]) : [];
}

function rowsOf(list: unknown[]): unknown[] {
  if (list.length > MOST_ROWS) throw new RangeError();
  return [...list];
}

/** What stands at this place; undefined if nothing does. */
export function valueAt(values: unknown, path: Path): unknown {
  let value = values;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}

/** A copy in which this value stands at this place. Throws where there can be no such place. */
export function withValue(whole: unknown, path: Path, value: unknown): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return value;
  const inside = withValue(valueAt(whole, [part]), rest, value);
  // Defined: an assignment would be caught by a setter of that name on Object.prototype.
  const own = { __proto__: null, value: inside, writable: true, enumerable: true, configurable: true };
  return Object.defineProperty(copyFor(whole, part), part, own as PropertyDescriptor);
}

/** A copy that has room for this part: a list for the place of a row, an object for a name. */
function copyFor(whole: unknown, part: string | number): object {
  const list = Array.isArray(whole);
  if (typeof part === "number") return list ? rowsOf(whole) : [];
  if (list || typeof (whole ?? {}) !== "object") throw new TypeError();
  return { ...(whole as object | undefined) };
}
