// Boxes that the page fills, hides and folds away itself: no form is held back by what nobody can
// see or mend, and nothing wrong is sent that can be shown.
import type { Page } from "@playwright/test";
import { beside, enter, expect, open, test } from "./host.ts";

const BOX = `<p id="p"><label>A-Number <input name="a"></label></p>`;
const files = { "/sent": "" };
const summary = (page: Page) => page.locator(".prefile-summary");
const isSent = (page: Page) => page.waitForURL(/\/sent/);

/** Writes as a program does: nobody hears of it. */
const write = (page: Page, text: string) => page.evaluate((text) => (document.querySelector("input")!.value = text), text);

test("what the page itself makes right is sent by Enter", async ({ page }) => {
  await open(page, { html: `<form action="/sent">${BOX}</form>`, files });
  await enter(page, "A-Number", "A123456");
  await expect(beside(page)).toHaveCount(1);
  await write(page, "A012345678");
  await page.getByLabel("A-Number").press("Enter");
  await isSent(page);
});

/** Each a way in which pages ask whether all is well. */
const ASKS: Record<string, string> = {
  "it asks": `document.forms[0].checkValidity()`,
  "it has the browser say": `document.forms[0].reportValidity()`,
  "it sends": `(document.forms[0].requestSubmit(), true)`,
};

for (const [what, ask] of Object.entries(ASKS))
  for (const button of ["inside", "outside"])
    test(`what the page itself makes right is right once somebody clicks: ${what}, by a button ${button}`, async ({ page }) => {
      const again = `<button type="button">Go on</button>`;
      const html = `<form id="root" action="/sent" target="there">${BOX}${button === "inside" ? again : ""}</form>${button === "inside" ? "" : again}<iframe name="there"></iframe>`;
      await open(page, { html, files });
      await page.evaluate(`
        window.sent = false;
        window.answers = [];
        document.forms[0].addEventListener("submit", () => (window.sent = true));
        document.querySelector("button").addEventListener("click", () => window.answers.push(${ask}));`);
      // What stands beside the box may go while the mouse is on its way, and the button move from under it.
      const goOn = (count: number) =>
        expect(async () => {
          await page.getByRole("button", { name: "Go on" }).click();
          expect(await page.evaluate("answers.length")).toBeGreaterThanOrEqual(count);
        }).toPass();
      await enter(page, "A-Number", "A123456");
      await expect(beside(page)).toHaveCount(1);
      await write(page, "A012345678");
      await goOn(1);
      expect(await page.evaluate("answers[0]")).toBe(true);
      if (what === "it sends") expect(await page.evaluate("sent")).toBe(true);
      await expect(beside(page)).toHaveCount(0);
      await write(page, "A12345");
      expect(await page.evaluate("attached.check().length")).toBe(1);
      const before = await page.evaluate<number>("answers.length");
      await goOn(before + 1);
      expect(await page.evaluate(ask.includes("request") ? "document.forms[0].checkValidity()" : `answers[${before}]`)).toBe(false);
    });

test("a program that asks without anybody there is refused once, and the browser says nothing", async ({ page }) => {
  await open(page, { html: `<form action="/sent">${BOX}<input aria-label="Text"></form>` });
  await enter(page, "A-Number", "A123456");
  await expect(beside(page)).toHaveCount(1);
  await page.getByLabel("Text").focus();
  // At once: what the page does meanwhile may be noticed in its idle time.
  expect(await page.evaluate("document.querySelector('input').value = 'A012345678', document.forms[0].reportValidity()")).toBe(false);
  await expect(page.getByLabel("Text")).toBeFocused();
  await expect(beside(page)).toHaveCount(0);
  expect(await page.evaluate("document.forms[0].reportValidity()")).toBe(true);
  // check() says it beforehand.
  await write(page, "A12345");
  await page.evaluate("attached.check()");
  await write(page, "A012345678");
  expect(await page.evaluate("attached.check().length")).toBe(0);
  expect(await page.evaluate("document.forms[0].reportValidity()")).toBe(true);
});

/** Each a way in which a box is out of reach. */
const AWAY: Record<string, string> = {
  "hidden": `p.hidden = true`,
  "of no visibility": `p.style.visibility = "hidden"`,
  "inert": `p.inert = true`,
  "inert by what is around its shadow tree": `{ const host = document.createElement("div"); p.before(host); host.attachShadow({ mode: "open" }).append(p); host.inert = true; }`,
  "in a slot that is not shown": `{ const host = document.createElement("div"); p.before(host); host.append(p); const slot = document.createElement("slot"); slot.style.display = "none"; host.attachShadow({ mode: "open" }).append(slot); }`,
  "hidden in something folded up": `{ const fold = document.createElement("details"); p.before(fold); fold.append(p); p.hidden = true; }`,
  "in something folded up that is hidden": `{ const fold = document.createElement("details"); p.before(fold); fold.append(p); fold.hidden = true; }`,
  "disabled": `p.querySelector("input").disabled = true`,
};

for (const [what, put] of Object.entries(AWAY))
  test(`a box that nobody can come to keeps no form from being sent: ${what}`, async ({ page }) => {
    await open(page, { html: `<form action="/sent">${BOX}<button type="button">I have none</button> <button>Send</button></form>`, files });
    await enter(page, "A-Number", "A123456");
    await expect(beside(page)).toHaveCount(1);
    await page.evaluate(`document.querySelector("button").addEventListener("click", () => { const p = document.querySelector("#p"); ${put}; });`);
    await page.getByRole("button", { name: "I have none" }).click();
    await expect(beside(page)).toHaveCount(0);
    expect(await page.evaluate("document.forms[0].reportValidity()")).toBe(true);
    await page.getByRole("button", { name: "Send" }).click();
    await isSent(page);
  });

test("a box that nobody can come to is filled by nobody", async ({ page }) => {
  await open(page, { html: `<form>${BOX}<p style="visibility: hidden"><label>SSN <input name="s"></label></p></form>` });
  await enter(page, "A-Number", "219-09-9998");
  await expect(beside(page)).toContainText("it goes in the box “SSN”");
  await expect(page.getByRole("button", { name: /^Move/ })).toHaveCount(0);
});

test("what was found in another step is told once that is shown again", async ({ page }) => {
  await open(page, { html: `<form action="/sent">${BOX}<button type="button">Turn</button></form>` });
  await page.evaluate(`document.querySelector("button").addEventListener("click", () => document.querySelector("#p").toggleAttribute("hidden"));`);
  await enter(page, "A-Number", "A123456");
  const turn = page.getByRole("button", { name: "Turn" });
  for (const count of [0, 1, 0, 1]) {
    await turn.click();
    await expect(beside(page)).toHaveCount(count);
    expect(await page.evaluate("document.forms[0].checkValidity()")).toBe(count === 0);
  }
  await enter(page, "A-Number", "A012345678");
  for (let i = 0; i < 2; i++) await turn.click();
  await expect(beside(page)).toHaveCount(0);
});

const FOLDED = `<details><summary>More</summary><details><summary>Even more</summary><p><label>A-Number <input name="a" value="A123456"></label></p></details></details>`;

for (const how of ["", "novalidate"])
  test(`what is wrong in something folded up is not sent, and the list leads there ${how}`, async ({ page }) => {
    await open(page, { html: `<form action="/sent" ${how}>${FOLDED}<button>Send</button></form>`, files });
    await page.getByRole("button", { name: "Send" }).click();
    await expect(summary(page)).toBeFocused();
    await expect(page.locator("details[open]")).toHaveCount(0);
    await summary(page).getByRole("link").click();
    await expect(page.getByLabel("A-Number")).toBeFocused();
    await expect(page.locator("details[open]")).toHaveCount(2);
    await expect(beside(page)).toBeVisible();
    await enter(page, "A-Number", "A012345678");
    await page.getByRole("button", { name: "Send" }).click();
    await isSent(page);
  });

test("what is wrong in something folded up is unfolded once when a program asks", async ({ page }) => {
  await open(page, { html: `<form action="/sent">${FOLDED}<button>Send</button></form>` });
  await page.evaluate("attached.check()");
  await expect(page.locator("details[open]")).toHaveCount(0);
  await page.evaluate("document.forms[0].requestSubmit()");
  await expect(page.locator("details[open]")).toHaveCount(2);
  await expect(page.getByLabel("A-Number")).toBeFocused();
  await page.locator("details").first().evaluate((one: HTMLDetailsElement) => (one.open = false));
  expect(await page.evaluate("document.forms[0].checkValidity()")).toBe(false);
  await expect(page.locator("details[open]")).toHaveCount(1);
});
