// Lists on a form, a row for each entry: jobs, trips, children, earlier homes. Which answer of which list a
// box asks for is told by what it wants, and by the words around it; what these leave open is left out.

import type { Classified, Kind, Whose } from "../../../pkg/src/generated/types.js";
import type { Field } from "../../../pkg/src/options.js";
import type { Row } from "../protocol.js";
import { plain } from "./plain.js";

const STREETS: readonly Kind[] = ["street", "city", "state", "zip", "province", "postal-code", "country"];
/** What comes next is about somebody else. */
const OTHERS = /\b(spouse|husband|wife|petitioner|beneficiary|sponsor|parents?|father|mother|brother|sister|preparer|interpreter|attorney|lawyer|conyuge|espos[oa]|padres?|madre|herman[oa]|abogad[oa]|interprete|preparador|patrocinador|peticionari[oa]|beneficiari[oa])\b/;
const CHILDREN = /\b(child(?:ren)?|sons?|daughters?|hij[oa]s?)\b/;
/** Of what has not happened, nobody has saved anything. */
const PLANNED = /\b(intend|propos|plan|expect|previst|propuest)/;
const FROM = /\b(from|start|started|began|since|desde|inicio|comienzo)\b/;
const TO = /\b(to|until|through|end|ended|hasta|fin|final)\b/;
/** The parts of a name have boxes of their own. */
const PARTS = /\b(first|last|middle|family|given|maiden|apellidos?|supervisor|contact)\b/;

interface List {
  readonly name: string;
  /** What headings and labels say that speak of it. */
  readonly of: RegExp;
  /** Of whom its boxes are, if that is known. */
  readonly whose: readonly (Whose | null)[];
  /** Its answers by the words of their boxes: the first that fits, if it is alone. */
  readonly members: readonly Readonly<Record<string, RegExp>>[];
}

const LISTS: readonly List[] = [
  {
    name: "jobs",
    of: /\b(?:employ(?:er|ers|ed|ment)(?! auth| elig)|jobs?|work history|occupation|school|empleo(?! autor)s?|empleador(?:es)?|trabajos?|ocupacion|escuela)\b/,
    whose: [null, "applicant", "employer"],
    members: [{ occupation: /\b(occupation|job title|position|ocupacion|puesto|cargo)\b/, name: /\b(name|nombre)\b|^employer( or school)?$|^empleador( o escuela)?$/ }, { from: FROM, to: TO }],
  },
  {
    name: "trips",
    of: /\b(?:trips?|travel(?:s|ed|led)?(?! doc)|time outside|outside (?:of )?the (?:united states|u s|us)|absences?|(?<!documentos? de )viajes?|viajo|fuera de (?:los )?estados unidos)\b/,
    whose: [null, "applicant"],
    members: [
      {
        left: /\b(left|leave|depart(ed|ure)|salida|salio|partida)\b/,
        returned: /\b(return(ed)?|came back|regreso|retorno|volvio)\b/,
        countries: /\b(country|countries|pais|paises|destinations?|destinos?)\b/,
      },
      { left: FROM, returned: TO },
    ],
  },
  { name: "children", of: CHILDREN, whose: [null, "child"], members: [{ name: /\b(name|nombre)\b/ }] },
  {
    name: "earlier_homes",
    of: /\b(?:previous|prior|former|earlier|past) (?:\w+ )?(?:address(?:es)?|residences?|homes?)|\b(?:direccion(?:es)?|domicilios?|residencias?) anterior(?:es)?/,
    whose: [null, "applicant"],
    members: [{ from: FROM, to: TO }],
  },
];

/** Which answer of which list a box asks for; null if none, or if that is not plain. */
export function rowOf(field: Field, guess: Classified | null): Row | null {
  // The nearest words first.
  const said = [field.label ?? "", ...(field.section ?? "").split("\n").reverse()];
  const around = said.map(wordsOf);
  const [label = ""] = around;
  // A question wants an answer of its own.
  if (said.some((text) => text.includes("?"))) return null;
  const { kind = null, whose = null, purpose = null } = guess ?? {};
  const list = listOf(around, guess);
  const isOthers = around.some((text) => OTHERS.test(text) || (list?.name !== "children" && CHILDREN.test(text)));
  if (list === null || isOthers || !list.whose.includes(whose) || around.some((text) => PLANNED.test(text))) return null;
  const told = (member: string): Row => ({ list: list.name, member, number: numberOf(around, list) });
  if (kind === "date-of-birth") return list.name === "children" ? told("birth_date") : null;
  if (kind !== null && STREETS.includes(kind)) {
    if (list.name === "trips") return kind === "country" ? told("countries") : null;
    return list.name === "children" ? null : told(kind.replace("-", "_"));
  }
  if ((kind !== null && kind !== "date") || purpose !== null) return null;
  for (const members of list.members) {
    const found = Object.keys(members).filter((member) => members[member]!.test(label));
    if (found.length > 1) return null;
    const [member] = found;
    if (member === undefined) continue;
    const isDate = members[member] === FROM || members[member] === TO || member === "left" || member === "returned";
    // A day is no name.
    if (!isDate && kind === "date") return null;
    return member === "name" && PARTS.test(label) ? null : told(member);
  }
  return null;
}

/** The words of a text alone, without what stands in brackets. */
function wordsOf(text: string): string {
  return plain(text).replace(/\([^)]*\)?/g, " ").replace(/[^a-z\d]+/g, " ").trim();
}

/** The list that a box is of: what it wants says that first, then the nearest words that speak of one. */
function listOf(around: readonly string[], guess: Classified | null): List | null {
  const named = (name: string) => LISTS.find((list) => list.name === name)!;
  if (guess !== null && STREETS.includes(guess.kind)) {
    if (guess.whose === "employer") return named("jobs");
    if (guess.purpose === "previous") return named("earlier_homes");
    // Any other place may be anybody's, but for a country that was visited.
    return (guess.purpose === null || guess.purpose === "abroad") && spoken(around)?.name === "trips" ? named("trips") : null;
  }
  if (guess?.kind === "date-of-birth") return guess.whose === "child" ? named("children") : null;
  return spoken(around);
}

function spoken(around: readonly string[]): List | null {
  for (const text of around) {
    const speaking = LISTS.filter(({ of }) => of.test(text));
    if (speaking.length > 0) return speaking.length === 1 ? speaking[0]! : null;
  }
  return null;
}

/** "Employer 2" says which entry; null where nothing does. */
function numberOf(around: readonly string[], { of }: List): number | null {
  const pattern = new RegExp(`(?:${of.source})\\W*(?:no|number|numero)?\\W*(\\d{1,2})\\b`);
  for (const text of around) {
    const number = pattern.exec(text)?.at(-1);
    if (number !== undefined) return Number(number);
  }
  return null;
}
