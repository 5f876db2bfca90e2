// Paste a notice.
import { box, enter, expect, NOTICE, open, test } from "./guard.ts";

test("each number is listed once and marked wherever it stands", async ({ page }) => {
  await open(page, "notice");
  await enter(page, NOTICE);
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("4 numbers in this text");
  await expect(page.locator(".found h3")).toHaveText([/Receipt number/, /USCIS Online Account Number/, /A-Number/, /Form number/]);
  await expect(page.locator(".found-list > li").first()).toContainText("It stands here 2 times.");
  await expect(page.locator(".paper-text mark")).toHaveCount(5);
  await expect(page.locator(".paper-text mark").nth(1)).toHaveText(/EAC2212345678/);
  await expect(page.getByRole("status")).toHaveText("4 numbers in this text");
  await expect(page.getByText("Which box it goes in").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy A012-345-678" })).toBeVisible();
  await expect(box(page)).toHaveValue(NOTICE);
});

test("the text that is shown is the text that was pasted", async ({ page }) => {
  await open(page, "notice");
  await enter(page, NOTICE);
  await expect(page.locator(".paper-text")).toBeVisible();
  const shown = await page.locator(".paper-text").evaluate((view) => {
    const copy = view.cloneNode(true) as HTMLElement;
    for (const badge of copy.querySelectorAll("sup")) badge.remove();
    return copy.textContent;
  });
  expect(shown).toBe(NOTICE);
});

test("one number leads to everything about it, and back again", async ({ page }) => {
  await open(page, "notice");
  await enter(page, NOTICE);
  await page.getByRole("button", { name: "Everything about this number" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Which number is this?");
  await expect(page.locator(".answer h2").first()).toHaveText("This is a receipt number");
  await page.goBack();
  await expect(box(page)).toHaveValue(NOTICE);
  await expect(page.locator(".paper-text mark")).toHaveCount(5);
});

test("a slip behind its label is told, and mended where one number is looked at", async ({ page }) => {
  await open(page, "notice");
  const notice = "Receipt Number: EAC22I2345678\n<b>A012 345 678</b>";
  await enter(page, notice);
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("2 numbers in this text");
  await expect(page.locator(".found-list > li").first()).toContainText("There is the letter I where a digit goes");
  await page.getByRole("button", { name: "Use EAC2212345678" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Which number is this?");
  await expect(box(page)).toHaveValue("EAC2212345678");
  await page.goBack();
  await expect(box(page)).toHaveValue(notice);
});

test("nothing found gets words that help", async ({ page }) => {
  await open(page, "notice");
  await enter(page, "Dear Sir, call 800-375-5283 before 10/05/2026. The fee is $1,440.");
  await expect(page.locator(".answer")).toContainText("No number found in this text");
  await page.getByRole("button", { name: "Type one number" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Which number is this?");
});

test("in Spanish", async ({ page }) => {
  await open(page, "es/notice");
  await enter(page, NOTICE);
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("4 números en este texto");
  await expect(page.getByText("En qué casilla va").first()).toBeVisible();
});
