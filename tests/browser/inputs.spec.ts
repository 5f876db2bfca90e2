// Bad inputs by the thousand through the package in a browser; tests/npm/inputs.test.mjs is the same in
// Node.
import { readFileSync } from "node:fs";
import { expect, open, test } from "./host.ts";

const FILES = ["inputs/ask", "inputs/shapes", "inputs/texts", "inputs/things", "pdf"];
const SCRIPT = `
  import * as prefile from "/dist/index.js";
  import { fields } from "/dist/fields.js";
  import { evaluate } from "/dist/guide.js";
  import "/dist/locales/es.js";
  import pack from "/dist/packs/g-1145.js";
  import { comparePdfs, fillPdf, openPdf } from "/dist/pdf.js";
  import { prefileResolver } from "/dist/react-hook-form.js";
  import { strength } from "/dist/strength.js";
  import { faults } from "/inputs/ask.mjs";
  import { FORM, pdf } from "/pdf.mjs";
  window.found = faults({ prefile, fields, prefileResolver, strength, evaluate, pack, openPdf, fillPdf, comparePdfs, blank: pdf(FORM) });`;

test("nothing throws, and every answer has its shape", async ({ page }) => {
  test.setTimeout(400_000);
  const files = Object.fromEntries(FILES.map((name) => [`/${name}.mjs`, readFileSync(`tests/${name}.mjs`, "utf8")]));
  await open(page, { html: "", script: SCRIPT, files });
  await expect.poll(() => page.evaluate(() => "found" in window), { timeout: 350_000 }).toBe(true);
  const { said, calls } = await page.evaluate(() => (window as unknown as { found: { said: string[]; calls: number } }).found);
  expect(said).toEqual([]);
  expect(calls).toBeGreaterThan(70_000);
});

const BOXES = `
  import { attach } from "/dist/dom.js";
  import "/dist/locales/es.js";
  import { THINGS } from "/things.mjs";
  const form = document.querySelector("form");
  const said = [];
  const { prototype } = HTMLElement;
  const looks = [["an element's prototype", () => prototype], ["only its prototype", () => Object.create(prototype)], ["a text node", () => form.firstChild.firstChild], ["a proxy of an element", () => new Proxy(form, {})]];
  const ask = (name, root, options) => {
    try {
      const attached = attach(root(), options());
      const found = attached.check();
      attached.detach();
      if (root() !== form ? found.length > 0 : found[0]?.code !== "a-number/too-short") said.push(name + ": " + JSON.stringify(found));
    } catch (error) {
      said.push(name + " threw " + error);
    }
  };
  for (const [name, make] of [...THINGS, ...looks]) {
    ask(name + " as the root", make, () => undefined);
    ask(name + " as options", () => form, make);
    for (const option of ["locale", "today"]) ask(name + " as " + option, () => form, () => ({ [option]: make() }));
  }
  window.found = { said, left: form.outerHTML };`;

test.describe("what is nothing to watch", () => {
  test.use({ said: /^prefile: attach\(\) was given nothing to watch$/ });

test("nor does what watches the boxes of a page, which is left as it was", async ({ page }) => {
  const html = `<form><label>A-Number <input name="aNumber" value="A12345"></label></form>`;
  await open(page, { html, script: BOXES, files: { "/things.mjs": readFileSync("tests/inputs/things.mjs", "utf8") } });
  await expect.poll(() => page.evaluate(() => "found" in window), { timeout: 60_000 }).toBe(true);
  const { said, left } = await page.evaluate(() => (window as unknown as { found: { said: string[]; left: string } }).found);
  expect(said).toEqual([]);
  expect(left).toBe(html);
});
});
