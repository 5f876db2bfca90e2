// The extension's own words: each is said somewhere, and each that is said is there.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { LISTS } from "../../extension/src/profile/lists.ts";
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
  expect(texts.filter((name) => !named.has(name) && !BUILT.has(name) && !/^(fact|list|entry)\./.test(name))).toEqual([]);
  expect([...named].filter((name) => sections.has(name.split(".")[0]!) && !texts.includes(name))).toEqual([]);
});

test("what is saved has words, and the words of what is saved are those of questions", () => {
  const asked = textsOf(readFileSync("forms/facts.toml", "utf8"));
  const once = texts.filter((name) => name.startsWith("fact.")).map((name) => name.slice(5).replace("-", ".").replaceAll("-", "_"));
  expect(once.filter((fact) => asked[`${fact}.wants`] === undefined)).toEqual([]);
  const lists = Object.entries(LISTS).flatMap(([list, members]) => members.map((member) => [list, member] as const));
  expect(lists.filter(([list, member]) => asked[`${list}.each.${member}.wants`] === undefined)).toEqual([]);
  const word = (name: string) => name.replaceAll("_", "-");
  expect(texts.filter((name) => name.startsWith("entry."))).toEqual(lists.map((names) => `entry.${names.map(word).join("-")}`));
  const ends = ["", "-entry", "-add"];
  expect(texts.filter((name) => name.startsWith("list."))).toEqual(Object.keys(LISTS).flatMap((list) => ends.map((end) => `list.${word(list)}${end}`)));
});
