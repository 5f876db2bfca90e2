// prefile/pdf beside pdf-lib, pdf.js and pypdf, reading the fields of the same official forms:
// node benches/pdf.mjs <folder of the forms> <Python with pypdf and pikepdf>
//
// Needs the built package (cargo xtask build --only package) and the peers (npm ci in benches/). Times are
// milliseconds of the processor, the best of some rounds, all sides in turn. Ours says where each box is
// printed, what it wants and what is wrong with it, too; the others list names and values. pdf-lib does
// not decrypt, and pypdf only with a further package: they get a copy that pikepdf has decrypted.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";

const [, , folder, python, only] = process.argv;
const FORMS = ["i-485_01-20-25", "n-400_01-20-25", "i-765_08-21-25"];
const ROUNDS = 6;
const file = (stem) => path.join(folder, `${stem}.pdf`);

/** Every instance of a module, to ask how much memory it has taken. */
const instances = [];
globalThis.WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(...given) {
    super(...given);
    instances.push(this);
  }
};
const megabytes = () => Math.max(...instances.map((one) => (one.exports.memory?.buffer.byteLength ?? 0) / 2 ** 20));

/** Milliseconds of the processor that something takes. */
async function cost(work) {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1000, result];
}

if (only === "--first") {
  // In a process of its own: the import, the module and the first form.
  const bytes = new Uint8Array(readFileSync(file(FORMS[0])));
  const { openPdf } = await import(new URL("../pkg/dist/pdf.js", import.meta.url));
  const [first, opened] = await cost(() => openPdf(bytes, { today: "2026-11-22" }));
  console.log(JSON.stringify({ first, fields: opened.fields.length, memory: megabytes() }));
  process.exit();
}

const { openPdf } = await import(new URL("../pkg/dist/pdf.js", import.meta.url));
const { PDFDocument } = await import("pdf-lib");
const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");

// pdf-lib says each time that it leaves a part out.
console.warn = () => {};

const out = new URL("../target/benches/", import.meta.url).pathname;
mkdirSync(out, { recursive: true });
const PYTHON = `
import sys, time, pypdf
best = 1e9
for _ in range(3):
    begin = time.process_time()
    fields = pypdf.PdfReader(sys.argv[1]).get_fields() or {}
    best = min(best, time.process_time() - begin)
print(best * 1000, len(fields))`;
const DECRYPT = "import sys, pikepdf; pikepdf.open(sys.argv[1]).save(sys.argv[2])";

const rows = [];
for (const stem of FORMS) {
  const bytes = new Uint8Array(readFileSync(file(stem)));
  const plainFile = `${out}${stem}.pdf`;
  execFileSync(python, ["-c", DECRYPT, file(stem), plainFile]);
  const plain = new Uint8Array(readFileSync(plainFile));
  const sides = {
    ours: () => openPdf(bytes, { today: "2026-11-22" }).fields.length,
    "pdf-lib": async () => {
      const form = (await PDFDocument.load(plain)).getForm();
      return form.getFields().map((field) => [field.getName(), field.acroField.V()]).length;
    },
    "pdf.js": async () => {
      const loading = pdfjs.getDocument({ data: bytes.slice(), verbosity: 0 });
      const fields = await (await loading.promise).getFieldObjects();
      await loading.destroy();
      return Object.keys(fields ?? {}).length;
    },
  };
  const best = {}, counts = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [side, work] of Object.entries(sides)) {
      const [time, count] = await cost(work);
      best[side] = Math.min(best[side] ?? Infinity, time);
      counts[side] = count;
    }
  }
  const [time, count] = execFileSync(python, ["-c", PYTHON, plainFile], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).split(" ").map(Number);
  best.pypdf = time;
  counts.pypdf = count;
  rows.push({ form: stem, ...Object.fromEntries(Object.entries(best).map(([side, time]) => [`${side}, ms`, Math.round(time)])),
    ...Object.fromEntries(["pdf-lib", "pdf.js", "pypdf"].map((side) => [`${side} / ours`, Number((best[side] / best.ours).toFixed(1))])),
    fields: Object.values(counts).join(" ") });
}
console.table(rows);
const firsts = [1, 2, 3].map(() => JSON.parse(execFileSync(process.execPath, [import.meta.filename, folder, python, "--first"], { encoding: "utf8" })));
firsts.sort((one, other) => one.first - other.first);
console.log(`the first form of a process, ${FORMS[0]}: ${Math.round(firsts[1].first)} ms, the middle of three`);
console.log(`memory of the module after all of it: ${megabytes().toFixed(1)} MB; after the first form ${firsts[1].memory.toFixed(1)} MB`);
