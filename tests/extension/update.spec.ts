// The extension is updated in the middle, while its findings stand on a page: Firefox begins again there by
// itself, Chromium does not, and the page says so.
import { expect, start, test } from "./browsers.ts";
import { FIELDS } from "./fields.ts";
import type { Tab } from "./surface.ts";
import { ADDRESS, STYLES, siteOf } from "./styles.ts";

const ROWS = FIELDS.map(({ labels, name }) => ({ label: labels[0], name }));
/** The box for the A-Number, and that for the receipt number. */
const [FIRST, SECOND] = [2, 5];
const UPDATED = "prefile was updated. Reload this page to have your boxes checked again. What you typed is still here.";

/** Types into a box and leaves it. */
function leave([row, text]: readonly [row: number, text: string]): void {
  const box = document.querySelector<HTMLInputElement>(`[data-row="${row}"]`)!;
  box.focus();
  box.value = text;
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  box.blur();
}

/** What stands on the page: beside boxes, at all, and told of the extension itself. */
function readAll(): { beside: Record<string, string>; texts: number; told: string[]; marked: number; old: number } {
  const boxes = [...document.querySelectorAll<HTMLElement>("[data-row][aria-describedby]")];
  const words = (box: Element) => box.getAttribute("aria-describedby")!.split(" ").map((id) => document.getElementById(id)?.textContent ?? "nothing").join(" ");
  return {
    beside: Object.fromEntries(boxes.map((box) => [box.dataset["row"], words(box)])),
    texts: document.querySelectorAll(".prefile-text:not(.prefile-gone)").length,
    told: [...document.querySelectorAll(".prefile-gone")].map(({ textContent }) => textContent ?? ""),
    marked: document.querySelectorAll("[aria-invalid]").length,
    old: document.querySelectorAll("[data-old]").length,
  };
}

const valueOf = (tab: Tab, row: number) => tab.run((row) => document.querySelector<HTMLInputElement>(`[data-row="${row}"]`)!.value, row);

test("a page whose extension is updated begins again, or says so", async ({ which }) => {
  const surface = await start(which);
  const tab = await surface.tab();
  await tab.go(ADDRESS, siteOf(STYLES["plain HTML"]!, ROWS));
  const says = expect.stringContaining(FIELDS[FIRST]!.says);
  await expect.poll(async () => (await tab.run(leave, [FIRST, "A123456"] as const), await tab.run(readAll))).toEqual({ beside: { [FIRST]: says }, texts: 1, told: [], marked: 1, old: 0 });
  await tab.run(() => void (document.querySelector<HTMLElement>(".prefile-beside")!.dataset["old"] = ""));
  await surface.update();
  const second = [SECOND, FIELDS[SECOND]!.wrong] as const;
  if (which === "chromium")
    await expect.poll(async () => (await tab.run(leave, second), await tab.run(readAll))).toEqual({ beside: {}, texts: 0, told: [UPDATED], marked: 0, old: 0 });
  else {
    // What the one before has left is gone with it, and said once.
    await expect.poll(() => tab.run(readAll)).toEqual({ beside: { [FIRST]: says }, texts: 1, told: [], marked: 1, old: 0 });
    await tab.run(leave, second);
    const both = { [FIRST]: says, [SECOND]: expect.stringContaining(FIELDS[SECOND]!.says) };
    await expect.poll(() => tab.run(readAll)).toEqual({ beside: both, texts: 2, told: [], marked: 2, old: 0 });
  }
  expect(await valueOf(tab, FIRST)).toBe("A123456");
  await surface.close();
});
