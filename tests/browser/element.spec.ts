// <prefile-guide> on somebody else's page, under a policy that allows nothing but the scripts: one screen
// at a time, in both languages, on a narrow screen.
import type { Page } from "@playwright/test";
import { faults, outside } from "./axe.ts";
import { expect, open, test } from "./host.ts";

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Tells what each change says, and what the browser keeps. */
const HEARD = `
  window.heard = [];
  document.addEventListener("change", ({ detail }) => window.heard.push(detail));`;

const script = (...modules: string[]) => ["guide/element", ...modules].map((name) => `import "/dist/${name}.js";`).join("") + HEARD;

const title = (page: Page) => page.getByRole("heading", { level: 2 });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const choose = (page: Page, name: string) => page.getByRole("radio", { name, exact: true }).check();
const summary = (page: Page) => page.getByRole("region", { name: /^(?:Look at this before|Mire esto antes)/ });

/** What the last change said. */
const heard = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { heard: { answers: object; boxes: object; complete: boolean }[] }).heard.at(-1));

/** What is pressed in the element and is less than 44 pixels high. */
const small = (page: Page): Promise<string[]> =>
  page.locator("prefile-guide").evaluate((guide) =>
    [...guide.shadowRoot!.querySelectorAll("a, button, .box, label:has(input), summary")]
      .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 43.9)
      .map((one) => one.outerHTML),
  );

async function fit(page: Page, heading: string): Promise<void> {
  await expect(title(page)).toHaveText(heading);
  await page.locator("details").evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));
  expect(await faults(page), heading).toEqual([]);
  expect(await small(page), heading).toEqual([]);
  expect(await outside(page), heading).toBe(0);
}

test.beforeEach(({ page }) => page.setViewportSize({ width: 320, height: 700 }));

test("a form from its first screen to its last", async ({ page }) => {
  test.slow();
  await open(page, { html: `<h1>Host</h1><prefile-guide pack="g-1145"></prefile-guide>`, policy: POLICY, script: script("packs/g-1145") });
  await fit(page, "Where your form goes");
  await expect(page.getByText("Step 1 of 3 at most")).toBeVisible();
  await press(page, "Continue");
  await expect(summary(page)).toBeFocused();
  await fit(page, "Where your form goes");
  await summary(page).getByRole("button").click();
  await expect(page.getByRole("radio").first()).toBeFocused();
  await choose(page, "By mail to a USCIS Lockbox");
  await press(page, "Continue");
  await expect(title(page)).toBeFocused();
  await page.getByLabel("Family name").fill("Peña");
  await page.getByLabel("Given name").fill("Maria");
  await page.getByRole("checkbox").nth(1).check();
  await press(page, "Continue");
  await expect(summary(page)).toContainText("Family name: ");
  await fit(page, "Who files");
  await press(page, "Use Pena");
  await expect(page.getByLabel("Family name")).toHaveValue("Pena");
  await expect(page.getByLabel("Family name")).toBeFocused();
  await press(page, "Continue");
  await fit(page, "Where the message goes");
  // What is asked because of an answer is there at once.
  const phone = page.getByLabel("Mobile phone number");
  await expect(phone).toBeHidden();
  await choose(page, "Yes");
  await expect(phone).toBeVisible();
  await expect(page.getByRole("radio", { name: "Yes" })).toBeFocused();
  await choose(page, "No");
  await expect(phone).toBeHidden();
  await page.getByLabel("E-mail address").fill("maria@example.com");
  await press(page, "Continue");
  await fit(page, "What goes where");
  expect(await heard(page)).toMatchObject({
    answers: { "applicant.family_name": "Pena", "applicant.middle_name": null, "filing.sent_to": "lockbox" },
    boxes: { "form1[0].#subform[0].LastName[0]": "Pena" },
    complete: true,
  });
  await press(page, "Change: Where do you send your form?");
  await choose(page, "I file online");
  await press(page, "Continue");
  await expect(title(page)).toHaveText("What to do");
  await expect(page.locator(".aside")).toContainText("Pena");
  await fit(page, "What to do");
  // Nothing is kept.
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, ""]);
});

test("in Spanish, with the pack as an object, and back", async ({ page }) => {
  test.slow();
  const own = `import "/dist/guide/element.js"; import "/dist/locales/es.js"; import pack from "/dist/packs/i-cannot-sign-in.js";
    document.querySelector("prefile-guide").packs = [pack];${HEARD}`;
  await open(page, { html: `<h1>Host</h1><prefile-guide lang="es"></prefile-guide>`, policy: POLICY, script: own });
  const first = (await title(page).textContent()) ?? "";
  await fit(page, first);
  await choose(page, "Dice que la cuenta está bloqueada");
  await press(page, "Continuar");
  await expect(title(page)).not.toHaveText(first);
  await press(page, "Atrás");
  await expect(page.getByRole("radio", { name: "Dice que la cuenta está bloqueada" })).toBeChecked();
  await press(page, "Continuar");
  await choose(page, "No");
  await press(page, "Continuar");
  await fit(page, "Qué hacer");
  await expect(page.getByRole("heading", { level: 3 }).first()).toHaveText("Espere 20 minutos");
  await page.locator("prefile-guide").evaluate((guide) => guide.setAttribute("lang", "en"));
  await expect(title(page)).toHaveText("What to do");
});

test("a language that is imported last is spoken, and takes nobody out of their box", async ({ page }) => {
  const html = `<h1>Host</h1><prefile-guide pack="g-1145" lang="es"></prefile-guide>`;
  await open(page, { html, policy: POLICY, script: script("packs/g-1145", "locales/es") });
  await expect(title(page)).toHaveText("Adónde va su formulario");
  await open(page, { html, policy: POLICY, script: script("packs/g-1145") });
  await choose(page, "By mail to a USCIS Lockbox");
  await press(page, "Continue");
  await page.getByLabel("Family name").fill("Garcia");
  await page.evaluate("import('/dist/locales/es.js')");
  await expect(title(page)).toHaveText("Quién presenta");
  await expect(page.getByLabel("Apellido")).toHaveValue("Garcia");
  await expect(page.getByLabel("Apellido")).toBeFocused();
});

test("a list: entries added, named, taken out and brought back", async ({ page }) => {
  test.slow();
  await open(page, { html: `<h1>Host</h1><prefile-guide pack="n-400"></prefile-guide>`, policy: POLICY, script: script("packs/n-400") });
  // To the screen of a list: all that comes before it is answered from outside.
  await page.locator("prefile-guide").evaluate((guide) => {
    Object.assign(guide, {
      today: "2026-01-15",
      answers: {
        "applicant.in_us": true,
        "naturalization.basis": "general",
        "applicant.a_number": "A012345678",
        "account.number": null,
        "applicant.family_name": "Garcia",
        "applicant.given_name": "Ana",
        "applicant.middle_name": null,
      },
    });
  });
  await expect(title(page)).toHaveText("Other names");
  await press(page, "Continue");
  await expect(summary(page)).toContainText("Add an entry, or tick the small box if there is none.");
  await fit(page, "Other names");
  for (const name of ["Gomez", "Lopez"]) {
    await page.getByRole("button", { name: /^Add (?:an entry|another one)$/ }).click();
    await expect(title(page)).toHaveText(/^Other names: entry/);
    await page.getByLabel("Family name").fill(name);
    for (let at = 0; at < 2; at++) await page.getByRole("checkbox").nth(at).check();
    await press(page, "Continue");
  }
  const names = page.getByRole("heading", { level: 3 });
  await expect(names).toHaveText(["Gomez", "Lopez"]);
  await fit(page, "Other names");
  await press(page, "Move up: Lopez");
  await expect(names).toHaveText(["Lopez", "Gomez"]);
  await expect(names.first()).toBeFocused();
  await press(page, "Remove: Lopez");
  await expect(names).toHaveText(["Gomez"]);
  await press(page, "Undo");
  await expect(names).toHaveText(["Lopez", "Gomez"]);
  // An entry in which nothing is said is none.
  await press(page, "Add another one");
  await press(page, "Back");
  await expect(names).toHaveText(["Lopez", "Gomez"]);
  await press(page, "Continue");
  await expect(title(page)).not.toHaveText("Other names");
});

test("the keyboard alone is enough, and a pack may come later", async ({ page }) => {
  const late = `import "/dist/guide/element.js"; window.load = () => import("/dist/packs/my-online-account-number.js");`;
  await open(page, { html: `<h1>Host</h1><prefile-guide pack="my-online-account-number"></prefile-guide>`, policy: POLICY, script: late });
  await expect(page.getByText("The questions are coming.")).toBeVisible();
  await page.evaluate(() => (globalThis as unknown as { load(): Promise<unknown> }).load());
  await expect(title(page)).toHaveText("What you filed before");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Nothing yet", exact: true })).toBeChecked();
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("The number itself");
  await expect(title(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("012345678901");
  await page.keyboard.press("Enter");
  await expect(summary(page)).toBeFocused();
});

test.describe("where WebAssembly is forbidden", () => {
  test.use({ said: /^policy: script-src|WebAssembly|wasm/i });

  test("what stands inside the element stays to be read", async ({ page }) => {
    const html = `<h1>Host</h1><prefile-guide pack="g-1145"><a href="/g-1145.pdf">Form G-1145</a></prefile-guide>`;
    const policy = POLICY.replace(" 'wasm-unsafe-eval'", "");
    const thrown = page.waitForEvent("pageerror");
    await open(page, { html, policy, script: script("packs/g-1145") });
    expect((await thrown).message).toContain("'wasm-unsafe-eval'");
    await expect(page.getByRole("link", { name: "Form G-1145" })).toBeVisible();
    await expect(title(page)).toHaveCount(0);
  });
});
