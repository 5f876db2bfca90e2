// The right finding stands beside the right box, in forms of every style met.
import { expect, test } from "./browsers.ts";
import { FIELDS } from "./fields.ts";
import { ADDRESS, STYLES, siteOf } from "./styles.ts";

/** Each style has two pages: with the words of the official forms, and with those of others. */
const WORDS = [[0, 1], [2, 3]] as const;

interface Told {
  row: number;
  said: string;
}

/** Types into all boxes there are now, one after the other, as a person who goes on to the next. */
function typeAll(wrong: readonly string[]): number {
  const boxes = allBoxes(document);
  for (const box of boxes) {
    box.focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!.set!.call(box, wrong[Number(box.dataset["row"])]!);
    box.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    box.blur();
  }
  return boxes.length;

  function allBoxes(tree: Document | ShadowRoot): HTMLInputElement[] {
    return [...tree.querySelectorAll("*")].flatMap((one) => {
      if (one.localName === "input") return [one as HTMLInputElement];
      const inner = one.shadowRoot ?? (one as HTMLIFrameElement).contentDocument;
      return inner ? allBoxes(inner) : [];
    });
  }
}

function countBoxes(): number {
  const inner = document.querySelector("iframe")?.contentDocument?.querySelectorAll("input").length ?? 0;
  return document.querySelectorAll("input, text-field").length + inner;
}

/** What stands beside which box. */
function readAll(): { told: Told[]; drawn: number } {
  const told: Told[] = [];
  let drawn = 0;
  const visit = (tree: Document | ShadowRoot): void => {
    drawn += tree.querySelectorAll(".prefile-texts").length;
    for (const one of tree.querySelectorAll("*")) {
      const inner = one.shadowRoot ?? (one as HTMLIFrameElement).contentDocument;
      if (inner) visit(inner);
      const row = (one as HTMLElement).dataset?.["row"];
      if (one.localName !== "input" || row === undefined) continue;
      const ids = one.getAttribute("aria-describedby")?.split(" ") ?? [];
      const texts = ids.map((id) => tree.getElementById(id)).filter((text) => text?.classList.contains("prefile-texts"));
      // Behind the box, and before the next one.
      for (const text of texts)
        if (one.compareDocumentPosition(text!) & Node.DOCUMENT_POSITION_FOLLOWING)
          told.push({ row: Number(row), said: text!.textContent ?? "" });
    }
  };
  visit(document);
  return { told, drawn };
}

/** So many milliseconds a finding may take to come; then it is missing. */
const LONGEST = 3000;
/** The browser may take its time to wake the extension up, on a busy machine. */
const AWAKE = { timeout: 90_000 };

test("the right finding stands beside the right box", async ({ tab }) => {
  test.setTimeout(240_000);
  let boxes = 0;
  const misses: string[] = [];
  for (const [style, write] of Object.entries(STYLES))
    for (const words of WORDS) {
      const rows = FIELDS.map(({ labels, name }, at) => ({ label: labels[words[at % 2]!]!, name }));
      await tab.go(ADDRESS, siteOf(write, rows));
      let typed = 0;
      do {
        await expect.poll(() => tab.run(countBoxes)).toBeGreaterThan(0);
        const before = typed;
        // The extension begins once the page is done.
        await expect.poll(async () => {
          typed = before + (await tab.run(typeAll, FIELDS.map(({ wrong }) => wrong)));
          return (await tab.run(readAll)).drawn;
        }, AWAKE).toBeGreaterThan(0);
        const missing = async () => {
          const { told, drawn } = await tab.run(readAll);
          const rest = FIELDS.slice(before, typed).flatMap(({ says }, at) => {
            const here = told.filter(({ row }) => row === before + at).map(({ said }) => said);
            return here.length === 1 && here[0]!.includes(says) ? [] : [`${style}: ${rows[before + at]!.label}: ${here.join(" | ")}`];
          });
          if (drawn > told.length) rest.push(`${style}: ${drawn - told.length} stand beside no box`);
          return rest;
        };
        const end = Date.now() + LONGEST;
        let rest = await missing();
        while (rest.length > 0 && Date.now() < end) rest = await missing();
        misses.push(...rest);
      } while (await tab.run(() => (window as { next?: () => boolean }).next?.() ?? false));
      expect(typed, style).toBe(FIELDS.length);
      boxes += typed;
    }
  console.log(`${boxes - misses.length} of ${boxes} boxes`);
  expect(boxes).toBeGreaterThanOrEqual(400);
  expect(misses).toEqual([]);
});

/** What pages write into their own boxes: numbers that they cover, and masks that nobody has filled in. */
const COVERED: readonly (readonly [label: string, ...texts: string[]])[] = [
  ["Social Security Number", "***-**-6788", "•••-••-6788", "XXX-XX-6788", "___-__-____"],
  ["A-Number", "*****4321", "A-___-___-___"],
  ["Receipt number", "IOE******5678"],
  ["Date of birth", "**/**/1990", "__/__/____"],
  ["Phone number", "(***) ***-0143", "(___) ___-____", "+1 (___) ___-____"],
];

test("what a page has covered, or not filled in, is not called wrong", async ({ surface, tab }) => {
  const boxes = COVERED.flatMap(([label, ...texts]) => texts.map((text) => `<p><label>${label} <input value="${text}"></label></p>`)).join("");
  const wrong = '<p><label>ZIP Code <input value="627"></label></p>';
  await tab.go(ADDRESS, { [ADDRESS]: { body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Form</title><form>${boxes}${wrong}</form></html>` } });
  const popup = await surface.popup(tab);
  await expect.poll(() => popup.text()).toContain("ZIP Code");
  expect(await tab.run(() => [...document.querySelectorAll(".prefile-text")].map(({ parentElement }) => parentElement!.textContent))).toHaveLength(1);
  await popup.close();
});
