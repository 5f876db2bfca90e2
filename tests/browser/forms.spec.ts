// Forms from their first screen to their last, on a narrow screen: in Spanish with the pointer; in English with
// the keyboard alone, and on the way a change is undone and done again, the tab is loaded anew, and at the end
// the answers go into a file, are forgotten, and come back. Chromium has every form in every language, with axe
// at every screen; Firefox every form in one of them.
import type { Page } from "@playwright/test";
import { faults, outside } from "./axe.ts";
import { expect, open, test } from "./guard.ts";
import { choose, save } from "./saved.ts";
import { ADD, answer, GO, type Hand, keyboard, LAST, pointer, title, WHOLE, type Whole } from "./walks.ts";

const LANGUAGES = [
  { language: "", hand: keyboard },
  { language: "es/", hand: pointer },
] as const;

/** Answers every screen from the one that is shown, until `end`; returns how many there were. */
async function walk(page: Page, hand: Hand, whole: Whole, end: (passed: number, heading: string) => boolean, look: (heading: string) => Promise<void>): Promise<number> {
  const go = () => hand.press(page.getByRole("button", { name: GO }));
  for (let passed = 0; ; passed++) {
    const heading = await title(page).innerText();
    if (end(passed, heading)) return passed;
    await look(heading);
    const add = page.getByRole("button", { name: ADD });
    if ((await add.count()) === 0) await answer(page, hand, whole.said);
    else if (whole.entries.includes(heading)) {
      await hand.press(add);
      await expect(title(page)).not.toHaveText(heading);
      await look(`${heading}, an entry`);
      await answer(page, hand, whole.said);
      await go();
      await expect(title(page)).toHaveText(heading);
    } else await hand.press(page.getByRole("checkbox"));
    await go();
    await expect(title(page)).not.toHaveText(heading);
  }
}

/** What stands in every box of the screen, and what is ticked. */
const values = (page: Page) =>
  page.locator("main input").evaluateAll((all) => all.map((one) => one instanceof HTMLInputElement && [one.checked, one.value]));

/** The last change is undone and done again; then the browser keeps the answers, and the tab is loaded anew. */
async function turn(page: Page, hand: Hand): Promise<void> {
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const here = await title(page).innerText();
  await hand.press(button("Undo"));
  await expect(title(page)).not.toHaveText(here);
  const undone = await values(page);
  await hand.press(button("Redo"));
  await expect.poll(() => values(page)).not.toEqual(undone);
  const there = await title(page).innerText();
  await hand.press(page.getByRole("link", { name: "Keep my answers" }));
  await expect(title(page)).toHaveText("Keep my answers");
  await hand.press(page.getByRole("checkbox", { name: "Keep my answers in this browser" }));
  await page.reload();
  await page.goBack();
  await expect(title(page)).toHaveText(there);
  await hand.press(button("Continue"));
  await expect(title(page)).toHaveText(here);
}

/** The answers go into a file, are forgotten, and come back from it. */
async function away(page: Page, form: string, hand: Hand, after: Hand): Promise<void> {
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await hand.press(page.getByRole("link", { name: "Keep my answers" }));
  await expect(title(page)).toHaveText("Keep my answers");
  const file = await save(page, (name) => hand.press(button(name)));
  await after.press(button("Forget everything"));
  await open(page, "keep");
  await expect(page.locator("[data-part=here]")).toHaveText("Answers on this page now: 0.");
  await choose(page, file);
  await expect(page.locator("[data-part=here]")).not.toHaveText("Answers on this page now: 0.");
  await open(page, `form/${form}`);
  await after.press(button("All steps"));
  await after.press(button("See what it comes to"));
}

for (const [row, whole] of WHOLE.entries())
  for (const [column, { language, hand }] of LANGUAGES.entries())
    test(`the whole of ${language}${whole.form}`, async ({ browserName, page }) => {
      test.skip(browserName === "firefox" && (row + column) % 2 === 1, "in Firefox in the other language");
      test.slow();
      const look = async (heading: string) => {
        expect(await outside(page), heading).toBe(0);
        if (browserName === "chromium") expect(await faults(page), heading).toEqual([]);
      };
      const last = (_: number, heading: string) => heading === LAST[language];
      const shown = async () => {
        await expect(title(page)).toHaveText(LAST[language]);
        for (const text of whole.shows) await expect(page.getByText(text, { exact: true })).not.toHaveCount(0);
      };
      await page.setViewportSize({ width: 320, height: 640 });
      await open(page, `${language}form/${whole.form}`);
      let passed = 0;
      if (hand === keyboard) {
        passed = await walk(page, hand, whole, (passed) => passed === 3, look);
        await turn(page, hand);
      }
      passed += await walk(page, hand, whole, last, look);
      expect(passed).toBe(whole.screens);
      await look(LAST[language]);
      await shown();
      if (hand === keyboard) {
        // Stock Firefox takes the keyboard away from a page that handed it a file.
        await away(page, whole.form, hand, browserName === "firefox" ? pointer : hand);
        await shown();
      }
    });
