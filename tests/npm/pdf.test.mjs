// Official PDFs through the installed package.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import vm from "node:vm";
import { FORM, pdf, person } from "../pdf.mjs";

const { comparePdfs, explain, fillPdf, openPdf } = await import("prefile/pdf");
const core = await import("prefile");
await import("prefile/locales/es");
await import("prefile/pdf/locales/es");

const today = "2026-11-22";
const codes = ({ findings }) => findings.map(({ code }) => code);

test("bytes of any sort, of this window or of another", () => {
  const bytes = new Uint8Array(pdf(FORM));
  const opened = openPdf(bytes, { today });
  assert.equal(opened.fields.length, 7);
  const inside = new Uint8Array(bytes.length + 20);
  inside.set(bytes, 7);
  const elsewhere = vm.runInNewContext("(bytes) => Uint8Array.from(bytes)")(bytes);
  assert.ok(!(elsewhere instanceof Uint8Array));
  const same = [bytes.buffer, Buffer.from(bytes), elsewhere, elsewhere.buffer, new DataView(inside.buffer, 7, bytes.length), inside.subarray(7, 7 + bytes.length)];
  for (const one of same) {
    assert.deepEqual(openPdf(one, { today }), opened);
    assert.ok(fillPdf(one, {}).bytes.length > 0);
  }
  assert.deepEqual(new Uint8Array(bytes.buffer), new Uint8Array(pdf(FORM)));
  // What only says that it has some.
  const lying = Object.defineProperty(new Uint8Array(bytes), "buffer", { value: 2 ** 40 });
  for (const none of [lying, Object.create(Uint8Array.prototype), { buffer: bytes.buffer, byteOffset: 0, byteLength: 9 }, new Proxy(bytes, {}), [...bytes]])
    assert.deepEqual(codes(openPdf(none)), ["pdf/not-a-pdf"]);
});

test("boxes, with what is wrong in them", () => {
  const opened = openPdf(pdf(FORM), { today });
  assert.deepEqual(opened.form, { id: "I-90", edition: "2025-01-20" });
  assert.deepEqual(opened.pages[1], { page: 2, form: "I-90", edition: "2025-01-20", width: 612, height: 792 });
  assert.deepEqual(opened.fields.map(({ type, answered }) => [type, answered]), [
    ["text", false],
    ["text", false],
    ["text", true],
    ["text", true],
    ["text", true],
    ["check", true],
    ["check", false],
  ]);
  const { findings, ...own } = opened.fields[3];
  assert.deepEqual(own, {
    name: "form1[0].P1_Alien[0]",
    page: 1,
    part: "1",
    item: "1.",
    label: "Enter Alien Registration Number (A-Number).",
    kind: "a-number",
    whose: "applicant",
    purpose: null,
    type: "text",
    value: "A12345",
    acrobatValue: null,
    answered: true,
    readOnly: false,
    maxLength: null,
    boxes: [{ page: 1, left: 320, top: 174, width: 160, height: 18, state: null }],
  });
  assert.equal(findings.length, 1);
  assert.equal(findings[0], opened.findings[1]);
  assert.equal(opened.fields[5].boxes[0].state, "M");
  assert.deepEqual(codes(opened), ["pages/missing", "a-number/too-short", "edition/newest-read"]);
});

test("a finding is whole", () => {
  const findings = openPdf(pdf(FORM), { today }).findings;
  const short = findings.find(({ code }) => code === "a-number/too-short");
  assert.equal(short.field, "form1[0].P1_Alien[0]");
  assert.equal(short.place, "Part 1, Item 1");
  assert.equal(short.severity, "error");
  assert.match(short.message, /^An A-Number has 7 to 9 digits; this has 5\./);
  assert.ok(short.why.length > 20);
  assert.match(short.source.read, /^\d{4}-\d\d-\d\d$/);
  const missing = findings.find(({ code }) => code === "pages/missing");
  assert.equal(missing.field, null);
  assert.match(missing.message, /: 3, 4, 5, 6 and 7\./);
  const edition = findings.find(({ code }) => code === "edition/newest-read");
  assert.deepEqual(edition.source, { title: "Form I-90", url: "https://www.uscis.gov/i-90", read: "2026-11-21" });
});

test("in Spanish", () => {
  const opened = openPdf(pdf(FORM), { today, locale: "es-MX" });
  assert.deepEqual(codes(opened), codes(openPdf(pdf(FORM), { today })));
  const message = (code) => opened.findings.find((finding) => finding.code === code).message;
  assert.match(message("a-number/too-short"), /dígitos/);
  assert.match(message("pages/missing"), /faltan estas páginas en el archivo: 3, 4, 5, 6 y 7\./);
  assert.equal(openPdf(pdf(FORM), { locale: "x" }).findings[0].message, openPdf(pdf(FORM)).findings[0].message);
});

test("places are counted as slice counts them", () => {
  const value = "\u{1F5FD}García\u0430";
  const fields = [{ name: "P1_Family", tip: "Part 1. 3.a. Enter Family Name.", value }];
  const opened = openPdf(pdf({ pages: [null], fields }), { today });
  assert.equal(opened.fields[0].value, value);
  const spans = opened.fields[0].findings.filter(({ span }) => span !== null).map(({ span }) => value.slice(span.start, span.end));
  assert.ok(spans.includes("\u0430"), JSON.stringify(opened.fields[0].findings));
});

test("whatever is given, there is an answer", () => {
  for (const wrong of [undefined, null, 5, "text", {}, [], new ArrayBuffer(8), new Uint8Array(), new Uint8Array(50)]) {
    const opened = openPdf(wrong, wrong);
    assert.deepEqual([codes(opened), opened.form, opened.pages, opened.fields], [["pdf/not-a-pdf"], null, [], []]);
    assert.deepEqual(structuredClone(opened), opened);
  }
  assert.deepEqual(codes(openPdf(new Uint8Array(100 * 2 ** 20))), ["pdf/too-large"]);
  const throwing = new Proxy({}, { get: () => { throw new Error("no"); }, getOwnPropertyDescriptor: () => { throw new Error("no"); } });
  assert.equal(openPdf(pdf(FORM), throwing).fields.length, 7);
});

test("cut off at every tenth", () => {
  const whole = pdf(FORM);
  for (let tenth = 1; tenth < 10; tenth++) {
    const opened = openPdf(whole.slice(0, (whole.length * tenth) / 10), { today });
    assert.ok(opened.findings.length > 0, `at ${tenth} tenths`);
  }
});

const PACKET = [
  person("I-485", "Ibarra", "Ana", "012345678"),
  new Uint8Array(9),
  person("I-765", "IBARRA", "Ana", "A# 12-345-678"),
  person("I-131", "Ibarra", "Ana", "087654321"),
  person("I-90", "Lima", "Rosa", "087650000"),
].map((bytes) => openPdf(bytes, { today }));

test("files that do not agree", () => {
  const [only, ...more] = comparePdfs(PACKET, { today });
  assert.deepEqual(more, []);
  const { why, source, ...rest } = only;
  assert.deepEqual(rest, {
    code: "packet/differs",
    severity: "warning",
    message: "This is not the same as on the I-485 (Part 1, Item 2). If it is the same person, make both the same.",
    span: null,
    fix: null,
    looksLike: null,
    file: 3,
    field: "form1[0].Number[0]",
    place: "Part 1, Item 2",
    other: { file: 0, field: "form1[0].Number[0]", place: "Part 1, Item 2" },
  });
  assert.ok(why.length > 20 && source.url.startsWith("https://www.uscis.gov/"));
  const [spanish] = comparePdfs(structuredClone(PACKET), { today, locale: "es" });
  assert.match(spanish.message, /^Esto no es igual que en el I-485 \(Parte 1, Item 2\)/);
  assert.deepEqual(comparePdfs(PACKET.slice(0, 3)), []);
});

test("whatever is compared, nothing is thrown", () => {
  const throwing = new Proxy({}, { getOwnPropertyDescriptor: () => { throw new Error("no"); } });
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  const field = { ...PACKET[3].fields[3], answered: true };
  const odd = [5, null, NaN, {}, [], "a\0b", "\ud800", throwing].flatMap((wrong) => Object.keys(field).map((name) => ({ ...field, [name]: wrong })));
  for (const wrong of [undefined, null, 5, "text", {}, throwing, proxy, new Array(2 ** 32 - 1)]) {
    assert.deepEqual(comparePdfs(wrong, wrong), []);
    assert.deepEqual(comparePdfs([wrong, wrong], wrong), []);
    assert.deepEqual(comparePdfs([{ form: wrong, fields: wrong }, PACKET[0]]), []);
    assert.equal(comparePdfs([wrong, PACKET[0], { form: wrong, fields: odd }, PACKET[3]]).length, 1);
  }
});

test("every code says what it means", () => {
  const own = explain("box/both-checked");
  assert.equal(own.what, "Two boxes are checked of which only one can be.");
  assert.deepEqual([own.code, own.severity, own.example], ["box/both-checked", "error", "Yes"]);
  assert.match(own.source.read, /^\d{4}-\d\d-\d\d$/);
  assert.match(explain("box/both-checked", "es").what, /marcadas/);
  for (const code of new Set([...codes(openPdf(pdf(FORM))), "packet/differs"])) assert.equal(explain(code).code, code);
  assert.deepEqual(explain("a-number/too-short", "es"), core.explain("a-number/too-short", "es"));
  for (const wrong of [undefined, null, 5, {}, "", "box", "i-765/check", "x".repeat(2 ** 20)]) assert.equal(explain(wrong, wrong), null);
});

const FAMILY = "form1[0].P1_Family[0]";
const NUMBER = "form1[0].P1_Alien[0]";
const FEMALE = "form1[0].P2_Female[0]";
const value = (bytes, name) => openPdf(bytes).fields.find((field) => field.name === name).value;

test("values are written, and read again", () => {
  const blank = pdf(FORM);
  const before = blank.slice();
  const values = { [NUMBER]: "012345678", [FEMALE]: "F" };
  const filled = fillPdf(blank, values, { replace: true, form: { id: "I-90", edition: "2025-01-20" } });
  assert.deepEqual(filled.findings, []);
  assert.equal(value(filled.bytes, NUMBER), "012345678");
  assert.equal(value(filled.bytes, FEMALE), "F");
  assert.equal(value(filled.bytes, FAMILY), "Ibarra");
  assert.deepEqual(blank, before);
  assert.deepEqual(fillPdf(blank, values, { replace: true }).bytes, filled.bytes);
});

test("what is not written is told", () => {
  const values = { [FAMILY]: "L\u00f3pez", nothing: "1", [FEMALE]: 5, [NUMBER]: "A12345" };
  const { bytes, findings } = fillPdf(pdf(FORM), values);
  assert.deepEqual(findings.map(({ code, field, place, severity }) => [code, field, place, severity]), [
    ["fill/no-such-box", "nothing", null, "error"],
    ["fill/other-answer", FAMILY, "Part 1, Item 3.a", "warning"],
    ["fill/no-such-choice", FEMALE, "Part 1, Item 8", "error"],
  ]);
  assert.equal(value(bytes, FAMILY), "Ibarra");
  const [first] = fillPdf(pdf(FORM), values, { locale: "es" }).findings;
  assert.match(first.message, /no tiene ninguna casilla con el nombre nothing/);
});

test("what has no room stands on a sheet of its own", () => {
  const tip = (text) => `Part 8. Additional Information. 3. ${text}`;
  const space = [["Page", 60, 120], ["Part", 140, 200], ["Item", 220, 290]].map(([name, left, right]) =>
    ({ name, page: 2, rect: [left, 400, right, 418], tip: tip(`Enter ${name} Number.`) }));
  const more = { name: "More", page: 2, rect: [60, 200, 290, 394], tip: tip("Enter Additional Information."), flags: 4096 };
  const blank = pdf({ ...FORM, fields: [...FORM.fields, ...space, more] });
  const story = "We moved from town to town. ".repeat(80).trim();
  const values = { Page: "3", Part: "2", Item: "5.b.", More: story };
  const { bytes, sheet, findings } = fillPdf(blank, values);
  assert.deepEqual(codes({ findings }), ["fill/on-sheet"]);
  const { bytes: paper, ...rest } = sheet;
  const entries = [{ field: "More", page: "3", part: "2", item: "5.b.", text: story }];
  assert.deepEqual(rest, { pages: 1, familyName: "", givenName: "", middleName: "", aNumber: "", entries });
  assert.deepEqual(codes(openPdf(paper)), ["pdf/no-boxes"]);
  assert.equal(openPdf(paper).pages.length, 1);
  assert.ok(story.startsWith(value(bytes, "More")));
  assert.equal(fillPdf(blank, { More: "We moved." }).sheet, null);
  assert.equal(fillPdf(new Uint8Array(), values).sheet, null);
});

test("another form, another edition, and what is no form are not filled", () => {
  const form = pdf(FORM);
  const code = (meant, bytes) => {
    const before = structuredClone(bytes);
    const filled = fillPdf(bytes, { [NUMBER]: "012345678" }, { replace: true, form: meant });
    assert.equal(filled.bytes.length, 0);
    assert.deepEqual(bytes, before);
    return filled.findings.map(({ code }) => code);
  };
  assert.deepEqual(code({ id: "N-400", edition: "2025-01-20" }, form), ["fill/other-form"]);
  assert.deepEqual(code({ id: "I-90", edition: "2024-01-20" }, form), ["fill/other-edition"]);
  assert.deepEqual(code({ id: "I-90", edition: "tomorrow" }, form), ["fill/other-edition"]);
  assert.deepEqual(code(5, form), ["fill/other-form"]);
  const unmarked = pdf({ ...FORM, pages: [null, null] });
  assert.deepEqual(code({ id: "I-90", edition: "2025-01-20" }, unmarked), ["fill/unknown-form"]);
  for (const wrong of [undefined, null, 5, "text", {}, [], new Uint8Array(), new Uint8Array(50)]) {
    assert.deepEqual(code(undefined, wrong), ["pdf/not-a-pdf"]);
  }
  assert.deepEqual(code(undefined, form.slice(0, -40)), ["pdf/damaged"]);
  assert.deepEqual(code(undefined, new Uint8Array(100 * 2 ** 20)), ["pdf/too-large"]);
});

test("another edition is filled as far as it is sure, if that is wanted", () => {
  const [own, given] = ["Line1a_FamilyName[0]", "Line1b_GivenName[0]"].map((name) => `form1[0].Page1[0].${name}`);
  const tip = "Part 2. Information About You. Your Full Legal Name. 3. A. Enter Family Name (Last Name).";
  const fields = [{ name: own, tip }, { name: given, tip: "Part 2. 9. Enter Shoe Size." }, { name: "new", tip: "Part 2. 10. Enter Hat Size." }];
  const older = pdf({ pages: ["I-765|01/20/24|1"], fields });
  const before = older.slice();
  const form = { id: "I-765", edition: "2025-08-21" };
  const refused = fillPdf(older, { [own]: "Ibarra" }, { form });
  assert.deepEqual(codes(refused), ["fill/other-edition"]);
  assert.equal(refused.bytes.length, 0);
  const { same, moved, renamed, reworded, added, gone } = refused.changes;
  assert.deepEqual([same, moved.length, renamed.length, reworded.length, gone.length], [0, 1, 0, 1, 143]);
  const place = (name, item) => ({ name, page: 1, part: "2", item });
  assert.deepEqual(moved, [{ from: place(own, "1.a."), to: place(own, "3.a.") }]);
  assert.deepEqual(reworded, [{ from: place(given, "1.b."), to: place(given, "9.") }]);
  assert.deepEqual(added, [place("new", "10.")]);
  const values = { [own]: "Ibarra", [given]: "Ana", [gone[0].name]: "1", "no name": "1" };
  const filled = fillPdf(older, values, { form, otherEdition: true });
  assert.deepEqual(filled.changes, refused.changes);
  assert.deepEqual(codes(filled), ["fill/in-other-edition", "fill/not-found", "fill/not-found", "fill/no-such-box"]);
  // What asks something else is not written.
  assert.deepEqual([own, given].map((name) => value(filled.bytes, name)), ["Ibarra", ""]);
  assert.deepEqual(older, before);
  // Nor is anything compared that is the same edition, or one of which nothing is known.
  assert.equal(fillPdf(pdf(FORM), {}, { form: { id: "I-90", edition: "2025-01-20" } }).changes, null);
  assert.equal(fillPdf(older, {}, { form: { id: "I-765", edition: "2023-01-20" } }).changes, null);
});

test("whatever the values are, nothing is thrown", () => {
  const throwing = new Proxy({}, { ownKeys: () => { throw new Error("no"); } });
  for (const wrong of [undefined, null, 5, "text", [], throwing]) {
    const { bytes, findings } = fillPdf(pdf(FORM), wrong, wrong);
    assert.ok(bytes.length > 0);
    assert.ok(findings.every(({ code }) => code === "fill/no-such-box"), JSON.stringify(findings));
  }
  const letters = fillPdf(pdf(FORM), { "form1[0].P1_Given[0]": "a\0b\ud800" }, { replace: true });
  assert.deepEqual(codes(letters), ["fill/no-such-letter"]);
  assert.equal(letters.findings[0].fix, null);
  const [{ fix }] = fillPdf(pdf(FORM), { "form1[0].P1_Given[0]": "Łucja" }, { replace: true }).findings;
  assert.deepEqual(fix, { text: "Lucja", safety: "ask" });
});

const forms = process.env.PREFILE_FORMS;
test("official forms", { skip: forms === undefined && "PREFILE_FORMS does not say where they are" }, () => {
  const files = readdirSync(forms).filter((name) => name.endsWith(".pdf"));
  assert.ok(files.length > 0);
  for (const name of files) {
    const opened = openPdf(new Uint8Array(readFileSync(path.join(forms, name))), { today });
    assert.ok(opened.fields.length > 0 && opened.pages.length > 0, name);
    assert.ok(opened.fields.every(({ answered }) => !answered) || /i-9_|765ws/.test(name), name);
  }
});
