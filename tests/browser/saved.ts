// Answers that are saved to a file, and a file that is chosen.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect } from "./guard.ts";

/** The text of the file that is saved. */
export async function save(page: Page, press = (name: string) => page.getByRole("button", { name, exact: true }).click()): Promise<string> {
  if (page.context().browser()?.browserType().name() === "chromium") {
    const download = page.waitForEvent("download");
    await press("Save the file");
    const file = await download;
    expect(file.suggestedFilename()).toBe("prefile-answers.json");
    return readFileSync(await file.path(), "utf8");
  }
  // Playwright gets no downloads from stock Firefox: what the page hands over is taken on the way.
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (saved: Blob) => make(Object.assign(globalThis, { saved }).saved);
  });
  await press("Save the file");
  await expect(page.locator("[data-part=saved]")).toContainText("was given to your browser to save.");
  return page.evaluate(() => (globalThis as unknown as { saved: Blob }).saved.text());
}

/** Hands a file of answers to *Keep my answers*. */
export const choose = (page: Page, text: string) =>
  page.getByLabel("Your file").setInputFiles({ name: "answers.json", mimeType: "application/json", buffer: Buffer.from(text) });
