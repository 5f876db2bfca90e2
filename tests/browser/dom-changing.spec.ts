// Pages that change while they are watched: they copy boxes and write attributes.
import { beside, enter, expect, open, test } from "./host.ts";

const ROW = `<div class="row"><p><label>A-Number <input name="a"></label></p></div>`;
const FORM = `<form action="/sent" novalidate>${ROW}<button>Send</button></form>`;

/** Each a way in which pages add another row like the first, or another form. */
const COPIES: Record<string, string> = {
  "cloneNode": `row.after(row.cloneNode(true))`,
  "outerHTML": `row.insertAdjacentHTML("afterend", row.outerHTML)`,
  "innerHTML, which makes the first anew, too": `row.parentElement.innerHTML = row.outerHTML + row.outerHTML`,
  "a template into a shadow tree": `
    const template = document.createElement("template");
    template.innerHTML = row.outerHTML;
    const host = document.createElement("div");
    host.attachShadow({ mode: "open" }).append(template.content);
    row.after(host);`,
  "a form with its list": `row.parentElement.after(row.parentElement.cloneNode(true))`,
};

for (const [what, copy] of Object.entries(COPIES))
  test(`what is copied with a finding beside it is a box like any other: ${what}`, async ({ page }) => {
    await open(page, { html: FORM });
    await enter(page, "A-Number", "A123456");
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.locator(".prefile-summary")).toBeFocused();
    await page.evaluate(`{ const row = document.querySelector(".row"); ${copy} }`);
    const boxes = page.locator("input");
    await expect(boxes).toHaveCount(2);
    await boxes.last().evaluate((box: HTMLInputElement) => (box.value = ""));
    await expect(boxes.last()).not.toHaveAttribute("aria-describedby");
    await expect(boxes.last()).not.toHaveAttribute("aria-invalid");
    // Where the first was left alone, it keeps what is its own.
    const left = what.startsWith("innerHTML") ? 0 : 1;
    await expect(beside(page)).toHaveCount(left);
    await expect(page.locator(".prefile-summary")).toHaveCount(left);
    await expect(page.locator("[aria-invalid]")).toHaveCount(left);
    await boxes.last().pressSequentially("A12345");
    await boxes.last().blur();
    await expect(beside(page).last()).toContainText("this has 5");
    await boxes.first().fill("A012345678");
    await boxes.last().fill("A012345678");
    await boxes.last().blur();
    await expect(beside(page)).toHaveCount(0);
    await page.evaluate("attached.detach()");
    await expect(page.locator("[class^=prefile], [aria-invalid], [aria-describedby]")).toHaveCount(0);
  });

test("a box that is described by the page's own words keeps those when it is copied", async ({ page }) => {
  await open(page, { html: `<form><p><label>A-Number <input aria-describedby="help"></label></p><i id="help">On your card.</i></form>` });
  await enter(page, "A-Number", "A123456");
  await page.evaluate(`{ const row = document.querySelector("p"); row.after(row.cloneNode(true)); }`);
  await expect(page.locator("input").last()).toHaveAttribute("aria-describedby", "help");
  await expect(page.locator("input").first()).toHaveAttribute("aria-describedby", /^help prefile-\d+$/);
});

test("what stands beside a box stays linked to it, whatever the page links there", async ({ page }) => {
  await open(page, { html: `<p><label>A-Number <input></label></p><i id="help">On your card.</i>` });
  const box = page.getByLabel("A-Number");
  await enter(page, "A-Number", "A123456");
  await expect(box).toHaveAccessibleDescription(/^Must fix/);
  await box.evaluate((one) => one.setAttribute("aria-describedby", "help"));
  await expect(box).toHaveAccessibleDescription(/^On your card. Must fix/);
  await box.evaluate((one) => one.removeAttribute("aria-describedby"));
  await expect(box).toHaveAccessibleDescription(/^Must fix/);
  await box.evaluate((one) => one.removeAttribute("aria-invalid"));
  await expect(box).toHaveAttribute("aria-invalid", "true");
  // What the page says otherwise is meant so.
  await box.evaluate((one) => one.setAttribute("aria-invalid", "false"));
  await enter(page, "A-Number", "A012345678");
  await expect(box).toHaveAttribute("aria-invalid", "false");
  await expect(box).not.toHaveAttribute("aria-describedby");
});

test("a page that takes the link away again and again is left to it", async ({ page }) => {
  await open(page, { html: `<p><label>A-Number <input></label></p>` });
  await page.evaluate(() => {
    const all = globalThis as unknown as { times: number };
    all.times = 0;
    const box = document.querySelector("input")!;
    new MutationObserver(() => box.hasAttribute("aria-describedby") && (all.times++, box.removeAttribute("aria-describedby"))).observe(box, { attributes: true });
  });
  await enter(page, "A-Number", "A123456");
  await expect.poll(() => page.evaluate("times")).toBe(50);
  await page.evaluate("attached.check()");
  await expect(beside(page)).toHaveCount(1);
});

/** Each what a page does to say something else of the same box. */
const RELABELS: Record<string, string> = {
  "its text": `label.textContent = text`,
  "the data of its text, as Vue sets it": `label.firstChild.data = text`,
  "another label": `{ const other = label.cloneNode(); other.textContent = text; label.replaceWith(other); }`,
  "a label for it that was for nothing": `{ label.remove(); const other = document.querySelector("#spare"); other.textContent = text; other.htmlFor = "n"; }`,
  "an attribute": `box.setAttribute("aria-label", text)`,
};

for (const [what, relabel] of Object.entries(RELABELS))
  test(`a box whose label changes is read by what it says now: ${what}`, async ({ page }) => {
    const html = `<form action="/sent"><label for="n">A-Number</label> <input id="n" name="document"> <label id="spare"></label><p><label>SSN <input></label></p><button>Send</button></form>`;
    await open(page, { html, files: { "/sent": "" } });
    const box = page.locator("#n");
    await box.fill("X1234567");
    await box.blur();
    await expect(beside(page)).toContainText("Must fix");
    await page.evaluate(`window.say = (text) => { const label = document.querySelector("label"); const box = document.querySelector("#n"); ${relabel}; }`);
    await page.evaluate(`say("Passport number")`);
    await expect(box).not.toHaveAttribute("aria-invalid");
    await expect(beside(page)).toHaveCount(0);
    expect(await page.evaluate("attached.check()")).toEqual([]);
    // A label that was for nothing has its place by now.
    if (!what.startsWith("a label for")) {
      await page.evaluate(`say("A-Number")`);
      await expect(beside(page)).toContainText("Must fix");
      await page.evaluate(`say("Number of dependents")`);
      await expect(beside(page)).toHaveCount(0);
    }
    await page.getByRole("button", { name: "Send" }).click();
    await page.waitForURL(/\/sent/);
  });

test("a page that never rests is watched all the same", async ({ page }) => {
  const script = `
    import { attach } from "/dist/dom.js";
    // The browser gives no idle time, but keeps its word where it was given a time.
    window.requestIdleCallback = (run, { timeout } = {}) => (timeout === undefined ? 0 : setTimeout(run, timeout));
    attach(document.body);`;
  await open(page, { html: `<p><label>A-Number <input></label></p>`, script });
  await enter(page, "A-Number", "X1234567");
  await expect(beside(page)).toContainText("Must fix");
  await page.evaluate(() => ((document.querySelector("label")!.firstChild as Text).data = "Passport number"));
  await expect(beside(page)).toHaveCount(0);
});

test("a document type that is chosen changes what its number is read as", async ({ page }) => {
  const html = `<form action="/sent" novalidate><label>Type <select><option>A-Number<option>Passport number</select></label>
    <p><label><span>A-Number</span> <input name="number"></label></p><button>Send</button></form>`;
  await open(page, { html });
  await page.evaluate(() => {
    const select = document.querySelector("select")!;
    select.addEventListener("change", () => (document.querySelector("span")!.firstChild!.nodeValue = select.value));
  });
  const box = page.locator("[name=number]");
  const choose = (type: string) => page.getByLabel("Type").selectOption(type);
  await choose("Passport number");
  await box.fill("X1234567");
  await box.blur();
  await expect(beside(page)).toHaveCount(0);
  // A wrong one is no more silent than a right one is blamed.
  await choose("A-Number");
  await expect(beside(page)).toContainText("Must fix");
  await choose("Passport number");
  await expect(beside(page)).toHaveCount(0);
  await choose("A-Number");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("group")).toBeFocused();
  await choose("Passport number");
  await expect(page.getByRole("group")).toHaveCount(0);
});

test("a heading that changes changes whose number it is", async ({ page }) => {
  const box = (id: string) => `<p><label>A-Number <input id="${id}"></label></p>`;
  await open(page, { html: `<h2>Applicant</h2>${box("one")}<h2>Applicant, once more</h2>${box("two")}` });
  await page.locator("#one").fill("A012345670");
  await page.locator("#two").fill("A012345671");
  await page.locator("#two").blur();
  await expect(beside(page)).toHaveCount(1);
  await page.evaluate(() => ((document.querySelectorAll("h2")[1]!.firstChild as Text).data = "Spouse"));
  await expect(beside(page)).toHaveCount(0);
});
