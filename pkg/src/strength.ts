/**
 * How many guesses a password holds out, and what gives it away. A module of its own, loaded by
 * whoever imports it; nothing that is typed leaves the device.
 */
import { bytesOf } from "./base64.js";
import { __wbg_reset_state, give_words, initSync, strength as measured } from "./generated/strength.js";
import { base64 } from "./generated/strength-bytes.js";
import type { Finding } from "./generated/types.js";
import { WEAKNESSES } from "./generated/weaknesses.js";
import { base64 as words } from "./generated/words.js";
import { option, personalOf } from "./given.js";
import { lineOf } from "./languages.js";
import { sourceOf } from "./source.js";
import { load } from "./wasm.js";

export { WasmBlockedError } from "./blocked.js";
export type { Code, Finding, Fix, Kind, Severity, Source, Span } from "./generated/types.js";

/** What is known about whoever chooses the password. */
export interface StrengthOptions {
  /** The language of the words, as a tag: "en", "es-MX". One that was not imported reads as English. */
  locale?: string | undefined;
  /** The person's own words (name, e-mail address, date of birth), the most obvious first. */
  personal?: readonly string[] | undefined;
}

/** How well a password holds. Nothing of it is in here but places. */
export interface Strength {
  /**
   * From 0 to 4; each step is a hundred to a thousand times as many guesses. From 3 on it holds; it
   * may still not meet a site's rules.
   */
  score: 0 | 1 | 2 | 3 | 4;
  /** The decimal logarithm of the guesses it takes. */
  guessesLog10: number;
  /** Why it is weak and what to do, the gravest first; empty from score 3 on. */
  findings: Finding[];
}

const module = /* @__PURE__ */ load(() => bytesOf(base64), { initSync, __wbg_reset_state }, () => give_words(bytesOf(words)));

/** So much is read of a password; its beginning says enough. */
const LONGEST_READ = 400;

/** The row of WEAKNESSES behind those of the module. */
const NOT_READ = WEAKNESSES.length - 1;

/** How well this password holds against somebody who knows `personal`. */
export function strength(password: string, options?: StrengthOptions): Strength {
  const locale = option(options, "locale");
  if (typeof password === "string") {
    try {
      module.ready();
      return told(measured(password.slice(0, LONGEST_READ), personalOf(options)), locale);
    } catch (error) {
      module.died(error);
    }
  }
  return { score: 0, guessesLog10: 0, findings: [finding(NOT_READ, 0, 0, locale)] };
}

/** The numbers as strength/src/wasm.rs describes them. */
function told(numbers: Uint32Array, locale: string | undefined): Strength {
  const findings: Finding[] = [];
  for (let at = 2; at < numbers.length; at += 3)
    findings.push(finding(numbers[at]!, numbers[at + 1]!, numbers[at + 2]!, locale));
  return { score: numbers[0] as Strength["score"], guessesLog10: numbers[1]! / 1000, findings };
}

function finding(row: number, start: number, end: number, locale: string | undefined): Finding {
  const [code, severity, line, number] = WEAKNESSES[row]!;
  return {
    code,
    severity,
    message: lineOf(locale, line),
    field: null,
    span: end === 0 ? null : { start, end },
    fix: null,
    looksLike: null,
    source: sourceOf(number),
  };
}
