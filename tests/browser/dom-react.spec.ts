// Boxes whose text a framework keeps: React's state hears of a fix as of typing.
import { build } from "esbuild";
import type { Page } from "@playwright/test";
import { beside, expect, open, test } from "./host.ts";

const APP = `
  import { createElement as h, useState } from "react";
  import { createRoot } from "react-dom/client";
  function App() {
    const [rows, setRows] = useState([{ key: 1, text: "" }]);
    const [sent, setSent] = useState("");
    const type = (key) => (event) => setRows((rows) => rows.map((row) => (row.key === key ? { key, text: event.target.value } : row)));
    const boxes = rows.map(({ key, text }) => h("p", { key }, h("label", null, "Receipt number " + key + " ", h("input", { value: text, onChange: type(key) }))));
    return h("form", { onSubmit: (event) => { event.preventDefault(); setSent(rows.map((row) => row.text).join()); } }, boxes,
      h("output", null, rows.map((row) => row.text).join()), h("b", null, sent),
      h("button", { type: "button", onClick: () => setRows((rows) => [{ key: rows.length + 1, text: "" }, ...rows]) }, "Add"),
      h("button", { type: "button", onClick: () => setRows((rows) => [...rows].reverse()) }, "Turn"),
      h("button", { type: "button", onClick: () => setRows([]) }, "Clear"),
      h("button", null, "Send"));
  }
  createRoot(document.querySelector("#root")).render(h(App));`;

/** Key by key: React does not hear of what a test's driver puts in a box of Firefox. */
async function enter(page: Page, label: string, text: string): Promise<void> {
  const box = page.getByLabel(label);
  await box.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
  await box.blur();
}

async function bundled(): Promise<string> {
  const define = { "process.env.NODE_ENV": '"production"' };
  const stdin = { contents: APP, resolveDir: process.cwd() };
  const { outputFiles } = await build({ stdin, define, bundle: true, format: "esm", write: false });
  return outputFiles[0]!.text;
}

test("a fix stays in React's state, boxes come, move and go", async ({ page }) => {
  const script = `${await bundled()}\nimport { attach } from "/dist/dom.js"; window.attached = attach(document.querySelector("#root"));`;
  await open(page, { html: `<div id="root"></div>`, script });
  const state = page.locator("output");
  await enter(page, "Receipt number 1", "EAC22123456O8");
  await expect(state).toHaveText("EAC22123456O8");
  await page.getByRole("button", { name: "Use EAC2212345608" }).click();
  await expect(state).toHaveText("EAC2212345608");
  await expect(page.getByLabel("Receipt number 1")).toHaveValue("EAC2212345608");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(state).toHaveText("EAC22123456O8");

  await page.getByRole("button", { name: "Add" }).click();
  await enter(page, "Receipt number 2", "EAC22");
  await expect(state).toHaveText("EAC22,EAC22123456O8");
  await expect(beside(page)).toHaveText([/this has 5/, /letter O/]);
  await page.getByRole("button", { name: "Turn" }).click();
  await expect(beside(page)).toHaveText([/letter O/, /this has 5/]);
  const besides = await page.locator("p:has(label)").evaluateAll((rows) => rows.map((row) => row.querySelector(".prefile-beside") !== null));
  expect(besides).toEqual([true, true]);

  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("group")).toHaveAccessibleName("There are 2 things to fix");
  await expect(page.locator("b")).toHaveText("");
  await enter(page, "Receipt number 2", "EAC2212345678");
  await page.getByRole("button", { name: "Use EAC2212345608" }).click();
  await expect(page.getByRole("group")).toHaveCount(0);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.locator("b")).toHaveText("EAC2212345608,EAC2212345678");
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(beside(page)).toHaveCount(0);
  expect(await page.evaluate("attached.check()")).toEqual([]);
});

test("where nothing can be typed by a program, the text is set and told of", async ({ page }) => {
  const script = `document.execCommand = () => false;
    ${await bundled()}\nimport { attach } from "/dist/dom.js"; attach(document.querySelector("#root"));`;
  await open(page, { html: `<div id="root"></div>`, script });
  await enter(page, "Receipt number 1", "EAC22123456O8");
  await page.getByRole("button", { name: "Use EAC2212345608" }).click();
  await expect(page.locator("output")).toHaveText("EAC2212345608");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.locator("output")).toHaveText("EAC22123456O8");
});
