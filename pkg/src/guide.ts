/**
 * Forms and guides, one question at a time: what is asked next, what is missing, what is wrong, what
 * goes into which box. A module of its own, loaded by whoever imports it; nothing that is answered
 * leaves the device.
 */
import { flatOf } from "./flat.js";
import { base64, length } from "./generated/guide-bytes.js";
import * as wasm from "./generated/guide.js";
import { __wbg_reset_state, initSync } from "./generated/guide.js";
import { CODES } from "./generated/tables.js";
import type { Finding } from "./generated/types.js";
import { UNREAD } from "./generated/unread.js";
import { option, own } from "./given.js";
import { dayNumber } from "./guard.js";
import { inLanguage, lineOf } from "./languages.js";
import { type Pack, dataOf, joined } from "./pack.js";
import { sourceOf } from "./source.js";
import { unpack } from "./unpack.js";
import { load } from "./wasm.js";

export { WasmBlockedError } from "./blocked.js";
export type { Finding, Fix, Kind, Severity, Source, Span } from "./generated/types.js";
export type { Answer, Answers } from "./answers.js";
export type { Pack } from "./pack.js";
import type { Answers, Said } from "./answers.js";
import type { Kind, Source } from "./generated/types.js";

/** What an evaluation may be told. */
export interface GuideOptions {
  /** The language of the words, as a tag: "en", "es-MX". One that was not imported reads as English. */
  locale?: string | undefined;
  /** Today as an ISO date, "2026-11-22". Without it, rules that need a date are not applied. */
  today?: string | undefined;
  /** A screen to give with its questions besides the current one: "g-1145/name". */
  show?: string | undefined;
}

/** What packs come to with answers. */
export interface Evaluation {
  /** Every screen of every pack, in order. */
  screens: Stage[];
  /** The first screen that is not done; null when all are. */
  current: Screen | null;
  /** The screen that `show` names. */
  shown: Screen | null;
  /** The smallest sets of answers with which it would be complete; empty when it is. */
  missing: { facts: string[]; why: string }[];
  /** What is wrong with the answers, or good to know. `field` is where the answer stands: "homes[1].street". */
  findings: GuideFinding[];
  /** In screens. It grows with every answer and never falls because of one. */
  progress: { done: number; total: number };
  /** Field name in the official PDF to what is written there; of the first pack that has boxes. */
  boxes: Record<string, string>;
  /** The same for each pack by its name: two PDFs may have fields of one name. */
  boxesByPack: Record<string, Record<string, string>>;
  /** What the answers come to. */
  advice: { pack: string; id: string; title: string; body: string; source: Source | null }[];
  /** Where answers stand that no question asks for now. They are kept, and count for nothing until they apply again. */
  setAside: string[];
  /** Addresses, jobs, trips in time, days as ISO dates. `to` is null for what goes on. */
  timeLines: {
    list: string;
    since: string | null;
    bars: { entry: number; from: string; to: string | null }[];
    gaps: { from: string; to: string }[];
  }[];
}

/** A finding; the code may be a pack's own. */
export type GuideFinding = Omit<Finding, "code"> & { code: string };

/** A screen as a task in a list. */
export interface Stage {
  /** The pack's name. */
  pack: string;
  /** Its name in the pack. */
  id: string;
  /** Its heading. */
  title: string;
  status: "done" | "current" | "reachable" | "not-needed";
}

/** A screen with what it asks. */
export interface Screen {
  /** The pack's name. */
  pack: string;
  /** Its name in the pack. */
  id: string;
  /** Its heading. */
  title: string;
  /** A sentence below the heading; may be empty. */
  intro: string;
  /** The list whose entries it asks about. */
  list: string | null;
  /** In order; of a list, one entry after the other. */
  questions: Question[];
}

/** A question. */
export interface Question {
  /** Where its answer stands: "applicant.family_name", "homes[1].street". */
  fact: string;
  /** The question. */
  label: string;
  /** Help with the answer; may be empty. */
  help: string;
  /** Why it is asked. */
  why: string;
  /** What an answer is. */
  kind: Kind | "yes-no" | "choice" | "month" | "number" | "amount" | "text" | "list";
  /** What a choice chooses from; the answer is the `id`. */
  options: { id: string; label: string }[];
  /** Whether null, "I have none", is an answer. */
  optional: boolean;
  /** Whether "PRESENT" is an answer, too: the last day of an entry in time. */
  present: boolean;
  /** Where on paper it goes. */
  place: { form: string; part: string | null; item: string | null; page: number | null; instructions: number | null } | null;
  /** Whether it is answered. */
  answered: boolean;
}

/** What the present instance was given: languages and packets, each to its number there. */
let languages = new Map<string, number | undefined>();
let packets: { packs: string[]; number: number | undefined }[] = [];
/** Who fills more packets than these at a time waits a little longer for each. */
const MOST_PACKETS = 8;

const module = /* @__PURE__ */ load(() => unpack(base64, length), { initSync, __wbg_reset_state }, () => {
  languages = new Map();
  packets = [];
});

/**
 * What these packs come to with these answers. Pure: the same packs, answers, date and language give
 * the same evaluation. It is quick enough to be asked at every change.
 */
export function evaluate<Given extends object & Said<Given> = Answers>(packs: readonly Pack[], answers: Given, options?: GuideOptions): Evaluation {
  const locale = option(options, "locale");
  try {
    module.ready();
    const language = inLanguage(locale, languageNumber) ?? 0;
    const packet = packetNumber(dataOf(packs)) ?? 0;
    const show = own(options, "show");
    const shown = typeof show === "string" ? show : "";
    const today = dayNumber(option(options, "today"));
    const found = JSON.parse(wasm.evaluate(packet, flatOf(answers), today, language, shown)) as Packed;
    return { ...found, findings: found.findings.map(unpacked) };
  } catch (error) {
    module.died(error);
    return unread(locale);
  }
}

/** An evaluation as the module writes it. */
type Packed = Omit<Evaluation, "findings"> & { findings: PackedFinding[] };

/** A finding of the one table has the place of its code there. */
type PackedFinding = Omit<GuideFinding, "code"> & { code: string | number };

function unpacked(finding: PackedFinding): GuideFinding {
  const { code } = finding;
  if (typeof code === "string") return { ...finding, code };
  return { ...finding, code: CODES[code]!, source: sourceOf(code) };
}

function languageNumber(text: string, tag: string): number | undefined {
  if (!languages.has(tag)) languages.set(tag, wasm.load_texts(text));
  return languages.get(tag);
}

function packetNumber(packs: string[]): number | undefined {
  const same = (other: string[]) => other.length === packs.length && other.every((data, at) => data === packs[at]);
  const known = packets.find((packet) => same(packet.packs));
  if (known !== undefined) return known.number;
  if (packets.length === MOST_PACKETS) {
    wasm.forget_packs();
    packets = [];
  }
  const number = wasm.load_packs(...joined(packs));
  packets.push({ packs, number });
  return number;
}

/** When the module failed: nothing is known but that. */
function unread(locale: string | undefined): Evaluation {
  const [code, severity, line, number] = UNREAD[0]!;
  const finding: GuideFinding = {
    code,
    severity,
    message: lineOf(locale, line),
    field: null,
    span: null,
    fix: null,
    looksLike: null,
    source: sourceOf(number),
  };
  return {
    screens: [],
    current: null,
    shown: null,
    missing: [],
    findings: [finding],
    progress: { done: 0, total: 0 },
    boxes: {},
    boxesByPack: {},
    advice: [],
    setAside: [],
    timeLines: [],
  };
}
