// A module that trapped is never asked again: the call under which it trapped has its answer, the next
// call a fresh instance. More in a row: `PREFILE_TRAPS=100000 node --test tests/npm/recovery.test.mjs`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { seen, trapped } from "./traps.mjs";

const prefile = await import("prefile");
const { strength } = await import("prefile/strength");
const { evaluate } = await import("prefile/guide");
const { default: pack } = await import("prefile/packs/g-1145");
await import("prefile/locales/es");

const TRAPS = Number(process.env.PREFILE_TRAPS ?? 2_000);

const NOTICE = "🗽 Receipt EAC2212345678, see https://uscis.gov.example.com";
const PAIRS = [{ question: "Town?", answer: "a" }];
/** Each function, what it is asked, and its answer when the module traps; for a `Check`, its code. */
const ASKED = [
  ["check", ["ssn", "219-09-999", { locale: "es" }], "text/not-read"],
  ["isValid", ["ssn", "219-09-9998"], false],
  ["identify", ["EAC2212345678"], []],
  ["scan", [NOTICE], []],
  ["classifyField", [{ label: "A-Number" }], null],
  ["checkLink", ["https://uscis.gov.example.com"], { verdict: "unreadable", host: null, span: { start: 0, end: 0 }, findings: [] }],
  ["checkLinks", [NOTICE], []],
  ["checkPassword", ["Cobalt-shrub"], { ok: false, rules: [], findings: [] }],
  ["checkRecoveryAnswers", [PAIRS], []],
  ["explain", ["ssn/empty"], null],
  ["kinds", [], []],
];

test("every function of the core", () => {
  const functions = Object.keys(prefile).filter((name) => !("~standard" in prefile[name]) && !["WasmBlockedError", "checker"].includes(name));
  assert.deepEqual(ASKED.map(([name]) => name).sort(), functions.sort());
  for (const [name, given, instead] of ASKED) {
    const ask = () => prefile[name](...given);
    const before = ask();
    const { instances, traps } = seen;
    const answer = trapped(ask);
    assert.deepEqual(name === "check" ? answer.findings[0].code : answer, instead, name);
    assert.deepEqual(ask(), before, name);
    assert.notDeepEqual(before, instead, name);
    assert.deepEqual(seen, { instances: instances + 1, traps: traps + 1 }, name);
  }
});

test("a schema whose module traps lets nothing through", () => {
  const validate = () => prefile.aNumber["~standard"].validate("A012345678");
  assert.equal(trapped(validate).issues.length, 1);
  assert.deepEqual(validate(), { value: "A012345678" });
});

for (const [name, ask, instead] of [
  ["strength", () => strength("ibarra1985", { locale: "es" }), "text/not-read"],
  ["guide", () => evaluate([pack], {}, { locale: "es" }), "text/not-read"],
])
  test(`the module of prefile/${name}`, () => {
    const before = ask();
    for (let i = 0; i < 20; i++) {
      const { instances } = seen;
      assert.equal(trapped(ask).findings[0].code, instead);
      assert.deepEqual(ask(), before);
      assert.equal(seen.instances, instances + 1);
    }
  });

test(`${TRAPS} traps in a row`, () => {
  const { traps } = seen;
  for (let i = 0; i < TRAPS; i++) {
    assert.equal(trapped(() => prefile.isValid("ssn", "219-09-9998")), false);
    assert.equal(prefile.isValid("ssn", "219-09-9998"), true);
  }
  assert.equal(seen.traps, traps + TRAPS);
});
