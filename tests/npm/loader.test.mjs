// The loader: no WebAssembly, an instance that died, a page that has changed the language itself.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

/** Runs a module in a process of its own, and returns what it prints. */
function run(source) {
  const node = ["--input-type=module", "--eval", source];
  return execFileSync("node", node, { cwd: import.meta.dirname, encoding: "utf8" }).trim();
}

const SSN = `isValid("ssn", "219-09-9998")`;

test("from CommonJS", () => {
  const source = `
    const ask = ({ isValid }) => console.log(${SSN});
    process.features.require_module ? ask(require("prefile")) : console.log("true");
    import("prefile").then(ask);`;
  const printed = execFileSync("node", ["--input-type=commonjs", "--eval", source], { cwd: import.meta.dirname, encoding: "utf8" });
  assert.equal(printed, "true\ntrue\n");
});

test("nothing is compiled before the first call", () => {
  const printed = run(`
    let compiled = 0;
    const { Module } = WebAssembly;
    WebAssembly.Module = class extends Module { constructor(bytes) { super(bytes); compiled++; } };
    const { isValid } = await import("prefile");
    console.log(compiled);
    ${SSN};
    ${SSN};
    console.log(compiled);`);
  // The core, and before it the module that unpacks it.
  assert.equal(printed, "0\n2");
});

test("without WebAssembly, the error has a code and names the directive", () => {
  const printed = run(`
    delete globalThis.WebAssembly;
    const { isValid, WasmBlockedError } = await import("prefile");
    try { ${SSN}; } catch (e) { console.log(e instanceof WasmBlockedError, e.name, e.code, e.message); }`);
  assert.match(printed, /^true WasmBlockedError E_WASM_BLOCKED .*'wasm-unsafe-eval'.*script-src/);
});

test("where WebAssembly is refused, too", () => {
  const printed = run(`
    WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError("refused"); } };
    const { isValid } = await import("prefile");
    try { ${SSN}; } catch (e) { console.log(e.code, e.cause.message); }`);
  assert.equal(printed, "E_WASM_BLOCKED refused");
});

test("where only this module cannot be compiled, no policy is blamed", () => {
  const printed = run(`
    const { Module } = WebAssembly;
    WebAssembly.Module = class {
      constructor(bytes) {
        if (bytes.length > 4096) throw new RangeError("too large for the main thread");
        return new Module(bytes);
      }
    };
    const { isValid } = await import("prefile");
    try { ${SSN}; } catch (e) { console.log(e.code, e.cause.message, e.message); }`);
  assert.match(printed, /^E_WASM_BLOCKED too large for the main thread prefile's WebAssembly could not be compiled/);
  assert.doesNotMatch(printed, /script-src/);
});

// The core has no input that makes it trap. A text encoder that throws leaves it in the same
// state: in the middle of a call.
test("an instance that died is replaced, and the new one knows the imported languages", () => {
  const printed = run(`
    let instances = -1; // the first unpacks the core
    const { Instance } = WebAssembly;
    WebAssembly.Instance = class extends Instance { constructor(...all) { super(...all); instances++; } };
    const { check, isValid } = await import("prefile");
    await import("prefile/locales/es");
    const words = () => check("ssn", "1", { locale: "es" }).findings[0].message;
    const before = words();
    const { encodeInto } = TextEncoder.prototype;
    for (let i = 0; i < 20; i++) {
      TextEncoder.prototype.encodeInto = () => { throw new Error("in the middle"); };
      try { isValid("ssn", "é"); } catch { }
      TextEncoder.prototype.encodeInto = encodeInto;
    }
    console.log(words() === before, ${SSN}, instances);`);
  assert.match(printed, /^true true 21$/);
});

const EVERYTHING = `
    let error, answer;
    try {
      answer = [${SSN}, check("ssn", "1", { locale: "es" }).ok, strength("ibarra1985", { locale: "es" }).findings.length];
      new WasmBlockedError(1);
    } catch (e) { error = e; }`;

for (const entry of ["prefile", "prefile/js"]) test(`properties on Object.prototype change nothing: ${entry}`, () => {
  const printed = run(`
    const { check, isValid, WasmBlockedError } = await import("${entry}");
    const { strength } = await import("prefile/strength");
    await import("prefile/locales/es");
    const names = ["get", "set", "value", "writable", "enumerable", "configurable", "module", "cause", "fatal",
      "ignoreBOM", "buffer", "length", "env", "locale", "today", "code", "personal", "span", "toJSON", "then"];
    for (const name of names) Object.prototype[name] = "polluted";
    ${EVERYTHING}
    for (const name of names) delete Object.prototype[name];
    console.log(error, answer);`);
  assert.equal(printed, "undefined [ true, false, 2 ]");
});

for (const entry of ["prefile", "prefile/js"]) test(`frozen built-ins change nothing: ${entry}`, () => {
  const printed = run(`
    for (const name of ["Object", "Function", "Array", "String", "Number", "Boolean", "Error", "RangeError", "TypeError",
      "Map", "Set", "Uint8Array", "Uint16Array", "Uint32Array", "DataView", "ArrayBuffer", "TextEncoder", "TextDecoder", "RegExp"])
      Object.freeze(globalThis[name].prototype), Object.freeze(globalThis[name]);
    const { check, isValid, WasmBlockedError } = await import("${entry}");
    const { strength } = await import("prefile/strength");
    await import("prefile/locales/es");
    ${EVERYTHING}
    console.log(error, answer);`);
  assert.equal(printed, "undefined [ true, false, 2 ]");
});
