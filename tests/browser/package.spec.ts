// The npm package on other people's pages: under their Content-Security-Policy, in their workers.
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { traces } from "./places.ts";

const ORIGIN = "http://package.test";
const DIST = path.resolve("pkg/dist");

/** A page of somebody else's that has the package's files in /dist/. */
async function open(page: Page, policy: string, script: string, worker = ""): Promise<string> {
  const text = { "/app.js": script, "/worker.js": worker };
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === "/") {
      const headers = { "content-security-policy": policy, "content-type": "text/html" };
      const body = `<!doctype html><title>x</title><p id="out"></p><script type="module" src="/app.js"></script>`;
      return route.fulfill({ headers, body });
    }
    const headers = { "content-type": "text/javascript", "content-security-policy": policy };
    const own = Object.entries(text).find(([name]) => name === pathname)?.[1];
    const body = own ?? readFileSync(path.join(DIST, pathname.replace(/^\/dist\//, "")), "utf8");
    return route.fulfill({ headers, body });
  });
  await page.goto(`${ORIGIN}/`);
  await expect(page.locator("#out")).not.toBeEmpty();
  return page.locator("#out").innerText();
}

const USE = `
  import { isValid } from "/dist/index.js";
  import { strength } from "/dist/strength.js";
  const say = (text) => { document.querySelector("#out").textContent = text; };
  try { say("valid: " + isValid("ssn", "219-09-9998") + ", score " + strength("ibarra1985").score); } catch (e) { say(e.code + " " + e.message); }`;

test("works where only 'wasm-unsafe-eval' is allowed, and nothing may be fetched", async ({ page }) => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'";
  expect(await open(page, policy, USE)).toBe("valid: true, score 1");
});

test("says which directive is missing where WebAssembly is blocked", async ({ page }) => {
  const said = await open(page, "default-src 'none'; script-src 'self'", USE);
  expect(said).toMatch(/^E_WASM_BLOCKED .*'wasm-unsafe-eval'.*script-src/);
});

test("works in a worker", async ({ page }) => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'";
  const script = `new Worker("/worker.js", { type: "module" }).onmessage = (e) => {
    document.querySelector("#out").textContent = e.data;
  };`;
  const worker = `import { isValid } from "/dist/index.js"; postMessage("valid: " + isValid("ssn", "219-09-9998"));`;
  expect(await open(page, policy, script, worker)).toBe("valid: true");
});

const GIVE = (kinds: string) => `
  import * as prefile from "/dist/index.js";
  import { evaluate } from "/dist/guide.js";
  import pack from "/dist/packs/g-1145.js";
  import { strength } from "/dist/strength.js";
  const text = "Zanqivor-Wxubel EAC2298765431 zanqivor@wxubel.example";
  const refused = [];
  for (const ask of [
    ...${kinds}.map((kind) => () => prefile.check(kind, text)),
    () => prefile.isValid("ssn", text), () => prefile.identify(text), () => prefile.scan(text), () => prefile.checkLink(text), () => prefile.checkLinks(text),
    () => prefile.checkPassword(text, { email: text, personal: [text] }), () => prefile.checkRecoveryAnswers([{ question: text, answer: text }]),
    () => prefile.classifyField({ label: text }), () => prefile.aNumber["~standard"].validate(text), () => strength(text, { personal: [text] }),
    () => evaluate([pack], { "applicant.family_name": text }),
  ]) try { ask(); } catch (error) { refused.push(error.code, error.message, error.stack, String(error.cause)); }
  window.refused = refused.join();
  document.querySelector("#out").textContent = refused.length ? "refused" : "answered";`;

for (const [where, policy, kinds, said] of [
  ["runs", "script-src 'self' 'wasm-unsafe-eval'", "prefile.kinds().map(({ kind }) => kind)", "answered"],
  ["may not run", "script-src 'self'", '["ssn", "family-name"]', "refused"],
] as const)
  test(`where WebAssembly ${where}, it keeps, says and writes nothing of what it is given`, async ({ page }) => {
    const lines: string[] = [];
    page.on("console", (message) => lines.push(message.text()));
    page.on("pageerror", (error) => lines.push(`${error.message} ${error.stack}`));
    expect(await open(page, policy, GIVE(kinds))).toBe(said);
    expect(await traces(page, lines, "Zanqivor-Wxubel")).toEqual([]);
    expect(await traces(page, lines, "EAC2298765431", 8)).toEqual([]);
    expect(await page.evaluate(() => (window as unknown as { refused: string }).refused)).not.toMatch(/zanqivor|wxubel|22987/i);
  });
