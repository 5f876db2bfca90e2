// What is loaded when it is wanted: the questions of one form, and the Spanish.
import type { Page } from "@playwright/test";
import { answer, enter, expect, open, test } from "./guard.ts";
import { faults, outside } from "./axe.ts";

const SINGLE = new URL("../../dist/prefile.html", import.meta.url);
const title = (page: Page) => page.getByRole("heading", { level: 1 });

/** What the page asks for from now on. */
function asked(page: Page): string[] {
  const list: string[] = [];
  page.on("request", (request) => list.push(new URL(request.url()).pathname));
  return list;
}

test("one form at its door, once, with both languages in it", async ({ page }) => {
  const list = asked(page);
  await open(page, "form");
  expect([...new Set(list)].sort()).toEqual(["/", "/app.js", "/style.css"]);
  list.length = 0;
  await page.getByRole("link", { name: "A message when my form is accepted" }).click();
  await expect(title(page)).toHaveText("Where your form goes");
  await expect(title(page)).toBeFocused();
  expect(list).toEqual(["/form/g-1145.js"]);
  await page.getByRole("link", { name: "Español" }).click();
  await expect(title(page)).toHaveText("Adónde va su formulario");
  expect(list).toEqual(["/form/g-1145.js", "/es.js"]);
  await page.goBack();
  await page.goBack();
  await page.getByRole("link", { name: "A message when my form is accepted" }).click();
  await expect(title(page)).toHaveText("Where your form goes");
  expect(list).toEqual(["/form/g-1145.js", "/es.js"]);
});

test("an address in Spanish begins in Spanish", async ({ page }) => {
  const list = asked(page);
  await open(page, "es/form/g-1145");
  await expect(title(page)).toHaveText("Adónde va su formulario");
  await expect(page).toHaveTitle(/^Adónde va su formulario · /);
  expect([...new Set(list)].sort()).toEqual(["/", "/app.js", "/es.js", "/form/g-1145.js", "/style.css"]);
});

test.describe("in a browser that speaks Spanish", () => {
  test.use({ locale: "es-MX" });

  test("the first screen is Spanish", async ({ page }) => {
    await page.goto("./");
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await expect(title(page)).toHaveText(/^Revís/);
    await expect(page).toHaveURL(/#\/es\/$/);
  });
});

test("from the device's own folder everything is there", async ({ page }) => {
  const list: string[] = [];
  page.on("request", (request) => list.push(request.url().replace(/#.*/, "")));
  await page.goto(`${SINGLE.href}#/es/form/g-1145`);
  await expect(title(page)).toHaveText("Adónde va su formulario");
  // Firefox does not report the file itself.
  expect(list.filter((url) => !url.startsWith("data:") && url !== SINGLE.href)).toEqual([]);
});

test.describe("what does not come", () => {
  test.use({ said: /ERR_FAILED|\.js/ });

  test("the questions: said plainly, and asked for again", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    let lost = true;
    let times = 0;
    await page.route(/form\/g-1145\.js/, (route) => {
      times++;
      return lost ? route.abort() : route.continue();
    });
    await open(page, "form/g-1145");
    const again = page.getByRole("button", { name: "Load them again" });
    await expect(again).toBeVisible();
    await expect(title(page)).toHaveText("A message when my form is accepted");
    await expect(page.getByRole("status")).toContainText("could not be loaded");
    expect(await faults(page)).toEqual([]);
    expect(await outside(page)).toBe(0);
    await again.click();
    await expect.poll(() => times).toBe(2);
    await expect(again).toBeVisible();
    // Another door is open all the same.
    await open(page, "number");
    await enter(page, "EAC2212345678");
    await expect(answer(page)).toContainText("receipt number");
    lost = false;
    await page.goBack();
    await expect(title(page)).toHaveText("Where your form goes");
  });

  test("questions that were damaged on the way", async ({ page }) => {
    await page.route(/form\/g-1145\.js/, (route) => route.fulfill({ contentType: "text/javascript", body: "export const bytes = new Uint8Array(9);" }));
    await open(page, "form/g-1145");
    await expect(page.getByRole("button", { name: "Load them again" })).toBeVisible();
  });

  test("the Spanish: the page goes on in English, and asks again", async ({ page }) => {
    let lost = true;
    await page.route(/es\.js/, (route) => (lost ? route.abort() : route.continue()));
    await open(page, "number");
    await enter(page, "EAC2212345678");
    await page.getByRole("link", { name: "Español" }).click();
    const again = page.getByRole("button", { name: "Cargarlo otra vez" });
    await expect(again).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(answer(page)).toContainText("This is a receipt number");
    expect(await faults(page)).toEqual([]);
    lost = false;
    await again.click();
    await expect(answer(page)).toContainText("Esto es un número de recibo");
    await expect(again).toBeHidden();
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
  });
});
