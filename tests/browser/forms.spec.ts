// Forms from their first screen to their last: on a narrow screen, in both languages. axe looks at every
// screen, at those in English in one browser and in Spanish in the other.
import type { Page } from "@playwright/test";
import { faults, outside } from "./axe.ts";
import { expect, open, test } from "./guard.ts";

/** The fact, and what is said to it. */
type Said = [fact: string, said: string];

interface Whole {
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

const WHOLE: Whole[] = [
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
];

const title = (page: Page) => page.getByRole("heading", { level: 1 });
const go = (page: Page) => page.getByRole("button", { name: /^(?:Continue|Continuar)$/ }).click();

/** Says what is to be said to each question of the screen, and to what is asked because of that. */
async function answer(page: Page, all: Said[]): Promise<void> {
  const questions = page.locator(".question");
  for (let place = 0; place < (await questions.count()); place++) {
    const question = questions.nth(place);
    const fact = ((await question.getAttribute("data-fact")) ?? "").replace(/\[\d+\]/, "");
    const [, said] = all.find(([name]) => fact === name) ?? [fact];
    const choices = question.getByRole("radio");
    if ((await choices.count()) > 0) await choices.and(page.locator(`[value=${said ?? "no"}]`)).check();
    else if (said === undefined) await question.locator("[data-part=none-input]").check();
    else await question.getByRole("textbox").fill(said);
  }
}

for (const { form, said, entries, screens, shows } of WHOLE)
  for (const [language, last] of [
    ["", "What goes where"],
    ["es/", "Qué va en cada casilla"],
  ] as const)
    test(`the whole of ${language}${form}`, async ({ browserName, page }) => {
      test.slow();
      const look = async (heading: string) => {
        expect(await outside(page), heading).toBe(0);
        if ((browserName === "chromium") === (language === "")) expect(await faults(page), heading).toEqual([]);
      };
      await page.setViewportSize({ width: 320, height: 640 });
      await open(page, `${language}form/${form}`);
      let passed = 0;
      for (let heading = await title(page).innerText(); heading !== last; passed++) {
        await look(heading);
        const add = page.getByRole("button", { name: /^(?:Add an entry|Añadir una entrada)$/ });
        if ((await add.count()) === 0) await answer(page, said);
        else if (entries.includes(heading)) {
          await add.click();
          await expect(title(page)).not.toHaveText(heading);
          await look(`${heading}, an entry`);
          await answer(page, said);
          await go(page);
          await expect(title(page)).toHaveText(heading);
        } else await page.getByRole("checkbox").check();
        await go(page);
        await expect(title(page)).not.toHaveText(heading);
        heading = await title(page).innerText();
      }
      expect(passed).toBe(screens);
      await look(last);
      for (const text of shows) await expect(page.getByText(text, { exact: true })).not.toHaveCount(0);
    });
