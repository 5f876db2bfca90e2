// What all screens share: addresses, languages, back, the foot and its buttons.
import { answer, box, enter, expect, NOTICE, open, test } from "./guard.ts";

test("the doors are addresses, and back works", async ({ page }) => {
  await open(page, "");
  await expect(page.getByRole("navigation", { name: "What do you have?" }).getByRole("link")).toHaveCount(5);
  await page.getByRole("link", { name: "Which number is this?" }).click();
  await expect(page).toHaveURL(/#\/number$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check it before you send it");
  await page.goForward();
  await expect(page).toHaveTitle("Which number is this? · prefile");
  await page.getByRole("link", { name: "prefile, first page" }).click();
  await expect(page).toHaveURL(/#\/$/);
});

test("an address that names no screen is the first one", async ({ page }) => {
  await open(page, "nothing/here");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check it before you send it");
});

test("what was typed survives a change of the language", async ({ page }) => {
  await open(page, "number");
  await enter(page, "eac-2212345678");
  await expect(answer(page)).toContainText("This is a receipt number");
  await page.getByRole("link", { name: "Español" }).click();
  await expect(page).toHaveURL(/#\/es\/number$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(box(page)).toHaveValue("eac-2212345678");
  await expect(answer(page)).toContainText("Esto es un número de recibo");
  await page.getByRole("link", { name: "Pegue un aviso" }).click();
  await enter(page, NOTICE);
  await page.getByRole("link", { name: "English" }).click();
  await expect(box(page)).toHaveValue(NOTICE);
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("4 numbers in this text");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("4 números en este texto");
});

for (const [language, words] of [
  ["", ["Everything happens on this device. Nothing you type is sent anywhere.", "How to see that for yourself", "Forget everything", "Leave now"]],
  ["es/", ["Todo ocurre en este dispositivo.", "Cómo comprobarlo usted", "Olvidar todo", "Salir ya"]],
] as const)
  test(`the promise and the two buttons are on every screen of ${language || "en/"}`, async ({ page }) => {
    for (const screen of ["", "number", "notice", "password", "link", "privacy"]) {
      await open(page, language + screen);
      for (const text of words) await expect(page.locator("footer, .tools").getByText(text)).toBeVisible();
    }
  });

test("every text is there in both languages", async ({ page }) => {
  for (const screen of ["", "number", "notice", "password", "link", "privacy", "es/", "es/number", "es/notice", "es/password", "es/link", "es/privacy"]) {
    await open(page, screen);
    const empty = await page.locator("body [data-text]:empty").count();
    expect(empty, screen).toBe(0);
  }
});

test("forget everything empties every box", async ({ page }) => {
  await open(page, "number");
  await enter(page, "LIN2298765432");
  await open(page, "notice");
  await enter(page, NOTICE);
  await page.getByRole("button", { name: "Forget everything" }).click();
  await expect(page).toHaveURL(/#\/$/);
  await expect(page.getByRole("status")).toHaveText("Everything you typed is gone from this page.");
  await expect(page.locator("#status.told")).toBeInViewport();
  await open(page, "notice");
  await expect(box(page)).toHaveValue("");
  await expect(answer(page)).toBeEmpty();
  await open(page, "number");
  await expect(box(page)).toHaveValue("");
  await expect(answer(page)).toBeEmpty();
  expect(await page.content()).not.toContain("LIN22");
});

test.describe("leaving", () => {
  test.use({ away: /^https:\/\/www\.weather\.gov\// });

  test("leave now opens another page in place of this one", async ({ page, browserName }) => {
    await page.route("https://www.weather.gov/", (route) => route.fulfill({ contentType: "text/html", body: "<title>Weather</title>" }));
    await open(page, "");
    await page.getByRole("link", { name: "Which number is this?" }).click();
    await enter(page, "EAC2212345678");
    await page.getByRole("button", { name: "Leave now" }).click();
    await expect(page).toHaveURL("https://www.weather.gov/");
    if (browserName !== "chromium") return; // Playwright does not see stock Firefox come back.
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Check it before you send it");
    await page.getByRole("link", { name: "Which number is this?" }).click();
    await expect(box(page)).toHaveValue("");
  });
});
