// A browser with the extension in it, and pages that no network is asked for.
import { expect, test as base } from "@playwright/test";
import { Chromium } from "./chromium.ts";
import { Firefox } from "./firefox.ts";
import type { Surface, Tab } from "./surface.ts";

type Which = "chromium" | "firefox";

/** A browser of its own, for what would be felt by other tests. */
export function start(which: Which): Promise<Chromium | Firefox> {
  return which === "firefox" ? Firefox.start() : Chromium.start();
}

export const test = base.extend<{ tab: Tab }, { which: Which; surface: Surface; chrome: Chromium }>({
  which: ["chromium", { scope: "worker", option: true }],
  surface: [
    async ({ which }, use) => {
      const surface = await start(which);
      await use(surface);
      await surface.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  chrome: [async ({ surface }, use) => use(surface as Chromium), { scope: "worker" }],
  tab: async ({ surface }, use) => {
    const tab = await surface.tab();
    await use(tab);
    await tab.close();
  },
});

export { expect };
