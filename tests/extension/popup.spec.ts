// The popup: whose site this is, what was found, switching off, languages, and what only a click allows.
import { expect, test } from "./browsers.ts";
import type { Popup } from "./part.ts";
import type { Surface, Tab } from "./surface.ts";
import { ADDRESS } from "./styles.ts";

const FORM = `<!doctype html><html lang="en"><title>Form</title><body><form>
  <p><label for="a">A-Number</label> <input id="a"></p>
  <p><label for="s">Social Security Number</label> <input id="s"></p></form></body></html>`;

async function on(surface: Surface, tab: Tab, address: string, body = FORM): Promise<Popup> {
  await tab.go(address, { [address]: { body } });
  return await surface.popup(tab);
}

/** Types into the boxes with these ids, one after the other, and goes on to the last. */
async function fill(tab: Tab, texts: Record<string, string>): Promise<void> {
  await tab.run((texts) => {
    for (const [id, text] of Object.entries(texts)) {
      const box = document.querySelector<HTMLInputElement>(`#${id}`)!;
      box.focus();
      box.value = text;
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  }, texts);
}

const leave = (tab: Tab) => tab.run(() => document.querySelector<HTMLElement>("#s")!.focus());

test.afterEach(async ({ surface }) => {
  await surface.inside(() => chrome.storage.local.clear());
});

test("on the agency's own site the icon says so, and what was found leads to the box", async ({ surface, tab }) => {
  await tab.go(ADDRESS, { [ADDRESS]: { body: FORM } });
  await expect.poll(() => surface.inside(async () => {
    const all = await chrome.tabs.query({});
    return await Promise.all(all.map(({ id }) => chrome.action.getTitle({ tabId: id })));
  })).toContain("prefile: this site belongs to the agency");
  await fill(tab, { a: "A123456", s: "000-12-3456" });
  const popup = await surface.popup(tab);
  await expect.poll(() => popup.text()).toContain("A-Number: An A-Number has 7 to 9 digits; this has 6.");
  const text = await popup.text();
  expect(text).toContain("my.uscis.gov belongs to the agency.");
  expect(text).toContain("No Social Security Number begins with 000");
  expect(await popup.faults()).toEqual([]);
  // Colors alone tell nobody how grave it is.
  expect(text).toContain("Must fix: A-Number: An A-Number has 7 to 9 digits");
  await popup.press("Go to the box: Social Security Number");
  await expect.poll(() => tab.run(() => document.activeElement?.id)).toBe("s");
  // It would stand before the box.
  await expect.poll(() => popup.isOpen()).toBe(false);
});

test("it is switched off on a site, and on again", async ({ surface, tab }) => {
  await tab.go(ADDRESS, { [ADDRESS]: { body: FORM } });
  await fill(tab, { a: "A123456" });
  await leave(tab);
  await expect.poll(() => tab.run(() => document.querySelectorAll(".prefile-text").length)).toBe(1);
  const popup = await surface.popup(tab);
  await expect.poll(() => popup.text()).toContain("Switch off on my.uscis.gov");
  await popup.press("Switch off on my.uscis.gov");
  await expect.poll(() => tab.run(() => document.querySelectorAll(".prefile, [aria-invalid]").length)).toBe(0);
  await expect.poll(() => popup.text()).toContain("prefile is switched off on my.uscis.gov.");
  await popup.press("Switch on again on my.uscis.gov");
  await expect.poll(() => popup.text()).toContain("An A-Number has 7 to 9 digits");
  await popup.close();
});

test("it speaks Spanish, to the person and beside boxes", async ({ surface, tab }) => {
  const popup = await on(surface, tab, ADDRESS);
  await expect.poll(() => popup.text()).toContain("Language");
  await popup.type("Language", "Español");
  await expect.poll(() => popup.text()).toContain("¿Es el sitio verdadero?");
  expect(await popup.run(() => document.documentElement.lang)).toBe("es");
  expect(await popup.faults()).toEqual([]);
  await popup.close();
  await fill(tab, { a: "A123456" });
  await leave(tab);
  await expect.poll(() => tab.run(() => document.querySelector(".prefile-text")?.textContent)).toContain("Hay que corregir");
});

const SITES: Readonly<Record<string, string>> = {
  "https://travel.state.gov/": "belongs to a government in the US, not to the immigration agency.",
  "https://ais.usvisa-info.com/": "belongs to a company that works for US embassies.",
  "https://www.example.com/": "does not belong to the agency or to the government.",
};

for (const [address, says] of Object.entries(SITES))
  test(`elsewhere nothing is looked at before a click: ${address}`, async ({ surface, tab }) => {
    const popup = await on(surface, tab, address);
    await expect.poll(() => popup.text()).toContain(says);
    await expect.poll(() => popup.text()).toContain("prefile does not look at this page unless you ask.");
    expect(await popup.faults()).toEqual([]);
    await fill(tab, { a: "A123456" });
    await popup.press("Check the boxes on this page");
    await expect.poll(() => popup.text()).toContain("An A-Number has 7 to 9 digits; this has 6.");
    await expect.poll(() => tab.run(() => document.querySelectorAll(".prefile-text").length)).toBe(1);
    await popup.close();
  });

test("a page that cannot be looked at is said to be one", async ({ surface, tab }) => {
  const popup = await on(surface, tab, "https://www.example.com/");
  await expect.poll(() => popup.text()).toContain("unless you ask");
  await popup.run(() => void ((chrome as unknown as { scripting: { executeScript: unknown } }).scripting.executeScript = () => Promise.reject(new Error("no"))));
  await popup.press("Check the boxes on this page");
  await expect.poll(() => popup.text()).toContain("prefile could not reach this page. Reload the page and try again.");
  await popup.close();
});

test("a frame that is late is shown when it comes", async ({ surface, tab }) => {
  // Another site's frame has a process of its own.
  const slow = "https://www.e-verify.gov/form";
  const busy = "<script>setInterval(() => { for (const end = Date.now() + 900; Date.now() < end; ); }, 1000)</script>";
  const form = (inside: string): string => `<!doctype html><html lang="en"><title>Form</title><form>${inside}</form></html>`;
  await tab.go(ADDRESS, {
    [ADDRESS]: { body: form(`<label>ZIP Code <input value="627"></label><iframe src="${slow}"></iframe>`) },
    [slow]: { body: form(`<label>A-Number <input value="A123456"></label>${busy}`) },
  });
  const popup = await surface.popup(tab);
  await expect.poll(() => popup.text()).toContain("Must fix: A-Number: An A-Number has 7 to 9 digits");
  expect(await popup.text()).toContain("Must fix: ZIP Code:");
  await popup.close();
});

test("all that was found is shown, of however many boxes", async ({ surface, tab }) => {
  const rows = Array.from({ length: 700 }, (_, at) => `<p><label>ZIP Code ${at} <input value="62704"></label></p>`).join("");
  const popup = await on(surface, tab, ADDRESS, `<!doctype html><html lang="en"><title>Form</title><form>${rows}<label>A-Number <input value="A123456"></label></form></html>`);
  await expect.poll(() => popup.text()).toContain("Must fix: A-Number:");
  await popup.close();
});

test("an imitation that asks for numbers is said to be one", async ({ surface, tab }) => {
  const popup = await on(surface, tab, "https://uscis-gov.com/login");
  await expect.poll(() => popup.text()).toContain("Stop. uscis-gov.com looks like the agency, and is not, and it asks for your numbers.");
  // Whoever types there all the same is not helped to get it right.
  await fill(tab, { a: "A123456" });
  await leave(tab);
  await popup.close();
  const again = await surface.popup(tab);
  await expect.poll(() => again.text()).toContain("Stop. uscis-gov.com");
  for (const word of ["Must fix", "Nothing to fix", "Always check", "Fill from"]) expect(await again.text()).not.toContain(word);
  expect(await tab.run(() => document.querySelectorAll(".prefile-text").length)).toBe(0);
  expect(await again.faults()).toEqual([]);
  await again.close();
  const other = await on(surface, tab, "https://uscis-gov.com/news", "<!doctype html><html lang='en'><title>News</title><h1>News</h1>");
  await expect.poll(() => other.text()).toContain("uscis-gov.com looks like the agency, and is not. Do not type your numbers here.");
  expect(await other.text()).not.toContain("Stop.");
  await other.close();
});
