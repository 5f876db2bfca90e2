// Builds and runs the packed package everywhere: run.mjs <project> <installed package> [environment]...
// The project has the packages of package.json beside this file. Started by
// `cargo xtask test --only environments`.
import { deepEqual, match } from "node:assert/strict";
import { cpSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { close } from "./browser.mjs";
import { askedIn } from "./entries.mjs";
import { ENVIRONMENTS } from "./environments.mjs";

const [, , project, installed, ...only] = process.argv;
const copy = path.join(project, "node_modules/prefile");
for (const old of [copy, path.join(project, "apps")]) rmSync(old, { recursive: true, force: true });
cpSync(installed, copy, { recursive: true, dereference: true });
const wasm = readdirSync(copy, { recursive: true }).filter((name) => name.endsWith(".wasm"));
deepEqual(wasm, [], "the package has no file of WebAssembly");

let failed = 0;
for (const [name, environment] of Object.entries(ENVIRONMENTS)) {
  if (only.length > 0 && !only.includes(name)) continue;
  const begin = performance.now();
  const why = await attempt(environment);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  console.log(`${name.padEnd(30)}${seconds.padStart(6)} s${why ? `  failed\n${why}` : ""}`);
  if (why) failed++;
}
await close();
process.exit(failed > 0 ? 1 : 0);

/** Why the environment does not do; undefined when it does. */
async function attempt({ run, page = false, refused = false }) {
  try {
    const said = await run();
    if (refused) {
      deepEqual(said.code, "E_WASM_BLOCKED");
      match(said.message, /'wasm-unsafe-eval'.*script-src/);
    } else {
      const asked = askedIn({ page });
      const told = Array.isArray(said) ? asked.map(([expression], place) => [expression, said[place]]) : said;
      deepEqual(told, asked);
    }
  } catch (error) {
    return [error.message, error.stderr, error.stdout].filter(Boolean).join("\n");
  }
}
