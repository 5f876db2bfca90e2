// Which number is this?
import { answer, box, characters, enter, expect, open, test } from "./guard.ts";

const title = "h2 >> nth=0";

test("a receipt number is taken apart, named and copied", async ({ page, context, browserName }) => {
  await open(page, "number");
  await enter(page, "eac 22-123-45678");
  await expect(answer(page).locator(title)).toHaveText("This is a receipt number");
  await expect(answer(page).getByText("Fine")).toBeVisible();
  const parts = answer(page).locator(".segments").getByRole("listitem");
  await expect(parts).toHaveText([/^EAC.*office.*Vermont Service Center/s, /^22.*fiscal year.*2022/s, /^123/, /^45678/]);
  await expect(answer(page)).toContainText("Without the spaces, dashes or dots.");
  await expect(answer(page)).toContainText("Small letters as capitals: EAC.");
  for (const term of ["What it is", "Which box it goes in", "Where it is printed", "What it is not"])
    await expect(answer(page).getByText(term, { exact: true })).toBeVisible();
  await expect(answer(page).locator(".here")).toHaveCount(2);
  await expect(box(page)).toHaveValue("eac 22-123-45678");
  if (browserName === "chromium") {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await answer(page).getByRole("button", { name: "Copy EAC2212345678" }).click();
    await expect(answer(page).getByText("Copied")).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("EAC2212345678");
  }
});

test("what is pressed before the person rests stays pressed: the answer is drawn once", async ({ page }) => {
  await open(page, "number");
  // Typed key by key, the answer stands there before the rest, and the button with it.
  await box(page).pressSequentially("EAC2212345678");
  const button = answer(page).getByRole("button", { name: "Copy EAC2212345678" });
  const first = await button.elementHandle();
  await button.focus();
  await expect(page.locator("#status")).toContainText("receipt number");
  expect(await button.evaluate((now, first) => now === first, first)).toBe(true);
  await expect(button).toBeFocused();
});

test("a wrong character is marked in place, and its correction is offered, not made", async ({ page }) => {
  await open(page, "number");
  await enter(page, "EAC22123456O8");
  await expect(answer(page).locator(title)).toHaveText("Almost a receipt number");
  await expect(answer(page).getByText("Must fix")).toBeVisible();
  await expect(answer(page).locator("mark.fault")).toHaveText("O");
  await expect(box(page)).toHaveValue("EAC22123456O8");
  await answer(page).getByRole("button", { name: "Use EAC2212345608" }).click();
  await expect(box(page)).toHaveValue("EAC2212345608");
  await expect(box(page)).toBeFocused();
  await expect(answer(page).locator(title)).toHaveText("This is a receipt number");
});

test("while a person types there is a hint and no reproach", async ({ page }) => {
  await open(page, "number");
  const hint = page.locator(".hint");
  await expect(hint).toHaveText("For example EAC2212345678");
  await box(page).pressSequentially("EAC22", { delay: 20 });
  await expect(hint).toHaveText("3 letters and 2 digits so far. A receipt number has 3 letters and 10 digits (13 in all).");
  await page.waitForTimeout(1200);
  await expect(answer(page)).toBeEmpty();
  await expect(page.getByRole("status")).toBeEmpty();
  await box(page).pressSequentially("12345678", { delay: 20 });
  await expect(answer(page).locator(title)).toHaveText("This is a receipt number");
  await expect(page.getByRole("status")).toHaveText("This is a receipt number. Fine.");
  await box(page).press("Backspace");
  await page.waitForTimeout(1200);
  await expect(answer(page)).toBeEmpty();
  await box(page).press("Enter");
  await expect(answer(page)).toContainText("this has 12");
  await expect(box(page)).toHaveValue("EAC221234567");
});

test("several kinds are ranked, and another one can be chosen", async ({ page }) => {
  await open(page, "number");
  await enter(page, "012-345-678");
  await expect(answer(page).locator(title)).toContainText("an A-Number");
  const others = page.getByRole("region").or(page.locator(".others"));
  await expect(others.first()).toContainText("Social Security Number");
  await page.getByRole("button", { name: "Show this: Social Security Number" }).click();
  await expect(answer(page).locator(title)).toContainText("a Social Security Number");
  await expect(page.getByRole("button", { name: "Show this: A-Number" })).toBeVisible();
  await expect(box(page)).toHaveValue("012-345-678");
});

test("an A-Number is shown as it is printed and bare", async ({ page }) => {
  await open(page, "number");
  await enter(page, "A1234567");
  await expect(answer(page).getByRole("button", { name: "Copy A001-234-567" })).toBeVisible();
  await expect(answer(page).getByRole("button", { name: "Copy A001234567" })).toBeVisible();
  await expect(answer(page)).toContainText("With zeros in front: 00.");
});

test("a whole notice in the small box leads to the other door with its text", async ({ page }) => {
  const text = "We received your Form I-765 on May 2. Receipt EAC2212345678. Keep this notice.";
  await open(page, "number");
  await enter(page, text);
  await page.getByRole("button", { name: "Read it as a notice" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Paste a notice");
  await expect(box(page)).toHaveValue(text);
  await expect(page.locator("mark").last()).toContainText("EAC2212345678");
  await page.goBack();
  await expect(box(page)).toHaveValue(text);
});

test("what is no number gets words that help", async ({ page }) => {
  await open(page, "number");
  await enter(page, "hello");
  await expect(answer(page)).toContainText("We know no number like this");
  await page.getByText("Numbers that this page knows").click();
  await expect(answer(page).locator(".known li")).toHaveCount(18);
  await enter(page, "name@example.com");
  await expect(answer(page)).toContainText("e-mail address");
});

test("in Spanish", async ({ page }) => {
  await open(page, "es/number");
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page).toHaveTitle("¿Qué número es este? · prefile");
  await enter(page, "EAC22123456O8");
  await expect(answer(page).locator(title)).toHaveText("Casi un número de recibo");
  await expect(answer(page).getByText("Hay que corregir")).toBeVisible();
  await answer(page).getByRole("button", { name: "Usar EAC2212345608" }).click();
  await expect(answer(page).locator(title)).toHaveText("Esto es un número de recibo");
  await expect(characters(page).first()).toHaveText("EAC");
});

test("no answer comes while the pointer is down: it would push away what is pressed", async ({ page }) => {
  await page.clock.install();
  await open(page, "number");
  await box(page).pressSequentially("EAC2212345");
  const link = page.getByRole("contentinfo").getByRole("link");
  await link.hover();
  await page.mouse.down();
  await page.clock.runFor(5_000);
  await expect(answer(page).locator("> *")).toHaveCount(0);
  await page.mouse.up();
  await expect(page).toHaveURL(/#\/privacy$/);
  await page.goBack();
  await page.clock.runFor(1_000);
  await expect(answer(page).locator("> *").first()).toBeVisible();
});
