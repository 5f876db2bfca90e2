// Three people who fill in a form from its first screen to its last: what they say, and where.
import type { Locator, Page } from "@playwright/test";
import { expect } from "./guard.ts";

/** The fact, and what is said to it. */
export type Said = [fact: string, said: string];

export interface Whole {
  form: string;
  /** To everything else, no, or "I have none". */
  said: Said[];
  /** The headings of the lists that get one entry; the others have none. */
  entries: string[];
  screens: number;
  /** What stands in some boxes at the end. */
  shows: string[];
}

/** Name, address and birth of the same person in each form. */
const PERSON: Said[] = [
  ["applicant.family_name", "Tran"],
  ["mailing.in_us", "yes"],
  ["mailing.street", "77 Bay Street"],
  ["mailing.unit_type", "none"],
  ["mailing.city", "San Jose"],
  ["mailing.state", "CA"],
  ["mailing.zip", "95101"],
  ["mailing.is_home", "yes"],
  ["applicant.a_number", "A012345678"],
  ["applicant.sex", "male"],
  ["applicant.birth_city", "Hue"],
  ["applicant.birth_country", "Vietnam"],
  ["applicant.birth_date", "01/31/1990"],
  ["applicant.email", "tran@example.com"],
  ["applicant.reads_english", "yes"],
];

export const WHOLE: Whole[] = [
  {
    form: "i-765",
    said: [
      ...PERSON,
      ["work_permit.reason", "renewal"],
      ["work_permit.filed_before", "yes"],
      ["applicant.marital_status", "married"],
      ["citizenships.country", "Vietnam"],
      ["entry.i94_number", "123456789A1"],
      ["passport.number", "B1234567"],
      ["passport.country", "Vietnam"],
      ["passport.expires", "02/03/2030"],
      ["entry.date", "05/06/2021"],
      ["entry.place", "Los Angeles"],
      ["entry.status", "F-1 student"],
      ["applicant.status", "pending I-485"],
      ["work_permit.category", "(c)(9)"],
      ["work_permit.i485", "pending"],
    ],
    entries: ["Your citizenship", "Su ciudadanía"],
    screens: 16,
    shows: ["(c)(9)", "012345678", "05/06/2021", "N/A"],
  },
  {
    form: "i-90",
    said: [
      ...PERSON,
      ["green_card.status", "permanent"],
      ["green_card.reason", "damaged"],
      ["green_card.name_changed", "no"],
      ["mother.given_name", "Lan"],
      ["applicant.class_of_admission", "DV1"],
      ["applicant.resident_since", "06/01/2015"],
      ["green_card.applied_at", "Hanoi, Vietnam"],
      ["green_card.issued_at", "Ho Chi Minh City"],
      ["green_card.by_visa", "yes"],
      ["green_card.destination", "San Jose, CA"],
      ["green_card.port_of_entry", "Los Angeles, CA"],
      ["applicant.ethnicity", "not_hispanic"],
      ["race.asian", "yes"],
      ["applicant.height_feet", "5"],
      ["applicant.height_inches", "9"],
      ["applicant.weight", "142"],
      ["applicant.eye_color", "brown"],
      ["applicant.hair_color", "black"],
    ],
    entries: [],
    screens: 16,
    shows: ["DV1", "012345678", "06/01/2015", "142"],
  },
  {
    form: "n-400",
    said: [
      ["applicant.in_us", "yes"],
      ["naturalization.basis", "general"],
      ["applicant.a_number", "A012345678"],
      ["applicant.family_name", "Garcia"],
      ["applicant.sex", "female"],
      ["applicant.birth_date", "03/02/1985"],
      ["applicant.resident_since", "06/01/2015"],
      ["applicant.birth_country", "Mexico"],
      ["citizenships.country", "Mexico"],
      ["applicant.ethnicity", "hispanic"],
      ["race.white", "yes"],
      ["applicant.height_feet", "5"],
      ["applicant.height_inches", "4"],
      ["applicant.weight", "142"],
      ["applicant.eye_color", "brown"],
      ["applicant.hair_color", "black"],
      ["home.unit_type", "none"],
      ["home.street", "12 Main St"],
      ["home.city", "Austin"],
      ["home.state", "TX"],
      ["home.zip", "78701"],
      ["home.since", "02/01/2014"],
      ["mailing.is_home", "yes"],
      ["applicant.marital_status", "single"],
      ["family.children_under_18", "0"],
      ["jobs.kind", "retired"],
      ["jobs.from", "01/04/2016"],
      ["jobs.to", "PRESENT"],
      ["oath.supports_constitution", "yes"],
      ["oath.understands", "yes"],
      ["oath.willing", "yes"],
      ["oath.bear_arms", "yes"],
      ["oath.noncombatant", "yes"],
      ["oath.civilian_work", "yes"],
      ["applicant.email", "ana@example.com"],
    ],
    entries: ["Citizen of which country", "Work and school", "Ciudadano de qué país", "Trabajo y estudio"],
    screens: 42,
    shows: ["012345678", "N/A", "06/01/2015"],
  },
];

export const title = (page: Page) => page.getByRole("heading", { level: 1 });
/** What stands at the top of the last screen of a form, in both languages. */
export const LAST = { "": "What goes where", "es/": "Qué va en cada casilla" } as const;
export const ADD = /^(?:Add an entry|Añadir una entrada)$/;
export const GO = /^(?:Continue|Continuar)$/;


/** How a person moves through a form. */
export interface Hand {
  press(control: Locator): Promise<void>;
  /** Chooses one of some radio buttons. */
  choose(choices: Locator, value: string): Promise<void>;
  type(box: Locator, text: string): Promise<void>;
}

export const pointer: Hand = {
  press: (control) => control.click(),
  choose: (choices, value) => choices.and(choices.page().locator(`[value=${value}]`)).check(),
  type: (box, text) => box.fill(text),
};

/** Goes on with Tab until the focus is on one of these. */
async function reach(controls: Locator): Promise<void> {
  const page = controls.page();
  const there = () => controls.evaluateAll((all) => all.some((one) => one === document.activeElement));
  for (let passed = 0; !(await there()); passed++) {
    expect(passed, `${controls}: not among the next 99`).toBeLessThan(99);
    await page.keyboard.press("Tab");
  }
}

export const keyboard: Hand = {
  async press(control) {
    await reach(control);
    await control.press((await control.getAttribute("type")) === "checkbox" ? "Space" : "Enter");
  },
  async choose(choices, value) {
    await reach(choices);
    await choices.page().keyboard.press("Space");
    const wanted = await choices.evaluateAll((all, value) => all.findIndex((one) => one.getAttribute("value") === value), value);
    for (let place = 0; place < wanted; place++) await choices.page().keyboard.press("ArrowDown");
    await expect(choices.nth(wanted)).toBeChecked();
  },
  async type(box, text) {
    await reach(box);
    await box.page().keyboard.type(text);
  },
};

/** Says what is to be said to each question of the screen, and to what is asked because of that. */
export async function answer(page: Page, hand: Hand, all: Said[]): Promise<void> {
  const questions = page.locator(".question");
  for (let place = 0; place < (await questions.count()); place++) {
    const question = questions.nth(place);
    const fact = ((await question.getAttribute("data-fact")) ?? "").replace(/\[\d+\]/, "");
    const said = all.find(([name]) => fact === name)?.[1];
    const choices = question.getByRole("radio");
    if ((await choices.count()) > 0) await hand.choose(choices, said ?? "no");
    else if (said === undefined) await hand.press(question.locator("[data-part=none-input]"));
    else await hand.type(question.getByRole("textbox"), said);
  }
}
