// What every screen is measured by: axe, the size of what is pressed, the width.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * The faults that axe finds. Its script is put into the page by the browser, past the policy. The window
 * is as high as the page meanwhile: what the foot that stays in sight half covers is whole once somebody
 * scrolls, and would be too small a target.
 */
export async function faults(page: Page): Promise<string[]> {
  if ((await page.evaluate("typeof axe")) === "undefined") await page.evaluate(readFileSync(axe, "utf8"));
  const window = page.viewportSize();
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const higher = window !== null && whole > window.height;
  if (higher) await page.setViewportSize({ width: window.width, height: whole });
  try {
    return await found(page);
  } finally {
    if (higher) await page.setViewportSize(window);
  }
}

function found(page: Page): Promise<string[]> {
  return page.evaluate(async (tags) => {
    const run = (globalThis as unknown as { axe: { run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe;
    const { violations } = await run.run(document, { runOnly: tags });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  }, TAGS);
}

/** What can be pressed and is less than 44 pixels high. A small box to tick is pressed by its label. */
export const small = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("a, button, input:not([type=radio], [type=checkbox]), label:has(input), textarea, summary")]
      .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 43.9)
      .map((one) => one.outerHTML),
  );

/** How many pixels are wider than the screen. */
export const outside = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
