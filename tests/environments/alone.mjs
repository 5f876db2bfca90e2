// An application that imports one function is built without what only others need: of verdicts alone no
// texts are bundled, of the error class not even the core.
import { equal, ok } from "node:assert/strict";
import path from "node:path";
import { folder, tool } from "./project.mjs";

/** Of the English texts, and of the core's bytes, which are packed. */
const TEXTS = "There is nothing to see in this box.";
const CORE = /[\w+/]{20000}/;

/** Fails unless both bundlers leave out what is not needed. */
export async function alone() {
  const { build } = await tool("esbuild");
  const { rollup } = await tool("rollup");
  const { nodeResolve } = await tool("@rollup/plugin-node-resolve");
  const esbuilt = async (file) => (await build({ entryPoints: [file], bundle: true, format: "esm", minify: true, write: false })).outputFiles[0].text;
  const rolled = async (file) => {
    const bundle = await rollup({ input: file, plugins: [nodeResolve({ browser: true })] });
    return (await bundle.generate({})).output[0].code;
  };
  for (const [entry, name, texts, core] of [
    ["prefile", "isValid", false, true],
    ["prefile", "check", true, true],
    ["prefile", "aNumber", true, true],
    ["prefile", "WasmBlockedError", false, false],
    ["prefile/js", "isValid", false, false],
  ]) {
    const app = folder(`alone/${name}`, { "main.js": `import { ${name} } from "${entry}";\nglobalThis.used = ${name};\n` });
    for (const [by, bundled] of [["esbuild", esbuilt], ["Rollup", rolled]]) {
      const text = await bundled(path.join(app, "main.js"));
      equal(text.includes(TEXTS), texts, `${by}, ${entry}: the texts with ${name}`);
      equal(CORE.test(text), core, `${by}, ${entry}: the core with ${name}`);
      ok(name !== "WasmBlockedError" || text.length < 1500, `${by}: ${text.length} bytes for the error class`);
    }
  }
}
