// `prefile/js` answers as `prefile` does, byte for byte: the examples of all kinds and codes, every
// text in the tests of the core, and hostile ones, through every function.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import * as prefile from "prefile";
import * as js from "prefile/js";
import "prefile/locales/es";

const root = path.resolve(import.meta.dirname, "..");
const kinds = prefile.kinds().map(({ kind }) => kind);
const HOSTILE = [
  "", " ", "\0", "\u200b\u2060", "\ud83d", "\udc4d\ud83d", "é", "مرحبا ١٢٣", "A٠١٢٣٤٥٦٧٨", "𝟎𝟏𝟐", "🗽".repeat(99), "字".repeat(4096), "1".repeat(4097),
  "A".repeat(70_000), "\n\t".repeat(500), "<".repeat(90), "a.".repeat(4000), "https://" + "x".repeat(65_536), undefined, null, 7, {}, Symbol("x"),
];
const NOTICE = "🗽 Señora Ibarra: recibo EAC2212345678, A-Number A012 345 678, SSN 219-09-9998, https://uscis.gov.example.com. ";

/** Every string in the tests of the core, and every column of their tables. */
function vectors() {
  const texts = new Set([NOTICE, NOTICE.repeat(400), ...HOSTILE]);
  for (const name of readdirSync(root, { recursive: true })) {
    if (name.includes("node_modules")) continue;
    const source = () => readFileSync(path.join(root, name), "utf8");
    if (name.endsWith(".tsv")) for (const cell of source().split(/[\t\n]/)) texts.add(cell);
    if (!name.endsWith(".rs")) continue;
    for (const [, text] of source().matchAll(/"((?:[^"\\]|\\.)*)"/g)) texts.add(unescaped(text));
  }
  for (const { example } of prefile.kinds()) texts.add(example);
  for (const code of codes()) texts.add(prefile.explain(code).example);
  return [...texts];
}

/** As Rust reads it, near enough: what matters is that both builds are asked the same. */
function unescaped(text) {
  const read = { n: "\n", t: "\t", r: "\r", 0: "\0", "\n": "" };
  return text.replace(/\\(?:u\{([0-9a-fA-F]+)\}|([^u]))/g, (_, code, sign) => (code ? String.fromCodePoint(Number.parseInt(code, 16)) : (read[sign] ?? sign)));
}

/** Every code there is, from the declarations. */
function codes() {
  const types = readFileSync(path.join(import.meta.dirname, "node_modules/prefile/dist/generated/types.d.ts"), "utf8");
  return [...types.matchAll(/"([a-z0-9-]+\/[a-z0-9-]+)"/g)].map(([, code]) => code);
}

let calls = 0;
const asked = new Set();

/** Asks both builds the same. */
function same(name, ...args) {
  const [one, other] = [prefile, js].map((build) => JSON.stringify(build[name](...args)));
  calls++;
  asked.add(name);
  if (one !== other) assert.equal(other, one, `${name}(${args.map((arg) => JSON.stringify(arg)?.slice(0, 200))})`);
}

const ALL = vectors();

test("the same functions", () => {
  assert.deepEqual(Object.keys(js), Object.keys(prefile));
  assert.notEqual(js.check, prefile.check);
});

test("one text as every kind", () => {
  for (const text of ALL) for (const kind of kinds) same("isValid", kind, text);
  for (const text of ALL) for (const kind of kinds) same("check", kind, text);
});

test("with a day, in Spanish", () => {
  for (const [place, text] of ALL.entries()) same("check", kinds[place % kinds.length], text, { today: "2026-11-22", locale: "es" });
});

test("identify, scan, links, passwords, boxes", () => {
  const options = { today: "2026-11-22", locale: "es-MX" };
  for (const text of ALL) {
    for (const name of ["identify", "scan", "checkLink", "checkLinks", "checkPassword"]) same(name, text), same(name, text, options);
    same("checkPassword", text, { email: `${String(text).slice(0, 9)}@example.com`, personal: [text, "Ibarra"] });
    same("checkRecoveryAnswers", [{ question: NOTICE, answer: text }, { question: text, answer: "Ibarra" }], { ...options, personal: [text] });
    same("classifyField", { label: text });
    same("classifyField", { name: text, section: text, maxLength: 9 });
  }
});

test("words", () => {
  for (const locale of ["en", "es"]) {
    same("kinds", locale);
    for (const code of codes()) same("explain", code, locale);
  }
  for (const text of HOSTILE) same("explain", text);
});

test("every function was asked, and often", () => {
  // A checker is `check` of its kind.
  const functions = Object.keys(js).filter((name) => !("~standard" in js[name]) && !["WasmBlockedError", "checker"].includes(name));
  assert.deepEqual(functions, functions.filter((name) => asked.has(name)));
  assert.ok(ALL.length > 1_000, `${ALL.length} texts`);
  assert.ok(calls > 100_000, `${calls} calls`);
});

test("memory that grows and grows again", () => {
  const text = (size) => NOTICE.repeat(size);
  for (const size of [500, 4_000, 100, 9_000]) same("scan", text(size));
});

test("checkers are those of their build", () => {
  for (const name of ["aNumber", "ssn"]) {
    const [one, other] = [prefile, js].map((build) => build[name].with({ locale: "es" })["~standard"].validate("219-09-999"));
    assert.deepEqual(other, one);
  }
});

test("no WebAssembly is asked for, and none has to be there", () => {
  const source = `
    delete globalThis.WebAssembly;
    const { check, scan } = await import("prefile/js");
    await import("prefile/locales/es");
    console.log(typeof WebAssembly, check("ssn", "", { locale: "es" }).findings[0].message, scan("EAC2212345678").length);`;
  const printed = (...flags) =>
    execFileSync("node", [...flags, "--input-type=module", "--eval", source], { cwd: import.meta.dirname, encoding: "utf8" }).trim();
  const wanted = `undefined ${prefile.check("ssn", "", { locale: "es" }).findings[0].message} 1`;
  assert.equal(printed(), wanted);
  // As in Lockdown Mode: no compiler either.
  assert.equal(printed("--jitless"), wanted);
});

test("an instance that died is replaced, and the new one knows the imported languages", () => {
  const words = () => js.check("ssn", "1", { locale: "es" }).findings[0].message;
  const before = words();
  const { encodeInto } = TextEncoder.prototype;
  for (let i = 0; i < 20; i++) {
    TextEncoder.prototype.encodeInto = () => {
      TextEncoder.prototype.encodeInto = encodeInto;
      throw new Error("in the middle");
    };
    assert.equal(js.check("ssn", "é").findings[0].code, "text/not-read");
    assert.equal(words(), before);
  }
});

test("after the call nothing of a password is in memory, grown or not", () => {
  const source = `
    const memories = [];
    globalThis.ArrayBuffer = class extends ArrayBuffer { constructor(size) { super(size); memories.push(this); } };
    const { checkPassword, scan } = await import("prefile/js");
    const found = (text) => memories.some((memory) => Buffer.from(memory).includes(text));
    const password = ["Zq7", "Murmeltier", "Kanarienvogel", "é!"].join("-");
    for (const one of [password, password + "x".repeat(3000)]) checkPassword(one, { personal: ["Wolken" + "kratzer"] });
    const before = memories.length;
    // Long enough that memory grows while the text is in it.
    scan(("Quitten" + "baum EAC2212345678 ").repeat(20_000));
    console.log(memories.length > before, found("Murmeltier"), found("Wolkenkratzer"), found("Quittenbaum"), found("Kansas City"));`;
  const printed = execFileSync("node", ["--input-type=module", "--eval", source], { cwd: import.meta.dirname, encoding: "utf8" });
  assert.equal(printed.trim(), "true false false false true");
});
