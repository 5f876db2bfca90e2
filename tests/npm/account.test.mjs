// Links and passwords through the installed package.
import assert from "node:assert/strict";
import { test } from "node:test";
import { found, memories } from "./memory.mjs";

const { check, checkLink, checkLinks, checkPassword, checkRecoveryAnswers } = await import("prefile");
await import("prefile/locales/es");

const codes = ({ findings }) => findings.map((finding) => finding.code);

test("whose host a link names", () => {
  const verdict = (url) => checkLink(url).verdict;
  assert.equal(verdict("https://my.uscis.gov/account"), "official");
  assert.equal(verdict("https://travel.state.gov"), "government");
  assert.equal(verdict("https://ais.usvisa-info.com"), "contractor");
  assert.equal(verdict("https://uscis.gov.example.com"), "lookalike");
  assert.equal(verdict("https://example.com"), "unofficial");
  assert.equal(verdict("javascript:alert(1)"), "unreadable");
  const { host, span, findings } = checkLink("https://uscis.gov.example.com/pay", { locale: "es" });
  assert.equal(host, "uscis.gov.example.com");
  assert.deepEqual(span, { start: 0, end: 33 });
  assert.notEqual(findings[0].message, checkLink("https://uscis.gov.example.com/pay").findings[0].message);
});

test("links in a message stand where they stand", () => {
  const text = "🗽 Señora: see uscls.gov, write to news@uscis.gov, or www.uscis.gov.";
  const found = checkLinks(text);
  assert.deepEqual(found.map(({ span }) => text.slice(span.start, span.end)), ["uscls.gov", "news@uscis.gov", "www.uscis.gov"]);
  assert.deepEqual(found.map(({ verdict }) => verdict), ["lookalike", "official", "official"]);
  for (const { span, findings } of found)
    for (const finding of findings)
      if (finding.span) assert.ok(finding.span.start >= span.start && finding.span.end <= span.end);
});

test("the official rules, each by itself", () => {
  const { ok, rules } = checkPassword("cobalt-shrub");
  assert.equal(ok, false);
  assert.deepEqual(rules.filter(({ met }) => !met).map(({ rule }) => rule).length, 1);
  for (const { rule, message } of rules) assert.ok(rule.length > 3 && message.length > 9);
  assert.equal(checkPassword("Cobalt-shrub-waltz-90").ok, true);
});

test("what gives a password away", () => {
  const options = { email: "rosa.ibarra@example.com", personal: ["Guadalupe", "1967-10-05"] };
  assert.ok(codes(checkPassword("Rosa.Ibarra-waltz-90", options)).includes("password/has-email"));
  assert.ok(codes(checkPassword("Cobalt-Guadalupe-90", options)).includes("password/has-personal"));
  assert.deepEqual(codes(checkPassword("Cobalt-Guadalupe-90")).includes("password/has-personal"), false);
});

test("nothing throws, whatever is given", () => {
  const trap = new Proxy({}, { get: () => assert.fail("got"), getOwnPropertyDescriptor: () => { throw new Error("no"); } });
  for (const bad of [undefined, null, 7, {}, [], () => {}, Symbol("s"), trap, "\ud800", "\u0000", "a".repeat(1e6)]) {
    assert.equal(typeof checkLink(bad).verdict, "string");
    assert.ok(Array.isArray(checkLinks(bad)));
    assert.ok(Array.isArray(checkPassword(bad, bad).rules));
    assert.ok(Array.isArray(checkPassword("x", { personal: bad, email: bad, locale: bad }).findings));
  }
  structuredClone(checkPassword("Cobalt-shrub-waltz-90"));
});

test("answers to recovery questions are held side by side", () => {
  const answers = [
    { question: "First school?", answer: "Lincoln" },
    { question: "First pet?", answer: "lincoln " },
    { question: "Favourite colour?", answer: "colour" },
    { question: "Town?", answer: "Zacatecas" },
  ];
  const found = checkRecoveryAnswers(answers, { personal: ["Calle Zacatecas 9"] });
  assert.deepEqual(found.map((one) => one.map(({ code }) => code)), [
    [],
    ["recovery-answer/same-twice"],
    ["recovery-answer/in-question"],
    ["recovery-answer/has-personal"],
  ]);
  for (const { severity, message, span, fix } of found.flat()) {
    assert.notEqual(severity, "error");
    assert.ok(message.length > 20 && !/colour|lincoln|zacatecas/i.test(message), message);
    assert.deepEqual([span, fix], [null, null]);
  }
  for (const bad of [undefined, null, 7, "x", {}, [null, 7, { question: 1 }, "x"], new Proxy([], { get() { throw new Error("no"); } })])
    assert.ok(Array.isArray(checkRecoveryAnswers(bad, bad)));
  const many = checkRecoveryAnswers(Array(40).fill({ question: "", answer: "a\0b" }));
  assert.deepEqual(many.map(({ length }) => length), [0, ...Array(31).fill(1), ...Array(8).fill(0)]);
  assert.equal(checkRecoveryAnswers(Array(2_000).fill({ question: "", answer: "" })).length, 1_000);
  assert.deepEqual(checkRecoveryAnswers([]), []);
});

test("after the call nothing of a password is in memory", () => {
  assert.ok(memories.length > 0);
  const canary = "Zq7-Murmeltier-Kanarienvogel-é!";
  const options = { email: "kanari.vogel@example.com", personal: ["Wolkenkratzer", "Quzkvapfel"] };
  for (const password of [canary, canary + "x".repeat(3000)]) checkPassword(password, options);
  check("password", canary);
  for (const part of ["Murmeltier", "Kanarienvogel", "kanari.vogel", "Wolkenkratzer", "Quzkvapfel"])
    assert.deepEqual(found(part), [], part);
  // The search finds what is there: a name of the data, and a canary that is put there.
  assert.ok(found("Kansas City").length > 0);
  new Uint8Array(memories.at(-1).buffer).set(Buffer.from(canary), 16);
  assert.ok(found("Murmeltier").length > 0);
});
