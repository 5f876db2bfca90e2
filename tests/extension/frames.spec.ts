// What boxes of two frames say of each other: of the same origin, and of no other.
import { expect, test } from "./browsers.ts";
import type { Site, Tab } from "./surface.ts";
import { ADDRESS } from "./styles.ts";

const page = (inside: string): string => `<!doctype html><html lang="en"><title>Form</title><body>${inside}</body></html>`;
const box = (label: string, text = ""): string => `<p><label for="a">${label}</label> <input id="a" value="${text}"></p>`;
const INNER = "https://my.uscis.gov/inner";
const ELSEWHERE = "https://egov.uscis.gov/inner";

const OTHER = "has another A-Number. One person has only one.";

/** Types into the box of each frame, in their order, and leaves it: an empty text is not typed. */
async function leave(tab: Tab, texts: readonly string[]): Promise<void> {
  for (const [at, text] of texts.entries())
    if (text !== "")
      await tab.run(({ at, text }) => {
        const tree = at === 0 ? document : document.querySelectorAll("iframe")[at - 1]!.contentDocument!;
        const box = tree.querySelector<HTMLInputElement>("input")!;
        box.focus();
        if (box.value !== text) {
          box.value = text;
          box.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }
        box.blur();
      }, { at, text });
}

/** What stands beside the box of each frame. */
const said = (tab: Tab) => tab.everywhere(() => [...document.querySelectorAll(".prefile-text")].map(({ textContent }) => textContent).join(" "));

const site = (top: string, inner: string): Site => ({ [ADDRESS]: { body: page(top) }, [INNER]: { body: page(inner) }, [ELSEWHERE]: { body: page(inner) } });

for (const [order, texts] of Object.entries({ "the page first": ["A012345678", "A087654321"], "the frame first": ["A012345678", "A087654321"].reverse() }))
  test(`two A-Numbers in two frames: ${order}`, async ({ tab }) => {
    await tab.go(ADDRESS, site(`${box("A-Number")}<iframe src="/inner"></iframe>`, box("Alien Registration Number")));
    // It is said once, at the later box, whichever was typed last.
    const [first, second] = order === "the page first" ? [[texts[0]!, ""], ["", texts[1]!]] : [["", texts[0]!], [texts[1]!, ""]];
    await expect.poll(async () => (await leave(tab, first!), await leave(tab, second!), await said(tab))).toEqual(["", expect.stringContaining(`“A-Number” ${OTHER}`)]);
    // Mended in the page, it goes away in the frame.
    await leave(tab, [order === "the page first" ? texts[1]! : texts[0]!, ""]);
    await expect.poll(() => said(tab)).toEqual(["", ""]);
  });

test("a number that stood in the frame before anybody came", async ({ tab }) => {
  await tab.go(ADDRESS, site(`${box("A-Number")}<iframe src="/inner"></iframe>`, box("Alien Registration Number", "A087654321")));
  await expect.poll(async () => (await leave(tab, ["A012345678"]), await said(tab))).toEqual([expect.stringContaining(`“Alien Registration Number” ${OTHER}`), ""]);
});

test("two frames beside each other, and one that is taken away", async ({ tab }) => {
  const frame = (label: string) => `<iframe srcdoc='${page(box(label))}'></iframe>`;
  await tab.go(ADDRESS, site(frame("A-Number") + frame("Alien Registration Number"), ""));
  await expect.poll(async () => (await leave(tab, ["", "A012345678", "A087654321"]), await said(tab))).toEqual(["", "", expect.stringContaining(`“A-Number” ${OTHER}`)]);
  await tab.run(() => document.querySelector("iframe")!.remove());
  await expect.poll(async () => (await leave(tab, ["", "A087654322"]), await said(tab))).toEqual(["", ""]);
});

test("a frame of another origin, and one that is shut in, know nothing of the page", async ({ tab }) => {
  const others = `<iframe src="${ELSEWHERE}"></iframe><iframe sandbox="allow-scripts" src="/inner"></iframe>`;
  await tab.go(ADDRESS, site(`${box("A-Number")}${others}<p><label for="b">Alien Registration Number</label> <input id="b"></p>`, box("Alien Registration Number", "A087654321")));
  await expect.poll(async () => {
    await leave(tab, ["A012345678"]);
    await tab.run(() => {
      const box = document.querySelector<HTMLInputElement>("#b")!;
      box.focus();
      box.value = "A000000007";
      box.blur();
    });
    return await said(tab);
    // What the page's own boxes say of each other shows that others have been looked for.
  }).toEqual([expect.stringContaining(`“A-Number” ${OTHER}`), "", ""]);
  expect((await said(tab)).join(" ")).not.toContain("“Alien Registration Number”");
});
