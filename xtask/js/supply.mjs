// What is linked into what ships: each crate stands in AUDIT.md with its version, and in dist/sbom.json,
// a bill of materials in CycloneDX's form. npm packages are in none of it: they only build and test.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const SHIPS = ["prefile-npm", "prefile-guide", "prefile-strength", "prefile-pdf", "prefile-unpack", "prefile-www"];

const checksums = new Map(
  [...readFileSync("Cargo.lock", "utf8").matchAll(/name = "(.+)"\nversion = "(.+)"\nsource = .+\nchecksum = "(.+)"/g)]
    .map(([, name, version, checksum]) => [`${name} ${version}`, checksum]),
);

/** The crates that a module is made of. A macro runs while it is built, and brings nothing of its own. */
function crates(module) {
  const asked = ["tree", "--locked", "--package", module, "--target", "wasm32-unknown-unknown"];
  const shown = ["--all-features", "--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}|{l}|{r}"];
  return execFileSync("cargo", [...asked, ...shown], { encoding: "utf8" }).trim().split("\n");
}

const all = new Map();
for (const module of SHIPS)
  for (const line of crates(module)) {
    const [, name, version, license, repository] = /^(\S+) v(\S+).*?\|([^|]*)\|(\S*)/.exec(line) ?? [];
    // Those of this house have no checksum.
    if (!checksums.has(`${name} ${version}`)) continue;
    const modules = all.get(`${name} ${version}`)?.modules ?? new Set();
    all.set(`${name} ${version}`, { name, version, license, repository, modules: modules.add(module) });
  }

const audit = readFileSync("AUDIT.md", "utf8");
const rows = new Set([...audit.matchAll(/^\| `([^`]+)` \| ([^ ]+) \|/gm)].map(([, name, version]) => `${name} ${version}`));
const wrong = [];
const components = [];
for (const [both, { name, version, license, repository, modules }] of [...all].sort()) {
  if (!rows.delete(both)) wrong.push(`${both} is linked into ${[...modules].join(", ")}: look at it, and give it a row`);
  components.push({
    type: "library",
    name,
    version,
    purl: `pkg:cargo/${name}@${version}`,
    licenses: [{ expression: license.replaceAll("/", " OR ") }],
    hashes: [{ alg: "SHA-256", content: checksums.get(both) }],
    ...(repository && { externalReferences: [{ type: "vcs", url: repository }] }),
    properties: [...modules].map((value) => ({ name: "prefile:module", value })),
  });
}
for (const row of rows) wrong.push(`${row} is not linked into what ships any more: take its row away`);
if (wrong.length > 0) {
  console.error(wrong.map((line) => `AUDIT.md: ${line}`).join("\n"));
  process.exit(1);
}

const { version } = JSON.parse(readFileSync("pkg/package.json", "utf8"));
const component = { type: "application", name: "prefile", version, licenses: [{ expression: "MIT OR Apache-2.0" }] };
mkdirSync("dist", { recursive: true });
writeFileSync(
  "dist/sbom.json",
  `${JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.5", version: 1, metadata: { component }, components }, null, 2)}\n`,
);
console.log(`${components.length} crates of others are linked into what ships; each stands in AUDIT.md and dist/sbom.json`);
