/**
 * Catches mistakes before a US immigration filing is sent. Synchronous, nothing to set up, and
 * nothing that a person types leaves the device.
 */
export { check, checkLink, checkLinks, checkPassword, checkRecoveryAnswers, classifyField, explain, identify, isValid, kinds, scan } from "./core.js";
export {
  aNumber,
  checker,
  ein,
  i94Number,
  itin,
  onlineAccountNumber,
  receiptNumber,
  sevisId,
  ssn,
  type Checker,
  type CheckerOptions,
  type Issue,
} from "./checkers.js";
export type {
  Change,
  Check,
  Classified,
  Code,
  Explanation,
  Finding,
  Fix,
  Found,
  Identified,
  Kind,
  KindWords,
  LinkCheck,
  PasswordCheck,
  Purpose,
  RuleMet,
  Severity,
  Source,
  Span,
  Verdict,
  Whose,
} from "./generated/types.js";
export type { Field, Options, PasswordOptions, RecoveryAnswer } from "./options.js";
export type { StandardSchemaV1 } from "./standard-schema.js";
export { WasmBlockedError } from "./blocked.js";
