// The same answers everywhere: the crate on the host, its module in Node, and `prefile/js` are asked
// about the same texts. tests/browser/answers.spec.ts asks browsers.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as prefile from "prefile";
import * as js from "prefile/js";
import "prefile/locales/es";
import { answers, fingerprints, words } from "../answers/asked.mjs";
import { codesOf, corpus } from "../answers/corpus.mjs";

const codes = codesOf(path.dirname(fileURLToPath(import.meta.resolve("prefile"))));
const kinds = prefile.kinds().map(({ kind }) => kind);
const texts = corpus(prefile, codes, 1_000);
const said = fingerprints(prefile, codes, texts);

/** What the crate says of texts by their places; with `whole` not the fingerprints but the JSON. */
function native(places, ...whole) {
  const input = places.map((place) => `${place} ${Buffer.from(texts[place]).toString("hex")}\n`).join("");
  const { status, stdout } = spawnSync(process.env.PREFILE_ANSWERS, whole, { input, encoding: "utf8", maxBuffer: 2 ** 30, stdio: ["pipe", "pipe", "inherit"] });
  assert.equal(status, 0);
  return stdout.trimEnd().split("\n");
}

/** Holds fingerprints against the module's; where they differ, `answer` says how. */
function same(found, answer, asked = () => true) {
  assert.equal(found.length, said.length);
  const other = found.findIndex((one, at) => one !== said[at] && (at < 2 || asked(texts[at - 2])));
  if (other < 0) return;
  const [one, two] = [answer(other), ofBuild(prefile)(other)].map((json) => JSON.parse(json));
  assert.deepEqual(one, two, JSON.stringify(texts[other - 2]));
  assert.fail(`written otherwise: ${JSON.stringify(texts[other - 2])}`);
}

const ofBuild = (build) => (at) => (at < 2 ? words(build, codes, ["es", "en"][at]) : answers(build, kinds, texts[at - 2], at - 2));

test("there is enough to ask", () => {
  assert.ok(texts.length > 2_500, `${texts.length} texts`);
  assert.ok(codes.length > 250 && kinds.length > 40, `${codes.length} codes, ${kinds.length} kinds`);
  assert.ok(new Set(said).size > 0.95 * said.length, "answers differ");
});

test("the crate on the host", () => {
  // Half a character is no text of Rust's: the package refuses it before.
  same(native([...texts.keys()]), (at) => (at < 2 ? native([], "whole")[at] : native([at - 2], "whole")[2]), (text) => text.isWellFormed());
});

test("without WebAssembly", () => {
  assert.notEqual(js.check, prefile.check);
  same(fingerprints(js, codes, texts), ofBuild(js));
});
