// Bad inputs by the thousand, in every place of every function (tests/inputs/). Browsers are asked by
// tests/browser/inputs.spec.ts.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as prefile from "prefile";
import { fields } from "prefile/fields";
import { evaluate } from "prefile/guide";
import * as js from "prefile/js";
import "prefile/locales/es";
import pack from "prefile/packs/g-1145";
import { comparePdfs, fillPdf, openPdf } from "prefile/pdf";
import { prefileResolver } from "prefile/react-hook-form";
import { strength } from "prefile/strength";
import { INPUTS, faults } from "../inputs/ask.mjs";
import { FORM, pdf } from "../pdf.mjs";

const rest = { fields, prefileResolver, strength, evaluate, pack, openPdf, fillPdf, comparePdfs, blank: pdf(FORM) };

test("there are enough", () => assert.ok(INPUTS > 2_500, `${INPUTS} inputs`));

// Without WebAssembly it takes ten times as long: one text in eight.
for (const [name, build, step] of [["prefile", prefile, 1], ["prefile/js", js, 8]])
  test(`nothing throws, and every answer has its shape: ${name}`, () => {
    const { said, calls } = faults({ prefile: build, ...rest }, step);
    assert.deepEqual(said, []);
    assert.ok(calls > 70_000 / step, `${calls} calls`);
  });
