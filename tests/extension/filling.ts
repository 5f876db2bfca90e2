// What tests of filling have in common: a file of answers, and what is shown and stands on a page.
import { expect } from "./browsers.ts";
import type { Part } from "./part.ts";
import type { Surface, Tab } from "./surface.ts";
import { ADDRESS } from "./styles.ts";

export const FILE = `{
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

export const page = (inside: string): string => `<!doctype html><html lang="en"><title>Form</title><body><form>${inside}</form></body></html>`;

/** Opens the settings, and a file of answers in them. */
export async function save(surface: Surface, file = FILE): Promise<Part> {
  const options = await surface.options();
  await hand(options, file, "Saved.");
  return options;
}

export async function hand(options: Part, file: string, says: string): Promise<void> {
  await options.file("Open a file of answers", file);
  await expect.poll(async () => {
    if ((await options.text()).includes("Use this file")) await options.press("Use this file");
    return await done(options);
  }).toBe(says);
}

/** What the settings say of what was just done. */
export const done = (options: Part) => options.run(() => document.querySelector("#done")!.textContent);

export async function plan(surface: Surface, tab: Tab, body: string, more: Record<string, string> = {}): Promise<Part> {
  const others = Object.fromEntries(Object.entries(more).map(([address, body]) => [address, { body }]));
  await tab.go(ADDRESS, { [ADDRESS]: { body }, ...others });
  const popup = await surface.popup(tab);
  await expect.poll(() => popup.text()).toContain("Fill from what you saved");
  return popup;
}

export const rows = (popup: Part) =>
  popup.run(() => [...document.querySelectorAll("#plan li")].map((row) => `${row.querySelector("input")!.checked ? "[x]" : "[ ]"} ${row.textContent}`));

export const values = (tab: Tab) => tab.run(() => Object.fromEntries([...document.querySelectorAll("input")].map((box) => [box.id, box.value]).filter(([, text]) => text !== "" && text !== "on")));
