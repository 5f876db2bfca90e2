// Which answer belongs into which box.

import wants from "../../../forms/facts.toml";
import type { Kind, Purpose, Whose } from "../../../pkg/src/generated/types.js";
import type { Row, Shown, WantedFor } from "../protocol.js";
import { plain } from "../worker/plain.js";
import type { Answer, Line } from "./file.js";

/** What answers are about, of which there is one: the beginning of their names. */
const SUBJECTS: Readonly<Record<string, { readonly whose: Whose; readonly purpose: Purpose | null }>> = {
  account: { whose: "applicant", purpose: null },
  applicant: { whose: "applicant", purpose: null },
  entry: { whose: "applicant", purpose: "entry" },
  home: { whose: "applicant", purpose: "home" },
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
}

/** What the saved answers offer to each of these boxes, in their order; null where nothing fits. */
export function fit(boxes: readonly Pick<Shown, "wanted" | "row" | "label">[], lines: readonly Line[]): (Answer | null)[] {
  const answers = lines.filter((line): line is Answer => "fact" in line && line.text.trim() !== "" && line.none !== true);
  const offers = answers.flatMap(offerOf);
  const entries = entriesOf(boxes.map(({ row }) => row));
  return boxes.map(({ wanted, row, label }, at) => {
    // Which entry, or none: what is of a list is nobody else's.
    if (row !== null) return answers.find(({ fact }) => fact === `${row.list}[${entries[at]}].${row.member}`) ?? null;
    if (wanted === null) return null;
    const fitting = offers.filter((offer) => fits(offer, wanted)).sort((one, other) => closeness(other, label) - closeness(one, label));
    return fitting[0] ?? null;
  });
}

/** Boxes of one entry: their places among all, and the number that the page gives it. */
interface Group {
  readonly members: Map<string, number>;
  number: number | null;
}

/** The entries of their lists that boxes are for, from 0; null where that is not plain. */
function entriesOf(rows: readonly (Row | null)[]): (number | null)[] {
  const entries: (number | null)[] = rows.map(() => null);
  for (const list of new Set(rows.flatMap((row) => row?.list ?? []))) {
    const groups: Group[] = [];
    rows.forEach((row, at) => {
      if (row?.list !== list) return;
      let group = groups.at(-1);
      // An entry begins where something of it comes again, or the page counts on.
      const isNext = group === undefined || group.members.has(row.member) || (row.number !== null && group.number !== null && row.number !== group.number);
      if (isNext) groups.push((group = { members: new Map(), number: null }));
      group!.members.set(row.member, at);
      group!.number ??= row.number;
    });
    const first = ({ members }: Group) => [...members.keys()][0];
    const numbers = groups.map(({ number }, at) => number ?? at + 1);
    const counted = groups.every(({ number }) => number !== null) || groups.every(({ number }, at) => number === null || number === at + 1);
    // All from's before all to's are not in order of entries.
    if (!counted || new Set(numbers).size < numbers.length || new Set(groups.map(first)).size > 1) continue;
    groups.forEach(({ members }, group) => members.forEach((at) => (entries[at] = numbers[group]! - 1)));
  }
  return entries;
}

function offerOf({ fact, text }: Answer): Offer[] {
  const [, name, member] = /^(\w+)\.(\w+)$/.exec(fact) ?? [];
  const subject = SUBJECTS[name ?? ""];
  const asked = wants[`${name}.${member}.wants`] as Kind | undefined;
  const kind = asked === "date" && member === "birth_date" ? "date-of-birth" : asked;
  if (subject === undefined || kind === undefined) return [];
  const born = member!.startsWith("birth_") && PLACES.has(kind);
  const purpose = born ? "birth" : member === "expires" ? "expiry" : subject.purpose;
  return [{ fact, text, kind, whose: subject.whose, purpose }];
}

/** Words for somebody else than the person who saved the answers, or than their spouse of today: nothing of theirs is offered there. */
const OTHERS = /\b(relatives?|family members?|brothers?|sisters?|siblings?|mothers?|fathers?|parents?|(?:step|grand)(?:mother|father|parent|child|children|son|daughter|brother|sister)s?|fiancee?s?|(?:ex|former|prior|previous|deceased|late) (?:spouse|husband|wife)|household members?|emergency|contact person|references|guardians?|sponsors?|supporters?|derivatives?|dependents?|co applicant|beneficiary|petitioner|person you are filing for|employers?|supervisors?|landlords?|roommates?|neighbors?|witness(?:es)?|signatory|school official|law firm|attorney|lawyer|translator|interpreter|preparer|doctors?|physicians?|surgeon|deceased|referred|familiar(?:es)?|parientes?|herman[oa]s?|madre|padres?|abuel[oa]s?|prometid[oa]|conyuge anterior|ex ?espos[oa]|espos[oa] anterior|emergencia|referencias|tutor(?:es|a)?|patrocinador(?:es|a)?|dependientes?|empleador(?:es)?|testigos?|abogad[oa]|traductor|interprete|preparador|medico|cirujano|difunt[oa])\b/;
const SELF = /\b(you|your|yourself|my|applicant|usted|su|sus|mi|mis|solicitante)\b/;

/** Whether a box is about somebody else, by its own words or the nearest ones that speak of anybody. */
function isOthers({ label, section }: WantedFor): boolean {
  for (const said of [label, ...section.split("\n").reverse()]) {
    const words = plain(said).replace(/[^a-z]+/g, " ");
    if (OTHERS.test(words)) return true;
    if (SELF.test(words)) return false;
  }
  return false;
}

function fits({ kind, whose, purpose }: Offer, wanted: WantedFor): boolean {
  if ((whose === "applicant" || whose === "spouse") && isOthers(wanted)) return false;
  if (kind !== wanted.kind || whose !== (wanted.whose ?? "applicant")) return false;
  if (PLACES.has(kind)) {
    // A helper has one address, and a person more than one.
    return whose !== "applicant" || purpose === (wanted.purpose ?? "home");
  }
  if (kind === "date") return purpose !== null && purpose === wanted.purpose;
  return wanted.purpose !== "previous";
}

/** Of two that fit, the one that the label speaks of. */
function closeness({ fact }: Offer, label: string): number {
  if (/mobile|cell|móvil|celular/i.test(label)) return fact.endsWith("mobile_phone") ? 1 : 0;
  return fact.endsWith("day_phone") || fact.startsWith("passport") ? 1 : 0;
}

/** Whether an answer is a day. */
export function isDate({ fact }: Answer): boolean {
  return (wants[`${fact.replace(/\[\d+\]/, ".each")}.wants`] ?? "").startsWith("date");
}

/** The ways in which an answer may be written into a box, as far as it takes them. */
export function spelled(text: string, type: string, maxLength: number, isDate: boolean): string | null {
  if (type === "date" || isDate) {
    const iso = text.replace(/^(\d{2})\/(\d{2})\/(\d{4})$/, "$3-$1-$2");
    if (type === "date") return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? iso : null;
    // "PRESENT" is no day.
    if (!/\d/.test(text)) return null;
    text = text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$2/$3/$1");
  }
  const ways = [text, text.replace(/[\s-]/g, ""), text.replace(/\D/g, "")];
  const takes = (way: string) => way !== "" && (maxLength < 0 || way.length <= maxLength) && (type !== "number" || /^\d+$/.test(way));
  // Fewer letters than there are would be another answer.
  return ways.find((way, at) => takes(way) && (at < 2 || /^[\W\d]*$|^A[\W\d]+$/i.test(text))) ?? null;
}
