/**
 * Official PDF forms: what is filled in and what is wrong with it, box by box. A module of its own,
 * loaded by whoever imports it; nothing of a file leaves the device.
 */
import { base64, length } from "./generated/pdf-bytes.js";
import * as wasm from "./generated/pdf.js";
import { __wbg_reset_state, initSync } from "./generated/pdf.js";
import { CODES } from "./generated/tables.js";
import { LONGEST, text as english } from "./generated/texts/pdf-en.js";
import type { Code, Explanation, Finding, Kind, Purpose, Whose } from "./generated/types.js";
import { bytesGiven, localeOf, option, own } from "./given.js";
import { dayNumber } from "./guard.js";
import { inLanguage } from "./languages.js";
import { dataOf, joined } from "./pack.js";
import { pdfTextsOf } from "./pdf/texts.js";
import { sourceOf } from "./source.js";
import { unpack } from "./unpack.js";
import { load } from "./wasm.js";

export { WasmBlockedError } from "./blocked.js";
export type { Finding, Fix, Kind, Purpose, Severity, Source, Span, Whose } from "./generated/types.js";
export type { Pack } from "./pack.js";
import type { Answers } from "./answers.js";
import type { Pack } from "./pack.js";

/** What reading a file may be told. */
export interface PdfOptions {
  /** The language of the words, as a tag: "en", "es-MX". One that was not imported reads as English. */
  locale?: string | undefined;
  /** Today as an ISO date, "2026-11-22". Without it, rules that need a date are not applied. */
  today?: string | undefined;
  /** Definitions, as `prefile/packs/...` have them: with that of the form's edition its checks apply, too. */
  packs?: readonly Pack[] | undefined;
}

/** A file that was opened. */
export interface OpenedPdf {
  /** Which form it is, "I-765" of "2025-08-21", by the bar codes of its pages; null rather than a guess. */
  form: { id: string; edition: string } | null;
  /** Each page, from 1; its size in points. */
  pages: { page: number; form: string | null; edition: string | null; width: number; height: number }[];
  /** Every box, in the order of the file. */
  fields: PdfField[];
  /** All of them, of the whole file and of its boxes, the gravest first. */
  findings: PdfFinding[];
  /**
   * What the boxes say, as `prefile/guide` takes it, by the pack of the form's edition if it was handed over. An
   * empty box is no answer. Null without that pack, and of a form with nothing in it.
   */
  read: { id: string; answers: Answers } | null;
}

/** A box of a form. */
export interface PdfField {
  /** Its full name in the file. */
  name: string;
  /** The page it is drawn on, from 1; 0 if no page shows it. */
  page: number;
  /** The part that is printed beside it: "2". */
  part: string | null;
  /** The item: "1.a." */
  item: string | null;
  /** What the form asks there. */
  label: string | null;
  /** What it wants, if that is known. */
  kind: Kind | null;
  /** Of whom, and for what, if the form says so. */
  whose: Whose | null;
  purpose: Purpose | null;
  type: "text" | "check" | "choice" | "button" | "signature";
  /** What stands in it; of a check box its state, empty when it is off. */
  value: string;
  /** What Adobe's programs show, from a copy of their own; null if the file has none for this box. */
  acrobatValue: string | null;
  /** Whether somebody wrote into it. What the form itself writes is no answer. */
  answered: boolean;
  /** Whether nobody can write into it. */
  readOnly: boolean;
  maxLength: number | null;
  /** Where it is drawn. */
  boxes: PdfBox[];
  /** Of this box alone. */
  findings: PdfFinding[];
}

/** Where a box is drawn, in points from the top left corner of its page. */
export interface PdfBox {
  page: number;
  left: number;
  top: number;
  width: number;
  height: number;
  /** Of check boxes, the value that it stands for. */
  state: string | null;
}

/** A finding; the code may be this module's own, "box/disputed", or a pack's. */
export type PdfFinding = Omit<Finding, "code"> & {
  code: string;
  /** Why it matters. */
  why: string;
  /** Where its box is printed, in words: "Part 2, Item 1.a". */
  place: string | null;
  /** The name of another box that it is about, too. */
  other: string | null;
};

/** Two boxes of two files that say different things of one person. */
export type PacketFinding = Omit<PdfFinding, "field" | "place" | "other"> & PacketBox & {
  /** The box that it does not agree with. */
  other: PacketBox;
};

/** A box of one of several files. */
export interface PacketBox {
  /** Which of the files, from 0. */
  file: number;
  /** Its full name there. */
  field: string;
  /** Where it is printed, in words: "Part 2, Item 1.a". */
  place: string;
}

/** What a code means; it may be this module's own, "box/disputed". */
export type PdfExplanation = Omit<Explanation, "code"> & { code: string };

/** What filling a file may be told. */
export interface FillOptions {
  /** The language of the words, as a tag. */
  locale?: string | undefined;
  /** The form and the edition that the values are meant for. Without it, any form with such boxes is filled. */
  form?: { id: string; edition: string } | undefined;
  /** Whether other answers in those boxes are replaced. Otherwise they stay, and a finding says so. */
  replace?: boolean | undefined;
  /**
   * Whether a file of another edition than `form` says is filled, too, as far as its boxes are surely the same.
   * Otherwise nothing is written into it. What changed is told either way.
   */
  otherEdition?: boolean | undefined;
}

/** Bytes that a `Blob` takes as they are, by the types of every version of TypeScript. */
export type Bytes = ReturnType<Uint8Array["slice"]>;

/** A file that was filled. */
export interface FilledPdf {
  /** The new file; empty if nothing could be written into the given one. */
  bytes: Bytes;
  /** What has no room in it, even where the form has room for more; null if there is nothing. */
  sheet: ContinuationSheet | null;
  /** What changed, if the file is of another edition than the values are meant for, and we know that one's boxes. */
  changes: EditionChanges | null;
  /** What is wrong, what was not written and why, and what else was changed. */
  findings: PdfFinding[];
}

/** What changed from the edition that values are meant for to that of a file, box by box. */
export interface EditionChanges {
  /** How many are as they were. */
  same: number;
  /** Surely the same boxes, on another page or with another part or item. */
  moved: { from: PlacedBox; to: PlacedBox }[];
  /** Surely the same boxes, by other names. */
  renamed: { from: PlacedBox; to: PlacedBox }[];
  /** Of the same name, but something else is asked, or in other words. Nothing is written there. */
  reworded: { from: PlacedBox; to: PlacedBox }[];
  /** What only the file has. */
  added: PlacedBox[];
  /** What it has no longer. */
  gone: PlacedBox[];
}

/** A box, and where it is printed. */
export interface PlacedBox {
  name: string;
  page: number;
  part: string | null;
  item: string | null;
}

/**
 * A separate sheet of paper, as the instructions of forms want it: name and A-Number on top; page, part and item
 * of each answer; a line to sign and to date it. In English, as what is sent.
 */
export interface ContinuationSheet {
  /** A PDF of its own, to be printed, signed, and put behind the form. */
  bytes: Bytes;
  /** How many sheets it has; each is signed. */
  pages: number;
  /** As they stand in the filled form. What is empty is left to the pen. */
  familyName: string;
  givenName: string;
  middleName: string;
  aNumber: string;
  entries: SheetEntry[];
}

/** An answer on a continuation sheet; all of it, though its box may hold the beginning. */
export interface SheetEntry {
  /** The name of its box. */
  field: string;
  /** Where that is printed: "3", "2", "5.b."; empty where the form does not say it. */
  page: string;
  part: string;
  item: string;
  text: string;
}

/** What the present instance was given: languages, each to its number there. */
let languages = new Map<string, number | undefined>();

const module = /* @__PURE__ */ load(() => unpack(base64, length), { initSync, __wbg_reset_state }, () => {
  languages = new Map();
});

/**
 * What a PDF form holds and what is wrong with it. Whatever is given, there is an answer: a file that
 * cannot be read gives one finding that says why. A long form takes up to a second, so a page runs it
 * in a worker.
 */
export function openPdf(bytes: ArrayBuffer | ArrayBufferView, options?: PdfOptions): OpenedPdf {
  const locale = option(options, "locale");
  const given = bytesGiven(bytes);
  if (given.length > LONGEST || given.length === 0) return refused(given.length, locale);
  try {
    module.ready();
    const language = languageOf(locale);
    const today = dayNumber(option(options, "today"));
    return told(wasm.open(given, ...joined(dataOf(own(options, "packs"))), today, language));
  } catch (error) {
    module.died(error);
    // It took more memory than there is.
    return refused(given.length, locale);
  }
}

/**
 * What several opened files say of one person otherwise: names, the birth date and country, and numbers. Two
 * people are one where a number that nobody else has says so, the whole name, or a part of it with the birth
 * date. Of files that could not be read nothing is said; at most 100 are compared.
 *
 * ```js
 * comparePdfs([openPdf(first), openPdf(second)]).map(({ file, place, other }) => [file, place, other.file, other.place]);
 * ```
 */
export function comparePdfs(files: readonly Pick<OpenedPdf, "form" | "fields">[], options?: PdfOptions): PacketFinding[] {
  try {
    module.ready();
    const { texts, names } = statements(files);
    const today = dayNumber(option(options, "today"));
    const said = JSON.parse(wasm.compare(texts.join("\0"), today, languageOf(option(options, "locale")))) as { findings: Differing[] };
    return said.findings.map(({ file, at, otherFile, other, otherPlace, ...rest }) => ({
      ...rest,
      file,
      field: names[file]![at]!,
      other: { file: otherFile, field: names[otherFile]![other]!, place: otherPlace },
    }));
  } catch (error) {
    module.died(error);
    return [];
  }
}

/** What the code of a finding means, this module's or `prefile`'s own; null for what is no code, and for a pack's. */
export function explain(code: string, locale?: string | PdfOptions): PdfExplanation | null {
  if (typeof code !== "string" || code.length > LONGEST_CODE) return null;
  try {
    module.ready();
    const said = JSON.parse(wasm.explain(CODES.indexOf(code as Code), code, languageOf(localeOf(locale)))) as (PdfExplanation & { code: string | number }) | null;
    return said && named(said);
  } catch (error) {
    module.died(error);
    return null;
  }
}

/** No code is longer. */
const LONGEST_CODE = 64;

/**
 * An official blank with values in its boxes, by their names: as `evaluate` of `prefile/guide` has them. Of
 * check boxes the value is the state, and nothing for "off". The given bytes stay as they are. What a box
 * cannot hold is a finding and not written; nothing is ever signed.
 */
export function fillPdf(bytes: ArrayBuffer | ArrayBufferView, values: Record<string, string>, options?: FillOptions): FilledPdf {
  const locale = option(options, "locale");
  const given = bytesGiven(bytes);
  const nothing = () => ({ bytes: new Uint8Array(), sheet: null, changes: null, findings: refused(given.length, locale).findings });
  if (given.length > LONGEST || given.length === 0) return nothing();
  try {
    module.ready();
    const form = own(options, "form");
    const [id, edition] = [own(form, "id"), own(form, "edition")].map((text) => (typeof text === "string" ? text : ""));
    // An edition that is no day is none that we know.
    const day = form === undefined ? 0 : dayNumber(edition) || NO_EDITION;
    const how = (own(options, "replace") === true ? 1 : 0) | (own(options, "otherEdition") === true ? 2 : 0);
    return filled(wasm.fill(given, pairs(values), id!, day, how, languageOf(locale)));
  } catch (error) {
    module.died(error);
    return nothing();
  }
}

/** A difference as the module writes it: boxes by their files and places there. */
type Differing = Omit<PacketFinding, "field" | "other"> & { at: number; otherFile: number; other: number; otherPlace: string };

/** No packet has more files, and no form more boxes. */
const MOST_FILES = 100;
const MOST_BOXES = 20_000;

/** What is said of a box, in the order of the module's `Statement::read`. */
const STATED = ["kind", "whose", "purpose", "part", "item", "page", "label", "value"] satisfies (keyof PdfField)[];

/** What files say of people, and the names of the boxes, file by file. */
function statements(files: unknown): { texts: string[]; names: string[][] } {
  const texts: string[] = [];
  const names = members(files, MOST_FILES).map((file, of) => {
    const form = textOf(own(own(file, "form"), "id"));
    return members(own(file, "fields"), MOST_BOXES).map((field, at) => {
      if (own(field, "answered") === true && typeof own(field, "whose") === "string")
        texts.push(String(of), String(at), form, ...STATED.map((name) => textOf(own(field, name))));
      return textOf(own(field, "name"));
    });
  });
  return { texts, names };
}

/** The first members of a list; none of what is no list. */
function members(list: unknown, most: number): unknown[] {
  return Array.isArray(list) ? Array.from({ length: Math.min(list.length, most) }, (_, at) => own(list, String(at))) : [];
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).replaceAll("\0", "\ufffd") : "";
}

/** A day before all forms. */
const NO_EDITION = 19000101;

/** Names and values, a NUL between. What is no text is a letter that no font has. */
function pairs(values: unknown): string {
  let names: string[] = [];
  try {
    names = typeof values === "object" && values !== null ? Object.keys(values) : [];
  } catch {
    // What cannot be read holds nothing.
  }
  const all = names.flatMap((name) => {
    const value = own(values, name);
    return [name, typeof value === "string" ? value : "\0"];
  });
  return all.map((text) => text.replaceAll("\0", "\ufffd")).join("\0");
}

function filled(packed: Uint8Array): FilledPdf {
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
  const json = new TextDecoder().decode(packed.subarray(4, 4 + length));
  const { findings, sheet, changes } = JSON.parse(json) as PackedFill;
  const rest = packed.subarray(4 + length);
  return {
    bytes: rest.slice(sheet?.length ?? 0),
    sheet: sheet === null ? null : sheetOf(sheet, rest),
    changes,
    findings: findings.map(({ at, other, beside, field, ...rest }) => ({ ...named(rest), field, other: beside })),
  };
}

function sheetOf({ length, ...rest }: PackedSheet, bytes: Uint8Array): ContinuationSheet {
  return { bytes: bytes.slice(0, length), ...rest };
}

/** What the module says of a filled file. */
interface PackedFill {
  findings: (PackedFinding & { field: string | null; beside: string | null })[];
  sheet: PackedSheet | null;
  changes: EditionChanges | null;
}

/** The length of its file in place of that. */
type PackedSheet = Omit<ContinuationSheet, "bytes"> & { length: number };

/** With the name and the source of a code of the core's table. */
function named<Rest extends { code: string | number; source: PdfFinding["source"] }>(rest: Rest) {
  const { code } = rest;
  return typeof code === "string" ? { ...rest, code } : { ...rest, code: CODES[code]!, source: sourceOf(code) };
}

function refused(length: number, locale: string | undefined): OpenedPdf {
  module.ready();
  return told(wasm.refuse(length, languageOf(locale)));
}

function languageOf(locale: string | undefined): number {
  return inLanguage(locale, languageNumber) ?? 0;
}

function languageNumber(text: string, tag: string): number | undefined {
  const own = tag === "en" ? english : pdfTextsOf(tag);
  if (own === undefined) return undefined;
  if (!languages.has(tag)) languages.set(tag, wasm.load_texts(text, own));
  return languages.get(tag);
}

/** An opened file as the module writes it: in hundredths of a point, boxes by their places. */
interface Packed {
  form: OpenedPdf["form"];
  pages: OpenedPdf["pages"];
  fields: Omit<PdfField, "findings">[];
  findings: PackedFinding[];
  read: OpenedPdf["read"];
}

/** A finding of the core's table has the place of its code there. */
type PackedFinding = Omit<PdfFinding, "code" | "field" | "other"> & {
  code: string | number;
  at: number | null;
  other: number | null;
};

function told(json: string): OpenedPdf {
  const packed = JSON.parse(json) as Packed;
  const pages = packed.pages.map((page) => ({ ...page, width: page.width / 100, height: page.height / 100 }));
  const fields: PdfField[] = packed.fields.map((field) => ({ ...field, boxes: field.boxes.map(inPoints), findings: [] }));
  const findings = packed.findings.map(({ at, other, ...rest }) => {
    const box = at === null ? undefined : fields[at];
    const finding: PdfFinding = {
      ...named(rest),
      field: box?.name ?? null,
      other: other === null ? null : fields[other]!.name,
    };
    box?.findings.push(finding);
    return finding;
  });
  return { form: packed.form, pages, fields, findings, read: packed.read };
}

function inPoints(box: PdfBox): PdfBox {
  const { left, top, width, height } = box;
  return { ...box, left: left / 100, top: top / 100, width: width / 100, height: height / 100 };
}
