// prefile/dom on a page of 500 boxes, in Chromium: node benches/dom.mjs [--json]
//
// Needs the built package (cargo xtask build --only package). Time is the processor's, of the tasks of
// the page's main thread as the browser's own trace has them. A key is what hearing it and laying out
// the page take, in a box that is mended beside 99 with faults, with and without prefile. The middle
// and the best of nine fresh pages: what else the machine does slows all of them.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { chromium } from "@playwright/test";

const ROUNDS = 9;
/** In milliseconds: everything has come to rest by then. */
const REST = 1500;
const COUNT = 500;

/** Tasks, and the names of threads. */
const CATEGORIES = ["disabled-by-default-devtools.timeline", "__metadata"];

const LABELS = [
  "Alien Registration Number (A-Number) (if any)", "Family Name (Last Name)", "Given Name (First Name)", "Middle Name (if applicable)",
  "USCIS Online Account Number (if any)", "U.S. Social Security Number (if any)", "Street Number and Name", "Apt. Ste. Flr. Number", "City or Town",
  "State", "ZIP Code", "Province", "Postal Code", "Country", "Date of Birth (mm/dd/yyyy)", "Receipt Number", "Passport Number",
  "Form I-94 Arrival-Departure Record Number", "Number of dependents", "Name of employer", "Daytime Telephone Number", "Email Address (if any)",
];

/** A form in parts of 25 boxes, as long ones are. */
const boxes = Array.from({ length: COUNT }, (_, i) => {
  const part = i % 25 === 0 ? `<h2>Part ${i / 25 + 1}. Information About ${i % 50 === 0 ? "You" : "Your Spouse"}</h2>` : "";
  return `${part}<div><label for="f${i}">${LABELS[i % LABELS.length]}</label><div><input id="f${i}" name="part${i}_box"></div></div>`;
});
const PAGE = `<!doctype html><html lang="en"><title>500 boxes</title><form>${boxes.join("")}</form></html>`;

const dist = new URL("../pkg/dist/", import.meta.url);
// Isolated pages have a fine clock.
const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };
const server = createServer(async ({ url }, response) => {
  const file = url.startsWith("/dist/") ? await readFile(new URL(url.slice(6), dist)) : PAGE;
  response.writeHead(200, { "content-type": url === "/" ? "text/html" : "text/javascript", ...ISOLATED }).end(file);
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium" });

async function opened() {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.evaluate(async () => void (window.attach = (await import("/dist/dom.js")).attach));
  await page.waitForTimeout(REST);
  return page;
}

/** What the page's main thread does from `start` until it rests: all of it, and its longest task. */
async function work(page, start) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: CATEGORIES } });
  await page.evaluate(`void setTimeout(() => { ${start} })`);
  await page.waitForTimeout(REST);
  const complete = new Promise((done) => session.once("Tracing.tracingComplete", done));
  await session.send("Tracing.end");
  await complete;
  await session.detach();
  const main = events.find(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const tasks = events.filter(({ name, tid, pid }) => name === "RunTask" && tid === main.tid && pid === main.pid);
  if (tasks.length === 0) throw new Error("the trace has no tasks: the browser names them otherwise than it did");
  const times = tasks.map(({ tdur = 0 }) => tdur / 1000);
  return { all: times.reduce((sum, one) => sum + one, 0), longest: Math.max(...times) };
}

/** In the page: a key with and without, in milliseconds. */
function typing() {
  const box = document.querySelector("#f0");
  const key = () => {
    const times = Array.from({ length: 300 }, (_, i) => {
      box.value = `A12${i % 100}`;
      const start = performance.now();
      box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      void box.offsetHeight;
      return performance.now() - start;
    });
    return times.sort((one, other) => one - other)[150];
  };
  for (const one of [...document.querySelectorAll("input")].slice(0, 100)) {
    one.value = "A12345";
    one.dispatchEvent(new Event("change", { bubbles: true }));
  }
  const mended = key();
  window.attached.detach();
  return { mended, without: key() };
}

/** In the page: all boxes hold something wrong, and are looked at at once. */
function checkAll() {
  for (const box of document.querySelectorAll("input")) box.value = "A12345";
  const attached = window.attach(document.querySelector("form"));
  const start = performance.now();
  attached.check();
  return performance.now() - start;
}

const rounds = [];
for (let round = 0; round < ROUNDS; round++) {
  const page = await opened();
  const idle = await work(page, "");
  const attach = await work(page, `window.attached = window.attach(document.querySelector("form"))`);
  const come = await work(page, `document.querySelector("#f0").focus()`);
  const asked = await page.locator("[spellcheck]").count();
  if (asked < COUNT / 2) throw new Error(`only ${asked} boxes were asked: the page has not come to rest`);
  const { mended, without } = await page.evaluate(typing);
  rounds.push({
    "attach, all of it": attach.all - idle.all,
    "attach, its longest task": attach.longest,
    "somebody comes to a box, all of it": come.all - idle.all,
    "somebody comes, its longest task": come.longest,
    "a key in a box that is mended, beyond the page's own": mended - without,
    "a key without prefile": without,
    "check(), something wrong in each box": await page.evaluate(checkAll),
  });
  await page.close();
}
await browser.close();
server.close();

const WANTED = [20, 5, undefined, 5, 1];
const results = Object.keys(rounds[0]).map((what, at) => {
  const times = rounds.map((round) => round[what]).sort((one, other) => one - other);
  return { what, middle: times[ROUNDS >> 1], best: times[0], wanted: WANTED[at] };
});
if (process.argv.includes("--json")) {
  console.log(JSON.stringify(results));
} else {
  console.log(`milliseconds at a load of ${loadavg()[0].toFixed(1)}${" ".repeat(25)}middle    best  wanted`);
  for (const { what, middle, best, wanted } of results) {
    const cells = [middle, best].map((time) => time.toFixed(2).padStart(8));
    console.log(`${what.padEnd(52)}${cells.join("")}${String(wanted ?? "").padStart(8)}${middle > wanted ? "  missed" : ""}`);
  }
}
