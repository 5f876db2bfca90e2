// The named checkers: each one value that is a function and a Standard Schema.

import { WasmBlockedError } from "./blocked.js";
import { check } from "./core.js";
import type { Check, Finding, Kind } from "./generated/types.js";
import { own } from "./given.js";
import type { Options } from "./options.js";
import type { StandardSchemaV1 } from "./standard-schema.js";

/** Why a schema did not take a text. */
export interface Issue extends StandardSchemaV1.Issue {
  /** What to tell the person. */
  readonly message: string;
  /** Always there, and empty: the value has no parts. A form puts its field's name before it. */
  readonly path: readonly PropertyKey[];
  /** The finding behind it, with its code, its place and its fix; undefined where WebAssembly is blocked. */
  readonly finding: Finding | undefined;
}

/**
 * Checks texts of one kind. As a function it gives a `Check`; as a Standard Schema it gives the
 * canonical value ("A012345678") or an issue for each error.
 */
export interface Checker {
  (text: string, options?: Options): Check;
  readonly "~standard": Standard;
  /** The same checker with options of its own, for forms that cannot pass any. Others may be added to them. */
  with(options: CheckerOptions): Checker;
}

/** What a checker may be told for all that it checks. */
export interface CheckerOptions extends Options {
  /** As a schema, it takes an empty box. */
  optional?: boolean | undefined;
}

/** What makes a checker a Standard Schema: its issues tell more than the standard asks for. */
export interface Standard extends StandardSchemaV1.Props<string, string> {
  /** Answers at once and never throws. Generic code reads its result off the last line: there the standard's own. */
  readonly validate: {
    (value: unknown): Result;
    (value: unknown): StandardSchemaV1.Result<string>;
  };
}

/** The canonical value, or an issue for each error. */
export type Result = StandardSchemaV1.SuccessResult<string> | { readonly issues: readonly Issue[]; readonly value?: undefined };

/** A checker of any kind: `checker("family-name")`. */
export function checker(kind: Kind, own?: CheckerOptions): Checker {
  return made(kind, [own]);
}

/** A checker that was told this, the last first. */
function made(kind: Kind, told: readonly unknown[]): Checker {
  const one = (text: string, options?: Options): Check => check(kind, text, together([options, ...told]));
  // A description must not inherit from a polluted Object.prototype.
  return Object.defineProperties(one, {
    with: { __proto__: null, value: (options: CheckerOptions) => made(kind, [options, ...told]) },
    "~standard": { __proto__: null, value: { version: 1, vendor: "prefile", validate: (value: unknown) => validate(kind, value, told) } },
  } as PropertyDescriptorMap) as Checker;
}

function together(told: readonly unknown[]): Options {
  return { locale: first(told, "locale"), today: first(told, "today") } as Options;
}

/** What was said of it last; what is no object says nothing. */
function first(told: readonly unknown[], name: keyof CheckerOptions): unknown {
  return told.reduce((found, options) => found ?? own(options, name), undefined);
}

function validate(kind: Kind, given: unknown, told: readonly unknown[]): Result {
  // A box that nobody has touched has no text yet. The guard behind `check` looks at the type.
  const text = (given ?? "") as string;
  try {
    const { ok, value, findings } = check(kind, text, together(told));
    if (ok) return { value: value ?? text };
    if (first(told, "optional") === true && findings[0]!.code === `${kind}/empty`) return { value: "" };
    return { issues: findings.filter((one) => one.severity === "error").map(issue) };
  } catch (error) {
    // A form must not break, and must not let an unchecked value through either.
    const message = error instanceof WasmBlockedError ? error.message : "This could not be checked.";
    return { issues: [{ message, path: [], finding: undefined }] };
  }
}

function issue(finding: Finding): Issue {
  return { message: finding.message, path: [], finding };
}

/** Alien Registration Number: "A012-345-678". */
export const aNumber: Checker = /* @__PURE__ */ checker("a-number");
/** The number of a filing, on its notice: "EAC2212345678". */
export const receiptNumber: Checker = /* @__PURE__ */ checker("receipt-number");
/** USCIS Online Account Number: "012345678901". */
export const onlineAccountNumber: Checker = /* @__PURE__ */ checker("online-account-number");
/** Social Security Number: "219-09-9998". */
export const ssn: Checker = /* @__PURE__ */ checker("ssn");
/** Individual Taxpayer Identification Number: "912-90-3456". */
export const itin: Checker = /* @__PURE__ */ checker("itin");
/** Employer Identification Number: "12-3456789". */
export const ein: Checker = /* @__PURE__ */ checker("ein");
/** The number of an arrival record, Form I-94. */
export const i94Number: Checker = /* @__PURE__ */ checker("i94-number");
/** The number of a student's or exchange visitor's record: "N0012345678". */
export const sevisId: Checker = /* @__PURE__ */ checker("sevis-id");
