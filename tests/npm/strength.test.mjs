// Password strength through the installed package.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { found, memories } from "./memory.mjs";

const { strength, WasmBlockedError } = await import("prefile/strength");
const { explain } = await import("prefile");

const codes = ({ findings }) => findings.map(({ code }) => code.replace("strength/", ""));

test("from the first guess to none", () => {
  for (const [password, score, expected] of [
    ["password", 0, ["common-password"]],
    ["P@ssw0rd1", 1, ["common-password", "look-alikes", "capitals"]],
    ["drowssap", 0, ["common-password", "reversed"]],
    ["contraseña1", 1, ["word"]],
    ["zxcvfr", 1, ["keyboard-walk"]],
    ["xqwxqwxqw", 1, ["repeat"]],
    ["nopqrst", 0, ["sequence"]],
    ["13.5.1989", 1, ["date"]],
    ["xq9z", 1, ["short"]],
    ["", 0, ["short"]],
    ["cobalt shrub waltz ninety", 4, []],
  ]) {
    const answer = strength(password);
    assert.deepEqual([answer.score, codes(answer)], [score, expected], password);
  }
});

test("what is known about the person", () => {
  const personal = ["Guadalupe Ibarra", "1967-10-05"];
  assert.deepEqual(codes(strength("Ibarra1985", { personal })), ["personal", "year", "capitals"]);
  assert.ok(!codes(strength("Ibarra1985")).includes("personal"));
  assert.ok(strength("Ibarra1985", { personal }).guessesLog10 < strength("Ibarra1985").guessesLog10);
});

test("a finding is whole, and a plain object", () => {
  const answer = strength("😀ñandú", { personal: ["Ñandú"] });
  assert.deepEqual(Object.keys(answer), ["score", "guessesLog10", "findings"]);
  const [personal] = answer.findings;
  assert.deepEqual(Object.keys(personal), ["code", "severity", "message", "field", "span", "fix", "looksLike", "source"]);
  assert.deepEqual(personal.span, { start: 2, end: 7 });
  assert.deepEqual([personal.severity, personal.field, personal.fix, personal.looksLike], ["warning", null, null, null]);
  assert.equal(strength("xq9z").findings[0].span, null);
  assert.deepEqual(structuredClone(answer), answer);
  // The gravest first.
  assert.deepEqual(strength("P@ssw0rd1").findings.map(({ severity }) => severity), ["warning", "note", "note"]);
});

test("sources and words are those of the code", () => {
  for (const { code, severity, source, message } of strength("P@ssw0rd1").findings) {
    const known = explain(code);
    assert.deepEqual([severity, source], [known.severity, known.source]);
    assert.match(message, /\.$/);
  }
  assert.equal(strength("drowssap").findings[1].message, "A word that is spelled backwards is no harder to guess. Add a rare word.");
});

test("in Spanish, once it was imported", async () => {
  const english = strength("password").findings[0].message;
  assert.equal(strength("password", { locale: "es" }).findings[0].message, english);
  await import("prefile/locales/es");
  assert.match(strength("password", { locale: "es-MX" }).findings[0].message, /^Mucha gente/);
  assert.equal(strength("password", { locale: "fr" }).findings[0].message, english);
});

const boom = () => {
  throw new Error("boom");
};
const { proxy, revoke } = Proxy.revocable({}, {});
revoke();

test("nothing throws, whatever is handed over", () => {
  const hostile = [
    undefined, null, true, 7, 7n, NaN, Symbol("s"), {}, [], ["password"], new String("password"), boom, proxy, Object.create(null),
    new Proxy({}, { get: boom, has: boom, ownKeys: boom, getOwnPropertyDescriptor: boom, getPrototypeOf: boom }),
    { get locale() { return boom(); }, get personal() { return boom(); } },
    { locale: { toLowerCase: boom }, personal: [boom, 7, null, new Proxy([], { get: boom })] },
    { personal: Object.defineProperty(["Rosa"], 1, { get: boom }) },
    { personal: "Rosa" }, { personal: new Array(1e6).fill("x".repeat(1000)) },
  ];
  for (const what of hostile) {
    assert.deepEqual(codes(strength(what)), ["text/not-read"]);
    assert.equal(strength(what).score, 0);
    assert.equal(strength("password", what).score, 0);
    assert.equal(strength("password", { personal: what, locale: what }).score, 0);
  }
});

test("odd texts have an answer", () => {
  const attack = "4@8({[</369&#!1/|0$5+7%2/";
  for (const text of [
    "\0", "\0".repeat(1000), "\ud83d", "\udc4d\ud83d", "\ud83d".repeat(500), "\u0301".repeat(1e5), "مرحبا١٢٣", "字".repeat(4096),
    "😀".repeat(1000), "a".repeat(399) + "😀", attack.repeat(20), "1".repeat(1e8), "aB3$".repeat(25e6), "17|".repeat(100),
  ]) {
    const { score, guessesLog10, findings } = strength(text);
    assert.ok(Number.isInteger(score) && score >= 0 && score <= 4);
    assert.ok(Number.isFinite(guessesLog10) && guessesLog10 >= 0);
    for (const { span, message } of findings) {
      assert.ok(message.length > 9);
      if (span) assert.ok(span.start < span.end && span.end <= text.length);
    }
  }
});

test("a password is read to its hundredth character", () => {
  const start = "Zq7#vKx9!Lw2".repeat(9).slice(0, 100);
  assert.deepEqual(strength(start + "x"), strength(start + "y".repeat(1e6)));
  assert.notDeepEqual(strength("1".repeat(50) + start), strength("1".repeat(100)));
});

test("the notices of the word lists go with them", () => {
  const notices = readFileSync(new URL("node_modules/prefile/LICENSE-WORDS.md", import.meta.url), "utf8");
  assert.match(notices, /Dan Wheeler and Dropbox.*Permission is hereby granted.*OpenSubtitles/s);
});

const CANARIES = [
  ["Zq7#vKx9!Lw2", "Hjx Wqzkv"],
  ["Zq7#vKx9!Lw2é", "Hjx Wqzkvñ"],
  ["Zq7#vKx9!Lw2".repeat(8), "vkx9!lw2zq7"],
  ["Hjxwqzkv-Hjxwqzkv-99", "Hjxwqzkv Qpx", "Wqzkv@Hjxwq.qpz"],
  ["Zq7#vKx9!Lw2".repeat(1000), "Wqzkv".repeat(100)],
];

test("after the call nothing of a password is in memory", () => {
  assert.ok(memories.length > 0);
  for (const [password, ...personal] of CANARIES) {
    strength(password, { personal });
    for (const text of [password.slice(0, 30), ...personal.map((one) => one.slice(0, 30))]) assert.deepEqual(found(text), [], text);
  }
});

test("the search would find it: a call that ends halfway leaves it there", () => {
  assert.equal(strength("xq9z").score, 1);
  const { encodeInto } = TextEncoder.prototype;
  // The glue writes what is ASCII by itself, and the rest by this.
  TextEncoder.prototype.encodeInto = boom;
  assert.deepEqual(codes(strength("Kx4&bnTq0~é")), ["text/not-read"]);
  TextEncoder.prototype.encodeInto = encodeInto;
  assert.ok(found("Kx4&bnTq0~").length > 0);
  // The instance is lost, and the next one knows all that it knew.
  assert.deepEqual(codes(strength("contraseña1")), ["word"]);
});

test("where WebAssembly is blocked, it says so", async () => {
  const { Module } = WebAssembly;
  const { strength: other } = await import("./node_modules/prefile/dist/strength.js?blocked");
  WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError("refused"); } };
  try {
    assert.throws(() => other("password"), (error) => error instanceof WasmBlockedError && error.code === "E_WASM_BLOCKED");
  } finally {
    WebAssembly.Module = Module;
  }
  assert.equal(other("password").score, 0);
});
