// Attached boxes for screen readers and keyboards; axe in every state.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { CDPSession, Page } from "@playwright/test";
import { beside, enter, expect, open, test, visit } from "./host.ts";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const FORM = `<h1>Form</h1><form action="/sent" novalidate>
  <p><label for="a">A-Number</label> <input id="a" name="a" aria-describedby="help"> <span id="help">On your card.</span></p>
  <p><label>SSN <input name="s"></label></p>
  <p><label for="r">Receipt number</label> <input id="r" name="r"></p>
  <button>Send</button></form>`;

async function faults(page: Page): Promise<string[]> {
  if ((await page.evaluate("typeof axe")) === "undefined") await page.evaluate(readFileSync(axe, "utf8"));
  return page.evaluate(async (tags) => {
    const run = (globalThis as unknown as { axe: { run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe;
    const { violations } = await run.run(document, { runOnly: tags });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
  }, TAGS);
}

for (const colorScheme of ["light", "dark"] as const)
  test(`axe finds nothing: empty, with faults, with a list, mended; ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, { html: `<style>:root { color-scheme: light dark; }</style>${FORM}` });
    await visit(page, page.getByLabel("Receipt number"));
    expect(await faults(page), "empty").toEqual([]);
    await enter(page, "A-Number", "219-09-9998");
    await enter(page, "Receipt number", "EAC22123456O8");
    await expect(beside(page)).toHaveCount(2);
    await expect(page.getByRole("button")).toHaveCount(4);
    expect(await faults(page), "faults").toEqual([]);
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByRole("group")).toBeFocused();
    expect(await faults(page), "list").toEqual([]);
    await enter(page, "A-Number", "A012345678");
    await page.getByRole("button", { name: "Use EAC2212345608" }).click();
    await expect(page.getByRole("group")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
    expect(await faults(page), "mended").toEqual([]);
  });

interface AXNode {
  nodeId: string;
  childIds?: string[];
  role?: { value: string };
  name?: { value: string };
  description?: { value: string };
  properties?: { name: string; value: { value: unknown } }[];
  ignored: boolean;
}

/** What Chromium tells assistive technology: role, name, description, invalid, focused. */
async function tree(session: CDPSession): Promise<Record<string, unknown>[]> {
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as { nodes: AXNode[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inOrder = (node: AXNode | undefined): AXNode[] => (node === undefined ? [] : [node, ...(node.childIds ?? []).flatMap((id) => inOrder(byId.get(id)))]);
  const told = (node: AXNode, name: string) => node.properties?.find((one) => one.name === name)?.value.value;
  return inOrder(nodes[0])
    .filter(({ ignored, role }) => !ignored && ["textbox", "button", "status", "group", "link"].includes(role?.value ?? ""))
    .map((node) => ({
      role: node.role?.value,
      name: node.name?.value,
      description: node.description?.value ?? "",
      invalid: told(node, "invalid") ?? "false",
      focused: told(node, "focused") === true,
    }));
}

test("the accessibility tree says what is wrong, where and how to go on", async ({ page, browserName, context }) => {
  test.skip(browserName !== "chromium", "only Chromium shows its tree");
  await open(page, { html: FORM });
  const session = await context.newCDPSession(page);
  const box = (name: string, more: object = {}) => ({ role: "textbox", name, description: "", invalid: "false", focused: false, ...more });
  const button = (name: string) => ({ role: "button", name, description: "", invalid: "false", focused: false });
  const status = { role: "status", name: "", description: "", invalid: "false", focused: false };
  await visit(page, page.getByLabel("Receipt number"));
  const before = [box("A-Number", { description: "On your card." }), box("SSN"), box("Receipt number"), button("Send"), status];
  expect(await tree(session)).toEqual(before);

  await enter(page, "A-Number", "A12345");
  await enter(page, "Receipt number", "EAC22123456O8");
  const six = "An A-Number has 7 to 9 digits; this has 5. Compare it with the paper.";
  const letter = "There is the letter O where a digit goes. Is it the digit 0?";
  const wrong = [
    box("A-Number", { description: `On your card. Must fix: ${six}`, invalid: "true" }),
    box("SSN"),
    box("Receipt number", { description: `Must fix: ${letter}`, invalid: "true" }),
    button("Use EAC2212345608"),
    button("Send"),
    status,
  ];
  expect(await tree(session)).toEqual(wrong);

  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("group")).toBeFocused();
  const link = (name: string) => ({ role: "link", name, description: "", invalid: "false", focused: false });
  const list = { role: "group", name: "There are 2 things to fix", description: "", invalid: "false", focused: true };
  expect(await tree(session)).toEqual([list, link(`A-Number: ${six}`), link(`Receipt number: ${letter}`), ...wrong]);

  await enter(page, "A-Number", "A012345678");
  await enter(page, "Receipt number", "EAC2212345678");
  expect(await tree(session)).toEqual(before);
});

test("the keyboard meets everything in the order of the page", async ({ page }) => {
  await open(page, { html: FORM });
  await page.getByLabel("A-Number").focus();
  await page.keyboard.type("A12345");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("EAC22123456O8");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("group")).toBeFocused();
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: one } = document;
      return (one as HTMLInputElement).name || one?.textContent?.slice(0, 10);
    });
  const met: (string | undefined)[] = [];
  for (let i = 0; i < 7; i++) {
    await page.keyboard.press("Tab");
    met.push(await focused());
  }
  expect(met).toEqual(["A-Number: ", "Receipt nu", "a", "s", "r", "Use EAC221", "Send"]);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Receipt number")).toHaveValue("EAC2212345608");
  await expect(page.getByLabel("Receipt number")).toBeFocused();
});

test("colors and shapes are the page's to choose", async ({ page }) => {
  await open(page, { html: `<style>:root { --prefile-error: rgb(1, 2, 3); } .prefile-text { margin-top: 7px; } .prefile-button { min-height: 50px }</style>${FORM}` });
  await enter(page, "Receipt number", "EAC22123456O8");
  const { color, margin } = await beside(page).locator("p").evaluate((one) => {
    const { borderInlineStartColor, marginTop } = getComputedStyle(one);
    return { color: borderInlineStartColor, margin: marginTop };
  });
  expect([color, margin]).toEqual(["rgb(1, 2, 3)", "7px"]);
  const height = await beside(page).getByRole("button").evaluate((one) => one.getBoundingClientRect().height);
  expect(height).toBeGreaterThanOrEqual(50);
  await page.emulateMedia({ forcedColors: "active" });
  await expect(beside(page)).toContainText("Must fix:");
});

test("our words say in which language they are, and the page's among them in which those are", async ({ page }) => {
  const script = `document.documentElement.lang = "ar"; document.documentElement.dir = "rtl";
    import { attach } from "/dist/dom.js"; import "/dist/locales/es.js"; window.attached = attach(document.body, window.options ?? {});`;
  const html = FORM.replace("SSN", `رقم الضمان الاجتماعي`).replace(`name="s"`, `name="ssn"`);
  const spoken = (one: Element) => {
    const { direction } = getComputedStyle(one);
    return [one.closest("[lang]")?.getAttribute("lang"), direction, one.querySelector("[lang]")?.getAttribute("lang") ?? null];
  };
  for (const language of ["en", "es"]) {
    await page.addInitScript((locale) => void ((globalThis as unknown as { options: object }).options = { locale }), language);
    await open(page, { html, script });
    await page.locator("[name=ssn]").fill("12");
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByRole("group")).toBeFocused();
    await page.locator("[name=a]").fill("A1");
    await page.locator("[name=a]").blur();
    await expect(page.getByRole("status")).toContainText("A-Number: ");
    expect(await beside(page).first().locator("p").evaluate(spoken)).toEqual([language, "ltr", null]);
    expect(await page.getByRole("group").evaluate(spoken)).toEqual([language, "ltr", "ar"]);
    expect(await page.getByRole("status").evaluate(spoken)).toEqual([language, "ltr", "ar"]);
    expect(await page.getByRole("group").getByRole("link").first().locator("bdi").evaluate((one) => getComputedStyle(one).direction)).toBe("rtl");
    expect(await faults(page)).toEqual([]);
    await page.evaluate("attached.detach()");
    await expect(page.locator("[lang=en], [lang=es]")).toHaveCount(0);
    await page.unrouteAll();
  }
  // One that was not imported is English.
  await page.addInitScript(() => void ((globalThis as unknown as { options: object }).options = { locale: "fr" }));
  await open(page, { html, script });
  await page.locator("[name=a]").fill("A1");
  await page.locator("[name=a]").blur();
  expect(await beside(page).first().locator("p").evaluate(spoken)).toEqual(["en", "ltr", null]);
});

test("a row of boxes keeps its row, and a label its name", async ({ page }) => {
  await open(page, { html: `<div style="display: flex"><div style="display: flex"><span>A-Number</span><input></div></div><label>SSN <input></label>` });
  await enter(page, "SSN", "1");
  await page.locator("input").first().fill("A1");
  await page.locator("input").first().blur();
  await expect(page.locator("main > .prefile-beside")).toHaveCount(2);
  await expect(page.getByLabel("SSN", { exact: true })).toHaveAccessibleName("SSN");
});
