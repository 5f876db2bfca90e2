// Pages that allow nothing, and pages that want to get something out of the extension.
import { expect, test } from "./browsers.ts";
import type { Tab } from "./surface.ts";
import { ADDRESS } from "./styles.ts";

const SAYS = "Must fix: An A-Number has 7 to 9 digits; this has 6. Compare it with the paper.";
const BOX = '<p><label for="a">A-Number</label> <input id="a"></p>';

const framed = (inside: string): string => `<!doctype html><html lang="en"><title>Form</title><body>${inside}</body></html>`;

/** Leaves a wrong number in the box until something is said of it. */
async function leave(tab: Tab): Promise<void> {
  await expect.poll(() => tab.run(() => {
    const box = document.querySelector<HTMLInputElement>("#a")!;
    box.focus();
    if (box.value !== "A123456") box.value = "A123456";
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    box.blur();
    return document.querySelectorAll(".prefile-text").length;
  })).toBeGreaterThan(0);
}

const said = (tab: Tab) => tab.run(() => [...document.querySelectorAll(".prefile-text")].map((text) => text.textContent));

for (const policy of ["default-src 'none'", "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'", "sandbox allow-scripts; default-src 'none'"])
  test(`a page whose policy is ${policy}`, async ({ tab }) => {
    await tab.go(ADDRESS, { [ADDRESS]: { body: framed(BOX), policy } });
    await leave(tab);
    expect(await said(tab)).toEqual([SAYS]);
  });

test("a label that is markup is text", async ({ tab }) => {
  const label = "A-Number &lt;img src=x onerror=&quot;window.ran = true&quot;&gt;";
  await tab.go(ADDRESS, { [ADDRESS]: { body: framed(`<p><label for="a">${label}</label> <input id="a"></p><p><label for="r">Receipt number</label> <input id="r" value="EAC2212345678"></p>`) } });
  await leave(tab);
  expect(await tab.run(() => [document.images.length, (window as { ran?: boolean }).ran])).toEqual([0, undefined]);
});

test("elements by the names of what a script needs", async ({ tab }) => {
  const names = ["browser", "chrome", "prefile", "Symbol", "Map", "Promise", "document", "self", "globalThis", "parentNode", "attributes"];
  const body = framed(`<form name="forms">${names.map((name) => `<input type="hidden" name="${name}" id="${name}">`).join("")}${names.map((name) => `<a id="${name}" name="${name}"></a>`).join("")}${BOX}</form>`);
  await tab.go(ADDRESS, { [ADDRESS]: { body } });
  await leave(tab);
  expect(await said(tab)).toEqual([SAYS]);
});

test("a page that has spoilt its own prototypes", async ({ tab }) => {
  const spoil = `<script>
    Element.prototype.getAttribute = Node.prototype.appendChild = document.createElement = () => { throw new Error("spoilt"); };
    Object.prototype.say = "fill";
  </script>`;
  await tab.go(ADDRESS, { [ADDRESS]: { body: framed(spoil + BOX) } });
  await leave(tab);
  expect(await said(tab)).toEqual([SAYS]);
});

test("messages of the page are heard by nobody", async ({ tab }) => {
  const flood = `<script>
    window.heard = 0;
    const real = ["list", "boxes", "jump", "fill", "undo", "again", "read", "hello"];
    for (let i = 0; i < 10000; i++) window.postMessage({ say: real[i % real.length], call: 1, key: 1, boxes: [{ key: 1, before: "", text: "forged" }] }, "*");
    addEventListener("message", ({ source }) => { if (source !== window) window.heard++; });
    for (const say of real) document.dispatchEvent(new CustomEvent("prefile", { detail: { say } }));
  </script>`;
  await tab.go(ADDRESS, { [ADDRESS]: { body: framed(BOX + flood) } });
  await leave(tab);
  expect(await said(tab)).toEqual([SAYS]);
  expect(await tab.run(() => [document.querySelector<HTMLInputElement>("#a")!.value, (window as { heard?: number }).heard])).toEqual(["A123456", 0]);
  // A page has no way to send to an extension that does not want it.
  expect(await tab.run(() => typeof (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome?.runtime?.sendMessage)).toBe("undefined");
});

test("a box that moves away from what is said of it takes that along", async ({ tab }) => {
  await tab.go(ADDRESS, { [ADDRESS]: { body: framed(`<div id="one">${BOX}</div><div id="two"></div>`) } });
  await leave(tab);
  for (let i = 0; i < 10; i++) {
    await tab.run((i) => void document.querySelector(i % 2 === 0 ? "#two" : "#one")!.append(document.querySelector("p:has(#a)")!), i);
    await leave(tab);
    await expect.poll(() => tab.run(() => {
      const id = document.querySelector("#a")!.getAttribute("aria-describedby")!;
      return document.getElementById(id)?.closest("div[id=one], div[id=two]")?.contains(document.querySelector("#a"));
    })).toBe(true);
    expect(await said(tab)).toEqual([SAYS]);
  }
});

test("50,000 boxes", async ({ tab }) => {
  const many = `<script>
    const all = document.createDocumentFragment();
    for (let i = 0; i < 50000; i++) {
      const label = document.createElement("label");
      label.append("Receipt number " + i, document.createElement("input"));
      all.append(label);
    }
    document.body.append(all);
  </script>`;
  await tab.go(ADDRESS, { [ADDRESS]: { body: framed(BOX + many) } });
  await leave(tab);
  expect(await said(tab)).toEqual([SAYS]);
});
