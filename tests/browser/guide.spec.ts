// Fill a form with me: two guides from start to end, and what is typed is never lost.
import type { Page } from "@playwright/test";
import { faults, outside, small } from "./axe.ts";
import { expect, open, test } from "./guard.ts";

const title = (page: Page) => page.getByRole("heading", { level: 1 });
const summary = (page: Page) => page.getByRole("region", { name: /^(?:Look at this before|Mire esto antes)/ });
const go = (page: Page) => page.getByRole("button", { name: /^(?:Continue|Continuar)$/ }).click();
const back = (page: Page) => page.getByRole("button", { name: /^(?:Back|Atrás)$/ }).click();
const none = (page: Page, at = 0) => page.getByRole("checkbox").nth(at).check();
const choose = (page: Page, answer: string) => page.getByRole("radio", { name: answer, exact: true }).check();
const advice = (page: Page) => page.locator(".advice h2");
const values = (page: Page) => page.locator(".boxes [data-part=value]");

/** The screen that is shown is fit for everyone. */
async function fit(page: Page, heading: string): Promise<void> {
  await expect(title(page)).toHaveText(heading);
  await expect(page).toHaveTitle(new RegExp(`^${heading} · `));
  for (const details of await page.locator("main details").all())
    if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
  expect(await faults(page), heading).toEqual([]);
  expect(await small(page), heading).toEqual([]);
  expect(await outside(page), heading).toBe(0);
}

test.beforeEach(({ page }) => page.setViewportSize({ width: 320, height: 700 }));

test("the account number of who filed online and has it", async ({ page }) => {
  test.slow();
  await open(page, "");
  await page.getByRole("link", { name: "My USCIS account" }).click();
  await page.getByRole("link", { name: "My online account number" }).click();
  await fit(page, "What you filed before");
  await expect(page.getByText("Step 1 of 5 at most")).toBeVisible();
  await choose(page, "I filed a form online");
  await go(page);
  await fit(page, "Your receipt number");
  await page.getByLabel("Receipt number").fill("ioe 0912345678");
  await go(page);
  await fit(page, "The number itself");
  await expect(page.getByText("Step 3 of 3")).toBeVisible();
  await page.getByLabel("USCIS Online Account Number").fill("0123-4567-8901");
  await go(page);
  await fit(page, "What to do");
  await expect(advice(page).first()).toHaveText("Enter your 12 digits");
  await expect(page.getByText("Look at this first")).toBeHidden();
  await expect(page.locator(".answers")).toContainText("I filed a form online");
  await expect(page.locator("[data-part=sources]")).toContainText(/Instructions for Form I-765.*read 2026-11-21/);
});

test("that of who mailed a form and knows nothing of it, in Spanish", async ({ page }) => {
  test.slow();
  await open(page, "es/form/my-online-account-number");
  await choose(page, "Envié un formulario por correo a USCIS");
  await go(page);
  await fit(page, "El aviso sobre su cuenta");
  await choose(page, "No");
  await go(page);
  await page.getByLabel("Número de recibo").fill("LIN2212345678");
  await go(page);
  await fit(page, "Sus otros recibos");
  await choose(page, "Sí");
  await go(page);
  await none(page);
  await go(page);
  // A warning holds up once, and is read out.
  await expect(summary(page)).toBeFocused();
  await expect(summary(page)).toContainText("Usted debe de tener un número de cuenta");
  await fit(page, "El número mismo");
  await go(page);
  await fit(page, "Qué hacer");
  await expect(advice(page).first()).toHaveText("Su aviso puede estar en camino, o perdido");
  await expect(page.getByText("Mire esto primero")).toBeVisible();
});

async function fillG1145(page: Page): Promise<void> {
  await choose(page, "By mail to a USCIS Lockbox");
  await go(page);
  await page.getByLabel("Family name").fill("Garcia-Lopez");
  await page.getByLabel("Given name").fill("Maria Elena");
  await none(page, 1);
  await go(page);
}

test("Form G-1145, box by box", async ({ page }) => {
  test.slow();
  await open(page, "form/g-1145");
  await fit(page, "Where your form goes");
  await fillG1145(page);
  await fit(page, "Where the message goes");
  await expect(page.getByText("Mobile phone number")).toBeHidden();
  // Who lives in the United States is asked one thing more, at once; nothing above it moves.
  const place = () => page.getByRole("radio").first().evaluate((one) => one.getBoundingClientRect().top + scrollY);
  const above = await place();
  await choose(page, "Yes");
  await expect(page.getByLabel("Mobile phone number")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Yes" })).toBeFocused();
  expect(await place()).toBe(above);
  await choose(page, "No");
  await expect(page.getByText("Mobile phone number")).toBeHidden();
  await choose(page, "Yes");
  await page.getByLabel("E-mail address").fill("maria@example.com");
  await go(page);
  await expect(summary(page)).toBeFocused();
  await summary(page).getByRole("button", { name: /^Mobile phone number: / }).click();
  await expect(page.getByLabel("Mobile phone number")).toBeFocused();
  await page.keyboard.type("(202) 555-0123");
  await go(page);
  await fit(page, "What goes where");
  await expect(values(page)).toHaveText(["Garcia-Lopez", "Maria Elena", "Leave this box empty", "maria@example.com", "2025550123"]);
  await expect(page.locator(".boxes")).toContainText("Form G-1145, page 1");
  await expect(advice(page)).toContainText(["Get the form", "Put it on top"]);
});

test("from abroad, in Spanish, and with a name that the box refuses", async ({ page }) => {
  test.slow();
  await open(page, "es/form/g-1145");
  await choose(page, "Por correo a un Lockbox de USCIS");
  await go(page);
  await page.getByLabel("Apellido").fill("Peña");
  await none(page, 0);
  await none(page, 1);
  await go(page);
  await expect(summary(page)).toContainText("Apellido: La casilla");
  await fit(page, "Quién presenta");
  await page.getByRole("button", { name: "Usar Pena" }).click();
  await expect(page.getByLabel("Apellido")).toHaveValue("Pena");
  await expect(page.getByLabel("Apellido")).toBeFocused();
  await go(page);
  await choose(page, "No");
  await none(page);
  await go(page);
  await expect(summary(page)).toContainText("solo por correo electrónico");
  await page.getByLabel("Correo electrónico").fill("pena@example.com");
  await expect(page.getByRole("checkbox")).not.toBeChecked();
  await go(page);
  await fit(page, "Qué va en cada casilla");
  await expect(values(page)).toHaveText(["Pena", ...Array<string>(2).fill("Deje esta casilla vacía"), "pena@example.com", "Deje esta casilla vacía"]);
});

test("an answer that is set aside is shown, counts for nothing, and comes back", async ({ page }) => {
  await open(page, "form/g-1145");
  await fillG1145(page);
  await back(page);
  await back(page);
  await choose(page, "I file online");
  await go(page);
  await expect(title(page)).toHaveText("What to do");
  await expect(advice(page)).toHaveText(["You do not need this form"]);
  await expect(values(page)).toHaveCount(0);
  await page.getByText("Set aside", { exact: true }).click();
  await expect(page.locator(".aside")).toContainText("Garcia-Lopez");
  await fit(page, "What to do");
  await page.getByRole("button", { name: "Change: Where do you send your form?" }).click();
  await choose(page, "By mail to a USCIS Lockbox");
  await go(page);
  // What is missing comes next: the names are there.
  await expect(title(page)).toHaveText("Where the message goes");
  await expect(page.locator(".aside")).toHaveCount(0);
  await back(page);
  await expect(page.getByLabel("Family name")).toHaveValue("Garcia-Lopez");
  await expect(page.getByRole("checkbox").nth(1)).toBeChecked();
});

test("back and forth, another door and another language keep what was typed", async ({ page }) => {
  await open(page, "form/g-1145");
  await fillG1145(page);
  await page.getByLabel("E-mail address").fill("maria@exam");
  await page.goBack();
  await expect(title(page)).toHaveText("Who files");
  await expect(page.getByLabel("Given name")).toHaveValue("Maria Elena");
  await page.goForward();
  await expect(page.getByLabel("E-mail address")).toHaveValue("maria@exam");
  await page.getByRole("link", { name: "prefile, first page" }).click();
  await expect(title(page)).toHaveText("Check it before you send it");
  await page.goBack();
  await expect(page.getByLabel("E-mail address")).toHaveValue("maria@exam");
  await page.getByRole("link", { name: "Español" }).click();
  await expect(title(page)).toHaveText("Adónde va el mensaje");
  await expect(page.getByLabel("Correo electrónico")).toHaveValue("maria@exam");
  await expect(page).toHaveTitle(/^Adónde va el mensaje · Un mensaje/);
  await page.getByRole("button", { name: "Olvidar todo" }).click();
  await page.goBack();
  await expect(title(page)).toHaveText("Adónde va su formulario");
  await expect(page.getByRole("radio").first()).not.toBeChecked();
});

test("back in the browser leads to what was shown, also where earlier questions are open", async ({ page }) => {
  await open(page, "form/i-765");
  await page.getByRole("button", { name: "All steps" }).click();
  await page.getByRole("button", { name: "Your numbers", exact: true }).click();
  await expect(title(page)).toHaveText("Your numbers");
  await page.getByLabel("A-Number").fill("218456793");
  await choose(page, "No");
  // A box for those who have none says of what.
  await expect(page.getByRole("checkbox").first()).toHaveAccessibleDescription(/A-Number/);
  await page.getByRole("button", { name: "All steps" }).click();
  await page.goBack();
  await expect(title(page)).toHaveText("Your numbers");
  await expect(page.getByLabel("A-Number")).toHaveValue("218456793");
  await page.goBack();
  await page.goForward();
  await expect(title(page)).toHaveText("Your numbers");
  await page.reload();
  await expect(title(page)).not.toHaveText("Your numbers");
});

test("what is wrong is said on Continue, in a summary that leads to the box", async ({ page }) => {
  await open(page, "form/my-online-account-number");
  await go(page);
  await expect(summary(page)).toBeFocused();
  await expect(page.getByRole("group", { name: /^What have you filed/ })).toHaveAccessibleDescription(/Choose an answer\.$/);
  await choose(page, "I filed a form online");
  await go(page);
  await page.getByLabel("Receipt number").fill("A012345678");
  await go(page);
  const input = page.getByLabel("Receipt number");
  await expect(input).toHaveAttribute("aria-invalid", "true");
  await expect(input).toHaveAccessibleDescription(/This is an A-Number\./);
  await summary(page).getByRole("button").click();
  await expect(input).toBeFocused();
  await input.fill("");
  await go(page);
  await expect(summary(page)).toContainText("Receipt number: Enter it, or tick the small box below.");
  await none(page);
  await go(page);
  await expect(title(page)).toHaveText("The number itself");
});

test("the keyboard alone is enough", async ({ page }) => {
  await open(page, "form/my-online-account-number");
  await title(page).focus();
  const press = async (key: string, times = 1) => {
    for (let i = 0; i < times; i++) await page.keyboard.press(key);
  };
  await press("Tab");
  await press("Space");
  await expect(page.getByRole("radio").first()).toBeChecked();
  await press("ArrowDown", 5);
  await expect(page.getByRole("radio", { name: "Nothing yet", exact: true })).toBeChecked();
  await press("Enter");
  await expect(title(page)).toHaveText("The number itself");
  await expect(title(page)).toBeFocused();
  await press("Tab");
  await page.keyboard.type("012345678901");
  await press("Enter");
  await expect(summary(page)).toBeFocused();
  await press("Tab");
  await press("Enter");
  await expect(page.getByLabel("USCIS Online Account Number")).toBeFocused();
  await press("Tab");
  await press("Space");
  await press("Enter");
  await expect(title(page)).toHaveText("What to do");
  await expect(advice(page).first()).toHaveText("Leave the box empty");
});

test("the single file has the guides, too", async ({ page }) => {
  await page.goto(`${new URL("../../dist/prefile.html", import.meta.url).href}#/form/g-1145`);
  await choose(page, "I file online");
  await go(page);
  await expect(advice(page)).toHaveText(["You do not need this form"]);
  await page.goBack();
  await expect(title(page)).toHaveText("Where your form goes");
  await expect(page.getByRole("radio", { name: "I file online" })).toBeChecked();
});

test("in print there is what goes where, and no buttons", async ({ page, browserName }) => {
  test.skip(browserName !== "chromium", "stock Firefox does not emulate print");
  await open(page, "form/g-1145");
  await fillG1145(page);
  await choose(page, "No");
  await page.getByLabel("E-mail address").fill("maria@example.com");
  await go(page);
  await page.emulateMedia({ media: "print" });
  await expect(values(page).first()).toBeVisible();
  await expect(advice(page).first()).toBeVisible();
  for (const button of await page.getByRole("button").all()) await expect(button).toBeHidden();
  await expect(title(page)).toBeFocused();
  await expect(title(page)).toHaveCSS("outline-style", "none");
  // What was said is folded on the screen, and not on paper.
  const said = page.locator(".said-all dl");
  await expect(said).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(said).toContainText("Garcia-Lopez");
  await expect(said).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(said).toBeHidden();
});
