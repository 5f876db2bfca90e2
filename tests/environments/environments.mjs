// Where the package is built and run: one function for each environment, which returns what the
// program said there. None has a plugin or a setting for the package's sake.
import { execFile, spawn } from "node:child_process";
import { cpSync, existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { said, serve } from "./browser.mjs";
import { program } from "./entries.mjs";
import { folder, modules, prefile, project, tool } from "./project.mjs";

const run = promisify(execFile);
const quiet = { ...process.env, NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1", DENO_NO_UPDATE_CHECK: "1", NODE_OPTIONS: "" };

const bin = (name) => path.join(modules, ".bin", name);

/** Bun and Deno ship their program in a package for each platform; npm installs the one that fits. */
function binary(scope, program) {
  return path.join(modules, scope, readdirSync(path.join(modules, scope))[0], program);
}

// ── Runtimes

const MAIN = `
globalThis.fetch = () => { throw new Error("asked the network"); };
const { answers } = await import("./program.js");
console.log(JSON.stringify(await answers()));
`;

/** Runs the program in a runtime. */
async function runtime(name, command, args, withoutWasm = false) {
  const app = folder(name, { "program.js": program({ withoutWasm }), "main.js": MAIN });
  const { stdout } = await run(command, [...args, "main.js"], { cwd: app, env: quiet });
  return JSON.parse(stdout);
}

// ── Pages

const HTML = (head) => `<!doctype html><meta charset="utf-8"><title>x</title><pre id="said"></pre>${head}`;
const SAY = `
const say = (what) => { document.getElementById("said").textContent = JSON.stringify(what); };
const failed = ({ code, message }) => say({ code, message });
`;
const PAGE = {
  "index.html": HTML(`<script type="module" src="/main.js"></script>`),
  "program.js": program({ page: true }),
  "main.js": `import { answers } from "./program.js";${SAY}answers().then(say, failed);`,
};
const WORKER = {
  ...PAGE,
  "program.js": program({}),
  "worker.js": `import { answers } from "./program.js"; answers().then(postMessage);`,
  "main.js": `${SAY}new Worker(new URL("./worker.js", import.meta.url), { type: "module" }).onmessage = ({ data }) => say(data);`,
};

/** What a built folder says in Chromium, under a Content-Security-Policy or none. */
function opened(out, policy) {
  if (!existsSync(path.join(out, "index.html"))) cpSync(path.join(out, "../index.html"), path.join(out, "index.html"));
  return serve(out, policy ? { "content-security-policy": policy } : {}, said);
}

/** By esbuild into one script of the old kind. */
async function esbuild(name, policy, withoutWasm = false) {
  const files = { "index.html": HTML(`<script src="/main.js"></script>`), "program.js": program({ page: true, withoutWasm }) };
  const app = folder(name, { ...PAGE, ...files });
  const { build } = await tool("esbuild");
  const out = path.join(app, "out");
  await build({ entryPoints: [path.join(app, "main.js")], bundle: true, outdir: out, logLevel: "error" });
  return opened(out, policy);
}

async function viteBuild(name, files) {
  const app = folder(name, files);
  const { build } = await tool("vite");
  await build({ root: app, configFile: false, logLevel: "error", build: { outDir: "out" } });
  return opened(path.join(app, "out"));
}

async function viteDev() {
  const app = folder("vite-dev", PAGE);
  const { createServer } = await tool("vite");
  const server = await createServer({ root: app, configFile: false, logLevel: "error", cacheDir: path.join(app, "cache") });
  try {
    await server.listen(0);
    return await said(server.resolvedUrls.local[0]);
  } finally {
    await server.close();
  }
}

async function webpack() {
  const app = folder("webpack", PAGE);
  const { default: start } = await tool("webpack");
  const out = path.join(app, "out");
  const output = { path: out, filename: "main.js" };
  // It warns of more than 244 KiB, and every entry is in here; xtask/budgets.json holds the sizes.
  const compiler = start({ mode: "production", context: app, entry: "./main.js", output, performance: { hints: false } });
  const stats = await promisify(compiler.run.bind(compiler))();
  const problems = stats.toString({ all: false, errors: true, warnings: true });
  if (problems) throw new Error(problems);
  return opened(out);
}

async function rollup() {
  const app = folder("rollup", PAGE);
  const { rollup: start } = await tool("rollup");
  const { nodeResolve } = await tool("@rollup/plugin-node-resolve");
  const out = path.join(app, "out");
  const bundle = await start({ input: path.join(app, "main.js"), plugins: [nodeResolve({ browser: true })] });
  await bundle.write({ dir: out });
  return opened(out);
}

/** The package's own files, served as they are. */
async function scriptTag() {
  const { exports } = JSON.parse(readFileSync(path.join(prefile, "package.json"), "utf8"));
  const served = Object.entries(exports).filter(([, { default: file }]) => file);
  const packs = readdirSync(path.join(prefile, "dist/packs")).filter((name) => name.endsWith(".js"));
  const imports = Object.fromEntries(
    served.flatMap(([entry, { default: file }]) => {
      const names = entry.endsWith("/*") ? packs.map((name) => path.basename(name, ".js")) : ["*"];
      return names.map((name) => [`prefile${entry.slice(1)}`, `/prefile/${file.slice(2)}`].map((one) => one.replace("*", name)));
    }),
  );
  const map = `<script type="importmap">${JSON.stringify({ imports })}</script>`;
  const app = folder("script-tag", { ...PAGE, "index.html": HTML(`${map}<script type="module" src="/main.js"></script>`) });
  cpSync(prefile, path.join(app, "prefile"), { recursive: true });
  return opened(app);
}

// ── Next

let built;

/** One application, whose first page asks in the browser and whose second in the server. */
async function next(address) {
  const app = path.join(project, "apps/next");
  built ??= (async () => {
    cpSync(path.join(import.meta.dirname, "next"), app, { recursive: true });
    folder("next", {
      "program-page.js": program({ page: true }),
      "program.js": program({}),
    });
    await run(bin("next"), ["build"], { cwd: app, env: quiet });
  })();
  await built;
  const server = spawn(bin("next"), ["start", "--hostname", "127.0.0.1", "--port", "0"], { cwd: app, env: quiet });
  try {
    return await said(new URL(address, await announced(server)).href);
  } finally {
    server.kill();
  }
}

/** The address that a server prints when it is ready. */
function announced(server) {
  return new Promise((found, failed) => {
    let text = "";
    const read = (chunk) => {
      text += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
      if (url) found(url);
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.on("exit", () => failed(new Error(text)));
  });
}

// ── All of them

const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'";
const node = ["--experimental-permission", `--allow-fs-read=${project}/*`, "--no-warnings"];

/** Allows nothing but the page's own scripts: no WebAssembly either. */
const STRICTEST = "default-src 'none'; script-src 'self'";

/**
 * `page`: the program runs where there is a document. `refused`: it must say why it cannot.
 * `withoutWasm`: it imports the entry that does without.
 */
export const ENVIRONMENTS = {
  node: { run: () => runtime("node", "node", node) },
  bun: { run: () => runtime("bun", binary("@oven", "bin/bun"), ["run", "--no-install"]) },
  deno: { run: () => runtime("deno", binary("@deno", "deno"), ["run", "--no-prompt", "--no-remote", "--cached-only"]) },
  esbuild: { page: true, run: () => esbuild("esbuild") },
  "Vite build": { page: true, run: () => viteBuild("vite-build", PAGE) },
  "Vite dev": { page: true, run: viteDev },
  "webpack 5": { page: true, run: webpack },
  Rollup: { page: true, run: rollup },
  "Next client": { page: true, run: () => next("/") },
  "Next server": { run: () => next("/server") },
  "CSP with 'wasm-unsafe-eval'": { page: true, run: () => esbuild("csp", STRICT) },
  "CSP, and connect-src 'none'": { page: true, run: () => esbuild("csp-connect", `${STRICT}; connect-src 'none'`) },
  "CSP without": { page: true, refused: true, run: () => esbuild("csp-without", STRICTEST) },
  "CSP without, prefile/js": { page: true, withoutWasm: true, run: () => esbuild("csp-js", STRICTEST, true) },
  "node --jitless, prefile/js": { withoutWasm: true, run: () => runtime("jitless", "node", [...node, "--jitless"], true) },
  "web worker": { run: () => viteBuild("worker", WORKER) },
  "script tag": { page: true, run: scriptTag },
};
