// The size of what ships, gzip level 9, against xtask/budgets.json: sizes.mjs [--hold]
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

const budgets = JSON.parse(readFileSync("xtask/budgets.json", "utf8"));
const dist = "pkg/dist";

/** A file and all that it imports. */
function closure(file, seen = new Set()) {
  if (!seen.has(file) && existsSync(file)) {
    seen.add(file);
    for (const [, to] of readFileSync(file, "utf8").matchAll(/(?:from|import)\s*"(\.[^"]+)"/g))
      closure(path.join(path.dirname(file), to), seen);
  }
  return seen;
}

function all(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
}

const chunks = "pkg/src/generated/chunks.json";
const english = existsSync(chunks) ? [JSON.parse(readFileSync(chunks, "utf8")).english].filter(existsSync) : [];
const entry = (name) => [...closure(`${dist}/${name}.js`)].filter((file) => !english.includes(file));
/** What an entry brings besides another. */
const beyond = (name, other = "index") => entry(name).filter((file) => !closure(`${dist}/${other}.js`).has(file));
const packs = all("dist/site/form");
const onDemand = ["dist/site/strength.js", "dist/site/check.js", "dist/site/es.js", ...packs];
const zipped = (file) => gzipSync(readFileSync(file), { level: 9 }).length;
/** For who passes the page on; it asks for none of it. */
const besides = ["dist/site/LICENSE-WORDS.md"];
const parts = {
  core: entry("index"),
  js: entry("js"),
  english,
  strength: entry("strength"),
  guide: entry("guide"),
  element: beyond("guide/element", "guide"),
  pdf: entry("pdf"),
  "pdf-spanish": [`${dist}/pdf/locales/es.js`].filter(existsSync),
  dom: beyond("dom"),
  auto: beyond("auto"),
  spanish: existsSync(`${dist}/locales/es.js`) ? [`${dist}/locales/es.js`] : [],
  page: all("dist/site").filter((file) => ![...onDemand, ...besides].includes(file)),
  "page-spanish": ["dist/site/es.js"].filter(existsSync),
  "page-form": packs.sort((one, other) => zipped(other) - zipped(one)).slice(0, 1),
  filled: ["dist/site/check.js"].filter(existsSync),
  passwords: ["dist/site/strength.js"].filter(existsSync),
  content: ["dist/extension/chromium/content.js"].filter(existsSync),
  single: existsSync("dist/prefile.html") ? ["dist/prefile.html"] : [],
};

let over = 0;
console.log("                                        gzip   budget      raw");
for (const [name, { what, kilobytes, goal }] of Object.entries(budgets)) {
  const files = parts[name];
  if (files.length === 0) {
    console.log(`${what.padEnd(34)}  not built`);
    continue;
  }
  const texts = files.map((file) => readFileSync(file));
  const raw = texts.reduce((sum, text) => sum + text.length, 0);
  const gzip = files.reduce((sum, file) => sum + zipped(file), 0);
  const tooMuch = kilobytes !== null && gzip > kilobytes * 1000;
  if (tooMuch) over++;
  const cells = [gzip, kilobytes === null ? null : kilobytes * 1000, raw].map((n) =>
    (n === null ? "" : `${(n / 1000).toFixed(1)} KB`).padStart(9),
  );
  console.log(`${what.padEnd(34)}${cells.join("")}${tooMuch ? "  over its budget" : goal ? `  (the goal is ${goal} KB)` : ""}`);
}
if (over > 0 && process.argv.includes("--hold")) process.exit(1);
