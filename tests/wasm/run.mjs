// Runs a suite of wasm-bindgen-test in Node, and in Chromium and Firefox as Debian ships them:
// run.mjs <suite.wasm>. The runner serves the suite; Playwright opens it, so neither chromedriver
// nor geckodriver is needed. Started by `cargo xtask test --only wasm`.
//
// No browser speaks to the runner itself. Its server gives every open connection a thread and hands
// a new one, now and then, to a thread that still waits on an old one; Chromium opens connections
// ahead of need and keeps them, so a request could wait for seconds, or for ever. What a browser
// asks for is fetched here, one thing at a time, and once.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, firefox } from "@playwright/test";

const suite = process.argv[2];
const xtask = process.env.PREFILE_XTASK;
const BROWSERS = {
  chromium: () => chromium.launch({ executablePath: "/usr/bin/chromium" }),
  firefox: () => firefox.launch({ channel: "moz-firefox", executablePath: "/usr/bin/firefox-esr" }),
};

let failed = inNode() ? 0 : 1;
// The runner is ended, not asked to end: what it leaves behind goes with its folder.
const scratch = mkdtempSync(path.join(tmpdir(), "prefile-wasm-"));
const address = `127.0.0.1:${await freePort()}`;
const fetched = new Map();
let last = Promise.resolve();
const runner = spawn(xtask, ["test-runner", suite], {
  env: {
    ...process.env,
    TMPDIR: scratch,
    NO_HEADLESS: "1",
    WASM_BINDGEN_TEST_ADDRESS: address,
    WASM_BINDGEN_TEST_ONLY_WEB: "1",
    WASM_BINDGEN_USE_BROWSER: "1",
  },
  stdio: ["ignore", "ignore", "inherit"],
});
try {
  if (await serves()) {
    for (const [name, launch] of Object.entries(BROWSERS)) failed += (await inBrowser(name, launch)) ? 0 : 1;
  } else {
    console.log("browsers: the suite is for Node only");
  }
} finally {
  runner.kill();
  rmSync(scratch, { recursive: true, force: true });
}
process.exit(failed > 0 ? 1 : 0);

function inNode() {
  const run = spawnSync(xtask, ["test-runner", suite], {
    env: { ...process.env, WASM_BINDGEN_TEST_ONLY_NODE: "1" },
    encoding: "utf8",
  });
  report("node", run.stdout, run.status === 0);
  if (run.status !== 0) console.log(run.stderr);
  return run.status === 0;
}

async function inBrowser(name, launch) {
  const browser = await launch();
  const page = await browser.newPage();
  try {
    const told = [];
    page.on("console", (message) => told.push(message.text()));
    page.on("pageerror", (error) => told.push(String(error)));
    await page.route("**/*", async (route) => route.fulfill(await served(route.request().url())));
    await page.goto(`http://${address}/`);
    const done = () => /test result: /.test(document.body.innerText);
    // A suite that hangs is reported with what it said so far.
    await page.waitForFunction(done, null, { timeout: 120_000 }).catch(() => {});
    const text = await page.evaluate(() => document.body.innerText);
    const ok = /test result: ok/.test(text);
    report(`${name} ${browser.version()}`, text, ok);
    if (!ok) console.log(told.join("\n"));
    return ok;
  } finally {
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await browser.close();
  }
}

/** What the runner serves there. */
function served(url) {
  if (!fetched.has(url)) {
    last = last.then(() => get(url), () => get(url));
    fetched.set(url, last);
  }
  return fetched.get(url);
}

async function get(url) {
  const answer = await fetch(url, { headers: { connection: "close" } });
  const headers = Object.fromEntries(answer.headers);
  delete headers["content-length"];
  delete headers["transfer-encoding"];
  return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) };
}

/** One line when all is well, everything when it is not. */
function report(where, text, ok) {
  const result = text.match(/test result: .*/)?.[0] ?? text.trim().split("\n").at(-1);
  console.log(ok ? `${where}: ${result}` : `${where}:\n${text.trim()}`);
}

/** Does the runner answer? One that has nothing for browsers ends instead. */
async function serves() {
  const ended = once(runner, "exit").then(() => "ended");
  for (let i = 0; i < 300; i++) {
    const pause = new Promise((resume) => setTimeout(resume, 100, "wait"));
    if ((await Promise.race([ended, pause])) === "ended") {
      if (runner.exitCode !== 0) failed++;
      return false;
    }
    const answer = await fetch(`http://${address}/`).catch(() => undefined);
    if (answer) return true;
  }
  throw new Error("the test runner does not serve");
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
