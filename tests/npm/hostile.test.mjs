// Nothing throws, whatever a program hands over. (Types, surrogates and length are also tested in
// browsers, by tests/wasm.)
import assert from "node:assert/strict";
import { test } from "node:test";
import { aNumber, check, classifyField, explain, identify, isValid, kinds, scan } from "prefile";

const boom = () => {
  throw new Error("boom");
};
const { proxy, revoke } = Proxy.revocable({}, {});
revoke();
const HOSTILE = [
  undefined, null, true, 0, -1, NaN, 219099998, 219099998n, Symbol("ssn"), {}, [], ["ssn"], new String("219-09-9998"),
  new Date(0), () => "ssn", boom, { toString: boom, valueOf: boom, [Symbol.toPrimitive]: boom }, Object.create(null), proxy,
  new Proxy({}, { get: boom, has: boom, ownKeys: boom, getOwnPropertyDescriptor: boom, getPrototypeOf: boom }),
  { get locale() { return boom(); }, get today() { return boom(); } },
  { locale: { toLowerCase: boom }, today: [] },
];
const TEXTS = ["", " ", "\n\t", "\u200b\u2060", "x", "\0", "\ud83d", "\udc4d\ud83d", "مرحبا ١٢٣", "א".repeat(99), "字".repeat(4096), "1".repeat(5000)];

test("whatever is handed over", () => {
  for (const what of HOSTILE) {
    assert.equal(check("ssn", what).findings[0].code, "text/not-text");
    assert.equal(aNumber(what).findings[0].code, "text/not-text");
    assert.equal(isValid("ssn", what), false);
    assert.deepEqual(identify(what), []);
    assert.deepEqual(scan(what), []);
    assert.equal(classifyField(what), null);
    assert.equal(explain(what), null);
    assert.equal(explain("ssn/empty", what).code, "ssn/empty");
    assert.ok(kinds(what).length > 40);
    assert.equal(check(what, "219-09-9998").findings[0].code, "text/unknown-kind");
    assert.equal(isValid(what, "219-09-9998"), false);
    assert.equal(check("ssn", "219-09-9998", what).ok, true);
    assert.deepEqual(identify("hello", what), []);
    assert.deepEqual(scan("hello", what), []);
    assert.ok("issues" in aNumber["~standard"].validate(what));
    assert.equal(aNumber.with(what)("A012345678").ok, true);
  }
});

test("every kind, every odd text", () => {
  for (const { kind } of kinds())
    for (const text of TEXTS) {
      const answer = check(kind, text);
      // Secrets are never repeated, so they have no value even when they are right.
      if (!answer.ok) assert.equal(answer.value, null, `${kind} ${JSON.stringify(text.slice(0, 20))}`);
      assert.equal(isValid(kind, text), answer.ok);
      assert.ok(answer.ok || answer.findings[0].message.length > 5);
    }
});

test("half a character is said to be wrong, and nothing is made of it", () => {
  for (const { kind, example } of kinds())
    for (const half of ["\ud83d", "\udc4d", "\udc4d\ud83d"])
      for (const text of [half, half + example, example + half, example.slice(0, 3) + half + example.slice(3), half + "x".repeat(100)]) {
        const answer = check(kind, text);
        const about = `${kind} ${JSON.stringify(text)}`;
        assert.deepEqual([answer.ok, isValid(kind, text), answer.value, answer.display], [false, false, null, null], about);
        assert.equal(answer.findings[0].severity, "error", about);
        for (const { fix } of answer.findings) assert.doesNotMatch(fix?.text ?? "", /\ufffd/, about);
        for (const one of identify(text)) assert.equal(one.check.ok, false, about);
      }
  assert.equal(check("email", "maria@\ud83dexample.co").findings[0].code, "text/not-read");
  assert.equal(check("ssn", "\ud83d219-09-9998").findings[0].span.end, 1);
  // A whole character is none.
  assert.equal(check("email", "maria@example.co\u{1f5fd}").findings.some(({ code }) => code === "text/not-read"), false);
});

test("each of the eight things that are said of a box", () => {
  const names = ["label", "name", "id", "placeholder", "autocomplete", "type", "maxLength", "section"];
  const plain = { label: "A-Number", name: "ssn" };
  const known = classifyField(plain);
  for (const name of names) {
    for (const what of HOSTILE) {
      const field = { ...plain, [name]: what };
      const expected = classifyField({ ...plain, [name]: undefined });
      assert.deepEqual(classifyField(field), expected, name);
    }
    assert.doesNotThrow(() => classifyField(Object.defineProperty({ ...plain }, name, { get: boom, enumerable: true })));
    assert.equal(classifyField({ [name]: "\ud83d\0\0\0\udc4d".repeat(5000) }), null);
  }
  // What is said of one thing does not become what is said of the next.
  assert.deepEqual(classifyField({ label: "A-Number\0", name: "ssn" }), known);
  for (const length of [NaN, Infinity, -Infinity, -1, 0, 2 ** 53, 1.5e300]) assert.deepEqual(classifyField({ ...plain, maxLength: length }), known);
});

test("what a class has, or what stands behind an object, is read as its own", () => {
  // As elements have it: getters of their class, and a limit of -1 for none.
  class Input {
    get name() { return "a_number"; }
    get type() { return "text"; }
    get maxLength() { return -1; }
    get placeholder() { return ""; }
    get id() { return boom(); }
  }
  assert.deepEqual(classifyField(new Input()), classifyField({ name: "a_number", type: "text" }));
  assert.equal(classifyField(new Input()).kind, "a-number");
  class Today {
    get today() { return "2026-11-22"; }
  }
  for (const options of [new Today(), Object.create({ today: "2026-11-22" })])
    assert.match(check("receipt-number", "EAC4012345678", options).findings[0].code, /future-year/);
});

test("a label of ten kilobytes is read at both ends, cut or not", () => {
  const filler = "é 🗽 words of no meaning to us. ".repeat(400);
  for (const label of [`Receipt Number. ${filler}`, `${filler}Receipt Number`, `Receipt Number${filler.slice(0, 1024 - 14)}`]) {
    assert.equal(classifyField({ label })?.kind, "receipt-number", label.slice(0, 20));
    assert.deepEqual(classifyField({ label: label.slice(0, 256) + label.slice(-768) }), classifyField({ label }));
  }
  assert.equal(classifyField({ label: filler + "Receipt Number" + filler }), null);
});

test("names of Object.prototype are no kinds", () => {
  for (const kind of ["constructor", "__proto__", "toString", "hasOwnProperty", "", "SSN", "ssn "]) {
    const answer = check(kind, "219-09-9998");
    assert.equal(answer.kind, kind);
    assert.equal(answer.ok, false);
    assert.equal(answer.findings[0].code, "text/unknown-kind");
  }
});

const changeable = { skip: Object.isFrozen(Object.prototype) && "nothing can be put on a frozen Object.prototype" };

test("options that every object inherits are none", changeable, () => {
  Object.prototype.today = "2026-11-22";
  try {
    for (const options of [{}, Object.create({}), new (class {})()]) assert.equal(check("receipt-number", "EAC4012345678", options).ok, true);
  } finally {
    delete Object.prototype.today;
  }
});

test("a setter on Object.prototype catches nothing", changeable, () => {
  const plain = check("receipt-number", "EAC2212345678");
  let caught = 0;
  for (const name of Object.keys(plain.details)) Object.defineProperty(Object.prototype, name, { set: () => caught++, configurable: true });
  try {
    assert.deepEqual(check("receipt-number", "EAC2212345678"), plain);
    assert.equal(caught, 0);
  } finally {
    for (const name of Object.keys(plain.details)) delete Object.prototype[name];
  }
});

test("an answer comes even when the core dies under the question", () => {
  const { encodeInto } = TextEncoder.prototype;
  const dying = (ask) => {
    TextEncoder.prototype.encodeInto = () => {
      TextEncoder.prototype.encodeInto = encodeInto;
      boom();
    };
    return ask();
  };
  check("ssn", "219-09-9998");
  assert.equal(dying(() => check("ssn", "é")).findings[0].code, "text/not-read");
  assert.equal(dying(() => isValid("ssn", "é")), false);
  assert.equal(check("ssn", "219-09-9998").ok, true);
  assert.deepEqual(dying(() => identify("é")), []);
  assert.equal(check("ssn", "219-09-9998").ok, true);
  assert.deepEqual(dying(() => scan("é")), []);
  assert.equal(check("ssn", "219-09-9998").ok, true);
});

test("sixteen megabytes are read, more are not", () => {
  const text = `EAC2212345678 ${" ".repeat(16 * 1024 * 1024)}`;
  assert.equal(scan(text.slice(0, 16 * 1024 * 1024)).length, 1);
  const start = performance.now();
  assert.deepEqual(scan(text), []);
  assert.ok(performance.now() - start < 50);
});
