// The end of a guide: a blank is chosen, what will stand in it is shown, and the filled file is saved. The
// file that was chosen stays as it was.
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Locator, Page } from "@playwright/test";
import { boxesOf, longest, saved as written } from "../examples.mjs";
import { pdf } from "../pdf.mjs";
import { faults, outside, small } from "./axe.ts";
import { expect, open, test } from "./guard.ts";
import { save } from "./saved.ts";

const SINGLE = new URL("../../dist/prefile.html", import.meta.url);

const BOX = "form1[0].#subform[0].";
const NAMES = { LastName: "Family Name", FirstName: "First Name", MiddleName: "Middle Name", Email: "E-mail", MobilePhoneNumber: "Mobile Phone Number" };

interface Made {
  code?: string;
  /** What a box says of itself instead. */
  tips?: Record<string, string>;
  values?: Record<string, string>;
  certified?: boolean;
  signed?: boolean;
}

/** Form G-1145 as its boxes; no official PDF is in the tree. */
function g1145({ code = "G-1145|09/26/14|1", tips = {}, values = {}, certified = false, signed = false }: Made = {}): Uint8Array {
  const fields = Object.entries(NAMES).map(([name, tip], at) => {
    const value = values[name];
    const most = name === "LastName" ? { most: 30 } : {};
    return { name: `${BOX}${name}[0]`, rect: [60, 600 - 30 * at, 300, 618 - 30 * at], tip: `${tips[name] ?? tip}.`, ...most, ...(value !== undefined && { value }) };
  });
  return pdf({ pages: [code], fields: signed ? [...fields, { name: `${BOX}Sealed[0]`, signed }] : fields, certified });
}

const SAID = {
  "filing.sent_to": "lockbox",
  "applicant.family_name": "Ibarra",
  "applicant.given_name": "Ana",
  "applicant.in_us": "yes",
  "applicant.email": "ana@example.com",
  "applicant.mobile_phone": "2025550123",
};

/** Answers as the page saves them. */
const answers = (said: Record<string, string>, none: string[]) =>
  JSON.stringify({
    file: "prefile answers",
    version: 1,
    answers: [...Object.entries(said).map(([fact, text]) => ({ fact, text })), ...none.map((fact) => ({ fact, text: "", none: true }))],
  }, null, 1);

const title = (page: Page) => page.getByRole("heading", { level: 1 });
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
const shown = (page: Page) => page.locator(".sheet text");
const saving = (page: Page) => page.getByRole("button", { name: "Save the filled form" });
/** Stock Firefox loses its window's focus when a test hands it a file; the place in the page stays. */
const focused = (one: Locator) => expect.poll(() => one.evaluate((one) => one === document.activeElement)).toBe(true);

const choose = (page: Page, bytes: Uint8Array, name = "g-1145.pdf") =>
  page.locator("input[type=file]").first().setInputFiles({ name, mimeType: "application/pdf", buffer: Buffer.from(bytes) });

/** To the end of the form's guide, with answers from a file, and on to its PDF. */
async function come(page: Page, form = "form/g-1145", text = answers(SAID, ["applicant.middle_name"])): Promise<void> {
  await open(page, "keep");
  await page.getByLabel("Your file").setInputFiles({ name: "answers.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await expect(page.locator("[data-part=opened]")).toContainText("Answers on this page now");
  await open(page, form);
  await press(page, "All steps");
  await press(page, "See what it comes to");
  await press(page, "Fill the official PDF");
  await expect(title(page)).toHaveText("Fill the official PDF");
  await expect(page.locator("[data-state]")).toHaveCount(0);
}

/** The file that a button saves, and its name. */
async function saved(page: Page, button = saving(page)): Promise<{ name: string; bytes: Uint8Array }> {
  if (page.context().browser()?.browserType().name() === "chromium") {
    const download = page.waitForEvent("download");
    await button.click();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: new Uint8Array(readFileSync(await file.path())) };
  }
  // Playwright gets no downloads from stock Firefox: what the page hands over is taken on the way.
  await page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (saved: Blob) => make(Object.assign(globalThis, { saved }).saved);
  });
  await button.click();
  await expect(page.locator(".saved")).not.toBeEmpty();
  const bytes = await page.evaluate(async () => [...new Uint8Array(await (globalThis as unknown as { saved: Blob }).saved.arrayBuffer())]);
  const name = /: (\S+)\.$/.exec(await page.locator(".saved").innerText())?.[1];
  return { name: name ?? "", bytes: Uint8Array.from(bytes) };
}

/** What stands in the boxes of a file, by the last part of their names: the package reads it, in Node. */
async function held(bytes: Uint8Array): Promise<Record<string, string>> {
  const { openPdf } = (await import(pathToFileURL(path.resolve("pkg/dist/pdf.js")).href)) as typeof import("../../pkg/src/pdf.ts");
  const filled = openPdf(bytes).fields.filter(({ answered }) => answered);
  return Object.fromEntries(filled.map(({ name, value }) => [name.replace(BOX, "").replace("[0]", ""), value]));
}

const FILLED = { LastName: "Ibarra", FirstName: "Ana", Email: "ana@example.com", MobilePhoneNumber: "2025550123" };

test("a blank is filled, shown and saved", async ({ page }) => {
  await come(page);
  await expect(page.locator(".about-edition")).toContainText("the edition of 09/26/14");
  await expect(page.getByRole("link", { name: "Get Form G-1145 at uscis.gov" })).toHaveAttribute("href", "https://www.uscis.gov/g-1145");
  await expect(saving(page)).toHaveCount(0);
  await choose(page, g1145());
  await focused(page.getByRole("heading", { name: "Form G-1145 is filled." }));
  await expect(shown(page)).toHaveText(Object.values(FILLED));
  await expect(page.locator(".found-rows")).toContainText("All that you said has its place.");
  const { name, bytes } = await saved(page);
  expect(name).toBe("g-1145-filled.pdf");
  expect(await held(bytes)).toEqual(FILLED);
  await focused(page.getByRole("heading", { name: "Before I send it" }));
  await expect(page.locator(".last-steps")).toContainText("On one side of the paper only.");
  await expect(page.locator(".last-steps")).toContainText("Put it on top");
  // Who has filled the form has it.
  await expect(page.locator(".last-steps")).not.toContainText("Get the form");
  await page.getByRole("link", { name: "More about sending it" }).click();
  await expect(page).toHaveURL(/#\/form\/before-i-send-it$/);
  await page.goBack();
  await expect(shown(page)).toHaveText(Object.values(FILLED));
  await press(page, "Back");
  await expect(title(page)).toHaveText("What goes where");
});

test("a file that has answers: the person says which are right", async ({ page }) => {
  await come(page);
  const before = g1145({ values: { LastName: "Ibarra Soto", MiddleName: "Rosa", Email: "ana@example.com" } });
  await choose(page, before);
  await focused(page.getByRole("heading", { name: "This file has answers already" }));
  await expect(saving(page)).toHaveCount(0);
  const rows = page.locator(".differences li");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toHaveText(/Family Name.*In the file: Ibarra Soto.*Your answers: Ibarra$/s);
  await expect(rows.nth(1)).toHaveText(/Middle Name.*In the file: Rosa.*Your answers: nothing$/s);
  await press(page, "Keep those of the file");
  await expect(saving(page)).toBeVisible();
  expect(await held((await saved(page)).bytes)).toEqual({ ...FILLED, LastName: "Ibarra Soto", MiddleName: "Rosa" });
  await choose(page, before);
  await press(page, "Use my answers");
  await expect(saving(page)).toBeVisible();
  const { bytes } = await saved(page);
  expect(await held(bytes)).toEqual(FILLED);
  // What holds the same answers already is filled without a question.
  await choose(page, bytes);
  await expect(saving(page)).toBeVisible();
});

test("a file that is dropped is filled; one that falls beside the place does not take the page away", async ({ page }) => {
  await come(page);
  const drop = (place: string, bytes: Uint8Array) =>
    page.locator(place).evaluate((place, bytes) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(bytes)], "g-1145.pdf", { type: "application/pdf" }));
      const event = (name: string) => new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer });
      place.dispatchEvent(event("dragover"));
      const over = place.classList.contains("over");
      return { over, kept: !place.dispatchEvent(event("drop")) };
    }, [...bytes]);
  expect(await drop("body", g1145())).toEqual({ over: false, kept: true });
  await expect(page.locator(".sheet")).toHaveCount(0);
  expect(await drop(".drop", g1145())).toEqual({ over: true, kept: true });
  await expect(shown(page)).toHaveText(Object.values(FILLED));
  await expect(page.locator(".drop")).not.toHaveClass(/over/);
  expect(await drop(".drop", g1145({ signed: true }))).toEqual({ over: true, kept: true });
  await expect(page.locator(".hindered")).toContainText("signed or sealed");
});

test("a letter that the form lacks is shown with the spelling that fits, before anything is saved", async ({ page }) => {
  await come(page, "form/g-1145", answers({ ...SAID, "applicant.given_name": "Łucja" }, ["applicant.middle_name"]));
  await choose(page, g1145());
  const row = page.locator(".finding").filter({ hasText: "cannot print the letter Ł" });
  await expect(row).toContainText("Did you mean this? Lucja");
  await expect(shown(page)).toHaveText(Object.values({ ...FILLED, FirstName: "" }).filter((text) => text !== ""));
  await expect(row.getByRole("button", { name: "Change this answer" })).toBeVisible();
});

test("who has said that there is no given name is not asked whether it is missing", async ({ page }) => {
  const { "applicant.given_name": _, ...others } = SAID;
  await come(page, "form/g-1145", answers(others, ["applicant.given_name", "applicant.middle_name"]));
  const tips = { LastName: "Part 1. 1.A. Enter Family Name", FirstName: "Part 1. 1.B. Enter Given Name" };
  await choose(page, g1145({ tips }));
  await expect(shown(page)).toHaveText(["Ibarra", "ana@example.com", "2025550123"]);
  await expect(page.locator(".found-rows")).toContainText("All that you said has its place.");
});

test("what differs in spelling alone is called so; in Spanish the question stands above the form's English", async ({ page }) => {
  await come(page);
  await choose(page, g1145({ values: { LastName: "IBARRA", FirstName: "Rosa" } }));
  const rows = page.locator(".differences li");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText("Only the spelling differs");
  await expect(rows.nth(1)).not.toContainText("Only the spelling differs");
  await expect(rows.nth(0).locator(".row-question")).toHaveCount(0);
  await page.getByRole("link", { name: "Español" }).click();
  await expect(rows.nth(0)).toContainText("Solo cambia la escritura");
  await expect(rows.nth(0).locator(".row-question")).toHaveText("Apellido");
  await expect(rows.nth(0).locator(".row-label[lang=en]")).toHaveText("Family Name.");
});

test("what is not this blank is told, and nothing is written", async ({ page }) => {
  await come(page);
  const [whole, damaged] = [g1145(), g1145()];
  damaged.set(new TextEncoder().encode("nothing"), damaged.length - 30);
  for (const [bytes, said] of [
    [new TextEncoder().encode("Dear officer"), "This is not a PDF."],
    [g1145({ code: "I-765|08/21/25|1" }), "This is Form I-765. Choose the blank Form G-1145."],
    [g1145({ code: "G-1145|01/02/13|1" }), "We know the boxes of the one of 09/26/14. Nothing was written."],
    [g1145({ certified: true }), "This PDF is signed or sealed by a program."],
    [g1145({ signed: true, values: { LastName: "Ibarra" } }), "This PDF is signed or sealed by a program."],
    [damaged, "damaged"],
    [whole.slice(0, 400), "damaged"],
  ] as const) {
    await choose(page, bytes);
    await expect(page.locator(".hindered")).toContainText(said);
    await expect(page.locator(".hindered")).toContainText("Nothing was written into this file.");
    await expect(page.locator("#status")).toContainText("Nothing was written into this file.");
    await expect(saving(page)).toHaveCount(0);
  }
  await choose(page, whole);
  await expect(saving(page)).toBeVisible();
});

test("another edition: what changed is shown, and what is surely the same is filled if that is wanted", async ({ page }) => {
  await come(page);
  await choose(page, g1145({ code: "G-1145|01/02/13|1" }));
  await expect(page.locator(".hindered")).toContainText("Nothing was written into this file.");
  await expect(page.locator(".changed")).toContainText("What changed from our edition to this one");
  await press(page, "Fill what is surely the same");
  await expect(page.locator(".changed")).toBeVisible();
  await expect(saving(page)).toBeVisible();
  const { bytes } = await saved(page);
  for (const [name, value] of Object.entries(await held(bytes))) expect(FILLED).toHaveProperty(name, value);
});

test("what does not fit is told before it is saved, and leads back to its question", async ({ page }) => {
  // The core has no limit for an e-mail address; the box of this file has one.
  const blank = pdf({
    pages: ["G-1145|09/26/14|1"],
    fields: [{ name: `${BOX}Email[0]`, tip: "E-mail.", most: 8 }],
  });
  await come(page);
  await choose(page, blank);
  const row = page.locator(".finding").filter({ hasText: "and 8 fit into the box" });
  await expect(row).toContainText("Must fix");
  // Boxes that the file does not have.
  await expect(page.locator(".finding").filter({ hasText: "This form has no box with the name" })).toHaveCount(3);
  await row.getByRole("button", { name: "Change this answer" }).click();
  await expect(title(page)).toHaveText("Where the message goes");
  await page.getByLabel("E-mail address").fill("a@b.org");
  await press(page, "Continue");
  await press(page, "Fill the official PDF");
  // The blank is still there.
  await expect(shown(page)).toHaveText(["a@b.org"]);
});

test("another language keeps the blank; everything is forgotten when that is asked", async ({ page }) => {
  await come(page);
  await choose(page, g1145());
  await expect(saving(page)).toBeVisible();
  await page.getByRole("link", { name: "Español" }).click();
  await expect(title(page)).toHaveText("Llenar el PDF oficial");
  await expect(page.getByRole("button", { name: "Guardar el formulario lleno" })).toBeVisible();
  await expect(page.locator(".last")).toContainText("Por un solo lado del papel.");
  await expect(shown(page)).toHaveText(Object.values(FILLED));
  await press(page, "Olvidar todo");
  await page.getByRole("link", { name: "English" }).click();
  await come(page);
  await expect(page.getByRole("button", { name: "Choose the blank Form G-1145" })).toBeVisible();
  await expect(page.locator(".sheet")).toHaveCount(0);
});

test("for everyone: axe, narrow and wide, what is pressed", async ({ page }) => {
  test.slow();
  const look = async () => {
    expect(await faults(page)).toEqual([]);
    expect(await small(page)).toEqual([]);
    expect(await outside(page)).toBe(0);
  };
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: colorScheme === "light" ? 1280 : 320, height: 800 });
    await come(page);
    await look();
    await choose(page, g1145({ values: { LastName: "Ibarra Soto" } }));
    await expect(page.locator(".asking")).toBeVisible();
    await look();
    await press(page, "Use my answers");
    await expect(page.locator(".sheet")).toBeVisible();
    await page.locator("details").evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));
    await look();
    await choose(page, g1145({ certified: true }));
    await expect(page.locator(".hindered")).toBeVisible();
    await look();
    await press(page, "Forget everything");
  }
});

test("with the keyboard alone, from one file on the device", async ({ page }) => {
  // The browser asks the test, not a person, from here on: it takes a moment until it knows.
  const chooser = page.waitForEvent("filechooser");
  await page.goto(`${SINGLE.href}#/keep`);
  await page.getByLabel("Your file").setInputFiles({ name: "answers.json", mimeType: "application/json", buffer: Buffer.from(answers(SAID, ["applicant.middle_name"])) });
  await expect(page.locator("[data-part=opened]")).toContainText("Answers on this page now");
  await page.goto(`${SINGLE.href}#/form/g-1145`);
  await press(page, "All steps");
  const enter = async (name: string): Promise<void> => {
    await page.getByRole("button", { name }).focus();
    await page.keyboard.press("Enter");
  };
  await enter("See what it comes to");
  await enter("Fill the official PDF");
  await focused(title(page));
  await expect(page.getByRole("link", { name: "Get Form G-1145" })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Get Form G-1145" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Choose the blank Form G-1145" })).toBeFocused();
  await page.keyboard.press("Enter");
  await (await chooser).setFiles({ name: "blank.pdf", mimeType: "application/pdf", buffer: Buffer.from(g1145()) });
  await focused(page.getByRole("heading", { name: "Form G-1145 is filled." }));
  await enter("Save the filled form");
  await focused(page.getByRole("heading", { name: "Before I send it" }));
});

const forms = process.env["PREFILE_FORMS"];
test("an official blank", async ({ page }) => {
  test.skip(forms === undefined, "PREFILE_FORMS does not say where they are");
  await come(page);
  await choose(page, readFileSync(path.join(forms ?? "", "g-1145_09-26-14.pdf")));
  await expect(shown(page)).toHaveText(Object.values(FILLED));
  expect(await held((await saved(page)).bytes)).toEqual(FILLED);
});

/** What the longest example of a form comes to, in its boxes: the package says it, in Node. */
async function boxesBehind(form: string): Promise<Record<string, string>> {
  const built = async (name: string) => import(pathToFileURL(path.resolve(`pkg/dist/${name}.js`)).href);
  const { evaluate } = (await built("guide")) as typeof import("../../pkg/src/guide.ts");
  const { default: pack } = (await built(`packs/${form}`)) as { default: import("../../pkg/src/pack.ts").Pack };
  return evaluate([pack], longest(form), { today: "2026-01-15" }).boxes;
}

/** Hands a filled PDF to *Keep my answers*. */
const hand = (page: Page, bytes: Uint8Array) =>
  page.getByLabel("Your file").setInputFiles({ name: "filled.pdf", mimeType: "application/pdf", buffer: Buffer.from(bytes) });

test("a filled form is read back into its questions, and one goes on", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await open(page, "keep");
  await hand(page, g1145({ values: { LastName: "Ibarra Soto", FirstName: "Ana" } }));
  const panel = page.locator("[data-part=panel]");
  await expect(panel).toContainText("The PDF says this otherwise, or says more.");
  await expect(panel.getByRole("heading", { name: "Family name" })).toBeVisible();
  await expect(panel.locator(".difference").filter({ hasText: "Ibarra Soto" })).toHaveCount(1);
  // An empty box is no answer.
  await expect(panel.locator(".difference")).toHaveCount(2);
  expect(await faults(page)).toEqual([]);
  expect(await outside(page)).toBe(0);
  await press(page, "Use those of the file");
  // What no box tells is asked first.
  await expect(title(page)).toHaveText("Where your form goes");
  await page.locator("input[value=lockbox]").check();
  await press(page, "Continue");
  await expect(page.getByLabel("Family name")).toHaveValue("Ibarra Soto");
  await expect(page.getByLabel("Given name")).toHaveValue("Ana");
});

test("what is here is never lost to a PDF without a word", async ({ page }) => {
  await come(page);
  await choose(page, g1145());
  await expect(saving(page)).toBeVisible();
  const { bytes } = await saved(page);
  await open(page, "keep");
  for (const [given, said] of [
    [g1145(), "Nothing is filled in on this form."],
    [g1145({ code: "G-1145|01/02/13|1", values: { LastName: "Soto" } }), "We have no questions for this form, or for this edition of it."],
    [g1145().slice(0, 90), "This PDF has no boxes that can be read."],
  ] as const) {
    await hand(page, given);
    await expect(page.locator("[data-part=opened]")).toContainText(said);
    await expect(page.getByRole("button", { name: "Use those of the file" })).toHaveCount(0);
  }
  // Its own answers come back the same.
  await hand(page, bytes);
  await expect(page.locator("[data-part=differences]")).toContainText("Answers that are not the same: 0.");
  await hand(page, g1145({ values: { LastName: "Soto" } }));
  await expect(page.locator(".difference")).toHaveCount(1);
  await expect(page.locator(".difference")).toContainText("Family name");
  await press(page, "Keep what is here");
  await expect(page.locator("[data-part=opened]")).toContainText("Nothing was changed.");
  await hand(page, g1145({ values: { LastName: "Soto" } }));
  await press(page, "Use those of the file");
  // All is answered: this is the end of the questions.
  await expect(title(page)).toHaveText("What goes where");
  await expect(page.locator(".boxes")).toContainText("Soto");
  await expect(page.locator(".boxes")).toContainText("ana@example.com");
  await press(page, "Undo");
  await expect(page.locator(".boxes")).toContainText("Ibarra");
});

for (const [form, least] of [["i-90", 70], ["n-400", 140]] as const)
  test(`a whole ${form} is read back into the questions`, async ({ page }) => {
    await open(page, "keep");
    await hand(page, pdf(boxesOf(form, "2025-01-20", await boxesBehind(form))));
    const panel = page.locator("[data-part=panel]");
    await expect(panel).toContainText("The PDF says this otherwise, or says more.");
    await press(page, "Use those of the file");
    await expect(page).toHaveURL(new RegExp(`#/form/${form}$`));
    await open(page, "keep");
    const { answers } = JSON.parse(await save(page)) as { answers: { fact?: string; text?: string }[] };
    const said = new Map(answers.map(({ fact, text }) => [fact, text]));
    const meant = longest(form) as Record<string, unknown>;
    for (const fact of ["applicant.family_name", "applicant.given_name", "applicant.email", "applicant.birth_country", "applicant.sex"])
      expect(said.get(fact), fact).toBe(meant[fact]);
    expect(said.size).toBeGreaterThan(least);
  });

test("what has no room stands in the space for more, then on a sheet of its own; both files are saved", async ({ page }) => {
  const said = longest("i-765") as Record<string, unknown>;
  const long = ["mailing.in_care_of", "mailing.street", "mailing.city", "home.street", "entry.place", "entry.status", "applicant.status", "interpreter.street"];
  for (const fact of long) said[fact] = `${said[fact]} and one more word of it `.repeat(3).trim();
  said["i765_notes"] = [];
  await come(page, "form/i-765", written(said));
  await choose(page, pdf(boxesOf("i-765", "2025-08-21")), "i-765.pdf");
  await expect(page.locator(".finding").filter({ hasText: "What fits stands here, and all of it in Part 6" })).toHaveCount(5);
  await expect(page.locator(".finding").filter({ hasText: "all of it on a sheet of its own" })).toHaveCount(long.length - 5);
  await expect(page.locator(".extra li")).toHaveCount(long.length - 5);
  await expect(page.locator(".extra li").last()).toContainText(String(said["interpreter.street"]));
  const form = await saved(page);
  const values = Object.values(await held(form.bytes));
  for (const fact of long.slice(0, 5)) expect(values, fact).toContain(said[fact]);
  const sheet = await saved(page, page.getByRole("button", { name: "Save the extra sheet" }));
  expect([form.name, sheet.name]).toEqual(["i-765-filled.pdf", "i-765-extra-sheet.pdf"]);
  expect(new TextDecoder("latin1").decode(sheet.bytes)).toMatch(/^%PDF-/);
});

test("after this door the other one speaks the language that is asked for, too", async ({ page }) => {
  await come(page);
  await open(page, "check");
  await choose(page, g1145({ values: { LastName: "Ibarra" } }));
  await expect(page.locator(".facts")).toContainText("Boxes filled in: 1 of 5");
  await page.getByRole("link", { name: "Español" }).click();
  await expect(page.locator(".facts")).toContainText("Casillas llenas: 1 de 5");
});
