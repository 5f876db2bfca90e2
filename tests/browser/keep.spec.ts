// Answers in a file, locked or not, and in the browser if the person asks: nothing is overwritten
// without a word, and nothing stays where it was not asked to.
import type { Locator, Page } from "@playwright/test";
import { faults, outside, small } from "./axe.ts";
import { expect, open, test } from "./guard.ts";
import { choose, save } from "./saved.ts";

const title = (page: Page) => page.getByRole("heading", { level: 1 });
const opened = (page: Page) => page.locator("[data-part=opened]");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const stored = (page: Page) => page.evaluate(() => localStorage.length);

async function answer(page: Page, name: string): Promise<void> {
  await open(page, "form/g-1145");
  await page.getByRole("radio", { name: "By mail to a USCIS Lockbox" }).check();
  await press(page, "Continue");
  await page.getByLabel("Family name").fill(name);
}

/** Stock Firefox loses its window's focus when a test hands it a file; the place in the page stays. */
const focused = (one: Locator) => expect.poll(() => one.evaluate((one) => one === document.activeElement)).toBe(true);

async function toKeep(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Keep my answers" }).click();
  await expect(title(page)).toHaveText("Keep my answers");
}

/** The family name, as the form has it now. */
async function name(page: Page): Promise<string> {
  await open(page, "form/g-1145");
  await press(page, "All steps");
  await press(page, "Who files");
  return page.getByLabel("Family name").inputValue();
}

test.beforeEach(({ page }) => page.setViewportSize({ width: 320, height: 700 }));

test("two files, letter by letter", async ({ page }) => {
  const file = (...answers: object[]) =>
    `{\n"file": "prefile answers",\n"version": 1,\n"saved": "2026-01-15",\n"answers": [\n${answers.map((one) => JSON.stringify(one)).join(",\n")}\n]\n}\n`;
  const name = (text: string) => ({ fact: "applicant.family_name", text });
  const yes = { fact: "mailing.in_us", text: "yes" };
  await open(page, "keep");
  await choose(page, file(name("Ibarra"), yes, { fact: "applicant.birth_date", text: "10/05/1967" }));
  await expect(opened(page)).toContainText("Answers on this page now: 3.");
  await choose(page, file(name("Ybarra"), yes));
  await press(page, "Show what differs");
  const differences = page.locator("[data-part=differences]");
  await expect(differences.getByText("Answers that are not the same: 2.")).toBeVisible();
  // The questions come with the forms that ask them.
  await expect(differences.getByRole("heading")).toHaveText(["Family name", "Date of birth"]);
  await expect(differences.locator("mark")).toHaveText(["I", "Y", "10/05/1967"]);
  await expect(differences.locator("dt").first()).toHaveText("On this page");
  expect(await faults(page)).toEqual([]);
  expect(await outside(page)).toBe(0);
  await press(page, "Keep what is here");
  await expect(page.locator("[data-part=here]")).toHaveText("Answers on this page now: 3.");
});

test("a tab with answers that are kept nowhere asks before it goes", async ({ page }) => {
  const asked = () =>
    page.evaluate(() => {
      const event = new Event("beforeunload", { cancelable: true });
      dispatchEvent(event);
      return event.defaultPrevented;
    });
  await open(page, "form/g-1145");
  expect(await asked()).toBe(false);
  await answer(page, "Ibarra");
  expect(await asked()).toBe(true);
  await toKeep(page);
  await save(page);
  expect(await asked()).toBe(false);
  await name(page);
  await page.getByLabel("Family name").fill("Ibarra Luna");
  expect(await asked()).toBe(true);
  await toKeep(page);
  await page.getByLabel("Keep my answers in this browser").check();
  expect(await asked()).toBe(false);
  await press(page, "Forget everything");
  expect(await asked()).toBe(false);
});

test("what is changed while a file is being locked is not taken for saved", async ({ page, browserName }) => {
  const goOn = () => page.evaluate(() => (globalThis as unknown as { goOn(): void }).goOn());
  await answer(page, "Ibarra");
  await toKeep(page);
  await page.evaluate(() => {
    const derive = SubtleCrypto.prototype.deriveKey;
    SubtleCrypto.prototype.deriveKey = async function (...given) {
      await new Promise<void>((goOn) => Object.assign(globalThis, { goOn }));
      return derive.apply(this, given);
    };
  });
  for (const [changed, kept] of [
    ["Ibarra", true],
    ["Ibarra Luna", false],
  ] as const) {
    await page.getByLabel("Passphrase, if you want to lock the file").fill("cobalt shrub waltz ninety");
    await press(page, "Save the file");
    await expect(page.locator("[data-part=saved]")).toContainText("One moment.");
    await page.goBack();
    await page.getByLabel("Family name").fill(changed);
    await page.goForward();
    const download = browserName === "chromium" ? page.waitForEvent("download") : null;
    await goOn();
    await download;
    await expect(page.locator("[data-part=saved]")).toContainText("The locked file was given to your browser");
    const asked = await page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
    expect(asked, changed).toBe(!kept);
  }
});

test("saved, forgotten, opened again", async ({ page }) => {
  await answer(page, "Ibarra");
  await toKeep(page);
  expect(await faults(page)).toEqual([]);
  expect(await small(page)).toEqual([]);
  expect(await outside(page)).toBe(0);
  const text = await save(page);
  expect(JSON.parse(text)).toMatchObject({ version: 1, answers: [{ fact: "filing.sent_to", text: "lockbox" }, { fact: "applicant.family_name", text: "Ibarra" }] });
  await press(page, "Forget everything");
  await open(page, "keep");
  await choose(page, text);
  await expect(opened(page)).toHaveText("Answers on this page now: 2.");
  expect(await name(page)).toBe("Ibarra");
});

test("what is here is replaced only on a word, and comes back", async ({ page }) => {
  await answer(page, "Ibarra");
  await toKeep(page);
  const text = await save(page);
  await page.goBack();
  await page.getByLabel("Family name").fill("Lopez");
  await toKeep(page);
  await choose(page, text);
  await focused(page.getByText("There are answers on this page already."));
  expect(await faults(page)).toEqual([]);
  await press(page, "Keep what is here");
  await expect(opened(page)).toHaveText("Nothing was changed.");
  await choose(page, text);
  await press(page, "Use those of the file");
  await page.goBack();
  await expect(page.getByLabel("Family name")).toHaveValue("Ibarra");
  await press(page, "Undo");
  await expect(page.getByLabel("Family name")).toHaveValue("Lopez");
});

test("a locked file opens with its passphrase alone", async ({ page }) => {
  test.slow();
  await answer(page, "Ibarra");
  await toKeep(page);
  await page.getByLabel("Passphrase, if you want to lock the file").fill("cobalt shrub waltz ninety");
  const text = await save(page);
  expect(text).not.toContain("Ibarra");
  expect(text).not.toContain("cobalt");
  await expect(page.getByLabel("Passphrase, if you want to lock the file")).toHaveValue("");
  await press(page, "Forget everything");
  await open(page, "keep");
  await choose(page, text);
  const box = page.getByLabel("Passphrase of the file");
  await focused(box);
  await box.fill("cobalt shrub waltz");
  await press(page, "Open it");
  await expect(opened(page)).toContainText("This passphrase does not open the file.");
  await focused(box);
  expect(await faults(page)).toEqual([]);
  await box.fill("cobalt shrub waltz ninety");
  await box.press("Enter");
  await expect(opened(page)).toHaveText("Answers on this page now: 2.");
  expect(await name(page)).toBe("Ibarra");
});

test("a passphrase can be seen before it locks anything, and is hidden again", async ({ page }) => {
  const box = page.getByLabel("Passphrase, if you want to lock the file");
  const show = page.getByRole("button", { name: "Show the password" });
  await answer(page, "Ibarra");
  await toKeep(page);
  await box.fill("cobalt shrub waltz ninety");
  await show.click();
  await expect(box).toHaveAttribute("type", "text");
  await expect(page.getByRole("status")).toHaveText("Your password can be seen now.");
  await page.getByRole("link", { name: "Español" }).click();
  await page.getByRole("button", { name: "Ocultar la contraseña" }).click();
  await page.getByRole("link", { name: "English" }).click();
  await expect(box).toHaveAttribute("type", "password");
  // On another screen it is not left to be seen.
  await show.click();
  await page.getByRole("link", { name: "Fill a form with me" }).click();
  // Who goes back before the page has heard of the first step was never on another screen.
  await expect(title(page)).toHaveText("Fill a form with me");
  await page.goBack();
  await expect(title(page)).toHaveText("Keep my answers");
  await expect(box).toHaveAttribute("type", "password");
  await show.click();
  await page.evaluate(() => dispatchEvent(new Event("pagehide")));
  await expect(box).toHaveAttribute("type", "password");
  await expect(box).toHaveValue("cobalt shrub waltz ninety");
  await show.click();
  const text = await save(page);
  await expect(page.locator("[data-part=saved]")).toContainText("The locked file");
  await expect(box).toHaveAttribute("type", "password");
  // That of the file, too.
  await choose(page, text);
  await page.getByLabel("Passphrase of the file").fill("cobalt");
  await show.last().click();
  await expect(page.getByLabel("Passphrase of the file")).toHaveAttribute("type", "text");
  await expect(box).toHaveAttribute("type", "password");
  expect(await faults(page)).toEqual([]);
  expect(await small(page)).toEqual([]);
  expect(await outside(page)).toBe(0);
  // What was said before is said in the language that is read now.
  await page.getByRole("link", { name: "Español" }).click();
  await expect(page.locator("[data-part=saved]")).toContainText("El archivo protegido");
});

test("a damaged file gives what can be read; a foreign one and one of another version, nothing", async ({ page }) => {
  await answer(page, "Ibarra");
  await toKeep(page);
  const text = await save(page);
  await press(page, "Forget everything");
  await open(page, "keep");
  await choose(page, text.slice(0, text.indexOf("Ibarra")));
  await expect(opened(page)).toHaveText("Answers on this page now: 1. The file was damaged. Parts that could not be read: 1. Look through your answers.");
  for (const [other, said] of [
    [text.replace('"version": 1', '"version": 2'), "Another version of this page made this file."],
    [text.replace('"version": 1', '"version": 2').slice(0, -9), "Another version of this page made this file."],
    ['{"name": "Ibarra"}', "This file holds no answers that this page can read."],
    ["", "This file holds no answers that this page can read."],
    ['{"file": "prefile answers", "version": 1, "locked": {}}', null],
  ] as const) {
    await choose(page, other);
    if (said !== null) {
      await expect(opened(page)).toContainText(said);
      await expect(opened(page)).toContainText("Nothing here was changed");
    }
  }
  await press(page, "Open it");
  await expect(opened(page)).toContainText("This file holds no answers that this page can read.");
  await expect(page.locator("[data-part=here]")).toHaveText("Answers on this page now: 1.");
});

test("in the browser only when it is asked for, until it is forgotten", async ({ page }) => {
  await answer(page, "Ibarra");
  await toKeep(page);
  expect(await stored(page)).toBe(0);
  await page.getByRole("checkbox", { name: "Keep my answers in this browser" }).check();
  expect(await stored(page)).toBe(1);
  await page.goBack();
  await page.getByLabel("Family name").fill("Lopez");
  await expect.poll(() => page.evaluate(() => localStorage.getItem("prefile"))).toContain("Lopez");
  await page.reload();
  expect(await name(page)).toBe("Lopez");
  await toKeep(page);
  await expect(page.getByRole("checkbox", { name: "Keep my answers in this browser" })).toBeChecked();
  await press(page, "Forget everything");
  expect(await stored(page)).toBe(0);
  await page.reload();
  await open(page, "keep");
  await expect(page.locator("[data-part=here]")).toHaveText("Answers on this page now: 0.");
});

test("what another version kept in the browser stays as it is", async ({ page }) => {
  await open(page, "keep");
  await page.evaluate(() => localStorage.setItem("prefile", '{\n"file": "prefile answers",\n"version": 9\n}'));
  await page.reload();
  await answer(page, "Ibarra");
  await toKeep(page);
  await expect(page.locator("[data-part=stay-said]")).toContainText("Another version of this page made this file.");
  await expect(page.getByRole("checkbox", { name: "Keep my answers in this browser" })).not.toBeChecked();
  expect(await page.evaluate(() => localStorage.getItem("prefile"))).toContain('"version": 9');
});

test("a browser without storage says so, and everything else works", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }));
  await answer(page, "Ibarra");
  await toKeep(page);
  await page.getByRole("checkbox", { name: "Keep my answers in this browser" }).click();
  await expect(page.locator("[data-part=stay-said]")).toContainText("This browser does not let the page keep anything.");
  await expect(page.getByRole("checkbox", { name: "Keep my answers in this browser" })).not.toBeChecked();
  expect(await save(page)).toContain("Ibarra");
});

test("what comes after everything was forgotten, or another file chosen, is not taken", async ({ page }) => {
  test.slow();
  await answer(page, "Ibarra");
  await toKeep(page);
  const unlocked = await save(page);
  await page.getByLabel("Passphrase, if you want to lock the file").fill("cobalt shrub waltz ninety");
  const text = await save(page);
  await press(page, "Forget everything");
  await open(page, "keep");
  const unlock = async (then: string) => {
    await choose(page, text);
    await page.getByLabel("Passphrase of the file").fill("cobalt shrub waltz ninety");
    // Before the browser had time to open it.
    await page.evaluate((then) => ["[data-do=keep-unlock]", then].forEach((one) => document.querySelector<HTMLElement>(one)!.click()), then);
    // As long as it takes to open another one.
    await page.evaluate(async () => {
      const key = await crypto.subtle.importKey("raw", new Uint8Array(8), "PBKDF2", false, ["deriveBits"]);
      for (let time = 0; time < 2; time++) await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: new Uint8Array(16), iterations: 600_000 }, key, 256);
    });
  };
  await unlock("[data-do=forget]");
  await open(page, "keep");
  await expect(page.locator("[data-part=here]")).toHaveText("Answers on this page now: 0.");
  await unlock("[data-do=keep-leave]");
  await expect(opened(page)).toHaveText("Nothing was changed.");
  await expect(page.locator("[data-part=here]")).toHaveText("Answers on this page now: 0.");
  await choose(page, unlocked);
  await expect(page.locator("[data-part=here]")).toHaveText("Answers on this page now: 2.");
});

test("what differs is said in the language that the page speaks now", async ({ page }) => {
  await answer(page, "Ibarra");
  await toKeep(page);
  const text = await save(page);
  await choose(page, text.replace("Ibarra", "Ybarra"));
  await press(page, "Show what differs");
  await expect(page.locator("[data-part=differences]").getByRole("heading")).toHaveText(["Family name"]);
  await page.getByRole("link", { name: "Español" }).click();
  await expect(page.locator("[data-part=differences]").getByRole("heading")).toHaveText(["Apellido"]);
  await expect(page.locator("[data-part=differences] dt").first()).toHaveText("En esta página");
});

test("several at once ask what they share once, in Spanish too", async ({ page }) => {
  await open(page, "form");
  await page.getByRole("link", { name: "Fill in several at once" }).click();
  await expect(title(page)).toHaveText("Fill in several at once");
  expect(await faults(page)).toEqual([]);
  expect(await small(page)).toEqual([]);
  expect(await outside(page)).toBe(0);
  await press(page, "Continue");
  await expect(page.getByRole("status")).toHaveText("Tick one or more of them first.");
  // Nothing else shows it, and it stays with its screen.
  await expect(page.locator("#status.told")).toBeInViewport();
  expect(await faults(page)).toEqual([]);
  await page.getByRole("link", { name: "prefile" }).click();
  await expect(page.getByRole("status")).toBeEmpty();
  await page.goBack();
  await page.getByRole("checkbox", { name: "A message when my form is accepted" }).check();
  await page.getByRole("checkbox", { name: "My online account number" }).check();
  await press(page, "Continue");
  await expect(page).toHaveURL(/#\/form\/g-1145\+my-online-account-number$/);
  await expect(title(page)).toHaveText("Where your form goes");
  await press(page, "All steps");
  await expect(page.locator(".tasks").first()).toContainText("Where your form goes");
  await expect(page.locator(".tasks").nth(1)).toContainText("What you filed before");
  await page.getByRole("link", { name: "Español" }).click();
  await expect(page.locator(".tasks").nth(1)).toContainText("Por hacer");
  expect(await faults(page)).toEqual([]);
  // A tick says something about a person, too.
  await press(page, "Olvidar todo");
  await open(page, "es/several");
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
});
