// What is watched: an element, a shadow root, a document, and one of them inside another.
import { build } from "esbuild";
import type { Page } from "@playwright/test";
import { beside, enter, expect, open, test } from "./host.ts";

const FORM = `<form action="/sent" novalidate><p><label>A-Number <input name="a"></label></p> <p><label>SSN <input name="s"></label></p><button>Send</button></form>`;
const BARE = `import { attach } from "/dist/dom.js"; window.attach = attach; document.documentElement.dataset.ready = "";`;

/** Opens a page on which nothing is watched yet. */
async function bare(page: Page, html: string, script = BARE): Promise<void> {
  await open(page, { html, script });
  await page.waitForSelector("html[data-ready]");
}

const outer = (page: Page) => page.evaluate(() => [document.documentElement.outerHTML, document.adoptedStyleSheets.length]);
const summary = (page: Page) => page.locator(".prefile-summary");

const BOTH = { "the inner root first": ["document.forms[0]", "document.body"], "the outer root first": ["document.body", "document.forms[0]"] };

for (const [what, roots] of Object.entries(BOTH))
  test(`a box in two roots is told of once: ${what}`, async ({ page }) => {
    await bare(page, `<p><label>ZIP Code <input></label></p>${FORM}`);
    const before = await outer(page);
    await page.evaluate(`window.all = [${roots.map((root) => `attach(${root})`)}]`);
    await enter(page, "A-Number", "A123456");
    await enter(page, "ZIP Code", "1");
    await expect(beside(page)).toHaveCount(2);
    await expect(page.getByLabel("A-Number")).toHaveAttribute("aria-describedby", /^prefile-\d+$/);
    await page.getByRole("button", { name: "Send" }).click();
    await expect(summary(page)).toHaveCount(1);
    await expect(summary(page).getByRole("link")).toHaveCount(1);
    await page.evaluate("all.forEach((one) => one.detach())");
    expect(await outer(page)).toEqual(before);
  });

test("a box that was told of is handed over to a root inside, and back again", async ({ page }) => {
  await bare(page, FORM);
  const before = await outer(page);
  await page.evaluate("window.around = attach(document)");
  await enter(page, "A-Number", "A123456");
  await expect(beside(page)).toHaveCount(1);
  const codes = (name: string) => page.evaluate(`${name}.check().map(({ code }) => code)`);
  const isValid = () => page.getByLabel("A-Number").evaluate((box: HTMLInputElement) => box.validity.valid);
  await page.evaluate("window.within = attach(document.forms[0])");
  await expect(beside(page)).toHaveCount(0);
  expect(await isValid()).toBe(true);
  expect(await codes("around")).toEqual([]);
  expect(await codes("within")).toEqual(["a-number/too-short"]);
  await expect(beside(page)).toHaveCount(1);
  expect(await isValid()).toBe(false);
  await page.evaluate("within.detach()");
  await expect(beside(page)).toHaveCount(0);
  expect(await isValid()).toBe(true);
  expect(await codes("around")).toEqual(["a-number/too-short"]);
  await page.evaluate("around.detach()");
  expect(await outer(page)).toEqual(before);
});

test("one script tag, and a program that brings a copy of its own", async ({ page }) => {
  const program = `import { attach } from "./pkg/dist/dom.js"; window.attached = attach(document.forms[0]);`;
  const { outputFiles } = await build({ stdin: { contents: program, resolveDir: process.cwd() }, bundle: true, format: "esm", write: false, logLevel: "error" });
  await bare(page, FORM.replace("<form", "<form data-prefile"), `import "/dist/auto.js"; ${outputFiles[0]!.text}; document.documentElement.dataset.ready = "";`);
  await enter(page, "A-Number", "A123456");
  await expect(beside(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(summary(page)).toHaveCount(1);
  await page.evaluate("attached.detach()");
  await enter(page, "A-Number", "A12345");
  await expect(beside(page)).toHaveText([/this has 5/]);
});

test("a form that two roots share has one list", async ({ page }) => {
  await bare(page, FORM.replace(" novalidate", ""));
  await page.evaluate("document.querySelectorAll('p').forEach((root) => attach(root))");
  await page.getByLabel("A-Number").fill("A123456");
  await page.getByLabel("SSN").fill("123");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(summary(page)).toBeFocused();
  await expect(summary(page).getByRole("link")).toHaveText([/^A-Number: An A-Number/, /^SSN: A Social/]);
});

test("a help text that goes while a box is marked leaves nothing behind", async ({ page }) => {
  await bare(page, `<label>A-Number <input aria-describedby="help"></label> <i id="help">On your card.</i>`);
  await page.evaluate("window.attached = attach(document.body)");
  const box = page.getByLabel("A-Number");
  const write = (mine: string | null) => box.evaluate((one, mine) => (mine === null ? one.removeAttribute("aria-describedby") : one.setAttribute("aria-describedby", mine)), mine);
  for (const [mine, left] of [[/help /, null], [null, null], ["other", "other"]] as const) {
    await write("help");
    await enter(page, "A-Number", "A123456");
    await expect(beside(page)).toHaveCount(1);
    await write(mine instanceof RegExp ? (await box.getAttribute("aria-describedby"))!.replace(mine, "") : mine);
    await enter(page, "A-Number", "");
    await expect(beside(page)).toHaveCount(0);
    expect(await box.getAttribute("aria-describedby")).toBe(left);
  }
});

test("a whole document", async ({ page }) => {
  await bare(page, FORM);
  const before = await outer(page);
  await page.evaluate("window.attached = attach(document)");
  await enter(page, "A-Number", "A123456");
  await expect(beside(page)).toContainText("this has 6");
  await expect(page.getByRole("status")).toContainText("this has 6");
  // Its element is the same root.
  await page.evaluate("window.attached = attach(document.documentElement)");
  await enter(page, "A-Number", "A12345");
  await expect(beside(page)).toHaveCount(1);
  await page.evaluate("attached.detach()");
  expect(await outer(page)).toEqual(before);
});

for (const mode of ["open", "closed"])
  test(`a shadow root, ${mode}, in the language that is said around it`, async ({ page }) => {
    const script = `
      import { attach } from "/dist/dom.js";
      import "/dist/locales/es.js";
      window.tree = document.querySelector("#host").attachShadow({ mode: "${mode}" });
      const form = document.createElement("form");
      form.noValidate = true;
      const label = document.createElement("label");
      label.append("A-Number ", document.createElement("input"));
      form.append(label, document.createElement("button"));
      tree.append(form);
      window.before = tree.innerHTML;
      window.attached = attach(tree);
      document.documentElement.dataset.ready = "";`;
    await bare(page, `<div lang="es"><div id="host"></div></div>`, script);
    const said = () => page.evaluate(`tree.querySelector(".prefile-beside")?.textContent`);
    await page.evaluate(`{ const box = tree.querySelector("input"); box.focus(); box.value = "A123456"; box.blur(); }`);
    await expect.poll(said).toMatch(/^Hay que corregirlo: Un A-Number/);
    await page.evaluate(`tree.querySelector("form > button").click()`);
    expect(await page.evaluate(`tree.activeElement.className`)).toBe("prefile prefile-summary");
    await page.evaluate("attached.detach()");
    expect(await page.evaluate("tree.innerHTML === before && tree.adoptedStyleSheets.length === 0")).toBe(true);
  });

test.describe("what is wrong with the page", () => {
  test.use({ said: /^prefile: / });

  test("its maker is told when there is nothing to watch, or a marker names no kind", async ({ page }) => {
    const told: string[] = [];
    page.on("pageerror", ({ message }) => told.push(message));
    const box = (marker: string) => `<p><label>A-Number <input ${marker}></label></p>`;
    const html = [`data-prefile="alien"`, `data-prefile="Alien"`, `data-prefile="true"`, "data-prefile", `data-prefile="link"`].map(box).join("");
    await bare(page, html);
    await page.evaluate("{ const { check, detach } = attach(null); check(); detach(); }");
    await page.evaluate("attach(document.createDocumentFragment())");
    await page.evaluate("attach(document, { marked: true }).check()");
    const nothing = "prefile: attach() was given nothing to watch";
    await expect.poll(() => told).toEqual([nothing, nothing, `prefile: data-prefile="alien" names no kind`]);
    // What it says by its label counts.
    await page.locator("input").first().fill("A123456");
    await page.locator("input").first().blur();
    await expect(beside(page)).toHaveCount(1);
  });
});

test("a marker is meant however it is written", async ({ page }) => {
  await bare(page, `<p><label>Number <input data-prefile="A-Number"></label></p><p><label>SSN <input data-prefile=" OFF "></label></p>`);
  await page.evaluate("attach(document.body)");
  await enter(page, "Number", "A123456");
  await enter(page, "SSN", "1");
  await expect(beside(page)).toHaveText([/this has 6/]);
});
