// Everything that a page can write a text to, and what of a text is there.
import type { Page } from "@playwright/test";

/** Everything that the page could have written a text to, by name. */
const places = (page: Page): Promise<[string, string][]> =>
  page.evaluate(async () => {
    const attributes = [...document.querySelectorAll("*")].flatMap((one) => [...one.attributes].map(({ value }) => value));
    const caches = globalThis.caches === undefined ? [] : await globalThis.caches.keys();
    return [
      ["localStorage", JSON.stringify({ ...localStorage })],
      ["sessionStorage", JSON.stringify({ ...sessionStorage })],
      ["cookies", document.cookie],
      ["databases", (await indexedDB.databases()).map(({ name }) => name).join()],
      ["caches", caches.join()],
      ["address", decodeURIComponent(location.href)],
      ["history", JSON.stringify(history.state)],
      ["title", document.title],
      ["name of the window", window.name],
      ["attributes", attributes.join("\n")],
      ["text", document.documentElement.textContent ?? ""],
      ["performance", JSON.stringify(performance.getEntries())],
    ];
  });

/** The places where so many characters of it in a row are to be found. */
export async function traces(page: Page, lines: readonly string[], canary: string, least = 5): Promise<string[]> {
  const all = [...(await places(page)), ["console", lines.join("\n")] as const];
  const pieces = Array.from({ length: canary.length - least + 1 }, (_, at) => canary.slice(at, at + least));
  return all.filter(([, text]) => pieces.some((piece) => text.includes(piece))).map(([name]) => name);
}
