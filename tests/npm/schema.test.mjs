// The named checkers as Standard Schemas.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import * as prefile from "prefile";

const NAMED = {
  aNumber: "a-number",
  receiptNumber: "receipt-number",
  onlineAccountNumber: "online-account-number",
  ssn: "ssn",
  itin: "itin",
  ein: "ein",
  i94Number: "i94-number",
  sevisId: "sevis-id",
};

for (const [name, kind] of Object.entries(NAMED))
  test(name, () => {
    const checker = prefile[name];
    const { example } = prefile.kinds().find((one) => one.kind === kind);
    assert.deepEqual(checker(example), prefile.check(kind, example));
    const { version, vendor, validate } = checker["~standard"];
    assert.equal(version, 1);
    assert.equal(vendor, "prefile");
    // Taken off its object, as form libraries do.
    assert.deepEqual(validate(example), { value: prefile.check(kind, example).value });
    for (const wrong of ["", "?", undefined, 1, "9".repeat(1e6)]) {
      const result = validate(wrong);
      assert.ok(!(result instanceof Promise));
      assert.ok(result.issues.length > 0);
      for (const { message, path, finding } of result.issues) {
        assert.ok(message.length > 5);
        assert.deepEqual(path, []);
        assert.equal(finding.severity, "error");
      }
    }
  });

test("a warning is no issue", () => {
  const { ok, findings } = prefile.ssn("078-05-1120");
  assert.deepEqual([ok, findings[0].severity], [true, "warning"]);
  assert.deepEqual(prefile.ssn["~standard"].validate("078-05-1120"), { value: "078051120" });
});

test("a box that may stay empty", () => {
  const optional = prefile.aNumber.with({ optional: true })["~standard"];
  for (const none of ["", "  ", undefined, null]) assert.deepEqual(optional.validate(none), { value: "" });
  assert.equal(optional.validate("A12345").issues[0].finding.code, "a-number/too-short");
  for (const no of [false, 1, "yes", undefined])
    assert.equal(prefile.aNumber.with({ optional: no })["~standard"].validate("").issues[0].finding.code, "a-number/empty");
});

test("a box that was never touched is empty", () => {
  for (const none of [undefined, null]) assert.equal(prefile.ssn["~standard"].validate(none).issues[0].finding.code, "ssn/empty");
  assert.equal(prefile.ssn["~standard"].validate(7).issues[0].finding.code, "text/not-text");
});

test("a checker of any kind", () => {
  for (const { kind, example } of prefile.kinds()) assert.deepEqual(prefile.checker(kind)(example), prefile.check(kind, example));
  assert.equal(prefile.checker("nope")["~standard"].validate("x").issues[0].finding.code, "text/unknown-kind");
});

test("in another language", async () => {
  await import("prefile/locales/es");
  const message = (checker) => checker["~standard"].validate("").issues[0].message;
  const spanish = prefile.ssn.with({ locale: "es" });
  assert.notEqual(message(spanish), message(prefile.ssn));
  assert.equal(spanish("").findings[0].message, message(spanish));
});

test("options are added to those that were there", async () => {
  await import("prefile/locales/es");
  const today = "2026-11-22";
  const { receiptNumber } = prefile;
  const future = prefile.check("receipt-number", "EAC4012345678", { today, locale: "es" });
  const both = receiptNumber.with({ today }).with({ locale: "es" });
  assert.deepEqual(both("EAC4012345678"), future);
  assert.deepEqual(receiptNumber.with({ locale: "es" })("EAC4012345678", { today }), future);
  assert.equal(both["~standard"].validate("").issues[0].message, prefile.check("receipt-number", "", { locale: "es" }).findings[0].message);
  // The last goes first.
  assert.deepEqual(both("", { locale: "en" }), prefile.check("receipt-number", ""));
  const optional = receiptNumber.with({ optional: true });
  assert.deepEqual(optional.with({ locale: "es" })["~standard"].validate(""), { value: "" });
  assert.ok("issues" in optional.with({ optional: false })["~standard"].validate(""));
  // What is no object says nothing, such as the place that `map` hands over.
  assert.deepEqual(["", "1"].map(both)[1], prefile.check("receipt-number", "1", { locale: "es" }));
  for (const none of [null, 7, "en", { locale: undefined }, { locale: null }]) assert.deepEqual(both("EAC4012345678", none), future);
  // They are asked each time: a page stays open for days.
  let day = "2020-01-01";
  const living = receiptNumber.with({ get today() { return day; } }).with({ locale: "es" });
  assert.deepEqual(living("EAC2212345678").findings.length, 1);
  day = today;
  assert.deepEqual(living("EAC2212345678").findings, []);
});

test("without WebAssembly there is an issue, not an error", () => {
  const source = `
    delete globalThis.WebAssembly;
    const { ssn } = await import("prefile");
    const { issues } = ssn["~standard"].validate("219-09-9998");
    console.log(JSON.stringify(issues));`;
  const printed = execFileSync("node", ["--input-type=module", "--eval", source], { cwd: import.meta.dirname, encoding: "utf8" });
  const [{ message, path }] = JSON.parse(printed);
  assert.match(message, /wasm-unsafe-eval/);
  assert.deepEqual(path, []);
});
