// Builds dist/site and dist/prefile.html: page.mjs <folder of page.js and page_bg.wasm>
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, transform } from "esbuild";
import { bytesModule } from "./bytes.mjs";

const bound = process.argv[2];
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

const script = await app();
const style = (await transform(readFileSync("www/style.css", "utf8"), { loader: "css", minify: true, charset: "utf8" })).code;

rmSync(site, { recursive: true, force: true });
mkdirSync(site, { recursive: true });
writeFileSync(`${site}/index.html`, html);
writeFileSync(`${site}/app.js`, script);
writeFileSync(`${site}/style.css`, style);
rest(html);
writeFileSync("dist/prefile.html", single());

/** The app as one script. */
async function app() {
  const own = { page: path.join(bound, "page.js"), "page-bytes": path.join(bound, "page-bytes.ts") };
  writeFileSync(own["page-bytes"], bytesModule(path.join(bound, "page_bg.wasm")));
  const result = await build({
    entryPoints: ["xtask/js/page-entry.mjs"],
    alias: Object.fromEntries(Object.entries(own).map(([name, file]) => [name, path.resolve(file)])),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    write: false,
    logLevel: "warning",
  });
  const text = result.outputFiles[0].text;
  for (const word of ["fetch(", "XMLHttpRequest", "import(", "import.meta"])
    if (text.includes(word)) throw new Error(`app.js has "${word}": the page must be whole without asking for more`);
  return text;
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
  if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style)) throw new Error("a tag in the script or style would end it");
  const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const policy = (value) =>
    value.split(";").map((directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      const own = { "script-src": script, "style-src": style }[name];
      const named = sources.flatMap((source) => (source !== "'self'" ? [source] : own ? [hash(own)] : []));
      return [name, ...(sources.length > 0 && named.length === 0 ? ["'none'"] : named)].join(" ");
    }).join("; ");
  // Functions as replacements: text with a $ in it has no meaning of its own then.
  return html
    .replace(POLICY, (_, before, value, after) => before + policy(value) + after)
    .replace(LINK, () => `<style>${style}</style>`)
    // An inline module runs after the document was read, like the one with an address.
    .replace(SCRIPT, () => `<script type="module">${script}</script>`);
}
