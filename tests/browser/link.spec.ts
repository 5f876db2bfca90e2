// Is this really USCIS?
import { answer, box, enter, expect, MAIL, open, test } from "./guard.ts";

const items = ".found-list > li";

test("an official link is fine", async ({ page }) => {
  await open(page, "link");
  await enter(page, "https://my.uscis.gov/account");
  await expect(page.locator(items)).toHaveCount(1);
  await expect(page.locator(`${items} h3 code`)).toHaveText("my.uscis.gov");
  await expect(page.locator(`${items} .mark`)).toHaveText(["Fine"]);
  await expect(page.locator(items)).toContainText("This name belongs to USCIS.");
  await expect(page.getByRole("status")).toHaveText("1 link or address in this text");
});

test("a look-alike is told what it is not", async ({ page }) => {
  await open(page, "link");
  for (const [link, host] of [
    ["uscis.qov", "uscis.qov"],
    ["https://www.uscis.gov@example.com/", "example.com"],
    ["https://us\u0441is.gov", "xn--usis-m6d.gov"],
    ["uscis.gov.example.com", "uscis.gov.example.com"],
  ] as const) {
    await enter(page, link);
    await expect(page.locator(`${items} h3 code`)).toHaveText(host);
    await expect(page.locator(`${items} .card-head .mark.error`)).toHaveText("Not the agency's site");
    await expect(page.locator(`${items} .finding`).first()).toContainText("This is not");
    await page.locator(`${items} summary`).first().click();
    await expect(page.locator(`${items} .finding .source`).first()).toContainText("Source: ");
    await expect(answer(page)).not.toContainText(/scam|fraud|criminal/i);
  }
});

test("a link that hides or runs something leads to no site", async ({ page }) => {
  await open(page, "link");
  await enter(page, "javascript:alert(document.domain)");
  await expect(page.locator(`${items} .mark`).first()).toHaveText("Not the agency's site");
  await expect(page.locator(`${items} h3`)).toContainText("No site to be seen");
});

test("an official host with an open line is not simply fine", async ({ page }) => {
  await open(page, "link");
  await enter(page, "http://www.uscis.gov/i-765");
  await expect(page.locator(`${items} .card-head .mark`)).toHaveText("Check this");
});

test("every link and address of a message, in order, once, and marked", async ({ page }) => {
  await open(page, "link");
  await enter(page, MAIL);
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("6 links and addresses in this text");
  await expect(page.locator(`${items} h3 code`)).toHaveText(["uscis.gov", "uscis-gov.com", "uscis-gov.com", "my.uscis.gov", "travel.state.gov", "example.com"]);
  await expect(page.locator(`${items} .card-head .mark`)).toHaveText([
    "Good to know",
    "Not the agency's site",
    "Not the agency's site",
    "Fine",
    "Good to know",
    "Check this",
  ]);
  await expect(page.locator(items).nth(1)).toContainText("It stands here 2 times.");
  await expect(page.locator(".paper-text mark")).toHaveCount(7);
  await expect(page.locator(".paper-text mark").nth(1)).toHaveText("https://uscis-gov.com/pay");
  await expect(box(page)).toHaveValue(MAIL);
  const shown = await page.locator(".paper-text").evaluate((view) => {
    const copy = view.cloneNode(true) as HTMLElement;
    for (const badge of copy.querySelectorAll("sup")) badge.remove();
    return copy.textContent;
  });
  expect(shown).toBe(MAIL);
});

test("no link leads away from the page", async ({ page }) => {
  await open(page, "link");
  await enter(page, MAIL);
  await expect(page.locator(items)).toHaveCount(6);
  const links = await page.locator("a").evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
  for (const link of links) expect(link).toMatch(/^#\//);
});

test("what nobody asks for stands there before and after", async ({ page }) => {
  await open(page, "link");
  for (const text of ["", "hello", MAIL]) {
    if (text !== "") await enter(page, text);
    for (const words of ["your password or your codes", "not with gift cards", "type uscis.gov yourself"])
      await expect(page.locator(".screen").getByText(words)).toBeVisible();
  }
});

test("nothing found gets words that help", async ({ page }) => {
  await open(page, "link");
  for (const text of ["Your case was approved on 10/05/2026. Call 800-375-5283.", "hello", "12345", "EAC2212345678"]) {
    await enter(page, text);
    await expect(answer(page)).toContainText("No link found in this text");
  }
});

test("more than 16 MB is told, and the box stays as it was", async ({ page, browserName }) => {
  test.skip(browserName !== "chromium", "one browser is enough");
  await open(page, "link");
  await box(page).evaluate((area) => {
    const data = new DataTransfer();
    data.setData("text/plain", "a.example ".repeat(1_700_000));
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(answer(page)).toContainText("This text is too long to read");
  await expect(box(page)).toHaveValue("");
});

test("with the keyboard alone", async ({ page }) => {
  await open(page, "");
  await page.getByRole("link", { name: "Is this really USCIS?" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#\/link$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(box(page)).toBeFocused();
  await page.keyboard.type("uscls.gov");
  await expect(answer(page)).toContainText("Not the agency's site");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator(".finding details").first()).toHaveAttribute("open", "");
});

test("forgotten with everything else", async ({ page }) => {
  await open(page, "link");
  await enter(page, MAIL);
  await page.getByRole("button", { name: "Forget everything" }).click();
  await page.getByRole("link", { name: "Is this really USCIS?" }).click();
  await expect(box(page)).toHaveValue("");
  await expect(answer(page)).toBeEmpty();
});

test("in Spanish, and the text survives the change", async ({ page }) => {
  await open(page, "es/link");
  await enter(page, MAIL);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("¿De verdad es USCIS?");
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("6 enlaces y direcciones en este texto");
  await expect(page.locator(`${items} .card-head .mark`).nth(1)).toHaveText("No es el sitio de la agencia");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/#\/link$/);
  await expect(box(page)).toHaveValue(MAIL);
  await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("6 links and addresses in this text");
});
