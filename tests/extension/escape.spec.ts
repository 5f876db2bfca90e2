// Escape closes what was opened last, and puts the focus where it was; a page keeps its own Escape.
import { expect, test } from "./browsers.ts";
import { FILE, page, plan, rows, save, values } from "./filling.ts";
import type { Part, Popup } from "./part.ts";
import { ADDRESS } from "./styles.ts";

const focused = (part: Part) => part.run(() => document.activeElement?.textContent ?? "");

test.afterEach(async ({ surface }) => {
  await surface.inside(() => Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]));
});

test("in the popup it closes what would be filled, and then the popup", async ({ surface, tab, which }) => {
  const options = await save(surface, FILE);
  const popup = await plan(surface, tab, page('<p><label for="a">A-Number</label> <input id="a"></p>'));
  await popup.press("Show what would be filled");
  await expect.poll(() => rows(popup)).toHaveLength(1);
  expect(await focused(popup)).toBe("Fill from what you saved");
  await popup.strike("Escape");
  // Firefox asks no page of its panels: there the first closes all of it.
  if (which === "firefox") await expect.poll(() => popup.isOpen()).toBe(false);
  else await inside(popup);
  expect(await values(tab)).toEqual({});
  await options.close();
});

async function inside(popup: Popup): Promise<void> {
  await expect.poll(() => focused(popup)).toBe("Show what would be filled");
  expect(await rows(popup)).toEqual([]);
  // From a box of the list, too.
  await popup.strike("Enter");
  await expect.poll(() => rows(popup)).toHaveLength(1);
  await popup.strike("Tab");
  await expect.poll(() => popup.run(() => (document.activeElement as HTMLInputElement).type)).toBe("checkbox");
  await popup.strike("Escape");
  await expect.poll(() => focused(popup)).toBe("Show what would be filled");
  // The next is the browser's: what stands for keys in Chromium does not reach its windows.
  await popup.run(() => addEventListener("keydown", ({ defaultPrevented }) => (document.title = `kept: ${defaultPrevented}`)));
  await popup.strike("Escape");
  await expect.poll(() => popup.run(() => document.title)).toBe("kept: false");
  await popup.close();
}

test("in the settings it closes the question for a passphrase", async ({ surface }) => {
  const { lock } = (await import("../../xtask/js/files.mjs" as string)) as Record<string, (...given: string[]) => Promise<string>>;
  const options = await surface.options();
  await options.file("Open a file of answers", await lock!(FILE, "a passphrase of mine"));
  await expect.poll(() => options.run(() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent)).toBe("Passphrase of this file");
  await options.page.keyboard.press("Escape");
  await expect.poll(() => options.value("Passphrase of this file")).toBe(null);
  expect(await options.run(() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent)).toBe("Open a file of answers");
  expect(await options.value("Open a file of answers")).toBe("");
  await options.close();
});

test("beside a box nothing is opened: the page hears its Escape, and what is said stays", async ({ tab }) => {
  const body = page('<p><label for="a">A-Number</label> <input id="a"></p><p><label for="s">Social Security Number</label> <input id="s"></p>')
    .replace("<form>", "<script>window.heard = 0; addEventListener('keydown', ({ key }) => key === 'Escape' && window.heard++);</script><form>");
  await tab.go(ADDRESS, { [ADDRESS]: { body } });
  await expect.poll(() => tab.run(() => {
    const box = document.querySelector<HTMLInputElement>("#a")!;
    box.focus();
    if (box.value === "") box.value = "A 012 345 678";
    document.querySelector<HTMLElement>("#s")!.focus();
    return document.querySelectorAll(".prefile-button").length;
  })).toBe(1);
  const now = () => tab.run(() => [document.activeElement!.textContent, document.querySelectorAll(".prefile-button").length, (window as { heard?: number }).heard]);
  await tab.run(() => document.querySelector<HTMLElement>(".prefile-button")!.focus());
  await tab.strike("Escape");
  await expect.poll(now).toEqual(["Use A012-345-678", 1, 1]);
});
