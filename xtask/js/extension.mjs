// Builds dist/extension/{chromium,firefox} and a zip of each, from one source: extension.mjs [folder instead of dist]
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { icon } from "./icon.mjs";
import { textsOf, withTexts } from "./toml.mjs";
import { zip } from "./zip.mjs";

const source = "extension";
const dist = process.argv[2] ?? "dist";

const types = spawnSync("node_modules/.bin/tsc", ["--project", source], { stdio: "inherit" });
if (types.status !== 0) process.exit(1);

/** What both have, by name. */
const files = new Map();
const { outputFiles } = await build({
  entryPoints: {
    worker: `${source}/src/worker/index.ts`,
    content: `${source}/src/content/index.ts`,
    popup: `${source}/src/pages/popup.ts`,
    options: `${source}/src/pages/options.ts`,
  },
  outdir: ".",
  write: false,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  // Content scripts are read as Latin-1 by some.
  charset: "ascii",
  legalComments: "none",
  plugins: [withTexts],
  logLevel: "warning",
});
for (const { path: file, contents } of outputFiles) files.set(path.basename(file), Buffer.from(contents));
for (const name of ["popup.html", "options.html"]) files.set(name, readFileSync(`${source}/${name}`));
files.set("style.css", Buffer.from(pageColors() + readFileSync(`${source}/style.css`, "utf8")));
for (const look of ["plain", "official"])
  for (const size of look === "plain" ? [16, 32, 48, 128] : [16, 32]) files.set(`icons/${look}-${size}.png`, icon(look, size));
for (const language of ["en", "es"]) {
  const texts = textsOf(readFileSync(`locales/${language}/extension.toml`, "utf8"));
  const messages = { name: { message: texts.name }, description: { message: texts.description } };
  files.set(`_locales/${language}/messages.json`, json(messages));
}

const manifest = JSON.parse(readFileSync(`${source}/manifest.json`, "utf8"));
const { service_worker, scripts } = manifest.background;
const { browser_specific_settings, minimum_chrome_version, ...both } = manifest;
const manifests = {
  chromium: { ...both, minimum_chrome_version, background: { service_worker } },
  firefox: { ...both, browser_specific_settings, background: { scripts } },
};

rmSync(path.join(dist, "extension"), { recursive: true, force: true });
for (const [name, own] of Object.entries(manifests)) {
  const all = new Map([["manifest.json", json(own)], ...files]);
  for (const [file, bytes] of all) {
    const to = path.join(dist, "extension", name, file);
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, bytes);
  }
  writeFileSync(path.join(dist, `prefile-${name}.zip`), zip(all));
}

/** What the page's sheet names before its first rule. */
function pageColors() {
  const sheet = readFileSync("www/style.css", "utf8");
  return sheet.slice(sheet.indexOf(":root"), sheet.indexOf("*, ::before"));
}

function json(value) {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
