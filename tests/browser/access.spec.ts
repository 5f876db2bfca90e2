// Keyboard, screen reader, narrow screens, zoom, print; axe on every screen.
import { faults, outside, small } from "./axe.ts";
import { answer, box, enter, expect, MAIL, NOTICE, open, test } from "./guard.ts";

const SCREENS: [string, string][] = [
  ["", ""],
  ["number", ""],
  ["number", "eac 22-123-45678"],
  ["number", "EAC22123456O8"],
  ["number", "QQQ2212345678"],
  ["number", "012-345-678"],
  ["number", "hello"],
  ["notice", ""],
  ["notice", NOTICE],
  ["notice", "nothing"],
  ["password", ""],
  ["password", "P@ssw0rd"],
  ["link", ""],
  ["link", "https://my.uscis.gov/account"],
  ["link", MAIL],
  ["link", "nothing"],
  ["check", ""],
  ["form", ""],
  ["account", ""],
  ["form/g-1145", ""],
  ["form/i-765", ""],
  ["form/n-400", ""],
  ["form/i-90", ""],
  ["form/my-online-account-number", ""],
  ["form/create-an-account", ""],
  ["form/add-a-paper-filed-case", ""],
  ["form/i-cannot-sign-in", ""],
  ["form/staying-safe", ""],
  ["form/filing-online", ""],
  ["form/before-i-send-it", ""],
  ["form/what-next", ""],
  ["form/same-on-both-sides", ""],
  ["privacy", ""],
];

/** How wide the window is, and the colors that axe sees then. So high that nothing is covered or scrolled. */
const WINDOWS = [
  { width: 320, colorScheme: "light" },
  { width: 390 },
  { width: 768 },
  { width: 1280, colorScheme: "dark" },
] as const;
const HEIGHT = 6000;

for (const language of ["", "es/"])
  test(`every screen: axe, as wide as the window, targets 44 pixels high ${language}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: "reduce" });
    for (const [screen, text] of SCREENS) {
      await open(page, language + screen);
      if (text !== "") await enter(page, text);
      if (text !== "") await expect(answer(page)).not.toBeEmpty();
      for (const { width, ...seen } of WINDOWS) {
        const name = `${screen} ${text} ${width}`;
        await page.setViewportSize({ width, height: HEIGHT });
        expect(await outside(page), name).toBe(0);
        // Colors are of no language.
        if (!("colorScheme" in seen) || (seen.colorScheme === "dark" && language !== "")) continue;
        await page.emulateMedia(seen);
        expect(await small(page), name).toEqual([]);
        expect(await faults(page), name).toEqual([]);
      }
    }
  });

test("the keyboard alone is enough", async ({ page, browserName }) => {
  await open(page, "");
  const press = async (key: string, times = 1) => {
    for (let i = 0; i < times; i++) await page.keyboard.press(key);
  };
  await press("Tab", 3);
  await expect(page.getByRole("link", { name: "Which number is this?" })).toBeFocused();
  await press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await press("Tab");
  await expect(box(page)).toBeFocused();
  await page.keyboard.type("EAC22123456O8");
  await press("Enter");
  await expect(answer(page)).toContainText("Must fix");
  await press("Tab");
  const offer = page.getByRole("button", { name: "Use EAC2212345608" });
  await expect(offer).toBeFocused();
  const outline = await offer.evaluate((button) => getComputedStyle(button).outlineStyle);
  expect(outline).toBe("solid");
  await press("Enter");
  await expect(box(page)).toHaveValue("EAC2212345608");
  if (browserName === "chromium") {
    const copy = page.getByRole("button", { name: "Copy EAC2212345608" });
    await expect(copy).toBeVisible();
    await press("Tab");
    await expect(copy).toBeFocused();
  }
});

test("at 400 % zoom the box is not covered by the buttons", async ({ page }) => {
  // 1280 by 1024 at 400 %.
  await page.setViewportSize({ width: 320, height: 256 });
  await open(page, "number");
  const place = await page.locator(".tools").evaluate((tools) => getComputedStyle(tools).position);
  expect(place).toBe("static");
});

test("from right to left nothing is wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await open(page, "number");
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
  await enter(page, "eac 22-123-45678");
  await expect(answer(page)).toContainText("This is a receipt number");
  expect(await outside(page)).toBe(0);
});

test("in print there is the answer, and no buttons", async ({ page, browserName }) => {
  test.skip(browserName !== "chromium", "stock Firefox does not emulate print");
  await open(page, "notice");
  await enter(page, NOTICE);
  await expect(page.locator(".paper-text")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".paper-text mark").first()).toBeVisible();
  await expect(page.locator(".found h3").first()).toBeVisible();
  await expect(page.getByText("Which box it goes in").first()).toBeVisible();
  for (const button of await page.locator("button").all()) await expect(button).toBeHidden();
});

test("forced colors keep shapes and words", async ({ page, browserName }) => {
  test.skip(browserName !== "chromium", "only Chromium emulates them");
  await page.emulateMedia({ forcedColors: "active" });
  await open(page, "number");
  await enter(page, "EAC22123456O8");
  await expect(answer(page).getByText("Must fix")).toBeVisible();
  const border = await page.locator("mark.fault").evaluate((mark) => getComputedStyle(mark).borderTopStyle);
  expect(border).toBe("solid");
});
