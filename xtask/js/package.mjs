// Builds pkg/dist: package.mjs <folder of core.js, core.d.ts and core_bg.wasm> <of strength.js, ...>
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { bytesModule, fileModule, packModule } from "./bytes.mjs";
import { standIn, withoutWasm } from "./without-wasm.mjs";

const modules = process.argv.slice(2);
const generated = "pkg/src/generated";
const dist = "pkg/dist";

/** All that a module may call of what is around it: nothing that reaches further than an error. */
const REACH = ["__wbindgen_init_externref_table", "__wbg___wbindgen_throw_"];

mkdirSync(generated, { recursive: true });
for (const folder of modules) {
  const name = path.basename(folder);
  if (name === "core") {
    // Only numbers cross: it does without wasm-bindgen's glue.
    rmSync(`${generated}/core.js`, { force: true });
    copyFileSync(path.join(folder, "core_bg.wasm.d.ts"), `${generated}/core.d.ts`);
  } else {
    for (const file of [`${name}.js`, `${name}.d.ts`]) copyFileSync(path.join(folder, file), path.join(generated, file));
  }
  const wasm = path.join(folder, `${name}_bg.wasm`);
  const reach = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(wasm))).map((one) => one.name);
  const further = reach.filter((one) => !REACH.some((allowed) => one.startsWith(allowed)));
  if (further.length > 0) throw new Error(`${name}_bg.wasm may call ${further.join(", ")}: a module of the package calls nothing`);
  // Strength answers sooner when nothing has to be unpacked.
  writeFileSync(`${generated}/${name}-bytes.ts`, name === "strength" ? fileModule(wasm) : bytesModule(wasm));
}
const [core] = modules;
writeFileSync(`${generated}/core-instance.js`, standIn(path.join(core, "core_bg.js")));
writeFileSync(`${generated}/words.ts`, fileModule("data/words/words.bin"));

const packs = "pkg/src/packs";
rmSync(packs, { recursive: true, force: true });
mkdirSync(packs);
for (const file of readdirSync(`${generated}/packs`)) {
  const id = path.basename(file, ".pack");
  writeFileSync(`${packs}/${id}.ts`, packModule(id, `${generated}/packs/${file}`));
}

const manifest = JSON.parse(readFileSync("pkg/package.json", "utf8"));
const entries = Object.values(manifest.exports)
  .map((entry) => entry.default)
  .filter(Boolean)
  .map((file) => file.replace("./dist/", "pkg/src/").replace(/\.js$/, ".ts"))
  .flatMap((file) => (file === `${packs}/*.ts` ? readdirSync(packs).map((pack) => `${packs}/${pack}`) : file));
const missing = entries.filter((file) => !existsSync(file));
if (missing.length > 0) throw new Error(`pkg/package.json exports what has no source: ${missing.join(", ")}`);

rmSync(dist, { recursive: true, force: true });
const result = await build({
  // The last two are entries only so that they land in files of their own: the texts are counted apart,
  // and what is packed already compresses better apart from code.
  entryPoints: [...entries, `${generated}/texts/en.ts`, `${generated}/core-bytes.ts`],
  outdir: dist,
  outbase: "pkg/src",
  bundle: true,
  splitting: true,
  minify: true,
  format: "esm",
  target: "es2022",
  platform: "neutral",
  charset: "utf8",
  chunkNames: "chunks/[hash]",
  legalComments: "none",
  metafile: true,
  plugins: [withoutWasm],
  logLevel: "warning",
});
rmSync(`${dist}/generated`, { recursive: true, force: true });
for (const name of ["index", "js"]) markCheckers(`${dist}/${name}.js`);
// The table of sizes counts the English texts apart, and chunks have no names.
const [english] = Object.entries(result.metafile.outputs)
  .filter(([, { inputs }]) => inputs[`${generated}/texts/en.ts`]?.bytesInOutput > 0)
  .map(([file]) => file);
writeFileSync(`${generated}/chunks.json`, JSON.stringify({ english }));
for (const [file, { imports }] of Object.entries(result.metafile.outputs)) {
  const foreign = imports.filter((one) => one.external).map((one) => one.path);
  if (foreign.length > 0) throw new Error(`${file} imports ${foreign.join(", ")}: the package has no dependencies`);
}

const types = spawnSync("node_modules/.bin/tsc", ["--project", "pkg"], { stdio: "inherit" });
if (types.status !== 0) process.exit(1);
prune(manifest);

// npm reads the licences from the package's own folder; the repository keeps one copy.
for (const name of ["LICENSE-MIT", "LICENSE-APACHE"]) copyFileSync(name, path.join("pkg", name));
// Whose lists the words of prefile/strength are.
copyFileSync("data/words/README.md", "pkg/LICENSE-WORDS.md");

/** Minified files have no comments, and without these bundlers keep every checker and all that it needs. */
function markCheckers(file) {
  let marked = 0;
  const text = readFileSync(file, "utf8").replace(/=(?=\w+\("[a-z0-9-]+"\)[,;])/g, () => (marked++, "=/*@__PURE__*/"));
  if (marked !== 8) throw new Error(`${file} makes ${marked} named checkers`);
  writeFileSync(file, text);
}

/** The declarations that an entry's pattern stands for. */
function every(types) {
  const folder = path.dirname(types);
  if (!types.endsWith("/*.d.ts")) return path.join("pkg", types);
  return readdirSync(path.join("pkg", folder)).filter((name) => name.endsWith(".d.ts")).map((name) => path.join("pkg", folder, name));
}

/** Removes the declarations that no public one leads to. */
function prune({ exports }) {
  const wanted = new Set();
  const visit = (file) => {
    if (wanted.has(file)) return;
    wanted.add(file);
    for (const [, to] of readFileSync(file, "utf8").matchAll(/(?:from|import\(?)\s*"(\.[^"]+)\.js"/g))
      visit(path.join(path.dirname(file), `${to}.d.ts`));
  };
  const given = Object.values(exports).flatMap(({ types }) => types ?? []);
  for (const file of given.flatMap(every)) visit(file);
  for (const name of readdirSync(dist, { recursive: true }))
    if (name.endsWith(".d.ts") && !wanted.has(path.join(dist, name))) rmSync(path.join(dist, name));
  // Folders that are left with nothing in them.
  for (const name of readdirSync(dist, { recursive: true, withFileTypes: true }).reverse()) {
    const folder = path.join(name.parentPath, name.name);
    if (name.isDirectory() && readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
  }
}
