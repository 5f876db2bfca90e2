// Which answer belongs into which box.

import wants from "../../../forms/facts.toml";
import type { Kind, Purpose, Whose } from "../../../pkg/src/generated/types.js";
import type { WantedFor } from "../protocol.js";
import type { Answer, Line } from "./file.js";

/** What answers are about: the beginning of their names. */
const SUBJECTS: Readonly<Record<string, { readonly whose: Whose; readonly purpose: Purpose | null; readonly list?: true }>> = {
  account: { whose: "applicant", purpose: null },
  applicant: { whose: "applicant", purpose: null },
  children: { whose: "child", purpose: null, list: true },
  earlier_homes: { whose: "applicant", purpose: "previous", list: true },
  entry: { whose: "applicant", purpose: "entry" },
  home: { whose: "applicant", purpose: "home" },
  jobs: { whose: "employer", purpose: null, list: true },
  interpreter: { whose: "interpreter", purpose: null },
  mailing: { whose: "applicant", purpose: "mailing" },
  passport: { whose: "applicant", purpose: null },
  preparer: { whose: "preparer", purpose: null },
  spouse: { whose: "spouse", purpose: null },
};

/** These say little without what they are for. */
const PLACES = new Set<Kind>(["street", "unit", "in-care-of", "city", "state", "zip", "province", "postal-code", "country"]);

/** An answer as it may be offered to a box. */
interface Offer {
  readonly fact: string;
  readonly text: string;
  readonly kind: Kind;
  readonly whose: Whose;
  readonly purpose: Purpose | null;
  /** Which entry of a list; null of what there is once. */
  readonly entry: number | null;
}

/** What the saved answers offer to each of these boxes, in their order; null where nothing fits. */
export function fit(boxes: readonly { readonly wanted: WantedFor; readonly label: string }[], lines: readonly Line[]): (Answer | null)[] {
  const offers = lines.flatMap((line) => ("fact" in line && line.text.trim() !== "" && line.none !== true ? offerOf(line) : []));
  const rows = new Map<string, number>();
  return boxes.map(({ wanted, label }) => {
    // The first box of its sort is the first entry's, the second the second's.
    const row = `${wanted.kind} ${wanted.whose} ${wanted.purpose}`;
    const entry = rows.get(row) ?? 0;
    rows.set(row, entry + 1);
    const fitting = offers.filter((offer) => fits(offer, wanted, entry)).sort((one, other) => closeness(other, label) - closeness(one, label));
    return fitting[0] ?? null;
  });
}

function offerOf({ fact, text }: Answer): Offer[] {
  const [, name, entry, member] = /^(\w+)(?:\[(\d+)\])?\.(\w+)$/.exec(fact) ?? [];
  const subject = SUBJECTS[name ?? ""];
  const asked = wants[`${name}.${entry === undefined ? "" : "each."}${member}.wants`] as Kind | undefined;
  const kind = asked === "date" && member === "birth_date" ? "date-of-birth" : asked;
  if (subject === undefined || kind === undefined || (subject.list === true) !== (entry !== undefined)) return [];
  const born = member!.startsWith("birth_") && PLACES.has(kind);
  const purpose = born ? "birth" : member === "expires" ? "expiry" : subject.purpose;
  return [{ fact, text, kind, whose: subject.whose, purpose, entry: entry === undefined ? null : Number(entry) }];
}

function fits({ kind, whose, purpose, entry }: Offer, wanted: WantedFor, row: number): boolean {
  if (kind !== wanted.kind || whose !== (wanted.whose ?? "applicant")) return false;
  if (entry !== null && entry !== row) return false;
  if (PLACES.has(kind)) {
    // A helper has one address, and a person more than one.
    if (whose !== "applicant") return true;
    if (purpose === "previous") return wanted.purpose === "previous";
    return purpose === (wanted.purpose ?? "home");
  }
  if (kind === "date") return purpose !== null && purpose === wanted.purpose;
  return purpose !== "previous" && wanted.purpose !== "previous";
}

/** Of two that fit, the one that the label speaks of. */
function closeness({ fact }: Offer, label: string): number {
  if (/mobile|cell|móvil|celular/i.test(label)) return fact.endsWith("mobile_phone") ? 1 : 0;
  return fact.endsWith("day_phone") || fact.startsWith("passport") ? 1 : 0;
}

/** The ways in which an answer may be written into a box, as far as it takes them. */
export function spelled(text: string, type: string, maxLength: number): string | null {
  if (type === "date") {
    const [, month, day, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
    return year === undefined ? null : `${year}-${month}-${day}`;
  }
  const ways = [text, text.replace(/[\s-]/g, ""), text.replace(/\D/g, "")];
  const takes = (way: string) => way !== "" && (maxLength < 0 || way.length <= maxLength) && (type !== "number" || /^\d+$/.test(way));
  // Fewer letters than there are would be another answer.
  return ways.find((way, at) => takes(way) && (at < 2 || /^[\W\d]*$|^A[\W\d]+$/i.test(text))) ?? null;
}
