// Choose a password: how hard it is to guess. The part that measures it is loaded at that door.
import type { Page } from "@playwright/test";
import { answer, box, expect, open, test } from "./guard.ts";

const SINGLE = new URL("../../dist/prefile.html", import.meta.url);
const score = (page: Page) => page.locator(".score");
const steps = (page: Page) => page.locator(".bar .on");
const reasons = (page: Page) => answer(page).locator(".finding-words > p:first-child");

/** What the page asks for from now on. */
function asked(page: Page): string[] {
  const list: string[] = [];
  page.on("request", (request) => list.push(new URL(request.url()).pathname));
  return list;
}

for (const [password, words, count, reason] of [
  ["drowssap", "Very easy to guess.", 1, /^Many people use this password\. Use four words/],
  ["13.5.1989", "Easy to guess.", 2, /^A date is easy to guess\. Put a rare word in its place\./],
  ["Ninety-x7", "Fairly easy to guess.", 3, /^A plain word is easy to guess\. Add one or two rare words\./],
  ["Cobalt-shrub", "Hard to guess.", 4, /^USCIS does not ask for a digit/],
] as const)
  test(`${password}: ${words} And why, and the way out`, async ({ page }) => {
    await open(page, "password");
    await expect(steps(page)).toHaveCount(0);
    await box(page).fill(password);
    // As one types: before a person rests.
    await expect(score(page)).toHaveText(words);
    await expect(steps(page)).toHaveCount(count);
    await expect(reasons(page).filter({ hasText: reason })).toHaveCount(1);
    await expect(page.locator(".prose")).toContainText("Four or more rare words");
    await answer(page).locator("summary").first().click();
    await expect(answer(page).locator(".source").first()).toHaveText(/^Source: .*\d{4}-\d\d-\d\d$/);
  });

test("a strong one has no reason, and an empty box no score", async ({ page }) => {
  await open(page, "password");
  await box(page).fill("Cobalt-shrub-waltz-90");
  await expect(score(page)).toHaveText("Very hard to guess.");
  await expect(steps(page)).toHaveCount(5);
  await expect(answer(page)).toBeEmpty();
  await box(page).fill("");
  await expect(score(page)).toHaveText("Here you see how hard it is to guess.");
  await expect(steps(page)).toHaveCount(0);
});

test("what is said of the person makes it easier to guess, and is said once", async ({ page }) => {
  await open(page, "password");
  await box(page).fill("Rosa.Ibarra-9");
  await expect(score(page)).toHaveText("Very hard to guess.");
  await page.locator(".personal > summary").click();
  await page.getByLabel("E-mail address").fill("rosa.ibarra@example.com");
  await expect(score(page)).toHaveText("Easy to guess.");
  await expect(reasons(page)).toHaveText([/^Your e-mail name is in it/, /^Capital letters help little/]);
});

test("in Spanish, and the score survives the change", async ({ page }) => {
  await open(page, "es/password");
  await box(page).fill("13.5.1989");
  await expect(score(page)).toHaveText("Fácil de adivinar.");
  await expect(reasons(page)).toHaveText([/^Una fecha es fácil de adivinar\./]);
  await page.getByRole("link", { name: "English" }).click();
  await expect(score(page)).toHaveText("Easy to guess.");
  await expect(steps(page)).toHaveCount(2);
});

test("one more file, asked for at this door alone, and before anything is typed", async ({ page }) => {
  const list = asked(page);
  await open(page, "");
  await open(page, "number");
  await open(page, "link");
  expect([...new Set(list)].sort()).toEqual(["/", "/app.js", "/style.css"]);
  list.length = 0;
  await page.getByRole("link", { name: "prefile, first page" }).click();
  await page.getByRole("link", { name: "My USCIS account" }).click();
  await page.getByRole("link", { name: "Choose a password" }).click();
  await expect(score(page)).toHaveText("Here you see how hard it is to guess.");
  expect(list).toEqual(["/strength.js"]);
  await box(page).pressSequentially("Cobalt-shrub");
  await expect(score(page)).toHaveText("Hard to guess.");
  await page.getByRole("link", { name: "prefile, first page" }).click();
  await page.getByRole("link", { name: "My USCIS account" }).click();
  await page.getByRole("link", { name: "Choose a password" }).click();
  await expect(score(page)).toHaveText("Hard to guess.");
  expect(list).toEqual(["/strength.js"]);
});

test("from the device's own folder, asking for nothing", async ({ page }) => {
  const list: string[] = [];
  page.on("request", (request) => list.push(request.url().replace(/#.*/, "")));
  await page.goto(`${SINGLE.href}#/password`);
  await expect(score(page)).toHaveText("Here you see how hard it is to guess.");
  await box(page).fill("drowssap");
  await expect(score(page)).toHaveText("Very easy to guess.");
  await expect(reasons(page).first()).toContainText("Many people use this password.");
  // Firefox does not report the file itself.
  expect(list.filter((url) => !url.startsWith("data:") && url !== SINGLE.href)).toEqual([]);
});

test.describe("when it cannot be loaded", () => {
  test.use({ said: /ERR_FAILED|strength\.js/ });

  test("the rules are checked all the same, and it is asked for again", async ({ page }) => {
    let lost = true;
    await page.route(/strength\.js/, (route) => (lost ? route.abort() : route.continue()));
    await open(page, "password");
    const failed = "How hard it is to guess: this part could not be loaded. What USCIS asks for is checked all the same.";
    await expect(score(page)).toHaveText(failed);
    await expect(page.getByRole("status")).toHaveText(failed);
    await box(page).fill("P@ssw0rd");
    await expect(page.locator(".rule-state")).toHaveText(["Done", "Done", "Done", "Done"]);
    await expect(answer(page)).toContainText("Many people use this password");
    const again = page.getByRole("button", { name: "Load it again" });
    // Some browsers remember a failure: twice, so that the second one is asked for, too.
    await again.click();
    await expect(score(page)).toContainText("could not be loaded");
    await expect(again).toBeVisible();
    lost = false;
    await again.click();
    await expect(score(page)).toHaveText("Very easy to guess.");
    await expect(again).toBeHidden();
    await expect(box(page)).toBeFocused();
    await expect(box(page)).toHaveValue("P@ssw0rd");
  });
});
