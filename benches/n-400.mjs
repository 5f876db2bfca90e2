// How quick a whole form is: node benches/n-400.mjs [address of the page]
//
// The longest example of forms/n-400.toml, in which nearly every box is filled: prefile/guide in Node,
// then the page in Chromium (cargo xtask serve, http://127.0.0.1:8080), where the same answers are kept
// in the browser. Needs what `cargo xtask build` makes. Times are milliseconds.
import { performance } from "node:perf_hooks";
import { chromium } from "@playwright/test";
import { longest, saved } from "../tests/examples.mjs";

const ADDRESS = process.argv[2] ?? "http://127.0.0.1:8080/";
/** A phone of the middle class beside this machine. */
const SLOWER = 4;

const { evaluate } = await import(new URL("../pkg/dist/guide.js", import.meta.url));
const { default: pack } = await import(new URL("../pkg/dist/packs/n-400.js", import.meta.url));
const answers = longest("n-400");

const sorted = (all) => all.toSorted((one, other) => one - other);
const median = (all) => sorted(all)[all.length >> 1];
const say = (what, time) => console.log(`${what.padEnd(56)}${time.toFixed(2).padStart(8)}`);

const rounds = timed(200, () => evaluate([pack], answers, { today: "2026-01-15" }));
say("evaluate, warm, the median of 200", median(rounds));
say("  the best", Math.min(...rounds));
console.log(`${Object.keys(evaluate([pack], answers, { today: "2026-01-15" }).boxes).length} boxes are written`);

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium" });
await firstScreen();
await oneChange();
await browser.close();

function timed(rounds, act) {
  return Array.from({ length: rounds + 20 }, () => {
    const begin = performance.now();
    act();
    return performance.now() - begin;
  }).slice(20);
}

/** From the HTML to the first paint, and until the page answers, with a slowed processor. */
async function firstScreen() {
  const rounds = { paint: [], ready: [], shift: [] };
  for (let round = 0; round < 9; round++) {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.addInitScript(() => {
      globalThis.shift = 0;
      new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (globalThis.shift += value))).observe({ type: "layout-shift", buffered: true });
      new MutationObserver(() => {
        if (document.documentElement.dataset.app === "ready") globalThis.ready ??= performance.now();
      }).observe(document, { attributes: true, subtree: true });
    });
    await page.goto(ADDRESS);
    await page.waitForFunction("globalThis.ready && performance.getEntriesByName('first-contentful-paint').length");
    const found = await page.evaluate(() => {
      const { responseEnd } = performance.getEntriesByType("navigation")[0];
      const [paint] = performance.getEntriesByName("first-contentful-paint");
      return { paint: paint.startTime - responseEnd, ready: globalThis.ready - responseEnd, shift: globalThis.shift };
    });
    for (const [name, value] of Object.entries(found)) rounds[name].push(value);
    await page.close();
  }
  say(`first screen painted after the HTML, ${SLOWER} times slower`, median(rounds.paint));
  say("  the worst of 9", Math.max(...rounds.paint));
  say("the page answers", median(rounds.ready));
  say("layout shift, the most", Math.max(...rounds.shift));
}

/** A key in a box of the whole form: until all that comes of it is laid out. */
async function oneChange() {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await page.addInitScript((text) => localStorage.setItem("prefile", text), saved(answers));
  await page.goto(`${ADDRESS}#/form/n-400`);
  await page.getByRole("button", { name: "All steps" }).click();
  await page.locator(".tasks button").nth(3).click();
  const box = page.locator(".question input[type=text]").first();
  await box.waitFor();
  const times = await box.evaluate((box) =>
    Array.from({ length: 60 }, (_, at) => {
      const begin = performance.now();
      box.value += "abc"[at % 3];
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      document.body.getBoundingClientRect();
      return performance.now() - begin;
    }).slice(10),
  );
  say("one change on the page, laid out, the median of 50", median(times));
  say("  the worst", Math.max(...times));
}
