// Builds dist/site and dist/prefile.html:
// page.mjs <folder of page.js, ...> <of strength.js, ...> <of pdf.js, ...> <of the packs and the Spanish texts>
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, transform } from "esbuild";
import { bytesModule, fileModule, plainModule } from "./bytes.mjs";

const [bound, strength, pdf, written] = process.argv.slice(2);
const site = "dist/site";

const LINK = '<link rel="stylesheet" href="style.css">';
const SCRIPT = '<script type="module" src="app.js"></script>';
const POLICY = /(<meta http-equiv="Content-Security-Policy"\s+content=")([^"]+)(")/;

const html = readFileSync("www/index.html", "utf8");
for (const [what, found] of [
  [LINK, html.split(LINK).length === 2],
  [SCRIPT, html.split(SCRIPT).length === 2],
  ["a Content-Security-Policy", POLICY.test(html)],
])
  if (!found) throw new Error(`www/index.html must have ${what} once`);

/** What ships of it: no line is indented, no comment, and its texts by their numbers, as www/src/texts.rs has them. */
const keys = JSON.parse(readFileSync(path.join(written, "keys.json"), "utf8"));
const shipped = html
  .replace(/<!--.*?-->/g, "")
  .replace(/\n\s+/g, "\n")
  .replace(/(data-(?:text|label)=")([^"]+)"/g, (_, before, key) => `${before}${keys.indexOf(key)}"`);
const modules = generated();
await filledForms();
const parts = onDemand();
const script = await bundle("xtask/js/page-entry.mjs", "xtask/js/on-demand-beside.mjs");
const whole = await bundle("xtask/js/page-entry.mjs", inside());
if (script.split("import(").length !== 2) throw new Error("app.js must ask for more in one place alone");
const style = (await transform(readFileSync("www/style.css", "utf8"), { loader: "css", minify: true, charset: "utf8" })).code;

rmSync(site, { recursive: true, force: true });
mkdirSync(site, { recursive: true });
writeFileSync(`${site}/index.html`, shipped);
writeFileSync(`${site}/app.js`, script);
writeFileSync(`${site}/style.css`, style);
const texts = [script.replace("import(", ""), whole];
for (const [name, file] of Object.entries(parts)) {
  const text = await bundle(file);
  texts.push(text);
  mkdirSync(path.dirname(`${site}/${name}`), { recursive: true });
  writeFileSync(`${site}/${name}.js`, text);
}
for (const text of texts)
  for (const word of ["fetch(", "XMLHttpRequest", "import(", "import.meta"])
    if (text.includes(word)) throw new Error(`a script has "${word}": the page must be whole without asking for more`);
rest(html);
// Whoever passes the page on passes on whose word lists are in it.
const notices = "data/words/README.md";
copyFileSync(notices, `${site}/LICENSE-WORDS.md`);
writeFileSync("dist/prefile.html", `${single()}<!--\n${readFileSync(notices, "utf8")}-->\n`);

function put(folder, name, text) {
  const file = path.resolve(folder, `${name}.ts`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** What stands for the bare names in the entries: glue and bytes of both modules, and the words. */
function generated() {
  const bytes = (folder, name) => put(folder, `${name}-bytes`, bytesModule(path.join(folder, `${name}_bg.wasm`)));
  return {
    files: path.resolve("xtask/js/files.mjs"),
    page: path.resolve(bound, "page.js"),
    "page-bytes": bytes(bound, "page"),
    strength: path.resolve(strength, "strength.js"),
    "strength-bytes": bytes(strength, "strength"),
    "strength-words": put(strength, "strength-words", fileModule("data/words/words.bin")),
  };
}

/** What the part for filled forms is made of: its words, and its worker as a text that it starts. */
async function filledForms() {
  // The worker is the package's `prefile/pdf`.
  const package_ = "pkg/src/generated";
  for (const file of ["pdf.js", "pdf.d.ts"]) copyFileSync(path.join(pdf, file), path.join(package_, file));
  writeFileSync(`${package_}/pdf-bytes.ts`, bytesModule(path.join(pdf, "pdf_bg.wasm")));
  modules["check-words"] = path.join(written, "check-words.ts");
  modules["check-worker"] = put(bound, "check-worker", `export const script = ${JSON.stringify(await bundle("www/check/worker.ts"))};\n`);
  const paths = Object.fromEntries(["check-words", "check-worker"].map((name) => [name, [modules[name]]]));
  const project = path.resolve(bound, "check-tsconfig.json");
  const compilerOptions = { paths, module: "ESNext", moduleResolution: "Bundler", noEmit: true, emitDeclarationOnly: false, declaration: false, rootDir: "/", lib: ["ES2022", "DOM", "DOM.Iterable"] };
  writeFileSync(project, JSON.stringify({ extends: path.resolve("pkg/tsconfig.json"), compilerOptions, include: [path.resolve("www/check"), path.resolve("www/fill")] }));
  if (spawnSync("node_modules/.bin/tsc", ["--project", project], { stdio: "inherit" }).status !== 0) process.exit(1);
}

/** What the app asks for when it is wanted, by name: nothing else, and nothing else does. */
function onDemand() {
  const all = { strength: path.resolve("xtask/js/strength-entry.mjs"), check: path.resolve("www/check/check.ts") };
  for (const file of readdirSync(written)) {
    const { name, ext } = path.parse(file);
    if (ext === ".pack") all[`form/${name}`] = put(bound, `form/${name}`, plainModule(path.join(written, file)));
    if (ext === ".texts") all[name] = put(bound, name, plainModule(path.join(written, file)));
  }
  return all;
}

/** How the script of dist/prefile.html comes to them: they are in it, and run when they are asked for. */
function inside() {
  const rows = Object.entries(parts).map(([name, file]) => `  ${JSON.stringify(name)}: () => import(${JSON.stringify(file)}),\n`);
  return put(bound, "on-demand-inside", `const parts = {\n${rows.join("")}};\nexport const load = (name) => parts[name]();\n`);
}

/** An entry as one script; `load` is how it comes to what is loaded on demand. */
async function bundle(entry, load) {
  const result = await build({
    entryPoints: [entry],
    alias: { ...modules, ...(load && { "on-demand": path.resolve(load) }) },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    write: false,
    logLevel: "warning",
  });
  return result.outputFiles[0].text;
}

/** Copies whatever else the page names, from www/. */
function rest(page) {
  for (const [, name] of page.matchAll(/(?:src|href)="(?!#|data:|https?:|mailto:|tel:)([^"#?]+)"/g)) {
    if (["style.css", "app.js"].includes(name)) continue;
    if (!existsSync(`www/${name}`)) throw new Error(`www/index.html names ${name}, which is not in www/`);
    mkdirSync(path.dirname(`${site}/${name}`), { recursive: true });
    copyFileSync(`www/${name}`, `${site}/${name}`);
    console.log(`note: ${name} is not inside dist/prefile.html`);
  }
}

/** Everything in one file. Nothing is 'self' there: what may run is named by its hash. */
function single() {
  if (/<\/script|<!--/i.test(whole) || /<\/style/i.test(style)) throw new Error("a tag in the script or style would end it");
  const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const policy = (value) =>
    value.split(";").map((directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      const own = { "script-src": whole, "style-src": style }[name];
      const named = sources.flatMap((source) => (source !== "'self'" ? [source] : own ? [hash(own)] : []));
      return [name, ...(sources.length > 0 && named.length === 0 ? ["'none'"] : named)].join(" ");
    }).join("; ");
  // Functions as replacements: text with a $ in it has no meaning of its own then.
  return shipped
    .replace(POLICY, (_, before, value, after) => before + policy(value) + after)
    .replace(LINK, () => `<style>${style}</style>`)
    // An inline module runs after the document was read, like the one with an address.
    .replace(SCRIPT, () => `<script type="module">${whole}</script>`);
}
