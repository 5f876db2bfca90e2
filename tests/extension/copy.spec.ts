// A page that has a copy of prefile of its own: what that says is not said again, as long as a person sees it.
import { buildSync } from "esbuild";
import { expect, test } from "./browsers.ts";
import type { Surface, Tab } from "./surface.ts";
import { ADDRESS } from "./styles.ts";

const SAYS = "Must fix: An A-Number has 7 to 9 digits; this has 6. Compare it with the paper.";
const OWN = "https://my.uscis.gov/own.js";

function own(): string {
  const contents = 'import { attach } from "./pkg/src/dom.ts"; globalThis.own = attach(document.querySelector("form"));';
  return buildSync({ stdin: { contents, resolveDir: process.cwd() }, bundle: true, write: false, minify: true, format: "iife" }).outputFiles[0]!.text;
}

async function open(tab: Tab): Promise<void> {
  const body = `<!doctype html><html lang="en"><title>Form</title><body><form><p><label for="a">A-Number</label> <input id="a"></p>
    <p><label for="r">Receipt number</label> <input id="r"></p></form>
    <p id="beyond"><label for="b">A-Number of your spouse</label> <input id="b"></p><script src="/own.js"></script></body></html>`;
  await tab.go(ADDRESS, { [ADDRESS]: { body }, [OWN]: { body: own(), type: "text/javascript" } });
}

/** Types into the box of the form, and into one that the page's own copy does not know. */
function leave(): void {
  for (const id of ["a", "b"]) {
    const box = document.querySelector<HTMLInputElement>(`#${id}`)!;
    box.focus();
    box.value = "A123456";
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    box.blur();
  }
}

/** What a person sees in the form, and beyond it. */
function seen(): string[] {
  const texts = [...document.querySelectorAll(".prefile-text")].filter((text) => text.checkVisibility());
  return texts.map((text) => `${text.closest("form") ? "form" : "beyond"}: ${text.textContent}`);
}

const once = [`form: ${SAYS}`, `beyond: ${SAYS}`];

/** Waits until the extension is there, which alone says something beyond the form. */
async function drawn(tab: Tab): Promise<void> {
  await expect.poll(async () => (await tab.run(leave), (await tab.run(seen)).length)).toBeGreaterThan(1);
}

async function listed(surface: Surface, tab: Tab): Promise<string[]> {
  const popup = await surface.popup(tab);
  await expect.poll(() => popup.text()).toContain("An A-Number has 7 to 9 digits");
  const found = await popup.run(() => [...document.querySelectorAll("#boxes li strong")].map(({ textContent }) => textContent!));
  await popup.close();
  return found;
}

test("it is said once, and the popup knows of it", async ({ surface, tab }) => {
  await open(tab);
  await drawn(tab);
  expect(await tab.run(seen)).toEqual(once);
  expect(await tab.run(() => document.querySelector("form .prefile-guest"))).toBeNull();
  expect(await listed(surface, tab)).toEqual(["Must fix: A-Number: ", "Must fix: A-Number of your spouse: "]);
});

test("what the page's own copy says no more, or where nobody sees it, is said", async ({ tab }) => {
  await open(tab);
  await drawn(tab);
  await tab.run(() => (globalThis as unknown as { own: { detach(): void } }).own.detach());
  await expect.poll(() => tab.run(seen)).toEqual(once);
  expect(await tab.run(() => document.querySelectorAll("form .prefile-guest").length)).toBe(1);
  await open(tab);
  await tab.run(() => document.head.insertAdjacentHTML("beforeend", "<style>.prefile-beside:not(.prefile-guest) { display: none }</style>"));
  await drawn(tab);
  await expect.poll(() => tab.run(seen)).toEqual(once);
});
