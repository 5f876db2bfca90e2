// What a person has saved: kept, locked, shown box by box, filled where they say so, and taken back.
import { type Chromium, ChromiumTab, type Popup, type Tab, expect, test } from "./browsers.ts";
import { faults } from "../browser/axe.ts";
import { ADDRESS } from "./styles.ts";

const FILE = `{
"file": "prefile answers",
"version": 1,
"saved": "2026-11-22",
"answers": [
{"list":"earlier_homes","entries":2},
{"fact":"applicant.family_name","text":"García Example"},
{"fact":"applicant.given_name","text":"María"},
{"fact":"applicant.a_number","text":"A012-345-678"},
{"fact":"applicant.ssn","text":"123-45-6789"},
{"fact":"applicant.birth_date","text":"10/05/1967"},
{"fact":"applicant.mobile_phone","text":"202-555-0143"},
{"fact":"home.street","text":"12 Elm St"},
{"fact":"home.zip","text":"62704"},
{"fact":"mailing.street","text":"PO Box 9"},
{"fact":"earlier_homes[0].street","text":"1 First Ave"},
{"fact":"earlier_homes[1].street","text":"2 Second Ave"},
{"fact":"spouse.a_number","text":"A087-654-321"},
{"fact":"record.voted","text":"no"}
]
}
`;

const page = (inside: string): string => `<!doctype html><html lang="en"><title>Form</title><body><form>${inside}</form></body></html>`;

const FORM = page(`
  <p><label for="family">Family Name (Last Name)</label> <input id="family"></p>
  <p><label for="alien">A-Number</label> <input id="alien" maxlength="9"></p>
  <p><label for="ssn">Social Security Number</label> <input id="ssn"></p>
  <p><label for="birth">Date of Birth</label> <input id="birth" type="date"></p>
  <p><label for="mobile">Mobile phone number</label> <input id="mobile"></p>
  <fieldset><legend>Mailing address</legend><label for="mail">Street Number and Name</label> <input id="mail"></fieldset>
  <fieldset><legend>Your spouse</legend><label for="theirs">Spouse's A-Number</label> <input id="theirs"></fieldset>
  <p><label for="voted">Have you ever voted?</label> <input id="voted"> <label><input type="radio" name="v" id="yes"> Yes</label></p>
  <p><label for="secret">Password</label> <input id="secret" type="password"></p>`);

/** Opens the settings, and a file of answers in them. */
async function save(chrome: Chromium, file = FILE) {
  const id = new URL((await chrome.worker()).url()).host;
  const options = await chrome.page();
  await options.goto(`chrome-extension://${id}/options.html`);
  await options.getByLabel("Open a file of answers").setInputFiles({ name: "answers.json", mimeType: "application/json", buffer: Buffer.from(file) });
  await expect(options.locator("#done")).toHaveText("Saved.");
  return options;
}

async function plan(chrome: Chromium, tab: Tab, body: string, more: Record<string, string> = {}): Promise<Popup> {
  const others = Object.fromEntries(Object.entries(more).map(([address, body]) => [address, { body }]));
  await tab.go(ADDRESS, { [ADDRESS]: { body }, ...others });
  const popup = await chrome.popup((tab as ChromiumTab).page);
  await expect.poll(() => popup.text()).toContain("Fill from what you saved");
  return popup;
}

const rows = (popup: Popup) =>
  popup.run(() => [...document.querySelectorAll("#plan li")].map((row) => `${row.querySelector("input")!.checked ? "[x]" : "[ ]"} ${row.textContent}`));

const values = (tab: Tab) => tab.run(() => Object.fromEntries([...document.querySelectorAll("input")].map((box) => [box.id, box.value]).filter(([, text]) => text !== "" && text !== "on")));

test.afterEach(async ({ chrome }) => {
  await (await chrome.worker()).evaluate("Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()])");
});

test("it is shown box by box, written where it was confirmed, and taken back", async ({ chrome, tab }) => {
  const options = await save(chrome);
  const popup = await plan(chrome, tab, FORM);
  await popup.press("Show what would be filled");
  await expect.poll(() => rows(popup)).toEqual([
    "[x] Family Name (Last Name): García Example",
    "[x] A-Number: 012345678",
    "[x] Social Security Number: 123-45-6789",
    "[x] Date of Birth: 1967-10-05",
    "[x] Mobile phone number: 202-555-0143",
    "[x] Street Number and Name: PO Box 9",
    "[x] Spouse's A-Number: A087-654-321",
  ]);
  expect(await values(tab)).toEqual({});
  // Nothing of it is anywhere on the page before it is confirmed.
  const whole = await tab.run(() => document.documentElement.outerHTML);
  for (const saved of ["García", "345-678", "123-45-6789", "PO Box"]) expect(whole).not.toContain(saved);
  await popup.run(() => document.querySelectorAll<HTMLInputElement>("#plan input")[2]!.click());
  await popup.press("Fill the boxes with a tick");
  await expect.poll(() => popup.text()).toContain("Filled: 6. Left alone: 0.");
  expect(await values(tab)).toEqual({
    family: "García Example", alien: "012345678", birth: "1967-10-05", mobile: "202-555-0143", mail: "PO Box 9", theirs: "A087-654-321",
  });
  await popup.press("Undo");
  await expect.poll(() => popup.text()).toContain("Put back: 6.");
  expect(await values(tab)).toEqual({});
  await popup.close();
  await options.close();
});

test("what stands there is replaced only if the person says so, and earlier homes go in order", async ({ chrome, tab }) => {
  const options = await save(chrome);
  const previous = (id: string) => `<fieldset><legend>Previous address</legend><label for="${id}">Street Number and Name</label> <input id="${id}"></fieldset>`;
  const popup = await plan(chrome, tab, page(`<label for="f">Family Name (Last Name)</label> <input id="f" value="Garcia">${previous("one")}${previous("two")}${previous("three")}`));
  await popup.press("Show what would be filled");
  await expect.poll(() => rows(popup)).toEqual([
    "[ ] Family Name (Last Name): García Example (now: Garcia)",
    "[x] Street Number and Name: 1 First Ave",
    "[x] Street Number and Name: 2 Second Ave",
  ]);
  await popup.close();
  await options.close();
});

const HIDDEN: Readonly<Record<string, string>> = {
  "not displayed": `<div style="display:none"><label for="x">A-Number</label><input id="x"></div>`,
  "not visible": `<label for="x">A-Number</label><input id="x" style="visibility:hidden">`,
  "of the type hidden": `<label for="x">A-Number</label><input id="x" type="hidden" name="a_number">`,
  "off the screen": `<label for="x">A-Number</label><input id="x" style="position:absolute;left:-9999px">`,
  "above the page": `<label for="x">A-Number</label><input id="x" style="position:absolute;top:-500px">`,
  "transparent": `<label for="x">A-Number</label><div style="opacity:.5"><input id="x" style="opacity:.1"></div>`,
  "a pixel wide": `<label for="x">A-Number</label><input id="x" style="width:1px;padding:0;border:0">`,
  "cut off": `<div style="overflow:hidden;height:1px"><label for="x">A-Number</label><br><input id="x"></div>`,
  "clipped": `<label for="x">A-Number</label><input id="x" style="clip-path:inset(50%)">`,
  "shrunk": `<label for="x">A-Number</label><input id="x" style="transform:scale(.01)">`,
  "with letters of no height": `<label for="x">A-Number</label><input id="x" style="font-size:1px">`,
  "not to be written in": `<label for="x">A-Number</label><input id="x" readonly>`,
  "switched off": `<label for="x">A-Number</label><input id="x" disabled>`,
  "covered as a password": `<label for="x">A-Number</label><input id="x" type="password">`,
};

test("a box that nobody sees is not offered", async ({ chrome, tab }) => {
  const options = await save(chrome);
  for (const [how, box] of Object.entries(HIDDEN)) {
    const popup = await plan(chrome, tab, page(`<p><label for="f">Family Name (Last Name)</label> <input id="f"></p>${box}`));
    await popup.press("Show what would be filled");
    await expect.poll(() => rows(popup), how).toEqual(["[x] Family Name (Last Name): García Example"]);
    await popup.close();
  }
  await options.close();
});

/** What a page does between what is shown and what is confirmed. */
const TRICKS: Readonly<Record<string, () => void>> = {
  "hides it": () => void (document.querySelector<HTMLElement>("#alien")!.style.visibility = "hidden"),
  "moves it away": () => void document.querySelector("#alien")!.setAttribute("style", "position:absolute;left:-9999px"),
  "covers it": () => document.body.insertAdjacentHTML("beforeend", '<div style="position:fixed;inset:0;background:red"></div>'),
  "makes it a password": () => void (document.querySelector<HTMLInputElement>("#alien")!.type = "password"),
  "puts another in its place": () => void (document.querySelector("#alien")!.outerHTML = '<input id="alien">'),
  "asks for something else": () => void document.querySelector("#alien")!.setAttribute("aria-label", "Family Name"),
  "writes in it": () => void (document.querySelector<HTMLInputElement>("#alien")!.value = "1"),
};

test("a box that changed after it was shown is left alone", async ({ chrome, tab }) => {
  const options = await save(chrome);
  for (const [how, trick] of Object.entries(TRICKS)) {
    const popup = await plan(chrome, tab, page(`<p><label for="alien">A-Number</label> <input id="alien"></p>`));
    await popup.press("Show what would be filled");
    await expect.poll(() => rows(popup), how).toEqual(["[x] A-Number: A012-345-678"]);
    await tab.run(trick);
    await popup.press("Fill the boxes with a tick");
    await expect.poll(() => popup.text(), how).toContain("Filled: 0. Left alone: 1.");
    expect(Object.values(await values(tab)), how).not.toContain("A012-345-678");
    await popup.close();
  }
  await options.close();
});

test("a frame of another origin is given nothing, one of the same is", async ({ chrome, tab }) => {
  const options = await save(chrome);
  const inner = page(`<p><label for="alien">A-Number</label> <input id="alien"></p>`);
  const popup = await plan(chrome, tab, page(`<iframe src="https://egov.uscis.gov/inner"></iframe><iframe src="/inner"></iframe><iframe sandbox="allow-scripts" src="/inner"></iframe>`), {
    "https://egov.uscis.gov/inner": inner,
    "https://my.uscis.gov/inner": inner,
  });
  await popup.press("Show what would be filled");
  await expect.poll(() => rows(popup)).toEqual(["[x] A-Number: A012-345-678"]);
  await popup.press("Fill the boxes with a tick");
  await expect.poll(() => popup.text()).toContain("Filled: 1.");
  const frames = (tab as ChromiumTab).page.frames().slice(1);
  const texts = await Promise.all(frames.map((frame) => frame.locator("#alien").inputValue()));
  expect(texts).toEqual(["", "A012-345-678", ""]);
  await popup.close();
  await options.close();
});

test("React keeps what is filled", async ({ chrome, tab }) => {
  const { STYLES, siteOf } = await import("./styles.ts");
  const options = await save(chrome);
  await tab.go(ADDRESS, siteOf(STYLES["React, controlled"]!, [{ label: "A-Number", name: "a" }]));
  const popup = await chrome.popup((tab as ChromiumTab).page);
  await expect.poll(() => popup.text()).toContain("Show what would be filled");
  await popup.press("Show what would be filled");
  await popup.press("Fill the boxes with a tick");
  await expect.poll(() => popup.text()).toContain("Filled: 1.");
  // Its hint is drawn out of its own state.
  await expect.poll(() => tab.run(() => [document.querySelector("input")!.value, document.querySelector(".hint")])).toEqual(["A012-345-678", null]);
  await popup.close();
  await options.close();
});

test("the file comes out as it went in, with what is not shown", async ({ chrome }) => {
  const options = await save(chrome);
  await expect(options.getByText("Other answers in your file: 1.")).toBeVisible();
  const [download] = await Promise.all([options.waitForEvent("download"), options.getByRole("button", { name: "Save to a file" }).click()]);
  const stream = await download.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const lines = (text: string) => text.split("\n").filter((line) => !line.startsWith('"saved"'));
  expect(lines(Buffer.concat(chunks).toString())).toEqual(lines(FILE));
  await options.close();
});

test("a file that the page has locked is opened, and one is locked alike", async ({ chrome }) => {
  const { isLocked, lock, unlock } = (await import("../../xtask/js/files.mjs" as string)) as Record<string, (...given: string[]) => Promise<string>>;
  const options = await save(chrome);
  await options.getByLabel("Open a file of answers").setInputFiles({
    name: "a.json", mimeType: "application/json", buffer: Buffer.from(await lock!(FILE.replace("García", "Locked"), "a passphrase of mine")),
  });
  await options.getByLabel("Passphrase of this file").fill("another");
  await options.getByRole("button", { name: "Open it" }).click();
  await expect(options.getByRole("alert").filter({ hasText: "does not open it" })).toBeVisible();
  await options.getByLabel("Passphrase of this file").fill("a passphrase of mine");
  await options.getByRole("button", { name: "Open it" }).click();
  await expect(options.getByLabel("Family name", { exact: true })).toHaveValue("Locked Example");
  await options.getByLabel("Passphrase for the file, if you want one").fill("another one of mine");
  const [download] = await Promise.all([options.waitForEvent("download"), options.getByRole("button", { name: "Save to a file" }).click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  expect(isLocked!(text)).toBe(true);
  expect(await unlock!(text, "another one of mine")).toContain('{"fact":"applicant.family_name","text":"Locked Example"}');
  await options.close();
});

test("a damaged file, a foreign one and one of another version", async ({ chrome }) => {
  const options = await save(chrome);
  const put = (text: string) => options.getByLabel("Open a file of answers").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await put("{}");
  await expect(options.locator("#done")).toHaveText("This file has no answers of prefile.");
  await put(FILE.replace('"version": 1', '"version": 2'));
  await expect(options.locator("#done")).toHaveText("This file was made by another version of prefile.");
  await put(FILE.replace('{"fact":"applicant.given_name","text":"María"},', '{"fact":"applicant.given_name","te'));
  await expect(options.locator("#done")).toHaveText("Lines that could not be read: 1.");
  await expect(options.getByLabel("Family name", { exact: true })).toHaveValue("García Example");
  await options.close();
});

test("kept under a passphrase: nothing readable on the device, locked after a time, opened again", async ({ chrome, tab }) => {
  const options = await save(chrome);
  await options.getByLabel("Passphrase", { exact: true }).fill("short");
  await options.getByRole("button", { name: "Keep it, locked with a passphrase" }).click();
  await expect(options.getByRole("alert")).toHaveText("Use 12 characters or more.");
  await options.getByLabel("Passphrase", { exact: true }).fill("correct horse battery");
  await options.getByRole("button", { name: "Keep it, locked with a passphrase" }).click();
  await expect(options.locator("#done")).toContainText("locked with your passphrase");
  const worker = await chrome.worker();
  const stored = JSON.stringify(await worker.evaluate("chrome.storage.local.get(null)"));
  for (const secret of ["Garc", "345-678", "Elm", "correct", "applicant"]) expect(stored).not.toContain(secret);
  // The time is over.
  await worker.evaluate("chrome.storage.session.get('open').then(({ open }) => chrome.storage.session.set({ open: { ...open, until: 1 } }))");
  const popup = await plan(chrome, tab, FORM);
  await expect.poll(() => popup.text()).toContain("What you saved is locked.");
  expect(await worker.evaluate("chrome.storage.session.get(null)")).toEqual({});
  const unlock = (passphrase: string) => popup.run((text) => {
    document.querySelector<HTMLInputElement>("input[type=password]")!.value = text;
  }, passphrase).then(() => popup.press("Unlock"));
  await unlock("wrong passphrase!");
  await expect.poll(() => popup.text()).toContain("This passphrase does not open it.");
  await unlock("correct horse battery");
  await expect.poll(() => popup.text()).toContain("Show what would be filled");
  await popup.press("Lock now");
  await expect.poll(() => popup.text()).toContain("What you saved is locked.");
  await popup.close();
  await options.close();
});

test("answers are typed, changed and removed in the settings, which axe finds nothing in", async ({ chrome }) => {
  const options = await save(chrome);
  for (const [language, scheme] of [["en", "light"], ["es", "dark"], ["", "dark"]] as const) {
    await options.emulateMedia({ colorScheme: scheme });
    await options.getByLabel(/^(Language|Idioma)$/).selectOption(language);
    await expect(options.locator("html")).toHaveAttribute("lang", language || "en");
    expect(await faults(options)).toEqual([]);
  }
  await options.getByLabel("What is it?").selectOption({ label: "Earlier home 3: city" });
  await options.getByLabel("Your answer").fill("Ames");
  await options.getByRole("button", { name: "Add", exact: true }).click();
  await expect(options.getByLabel("Earlier home 3: city", { exact: true })).toHaveValue("Ames");
  await options.getByLabel("Family name", { exact: true }).fill("Lopez");
  await options.getByRole("button", { name: "Save what I changed" }).click();
  await expect(options.locator("#done")).toHaveText("Saved.");
  await options.getByRole("button", { name: "Remove: Given name" }).click();
  await expect(options.getByLabel("Given name", { exact: true })).toHaveCount(0);
  const { open } = (await (await chrome.worker()).evaluate("chrome.storage.session.get('open')")) as { open: { answers: object[] } };
  expect(open.answers).toContainEqual({ list: "earlier_homes", entries: 3 });
  expect(open.answers).toContainEqual({ fact: "applicant.family_name", text: "Lopez" });
  expect(open.answers).toContainEqual({ fact: "record.voted", text: "no" });
  expect(JSON.stringify(open.answers)).not.toContain("given_name");
  await options.close();
});

test("everything is forgotten at once", async ({ chrome }) => {
  const options = await save(chrome);
  await expect(options.getByText("Answers, until you close the browser: 13.")).toBeVisible();
  await options.getByRole("button", { name: "Forget everything" }).click();
  await expect(options.locator("#done")).toContainText("Everything is forgotten");
  await expect(options.getByText("Nothing is stored.")).toBeVisible();
  const left = await (await chrome.worker()).evaluate("Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null)])");
  expect(left).toEqual([{}, {}]);
  await options.close();
});
