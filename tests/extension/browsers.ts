// A browser with the extension in it, and pages that no network is asked for.
import { expect, test as base } from "@playwright/test";
import { Chromium } from "./chromium.ts";
import { Firefox } from "./firefox.ts";
import type { Surface, Tab } from "./surface.ts";

export const test = base.extend<{ tab: Tab }, { which: "chromium" | "firefox"; surface: Surface; chrome: Chromium }>({
  which: ["chromium", { scope: "worker", option: true }],
  surface: [
    async ({ which }, use) => {
      const surface = which === "firefox" ? await Firefox.start() : await Chromium.start();
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
