// Answers that are kept in the browser, and the page open in two tabs: neither writes over what the
// other kept, nor brings back what the other forgot.
import type { Page } from "@playwright/test";
import { expect, open, test } from "./guard.ts";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const stay = (page: Page) => page.getByLabel("Keep my answers in this browser");
const kept = (page: Page) => page.evaluate(() => localStorage.getItem("prefile") ?? "");

/** To the names in a form, in a tab of its own. */
async function names(page: Page): Promise<void> {
  await open(page, "form/g-1145");
  await page.getByRole("radio", { name: "By mail to a USCIS Lockbox" }).check();
  await press(page, "Continue");
}

async function keep(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Keep my answers" }).click();
  await stay(page).click();
}

const family = (page: Page) => page.getByLabel("Family name");
const given = (page: Page) => page.getByLabel("Given name");

test("what one keeps, the other has, and does not write over", async ({ page, context }) => {
  await names(page);
  await family(page).fill("Ibarra");
  await keep(page);
  await expect(stay(page)).toBeChecked();
  await page.goBack();
  const other = await context.newPage();
  await names(other);
  await expect(family(other)).toHaveValue("Ibarra");
  await given(other).fill("Mayra");
  await expect(given(page)).toHaveValue("Mayra");
  await family(page).fill("Ibarra Luna");
  await expect.poll(() => kept(page)).toContain("Ibarra Luna");
  expect(await kept(page)).toContain("Mayra");
  await expect(family(other)).toHaveValue("Ibarra Luna");
  // It can be undone, and what was not touched stays.
  await press(page, "Undo");
  await expect(family(page)).toHaveValue("Ibarra");
  await expect(given(page)).toHaveValue("Mayra");
});

test("what was written while a tab slept is there when it wakes", async ({ page }) => {
  await names(page);
  await family(page).fill("Ibarra");
  await keep(page);
  await page.goBack();
  // No event comes to a tab that sleeps.
  await page.evaluate(() => {
    localStorage.setItem("prefile", localStorage.getItem("prefile")!.replace("Ibarra", "Ybarra"));
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await expect(family(page)).toHaveValue("Ybarra");
});

test("what one forgets, the other does not bring back", async ({ page, context }) => {
  await names(page);
  await family(page).fill("Ibarra");
  await keep(page);
  const other = await context.newPage();
  await open(other, "keep");
  await press(other, "Forget everything");
  await expect(stay(page)).not.toBeChecked();
  await page.goBack();
  await family(page).fill("Ibarra Luna");
  // Longer than a change waits until it is kept.
  await page.waitForTimeout(600);
  expect(await kept(page)).toBe("");
  // It is kept nowhere now: the tab asks before it goes.
  const asks = () => {
    const event = new Event("beforeunload", { cancelable: true });
    dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(await page.evaluate(asks)).toBe(true);
});

test("a tick writes over nothing that another tab kept since", async ({ page, context }) => {
  const [blank, others] = [await context.newPage(), await context.newPage()];
  await open(blank, "keep");
  await names(others);
  await family(others).fill("Lopez");
  await names(page);
  await family(page).fill("Ibarra");
  await keep(page);
  // Where nothing was said, the tick takes what is kept.
  await stay(blank).click();
  await expect(blank.locator("[data-part=here]")).toHaveText("Answers on this page now: 2.");
  await expect(stay(blank)).toBeChecked();
  // Where something else was said, the person has the last word.
  await keep(others);
  await expect(others.locator("[data-part=stay-said]")).toContainText("This browser keeps other answers already.");
  await expect(stay(others)).not.toBeChecked();
  expect(await kept(page)).toContain("Ibarra");
  await stay(others).click();
  await expect(stay(others)).toBeChecked();
  expect(await kept(page)).toContain("Lopez");
});
