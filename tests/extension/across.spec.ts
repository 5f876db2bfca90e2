// What boxes say of each other: one number in two of them, two numbers of one person, a number in another's box.
import { expect, test } from "./browsers.ts";
import type { Tab } from "./surface.ts";
import { ADDRESS, STYLES, siteOf } from "./styles.ts";

const STYLE = ["plain HTML", "open shadow roots"] as const;

type Texts = Readonly<Record<string, string>>;

/** What stands in boxes, beside which of them something is said, and what. */
const CASES: Readonly<Record<string, readonly [texts: Texts, at: string, says: string]>> = {
  "one number in two boxes": [
    { "Social Security Number": "219-12-4873", "A-Number": "A219124873" },
    "A-Number", "The box “Social Security Number” has the same number. Look at both.",
  ],
  "two A-Numbers of one person": [
    { "A-Number": "A012345678", "Alien Registration Number": "A087654321" },
    "Alien Registration Number", "The box “A-Number” has another A-Number. One person has only one.",
  ],
  "a Social Security Number in the box for the A-Number": [
    { "A-Number": "219-12-4873", "Social Security Number": "" },
    "A-Number", "If this is a Social Security Number, it goes in the box “Social Security Number”. That box is empty.",
  ],
  "a receipt number in the box for the account": [
    { "USCIS Online Account Number": "EAC2212345678", "Receipt Number": "" },
    "USCIS Online Account Number", "If this is a receipt number, it goes in the box “Receipt Number”. That box is empty.",
  ],
};

/** Types into each box, and goes on. */
function typeAll(texts: readonly string[]): void {
  const all = [...document.querySelectorAll("input, text-field")].map((one) => one.shadowRoot?.querySelector("input") ?? (one as HTMLInputElement));
  for (const [at, box] of all.entries()) {
    box.focus();
    box.value = texts[at]!;
    box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    box.blur();
  }
}

/** What stands beside each box, and what is in it. */
function readAll(): { said: string; text: string }[] {
  return [...document.querySelectorAll("input, text-field")].map((one) => {
    const box = one.shadowRoot?.querySelector("input") ?? (one as HTMLInputElement);
    const ids = box.getAttribute("aria-describedby")?.split(" ") ?? [];
    const tree = box.getRootNode() as Document | ShadowRoot;
    return { said: ids.map((id) => tree.getElementById(id)?.textContent ?? "").join(" "), text: box.value };
  });
}

async function typed(tab: Tab, style: (typeof STYLE)[number], texts: Texts, at: number): Promise<void> {
  const rows = Object.keys(texts).map((label, at) => ({ label, name: "abc"[at]! }));
  await tab.go(ADDRESS, siteOf(STYLES[style]!, rows));
  // The extension begins once the page is done.
  await expect.poll(async () => {
    await tab.run(typeAll, Object.values(texts));
    return (await tab.run(readAll))[at]!.said;
  }).not.toBe("");
}

for (const style of STYLE)
  for (const [what, [texts, at, says]] of Object.entries(CASES))
    test(`${what}: ${style}`, async ({ tab }) => {
      const place = Object.keys(texts).indexOf(at);
      await typed(tab, style, texts, place);
      await expect.poll(async () => (await tab.run(readAll))[place]!.said).toContain(says);
      const others = (await tab.run(readAll)).filter((_, row) => row !== place);
      expect(others.map(({ said }) => said)).toEqual([""]);
    });

test("what stands wrong is moved where it belongs, and back", async ({ tab }) => {
  const [texts] = CASES["a receipt number in the box for the account"]!;
  await typed(tab, "plain HTML", texts, 0);
  const press = (name: string) => tab.run((name) => [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name)?.click(), name);
  const now = async () => (await tab.run(readAll)).map(({ text }) => text);
  await expect.poll(async () => (await press("Move it to “Receipt Number”"), await now())).toEqual(["", "EAC2212345678"]);
  await expect.poll(async () => (await press("Undo"), await now())).toEqual(["EAC2212345678", ""]);
});
