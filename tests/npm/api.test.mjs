// Every shape of the public API, from the package as it is installed.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import * as prefile from "prefile";
import { explain as explainPdf } from "prefile/pdf";
import { TEXTS } from "../inputs/texts.mjs";

/** What is read as something else. */
const OTHERWISE = ["A-Number: 12 345 678", "12345678", "1-202-555-0123", "#4", "I–485", "class IR1", "c9", "10/5/1967", "Texas", "rosa@EXAMPLE.com", "912l45678"];
const { check, classifyField, explain, identify, isValid, kinds, scan } = prefile;

test("what is exported", () => {
  assert.deepEqual(Object.keys(prefile).sort(), [
    "WasmBlockedError", "aNumber", "check", "checkLink", "checkLinks", "checkPassword", "checkRecoveryAnswers", "checker", "classifyField", "ein", "explain", "i94Number", "identify", "isValid", "itin", "kinds",
    "onlineAccountNumber", "receiptNumber", "scan", "sevisId", "ssn",
  ]);
});

test("the README names every entry and every pack", () => {
  const installed = new URL(".", import.meta.resolve("prefile/package.json"));
  const read = (name) => readFileSync(new URL(name, installed), "utf8");
  const entries = Object.keys(JSON.parse(read("package.json")).exports).filter((one) => one !== "./package.json");
  const packs = readdirSync(new URL("dist/packs", installed)).filter((one) => one.endsWith(".js")).map((one) => one.replace(".js", ""));
  const readme = read("README.md");
  const names = [...entries.map((one) => `prefile${one.slice(1).replace("*", "")}`), ...packs];
  assert.deepEqual(names.filter((name) => !new RegExp(`[\`"/]${name}(?![\\w-])`).test(readme)), []);
});

test("a check that is ok", () => {
  const { details, findings, ...rest } = check("receipt-number", "eac 22-123-45678", { today: "2026-11-22" });
  assert.deepEqual(rest, {
    kind: "receipt-number",
    ok: true,
    value: "EAC2212345678",
    display: "EAC2212345678",
    changes: [
      { what: "separators", from: " --", to: "" },
      { what: "case", from: "eac", to: "EAC" },
    ],
  });
  assert.deepEqual(findings, []);
  assert.equal(details.prefix, "EAC");
  assert.equal(details.fiscalYear, "2022");
});

test("a check that is not", () => {
  const { findings, ...rest } = check("ssn", "2I9-09-9998");
  assert.deepEqual({ ...rest, changes: [] }, { kind: "ssn", ok: false, value: null, display: null, changes: [], details: {} });
  const [{ message, source, ...finding }] = findings;
  assert.deepEqual(finding, {
    code: "ssn/letter-for-digit",
    severity: "error",
    field: null,
    span: { start: 1, end: 2 },
    fix: { text: "219-09-9998", safety: "ask" },
    looksLike: null,
  });
  assert.match(message, /letter I/);
  assert.deepEqual(Object.keys(source), ["title", "url", "read"]);
  assert.match(source.read, /^\d{4}-\d\d-\d\d$/);
});

test("a number in the wrong box", () => {
  const [finding] = check("online-account-number", "IOE0912345678").findings;
  assert.equal(finding.code, "online-account-number/another-kind");
  assert.equal(finding.looksLike, "receipt-number");
});

test("today comes from the caller, and only as a date", () => {
  const future = (today) => check("receipt-number", "EAC4012345678", { today }).findings.some((one) => one.code.endsWith("future-year"));
  assert.equal(future("2026-11-22"), true);
  for (const none of [undefined, "", "2026-13-01", "2026-11-22T00:00", "20261122", "today", 20261122, new Date(0), "2026/11/22"])
    assert.equal(future(none), false, String(none));
});

test("what was done to a text has a name in the declarations, and only secrets have no value", () => {
  const types = readFileSync(new URL("dist/generated/types.d.ts", import.meta.resolve("prefile/package.json")), "utf8");
  const [, said] = /What was done: ([^]*?)\*\//.exec(types);
  const named = said.match(/"[a-z-]+"/g).map((name) => name.slice(1, -1));
  const seen = new Set();
  const secret = new Set();
  for (const { kind, example } of kinds())
    for (const text of [...TEXTS.filter((_, at) => at % 7 === 0), ...OTHERWISE, example, example.replaceAll("-", "–")]) {
      const { ok, value, display, changes } = check(kind, text);
      for (const { what } of changes) seen.add(what);
      assert.equal(value === null, display === null, kind);
      if (ok && value === null) secret.add(kind);
    }
  assert.deepEqual([...seen].sort(), named.sort());
  assert.deepEqual([...secret], ["verification-code", "backup-code", "online-access-code", "representative-passcode", "recovery-answer", "password"]);
});

test("isValid is check().ok", () => {
  for (const { kind, example } of kinds())
    for (const text of [example, `${example}0`, example.slice(1), "", " ", "N/A", "é"])
      assert.equal(isValid(kind, text), check(kind, text).ok, `${kind} ${JSON.stringify(text)}`);
});

test("every kind's example is right, and every kind has words", () => {
  const all = kinds();
  assert.ok(all.length >= 41);
  for (const { kind, title, where, example } of all) {
    assert.equal(check(kind, example).kind, kind);
    assert.ok(title.length > 1 && typeof where === "string", kind);
  }
});

test("identify, best first", () => {
  const found = identify("EAC2212345678");
  assert.equal(found[0].kind, "receipt-number");
  assert.equal(found[0].check.value, "EAC2212345678");
  const confidences = identify("012-345-678").map((one) => one.confidence);
  assert.ok(confidences.length > 1);
  assert.deepEqual(confidences, confidences.toSorted((a, b) => b - a));
  assert.ok(confidences.every((one) => one > 0 && one <= 1));
  assert.deepEqual(identify("hello"), []);
});

test("scan, in order, with places of the text as it was given", () => {
  const text = "🗽 Recibo EAC2212345678, A-Number A012 345 678.";
  const found = scan(text);
  assert.deepEqual(found.map(({ kind, value, span }) => [kind, value, text.slice(span.start, span.end)]), [
    ["receipt-number", "EAC2212345678", "EAC2212345678"],
    ["a-number", "A012345678", "A012 345 678"],
  ]);
  assert.equal(found[0].check.ok, true);
});

test("what a box wants", () => {
  assert.deepEqual(classifyField({ label: "Alien Registration Number (A-Number) (if any)", section: "Information About Your Spouse" }), {
    kind: "a-number",
    confidence: 0.86,
    why: 'label: "Alien Registration"',
    whose: "spouse",
    purpose: null,
  });
  const { kind, whose, purpose } = classifyField({ label: "Nº de recibo", name: "receipt_number", maxLength: 13, type: "text" });
  assert.deepEqual([kind, whose, purpose], ["receipt-number", null, null]);
  assert.equal(classifyField({ name: "dob", type: "date" }).purpose, "birth");
  assert.equal(classifyField({ label: "City", section: "Mailing Address" }).purpose, "mailing");
  assert.equal(classifyField({ placeholder: "Street" }).kind, "street");
  assert.equal(classifyField({ id: "txtANumber" }).kind, "a-number");
  assert.equal(classifyField({ autocomplete: "family-name" }).why, 'autocomplete: "family-name"');
  for (const none of [{}, { label: "Attorney State Bar Number" }, { label: "Number of dependents" }, { label: "A-Number", type: "checkbox" }])
    assert.equal(classifyField(none), null, JSON.stringify(none));
  // A box without a limit has a maxLength of -1.
  assert.deepEqual(classifyField({ label: "A-Number", maxLength: -1 }), classifyField({ label: "A-Number" }));
  assert.equal(classifyField({ label: "A-Number", maxLength: 3 }), null);
});

test("explain", () => {
  const { what, why, source, ...rest } = explain("receipt-number/too-short");
  assert.deepEqual(rest, { code: "receipt-number/too-short", severity: "error", example: rest.example });
  assert.equal(check("receipt-number", rest.example).findings[0].code, "receipt-number/too-short");
  assert.ok(what.length > 9 && why.length > 9 && source.url.startsWith("http"));
  for (const none of ["", "nothing/such", "toString", "x".repeat(1e6)]) assert.equal(explain(none), null);
});

test("English until a language is imported, and for every other", async () => {
  const words = (locale) => check("ssn", "", { locale }).findings[0].message;
  const english = words();
  assert.equal(words("es"), english);
  await import("prefile/locales/es");
  await import("prefile/pdf/locales/es");
  assert.notEqual(words("es"), english);
  assert.equal(words("es-MX"), words("es"));
  assert.equal(words("ES"), words("es"));
  for (const other of ["en", "en-US", "fr", "", "e", "español", "__proto__", "constructor"]) assert.equal(words(other), english, other);
  assert.notEqual(explain("ssn/empty", "es").what, explain("ssn/empty").what);
  assert.notEqual(kinds("es")[1].where, kinds()[1].where);
  // Said by itself or among options.
  assert.deepEqual(explain("ssn/empty", { locale: "es" }), explain("ssn/empty", "es"));
  assert.deepEqual(kinds({ locale: "es-MX" }), kinds("es"));
  assert.deepEqual(explainPdf("box/pen", { locale: "es" }), explainPdf("box/pen", "es"));
  assert.notDeepEqual(explainPdf("box/pen", "es"), explainPdf("box/pen"));
});

test("answers are plain data of their own", () => {
  const make = () => [
    check("receipt-number", "EAC22123456"),
    check("a-number", "a12345678"),
    identify("012-345-678"),
    scan("EAC2212345678"),
    explain("ssn/empty"),
    kinds(),
  ];
  const [first, second] = [make(), make()];
  assert.deepEqual(structuredClone(first), first);
  assert.deepEqual(JSON.parse(JSON.stringify(first)), first);
  const spoil = (value) => {
    if (typeof value !== "object" || value === null) return;
    assert.ok([Object.prototype, Array.prototype].includes(Object.getPrototypeOf(value)));
    for (const key of Object.keys(value)) spoil(value[key]), (value[key] = "spoilt");
  };
  spoil(first);
  assert.deepEqual(make(), second);
});
