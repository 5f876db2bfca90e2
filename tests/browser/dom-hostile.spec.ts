// Pages at their worst: no throw, no leak, no lost text.
import { beside, enter, expect, open, test } from "./host.ts";

const BOX = `<label>A-Number <input name="a"></label>`;
const BARE = `import { attach } from "/dist/dom.js"; window.attach = attach;`;

test("a strict policy with trusted types", async ({ page }) => {
  const policy =
    "default-src 'none'; img-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
  await open(page, { html: `<form action="/sent">${BOX}<button>Send</button></form>`, policy });
  await enter(page, "A-Number", "A123456");
  const width = await beside(page).locator("p").evaluate((one) => getComputedStyle(one).borderInlineStartWidth);
  expect(Number.parseFloat(width)).toBeGreaterThan(2);
  await page.getByRole("button").click();
  await expect(page.getByRole("group")).toBeFocused();
  expect(await page.locator("[style]").count()).toBe(0);
  await page.evaluate("attached.detach()");
});

test.describe("where WebAssembly is blocked", () => {
  test.use({ said: /wasm-unsafe-eval|WebAssembly|policy: script-src|call to WebAssembly/i });

  test("the page is told once, and left as it was", async ({ page }) => {
    await open(page, { html: BOX, script: `window.onerror = (message, file, line, column, error) => { (window.told ??= []).push(error.code); }; ${BARE}`, policy: "default-src 'none'; img-src 'self'; script-src 'self'" });
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await page.evaluate("window.attached = attach(document.body)");
    await expect.poll(() => page.evaluate("window.told")).toEqual(["E_WASM_BLOCKED"]);
    await page.getByLabel("A-Number").fill("A1");
    await page.getByLabel("A-Number").blur();
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    expect(await page.evaluate("window.told.length")).toBe(1);
  });
});

test("labels of ten kilobytes, and of megabytes", async ({ page }) => {
  await open(page, { html: `<div id="root"></div>`, script: BARE });
  await page.evaluate(() => {
    const filler = "words of no meaning to us ";
    for (const [start, count] of [["A-Number. ", 400], ["Number of ", 400], ["Text ", 200_000]] as const) {
      const label = document.createElement("label");
      label.append(start + filler.repeat(count), document.createElement("input"));
      document.querySelector("#root")?.append(label);
    }
  });
  await page.evaluate("window.attached = attach(root)");
  for (const box of await page.locator("input").all()) await box.fill("A123456");
  const found = (await page.evaluate("attached.check()")) as { code: string }[];
  expect(found.map(({ code }) => code)).toEqual(["a-number/too-short"]);
  await page.locator("input").first().focus();
  await page.keyboard.press("Backspace");
  await page.locator("input").first().blur();
  const said = await page.getByRole("status").textContent();
  expect(said!.length).toBeLessThan(200);
  expect(said).toMatch(/^A-Number\. words of no meaning.*…: An A-Number has/);
});

test("boxes that show under the names of a form's own properties", async ({ page }) => {
  const names = ["parentNode", "getAttribute", "addEventListener", "querySelectorAll", "prepend", "id", "name", "children", "shadowRoot", "nodeType", "localName", "classList", "closest", "elements", "after", "submit", "contains", "isConnected"];
  const html = `<form id="root" action="/sent" novalidate>${names.map((name) => `<label>A-Number <input name="${name}"></label>`).join("")}<button>Send</button></form>`;
  await open(page, { html, script: BARE });
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await page.evaluate("window.attached = attach(document.querySelector('#root'))");
  // The test's own finders would trip over these names.
  for (const name of names) {
    await page.evaluate((name) => document.getElementsByName(name)[0]!.focus(), name);
    await page.keyboard.type("A1");
  }
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await expect(beside(page)).toHaveCount(names.length);
  await page.evaluate(() => document.querySelector<HTMLElement>("button:last-of-type")!.click());
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("prefile prefile-summary");
  await page.evaluate("attached.detach()");
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
});

for (const [what, spoil] of Object.entries({
  "Object.prototype is polluted": `
    for (const name of ["type", "get", "set", "value", "label", "name", "id", "box", "headings", "bubbles", "kind", "locale", "today",
      "marked", "childList", "attributeFilter", "attributeOldValue", "characterData", "findings", "length", "host", "capture", "once", "signal", "block"])
      if (!["get", "set", "value", "length"].includes(name)) Object.prototype[name] = "polluted";`,
  "what is built in is frozen": `
    for (const one of [Object, Array, Map, Set, WeakMap, WeakSet, Promise, String, Number, RegExp, Function, Error, Date, Node, Element, HTMLElement, HTMLInputElement,
      EventTarget, Event, Document, MutationObserver]) { Object.freeze(one); Object.freeze(one.prototype); }`,
}))
  test(what, async ({ page }) => {
    const script = `import "/spoil.js"; import { attach } from "/dist/dom.js"; window.attached = attach(document.body);`;
    await open(page, { html: `<form action="/sent"><p>${BOX}</p><p><label>Receipt number <input></label></p><button>Send</button></form>`, script, files: { "/spoil.js": spoil } });
    await enter(page, "A-Number", "A123456");
    await enter(page, "Receipt number", "EAC22123456O8");
    await expect(beside(page)).toHaveText([/this has 6/, /letter O/]);
    // The test's own events would not be made with these.
    if (what.startsWith("Object")) await page.evaluate(`for (const name of ["view", "detail", "data", "inputType"]) Object.prototype[name] = "polluted"`);
    await page.evaluate("document.execCommand = () => false; document.querySelector('.prefile-button').click()");
    if (what.startsWith("Object")) await page.evaluate(`for (const name of ["view", "detail", "data", "inputType"]) delete Object.prototype[name]`);
    await expect(page.getByLabel("Receipt number")).toHaveValue("EAC2212345608");
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByRole("group")).toBeFocused();
    await page.evaluate("attached.detach()");
    await expect(beside(page)).toHaveCount(0);
  });

test.describe("a page that changes", () => {
  test.use({ said: /the form is not connected/ });

test("boxes removed while they are checked, forms that replace themselves", async ({ page }) => {
  const form = `<form action="/sent" novalidate><p>${BOX}</p><p><label>SSN <input name="s"></label></p><button>Send</button></form>`;
  await open(page, { html: `<div id="root"><div>${form}</div></div>` });
  // In the middle of a check: as soon as a box is marked, it goes.
  await page.evaluate(() => {
    const observed = document.querySelector("#root > div")!;
    new MutationObserver(() => document.querySelector("[aria-invalid]")?.remove()).observe(observed, { subtree: true, attributes: true });
    observed.addEventListener("focusout", (event) => (event.target as HTMLInputElement).name === "s" && (event.target as Element).remove());
  });
  await enter(page, "A-Number", "A1");
  await expect(page.getByLabel("A-Number")).toHaveCount(0);
  await expect(beside(page)).toHaveCount(0);
  await page.getByLabel("SSN").fill("1");
  await page.getByLabel("SSN").blur();
  await expect(beside(page)).toHaveCount(0);
  // A form that draws itself anew whenever something is typed, and whenever it is sent.
  await page.evaluate((form) => {
    const observed = document.createElement("div");
    document.querySelector("#root")!.replaceChildren(observed);
    const redraw = () => {
      const typed = [...observed.querySelectorAll("input")].map((box) => box.value);
      observed.innerHTML = form;
      observed.querySelectorAll("input").forEach((box, at) => (box.value = typed[at] ?? ""));
    };
    redraw();
    observed.addEventListener("change", redraw);
    window.addEventListener("submit", redraw, true);
  }, form);
  const typed = ["A12", "12"];
  for (const [at, text] of typed.entries()) {
    await page.locator("input").nth(at).fill(text);
    await page.locator("input").nth(at).blur();
  }
  await page.getByRole("button", { name: "Send" }).click();
  expect(await page.locator("input").evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value))).toEqual(typed);
  await page.evaluate("attached.check()");
  await page.evaluate(() => document.querySelector("#root")!.replaceChildren());
  expect(await page.evaluate("attached.check()")).toEqual([]);
  await expect(page.locator("#root .prefile-beside, #root .prefile-summary")).toHaveCount(0);
});
});

test("boxes that are gone are not held", async ({ page, browserName }) => {
  test.skip(browserName !== "chromium", "only Chromium collects when it is asked");
  await open(page, { html: `<div id="root"><p>${BOX}</p></div>` });
  await enter(page, "A-Number", "A123456");
  await page.evaluate(() => {
    const all = globalThis as unknown as { gone: WeakRef<Element> };
    all.gone = new WeakRef(document.querySelector("input")!);
    document.querySelector("#root")!.replaceChildren();
  });
  const session = await page.context().newCDPSession(page);
  await expect
    .poll(async () => {
      await session.send("HeapProfiler.collectGarbage");
      return page.evaluate("gone.deref() === undefined");
    })
    .toBe(true);
});

test("a root that is taken away, and options of every sort", async ({ page }) => {
  await open(page, { html: `<div id="root">${BOX}</div>`, script: BARE });
  const thrown = await page.evaluate(() => {
    const { attach } = globalThis as unknown as { attach: (root: Element, options?: unknown) => { check(): unknown[]; detach(): void } };
    const root = document.querySelector("#root")!;
    const boom = () => {
      throw new Error("boom");
    };
    const odd = [null, 1, "es", [], { locale: 1, today: {} }, { get locale() { return boom(); } }, new Proxy({}, { get: boom, has: boom, getOwnPropertyDescriptor: boom })];
    for (const options of odd) {
      const attached = attach(root, options);
      attached.check();
      root.remove();
      attached.check();
      attached.detach();
      attached.detach();
      attached.check();
      document.querySelector("main")!.append(root);
    }
    return attach(document.createElement("div")).check().length;
  });
  expect(thrown).toBe(0);
});
