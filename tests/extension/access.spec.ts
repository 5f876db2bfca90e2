// By keyboard alone, for whoever sees dark or light, in both languages.
import type { Page } from "@playwright/test";
import { expect, test } from "./browsers.ts";
import { ChromiumTab } from "./chromium.ts";
import type { Options, Popup } from "./part.ts";
import { faults, outside, small } from "../browser/axe.ts";
import { ADDRESS } from "./styles.ts";

const FILE = `{
"file": "prefile answers",
"version": 1,
"saved": "2026-11-22",
"answers": [
{"list":"trips","entries":1},
{"list":"jobs","entries":1},
{"fact":"trips[0].countries","text":"Mexico"},
{"fact":"applicant.family_name","text":"García"},
{"fact":"applicant.a_number","text":"A012-345-678"}
]
}
`;

const FORM = `<!doctype html><html lang="en"><head><meta name="color-scheme" content="light dark"><title>Form</title></head><body><main><h1>Form</h1><form>
  <p><label for="f">Family Name (Last Name)</label> <input id="f"></p>
  <p><label for="a">A-Number</label> <input id="a"></p>
  <p><label for="s">Social Security Number</label> <input id="s"></p></form></main></body></html>`;

const SITE = { [ADDRESS]: { body: FORM } };

/** The name of what has the focus. */
function focused(): string {
  const one = document.activeElement as HTMLInputElement;
  return one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent ?? one.textContent ?? "";
}

/** Goes on by Tab until something with this name has the focus. */
async function tabTo(popup: Popup, name: string): Promise<void> {
  const passed: string[] = [];
  do {
    await popup.strike("Tab");
    passed.push(await popup.run(focused));
    expect(passed.length, `${name} among ${passed.join(", ")}`).toBeLessThan(40);
  } while (!passed.at(-1)!.startsWith(name));
}

async function tabIn({ page }: Options<Page>, name: string): Promise<void> {
  const passed: string[] = [];
  do {
    await page.keyboard.press("Tab");
    passed.push(await page.evaluate(focused));
    expect(passed.length, `${name} among ${passed.join(", ")}`).toBeLessThan(60);
  } while (passed.at(-1) !== name);
}

test.afterEach(async ({ surface }) => {
  await surface.inside(() => Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]));
});

for (const scheme of ["light", "dark"] as const)
  for (const language of ["en", "es"] as const)
    test(`axe finds nothing: ${scheme}, ${language}`, async ({ chrome: browser, tab }) => {
      const { page } = tab as ChromiumTab;
      const options = await browser.options();
      await options.page.emulateMedia({ colorScheme: scheme });
      await options.file("Open a file of answers", FILE);
      await expect(options.page.locator("#done")).toHaveText("Saved.");
      await options.type("Language", language === "en" ? "English" : "Español");
      await expect(options.page.locator("html")).toHaveAttribute("lang", language);
      expect(await faults(options.page)).toEqual([]);
      await options.page.setViewportSize({ width: 320, height: 640 });
      expect(await small(options.page)).toEqual([]);
      expect(await outside(options.page)).toBe(0);

      await page.emulateMedia({ colorScheme: scheme });
      await tab.go(ADDRESS, SITE);
      await page.fill("#a", "A123456");
      await page.locator("#s").focus();
      await expect(page.locator(".prefile-text")).toHaveCount(1);
      expect(await faults(page)).toEqual([]);

      const popup = await browser.popup(tab as ChromiumTab);
      await popup.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: scheme }] });
      await expect.poll(() => popup.run(() => document.querySelectorAll("#filling button").length)).toBe(1);
      await popup.run(() => document.querySelector<HTMLElement>("#filling button")!.click());
      await expect.poll(() => popup.run(() => document.querySelectorAll("#plan li").length)).toBe(2);
      expect(await popup.faults()).toEqual([]);
      expect(await popup.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      await popup.close();
      await options.close();
    });

test("the popup, by keyboard alone", async ({ chrome: browser, tab }) => {
  const options = await browser.options();
  await options.file("Open a file of answers", FILE);
  await expect(options.page.locator("#done")).toHaveText("Saved.");
  await tab.go(ADDRESS, SITE);
  const { page } = tab as ChromiumTab;
  await page.fill("#s", "000-12-3456");
  const first = await browser.popup(tab as ChromiumTab);
  await expect.poll(() => first.text()).toContain("Show what would be filled");
  await tabTo(first, "Go to the box: Social Security Number");
  await first.strike("Enter");
  await expect.poll(() => tab.run(() => document.activeElement?.id)).toBe("s");
  await expect.poll(() => first.isOpen()).toBe(false);
  const popup = await browser.popup(tab as ChromiumTab);
  await expect.poll(() => popup.text()).toContain("Show what would be filled");
  await tabTo(popup, "Show what would be filled");
  await popup.strike("Enter");
  await expect.poll(() => popup.run(() => document.querySelectorAll("#plan li").length)).toBe(2);
  await tabTo(popup, "A-Number: A012-345-678");
  await popup.strike(" ");
  await tabTo(popup, "Fill the boxes with a tick");
  await popup.strike("Enter");
  await expect.poll(() => popup.text()).toContain("Filled: 1. Left alone: 0.");
  expect(await tab.run(() => [document.querySelector<HTMLInputElement>("#f")!.value, document.querySelector<HTMLInputElement>("#a")!.value])).toEqual(["García", ""]);
  await tabTo(popup, "Undo");
  await popup.strike("Enter");
  await expect.poll(() => popup.text()).toContain("Put back: 1.");
  await popup.close();
  await options.close();
});

test("the settings, by keyboard alone", async ({ chrome: browser }) => {
  const options = await browser.options();
  const { keyboard } = options.page;
  await tabIn(options, "What is it?");
  await keyboard.type("Given");
  await tabIn(options, "Your answer");
  await keyboard.type("María");
  await tabIn(options, "Add");
  await keyboard.press("Enter");
  await expect.poll(() => options.value("Given name")).toBe("María");
  await tabIn(options, "Add a trip");
  await keyboard.press("Enter");
  await expect.poll(() => options.value("Trip 1: Countries")).toBe("");
  // The focus is where it was: what came stands before it.
  await expect.poll(() => options.run(focused)).toBe("Add a trip");
  await keyboard.press("Shift+Tab");
  await keyboard.press("Shift+Tab");
  await keyboard.type("Mexico");
  await tabIn(options, "Save what I changed");
  await keyboard.press("Enter");
  await expect.poll(async () => JSON.stringify(await browser.inside(() => chrome.storage.session.get(null)))).toContain("trips[0].countries");
  expect(await options.value("Trip 1: Countries")).toBe("Mexico");
  await tabIn(options, "Remove: Trip 1");
  await keyboard.press("Enter");
  await expect.poll(() => options.value("Trip 1: Countries")).toBe(null);
  await tabIn(options, "Passphrase");
  await keyboard.type("correct horse battery");
  await tabIn(options, "Keep it, locked with a passphrase");
  await keyboard.press("Enter");
  await expect(options.page.locator("#done")).toContainText("locked with your passphrase");
  await tabIn(options, "Lock now");
  await keyboard.press("Enter");
  await expect.poll(() => options.text()).toContain("What you saved is locked.");
  await tabIn(options, "Passphrase");
  await keyboard.type("correct horse battery");
  await tabIn(options, "Unlock");
  await keyboard.press("Enter");
  await expect.poll(() => options.value("Given name")).toBe("María");
  await tabIn(options, "Forget everything");
  await keyboard.press("Enter");
  await expect(options.page.locator("#done")).toContainText("Everything is forgotten");
  await options.close();
});

test("what stands beside a box, by keyboard alone", async ({ tab }) => {
  await tab.go(ADDRESS, SITE);
  const { page } = tab as ChromiumTab;
  await page.locator("#f").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.type("A 012 345 678");
  await page.keyboard.press("Tab");
  await expect(page.locator("#s")).toBeFocused();
  const use = page.getByRole("button", { name: "Use A012-345-678" });
  await expect(use).toBeVisible();
  // What is offered stands behind its box, and before the next.
  await page.keyboard.press("Shift+Tab");
  await expect(use).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#a")).toHaveValue("A012-345-678");
  const undo = page.getByRole("button", { name: "Undo" });
  await expect(undo).toBeVisible();
  await expect(page.locator("#a")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(undo).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#a")).toHaveValue("A 012 345 678");
});

test("nothing is drawn while a button is pressed: it would slip away from under the pointer", async ({ tab }) => {
  const { page } = tab as ChromiumTab;
  const session = await page.context().newCDPSession(page);
  const worlds: { id: number; origin: string }[] = [];
  session.on("Runtime.executionContextCreated", ({ context }) => worlds.push(context));
  await session.send("Runtime.enable");
  await tab.go(ADDRESS, { [ADDRESS]: { body: FORM.replace("</form>", '<p><button type="button" id="next" onclick="document.title = \'clicked\'">Next</button></p></form>') } });
  await page.locator("#s").click();
  await page.keyboard.type("000-12-3456");
  await page.locator("#next").hover();
  const top = () => tab.run(() => document.querySelector("#next")!.getBoundingClientRect().top);
  const before = await top();
  await page.mouse.down();
  // The worker answers in order: after three more, whatever was asked before has its answer.
  const { id } = worlds.findLast(({ origin }) => origin.startsWith("chrome-extension:"))!;
  for (let i = 0; i < 3; i++)
    await session.send("Runtime.evaluate", { contextId: id, awaitPromise: true, expression: 'chrome.runtime.sendMessage({ say: "read", questions: [] }).then(() => 0)' });
  expect(await top()).toBe(before);
  expect(await page.locator(".prefile-text").count()).toBe(0);
  await page.mouse.up();
  await expect(page.locator(".prefile-text")).toHaveCount(1);
  expect(await page.title()).toBe("clicked");
});
