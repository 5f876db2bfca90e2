// Every snippet of pkg/README.md, as it stands there, run against the packed package: those of plain
// JavaScript in Node, where `expression; // literal` is an assertion, the others in Chromium.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { serve, visit } from "./browser.mjs";
import { folder, prefile, tool } from "./project.mjs";

const run = promisify(execFile);

/** What tries a snippet that is not plain JavaScript, by the name of its row. */
const TRIED = {
  "React Hook Form": (code) => react(code, async (page) => {
    await refusesTooShort(page);
    equal(await page.locator("#why").getAttribute("data-code"), "a-number/too-short");
    await page.getByLabel("Receipt number").fill("EAC22123456O8");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("button", { name: "EAC2212345608" }).click();
    equal(await page.getByLabel("Receipt number").inputValue(), "EAC2212345608");
    await page.getByLabel("A-Number").fill("a 12 345 678");
    deepEqual(await sent(page), { aNumber: "A012345678", case: { receipt: "EAC2212345608" } });
    equal(await page.getByLabel("A-Number").inputValue(), "a 12 345 678");
  }),
  "React Hook Form 2": (code) => react(code, async (page) => {
    await refusesTooShort(page);
    await page.getByLabel("A-Number").fill("a 12 345 678");
    deepEqual(await sent(page), { aNumber: "A012345678" });
  }),
  "TanStack Form": (code) => react(code, async (page) => {
    await refusesTooShort(page);
    equal(await page.locator("[data-code]").getAttribute("data-code"), "a-number/too-short");
    await page.getByLabel("A-Number").fill("a 12 345 678");
    deepEqual(await sent(page), { aNumber: "a 12 345 678" });
  }),
  Vue: async (code) => {
    const { compileScript, parse } = await tool("vue/compiler-sfc");
    const { content } = compileScript(parse(code).descriptor, { id: "one", inlineTemplate: true });
    const main = `import { createApp } from "vue"; import one from "./one.js"; createApp(one).mount("main");`;
    await bundled("vue", { "one.js": content, "main.js": main }, corrects);
  },
  Svelte: async (code) => {
    const { compile } = await tool("svelte/compiler");
    const { js } = compile(code, { generate: "client", filename: "One.svelte" });
    const main = `import { mount } from "svelte"; import One from "./one.js"; mount(One, { target: document.querySelector("main") });`;
    await bundled("svelte", { "one.js": js.code, "main.js": main }, corrects);
  },
  "As an element": async (code) => {
    const [whole, script] = /<script type="module">([^]*)<\/script>/.exec(code);
    const main = `document.querySelector("main").innerHTML = ${JSON.stringify(code.replace(whole, ""))};`;
    await bundled("element", { "main.js": main + script }, async (page) => {
      await page.getByRole("radio", { name: "Por correo a un Lockbox de USCIS" }).check();
      await page.getByRole("button", { name: "Continuar" }).click();
      await page.getByLabel("Apellido").fill("Ibarra");
      await page.waitForFunction(`document.title === "1 boxes"`);
    });
  },
  "Boxes that explain themselves": async (code) => {
    const main = `document.querySelector("main").append(document.createElement("form"));
      const label = document.createElement("label");
      label.append("A-Number ", document.createElement("input"));
      document.querySelector("form").append(label);`;
    const imports = /^import .*$/m.exec(code)[0];
    await bundled("dom", { "main.js": imports + main + code.replace(imports, "") + "window.attached = { check, detach };" }, async (page) => {
      await page.getByLabel("A-Number").fill("A12345");
      await page.getByLabel("A-Number").blur();
      await page.getByText(`Must fix: ${TOO_SHORT}`).waitFor();
      equal(await page.evaluate("attached.check()[0].code"), "a-number/too-short");
      await page.evaluate("attached.detach()");
      match(await page.locator("main").innerText(), /^A-Number\s*$/);
    });
  },
  "Boxes that explain themselves 2": async (code) => {
    const app = folder("readme-auto", { "index.html": `<!doctype html><title>nothing</title><body>${code}` });
    cpSync(prefile, path.join(app, "prefile"), { recursive: true });
    await serve(app, {}, (url) => visit(url, async (page) => {
      for (const box of await page.locator("input").all()) await box.fill("A12345");
      await page.getByRole("button", { name: "Send" }).click();
      await page.getByText("There are 2 things to fix").waitFor();
      deepEqual(await page.locator("[aria-invalid]").evaluateAll((boxes) => boxes.map((box) => box.name)), ["card", "receipt"]);
    }));
  },
  "Boxes that explain themselves 3": (code) => react(code, async (page) => {
    await page.getByLabel("A-Number").fill("A12345");
    await page.getByLabel("A-Number").blur();
    await page.getByText(`Must fix: ${TOO_SHORT}`).waitFor();
  }),
  "Where it runs": async (code) => {
    const app = folder("readme-html", { "index.html": `<!doctype html><body>${code}` });
    cpSync(prefile, path.join(app, "prefile"), { recursive: true });
    await serve(app, {}, (url) => visit(url, async (page) => page.getByText("true", { exact: true }).waitFor()));
  },
  "Where it runs 2": async (code) => {
    const main = `
      const worker = new Worker("/worker.js", { type: "module" });
      worker.onmessage = ({ data }) => document.querySelector("main").append(data[0].kind);
      worker.postMessage("EAC2212345678");`;
    await bundled("worker", { "worker.js": code, "main.js": main }, (page) => page.getByText("receipt-number").waitFor());
  },
  "What can go wrong": async (code) => {
    const [, name, value] = /^(.*?): (.*)$/.exec(code.trim());
    const main = `import { isValid } from "prefile"; document.querySelector("main").append(isValid("ssn", "219-09-9998"));`;
    await bundled("policy", { "main.js": main }, async (page) => page.getByText("true").waitFor(), { [name]: value });
  },
};

/** A row for each snippet: its name, and what runs it. */
export function snippets() {
  const rows = [];
  let heading = "prefile";
  const text = readFileSync(path.join(prefile, "README.md"), "utf8");
  for (const [, title, language, code] of text.matchAll(/^#+ (.*)$|^```(\w+)\n([^]*?)^```$/gm)) {
    if (title) heading = title;
    else rows.push(row(heading, rows.filter(([name]) => name.startsWith(`README: ${heading}`)).length, language, code));
  }
  const names = new Set(rows.map(([name]) => name));
  for (const name of Object.keys(TRIED)) if (!names.has(`README: ${name}`)) throw new Error(`the README has no snippet "${name}"`);
  return rows;
}

function row(heading, before, language, code) {
  const name = before > 0 ? `${heading} ${before + 1}` : heading;
  const tried = TRIED[name] ?? (language === "js" ? inNode : undefined);
  if (!tried) throw new Error(`nothing tries the README's snippet "${name}"`);
  return [`README: ${name}`, async () => tried(code)];
}

const LITERAL = /^("(?:[^"\\]|\\.)*"|true|false|null|-?\d+|\{.*\}|\[.*\])(?=$|[;:,] )/;

/** Runs a snippet; each line with a literal behind it must give that. */
async function inNode(code) {
  let held = 0;
  const lines = code.split("\n").map((line) => {
    const [, expression, remark] = /^(\S.*?); +\/\/ (.*)$/.exec(line) ?? [];
    const literal = LITERAL.exec(remark ?? "")?.[1];
    if (literal === undefined || /^(?:import|const) /.test(expression)) return line;
    held++;
    return `same(${expression}, ${literal});`;
  });
  ok(held > 0, "asserts nothing");
  const same = `
    import { deepEqual, equal } from "node:assert/strict";
    function same(given, wanted) {
      if (typeof wanted === "string" && wanted.endsWith("…")) equal(given.slice(0, wanted.length - 1), wanted.slice(0, -1));
      else deepEqual(JSON.parse(JSON.stringify(given)), wanted);
    }`;
  const app = folder("readme", { "snippet.js": lines.join("\n") + same });
  await run("node", ["snippet.js"], { cwd: app });
}

/** Mounts a snippet's component and tries it. */
function react(code, use) {
  const main = `
    import { createRoot } from "react-dom/client";
    import { Filing } from "./filing.jsx";
    const send = (values) => { document.title = JSON.stringify(values); };
    createRoot(document.querySelector("main")).render(<Filing onSubmit={send} />);`;
  return bundled("react", { "filing.jsx": code, "main.jsx": main }, use);
}

/** Bundles an application and opens it. */
async function bundled(name, files, use, headers = {}) {
  const app = folder(`readme-${name}`, files);
  const { build } = await tool("esbuild");
  await build({
    entryPoints: Object.keys(files).filter((file) => /^(?:main|worker)\./.test(file)).map((file) => path.join(app, file)),
    bundle: true,
    format: "esm",
    jsx: "automatic",
    conditions: ["browser"],
    define: { "process.env.NODE_ENV": `"production"` },
    outdir: path.join(app, "out"),
    logLevel: "error",
  });
  const page = folder(`readme-${name}/out`, {
    "index.html": `<!doctype html><title>nothing</title><main></main><script type="module" src="/main.js"></script>`,
  });
  await serve(page, headers, (url) => visit(url, use));
}

const TOO_SHORT = "An A-Number has 7 to 9 digits; this has 5. Compare it with the paper.";

/** A form does not send a number that is too short, and says why. */
async function refusesTooShort(page) {
  await page.getByLabel("A-Number").fill("A12345");
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByText(TOO_SHORT).waitFor();
  equal(await page.title(), "nothing");
}

/** What a form sends. */
async function sent(page) {
  await page.getByRole("button", { name: "Send" }).click();
  await page.waitForFunction(() => document.title !== "nothing");
  return JSON.parse(await page.title());
}

/** A box says what is wrong once it is left, and takes it back. */
async function corrects(page) {
  const box = page.getByLabel("A-Number");
  await box.fill("A12345");
  await box.blur();
  await page.getByText(TOO_SHORT).waitFor();
  await box.fill("A012345678");
  await box.blur();
  await page.getByText(TOO_SHORT).waitFor({ state: "detached" });
  match(await page.locator("main").innerText(), /^A-Number\s*$/);
}
