// The worker is stopped in the middle, the extension is updated in the middle.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "./browsers.ts";
import { Chromium, ChromiumTab } from "./chromium.ts";
import { ADDRESS, STYLES, siteOf } from "./styles.ts";
import { FIELDS } from "./fields.ts";

const ROWS = FIELDS.map(({ labels, name }) => ({ label: labels[0], name }));

test("a worker that was stopped is started by the next box", async ({ chrome, tab }) => {
  const { page } = tab as ChromiumTab;
  await tab.go(ADDRESS, siteOf(STYLES["plain HTML"]!, ROWS));
  for (const [row, { wrong, says }] of FIELDS.entries()) {
    if (row % 3 === 0) await chrome.kill();
    await page.fill(`[data-row="${row}"]`, wrong);
    // Asked, and stopped before there is an answer.
    await Promise.all([page.locator(`[data-row="${row}"]`).blur(), row % 4 === 1 ? chrome.kill() : null]);
    await expect(page.locator(".prefile-texts").nth(row)).toContainText(says);
  }
  await expect(page.locator(".prefile-gone")).toHaveCount(0);
});

test("of two windows the popup speaks of its own, whichever was used last", async ({ chrome }) => {
  const page = (body: string): string => `<!doctype html><html lang="en"><title>Page</title><body>${body}</body></html>`;
  const one = await chrome.tab();
  await one.go(ADDRESS, { [ADDRESS]: { body: page("<label>A-Number <input></label>") } });
  const browser = await chrome.context.browser()!.newBrowserCDPSession();
  const [opened] = await Promise.all([chrome.context.waitForEvent("page"), browser.send("Target.createTarget", { url: "about:blank", newWindow: true })]);
  const other = new ChromiumTab(opened);
  await other.go("https://www.example.com/", { "https://www.example.com/": { body: page("<p>News</p>") } });
  const popup = await chrome.popup(one);
  await expect.poll(() => popup.text()).toContain("my.uscis.gov belongs to the agency.");
  await popup.close();
  await other.close();
  await one.close();
});

test("a site that a person added is looked at from the start, and no other", async () => {
  // As after the browser's own question, which no program can answer: the site is allowed already.
  const extension = mkdtempSync(path.join(os.tmpdir(), "prefile-added-"));
  cpSync("dist/extension/chromium", extension, { recursive: true });
  const file = path.join(extension, "manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as object;
  writeFileSync(file, JSON.stringify({ ...manifest, host_permissions: ["https://www.example.com/*"] }));
  const chrome = await Chromium.start(extension);
  const registered = async () => {
    const scripts = await (await chrome.worker()).evaluate("chrome.scripting.getRegisteredContentScripts()");
    return (scripts as { matches: string[] }[]).flatMap(({ matches }) => matches);
  };
  await expect.poll(registered).toEqual(["https://www.example.com/*"]);
  const page = await chrome.page();
  const tab = new ChromiumTab(page);
  // One site in a frame of another: once the one has its finding, the other would have had it.
  const form = (inside: string): string => `<!doctype html><html lang="en"><title>Form</title><label>A-Number <input></label>${inside}`;
  await tab.go("https://www.example.org/form", {
    "https://www.example.org/form": { body: form('<iframe src="https://www.example.com/form"></iframe>') },
    "https://www.example.com/form": { body: form("") },
  });
  const inner = page.frameLocator("iframe");
  await expect.poll(async () => {
    for (const frame of [page, inner]) {
      await frame.locator("input").fill("");
      await frame.locator("input").fill("A123456");
      await frame.locator("input").blur();
    }
    return await inner.locator(".prefile-text").count();
  }).toBe(1);
  expect(await page.locator(".prefile-text").count()).toBe(0);
  await tab.go("https://www.example.com/form", { "https://www.example.com/form": { body: "<!doctype html><title>Form</title>" } });
  const popup = await chrome.popup(tab);
  await expect.poll(() => popup.text()).toContain("No longer check on www.example.com");
  await popup.close();
  await chrome.close();
  rmSync(extension, { recursive: true });
});
