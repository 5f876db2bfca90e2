// What the extension costs a page, in Chromium: node benches/extension.mjs
//
// Needs the built extension (cargo xtask build --only extension). The same page is opened in turn where the
// extension looks and where it does not, in one browser. Time of loading is the main thread's, of its tasks
// as the browser counts them, until the page rests; a burst is timed by the page itself, up to the task
// behind it. The worker is asked by the content script's own means, in its own world; in turn it is asked
// nothing, which takes as long as the browser does. On a busy machine the quicker half tells more.
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";

const ROUNDS = 60;
const QUESTIONS = 1000;
/** In milliseconds: everything has come to rest by then. */
const REST = 700;
const WITH = "https://my.uscis.gov/form";
const WITHOUT = "https://www.example.com/form";

const boxes = Array.from({ length: 1000 }, (_, i) => `<p><label for="f${i}">${["A-Number", "Receipt Number", "Family Name", "Number of rooms"][i % 4]}</label> <input id="f${i}"></p>`);
const PAGE = `<!doctype html><html lang="en"><title>1,000 boxes</title><form>${boxes.join("")}</form><div id="rest"></div></html>`;

const extension = path.resolve("dist/extension/chromium");
const folder = mkdtempSync(path.join(os.tmpdir(), "prefile-bench-"));
const context = await chromium.launchPersistentContext(folder, {
  executablePath: "/usr/bin/chromium",
  headless: true,
  ignoreDefaultArgs: ["--disable-extensions"],
  args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
});
await context.route(/^https?:/, (route) => route.fulfill({ contentType: "text/html", body: PAGE }));

/** Loads the page: what its main thread does until it rests. */
async function load(address) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(address);
  await page.waitForTimeout(REST);
  const { metrics } = await session.send("Performance.getMetrics");
  const busy = metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  return { page, session, busy };
}

/** 10,000 nodes are put in and taken out, five times: the quickest. `visited`: somebody has come to a box. */
async function burst(page, visited) {
  if (visited) {
    await page.locator("#f0").focus();
    await page.waitForTimeout(REST);
  }
  return await page.evaluate(async () => {
    const rest = document.querySelector("#rest");
    let best = Infinity;
    for (let round = 0; round < 5; round++) {
      const start = performance.now();
      for (let i = 0; i < 5000; i++) rest.append(document.createElement("i"));
      for (let i = 0; i < 5000; i++) rest.lastChild.remove();
      await new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(0);
      });
      best = Math.min(best, performance.now() - start);
      await new Promise((done) => setTimeout(done, 100));
    }
    return best;
  });
}

const found = { load: [[], []], burst: [[], []], visited: [[], []] };
for (let round = 0; round < ROUNDS; round++)
  for (const [at, address] of [WITHOUT, WITH].entries()) {
    const { page, busy } = await load(address);
    found.load[at].push(busy);
    found.burst[at].push(await burst(page, false));
    found.visited[at].push(await burst(page, true));
    await page.close();
  }

const part = (times, share) => times.sort((one, other) => one - other)[Math.floor(times.length * share)];
for (const [name, what] of [["load", "a page of 1,000 boxes until it rests"], ["burst", "a burst of 10,000 changes"], ["visited", "the same once somebody came to a box"]]) {
  const more = (share) => (part(found[name][1], share) - part(found[name][0], share)).toFixed(2);
  const [without, having] = found[name].map((times) => part(times, 0.5).toFixed(2));
  console.log(`${what.padEnd(40)} without ${without} ms, with ${having}: ${more(0.5)} more; of the quicker half ${more(0.25)}, of the quickest ${more(0)}`);
}

const { page, session } = await load(WITH);
const worlds = [];
session.on("Runtime.executionContextCreated", ({ context }) => worlds.push(context));
await session.send("Runtime.enable");
const world = worlds.find(({ origin }) => origin.startsWith("chrome-extension:"));
const { result } = await session.send("Runtime.evaluate", {
  contextId: world.id,
  awaitPromise: true,
  returnByValue: true,
  expression: `(async () => {
    const wanted = { kind: "receipt-number", whose: null, number: true, sure: true, label: "Receipt Number", name: "r", section: "" };
    const times = { something: [], nothing: [] };
    for (let i = 0; i < ${QUESTIONS + 50}; i++) {
      const text = "EAC22123" + String(i).padStart(4, "0");
      for (const [name, questions] of [["something", [{ ask: "judge", wanted, text, type: "text" }]], ["nothing", []]]) {
        const start = performance.now();
        await chrome.runtime.sendMessage({ say: "read", questions });
        if (i >= 50) times[name].push(performance.now() - start);
      }
    }
    return times;
  })()`,
});
for (const [name, times] of Object.entries(result.value)) {
  const [middle, p99, best] = [0.5, 0.99, 0].map((share) => part(times, share).toFixed(2));
  console.log(`the worker, asked ${name} ${QUESTIONS} times`.padEnd(40), `middle ${middle} ms, p99 ${p99}, best ${best}`);
}
console.log(`load of the machine ${os.loadavg()[0].toFixed(1)}`);
await page.close();
await context.close();
rmSync(folder, { recursive: true, force: true });
