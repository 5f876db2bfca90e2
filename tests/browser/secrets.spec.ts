// Where a password must not be after it was typed, shown and hidden, and a number, a name or a link
// neither: everything that a page can write to is searched, and each place once with a password put
// there, which shows that the search can find it.
import type { Page } from "@playwright/test";
import { answer, box, enter, expect, open, test } from "./guard.ts";
import { traces } from "./places.ts";

// Without a digit, so that there is something to be said of it.
const CANARY = "Zanqivor-Wxubel";
const SAID = "USCIS does not ask for a digit";

/** Opens the door, and waits for what measures a password. */
async function come(page: Page): Promise<void> {
  await open(page, "password");
  await expect(page.locator(".score")).toHaveText("Here you see how hard it is to guess.");
}

test("a password is nowhere but in its box", async ({ page }) => {
  const lines: string[] = [];
  page.on("console", (message) => lines.push(message.text()));
  await come(page);
  await box(page).pressSequentially(CANARY.slice(0, -3));
  await page.getByRole("button", { name: "Show the password" }).click();
  await box(page).press("End");
  await page.keyboard.type(CANARY.slice(-3));
  await expect(answer(page)).toContainText(SAID);
  expect(await traces(page, lines, CANARY), "shown").toEqual([]);
  await box(page).press("Enter");
  await page.getByRole("link", { name: "Español" }).click();
  await expect(answer(page)).toContainText("USCIS no pide un dígito");
  expect(await traces(page, lines, CANARY), "hidden").toEqual([]);
  await page.getByRole("link", { name: "prefile, primera página" }).click();
  expect(await traces(page, lines, CANARY), "left").toEqual([]);
  await page.goBack();
  await expect(box(page)).toHaveValue(CANARY);
});

/** What is typed at a door, and how much of it is enough to be found: times have digits, too. */
const TYPED = [
  ["number", "EAC2298765431", 8],
  ["notice", "Dear Zanqivor Wxubel: Receipt Number EAC2298765431, A-Number A087-654-321", 9],
  ["link", "https://uscis-zanqivor.example/wxubel", 9],
] as const;

for (const [door, typed, least] of TYPED)
  test(`at the door ${door}, what is typed is in its box and its answer, and forgotten nowhere`, async ({ page }) => {
    const lines: string[] = [];
    page.on("console", (message) => lines.push(message.text()));
    await open(page, door);
    await enter(page, typed);
    await page.getByRole("link", { name: "Español" }).click();
    await expect(box(page)).toHaveValue(typed);
    await expect(answer(page)).not.toBeEmpty();
    const shown = await traces(page, lines, typed, least);
    expect(shown.filter((place) => !["text", "attributes"].includes(place))).toEqual([]);
    await page.getByRole("button", { name: "Olvidar todo" }).click();
    await expect(page).toHaveURL(/#\/es\/$/);
    expect(await traces(page, lines, typed, least)).toEqual([]);
    await page.goBack();
    await expect(box(page)).toHaveValue("");
    expect(await traces(page, lines, typed, least)).toEqual([]);
  });

test("what is answered in a guide is on its screens, and forgotten nowhere", async ({ page }) => {
  const lines: string[] = [];
  page.on("console", (message) => lines.push(message.text()));
  const typed = "IOE0998765431";
  await open(page, "form/my-online-account-number");
  await page.getByRole("radio", { name: "I filed a form online", exact: true }).check();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("Receipt number").fill(typed);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The number itself");
  const shown = await traces(page, lines, typed, 8);
  expect(shown.filter((place) => !["text", "attributes"].includes(place))).toEqual([]);
  await page.getByRole("button", { name: "Forget everything" }).click();
  await expect(page).toHaveURL(/#\/$/);
  expect(await traces(page, lines, typed, 8)).toEqual([]);
});

test.describe("the search", () => {
  test("finds a password in every place", async ({ page }) => {
    const lines: string[] = [];
    page.on("console", (message) => lines.push(message.text()));
    await open(page, "password");
    const put: Record<string, (canary: string) => unknown> = {
      localStorage: (canary) => localStorage.setItem("x", canary),
      sessionStorage: (canary) => sessionStorage.setItem("x", canary),
      cookies: (canary) => (document.cookie = `x=${canary}`),
      databases: (canary) => new Promise((done) => (indexedDB.open(canary).onsuccess = done)),
      caches: (canary) => caches.open(canary).then(() => undefined),
      history: (canary) => history.replaceState({ canary }, ""),
      title: (canary) => (document.title = canary),
      "name of the window": (canary) => (window.name = canary),
      attributes: (canary) => document.querySelector("#password-box")!.setAttribute("value", canary),
      text: (canary) => document.querySelector("#status")!.append(canary),
      performance: (canary) => void performance.mark(canary),
      console: (canary) => console.log(canary),
    };
    const found: string[] = [];
    for (const [name, act] of Object.entries(put)) {
      await page.evaluate(`(${String(act)})(${JSON.stringify(CANARY)})`);
      found.push(name);
      const seen = (await traces(page, lines, CANARY)).filter((one) => one !== "text" || found.includes("text"));
      expect(seen.sort(), name).toEqual([...found].sort());
    }
    await page.evaluate((canary) => (location.hash = `#/password?${canary}`), CANARY);
    expect(await traces(page, lines, CANARY)).toContain("address");
  });
});

test("nor is it in a module's memory once it has been read", async ({ page }) => {
  await page.addInitScript(() => {
    const memories: WebAssembly.Memory[] = [];
    Object.assign(globalThis, { memories });
    const Instance = WebAssembly.Instance;
    WebAssembly.Instance = new Proxy(Instance, {
      construct(target, args: [WebAssembly.Module, WebAssembly.Imports]) {
        const instance = new target(...args);
        memories.push(instance.exports["memory"] as WebAssembly.Memory);
        return instance;
      },
    });
  });
  /** The texts that are in a module's memory, one, two or four bytes a character. */
  const inMemory = (texts: string[]) =>
    page.evaluate((texts) => {
      const { memories } = globalThis as unknown as { memories: WebAssembly.Memory[] };
      const haystacks = memories.map(({ buffer }) => new TextDecoder("latin1").decode(buffer));
      const spelt = (text: string, width: number) => [...text].map((one) => one + "\0".repeat(width - 1)).join("");
      return texts.filter((text) => [1, 2, 4].some((width) => haystacks.some((one) => one.includes(spelt(text, width)))));
    }, texts);

  await come(page);
  await enter(page, CANARY);
  await page.locator(".personal > summary").click();
  await page.getByLabel("Your names").fill("Wxubel Qomazid");
  await expect(answer(page)).toContainText("A name or number of yours");
  const pieces = [CANARY, CANARY.toLowerCase()].flatMap((text) => Array.from({ length: text.length - 5 }, (_, at) => text.slice(at, at + 6)));
  expect(await inMemory([...pieces, "Qomazid", "qomazid"])).toEqual([]);
  // What is in a module is found, and both were searched, each with what unpacked it.
  expect(await inMemory([SAID])).toEqual([SAID]);
  expect(await page.evaluate(() => (globalThis as unknown as { memories: unknown[] }).memories.length)).toBe(4);
});
