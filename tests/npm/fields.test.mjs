// A whole form as one schema, and React Hook Form's resolver made of it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { aNumber, checker, receiptNumber, ssn } from "prefile";
import { fields } from "prefile/fields";
import { findingOf, prefileResolver } from "prefile/react-hook-form";

const CHECKERS = { aNumber, "sponsor.ssn": ssn.with({ optional: true }), "children.*.birth": checker("date-of-birth") };
const validate = fields(CHECKERS)["~standard"].validate;
const where = (values) => validate(values).issues.map(({ path, finding }) => [...path, finding?.code]);

test("canonical in the boxes that are checked, untouched elsewhere", () => {
  const typed = { aNumber: "a 12 345 678", note: { text: " x " }, sponsor: { name: "Ibarra" }, children: [{ birth: "10/05/1987", name: "R" }] };
  const before = structuredClone(typed);
  const { value, issues } = validate(typed);
  assert.equal(issues, undefined);
  assert.deepEqual(value, {
    aNumber: "A012345678",
    note: { text: " x " },
    sponsor: { name: "Ibarra", ssn: "" },
    children: [{ birth: "1987-10-05", name: "R" }],
  });
  assert.deepEqual(typed, before);
  assert.equal(value.note, typed.note);
});

test("each issue leads to its box", () => {
  const values = { aNumber: "A12345", sponsor: { ssn: "1" }, children: [{ birth: "10/05/1987" }, { birth: "" }, null] };
  assert.deepEqual(where(values), [
    ["aNumber", "a-number/too-short"],
    ["sponsor", "ssn", "ssn/too-short"],
    ["children", 1, "birth", "date-of-birth/empty"],
    ["children", 2, "birth", "date-of-birth/empty"],
  ]);
  assert.deepEqual(validate(values).issues.map(({ finding }) => finding.field), ["aNumber", "sponsor.ssn", "children.1.birth", "children.2.birth"]);
});

test("a list stays one, by whatever name its rows are called", () => {
  const children = [{ ssn: "219 09 9998" }, { ssn: "x" }];
  const first = prefileResolver({ "children.0.ssn": ssn })({ children }, undefined, {});
  assert.deepEqual(first, { values: { children: [{ ssn: "219099998" }, { ssn: "x" }] }, errors: {} });
  const second = fields({ "children.1.ssn": ssn })["~standard"].validate({ children });
  assert.deepEqual(second.issues[0].path, ["children", 1, "ssn"]);
  assert.ok(Array.isArray(prefileResolver({ "children.1.ssn": ssn })({ children }, undefined, {}).errors.children));
  assert.deepEqual(fields({ "0": ssn })["~standard"].validate(["219 09 9998", "x"]), { value: ["219099998", "x"] });
  // What only looks like the place of a row.
  assert.deepEqual(fields({ "case.1": ssn })["~standard"].validate({ case: { 1: "219 09 9998" } }), { value: { case: { 1: "219099998" } } });
});

test("where no box can be, nothing passes", () => {
  const optional = ssn.with({ optional: true });
  const refused = (name, values) => assert.deepEqual(fields({ [name]: optional })["~standard"].validate(values).issues?.map(({ finding }) => finding), [undefined], name);
  for (const what of ["hello", 7, null, undefined, true, () => {}, ["x"]]) refused("ssn", what);
  for (const what of ["hello", 7, true, () => {}, [], [{ ssn: "" }]]) refused("sponsor.ssn", { sponsor: what });
  refused("rows.0.ssn", { rows: Object.assign([], { length: 2 ** 32 - 1 }) });
  for (const none of [undefined, null]) assert.deepEqual(fields({ "sponsor.ssn": optional })["~standard"].validate({ sponsor: none }).value, { sponsor: { ssn: "" } });
});

test("whatever is handed over", () => {
  const boom = () => { throw new Error("boom"); };
  for (const what of [undefined, null, 7, "x", [], () => {}, { children: "x" }, { sponsor: 7 }])
    assert.deepEqual(where(what)[0], ["aNumber", "a-number/empty"]);
  const trap = { get aNumber() { return boom(); } };
  assert.deepEqual(validate(trap).issues, [{ message: "This could not be checked.", path: [], finding: undefined }]);
  assert.deepEqual(validate(new Proxy({}, { getOwnPropertyDescriptor: boom, ownKeys: boom })).issues[0].path, []);
  assert.deepEqual(where(Object.create({ aNumber: "A012345678" }))[0], ["aNumber", "a-number/empty"]);
  const named = fields({ "__proto__.x": aNumber, ["__proto__"]: aNumber, "constructor.prototype.y": aNumber })["~standard"];
  named.validate({ ["__proto__"]: { x: "A012345678" } });
  named.validate(JSON.parse(`{ "__proto__": { "x": "A012345678" }, "constructor": { "prototype": { "y": "A012345678" } } }`));
  assert.equal({}.x, undefined);
  assert.equal({}.y, undefined);
});

test("the resolver keeps what was found", () => {
  const resolve = prefileResolver({ "case.receipt": receiptNumber, "rows.*.ssn": ssn });
  const { values, errors } = resolve({ case: { receipt: "EAC22123456O8" }, rows: [{ ssn: "219-09-9998" }, { ssn: "1" }] }, undefined, {});
  assert.deepEqual(values, {});
  assert.equal(errors.case.receipt.type, "receipt-number/letter-for-digit");
  assert.equal(errors.case.receipt.types, undefined);
  assert.equal(findingOf(errors.case.receipt).fix.text, "EAC2212345608");
  assert.ok(Array.isArray(errors.rows));
  assert.equal(errors.rows[0], undefined);
  assert.equal(errors.rows[1].ssn.type, "ssn/too-short");
  assert.equal(findingOf(undefined), undefined);
  const right = resolve({ case: { receipt: "eac2212345608" }, rows: [] }, undefined, {});
  assert.deepEqual(right, { values: { case: { receipt: "EAC2212345608" }, rows: [] }, errors: {} });
});

test("every error of a box, where the form asks for all", () => {
  const { errors } = prefileResolver({ password: checker("password") })({ password: "x" }, undefined, { criteriaMode: "all" });
  assert.ok(Object.keys(errors.password.types).length > 2);
  assert.equal(errors.password.types[errors.password.type], errors.password.message);
});

test("what cannot be checked is an error of the form", () => {
  const { errors } = prefileResolver({ aNumber })({ get aNumber() { throw new Error("boom"); } }, undefined, {});
  assert.deepEqual(errors.root, { type: "text/not-read", message: "This could not be checked.", finding: undefined });
});

test("the browser is told, where the form has it show what is wrong", () => {
  const told = [];
  const box = (name) => ({ setCustomValidity: (message) => told.push(`${name}: ${message}`), reportValidity: () => told.push(`${name} shown`) });
  const fields = { aNumber: { ref: box("A") }, case: { receipt: { ref: box("R") } }, rows: [{ ssn: { ref: {}, refs: [box("S")] } }], city: { ref: { focus() {} } } };
  const names = ["aNumber", "case.receipt", "rows.0.ssn", "city", "gone"];
  const resolve = prefileResolver({ aNumber, "case.receipt": receiptNumber, "rows.*.ssn": ssn });
  const typed = { aNumber: "A012345678", case: { receipt: "EAC22" }, rows: [{ ssn: "1" }], city: "" };
  const { errors } = resolve(typed, undefined, { shouldUseNativeValidation: true, names, fields });
  assert.deepEqual(told, ["A: ", `R: ${errors.case.receipt.message}`, `S: ${errors.rows[0].ssn.message}`, "R shown"]);
  told.length = 0;
  resolve({ ...typed, case: { receipt: "EAC2212345608" }, rows: [] }, undefined, { shouldUseNativeValidation: true, names, fields });
  assert.deepEqual(told, ["A: ", "R: ", "S: "]);
  told.length = 0;
  resolve(typed, undefined, { names, fields });
  resolve(typed, undefined, { shouldUseNativeValidation: true });
  assert.deepEqual(told, []);
});
