// prefile/pdf beside pdf-lib, filling the same official forms: every text box and check box of each.
// node benches/fill.mjs <folder of the forms> <Python with pypdf and pikepdf>
//
// Needs the built package (cargo xtask build --only package) and the peers (npm ci in benches/). Times are
// milliseconds of the processor, the best of some rounds, both sides in turn, from the bytes of the blank to those
// of the filled file. pdf-lib does not decrypt: it gets a copy that pikepdf has decrypted. What came out, a third
// program says (benches/filled.py).
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const [, , folder, python, only] = process.argv;
const FORMS = ["i-485_01-20-25", "n-400_01-20-25", "i-765_08-21-25", "i-90_01-20-25", "g-1145_09-26-14"];
const ROUNDS = 5;

const { fillPdf, openPdf } = await import(new URL("../pkg/dist/pdf.js", import.meta.url));
const { PDFDocument, PDFCheckBox, PDFTextField } = await import("pdf-lib");
// It says each time that it leaves a part out.
console.warn = () => {};

const out = new URL("../target/benches/", import.meta.url).pathname;
mkdirSync(out, { recursive: true });

/** Milliseconds of the processor that something takes. */
async function cost(work) {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1000, result];
}

/** Something that each box holds. */
function valuesOf(blank) {
  const open = openPdf(blank).fields.filter(({ readOnly, name }) => !readOnly && !/signature|sig\[/i.test(name));
  return Object.fromEntries(open.flatMap(({ name, type, maxLength, boxes }, at) => {
    if (type === "check") return boxes[0]?.state == null ? [] : [[name, boxes[0].state]];
    return type === "text" ? [[name, `${1234567890 + at}123`.slice(0, Math.min(maxLength ?? 6, 11))]] : [];
  }));
}

if (only === "--first") {
  // In a process of its own: the module and the first form.
  const blank = new Uint8Array(readFileSync(path.join(folder, `${FORMS[0]}.pdf`)));
  const values = JSON.parse(readFileSync(`${out}first.json`, "utf8"));
  const start = performance.now();
  const [first] = await cost(() => fillPdf(blank, values, { replace: true }));
  console.log(JSON.stringify([first, performance.now() - start]));
  process.exit();
}

async function byPdfLib(plain, values) {
  const document = await PDFDocument.load(plain);
  const form = document.getForm();
  let refused = 0;
  for (const [name, value] of Object.entries(values)) {
    try {
      const field = form.getField(name);
      if (field instanceof PDFCheckBox) field.check();
      else if (field instanceof PDFTextField) field.setText(value);
      else refused += 1;
    } catch {
      refused += 1;
    }
  }
  return { bytes: await document.save(), refused };
}

async function outcome(work) {
  try {
    return (await work()) ?? "done";
  } catch (error) {
    return error.constructor.name === "Error" ? error.message.split(/[.:]/)[0] : error.constructor.name;
  }
}

const rows = [], right = [];
for (const stem of FORMS) {
  const file = path.join(folder, `${stem}.pdf`);
  const blank = new Uint8Array(readFileSync(file));
  execFileSync(python, ["-c", "import sys, pikepdf; pikepdf.open(sys.argv[1]).save(sys.argv[2])", file, `${out}${stem}.pdf`]);
  const plain = new Uint8Array(readFileSync(`${out}${stem}.pdf`));
  const values = valuesOf(blank);
  const sides = {
    ours: () => fillPdf(blank, values, { replace: true }),
    "pdf-lib": () => byPdfLib(plain, values),
  };
  const best = {}, made = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [side, work] of Object.entries(sides)) {
      const [time, result] = await cost(work);
      best[side] = Math.min(best[side] ?? Infinity, time);
      made[side] = result;
    }
  }
  const refused = made.ours.findings.filter(({ code, severity }) => code.startsWith("fill/") && severity === "error").length;
  rows.push({
    form: stem, boxes: Object.keys(values).length, "blank, KB": Math.round(blank.length / 1000),
    "ours, ms": Math.round(best.ours), "pdf-lib, ms": Math.round(best["pdf-lib"]),
    "pdf-lib / ours": Number((best["pdf-lib"] / best.ours).toFixed(1)),
    "ours, KB": Math.round(made.ours.bytes.length / 1000), "pdf-lib, KB": Math.round(made["pdf-lib"].bytes.length / 1000),
  });
  writeFileSync(`${out}values.json`, JSON.stringify(values));
  for (const [side, { bytes }] of Object.entries(made)) {
    writeFileSync(`${out}${side}.pdf`, bytes);
    const said = execFileSync(python, [new URL("filled.py", import.meta.url).pathname, `${out}${side}.pdf`, `${out}values.json`], { encoding: "utf8" });
    right.push({ form: stem, side, "not written": side === "ours" ? refused : made[side].refused, ...JSON.parse(said) });
  }
}
console.table(rows);
console.table(right);
const largest = path.join(folder, `${FORMS[0]}.pdf`);
writeFileSync(`${out}first.json`, JSON.stringify(valuesOf(new Uint8Array(readFileSync(largest)))));
const firsts = [1, 2, 3].map(() => JSON.parse(execFileSync(process.execPath, [import.meta.filename, folder, python, "--first"], { encoding: "utf8" })));
const [first, passed] = [0, 1].map((which) => Math.round(firsts.map((one) => one[which]).sort((one, other) => one - other)[1]));
console.log(`the first form of a process, ${FORMS[0]}: ${first} ms of the processor in ${passed} ms that pass, the middle of three`);

const I765 = new Uint8Array(readFileSync(path.join(folder, "i-765_08-21-25.pdf")));
const plain = new Uint8Array(readFileSync(`${out}i-765_08-21-25.pdf`));
const FAMILY = "form1[0].Page1[0].Line1a_FamilyName[0]", ZIP = "form1[0].Page2[0].Line4f_ZipCode[0]";
const zip = openPdf(I765).fields.find(({ name, maxLength }) => /zip/i.test(name) && maxLength !== null)?.name ?? ZIP;
const codes = (values) => fillPdf(I765, values).findings.map(({ code }) => code).filter((code) => code !== "fill/set-free").join(", ") || "done";
const setText = (bytes, name, value) => outcome(async () => {
  const document = await PDFDocument.load(bytes);
  document.getForm().getTextField(name).setText(value);
  await document.save();
});
console.table({
  "an encrypted blank": { ours: codes({ [FAMILY]: "Garcia" }), "pdf-lib": await setText(I765, FAMILY, "Garcia") },
  "a box that is not there": { ours: codes({ nothing: "1" }), "pdf-lib": await setText(plain, "nothing", "1") },
  "longer than the box says": { ours: codes({ [zip]: "123456" }), "pdf-lib": await setText(plain, zip, "123456") },
  "longer than the box is wide": { ours: codes({ [FAMILY]: "Garcia ".repeat(20).trim() }), "pdf-lib": await setText(plain, FAMILY, "Garcia ".repeat(20).trim()) },
  "a letter that the font lacks": { ours: codes({ [FAMILY]: "\u0413" }), "pdf-lib": await setText(plain, FAMILY, "\u0413") },
  "an accent, \u00f1": { ours: codes({ [FAMILY]: "Nu\u00f1ez" }), "pdf-lib": await setText(plain, FAMILY, "Nu\u00f1ez") },
});
