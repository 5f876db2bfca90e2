// On sites that are not the agency's, where a person asks for a look: a shop's receipts, states and dates are its
// own, and nothing there must be fixed because a form of the agency's would not take it.
import { expect, test } from "./browsers.ts";
import { ADDRESS } from "./styles.ts";

const SHOP = "https://shop.example.com/checkout";

/** A box, a text that is right in a shop, and what is said of it there and on a form of the agency's. */
const ROWS: readonly (readonly [label: string, text: string, there: string, here: string])[] = [
  ["Receipt number", "R-10023", "Check this", "Must fix"],
  ["Online account number", "12345678", "Check this", "Must fix"],
  ["Delivery date", "15/06/2026", "Check this", "Must fix"],
  ["Date of birth", "31/12/1990", "Check this", "Must fix"],
  ["State", "NSW", "Check this", "Must fix"],
  ["PLZ (ZIP)", "1010", "Check this", "Must fix"],
  ["City", "München", "", "Good to know"],
  ["Country", "UK", "", "Good to know"],
  ["Street", "5 # 12-34", "", "Good to know"],
  ["Apartment", "Apt 4B", "", "Good to know"],
  ["Phone", "(202) 555-0143 ext. 5", "", "Good to know"],
  // These are the same everywhere.
  ["A-Number", "A123456", "Must fix", "Must fix"],
  ["Social Security Number", "000-12-3456", "Must fix", "Must fix"],
];

const body = `<!doctype html><html lang="en"><title>Form</title><form>${ROWS.map(([label], at) => `<p><label for="b${at}">${label}</label> <input id="b${at}"></p>`).join("")}</form></html>`;

for (const [address, place] of [[SHOP, 2], [ADDRESS, 3]] as const)
  test(`what is said on ${new URL(address).host}`, async ({ surface, tab }) => {
    await tab.go(address, { [address]: { body } });
    await tab.run((texts) => texts.forEach((text, at) => (document.querySelector<HTMLInputElement>(`#b${at}`)!.value = text)), ROWS.map(([, text]) => text));
    const popup = await surface.popup(tab);
    if (address === SHOP) {
      await expect.poll(() => popup.text()).toContain("unless you ask");
      await popup.press("Check the boxes on this page");
    }
    const said = () => tab.run(() => [...document.querySelectorAll("p:has(> input)")].map((row) => {
      const beside = row.querySelector(".prefile-beside");
      const titles = [...row.querySelectorAll(".prefile-title")].map(({ textContent }) => textContent!.replace(":", ""));
      return titles.length === 0 && beside !== null ? "only a button" : titles.join(", ");
    }));
    await expect.poll(said).toEqual(ROWS.map((row) => row[place]));
    await popup.close();
  });
