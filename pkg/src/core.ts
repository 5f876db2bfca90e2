// The functions of the package. Each guards what it is given, calls the core and unfolds the answer.
//
// Nothing here throws but WasmBlockedError. Should the core fail in the middle of a call, the
// answer is that the text could not be read, and the next call finds a fresh instance.

import { base64, length } from "./generated/core-bytes.js";
import type * as Calls from "./generated/core.js";
import { CODES, LONGEST_LINK, LONGEST_SCANNED } from "./generated/tables.js";
import type { Check, Classified, Code, Explanation, Finding, Found, Identified, Kind, KindWords, LinkCheck, PasswordCheck } from "./generated/types.js";
import {
  check as checkShape,
  classified,
  explanation,
  finding,
  found,
  identified,
  kindWords,
  linkCheck as linkShape,
  passwordCheck as passwordShape,
} from "./generated/unfold.js";
import { LONGEST_PERSONAL, answersOf, localeOf, option, personalOf } from "./given.js";
import { NOT_READ, dayNumber, isBroken, kindNumber, lengthOf, saidOf, unreadable } from "./guard.js";
import { linesIn } from "./languages.js";
import type { Field, Options, PasswordOptions, RecoveryAnswer } from "./options.js";
import { list, unfold, unfoldList, unfoldOption } from "./packed.js";
import { loadSpeaking } from "./speaking.js";

const core = /* @__PURE__ */ loadSpeaking<typeof Calls>(base64, length);

/** Gets ready in small steps, for whoever has time before the first question. */
export function* prepare(locale: string): Iterable<undefined> {
  yield* core.prepare();
  yield;
  // Here and not there: whoever asks for verdicts alone needs no texts.
  linesIn(locale);
}

/** What `text` is as a value of this kind, and everything there is to say about it. */
export function check(kind: Kind, text: string, options?: Options): Check {
  const number = kindNumber(kind);
  const locale = option(options, "locale");
  let result: Check;
  try {
    const reason = unreadable(text);
    if (reason === undefined) {
      const today = dayNumber(option(options, "today"));
      const calls = core.ready();
      const end = core.put(text);
      result = unfold(core.answer(calls.check(number, end, today)), checkShape, locale, text);
      if (misreads(result, text, end)) result = unread(number, NOT_READ, text, locale);
    } else {
      result = unread(number, reason, text, locale);
    }
  } catch (error) {
    core.died(error);
    result = unread(number, NOT_READ, text, locale);
  }
  // An unknown kind comes back as it was given, as far as that is a name.
  if (result.kind !== kind) result.kind = typeof kind === "string" ? kind : ("" as Kind);
  return result;
}

/** The check of a text that is not sent to the core. */
function unread(kind: number, reason: number, text: unknown, locale: string | undefined): Check {
  const length = typeof text === "string" ? text.length : 0;
  return unfold(core.answer(core.ready().check_unread(kind, reason, length)), checkShape, locale);
}

/** Whether a check makes something of half a character: neither a value nor a fix could have it. */
function misreads({ ok, findings }: Check, text: string, bytes: number): boolean {
  return isBroken(text, bytes) && (ok || findings.some(({ fix }) => fix));
}

/** The verdict alone, many times faster: the same as `check(kind, text).ok`. */
export function isValid(kind: Kind, text: string): boolean {
  if (unreadable(text) !== undefined) return false;
  try {
    const calls = core.ready();
    const end = core.put(text);
    return calls.is_valid(kindNumber(kind), end) === 1 && !isBroken(text, end);
  } catch (error) {
    core.died(error);
    return false;
  }
}

/** The kinds that a text may be, the likeliest first; empty if nothing fits. */
export function identify(text: string, options?: Options): Identified[] {
  if (unreadable(text) !== undefined) return [];
  try {
    const today = dayNumber(option(options, "today"));
    const locale = option(options, "locale");
    const calls = core.ready();
    const end = core.put(text);
    const all = unfoldList(core.answer(calls.identify(end, today)), identified, locale, text);
    return all.filter((one) => !misreads(one.check, text, end));
  } catch (error) {
    core.died(error);
    return [];
  }
}

/**
 * The identifiers inside a free text (a notice, an e-mail), in order. Up to 16 MB of text are read;
 * a longer text gives an empty list at once.
 */
export function scan(text: string, options?: Options): Found[] {
  if (typeof text !== "string" || text.length > LONGEST_SCANNED) return [];
  try {
    const today = dayNumber(option(options, "today"));
    const locale = option(options, "locale");
    return unfoldList(core.answer(core.ready().scan(core.put(text), today)), found, locale, text);
  } catch (error) {
    core.died(error);
    return [];
  }
}

/** What a box wants, by what the page says of it; null rather than a guess. */
export function classifyField(field: Field): Classified | null {
  const said = saidOf(field);
  const length = lengthOf(field);
  try {
    return unfoldOption(core.answer(core.ready().classify_field(core.put(said), length)), classified);
  } catch (error) {
    core.died(error);
    return null;
  }
}

/**
 * Whose host a link or an e-mail address names: the agency's, or not. A text of more than 64 KB
 * cannot be read.
 */
export function checkLink(url: string, options?: Options): LinkCheck {
  const locale = option(options, "locale");
  const readable = typeof url === "string" && url.length <= LONGEST_LINK;
  try {
    return unfold(core.answer(core.ready().check_link(core.put(readable ? url : ""))), linkShape, locale);
  } catch (error) {
    core.died(error);
    return { verdict: "unreadable", host: null, span: { start: 0, end: 0 }, findings: [] };
  }
}

/**
 * Every link and e-mail address in a pasted message, in order. Up to 16 MB of text are read; a
 * longer text gives an empty list at once.
 */
export function checkLinks(text: string, options?: Options): LinkCheck[] {
  if (typeof text !== "string" || text.length > LONGEST_SCANNED) return [];
  try {
    const locale = option(options, "locale");
    return unfoldList(core.answer(core.ready().check_links(core.put(text))), linkShape, locale);
  } catch (error) {
    core.died(error);
    return [];
  }
}

/** No password is longer; of a longer text only so much is looked at. */
const LONGEST_PASSWORD = 4096;

/**
 * A password against the official rules, and what else is wise: `personal` are the person's own
 * words, such as names, a date of birth and numbers. Nothing of it comes back in the answer.
 */
export function checkPassword(password: string, options?: PasswordOptions): PasswordCheck {
  const text = typeof password === "string" ? password.slice(0, LONGEST_PASSWORD) : "";
  const email = option(options, "email") ?? "";
  try {
    const locale = option(options, "locale");
    const personal = personalOf(options);
    const calls = core.ready();
    const password = core.put(text);
    const address = core.put(email.slice(0, LONGEST_PERSONAL), password);
    const told = calls.check_password(password, address, core.put(personal, address));
    return unfold(core.answer(told), passwordShape, locale);
  } catch (error) {
    core.died(error);
    return { ok: false, rules: [], findings: [] };
  }
}

/**
 * Answers to recovery questions, side by side: for each in its place, what is unwise about it. The
 * same answer twice, an answer that is in its question or among the person's own words (`personal`).
 * What an answer alone has to say is `check("recovery-answer", answer)`'s to say. The
 * first 32 are compared; of those behind them nothing is said, and behind the thousandth there is no list.
 */
export function checkRecoveryAnswers(answers: readonly RecoveryAnswer[], options?: Options): Finding[][] {
  try {
    const locale = option(options, "locale");
    const [all, personal] = [answersOf(answers), personalOf(options)];
    const calls = core.ready();
    const end = core.put(all);
    const told = calls.check_recovery_answers(end, core.put(personal, end));
    return unfoldList(core.answer(told), () => list(finding), locale);
  } catch (error) {
    core.died(error);
    return [];
  }
}

/** What the code of a finding means; null for what is no code. */
export function explain(code: string, locale?: string | Options): Explanation | null {
  const number = CODES.indexOf(code as Code);
  if (number < 0) return null;
  try {
    return unfold(core.answer(core.ready().explain(number)), explanation, localeOf(locale));
  } catch (error) {
    core.died(error);
    return null;
  }
}

/** Every kind in words, in the order of the type. */
export function kinds(locale?: string | Options): KindWords[] {
  try {
    return unfoldList(core.answer(core.ready().kinds()), kindWords, localeOf(locale));
  } catch (error) {
    core.died(error);
    return [];
  }
}
