// A page of many boxes: what is done when, and how much of it at once. No clock but a wound one.
import type { Page } from "@playwright/test";
import { beside, expect, open, test } from "./host.ts";

const COUNT = 500;
const BOXES = Array.from({ length: COUNT }, (_, i) => `<p><label for="b${i}">A-Number</label> <input id="b${i}" name="row[${i}]"></p>`).join("");

/** Every look at the clock takes a millisecond, idle time comes when the test says so, and modules are counted. */
const WOUND = `
  const idle = [];
  let now = 0, instances = 0;
  performance.now = () => now++;
  window.requestIdleCallback = (run) => idle.push(run);
  WebAssembly.Instance = class extends WebAssembly.Instance { constructor(...all) { super(...all); instances++; } };
  const asked = () => document.querySelectorAll("[spellcheck]").length;
  window.made = () => instances;
  window.slice = () => idle.shift()();
  /** Gives idle time until nobody wants any; how many boxes were asked in each slice. */
  window.rest = async () => {
    const slices = [];
    while (idle.length > 0) {
      const before = asked();
      idle.shift()();
      slices.push(asked() - before);
      await new Promise((done) => setTimeout(done));
    }
    return slices;
  };
  const { attach } = await import("/dist/dom.js");
  window.before = document.body.outerHTML;
  window.attached = attach(document.querySelector("#root"));
  document.documentElement.dataset.ready = "";`;

async function wound(page: Page, html = BOXES): Promise<void> {
  await open(page, { html: `<form id="root">${html}</form>`, script: WOUND });
  await page.waitForSelector("html[data-ready]");
}

const rest = (page: Page) => page.evaluate<number[]>("rest()");

test("until somebody comes nothing is put on the page, unpacked or asked", async ({ page }) => {
  await wound(page);
  expect((await rest(page)).length).toBeGreaterThan(COUNT / 10);
  expect(await page.evaluate("document.body.outerHTML === before")).toBe(true);
  expect(await page.evaluate("[made(), document.adoptedStyleSheets.length]")).toEqual([0, 0]);
  await page.locator("#b7").focus();
  expect(await page.evaluate("made()")).toBe(0);
  await rest(page);
  expect(await page.evaluate("[made(), document.adoptedStyleSheets.length]")).toEqual([2, 1]);
  await expect(page.locator("[spellcheck]")).toHaveCount(COUNT);
});

test("boxes are asked in small slices, the one that somebody came to first", async ({ page }) => {
  await wound(page);
  await rest(page);
  await page.evaluate(() => {
    const all = globalThis as unknown as { order: string[] };
    all.order = [];
    new MutationObserver((records) => all.order.push(...records.map(({ target }) => (target as Element).id))).observe(document, { subtree: true, attributeFilter: ["spellcheck"] });
  });
  await page.locator("#b7").focus();
  const slices = await rest(page);
  expect(slices.reduce((sum, one) => sum + one)).toBe(COUNT);
  expect(Math.max(...slices)).toBe(1);
  const order = await page.evaluate<string[]>("order");
  expect(order.slice(0, 3)).toEqual(["b7", "b0", "b1"]);
});

test("a page that changes while it is looked through is looked through again", async ({ page }) => {
  const box = (id: string) => `<p><label>A-Number <input id="${id}"></label></p>`;
  await wound(page, `<h2>Applicant</h2>${box("one")}<h2 id="again">Applicant, once more</h2>${BOXES}${box("two")}`);
  await page.locator("#one").fill("A012345670");
  await page.locator("#two").fill("A012345671");
  await page.locator("#two").blur();
  await rest(page);
  await expect(beside(page)).toHaveText([/same person|two A-Numbers|another A-Number/i]);
  await page.evaluate(async () => {
    const { slice } = globalThis as unknown as { slice(): void };
    const pause = () => new Promise((done) => setTimeout(done));
    document.querySelector("#root")!.append(document.createElement("hr"));
    await pause();
    for (let i = 0; i < 9; i++) slice();
    // What stands over the last box was passed already.
    document.querySelector("#again")!.outerHTML = "<h2>Spouse</h2>";
    await pause();
  });
  await rest(page);
  await expect(beside(page)).toHaveCount(0);
});

test("who is faster than the page's idle time is answered all the same", async ({ page }) => {
  await wound(page);
  await page.locator("#b499").fill("A1");
  await page.locator("#b499").blur();
  await expect(beside(page)).toContainText("this has 1");
});

test("a key changes nothing but at its box", async ({ page }) => {
  await wound(page);
  await page.locator("#b0").focus();
  await rest(page);
  await page.evaluate(() => document.querySelectorAll("input").forEach((box) => (box.value = "A12345")));
  await page.evaluate("attached.check()");
  await expect(beside(page)).toHaveCount(COUNT);
  await page.evaluate(() => {
    const all = globalThis as unknown as { changed: string[] };
    all.changed = [];
    const where = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest("p:has(input), [role=status]")?.querySelector("input")?.id ?? "status";
    new MutationObserver((records) => all.changed.push(...records.map(({ target }) => where(target)))).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await page.locator("#b7").press("End");
  await page.keyboard.type("67");
  await expect(page.locator("#b7")).not.toHaveAttribute("aria-invalid");
  expect(await page.evaluate("[...new Set(changed)].sort()")).toEqual(["b7", "status"]);
});
