// Somebody else's page that uses the package: every test holds that nothing is on its console and no
// policy is breached.
import { readFileSync } from "node:fs";
import path from "node:path";
import { test as base, expect, type Locator, type Page } from "@playwright/test";

const ORIGIN = "http://host.test";
const DIST = path.resolve("pkg/dist");

/** What a page is made of. */
export interface Host {
  /** What is in its body. */
  html: string;
  /** Its Content-Security-Policy. */
  policy?: string;
  /** Its script: one that attaches to the body if it says nothing else. */
  script?: string;
  /** Other files, by their path. */
  files?: Record<string, string>;
}

const ATTACH = `
  import { attach } from "/dist/dom.js";
  window.attach = attach;
  window.attached = attach(document.querySelector("#root") ?? document.body, window.options);`;

export const test = base.extend<{ said: RegExp; guard: void }>({
  /** What a test makes the browser say on purpose. */
  said: [/^\b$/, { option: true }],
  guard: [
    async ({ page, said }, use) => {
      const problems: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type()) && !said.test(message.text())) problems.push(message.text());
      });
      page.on("pageerror", (error) => {
        if (!said.test(error.message)) problems.push(error.message);
      });
      await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective}`));
      });
      await use();
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Opens the page. */
export async function open(page: Page, { html, policy, script = ATTACH, files = {} }: Host): Promise<void> {
  const headers = { ...(policy !== undefined && { "content-security-policy": policy }) };
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const text = { "/app.js": script, ...files }[pathname];
    if (pathname === "/") {
      const body = `<!doctype html><html lang="en"><title>Host</title><main>${html}</main><script type="module" src="/app.js"></script></html>`;
      return route.fulfill({ headers: { ...headers, "content-type": "text/html; charset=utf-8" }, body });
    }
    if (pathname === "/favicon.ico") return route.fulfill({ status: 204 });
    const body = text ?? readFileSync(path.join(DIST, pathname.replace(/^\/dist\//, "")), "utf8");
    return route.fulfill({ headers: { ...headers, "content-type": "text/javascript; charset=utf-8" }, body });
  });
  await page.goto(`${ORIGIN}/`);
}

/** Puts a text in a box as a person does who then goes on. */
export async function enter(page: Page, label: string, text: string): Promise<void> {
  const box = page.getByLabel(label, { exact: true });
  await box.fill(text);
  await box.blur();
}

/** Comes to a box and goes again, once all boxes were asked what they want: the last is one of ours. */
export async function visit(page: Page, last: Locator): Promise<void> {
  await page.locator("input").first().focus();
  await expect(last).toHaveAttribute("spellcheck", "false");
  await page.locator("input").first().blur();
}

/** What stands beside boxes. */
export const beside = (page: Page) => page.locator(".prefile-beside");
