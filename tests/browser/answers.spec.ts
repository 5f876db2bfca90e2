// The same answers everywhere: what the package says in a browser is what it says in Node, of every
// text. tests/npm/answers.test.mjs holds Node against the crate.
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { fingerprints } from "../answers/asked.mjs";
import { codesOf, corpus } from "../answers/corpus.mjs";
import { expect, open, test } from "./host.ts";

const DIST = path.resolve("pkg/dist");
const ASKED = readFileSync(path.resolve("tests/answers/asked.mjs"), "utf8");
/** `prefile/js` takes ten times as long: so many of the texts. */
const FEW = 400;

test("zero differences", async ({ page }) => {
  test.setTimeout(400_000);
  const prefile = await import(pathToFileURL(path.join(DIST, "index.js")).href);
  await import(pathToFileURL(path.join(DIST, "locales/es.js")).href);
  const codes = codesOf(DIST);
  const texts = corpus(prefile, codes, 1_000);
  const few = texts.slice(-FEW);
  const script = `
    import * as prefile from "/dist/index.js";
    import * as js from "/dist/js.js";
    import "/dist/locales/es.js";
    import { fingerprints } from "/asked.js";
    import { codes, texts } from "/texts.js";
    window.said = [fingerprints(prefile, codes, texts), fingerprints(js, codes, texts.slice(-${FEW}))];`;
  const files = { "/asked.js": ASKED, "/texts.js": `export const codes = ${JSON.stringify(codes)}, texts = ${JSON.stringify(texts)};` };
  await open(page, { html: "", script, files });
  await expect.poll(() => page.evaluate(() => "said" in window), { timeout: 350_000 }).toBe(true);
  const said = await page.evaluate(() => (window as unknown as { said: string[][] }).said);
  for (const [at, asked] of [texts, few].entries()) {
    const here = fingerprints(prefile, codes, asked);
    expect(asked.filter((_, place) => said[at]![place + 2] !== here[place + 2])).toEqual([]);
    expect(said[at]).toEqual(here);
  }
});
