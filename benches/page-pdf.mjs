// What a long form costs the page: node benches/page-pdf.mjs <folder of the forms> [address of the page]
//
// The I-485 in *Check a filled form* in Chromium (cargo xtask serve, http://127.0.0.1:8080): chosen for the
// first time, once more, and two at once, which are compared. Milliseconds: what passes until it is shown,
// and what the processor spends by the browser's own trace, in the worker and on the page, of which the
// longest task is how long the page does not answer. Megabytes of the worker: its objects, other buffers,
// and the module's memory, which never shrinks. The middle of some fresh pages.
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";

const [, , folder, address = "http://127.0.0.1:8080/"] = process.argv;
const ROUNDS = 7;
const FORM = "i-485_01-20-25.pdf";
const CATEGORIES = ["disabled-by-default-devtools.timeline", "toplevel", "__metadata"];

const buffer = readFileSync(path.join(folder, FORM));
const file = (name) => ({ name, mimeType: "application/pdf", buffer });
const CHOICES = { "the first time": [file("a.pdf")], "once more": [file("b.pdf")], "two, compared": [file("c.pdf"), file("d.pdf")] };

const middle = (all) => all.toSorted((one, other) => one - other)[all.length >> 1];
const rows = {};
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium" });
for (let round = 0; round < ROUNDS; round++) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${address}#/check`);
  await page.locator("input[type=file]").waitFor({ state: "attached" });
  const devtools = await page.context().newCDPSession(page);
  const worker = workerOf(devtools);
  await devtools.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  for (const [what, files] of Object.entries(CHOICES)) {
    const found = await traced(devtools, () => choose(page, files));
    const { usedSize, backingStorageSize } = await worker("Runtime.getHeapUsage");
    const sizes = { objects: usedSize, buffers: backingStorageSize, module: await moduleSize(worker) };
    const all = { ...found, ...Object.fromEntries(Object.entries(sizes).map(([name, bytes]) => [`${name}, MB`, bytes / 2 ** 20])) };
    for (const [name, value] of Object.entries(all)) ((rows[what] ??= {})[name] ??= []).push(value);
  }
  await page.close();
}
await browser.close();
for (const row of Object.values(rows)) for (const [name, values] of Object.entries(row)) row[name] = Math.round(middle(values) * 10) / 10;
console.log(`load ${loadavg()[0].toFixed(1)}`);
console.table(rows);

/** Until the last of these files is shown. */
async function choose(page, files) {
  await page.locator("input[type=file]").setInputFiles(files);
  await page.locator(".file h2").filter({ hasText: files.at(-1).name }).waitFor();
  return page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/** How long something takes, and what of it each thread works. */
async function traced(devtools, work) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  devtools.on("Tracing.dataCollected", collect);
  await devtools.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: CATEGORIES } });
  const begin = performance.now();
  await work();
  const passed = performance.now() - begin;
  const complete = new Promise((done) => devtools.once("Tracing.tracingComplete", done));
  await devtools.send("Tracing.end");
  await complete;
  devtools.off("Tracing.dataCollected", collect);
  const times = (thread) => {
    const own = events.filter(({ name, args }) => name === "thread_name" && args.name === thread);
    const is = ({ name, tid, pid }) => name === "RunTask" && own.some((one) => one.tid === tid && one.pid === pid);
    const tasks = events.filter(is).map(({ tdur = 0 }) => tdur / 1000);
    if (tasks.length === 0) throw new Error(`the trace has no tasks of ${thread}: the browser names them otherwise than it did`);
    return tasks;
  };
  const sum = (all) => all.reduce((one, other) => one + other, 0);
  const main = times("CrRendererMain");
  return { passed, worker: sum(times("DedicatedWorker thread")), page: sum(main), longest: Math.max(...main) };
}

/** The memory of all modules in the worker. */
async function moduleSize(worker) {
  const { result } = await worker("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const { objects } = await worker("Runtime.queryObjects", { prototypeObjectId: result.objectId });
  const functionDeclaration = "function () { return this.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) }";
  const sum = await worker("Runtime.callFunctionOn", { objectId: objects.objectId, functionDeclaration, returnByValue: true });
  return sum.result.value;
}

/** What asks the page's worker. */
function workerOf(devtools) {
  let sessionId, number = 0;
  const waiting = new Map();
  devtools.on("Target.attachedToTarget", (event) => {
    if (event.targetInfo.type === "worker") ({ sessionId } = event);
  });
  devtools.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
  });
  return (method, params = {}) =>
    new Promise((done, fail) => {
      const id = ++number;
      waiting.set(id, done);
      devtools.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method, params }) }).catch(fail);
    });
}
