// The worker is stopped in the middle, the extension is updated in the middle.
import { Chromium, ChromiumTab, expect, test } from "./browsers.ts";
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

test("a page whose extension was updated says so, and is left as it was", async () => {
  const chrome = await Chromium.start();
  const page = await chrome.page();
  const tab = new ChromiumTab(page);
  await tab.go(ADDRESS, siteOf(STYLES["plain HTML"]!, ROWS));
  await expect.poll(async () => {
    await page.fill('[data-row="2"]', "");
    await page.fill('[data-row="2"]', "A123456");
    await page.locator('[data-row="2"]').blur();
    return await page.locator(".prefile-text").count();
  }).toBe(1);
  // What is on its way when that happens gets no answer any more.
  await (await chrome.worker()).evaluate("setTimeout(() => chrome.runtime.reload())").catch(() => {});
  await expect.poll(async () => {
    await page.fill('[data-row="5"]', String(Math.random()));
    await page.locator('[data-row="5"]').blur();
    return await page.locator(".prefile-gone").allTextContents();
  }).toEqual(["prefile was updated. Reload this page to have your boxes checked again. What you typed is still here."]);
  await expect(page.locator("[aria-invalid], .prefile-beside")).toHaveCount(0);
  await expect(page.locator('[data-row="2"]')).toHaveValue("A123456");
  await chrome.close();
});
