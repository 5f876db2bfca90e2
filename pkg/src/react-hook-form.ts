// React Hook Form's resolver for Standard Schemas keeps only the messages; this one keeps the findings.
// Its types are React Hook Form's by their shape: nothing is imported from there.

import type { Issue } from "./checkers.js";
import { type Checkers, fields, issuesOf, valueAt, withValue } from "./fields.js";
import type { Finding } from "./generated/types.js";

/** What is wrong with a box, as React Hook Form keeps it. */
export interface BoxError {
  /** The code of the finding: "a-number/too-short". */
  type: string;
  /** What to tell the person. */
  message: string;
  /** With `criteriaMode: "all"`: every error of the box, message by code. */
  types?: Record<string, string>;
  /** The finding itself: `findingOf` gets it. */
  finding: Finding | undefined;
}

/** The errors of a form, each where its box stands. */
export type BoxErrors<Values> = { [Name in keyof Values]?: Values[Name] extends object ? BoxErrors<Values[Name]> : BoxError };

/** What the resolver is told besides the values. */
export interface ResolverOptions {
  /** All errors of a box, or its strongest. */
  criteriaMode?: "firstError" | "all" | undefined;
  /** The browser says what is wrong, in a bubble of its own. */
  shouldUseNativeValidation?: boolean | undefined;
  /** The boxes that are asked about. */
  names?: readonly string[] | undefined;
  /** Each of them where it stands in the form. */
  fields?: object | undefined;
}

/** What React Hook Form takes as a `resolver`. */
export type Resolver = <Values extends object>(
  values: Values,
  context: unknown,
  options: ResolverOptions,
) => { values: Values; errors: Record<string, never> } | { values: Record<string, never>; errors: BoxErrors<Values> };

/**
 * A resolver that checks the boxes of these names. What is submitted has their canonical form; what
 * the person typed stays in the boxes.
 */
export function prefileResolver(checkers: Checkers): Resolver {
  return <Values extends object>(values: Values, _: unknown, options: ResolverOptions) => {
    const result = fields<Values>(checkers)["~standard"].validate(values);
    const issues = issuesOf(result);
    let errors: unknown = {};
    for (const [place, error] of byPlace(issues ?? [], options.criteriaMode === "all")) errors = withValue(errors, place, error);
    if (options.shouldUseNativeValidation) tellBrowser(errors, options);
    if (issues === undefined) return { values: result.value as Values, errors: {} };
    return { values: {}, errors: errors as BoxErrors<Values> };
  };
}

/** The finding behind an error of a form; undefined for an error that somebody else found. */
export function findingOf(error: object | undefined): Finding | undefined {
  return (error as Partial<BoxError> | undefined)?.finding;
}

type Place = readonly (string | number)[];

/** One error for each box: its first, which is its strongest. */
function byPlace(issues: readonly Issue[], all: boolean): Map<Place, BoxError> {
  // Issues of one box share their path.
  const errors = new Map<Place, BoxError>();
  for (const { message, path, finding } of issues) {
    const place = path.length > 0 ? (path as Place) : ["root"];
    const type = finding?.code ?? "text/not-read";
    let error = errors.get(place);
    if (!error) errors.set(place, (error = { type, message, finding }));
    if (all) error.types = { ...error.types, [type]: message };
  }
  return errors;
}

/** A box as React Hook Form knows it; `refs` are those of one name. */
interface Registered {
  ref?: Partial<HTMLInputElement>;
  refs?: Partial<HTMLInputElement>[];
}

/** Tells the browser what is wrong in each box, and has it show the first of these. */
function tellBrowser(errors: unknown, { names = [], fields: registered }: ResolverOptions): void {
  let first: Partial<HTMLInputElement> | undefined;
  for (const name of names) {
    const place = name.split(".");
    const message = (valueAt(errors, place) as BoxError | undefined)?.message ?? "";
    const { ref, refs = [ref] } = (valueAt(registered, place) ?? {}) as Registered;
    for (const box of refs) {
      box?.setCustomValidity?.(message);
      if (message !== "") first ??= box;
    }
  }
  first?.reportValidity?.();
}
