// Lists: entries one after another, their time line, and everything undone and done again. The
// definition is made up (trial/), and stands in the place of Form G-1145.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { faults, outside, small } from "./axe.ts";
import { expect, open, test } from "./guard.ts";

const PACK = [...readFileSync(new URL("trial/g-1145.pack", import.meta.url))];

const title = (page: Page) => page.getByRole("heading", { level: 1 });
const entries = (page: Page) => page.locator(".entry");
const names = (page: Page) => page.locator(".entry h2 [data-part=name]");
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();
const go = (page: Page) => press(page, /^(?:Continue|Continuar)$/);
const summary = (page: Page) => page.getByRole("region", { name: /^(?:Look at this before|Mire esto antes)/ });

async function fit(page: Page, heading: string): Promise<void> {
  await expect(title(page)).toHaveText(heading);
  expect(await faults(page), heading).toEqual([]);
  expect(await small(page), heading).toEqual([]);
  expect(await outside(page), heading).toBe(0);
}

/** From the list's screen: one home more. */
async function add(page: Page, [street, city, from, to]: [string, string, string, string]): Promise<void> {
  await press(page, /^Add (?:an entry|another one)$/);
  await expect(title(page)).toHaveText(/^Where you lived: entry/);
  await page.getByLabel("Street").fill(street);
  await page.getByLabel("City").fill(city);
  await page.getByLabel("From when?").fill(from);
  if (to === "") await page.getByRole("checkbox", { name: "To the present" }).check();
  else await page.getByLabel("Until when?").fill(to);
  await page.getByRole("radio", { name: "No", exact: true }).check();
  await go(page);
  await expect(title(page)).toHaveText("Where you lived");
}

const BOISE: [string, string, string, string] = ["12 Main St", "Boise", "05/22/2024", ""];
const AMES: [string, string, string, string] = ["4 Oak Ave", "Ames", "11/22/2022", "01/10/2024"];
const CODY: [string, string, string, string] = ["9 Elm Rd", "Cody", "01/01/2020", "11/22/2022"];

async function begin(page: Page): Promise<void> {
  await open(page, "form/g-1145");
  await page.getByLabel("Your family name").fill("Ibarra");
  await go(page);
  await expect(title(page)).toHaveText("Where you lived");
}

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.route(/form\/g-1145\.js/, (route) =>
    route.fulfill({ contentType: "text/javascript", body: `export const bytes = Uint8Array.from(${JSON.stringify(PACK)});` }),
  );
  // The time line looks back from today.
  await page.clock.setFixedTime(new Date("2026-11-22T12:00:00"));
});

test("entries one after another, with what is wrong in time beside the one it is about", async ({ page }) => {
  test.slow();
  await begin(page);
  await fit(page, "Where you lived");
  await go(page);
  await expect(summary(page)).toContainText("Add an entry, or tick the small box if there is none.");
  await add(page, BOISE);
  await expect(names(page)).toHaveText(["12 Main St, Boise"]);
  await expect(entries(page).first()).toContainText("05/22/2024 – present");
  await expect(entries(page).first()).toContainText("The form asks for the last 5 years");
  await add(page, AMES);
  await add(page, CODY);
  await fit(page, "Where you lived");
  await expect(entries(page).first()).toContainText("Nothing is entered from 01/11/2024 to 05/21/2024");
  await expect(entries(page).nth(1)).not.toContainText("Nothing is entered");
  await expect(page.locator(".time-line li")).toHaveText([
    "Entry 1: from 05/22/2024 to present",
    "Entry 2: from 11/22/2022 to 01/10/2024",
    "Entry 3: from 01/01/2020 to 11/22/2022",
    "No entry: from 01/11/2024 to 05/21/2024",
    "The form asks back to 11/22/2021",
  ]);
  await expect(page.locator(".line-bar")).toHaveCount(3);
  await expect(page.locator(".gap")).toHaveCount(1);
  // A gap holds up once.
  await go(page);
  await expect(summary(page)).toBeFocused();
  await go(page);
  await fit(page, "Where you traveled");
  await page.getByRole("checkbox", { name: "There is none to add" }).check();
  await go(page);
  await fit(page, "What to do");
  await expect(page.locator(".answers")).toContainText("12 Main St, Boise, 05/22/2024 – present");
  // Change leads there and back again.
  await press(page, "Change: Where you lived");
  await press(page, "Change: 4 Oak Ave, Ames");
  await expect(page.getByLabel("City")).toHaveValue("Ames");
  await page.getByLabel("Until when?").fill("05/01/2024");
  await go(page);
  await expect(page.locator(".gap")).toHaveCount(0);
  await go(page);
  await expect(title(page)).toHaveText("What to do");
});

test("the newest first, one taken out, and both undone", async ({ page }) => {
  test.slow();
  await begin(page);
  await add(page, AMES);
  await add(page, BOISE);
  await expect(entries(page).nth(1)).toContainText("Move this one up.");
  await press(page, "Move up: 12 Main St, Boise");
  await expect(names(page)).toHaveText(["12 Main St, Boise", "4 Oak Ave, Ames"]);
  await expect(entries(page).first().getByRole("heading")).toBeFocused();
  await press(page, "Remove: 4 Oak Ave, Ames");
  await expect(names(page)).toHaveText(["12 Main St, Boise"]);
  await expect(page.locator(".removed")).toBeFocused();
  await expect(page.locator(".removed")).toContainText("This was removed: 4 Oak Ave, Ames");
  await fit(page, "Where you lived");
  await page.locator(".removed").getByRole("button", { name: "Undo" }).click();
  await expect(names(page)).toHaveText(["12 Main St, Boise", "4 Oak Ave, Ames"]);
  await press(page, "Undo");
  await expect(names(page)).toHaveText(["4 Oak Ave, Ames", "12 Main St, Boise"]);
  // Then what was typed, box by box, each where it stands.
  await press(page, "Undo");
  await expect(title(page)).toHaveText("Where you lived: entry 2");
  await expect(page.getByRole("radio", { name: "No", exact: true })).not.toBeChecked();
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await expect(page.getByRole("status")).toHaveText("Undone. Did you rent it? (entry 2)");
  for (let i = 0; i < 3; i++) await press(page, "Redo");
  await expect(title(page)).toHaveText("Where you lived");
  await expect(names(page)).toHaveText(["12 Main St, Boise"]);
  await expect(page.getByRole("button", { name: "Redo" })).toHaveAttribute("aria-disabled", "true");
});

test("an entry that is not finished says so, and one with nothing in it goes away", async ({ page }) => {
  await begin(page);
  await press(page, "Add an entry");
  await go(page);
  await expect(summary(page)).toContainText("Street (entry 1): ");
  await fit(page, "Where you lived: entry 1");
  await press(page, "Back");
  await expect(entries(page)).toHaveCount(0);
  await press(page, "Add an entry");
  await page.getByLabel("City").fill("Ames");
  await press(page, "Back");
  await expect(entries(page)).toContainText("Something is missing here.");
  await go(page);
  await summary(page).getByRole("button", { name: /^Street/ }).click();
  await expect(page.getByLabel("Street")).toBeFocused();
  await page.goBack();
  await expect(title(page)).toHaveText("Where you lived");
  await page.getByRole("link", { name: "Español" }).click();
  await expect(title(page)).toHaveText("Dónde vivió");
  await expect(entries(page)).toContainText("Aquí falta algo.");
  await fit(page, "Dónde vivió");
});

test("the keyboard alone is enough", async ({ page }) => {
  await begin(page);
  await expect(title(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Add an entry" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(title(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("4 Oak Ave");
  await page.keyboard.press("Enter");
  await expect(summary(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("City")).toBeFocused();
  await page.keyboard.type("Ames");
  await expect(page.getByLabel("City")).toHaveValue("Ames");
});

test("all steps, and any of them", async ({ page }) => {
  await begin(page);
  await press(page, "All steps");
  await fit(page, "All steps");
  await expect(page.locator(".tasks li")).toHaveText([/Your name\s*Done/, /Where you lived\s*To do/, /Where you traveled\s*To do/]);
  await press(page, "Where you traveled");
  await expect(title(page)).toHaveText("Where you traveled");
  await page.goBack();
  await expect(title(page)).toHaveText("All steps");
  await press(page, "Your name");
  await expect(page.getByLabel("Your family name")).toHaveValue("Ibarra");
});
