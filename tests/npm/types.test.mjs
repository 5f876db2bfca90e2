// The declarations, as a strict TypeScript project and the package checkers see them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";

const root = path.resolve(import.meta.dirname, "../..");
const installed = realpathSync(path.join(import.meta.dirname, "node_modules/prefile"));
const bin = (name) => path.join(root, "node_modules/.bin", name);

/** Compiles a file against the installed package; returns what the compiler has to say. */
function compile(source, options = {}) {
  const project = mkdtempSync(path.join(tmpdir(), "prefile-types-"));
  symlinkSync(path.dirname(installed), path.join(project, "node_modules"));
  writeFileSync(path.join(project, "package.json"), `{ "type": "module" }`);
  writeFileSync(path.join(project, "use.ts"), source);
  const compilerOptions = {
    strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noPropertyAccessFromIndexSignature: true,
    isolatedModules: true, verbatimModuleSyntax: true, skipLibCheck: false, noEmit: true,
    target: "ES2022", module: "NodeNext", lib: ["ES2022"], types: [], ...options,
  };
  writeFileSync(path.join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
  try {
    execFileSync(bin("tsc"), ["--project", project], { encoding: "utf8" });
    return "";
  } catch ({ stdout }) {
    return stdout;
  }
}

const USE = `
import { aNumber, check, classifyField, explain, identify, isValid, kinds, scan, ssn, WasmBlockedError } from "prefile";
import type { Check, Checker, Classified, Code, Explanation, Field, Finding, Kind, Options, Purpose, Severity, StandardSchemaV1, Whose } from "prefile";
import { comparePdfs, explain as explainPdf, fillPdf, openPdf, type FilledPdf, type FillOptions, type OpenedPdf, type PacketFinding, type PdfExplanation, type PdfFinding, type PdfOptions } from "prefile/pdf";
import { strength, type Strength, type StrengthOptions } from "prefile/strength";
import "prefile/locales/es";

const options: Options = { locale: "es", today: "2026-11-22", personal: ["Maria"] };
const answer: Check = check("receipt-number", "EAC2212345678", options);
const value: string | null = answer.ok ? answer.value : answer.display;
const finding: Finding | undefined = answer.findings[0];
const { code, severity, message, field, span, fix, looksLike, source } = finding!;
const parts: [string, Severity, string, string | null, Kind | null, string] = [code, severity, message, field, looksLike, source.url];
const cut: string = span === null ? "" : "x".slice(span.start, span.end);
const safe: "safe" | "ask" | undefined = fix?.safety;
const detail: string | undefined = answer.details["prefix"];
const change: { what: string; from: string; to: string } | undefined = answer.changes[0];
const sure: number | undefined = identify("x", { locale: "es" })[0]?.confidence;
const found: number | undefined = scan("x")[0]?.span.start;
const name: Code = "receipt-number/too-short";
const explained: Explanation | null = explain(name, "es");
const titles: string[] = kinds("es").map(({ kind, title, where, example }) => kind + title + where + example);
const box: Field = { label: "A-Number", maxLength: 9 };
const wanted: Classified | null = classifyField(box);
const whose: Whose | null | undefined = wanted?.whose;
const purpose: Purpose | null | undefined = wanted?.purpose;
const valid: boolean = isValid("a-number", "A012345678");
const blocked = new WasmBlockedError().code satisfies "E_WASM_BLOCKED";

const known: StrengthOptions = { personal: ["Maria"], locale: "es" };
const holds: Strength = strength("x", known);
const asked: PdfOptions = { locale: "es", today: "2026-11-22" };
const opened: OpenedPdf = openPdf(new Uint8Array(), asked);
const meant: FillOptions = { form: { id: "I-90", edition: "2025-01-20" }, replace: true };
const written: FilledPdf = fillPdf(new Uint8Array(), { name: "value" }, meant);
const official: { id: string; edition: string } | null = opened.form;
const differing: PacketFinding[] = comparePdfs([opened, opened], asked);
const elsewhere: { file: number; field: string; place: string } | undefined = differing[0]?.other;
const paper: PdfExplanation | null = explainPdf("box/pen", "es");
const filled: { name: string; item: string | null; kind: Kind | null; acrobatValue: string | null; findings: PdfFinding[] } | undefined = opened.fields[0];
const score: 0 | 1 | 2 | 3 | 4 = holds.score;
const weak: Finding[] = holds.findings;
const schema: StandardSchemaV1<string, string> = ssn;
type Output = NonNullable<(typeof aNumber)["~standard"]["types"]>["output"];
const output: Output = "A012345678";
const spanish: Checker = aNumber.with({ locale: "es" });
const result = spanish["~standard"].validate(1);
const said: readonly (string | undefined)[] = result.issues ? result.issues.map((one) => one.finding?.code) : [result.value];
export { asked, elsewhere, paper, official, filled, written, value, parts, cut, safe, detail, change, sure, found, explained, titles, whose, purpose, valid, blocked, score, weak, schema, output, said };
`;

test("a strict project", () => {
  assert.equal(compile(USE), "");
  assert.equal(compile(USE, { module: "ESNext", moduleResolution: "Bundler", lib: ["ES2022", "DOM"] }), "");
});

const OWN_TYPES = `
import { aNumber, check, checkPassword, classifyField, type StandardSchemaV1 } from "prefile";
import { evaluate, type Answers, type Evaluation, type Pack } from "prefile/guide";
import { fillPdf, openPdf } from "prefile/pdf";
import { strength } from "prefile/strength";
declare const maybe: string | undefined;
declare const packs: Pack[];
const personal: readonly string[] = ["Maria"];
check("ssn", "1", { today: maybe, locale: maybe, personal });
checkPassword("x", { email: maybe, personal });
strength("x", { personal, locale: maybe });
classifyField({ label: maybe, maxLength: undefined });
aNumber.with({ optional: undefined, today: maybe });
openPdf(new ArrayBuffer(1), { today: maybe, packs: undefined });
fillPdf(new DataView(new ArrayBuffer(1)), {}, { form: undefined, replace: undefined });

const taken: StandardSchemaV1.InferInput<typeof aNumber> = "x";
const given: StandardSchemaV1.InferOutput<typeof aNumber> = taken;

interface Home { street: string; until?: string | null }
interface Filing { name: string; married: boolean; homes: Home[]; trips?: readonly Home[] | undefined }
declare const filing: Filing;
declare const answers: Answers;
evaluate(packs, filing, { today: maybe, show: undefined });
evaluate(packs, { ...answers, name: "Ibarra", homes: [{ street: "x" }, {}] });
const plain: (packs: readonly Pack[], answers: Answers) => Evaluation = evaluate;
export { given, plain };
`;

const TAKEN = `
import { aNumber } from "prefile";
import { fields } from "prefile/fields";
import { fillPdf, openPdf } from "prefile/pdf";
interface Filing { aNumber: string }
// The standard as its own package has it since 1.1: other libraries name these types, and not our copy.
interface Success<Output> { readonly value: Output; readonly issues?: undefined }
interface Failure { readonly issues: ReadonlyArray<{ readonly message: string }> }
type Result<Output> = Success<Output> | Failure;
interface Standard<Input, Output> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
    readonly validate: (value: unknown, options?: object) => Result<Output> | Promise<Result<Output>>;
  };
}
declare function output<Input, Output>(schema: Standard<Input, Output>): Output;
export const text: string = output(aNumber);
export const filing: Filing = output(fields<Filing>({ aNumber }));
export const { value, issues = [] } = fields<Filing>({ aNumber })["~standard"].validate({});
export const code: string | undefined = issues[0]?.finding?.code;
const { bytes, sheet } = fillPdf(new ArrayBuffer(1), {});
export const file = new Blob([bytes, ...(sheet ? [sheet.bytes] : [])]);
export const again = openPdf(bytes);
`;

test("a form library reads off what a schema gives, and a Blob takes a filled file", () =>
  assert.equal(compile(TAKEN, { lib: ["ES2022", "DOM"] }), ""));

test("options that may be undefined, and types of one's own", () => assert.equal(compile(OWN_TYPES), ""));

test("what is wrong does not compile", () => {
  for (const wrong of [`check("nope", "x")`, `check("ssn", 1)`, `isValid("ssn")`, `check("ssn", "x", { today: new Date() })`, `strength(1)`, `strength("x", { personal: "Maria" })`, `evaluate([], { name: 5 })`, `evaluate([], { homes: [1] })`, `evaluate([], { homes: [{ street: 5 }] })`, `evaluate([], "x")`]) {
    const source = `import { check, isValid } from "prefile";\nimport { evaluate } from "prefile/guide";\nimport { strength } from "prefile/strength";\n${wrong};\nexport { check, evaluate, isValid, strength };\n`;
    assert.match(compile(source), /error TS/, wrong);
  }
});

test("no any, and docs on all that is public", () => {
  const dist = path.join(installed, "dist");
  for (const name of readdirSync(dist, { recursive: true }).filter((one) => one.endsWith(".d.ts"))) {
    const text = readFileSync(path.join(dist, name), "utf8");
    assert.doesNotMatch(text.replace(/\/\*[\s\S]*?\*\//g, ""), /\bany\b/, name);
    for (const [, before] of text.matchAll(/(.*\n)export (?:declare (?:function|const|class)|interface|type)/g))
      if (!name.includes("standard-schema")) assert.match(before, /\*\/|;/, name);
  }
});

test("publint and Are the types wrong?", () => {
  const run = (name, ...args) => execFileSync(bin(name), args, { encoding: "utf8", cwd: installed });
  assert.match(run("publint", "run", installed, "--strict", "--pack", "false"), /All good/);
  const archive = readdirSync(path.resolve(installed, "../..")).find((one) => one.endsWith(".tgz"));
  run("attw", path.resolve(installed, "../..", archive), "--profile", "esm-only", "--no-color");
});
