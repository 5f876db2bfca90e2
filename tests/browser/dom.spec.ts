// Boxes on other people's pages that explain themselves.
import { beside, enter, expect, open, test, visit } from "./host.ts";

const FORM = `<form action="/sent"><h2>Information About You</h2>
  <p><label for="a">A-Number</label> <input id="a" name="a_number"></p>
  <p><label>Social Security Number <input name="ssn"></label></p>
  <p><label for="r">Receipt number</label> <input id="r" name="receipt"></p>
  <p><label for="d">Number of dependents</label> <input id="d" name="dependents"></p>
  <button>Send</button></form>`;

const SIX = "An A-Number has 7 to 9 digits; this has 6. Compare it with the paper.";

test("a box that is left is checked, and its finding stands beside it", async ({ page }) => {
  await open(page, { html: FORM });
  const box = page.getByLabel("A-Number");
  await box.pressSequentially("A123456");
  await expect(beside(page)).toHaveCount(0);
  await box.blur();
  await expect(beside(page)).toHaveText(`Must fix: ${SIX}`);
  await expect(box).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("status")).toHaveText(`A-Number: ${SIX}`);
  await enter(page, "Number of dependents", "A123456");
  await expect(beside(page)).toHaveCount(1);
});

test("while it is mended it is looked at with every key, and what is typed stays", async ({ page }) => {
  await open(page, { html: FORM });
  await enter(page, "A-Number", "A12-34");
  const box = page.getByLabel("A-Number");
  await expect(beside(page)).toContainText("this has 4");
  await box.focus();
  await page.keyboard.press("End");
  await page.keyboard.type("5");
  await expect(beside(page)).toContainText("this has 5");
  await expect(box).toHaveValue("A12-345");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("98");
  await expect(box).toHaveValue("A9812-345");
  expect(await box.evaluate((one: HTMLInputElement) => one.selectionStart)).toBe(3);
  await expect(box).not.toHaveAttribute("aria-invalid");
  await expect(page.getByRole("status")).toHaveText("A-Number: Fine");
  // Once it is right it is left alone, until the person goes on.
  await page.keyboard.press("Delete");
  await page.keyboard.press("Delete");
  await box.blur();
  await expect(beside(page)).toContainText("this has 5");
});

test("what is typed anew and is the same as before is said again", async ({ page }) => {
  await open(page, { html: FORM });
  const box = page.getByLabel("A-Number");
  const offer = page.getByRole("button", { name: "Use A012-345-678" });
  for (const keys of ["a 12 345 678", "8"]) {
    await box.pressSequentially(keys);
    await box.blur();
    await expect(offer).toHaveCount(1);
    await box.press("End");
    await box.press("Backspace");
    await expect(offer).toHaveCount(0);
  }
});

test("an empty box is the form's own business", async ({ page }) => {
  await open(page, { html: FORM });
  await enter(page, "A-Number", "A123456");
  await enter(page, "A-Number", " ");
  await expect(beside(page)).toHaveCount(0);
  await enter(page, "A-Number", "");
  await expect(beside(page)).toHaveCount(0);
  await expect(page.getByRole("status")).toHaveText("");
});

/** Each a page on which the box is to be known as one for an A-Number. */
const PLACES: Record<string, string> = {
  "a label for it": `<label for="x">A-Number</label><div><input id="x"></div>`,
  "a label around it": `<label>A-Number <input></label>`,
  "two labels": `<label for="x">Alien Registration</label> <label for="x">Number</label> <input id="x">`,
  "aria-label": `<input aria-label="A-Number">`,
  "aria-labelledby": `<i id="one">Alien</i> <i id="two">Number</i> <input aria-labelledby="one none two">`,
  "a legend": `<fieldset><legend>A-Number</legend><input></fieldset>`,
  "the text before it": `<div>A-Number: <input></div>`,
  "the element before it": `<div><span>A-Number</span> <div><div><input></div></div></div>`,
  "the cell before it": `<table><tr><td>A-Number<td><input></table>`,
  "the head of its column": `<table><tr><th>Name<th>A-Number<tr><td><input name="n"><td><input></table>`,
  "a title": `<input title="A-Number">`,
  "a placeholder": `<input placeholder="A-Number">`,
  "a name": `<input name="alien_number">`,
  "a text area": `<label>A-Number <textarea data-prefile="a-number"></textarea></label>`,
  "Spanish": `<label>Número de Registro de Extranjero <input></label>`,
  "a marker": `<label>Number <input data-prefile="a-number"></label>`,
};

for (const [what, html] of Object.entries(PLACES))
  test(`a box is known by ${what}`, async ({ page }) => {
    await open(page, { html });
    const box = page.locator("input, textarea").last();
    await box.fill("A123456");
    await box.blur();
    await expect(beside(page)).toContainText(SIX);
  });

test("what is none of ours is left alone", async ({ page }) => {
  const html = `<label>Text <input></label> <label>A-Number <input type="checkbox"></label> <label>A-Number <select><option>A1</select></label>
    <label>Password <input type="password"></label> <label>Verification code <input></label> <label>A-Number <input data-prefile="off"></label>
    <div data-prefile="off"><label>SSN <input></label></div> <label>A-Number <input readonly value="A1"></label>
    <fieldset disabled><label>SSN <input value="1"></label></fieldset>`;
  await open(page, { html, script: `import { attach } from "/dist/dom.js"; window.attach = attach;` });
  const before = await page.locator("main").innerHTML();
  await page.evaluate("window.attached = attach(document.body)");
  for (const box of await page.locator("input:enabled:not([readonly]):not([type=checkbox])").all()) {
    await box.fill("1");
    await box.blur();
  }
  expect(await page.evaluate("attached.check()")).toEqual([]);
  await expect(beside(page)).toHaveCount(0);
  await page.evaluate("attached.detach()");
  expect(await page.locator("main").innerHTML()).toBe(before);
});

test("boxes in shadow roots, nested, and boxes that come later", async ({ page }) => {
  await open(page, {
    html: `<div id="root"><x-one></x-one></div>`,
    script: `
      customElements.define("x-one", class extends HTMLElement {
        connectedCallback() {
          const inner = document.createElement("x-two");
          this.attachShadow({ mode: "open" }).append(inner);
        }
      });
      customElements.define("x-two", class extends HTMLElement {
        connectedCallback() {
          const label = document.createElement("label");
          label.append("SSN ", document.createElement("input"));
          this.attachShadow({ mode: "open" }).append(label);
        }
      });
      import { attach } from "/dist/dom.js";
      window.attached = attach(root);
      window.add = (tag) => { root.append(document.createElement(tag)); };`,
  });
  await enter(page, "SSN", "123");
  await expect(beside(page)).toContainText("A Social Security Number has 9 digits; this has 3.");
  const color = await beside(page).locator("p").evaluate((text) => getComputedStyle(text).borderInlineStartColor);
  expect(color).toBe("rgb(179, 38, 30)");
  await page.evaluate(() => {
    const label = document.createElement("label");
    label.append("A-Number ", document.createElement("input"));
    document.querySelector("#root")?.append(label);
  });
  // Prepared before anybody touches it.
  await expect(page.getByLabel("A-Number")).toHaveAttribute("spellcheck", "false");
  await enter(page, "A-Number", "A123456");
  await expect(beside(page)).toHaveCount(2);
  await page.evaluate(`add("x-two")`);
  const late = page.getByLabel("SSN").nth(1);
  await late.fill("12345");
  await late.blur();
  await expect(beside(page)).toHaveCount(3);
  expect(await page.evaluate("attached.check().map((one) => one.code)")).toEqual(["ssn/too-short", "a-number/too-short", "ssn/too-short"]);
});

test("check() looks at all boxes, and says which", async ({ page }) => {
  await open(page, { html: FORM });
  await page.getByLabel("A-Number").fill("A123456");
  await page.getByLabel("Receipt number").fill("EAC221234567");
  const findings = await page.evaluate(`attached.check()`);
  expect(findings).toMatchObject([
    { code: "a-number/too-short", severity: "error", field: "a_number", fix: null },
    { code: "receipt-number/too-short", severity: "error", field: "receipt" },
  ]);
  await expect(beside(page)).toHaveCount(2);
  await page.evaluate("attached.detach()");
  expect(await page.evaluate("attached.check()")).toEqual([]);
});

test("a guess that may be wrong says nothing must be fixed", async ({ page }) => {
  await open(page, { html: `<input placeholder="Travel document number">` });
  await page.getByRole("textbox").fill("12");
  await page.getByRole("textbox").blur();
  await expect(beside(page)).toContainText("Check this:");
  await expect(page.getByRole("textbox")).not.toHaveAttribute("aria-invalid");
});

test("phones show the right keys, and nothing spells numbers; what the page says itself is meant so", async ({ page }) => {
  await open(page, {
    html: `<label>SSN <input></label> <label>E-mail <input></label> <label>Phone <input type="tel"></label>
      <label>ZIP Code <input inputmode="text" spellcheck="true" autocomplete="postal-code"></label> <label>A-Number <input></label>`,
  });
  const all = page.locator("input");
  await visit(page, all.last());
  const said = await all.evaluateAll((boxes) => boxes.map((box) => [box.getAttribute("inputmode"), box.getAttribute("spellcheck"), box.getAttribute("autocomplete")]));
  expect(said).toEqual([["numeric", "false", null], ["email", "false", null], [null, "false", null], ["text", "true", "postal-code"], [null, "false", null]]);
});

test("password managers, and whoever goes through a form's elements, see the boxes as they were", async ({ page }) => {
  const html = `<form><label for="u">USCIS Online Account Number</label><input id="u" name="user" autocomplete="username" maxlength="14">
    <label>Password <input name="secret" type="password" autocomplete="current-password"></label>
    <label>A-Number <input name="a" autocomplete="off" placeholder="A012345678"></label><button>Sign in</button></form>`;
  await open(page, { html });
  const seen = () =>
    page.evaluate(() => {
      const read = ["type", "name", "id", "autocomplete", "maxlength", "placeholder", "value", "hidden", "style", "class"];
      const boxes = [...document.forms[0]!.elements].map((one) => [one.localName, ...read.map((name) => one.getAttribute(name)), (one as HTMLInputElement).value]);
      return [boxes, [...new FormData(document.forms[0]!)]];
    });
  await page.locator("input").evaluateAll((boxes) => boxes.forEach((box) => ((box as HTMLInputElement).value = "0123 4567")));
  const before = await seen();
  await page.evaluate("attached.check()");
  await expect(beside(page)).toHaveCount(2);
  await expect(page.getByRole("button", { name: /^Use / })).toHaveCount(1);
  expect(await seen()).toEqual(before);
});

test("a browser's calendar is read as forms write dates", async ({ page }) => {
  await open(page, { html: `<label>Date of Birth <input type="date"></label>` });
  await enter(page, "Date of Birth", "2999-01-01");
  await expect(beside(page)).toContainText("Must fix");
  await expect(page.getByRole("button")).toHaveCount(0);
  await enter(page, "Date of Birth", "1967-10-05");
  await expect(beside(page)).toHaveCount(0);
});

test("the page's own word on validity stays", async ({ page }) => {
  await open(page, { html: FORM });
  const box = page.getByLabel("A-Number");
  await box.evaluate((one: HTMLInputElement) => one.setCustomValidity("Ours"));
  await enter(page, "A-Number", "A123456");
  const message = () => box.evaluate((one: HTMLInputElement) => one.validationMessage);
  expect(await message()).toBe("Ours");
  await box.evaluate((one: HTMLInputElement) => one.setCustomValidity(""));
  await enter(page, "A-Number", "A12345");
  expect(await message()).toMatch(/^An A-Number has/);
  await enter(page, "A-Number", "A12345678");
  expect(await message()).toBe("");
});

test("a form that is reset is forgotten", async ({ page }) => {
  await open(page, { html: FORM });
  await enter(page, "A-Number", "A123456");
  await page.evaluate(() => document.querySelector("form")?.reset());
  await expect(beside(page)).toHaveCount(0);
  await page.getByLabel("A-Number").pressSequentially("A1");
  await expect(beside(page)).toHaveCount(0);
});

test("in the language of the page, once that is imported", async ({ page }) => {
  const script = (rest: string) => `import { attach } from "/dist/dom.js"; ${rest} attach(document.body);`;
  await open(page, { html: `<div lang="es">${FORM}</div>`, script: script("document.documentElement.lang = 'es-MX';") });
  await enter(page, "A-Number", "A123456");
  await expect(beside(page)).toContainText("Must fix");
  await page.unrouteAll();
  await open(page, { html: FORM, script: script("import '/dist/locales/es.js'; document.documentElement.lang = 'es-MX';") });
  await enter(page, "A-Number", "a 12 345");
  await expect(beside(page)).toContainText("Hay que corregirlo:");
  await enter(page, "A-Number", "a 12 345 678");
  await expect(page.getByRole("button", { name: "Usar A012-345-678" })).toBeVisible();
});

test("one script tag: only what is marked is watched", async ({ page }) => {
  await open(page, {
    html: `<label>A-Number <input></label> <label>Number <input data-prefile="receipt-number"></label>
      <label>SSN <input data-prefile></label> <section data-prefile><label>I-94 number <input></label></section> <label>Text <input data-prefile></label>`,
    script: `import "/dist/auto.js";`,
  });
  for (const label of ["A-Number", "Number", "SSN", "I-94 number", "Text"]) await enter(page, label, "12");
  await expect(beside(page)).toHaveText([/receipt number/, /Social Security/, /I-94/]);
});

test("detached, the page is as it was", async ({ page }) => {
  await open(page, {
    html: `<form><label for="a">A-Number</label><input id="a" aria-describedby="h" aria-invalid="false"><i id="h">Help</i>
      <label>SSN <input name="s" inputmode="text"></label><label>Receipt number <input required></label><button>Send</button></form>`,
    script: `import { attach } from "/dist/dom.js"; window.attach = attach;`,
  });
  const outer = () => page.evaluate(() => [document.documentElement.outerHTML, document.adoptedStyleSheets.length]);
  const before = await outer();
  await page.evaluate("window.attached = attach(document.body)");
  await enter(page, "A-Number", "A123456");
  await expect(page.getByLabel("A-Number")).toHaveAttribute("aria-describedby", /^h prefile-\d+$/);
  await page.getByRole("button").click();
  await expect(page.getByRole("group")).toBeFocused();
  expect(await outer()).not.toEqual(before);
  await page.evaluate("attached.detach()");
  expect(await outer()).toEqual(before);
  expect(await page.getByLabel("A-Number").evaluate((one: HTMLInputElement) => one.validity.valid)).toBe(true);
  // And deaf.
  await enter(page, "SSN", "1");
  await page.getByRole("button").click();
  expect(await outer()).toEqual(before);
  // Twice is once.
  await page.evaluate("attach(document.body); window.attached = attach(document.body)");
  await enter(page, "SSN", "12");
  await expect(beside(page)).toHaveCount(1);
  await page.evaluate("attached.detach()");
  expect(await outer()).toEqual(before);
});
