// prefile/guide: what is asked, what is missing, what is written; and that the module says what the
// crate says, byte for byte.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import test from "node:test";
import { explain } from "prefile";
import { evaluate } from "prefile/guide";
import "prefile/locales/es";
import g1145 from "prefile/packs/g-1145";
import i765 from "prefile/packs/i-765";
import account from "prefile/packs/my-online-account-number";

const today = "2026-11-22";
/** What asks thousands of times is not run again by changed.test.mjs. */
const once = { skip: process.env.PREFILE_ONCE && "it ran before" };
/** Every form and guide that ships. */
const files = readdirSync(new URL(".", import.meta.resolve("prefile/packs/g-1145"))).filter((name) => name.endsWith(".js"));
const all = await Promise.all(files.map(async (name) => (await import(`prefile/packs/${name.slice(0, -3)}`)).default));
const statuses = ({ screens }) => screens.map(({ id, status }) => `${id} ${status}`);
const codes = ({ findings }) => findings.map(({ code, field }) => (field === null ? code : `${code} ${field}`));

test("a form is asked for one screen at a time", () => {
  const first = evaluate([g1145], {}, { today });
  assert.equal(first.current.pack, "g-1145");
  assert.ok(first.current.questions.length > 0);
  for (const question of first.current.questions) {
    assert.ok(question.label && question.why, question.fact);
    assert.equal(question.place.form, "G-1145");
  }
  assert.ok(first.missing.length > 0);
  assert.deepEqual(first.boxes, {});
  assert.equal(first.shown, null);
  const { id } = first.screens.at(-1);
  const shown = evaluate([g1145], {}, { today, show: `g-1145/${id}` }).shown;
  assert.equal(shown.id, id);
});

test("a question says where on paper it stands, and where in the instructions", () => {
  const { id } = evaluate([i765], {}, { today }).screens.find(({ id }) => id === "numbers");
  const { questions } = evaluate([i765], {}, { today, show: `i-765/${id}` }).shown;
  const { place } = questions.find(({ fact }) => fact === "applicant.a_number");
  assert.deepEqual(place, { form: "I-765", part: "2", item: "8", page: 2, instructions: 18 });
});

test("words are in the language that is asked for", () => {
  const label = (locale) => evaluate([account], {}, { locale }).current.questions[0].label;
  assert.notEqual(label("es"), label("en"));
  assert.equal(label("es-MX"), label("es"));
  assert.equal(label("xx"), label("en"));
  assert.equal(label(undefined), label("en"));
});

test("what is given is not changed", () => {
  const answers = Object.freeze({ "applicant.family_name": "Ibarra" });
  const packs = Object.freeze([Object.freeze({ ...g1145 })]);
  evaluate(packs, answers, Object.freeze({ today }));
  assert.deepEqual(answers, { "applicant.family_name": "Ibarra" });
});

test("a damaged pack is said to be one, and the others are used", () => {
  const whole = evaluate([g1145], {}, { today });
  const damaged = { id: "g-1145", data: g1145.data.replace(/.{4}$/, "AAAA") };
  for (const pack of [damaged, { id: "x", data: "" }, { id: "x", data: "???" }, {}, null, 7, "g-1145"]) {
    const { findings, ...rest } = evaluate([pack, g1145], {}, { today });
    assert.deepEqual(findings.map(({ code }) => code), ["pack/damaged"], JSON.stringify(pack));
    assert.deepEqual({ ...rest, findings: [] }, whole);
  }
});

test("whatever is given, nothing is thrown", () => {
  const throwing = {
    get filed() {
      throw new Error("no");
    },
  };
  const trap = new Proxy({}, { ownKeys: () => { throw new Error("no"); } });
  for (const packs of [undefined, null, 1, "x", [], {}, [[]], trap])
    assert.deepEqual(evaluate(packs, {}, { today }).screens, [], String(packs === trap));
  const nothing = statuses(evaluate([g1145], {}, { today }));
  for (const answers of [undefined, null, 1, "x", [], trap, Symbol("x"), () => 1])
    assert.deepEqual(statuses(evaluate([g1145], answers, { today })), nothing);
  for (const options of [undefined, null, 1, { today: 5, locale: {}, show: 3 }, trap])
    assert.equal(evaluate([g1145], {}, options).screens.length, nothing.length);
  assert.deepEqual(codes(evaluate([g1145], throwing)), ["answer/unknown-fact filed"]);
});

test("an answer that is none is said to be none", once, () => {
  const said = (answer) => codes(evaluate([g1145], { "filing.sent_to": answer }, { today }));
  assert.deepEqual(said("nowhere"), ["answer/unreadable filing.sent_to"]);
  for (const answer of [1, true, {}, [], [[]], 1n, new Date(0)]) assert.deepEqual(said(answer), ["answer/unreadable filing.sent_to"]);
  assert.deepEqual(said(undefined), []);
  assert.deepEqual(said(""), []);
  const long = "x".repeat(100_000_000);
  assert.deepEqual(said(long), ["answer/unreadable filing.sent_to"]);
  const name = evaluate([g1145], { "filing.sent_to": "lockbox", "applicant.family_name": long }, { today });
  assert.deepEqual(codes(name), ["text/too-long applicant.family_name"]);
  const half = evaluate([g1145], { "filing.sent_to": "lockbox", "applicant.family_name": "Ib\ud83darra" }, { today });
  assert.deepEqual([codes(half), half.boxes], [["answer/unreadable applicant.family_name"], evaluate([g1145], { "filing.sent_to": "lockbox" }, { today }).boxes]);
  const many = Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`fact${i}`, "x"]));
  assert.equal(evaluate([g1145], many, { today }).findings.length, 20_000);
  for (const name of ["", ".", ",", "\0", "\u0001", "__proto__", "a\0b", "🗽\ud83d"]) {
    const { findings } = evaluate([g1145], { [name]: "x", "filing.sent_to": "nowhere" }, { today });
    assert.equal(findings.at(-1).field, "filing.sent_to", JSON.stringify(name));
  }
});

test("more packets than are kept", () => {
  const first = evaluate([g1145], {}, { today });
  for (let i = 0; i < 20; i++) evaluate(Array(i).fill(account), {}, { today });
  assert.deepEqual(evaluate([g1145], {}, { today }), first);
});

// ── The module beside the crate

/** Mulberry32: the sessions are the same each time. */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const TEXTS = [
  "Ibarra", "José", "O'Brien", "a\0b\u0001", "\ud83d", "🗽 9", "", " ", "0912-3456-7890", "IOE0912345678", "A012345678",
  "EAC2212345678", "rosa@example.com", "rosa@", "(555) 010-0199", "x".repeat(60), "x".repeat(5000), "10/05/1967", "2026-02-30",
];

/** Answers as people give them: a screen after the other, some wrong, some changed later. */
function* sessions(packs, count) {
  const next = random(count);
  const one = (all) => all[Math.floor(next() * all.length)];
  let answers = {};
  for (let i = 0; i < count; i++) {
    const options = { today: one([today, "2020-02-29", ""]), locale: one(["en", "es"]) };
    const { current, screens } = evaluate(packs, answers, options);
    const { pack, id } = one(screens);
    options.show = one([`${pack}/${id}`, "", "x/y"]);
    yield { answers, options };
    if (current === null || next() < 0.05) {
      // Begun anew, or what stands there changed: what was said further on may be set aside.
      const names = Object.keys(answers);
      answers = next() < 0.5 ? {} : { ...answers, [one(names) ?? "x"]: one([true, null, "x", undefined]) };
      continue;
    }
    answers = { ...answers };
    if (current.list !== null && !(current.list in answers)) answers[current.list] = Array(one([0, 1, 1, 3])).fill({});
    for (const { fact, kind, options: choices } of current.questions) {
      const right = kind === "yes-no" ? [true, false] : kind === "choice" ? choices.map((choice) => choice.id) : [one(TEXTS), null];
      put(answers, fact, next() < 0.9 ? one(right) : one([true, null, undefined, 5, "x", [{}]]));
    }
  }
}

/** An answer where it stands; the lists of other sessions stay as they are. */
function put(answers, fact, answer) {
  const [, list, entry, member] = /^(.*)\[(\d+)\]\.(.*)$/.exec(fact) ?? [];
  if (list === undefined) answers[fact] = answer;
  else if (Array.isArray(answers[list])) answers[list] = answers[list].with(entry, { ...answers[list][entry], [member]: answer });
}

test("an answer to what is asked takes no progress away", once, () => {
  let asked = 0;
  for (const packs of [...all.map((pack) => [pack]), [account, g1145]]) {
    for (const { answers } of sessions(packs, 40)) {
      const { current, progress } = evaluate(packs, answers, { today });
      for (const { fact, kind, options, answered } of current?.questions ?? []) {
        if (answered) continue;
        const right = kind === "yes-no" ? [true, false] : kind === "choice" ? options.map(({ id }) => id) : [...TEXTS, null];
        for (const answer of right) {
          const more = { ...answers };
          put(more, fact, answer);
          const then = evaluate(packs, more, { today }).progress;
          assert.ok(then.done >= progress.done && then.done <= then.total, `${fact}: ${answer}`);
          asked++;
        }
      }
    }
  }
  assert.ok(asked > 2000, asked);
});

test("the crate says the same, byte for byte", once, () => {
  const program = process.env.PREFILE_SESSIONS;
  assert.ok(program, "cargo xtask test --only npm names the program");
  for (const packs of [...all.map((pack) => [pack]), [account, g1145], all]) {
    const asked = [...sessions(packs, packs.length > 2 ? 200 : 800)];
    const hex = (bytes) => Buffer.from(bytes).toString("hex");
    const lines = asked.map(({ answers, options: { today: day, locale, show } }) =>
      [day.replaceAll("-", ""), locale, show, hex(flat(answers))].join("\t"),
    );
    const packed = packs.map(({ data }) => hex(Buffer.from(data, "base64"))).join(" ");
    const run = spawnSync(program, { input: [packed, ...lines, ""].join("\n"), encoding: "utf8", maxBuffer: 2 ** 30 });
    assert.equal(run.status, 0, run.stderr);
    const [names, ...natively] = run.stdout.trimEnd().split("\n");
    const codes = names.split(" ");
    assert.equal(natively.length, asked.length);
    asked.forEach(({ answers, options }, i) => {
      const found = JSON.parse(natively[i]);
      for (const finding of found.findings) {
        if (typeof finding.code !== "number") continue;
        finding.code = codes[finding.code];
        finding.source = explain(finding.code).source;
      }
      assert.equal(JSON.stringify(evaluate(packs, answers, options)), JSON.stringify(found));
    });
  }
});

/** As pkg/src/flat.ts writes answers. */
function flat(answers, outer = true) {
  const plain = (text) => text.toWellFormed().replace(/[\0\u0001]/g, (sign) => (sign === "\0" ? "\u0001\u0002" : "\u0001\u0001"));
  let out = "";
  for (const [name, answer] of Object.entries(answers)) {
    const piece =
      typeof answer === "string" ? (answer.length > 4096 ? `o${answer.length}` : answer.isWellFormed() ? `s${plain(answer)}` : "u")
      : answer === true ? "t" : answer === false ? "f" : answer === null ? "n" : answer === undefined ? undefined
      : outer && Array.isArray(answer) ? `l\0${answer.map((entry) => `${flat(entry, false)},\0`).join("")}.` : "u";
    if (piece !== undefined) out += `${plain(name)}\0${piece}\0`;
  }
  return out;
}
