// Forms as other people's sites have them: their markup stays whole, and nobody is held back by a guess.
import type { Page } from "@playwright/test";
import { enter, expect, open, test } from "./host.ts";

const beside = (page: Page) => page.locator(".prefile-beside");
const summary = (page: Page) => page.locator(".prefile-summary");
const files = { "/sent": "" };
const A_NUMBER = `<label>A-Number <input name="a"></label>`;

/** Right answers of people abroad, or of people who have none: how the page writes the box, and what they enter. */
const HOLD_NOTHING_BACK: [html: string, text: string][] = [
  [`<label>State <input autocomplete="address-level1"></label>`, "Jalisco"],
  [`<label>ZIP Code <input></label>`, "M5V 2T6"],
  [`<label>ZIP Code <input></label>`, "1010"],
  [`<label>Preferred appointment date <input></label>`, "any weekday"],
  [`<label>Class of admission <input></label>`, "student visa"],
  [`<label>Form number <input></label>`, "I-130 & I-485"],
  [`<label>A-Number (write N/A if none) <input></label>`, "N/A"],
  [`<label>SSN <input data-prefile="ssn"></label>`, "none"],
  [`<label>A-Numbers of your family <input></label>`, "A012345678, A087654321"],
  [`<label>Receipt numbers <input></label>`, "EAC2212345678 and IOE0912345678"],
  [`<label>Phone <input></label>`, "202-555-0143 or 202-555-0144"],
];

for (const [html, text] of HOLD_NOTHING_BACK)
  test(`a guess holds nothing back that may be right: ${text} in ${html.replace(/<[^>]+>/g, "").trim()}`, async ({ page }) => {
    await open(page, { html: `<form action="/sent">${html}<button>Send</button></form>`, files });
    await page.locator("input").fill(text);
    await page.locator("input").blur();
    await expect(beside(page)).toContainText("Check this:");
    await page.getByRole("button", { name: "Send" }).click();
    await page.waitForURL(/\/sent/);
  });

for (const [what, html, text] of [
  ["whose kind is said", `<label>State <input data-prefile="state"></label>`, "Jalisco"],
  ["whose kind is said, for a single value", `<label>A-Number <input data-prefile="a-number"></label>`, "A012345678, A087654321"],
  ["if one of several is wrong", `<label>A-Numbers <input></label>`, "A012345678, A0876"],
  ["that says what the day is for", `<label>Date of arrival <input></label>`, "any weekday"],
] as const)
  test(`a box is held to its kind ${what}`, async ({ page }) => {
    await open(page, { html });
    await page.locator("input").fill(text);
    await page.locator("input").blur();
    await expect(beside(page)).toContainText("Must fix:");
  });

test("what is typed to find an entry of the page's list is left alone, unless it is marked", async ({ page }) => {
  const html = `<label>State <input role="combobox"></label> <label>Home state <input role="combobox" data-prefile="state"></label>`;
  await open(page, { html });
  await enter(page, "State", "Cal");
  await enter(page, "Home state", "Cal");
  await expect(beside(page)).toHaveCount(1);
  await page.evaluate(`document.querySelector("input").removeAttribute("role")`);
  await enter(page, "State", "Cali");
  await expect(beside(page)).toHaveCount(2);
});

test("a label that the page's style expects next to its box stays there", async ({ page }) => {
  await open(page, { html: `<p><input id="a"><label for="a">A-Number</label></p>` });
  const before = await page.locator("p").innerHTML();
  await enter(page, "A-Number", "A12345");
  await expect(page.locator("label + .prefile-beside")).toHaveCount(1);
  await page.evaluate("attached.detach()");
  expect(await page.locator("p").innerHTML()).toBe(before);
});

test("in a row without wrapping, box and button keep their height, and what is told its width", async ({ page }) => {
  const html = `<form style="display: flex; inline-size: 30em"><input aria-label="A-Number" style="inline-size: 20em"><button>Check</button></form>
    <form id="column" style="display: flex; flex-direction: column; block-size: 3em"><input aria-label="SSN"><button>Look</button></form>`;
  await open(page, { html });
  const height = async () => (await page.getByRole("button", { name: "Check" }).boundingBox())!.height;
  const before = await height();
  await enter(page, "A-Number", "A12345");
  await expect(beside(page)).toHaveCount(1);
  expect(await height()).toBe(before);
  const { width } = (await beside(page).boundingBox())!;
  expect(width).toBe((await page.locator("form").first().boundingBox())!.width);
  await page.getByRole("button", { name: "Check" }).click();
  await expect(summary(page)).toBeFocused();
  expect((await summary(page).boundingBox())!.width).toBe(width);
  expect(await height()).toBe(before);
  await enter(page, "SSN", "123");
  await expect(beside(page)).toHaveCount(2);
  expect(await page.locator("#column").evaluate((form) => getComputedStyle(form).flexWrap)).toBe("nowrap");
  await page.evaluate("attached.detach()");
  expect(await page.locator("form").first().evaluate((form) => getComputedStyle(form).flexWrap)).toBe("nowrap");
});

test("a choice that is missing is one thing to fix, under the name of its group, until it is made", async ({ page }) => {
  const choice = (name: string) => `<label><input type="radio" name="status" required> ${name}</label>`;
  await open(page, {
    html: `<form>${A_NUMBER}<fieldset><legend>Marital status</legend>${["Single", "Married", "Divorced"].map(choice).join("")}</fieldset>
      <div role="radiogroup" aria-label="Sex"><label><input type="radio" name="sex" required> F</label><label><input type="radio" name="sex" required> M</label></div>
      <label>Office <select required><option></option><option>Reno</option></select></label><button>Send</button></form>`,
  });
  await page.getByLabel("A-Number").fill("A12345");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(summary(page)).toContainText("There are 4 things to fix");
  await expect(summary(page).locator("bdi")).toHaveText(["A-Number", "Marital status", "Sex", "Office"]);
  await page.getByLabel("Married").check();
  await page.getByLabel("Office").selectOption("Reno");
  await expect(summary(page).locator("bdi")).toHaveText(["A-Number", "Sex"]);
});

test("a button outside its form, as dialogs have it, leads to the list as well", async ({ page }) => {
  const html = `<form id="root" action="/sent">${A_NUMBER}</form><button form="root">Send</button>`;
  await open(page, { html, files });
  await enter(page, "A-Number", "A12345");
  await expect(beside(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(summary(page)).toBeFocused();
});

test("an element of the page's own that does not say how it is breaks nothing", async ({ page }) => {
  await open(page, { html: `<form>${A_NUMBER}<own-box tabindex="0"></own-box><button>Send</button></form>` });
  await page.evaluate(`customElements.define("own-box", class extends HTMLElement {
    static formAssociated = true;
    #inside = this.attachInternals();
    get form() { return this.#inside.form; }
    connectedCallback() { this.#inside.setValidity({ valueMissing: true }, "Fill this in", this); }
  })`);
  await enter(page, "A-Number", "A12345");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(summary(page)).toContainText("There is 1 thing to fix");
});

for (const [what, open_, tag] of [
  ["the browser's", `document.querySelector("dialog").showModal()`, `dialog`],
  ["the page's own", `0`, `div role="dialog" aria-modal="true"`],
] as const)
  test(`in an open dialog, what is said aloud is said in it: ${what}`, async ({ page }) => {
    const name = tag.split(" ")[0];
    await open(page, { html: `<label>SSN <input></label><${tag}>${A_NUMBER}</${name}>` });
    const status = page.locator(".prefile-status");
    await enter(page, "SSN", "123");
    await expect(status).toContainText("SSN: ");
    await page.evaluate(open_);
    await enter(page, "A-Number", "A12345");
    await expect(page.locator(`${name} > .prefile-status`)).toContainText("A-Number: ");
    await page.evaluate(`document.querySelector("${name}[role], dialog").remove()`);
    await enter(page, "SSN", "1234");
    await expect(status).toContainText("SSN: ");
  });

test("secrets and links are left alone even where a marker names them", async ({ page }) => {
  const kinds = ["verification-code", "backup-code", "online-access-code", "representative-passcode", "recovery-answer", "password", "link"];
  await open(page, { html: `${kinds.map((kind) => `<input aria-label="${kind}" data-prefile="${kind}" value="1">`).join("")}${A_NUMBER}` });
  await enter(page, "A-Number", "A12345");
  await expect(beside(page)).toHaveCount(1);
  expect(await page.evaluate("attached.check().length")).toBe(1);
});
