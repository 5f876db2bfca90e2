// The door for filled PDFs: chosen or dropped, read on the device, shown box by box.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { FORM, pdf, person } from "../pdf.mjs";
import { faults, outside, small } from "./axe.ts";
import { expect, open, test } from "./guard.ts";

const SINGLE = new URL("../../dist/prefile.html", import.meta.url);
const filled = { name: "filled.pdf", mimeType: "application/pdf", buffer: Buffer.from(pdf(FORM)) };
const letter = { name: "letter.pdf", mimeType: "application/pdf", buffer: Buffer.from("Dear officer") };

const form = (id: string, given: string, number: string) => ({
  name: `${id}.pdf`,
  mimeType: "application/pdf",
  buffer: Buffer.from(person(id, "Ibarra", given, number)),
});

const choose = (page: Page, files: Parameters<Locator["setInputFiles"]>[0]) => page.locator("input[type=file]").setInputFiles(files);
const row = (page: Page, text: string | RegExp) => page.locator(".finding").filter({ hasText: text });

test("a form with what is wrong in its boxes", async ({ page }) => {
  await open(page, "check");
  await choose(page, filled);
  await expect(page.getByRole("heading", { name: "filled.pdf" })).toBeFocused();
  await expect(page.locator(".facts")).toHaveText(/Form I-90, edition 01\/20\/25\s*Pages: 2\s*Boxes filled in: 4 of 5/);
  const short = row(page, "An A-Number has 7 to 9 digits; this has 5.");
  await expect(short).toContainText("Must fix");
  await expect(short).toContainText("Part 1, Item 1 (page 1)");
  await expect(short).toContainText("In the box: A12345");
  await expect(row(page, "these pages are not in the file: 3, 4, 5, 6 and 7")).toContainText("The whole file");
  await expect(page.locator("#status")).toContainText("1 read. Must fix:");
  await page.getByRole("button", { name: "Page 2" }).click();
  await expect(page.locator(".ticked")).toHaveCount(1);
  await short.getByRole("button", { name: "Show it on the page" }).click();
  await expect(page.getByRole("button", { name: /^Page 1/ })).toHaveAttribute("aria-current", "page");
  await expect(page.locator(".sheet")).toBeFocused();
  await page.locator(".sheet .chosen").click();
  await expect(short).toBeFocused();
  await expect(page.locator(".sheet text").filter({ hasText: "A12345" })).toHaveCount(1);
});

test("in print notes that were left closed are there; in forced colors the legend tells filled from empty", async ({ page, browserName }) => {
  test.skip(browserName !== "chromium", "stock Firefox emulates neither");
  await open(page, "check");
  await choose(page, filled);
  await expect(page.locator(".sample.filled")).toBeVisible();
  const colors = () => page.locator(".sample").evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
  await page.emulateMedia({ forcedColors: "active" });
  const [one, other] = await colors();
  expect(one).not.toBe(other);
  const isThere = () => page.locator(".notes .finding").first().evaluate((note) => note.checkVisibility() && note.getBoundingClientRect().height > 0);
  expect(await isThere()).toBe(false);
  await page.emulateMedia({ forcedColors: "none", media: "print" });
  expect(await isThere()).toBe(true);
});

test("in Spanish, with what was read read again", async ({ page }) => {
  await open(page, "check");
  await choose(page, filled);
  await expect(row(page, "An A-Number has")).toHaveCount(1);
  await page.getByRole("link", { name: "Español" }).click();
  await expect(page.getByRole("heading", { name: "Revisar un formulario lleno" })).toBeVisible();
  await expect(row(page, "dígitos; aquí hay 5")).toContainText("Parte 1, Item 1 (página 1)");
  await expect(page.getByRole("button", { name: "Imprimir esta lista" })).toBeVisible();
});

test("several at once, dropped; one is no PDF", async ({ page }) => {
  await open(page, "check");
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of files) transfer.items.add(new File([Uint8Array.from(bytes)], name, { type: "application/pdf" }));
    return transfer;
  }, [filled, letter].map(({ name, buffer }) => ({ name, bytes: [...buffer] })));
  await page.dispatchEvent(".drop", "drop", { dataTransfer: transfer });
  await expect(page.locator(".file h2")).toHaveText(["filled.pdf", "letter.pdf"]);
  await expect(page.locator(".file").nth(1)).toContainText("This is not a PDF.");
  await page.getByRole("button", { name: "Forget everything" }).click();
  await open(page, "check");
  await expect(page.locator(".file")).toHaveCount(0);
});

test("files of one packet that do not agree", async ({ page }) => {
  await open(page, "check");
  await choose(page, [form("I-485", "Ana", "012345678"), letter, form("I-765", "Anna", "A12345678")]);
  const heading = page.getByRole("heading", { name: "Between the files" });
  await expect(heading).toBeFocused();
  await expect(page.locator(".results > *").first()).toContainText("Differences between the files: 1.");
  await expect(page.locator(".file h2")).toHaveText(["I-485.pdf", "letter.pdf", "I-765.pdf"]);
  const differs = page.locator(".between .finding");
  await expect(differs).toHaveCount(1);
  await expect(differs).toContainText("This is not the same as on the I-485 (Part 1, Item 1.b)");
  await expect(differs.locator(".end")).toContainText([
    /I-765\.pdf: Part 1, Item 1\.b \(page 1\).*In the box: Anna/s,
    /I-485\.pdf: Part 1, Item 1\.b \(page 1\).*In the box: Ana/s,
  ]);
  await expect(page.locator("#status")).toContainText("3 read.");
  for (const [name, place] of [["I-485.pdf", 0], ["I-765.pdf", 2]] as const) {
    await differs.getByRole("button", { name: `Show it in ${name}` }).focus();
    await page.keyboard.press("Enter");
    const sheet = page.locator(".file").nth(place).locator(".sheet");
    await expect(sheet).toBeFocused();
    await sheet.locator(".chosen").click();
    await expect(differs).toBeFocused();
  }
  await page.getByRole("link", { name: "Español" }).click();
  await expect(page.getByRole("heading", { name: "Entre los archivos" })).toBeVisible();
  await expect(differs).toContainText("Esto no es igual que en el I-485");
  await choose(page, [form("I-485", "Ana", "012345678"), form("I-765", "Ana", "A12345678")]);
  await expect(page.locator(".between")).toContainText("No encontramos diferencias en lo que los archivos dicen");
});

test("for everyone: axe, 320 pixels, what is pressed", async ({ page }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: colorScheme === "light" ? 1280 : 320, height: 800 });
    await open(page, "check");
    await choose(page, [filled, form("I-485", "Ana", "012345678"), form("I-765", "Anna", "A12345678")]);
    await expect(page.locator(".between .end")).toHaveCount(2);
    await expect(page.locator(".sheet")).toHaveCount(3);
    await page.locator("details").evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));
    expect(await faults(page)).toEqual([]);
    expect(await small(page)).toEqual([]);
    expect(await outside(page)).toBe(0);
  }
});

test("from one file on the device", async ({ page }) => {
  await page.goto(`${SINGLE.href}#/check`);
  await choose(page, filled);
  await expect(row(page, "An A-Number has 7 to 9 digits")).toHaveCount(1);
});

const forms = process.env["PREFILE_FORMS"];
test("official forms", async ({ page }) => {
  test.skip(forms === undefined, "PREFILE_FORMS does not say where they are");
  await open(page, "check");
  for (const [name, pages] of [["i-485_01-20-25", 24], ["i-765_08-21-25", 7]] as const) {
    const buffer = readFileSync(path.join(forms ?? "", `${name}.pdf`));
    await choose(page, { name: `${name}.pdf`, mimeType: "application/pdf", buffer });
    await expect(page.locator(".file h2")).toHaveText(`${name}.pdf`);
    await expect(page.locator(".turn")).toHaveCount(pages);
    await expect(page.locator(".found-rows")).toContainText("Nothing is filled in.");
  }
});
