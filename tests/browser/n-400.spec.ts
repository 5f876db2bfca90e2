// Form N-400 from its first screen to its last, as a woman answers it who came 10 years ago: on a narrow
// screen, in both languages. axe looks at every screen, at those in English in one browser and in Spanish
// in the other.
import type { Page } from "@playwright/test";
import { faults, outside } from "./axe.ts";
import { expect, open, test } from "./guard.ts";

const title = (page: Page) => page.getByRole("heading", { level: 1 });
const go = (page: Page) => page.getByRole("button", { name: /^(?:Continue|Continuar)$/ }).click();

/** What is said to the first name that begins so. To everything else, no; and no list has an entry. */
const SAID: [string, string][] = [
  ["applicant.in_us", "yes"],
  ["naturalization.basis", "general"],
  ["applicant.a_number", "A012345678"],
  ["applicant.family_name", "Garcia"],
  ["applicant.sex", "female"],
  ["applicant.birth_date", "03/02/1985"],
  ["applicant.resident_since", "06/01/2015"],
  ["applicant.birth_country", "Mexico"],
  ["citizenships", "Mexico"],
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
  ["oath.supports", "yes"],
  ["oath.understands", "yes"],
  ["oath.willing", "yes"],
  ["oath.bear_arms", "yes"],
  ["oath.noncombatant", "yes"],
  ["oath.civilian_work", "yes"],
  ["applicant.email", "ana@example.com"],
];
/** Lists that get one entry. */
const ENTRIES = ["Citizen of which country", "Work and school", "Ciudadano de qué país", "Trabajo y estudio"];

/** Says what is to be said to each question of the screen. */
async function answer(page: Page): Promise<void> {
  const questions = page.locator(".question");
  for (let place = 0; place < (await questions.count()); place++) {
    const question = questions.nth(place);
    const fact = ((await question.getAttribute("data-fact")) ?? "").replace(/\[\d+\]/, "");
    const said = SAID.find(([name]) => fact.startsWith(name))?.[1];
    const choices = question.getByRole("radio");
    if ((await choices.count()) > 0) await choices.and(page.locator(`[value=${said ?? "no"}]`)).check();
    else if (said === undefined) await question.locator("[data-part=none-input]").check();
    else await question.getByRole("textbox").fill(said);
  }
}

for (const [language, last] of [
  ["", "What goes where"],
  ["es/", "Qué va en cada casilla"],
] as const)
  test(`the whole of Form N-400 ${language}`, async ({ browserName, page }) => {
    test.slow();
    const look = async (heading: string) => {
      expect(await outside(page), heading).toBe(0);
      if ((browserName === "chromium") === (language === "")) expect(await faults(page), heading).toEqual([]);
    };
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, `${language}form/n-400`);
    let screens = 0;
    for (let heading = await title(page).innerText(); heading !== last; screens++) {
      await look(heading);
      const add = page.getByRole("button", { name: /^(?:Add an entry|Añadir una entrada)$/ });
      if ((await add.count()) > 0 && ENTRIES.includes(heading)) {
        await add.click();
        await expect(title(page)).not.toHaveText(heading);
        await look(`${heading}, an entry`);
        await answer(page);
        await go(page);
        await expect(title(page)).toHaveText(heading);
      } else if ((await add.count()) > 0) await page.getByRole("checkbox").check();
      else await answer(page);
      await go(page);
      await expect(title(page)).not.toHaveText(heading);
      heading = await title(page).innerText();
    }
    expect(screens).toBe(42);
    await look(last);
    await expect(page.getByText("012345678", { exact: true })).not.toHaveCount(0);
    await expect(page.getByText("N/A", { exact: true })).not.toHaveCount(0);
    await expect(page.getByText("06/01/2015", { exact: true })).not.toHaveCount(0);
  });
