// What the page promises: no request, no storage, nothing that runs but its own script.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { answer, box, enter, expect, NOTICE, open, test } from "./guard.ts";

const SINGLE = new URL("../../dist/prefile.html", import.meta.url);

test("it asks for its three files and keeps nothing", async ({ page, context }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await open(page, "number");
  await enter(page, "EAC2212345678");
  await expect(answer(page)).toContainText("receipt number");
  await open(page, "notice");
  await enter(page, NOTICE);
  await expect(page.locator(".paper-text")).toBeVisible();
  expect([...new Set(asked)].sort()).toEqual(["/", "/app.js", "/style.css"]);
  expect(await context.cookies()).toEqual([]);
  const stored = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]);
  expect(stored).toEqual([0, 0, 0]);
});

test("it works with the network gone", async ({ page, context, browserName }) => {
  test.skip(browserName !== "chromium", "stock Firefox cannot be taken off the network");
  await open(page, "number");
  await context.setOffline(true);
  await enter(page, "EAC2212345678");
  await expect(answer(page)).toContainText("This is a receipt number");
});

test("the policy is strict", async ({ page }) => {
  await open(page, "");
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  for (const rule of ["default-src 'none'", "connect-src 'none'", "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", "worker-src blob:;", "trusted-types worker"])
    expect(policy).toContain(rule);
  expect(policy).not.toMatch(/ 'unsafe-|https?:|\*/);
});

test.describe("trusted types", () => {
  test.use({ said: /TrustedHTML|require-trusted-types-for|innerHTML/ });

  test("text is never made into markup", async ({ page }) => {
    await open(page, "");
    const refused = await page.evaluate(() => {
      try {
        document.createElement("div").innerHTML = "<b>";
        return false;
      } catch {
        return true;
      }
    });
    expect(refused).toBe(true);
  });
});

test.describe("one file", () => {
  test("from the device's own folder", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url().replace(/#.*/, "")));
    await page.goto(`${SINGLE.href}#/number`);
    await enter(page, "eac-22-123-45678");
    await expect(answer(page)).toContainText("This is a receipt number");
    await page.getByRole("link", { name: "Español" }).click();
    await expect(answer(page)).toContainText("Esto es un número de recibo");
    await expect(box(page)).toHaveValue("eac-22-123-45678");
    await expect(page.locator(".card").first()).toHaveCSS("border-top-style", "solid");
    // Firefox does not report the file itself.
    expect(asked.filter((url) => !url.startsWith("data:") && url !== SINGLE.href)).toEqual([]);
  });
});

test.describe("a browser without WebAssembly", () => {
  test("is told so, in the place of the doors", async ({ page, browserName }) => {
    test.skip(browserName !== "chromium", "one browser is enough");
    const html = readFileSync(new URL("../../dist/site/index.html", import.meta.url), "utf8").replace(" 'wasm-unsafe-eval'", "");
    const server = createServer((request, response) => {
      const name = (request.url ?? "/").slice(1);
      response.setHeader("content-type", { "": "text/html", "app.js": "text/javascript", "style.css": "text/css" }[name] ?? "text/plain");
      response.end(name === "" ? html : readFileSync(new URL(`../../dist/site/${name}`, import.meta.url)));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const plain = await page.context().newPage();
    await plain.goto(`http://127.0.0.1:${port}/`);
    await expect(plain.getByText("This page could not start")).toBeVisible();
    await expect(plain.getByRole("link", { name: "Which number is this?" })).toBeHidden();
    await plain.close();
    server.close();
  });

  test("and one without JavaScript reads the first screen", async ({ browser, baseURL, browserName }) => {
    test.skip(browserName !== "chromium", "Playwright cannot turn stock Firefox's JavaScript off");
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
    const plain = await context.newPage();
    await plain.goto("./");
    await expect(plain.getByRole("heading", { level: 1 })).toHaveText("Check it before you send it");
    await expect(plain.getByText("This page could not start")).toBeVisible();
    await context.close();
  });
});
