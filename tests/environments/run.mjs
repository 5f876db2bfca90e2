// Builds and runs the packed package everywhere: run.mjs <project> <installed package> [row]...
// The project has the packages of package.json beside this file. Started by
// `cargo xtask test --only environments`.
import { deepEqual, match } from "node:assert/strict";
import { cpSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { alone } from "./alone.mjs";
import { close } from "./browser.mjs";
import { askedIn } from "./entries.mjs";
import { ENVIRONMENTS } from "./environments.mjs";
import { prefile, project } from "./project.mjs";
import { snippets } from "./readme.mjs";
import { types } from "./types.mjs";

const [, , , installed, ...only] = process.argv;
for (const old of [prefile, path.join(project, "apps")]) rmSync(old, { recursive: true, force: true });
cpSync(installed, prefile, { recursive: true, dereference: true });
const wasm = readdirSync(prefile, { recursive: true }).filter((name) => name.endsWith(".wasm"));
deepEqual(wasm, [], "the package has no file of WebAssembly");

const environments = Object.entries(ENVIRONMENTS).map(([name, environment]) => [name, () => hold(environment)]);
let failed = 0;
for (const [name, row] of [...environments, ["types beside form libraries", types], ["one function alone", alone], ...snippets()]) {
  if (only.length > 0 && !only.includes(name)) continue;
  const begin = performance.now();
  const why = await row().catch(({ message, stderr, stdout }) => [message, stderr, stdout].filter(Boolean).join("\n"));
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(`${name.padEnd(36)}${seconds.padStart(6)} s${why ? `  failed\n${why}` : ""}`);
  if (why) failed++;
}
await close();
process.exit(failed > 0 ? 1 : 0);

/** Runs the program in an environment; fails unless it says what it should. */
async function hold({ run, page, withoutWasm, refused = false }) {
  const said = await run();
  if (refused) {
    deepEqual(said.code, "E_WASM_BLOCKED");
    match(said.message, /'wasm-unsafe-eval'.*script-src/);
  } else {
    const asked = askedIn({ page, withoutWasm });
    const told = Array.isArray(said) ? asked.map(([expression], place) => [expression, said[place]]) : said;
    deepEqual(told, asked);
  }
}
