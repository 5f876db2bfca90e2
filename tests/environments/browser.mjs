// Debian's Chromium on pages of somebody else's, and what these pages ask for.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { chromium } from "@playwright/test";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css" };

let browser;

/** Serves the files of a folder, with these headers, while `use` runs. */
export async function serve(folder, headers, use) {
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const file = path.join(folder, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    const body = await readFile(file).catch(() => undefined);
    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    response.writeHead(body ? 200 : 404, { "content-type": type, ...headers }).end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    return await use(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Opens a page and gives it to `use`. It may ask only its own host, and for no WebAssembly. */
export async function visit(url, use) {
  browser ??= await chromium.launch({ executablePath: "/usr/bin/chromium" });
  const context = await browser.newContext();
  const wrong = [];
  context.on("request", (request) => {
    const asked = request.url();
    if (!/^(?:data|blob):/.test(asked) && new URL(asked).host !== new URL(url).host) wrong.push(`asked for ${asked}`);
    if (/\.wasm\b/.test(asked)) wrong.push(`asked for ${asked}`);
  });
  context.on("response", (response) => {
    if (/wasm/.test(response.headers()["content-type"] ?? "")) wrong.push(`${response.url()} is WebAssembly`);
  });
  try {
    const page = await context.newPage();
    page.on("pageerror", (error) => wrong.push(error.message));
    await page.goto(url);
    const result = await use(page).catch((error) => wrong.push(error.message));
    if (wrong.length > 0) throw new Error(wrong.join("\n"));
    return result;
  } finally {
    await context.close();
  }
}

/** What the page at this address says (a page's script puts it there as JSON). */
export function said(url) {
  return visit(url, async (page) => {
    const text = page.locator("#said:not(:empty)");
    await text.waitFor({ state: "attached", timeout: 90_000 });
    return JSON.parse(await text.textContent());
  });
}

export async function close() {
  await browser?.close();
}
