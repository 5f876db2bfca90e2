// The settings: what a person saved is typed, changed and removed there, one by one and as entries of lists.
import { expect, test } from "./browsers.ts";
import { done, save } from "./filling.ts";
import type { Part } from "./part.ts";
import { ADDRESS } from "./styles.ts";
import type { Surface } from "./surface.ts";

const LINES = [
  '{"list":"trips","entries":2}', '{"fact":"trips[0].left","text":"07/03/2025"}', '{"fact":"trips[0].countries","text":"Mexico"}',
  '{"fact":"trips[1].left","text":"06/03/2025"}', '{"fact":"trips[1].returned","text":"06/20/2025"}',
  '{"list":"jobs","entries":1}', '{"fact":"jobs[0].kind","text":"work"}', '{"fact":"jobs[0].name","text":"Acme Foods"}',
  '{"fact":"applicant.ssn","text":"","none":true}', '{"fact":"applicant.given_name","text":"María"}', '{"fact":"applicant.family_name","text":"García"}', '{"fact":"record.voted","text":"no"}',
];
const FILE = `{\n"file": "prefile answers",\n"version": 1,\n"answers": [\n${LINES.join(",\n")}\n]\n}\n`;

test.afterEach(async ({ surface }) => {
  await surface.inside(() => Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]));
});

async function saved(surface: Surface): Promise<object[]> {
  const { open } = (await surface.inside(() => chrome.storage.session.get("open"))) as { open: { answers: object[] } };
  return open.answers;
}

/** Does something, and waits until that is saved and drawn: what was said before does not count. */
async function saving(options: Part, act: () => Promise<void>): Promise<void> {
  await options.run(() => (document.querySelector("#done")!.textContent = ""));
  await act();
  await expect.poll(() => done(options)).toBe("Saved.");
}

const PASSPHRASE = "correct horse battery";

async function keepLocked(options: Part): Promise<void> {
  await options.type("Passphrase", PASSPHRASE);
  await options.press("Keep it, locked with a passphrase");
  await expect.poll(() => done(options)).toContain("locked with your passphrase");
}

async function unlock(options: Part): Promise<void> {
  await options.type("Passphrase", PASSPHRASE);
  await options.press("Unlock");
}

const press = (options: Part, name: string): Promise<void> => saving(options, () => options.press(name));

test("answers are typed, changed and removed; what is not shown stays", async ({ surface }) => {
  const options = await save(surface, FILE);
  await options.type("What is it?", "Home: city");
  await options.type("Your answer", "Ames");
  // What is typed elsewhere is not lost by this.
  await options.type("Family name", "Lopez");
  await press(options, "Add");
  expect(await options.value("Home: city")).toBe("Ames");
  await options.type("Home: city", "Boone");
  await press(options, "Save what I changed");
  await press(options, "Remove: Given name");
  expect(await options.value("Given name")).toBe(null);
  const answers = await saved(surface);
  expect(answers).toContainEqual({ fact: "applicant.family_name", text: "Lopez" });
  expect(answers).toContainEqual({ fact: "home.city", text: "Boone" });
  expect(answers).toContainEqual({ fact: "record.voted", text: "no" });
  expect(answers).toContainEqual({ fact: "applicant.ssn", text: "", none: true });
  expect(JSON.stringify(answers)).not.toContain("given_name");
  await options.close();
});

test("entries of lists come, change and go, and the file is the same kind of file", async ({ surface }) => {
  const options = await save(surface, FILE);
  expect(await options.value("Trip 2: Day you came back")).toBe("06/20/2025");
  expect(await options.text()).toContain("Other answers in your file: 2.");
  await options.type("Trip 1: Day you came back", "07/20/2025");
  await press(options, "Add a trip");
  expect(await options.value("Trip 1: Day you came back")).toBe("07/20/2025");
  await options.type("Trip 3: Countries", "Cuba");
  await press(options, "Add a child");
  await options.type("Child 1: Full name", "Ana Example");
  await options.type("Work or school 1: Employer or school", "");
  await press(options, "Save what I changed");
  await press(options, "Remove: Trip 2");
  expect(await options.value("Trip 2: Countries")).toBe("Cuba");
  expect(await options.value("Trip 3: Countries")).toBe(null);
  const file = await options.saved("Save to a file");
  expect((JSON.parse(file) as { answers: object[] }).answers).toEqual([
    { list: "trips", entries: 2 }, { list: "children", entries: 1 }, { list: "jobs", entries: 1 },
    { fact: "trips[0].left", text: "07/03/2025" }, { fact: "trips[0].countries", text: "Mexico" },
    { fact: "jobs[0].kind", text: "work" }, { fact: "applicant.ssn", text: "", none: true },
    { fact: "applicant.given_name", text: "María" }, { fact: "applicant.family_name", text: "García" }, { fact: "record.voted", text: "no" },
    { fact: "trips[0].returned", text: "07/20/2025" }, { fact: "trips[1].countries", text: "Cuba" }, { fact: "children[0].name", text: "Ana Example" },
  ]);
  await saving(options, () => options.file("Open a file of answers", file));
  expect(await options.value("Trip 2: Countries")).toBe("Cuba");
  await press(options, "Remove: Child 1");
  expect(await saved(surface)).toContainEqual({ list: "children", entries: 0 });
  await options.close();
});

test("the focus stays where somebody was", async ({ surface }) => {
  const options = await save(surface, FILE);
  const focused = () => options.run(() => document.activeElement?.textContent || document.activeElement?.id);
  await options.run(() => [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Add a trip")!.focus());
  await press(options, "Add a trip");
  expect(await focused()).toBe("Add a trip");
  await options.run(() => [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Remove: Trip 3")!.focus());
  await press(options, "Remove: Trip 3");
  expect(await focused()).toBe("Saved.");
  await options.close();
});

test("whatever is pressed, nothing that was typed is lost", async ({ surface }) => {
  const options = await save(surface, FILE);
  const type = async (): Promise<void> => {
    await options.type("What is it?", "Home: city");
    await options.type("Your answer", "Ames");
    await options.type("Family name", "Lopez");
  };
  await type();
  // What only draws all of it anew leaves it as it is.
  await options.type("Language", "English");
  await expect.poll(() => options.text()).toContain("Your language.");
  expect(await options.value("Family name")).toBe("Lopez");
  expect(await options.value("Your answer")).toBe("Ames");
  expect(await saved(surface)).toContainEqual({ fact: "applicant.family_name", text: "García" });
  // A file holds what is on the screen.
  const file = await options.saved("Save to a file");
  expect(file).toContain('{"fact":"applicant.family_name","text":"Lopez"}');
  expect(file).toContain('{"fact":"home.city","text":"Ames"}');
  await press(options, "Save what I changed");
  expect(await options.value("Home: city")).toBe("Ames");
  await options.type("Family name", "Kept");
  await keepLocked(options);
  expect(await options.value("Family name")).toBe("Kept");
  await options.type("Family name", "Shut in");
  await options.press("Lock now");
  await expect.poll(() => options.text()).toContain("What you saved is locked.");
  await unlock(options);
  await expect.poll(() => options.value("Family name")).toBe("Shut in");
  await options.close();
});

test("what was typed while it was locked comes back with the rest, and is saved", async ({ surface }) => {
  const options = await save(surface, FILE);
  await keepLocked(options);
  // The time was over while the device slept: nobody has said so yet.
  await surface.inside(async () => {
    const { open } = await chrome.storage.session.get("open");
    await chrome.storage.session.set({ open: { ...(open as object), until: 1 } });
  });
  await options.type("Trip 1: Countries", "Cuba");
  await options.press("Add a trip");
  await expect.poll(() => done(options)).toBe("What you saved is locked.");
  expect(await options.value("Trip 1: Countries")).toBe(null);
  await options.type("Passphrase", "wrong passphrase!");
  await options.press("Unlock");
  await expect.poll(() => options.text()).toContain("This passphrase does not open it.");
  await unlock(options);
  await expect.poll(() => options.value("Trip 1: Countries")).toBe("Cuba");
  await press(options, "Add a trip");
  expect(await options.value("Trip 1: Countries")).toBe("Cuba");
  expect(await options.value("Trip 3: Countries")).toBe("");
  await options.close();
});

test("what was locked is read in no settings that are open, and opened in all", async ({ surface }) => {
  const options = await save(surface, FILE);
  await keepLocked(options);
  const other = await surface.options();
  await expect.poll(() => other.value("Family name")).toBe("García");
  await other.type("Family name", "Half a na");
  await options.press("Lock now");
  await expect.poll(() => other.text()).toContain("What you saved is locked.");
  expect(await other.value("Family name")).toBe(null);
  await unlock(options);
  await expect.poll(() => options.value("Family name")).toBe("García");
  await expect.poll(() => other.value("Family name")).toBe("Half a na");
  await other.close();
  await options.close();
});

test("a file takes the place of what is saved only if the person says so", async ({ surface }) => {
  const options = await save(surface, FILE);
  await options.file("Open a file of answers", FILE.replace("García", "Another"));
  await expect.poll(() => options.text()).toContain("Answers saved here now: 9. This file takes their place.");
  expect(await options.faults()).toEqual([]);
  await options.press("Keep what I saved");
  expect(await options.text()).not.toContain("Use this file");
  expect(await saved(surface)).toContainEqual({ fact: "applicant.family_name", text: "García" });
  await options.file("Open a file of answers", FILE.replace("García", "Another"));
  await expect.poll(() => options.text()).toContain("Use this file");
  await press(options, "Use this file");
  expect(await options.value("Family name")).toBe("Another");
  // The same once more takes nothing away.
  await saving(options, () => options.file("Open a file of answers", FILE.replace("García", "Another")));
  await options.close();
});

test("pages that are open go by what is set", async ({ surface, tab }) => {
  await tab.go(ADDRESS, { [ADDRESS]: { body: '<!doctype html><html lang="en"><title>Form</title><form><p><label for="a">A-Number</label> <input id="a"></p></form></html>' } });
  const said = () => tab.run(() => document.querySelector(".prefile-text")?.textContent ?? "");
  // The extension begins once the page is done.
  await expect.poll(async () => {
    await tab.run(() => {
      const box = document.querySelector<HTMLInputElement>("#a")!;
      box.focus();
      box.value = "A123456";
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
      box.blur();
    });
    return await said();
  }).toContain("Must fix");
  const options = await surface.options();
  await options.type("Language", "Español");
  await expect.poll(said).toContain("Hay que corregirlo");
  await options.close();
  const popup = await surface.popup(tab);
  await expect.poll(() => popup.text()).toContain("Apagar en my.uscis.gov");
  await popup.press("Apagar en my.uscis.gov");
  await expect.poll(said).toBe("");
  await popup.close();
  const later = await surface.options();
  await later.press("Encender otra vez en my.uscis.gov");
  await expect.poll(() => later.text()).not.toContain("Encender otra vez");
  await later.close();
  const last = await surface.popup(tab);
  await expect.poll(() => last.text()).toContain("Hay que corregirlo: A-Number:");
  await last.close();
});
