// The door for filled PDFs: chosen or dropped, read on the device, shown box by box.
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { FORM, pdf } from "../pdf.mjs";
import { faults, outside, small } from "./axe.ts";
import { expect, open, test } from "./guard.ts";

const SINGLE = new URL("../../dist/prefile.html", import.meta.url);
const filled = { name: "filled.pdf", mimeType: "application/pdf", buffer: Buffer.from(pdf(FORM)) };
const letter = { name: "letter.pdf", mimeType: "application/pdf", buffer: Buffer.from("Dear officer") };

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

test("in Spanish, with what was read read again", async ({ page }) => {
  await open(page, "check");
  await choose(page, filled);
  await expect(row(page, "An A-Number has")).toHaveCount(1);
  await page.getByRole("link", { name: "Español" }).click();
  await expect(page.getByRole("heading", { name: "Revisar un formulario lleno" })).toBeVisible();
  await expect(row(page, "dígitos; este tiene 5")).toContainText("Parte 1, punto 1 (página 1)");
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

test("for everyone: axe, 320 pixels, what is pressed", async ({ page }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: colorScheme === "light" ? 1280 : 320, height: 800 });
    await open(page, "check");
    await choose(page, filled);
    await expect(page.locator(".sheet")).toBeVisible();
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
  }
});
