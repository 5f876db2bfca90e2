// What a person has saved: kept, locked, shown box by box, filled where they say so, and taken back.
import { expect, test } from "./browsers.ts";
import { FILE, done, hand, page, plan, rows, save, values } from "./filling.ts";
import { ADDRESS } from "./styles.ts";

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

test.afterEach(async ({ surface }) => {
  await surface.inside(() => Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]));
});

test("it is shown box by box, written where it was confirmed, and taken back", async ({ surface, tab }) => {
  const options = await save(surface);
  const popup = await plan(surface, tab, FORM);
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

test("what was filled is taken back from a popup that is opened later, and what was found is told anew", async ({ surface, tab }) => {
  const options = await save(surface);
  const popup = await plan(surface, tab, page('<label for="a">A-Number</label> <input id="a" value="A123456">'));
  await expect.poll(() => popup.text()).toContain("An A-Number has 7 to 9 digits");
  await popup.press("Show what would be filled");
  await expect.poll(() => rows(popup)).toHaveLength(1);
  await popup.run(() => document.querySelector<HTMLInputElement>("#plan input")!.click());
  await popup.press("Fill the boxes with a tick");
  await expect.poll(() => values(tab)).toEqual({ a: "A012-345-678" });
  await expect.poll(() => popup.text()).toContain("Nothing to fix");
  await popup.close();
  const later = await surface.popup(tab);
  await expect.poll(() => later.text()).toContain("Filled before: 1.");
  await later.press("Undo");
  await expect.poll(() => later.text()).toContain("Put back: 1.");
  expect(await values(tab)).toEqual({ a: "A123456" });
  await expect.poll(() => later.text()).toContain("An A-Number has 7 to 9 digits");
  await later.close();
  const last = await surface.popup(tab);
  await expect.poll(() => last.text()).toContain("Show what would be filled");
  expect(await last.text()).not.toContain("Filled before");
  await last.close();
  await options.close();
});

test("what stands there is replaced only if the person says so, and earlier homes go in order", async ({ surface, tab }) => {
  const options = await save(surface);
  const previous = (id: string) => `<fieldset><legend>Previous address</legend><label for="${id}">Street Number and Name</label> <input id="${id}"></fieldset>`;
  const popup = await plan(surface, tab, page(`<label for="f">Family Name (Last Name)</label> <input id="f" value="Garcia">${previous("one")}${previous("two")}${previous("three")}`));
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
  "filtered away": `<label for="x">A-Number</label><div style="filter:opacity(0)"><input id="x"></div>`,
  "masked": `<label for="x">A-Number</label><div style="mask-image:linear-gradient(transparent,transparent)"><input id="x"></div>`,
  "blended away": `<label for="x">A-Number</label><div style="mix-blend-mode:screen"><input id="x" style="color:white;border-color:white"></div>`,
  "with clear letters": `<label for="x">A-Number</label><input id="x" style="color:transparent;background:none;border:0">`,
  "shrunk": `<label for="x">A-Number</label><input id="x" style="transform:scale(.01)">`,
  "with letters of no height": `<label for="x">A-Number</label><input id="x" style="font-size:1px">`,
  "not to be written in": `<label for="x">A-Number</label><input id="x" readonly>`,
  "switched off": `<label for="x">A-Number</label><input id="x" disabled>`,
  "covered as a password": `<label for="x">A-Number</label><input id="x" type="password">`,
};

/** Headings over boxes that are somebody else's, and labels of such boxes. */
const OTHERS = [
  "Information About Your Relative", "Brother or Sister", "Fiancé(e)", "Your former spouse", "Ex-husband", "Household members", "Emergency contact", "Supporter",
  "Family member 1", "Authorized signatory", "Law firm", "Employer", "Legal guardian", "Landlord", "Witness", "Hermanos", "Contacto de emergencia", "Cónyuge anterior",
];
const LABELS = ["Mother's maiden name", "Sister's last name", "Emergency contact phone", "Relative's A-Number", "Teléfono de emergencia", "Last name of the person who referred you"];
/** The person's own, whatever stands farther away. */
const OWN = [["About you", "[x] A-Number: A012-345-678"], ["Your name and number", "[x] A-Number: A012-345-678"], ["Your spouse", "[x] A-Number: A087-654-321"]] as const;

test("what is somebody else's is offered nothing of the person's", async ({ surface, tab }) => {
  const options = await save(surface);
  const group = (legend: string): string =>
    `<fieldset><legend>${legend}</legend><label>Family Name (Last Name) <input></label><label>A-Number <input></label><label>Date of Birth <input></label><label>Mobile phone <input></label></fieldset>`;
  const own = (legend: string): string => `<fieldset><legend>${legend}</legend><label>A-Number <input></label></fieldset>`;
  const labels = LABELS.map((label) => `<label>${label} <input></label>`).join("");
  const popup = await plan(surface, tab, `<!doctype html><html lang="en"><meta charset="utf-8"><title>Form</title><form>
    ${labels}${OTHERS.map(group).join("")}<h2>Petition for Alien Relative</h2>${OWN.map(([legend]) => own(legend)).join("")}</form></html>`);
  await popup.press("Show what would be filled");
  await expect.poll(() => rows(popup)).toEqual(OWN.map(([, row]) => row));
  await popup.close();
  await options.close();
});

test("a box that nobody sees is not offered", async ({ surface, tab }) => {
  const options = await save(surface);
  for (const [how, box] of Object.entries(HIDDEN)) {
    const popup = await plan(surface, tab, page(`<p><label for="f">Family Name (Last Name)</label> <input id="f"></p>${box}`));
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

test("a box that changed after it was shown is left alone", async ({ surface, tab }) => {
  const options = await save(surface);
  for (const [how, trick] of Object.entries(TRICKS)) {
    const popup = await plan(surface, tab, page(`<p><label for="alien">A-Number</label> <input id="alien"></p>`));
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

test("a frame of another origin is given nothing, one of the same is", async ({ surface, tab }) => {
  const options = await save(surface);
  const inner = page(`<p><label for="alien">A-Number</label> <input id="alien"></p>`);
  const popup = await plan(surface, tab, page(`<iframe src="https://egov.uscis.gov/inner"></iframe><iframe src="/inner"></iframe><iframe sandbox="allow-scripts" src="/inner"></iframe>`), {
    "https://egov.uscis.gov/inner": inner,
    "https://my.uscis.gov/inner": inner,
  });
  await popup.press("Show what would be filled");
  await expect.poll(() => rows(popup)).toEqual(["[x] A-Number: A012-345-678"]);
  await popup.press("Fill the boxes with a tick");
  await expect.poll(() => popup.text()).toContain("Filled: 1.");
  const [, ...texts] = await tab.everywhere(() => document.querySelector<HTMLInputElement>("#alien")?.value);
  expect(texts).toEqual(["", "A012-345-678", ""]);
  await popup.close();
  await options.close();
});

const STATES = '<option value="">Select a state</option><option value="IA">Iowa</option><option value="IL">Illinois</option>';

test("of a list what says the same is chosen, of places alone, and taken back", async ({ surface, tab }) => {
  const options = await save(surface, FILE.replace("\n]\n}", ',\n{"fact":"home.state","text":"IL"},\n{"fact":"mailing.state","text":"IA"},\n{"fact":"applicant.birth_country","text":"México"}\n]\n}'));
  const popup = await plan(surface, tab, page(`
    <p><label for="f">Family Name (Last Name)</label> <input id="f"></p>
    <p><label for="home">State</label> <select id="home">${STATES}</select></p>
    <h2>Mailing address</h2><p><label for="mail">State</label> <select id="mail">${STATES.replace("Iowa", "IA - Iowa")}</select></p>
    <h2>Birth</h2><p><label for="birth">Country of Birth</label> <select id="birth"><option>Guatemala</option><option>MEXICO</option></select></p>
    <p><label for="none">State</label> <select id="none"><option value="">Select</option><option>Ohio</option></select></p>
    <p><label for="off">State</label> <select id="off" disabled>${STATES}</select></p>
    <p style="opacity:0"><label for="unseen">State</label> <select id="unseen">${STATES}</select></p>
    <p><label for="law">Have you ever been arrested in this state?</label> <select id="law"><option value=""></option><option>Yes</option><option>No</option></select></p>`));
  await popup.press("Show what would be filled");
  await expect.poll(() => rows(popup)).toEqual([
    "[x] Family Name (Last Name): García Example",
    "[x] State: Illinois",
    "[x] State: IA - Iowa",
    "[ ] Country of Birth: MEXICO (now: Guatemala)",
  ]);
  await popup.run(() => document.querySelectorAll<HTMLInputElement>("#plan input")[3]!.click());
  const chosen = () => tab.run(() => [...document.querySelectorAll("select")].map(({ id, value }) => `${id} ${value}`));
  const before = await chosen();
  await tab.run(() => document.addEventListener("change", ({ target }) => (document.title += ` ${(target as Element).id}`)));
  await popup.press("Fill the boxes with a tick");
  await expect.poll(() => popup.text()).toContain("Filled: 4. Left alone: 0.");
  expect(await chosen()).toEqual(["home IL", "mail IA", "birth MEXICO", "none ", "off ", "unseen ", "law "]);
  expect(await tab.run(() => document.title)).toContain("home mail birth");
  await popup.press("Undo");
  await expect.poll(() => popup.text()).toContain("Put back: 4.");
  expect(await chosen()).toEqual(before);
  await popup.close();
  await options.close();
});

test("React keeps what is filled", async ({ surface, tab }) => {
  const { STYLES, siteOf } = await import("./styles.ts");
  const options = await save(surface);
  await tab.go(ADDRESS, siteOf(STYLES["React, controlled"]!, [{ label: "A-Number", name: "a" }]));
  const popup = await surface.popup(tab);
  await expect.poll(() => popup.text()).toContain("Show what would be filled");
  await popup.press("Show what would be filled");
  await popup.press("Fill the boxes with a tick");
  await expect.poll(() => popup.text()).toContain("Filled: 1.");
  // Its hint is drawn out of its own state.
  await expect.poll(() => tab.run(() => [document.querySelector("input")!.value, document.querySelector(".hint")])).toEqual(["A012-345-678", null]);
  await popup.close();
  await options.close();
});

test("the file comes out as it went in, with what is not shown", async ({ surface }) => {
  const options = await save(surface);
  expect(await options.text()).toContain("Other answers in your file: 1.");
  const lines = (text: string) => text.split("\n").filter((line) => !line.startsWith('"saved"'));
  expect(lines(await options.saved("Save to a file"))).toEqual(lines(FILE));
  await options.close();
});

test("a file that the page has locked is opened, and one is locked alike", async ({ surface }) => {
  const { isLocked, lock, unlock } = (await import("../../xtask/js/files.mjs" as string)) as Record<string, (...given: string[]) => Promise<string>>;
  const options = await save(surface);
  await options.file("Open a file of answers", await lock!(FILE.replace("García", "Locked"), "a passphrase of mine"));
  await expect.poll(() => options.value("Passphrase of this file")).toBe("");
  await options.type("Passphrase of this file", "another");
  await options.press("Open it");
  await expect.poll(() => options.text()).toContain("does not open it");
  await options.type("Passphrase of this file", "a passphrase of mine");
  await options.press("Open it");
  await expect.poll(() => options.text()).toContain("Use this file");
  await options.press("Use this file");
  await expect.poll(() => options.value("Family name")).toBe("Locked Example");
  await options.type("Passphrase for the file, if you want one", "another one of mine");
  const file = await options.saved("Save to a file");
  expect(isLocked!(file)).toBe(true);
  expect(await unlock!(file, "another one of mine")).toContain('{"fact":"applicant.family_name","text":"Locked Example"}');
  await options.close();
});

test("a damaged file, a foreign one and one of another version", async ({ surface }) => {
  const options = await save(surface);
  await hand(options, "{}", "This file has no answers of prefile.");
  await hand(options, FILE.replace('"version": 1', '"version": 2'), "This file was made by another version of prefile.");
  await hand(options, FILE.replace('{"fact":"applicant.given_name","text":"María"},', '{"fact":"applicant.given_name","te'), "Lines that could not be read: 1.");
  expect(await options.value("Family name")).toBe("García Example");
  await options.close();
});

test("kept under a passphrase: nothing readable on the device, locked after a time, opened again", async ({ surface, tab }) => {
  const options = await save(surface);
  const KEEP = "Keep it, locked with a passphrase";
  await options.type("Passphrase", "short");
  await options.press(KEEP);
  await expect.poll(() => options.text()).toContain("Use 12 characters or more.");
  await options.type("Passphrase", "correct horse battery");
  await options.press(KEEP);
  await expect.poll(() => done(options)).toContain("locked with your passphrase");
  const stored = JSON.stringify(await surface.inside(() => chrome.storage.local.get(null)));
  for (const secret of ["Garc", "345-678", "Elm", "correct", "applicant"]) expect(stored).not.toContain(secret);
  // The time is over.
  await surface.inside(async () => {
    const { open } = await chrome.storage.session.get("open");
    await chrome.storage.session.set({ open: { ...(open as object), until: 1 } });
  });
  const popup = await plan(surface, tab, FORM);
  await expect.poll(() => popup.text()).toContain("What you saved is locked.");
  expect(await surface.inside(() => chrome.storage.session.get(null))).toEqual({});
  await popup.type("Passphrase", "wrong passphrase!");
  await popup.press("Unlock");
  await expect.poll(() => popup.text()).toContain("This passphrase does not open it.");
  await popup.type("Passphrase", "correct horse battery");
  await popup.press("Unlock");
  await expect.poll(() => popup.text()).toContain("Show what would be filled");
  await popup.press("Lock now");
  await expect.poll(() => popup.text()).toContain("What you saved is locked.");
  await popup.close();
  await options.close();
});

test("everything is forgotten at once", async ({ surface }) => {
  const options = await save(surface);
  expect(await options.text()).toContain("Answers, until you close the browser: 13.");
  await options.press("Forget everything");
  await expect.poll(() => done(options)).toContain("Everything is forgotten");
  expect(await options.text()).toContain("Nothing is stored.");
  expect(await surface.inside(() => Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null)]))).toEqual([{}, {}]);
  await options.close();
});
