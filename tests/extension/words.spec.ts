// The extension's own words: each is said somewhere, and each that is said is there.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { textsOf } from "../../xtask/js/toml.mjs";

const SOURCE = "extension/src";
const texts = Object.keys(textsOf(readFileSync("locales/en/extension.toml", "utf8")));
const code = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(path.join(SOURCE, name), "utf8"))
  .join("\n");

/** Words that are said by a name which the program puts together. */
const VERDICTS = ["official", "government", "contractor", "lookalike", "unofficial", "unreadable"];
const BUILT = new Set(["name", "description", ...VERDICTS.map((verdict) => `site.${verdict}`)]);

test("every word is used, and every word that is used is there", () => {
  const named = new Set([...code.matchAll(/"([a-z]+\.[a-z-]+)"/g)].map(([, name]) => name!));
  const sections = new Set(texts.map((name) => name.split(".")[0]!));
  expect(texts.filter((name) => !named.has(name) && !BUILT.has(name) && !name.startsWith("fact."))).toEqual([]);
  expect([...named].filter((name) => sections.has(name.split(".")[0]!) && !texts.includes(name))).toEqual([]);
});
