// Bad inputs by the thousand through the package in a browser; tests/npm/inputs.test.mjs is the same in
// Node.
import { readFileSync } from "node:fs";
import { expect, open, test } from "./host.ts";

const NAMES = ["ask", "shapes", "texts", "things"];
const SCRIPT = `
  import * as prefile from "/dist/index.js";
  import { fields } from "/dist/fields.js";
  import { evaluate } from "/dist/guide.js";
  import "/dist/locales/es.js";
  import pack from "/dist/packs/g-1145.js";
  import { prefileResolver } from "/dist/react-hook-form.js";
  import { strength } from "/dist/strength.js";
  import { faults } from "/ask.mjs";
  window.found = faults({ prefile, fields, prefileResolver, strength, evaluate, pack });`;

test("nothing throws, and every answer has its shape", async ({ page }) => {
  test.setTimeout(400_000);
  const files = Object.fromEntries(NAMES.map((name) => [`/${name}.mjs`, readFileSync(`tests/inputs/${name}.mjs`, "utf8")]));
  await open(page, { html: "", script: SCRIPT, files });
  await expect.poll(() => page.evaluate(() => "found" in window), { timeout: 350_000 }).toBe(true);
  const { said, calls } = await page.evaluate(() => (window as unknown as { found: { said: string[]; calls: number } }).found);
  expect(said).toEqual([]);
  expect(calls).toBeGreaterThan(70_000);
});
