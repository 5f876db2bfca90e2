// `prefile/js` answers as `prefile` does. What they say of texts is compared in answers.test.mjs.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import * as prefile from "prefile";
import * as js from "prefile/js";
import "prefile/locales/es";
import { NOTICE } from "../answers/corpus.mjs";

const NO_TEXTS = [undefined, null, 7, {}, [], Symbol("x")];

const asked = new Set();

/** Asks both builds the same. */
function same(name, ...args) {
  const [one, other] = [prefile, js].map((build) => JSON.stringify(build[name](...args)));
  asked.add(name);
  assert.equal(other, one, name);
}

test("the same functions", () => {
  assert.deepEqual(Object.keys(js), Object.keys(prefile));
  assert.notEqual(js.check, prefile.check);
});

test("what is no text", () => {
  for (const what of NO_TEXTS) {
    for (const name of ["check", "isValid"]) same(name, "ssn", what), same(name, what, "219-09-9998"), same(name, "ssn", "219-09-9998", what);
    for (const name of ["identify", "scan", "checkLink", "checkLinks", "checkPassword", "classifyField", "explain"]) same(name, what, what);
    same("checkRecoveryAnswers", [what, { question: what, answer: what }], what);
    same("kinds", what);
  }
  // A checker is `check` of its kind.
  const functions = Object.keys(js).filter((name) => !("~standard" in js[name]) && !["WasmBlockedError", "checker"].includes(name));
  assert.deepEqual([...asked].sort(), functions.sort());
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
