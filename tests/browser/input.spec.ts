// Bad input: each gets its own clear words, quickly, and stays as it was typed.
import { answer, box, enter, expect, open, paste, test } from "./guard.ts";

for (const [what, typed, words] of [
  ["spaces", "    ", "There is nothing here that can be seen"],
  ["signs that cannot be seen", "\u200b\u2060\u00a0", "There is nothing here that can be seen"],
  ["one character", "E", "We know no number like this"],
  ["Cyrillic and Greek letters", "ЕАС2212345678", "Letters of another alphabet"],
  ["full-width digits", "EAC２２１２３４５６７８", "Digits of another script as 2212345678."],
  ["Arabic digits from right to left", "\u202eEAC٢٢١٢٣٤٥٦٧٨", "Digits of another script as 2212345678."],
  ["a word in Hebrew", "שלום", "We know no number like this"],
  ["an emoji", "EAC22🙂2345678", "Almost a receipt number"],
  ["markup", "<img src=x onerror=alert(1)>", "We know no number like this"],
] as const)
  test(what, async ({ page }) => {
    await open(page, "number");
    await enter(page, typed);
    await expect(answer(page)).toContainText(words);
    await expect(box(page)).toHaveValue(typed);
    await expect(answer(page).locator("img")).toHaveCount(0);
  });

test("an empty box says nothing", async ({ page }) => {
  await open(page, "number");
  await enter(page, "");
  await page.waitForTimeout(400);
  await expect(answer(page)).toBeEmpty();
});

test("markup in a notice stays text", async ({ page }) => {
  const text = "<b>EAC2212345678</b><script>alert(1)</script> 🙂 שלום A012-345-678";
  await open(page, "notice");
  await enter(page, text);
  await expect(page.locator(".paper-text mark").last()).toContainText("012-345-678");
  await expect(page.locator(".paper-text b, .paper-text script")).toHaveCount(0);
  await expect(box(page)).toHaveValue(text);
});

/** A long notice with one number in the middle. */
function notice(length: number): string {
  const line = "A long line of a notice without any number in it, and one more.\n";
  const half = line.repeat(Math.ceil(length / 2 / line.length));
  return `${half}Receipt EAC2212345678.\n${half}`;
}

test("a paste of 10 MB is read at once", async ({ page }) => {
  await open(page, "notice");
  const time = await paste(page, notice(10e6));
  expect(time).toBeLessThan(3000);
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("1 number in this text");
  await expect(page.getByText("is not shown here")).toBeVisible();
  await expect(page.getByText("It was read whole.")).toBeVisible();
});

test("a paste of more than 16 MB is told before it is read", async ({ page }) => {
  await open(page, "notice");
  await paste(page, notice(17 * 1024 * 1024));
  await expect(answer(page)).toContainText("This text is too long to read");
});

test("10 MB in the small box lead to the other door", async ({ page }) => {
  await open(page, "number");
  const time = await paste(page, notice(10e6));
  expect(time).toBeLessThan(3000);
  await page.getByRole("button", { name: "Read it as a notice" }).click();
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("1 number in this text");
});
