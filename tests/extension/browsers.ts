// A browser with the extension in it, and pages that no network is asked for. Chromium is driven by
// Playwright, Firefox by WebDriver BiDi, which lets an add-on be installed for a while.
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type BrowserContext, type CDPSession, type Page, type Worker, chromium, expect, test as base } from "@playwright/test";
import { type Browser as Puppet, launch } from "puppeteer-core";

const BUILT = path.resolve("dist/extension");

/** What an address answers: a page, or a file of another type. */
export interface Served {
  readonly body: string;
  readonly type?: string;
  readonly policy?: string;
}

/** By address; what is not here is empty. */
export type Site = Readonly<Record<string, Served>>;

/** A page in either browser. */
export interface Tab {
  go(address: string, site: Site): Promise<void>;
  run<Result, Given>(act: (given: Given) => Result | Promise<Result>, given?: Given): Promise<Result>;
  close(): Promise<void>;
}

/** Either browser. */
export interface Surface {
  tab(): Promise<Tab>;
  close(): Promise<void>;
}

export class Chromium implements Surface {
  readonly #folder: string;
  readonly context: BrowserContext;

  private constructor(folder: string, context: BrowserContext) {
    this.#folder = folder;
    this.context = context;
  }

  static async start(extension = path.join(BUILT, "chromium")): Promise<Chromium> {
    const folder = mkdtempSync(path.join(os.tmpdir(), "prefile-chromium-"));
    const context = await chromium.launchPersistentContext(folder, {
      executablePath: "/usr/bin/chromium",
      headless: true,
      ignoreDefaultArgs: ["--disable-extensions"],
      args: [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`, "--enable-unsafe-extension-debugging"],
    });
    const chrome = new Chromium(folder, context);
    await chrome.worker();
    return chrome;
  }

  /** The extension's worker, wherever it is in its life. */
  async worker(): Promise<Worker> {
    return this.context.serviceWorkers()[0] ?? (await this.context.waitForEvent("serviceworker"));
  }

  /** Ends the worker as the browser does to save memory: the next message starts it again. */
  async kill(): Promise<void> {
    const browser = await this.context.browser()!.newBrowserCDPSession();
    const { targetInfos } = await browser.send("Target.getTargets");
    for (const { type, url, targetId } of targetInfos)
      if (type === "service_worker" && url.endsWith("/worker.js")) await browser.send("Target.closeTarget", { targetId });
    await browser.detach();
  }

  /** Clicks the extension's button while this page is before the person: that allows it to look. */
  async popup(page: Page): Promise<Popup> {
    await page.bringToFront();
    const browser = await this.context.browser()!.newBrowserCDPSession();
    const { targetInfos: tabs } = await browser.send("Target.getTargets", { filter: [{ type: "tab", exclude: false }] });
    const tab = tabs.find(({ url }) => url === page.url())!;
    const id = new URL((await this.worker()).url()).host;
    const act = { id, targetId: tab.targetId };
    await browser.send("Extensions.triggerAction" as "Target.closeTarget", act as never);
    for (;;) {
      const { targetInfos } = await browser.send("Target.getTargets");
      const target = targetInfos.find(({ url }) => url === `chrome-extension://${id}/popup.html`);
      if (target === undefined) continue;
      const popup = await Popup.of(browser, target.targetId);
      await expect.poll(() => popup.run(() => document.getElementById("main")?.childElementCount ?? 0)).toBeGreaterThan(0);
      return popup;
    }
  }

  async page(): Promise<Page> {
    return await this.context.newPage();
  }

  async tab(): Promise<Tab> {
    return new ChromiumTab(await this.page());
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The popup itself, which Playwright does not show. */
export class Popup {
  readonly #browser: CDPSession;
  readonly #target: string;
  readonly #session: string;
  #count = 0;
  readonly #waiting = new Map<number, (message: { result?: unknown; error?: unknown }) => void>();

  private constructor(browser: CDPSession, target: string, session: string) {
    this.#browser = browser;
    this.#target = target;
    this.#session = session;
    browser.on("Target.receivedMessageFromTarget", ({ sessionId, message }) => {
      if (sessionId !== session) return;
      const told = JSON.parse(message) as { id?: number };
      if (told.id !== undefined) this.#waiting.get(told.id)?.(told);
    });
  }

  static async of(browser: CDPSession, target: string): Promise<Popup> {
    const { sessionId } = await browser.send("Target.attachToTarget", { targetId: target, flatten: false });
    return new Popup(browser, target, sessionId);
  }

  /** Runs a function there, as if a person had done it. */
  async run<Result, Given>(act: (given: Given) => Result | Promise<Result>, given?: Given): Promise<Result> {
    const id = ++this.#count;
    const answer = new Promise<{ result?: unknown; error?: unknown }>((done) => this.#waiting.set(id, done));
    const expression = `(${act})(${JSON.stringify(given)})`;
    const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    await this.#browser.send("Target.sendMessageToTarget", { sessionId: this.#session, message: JSON.stringify({ id, method: "Runtime.evaluate", params }) });
    const { result } = await answer;
    const { result: value, exceptionDetails } = result as { result: { value: Result }; exceptionDetails?: { exception: { description: string } } };
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception.description);
    return value.value;
  }

  /** Runs plain text there: a program of somebody else's. */
  async load(program: string): Promise<void> {
    await this.run((text) => void (0, eval)(text), program);
  }

  text(): Promise<string> {
    return this.run(() => document.body.innerText);
  }

  /** Presses the button with this name. */
  async press(name: string): Promise<void> {
    await this.run((name) => {
      const all = [...document.querySelectorAll("button")];
      const one = all.find((button) => (button.getAttribute("aria-label") ?? button.textContent) === name);
      if (one === undefined) throw new Error(`no button "${name}" among ${all.map((button) => button.textContent).join(", ")}`);
      one.click();
    }, name);
  }

  async close(): Promise<void> {
    await this.#browser.send("Target.closeTarget", { targetId: this.#target });
    const open = async () => (await this.#browser.send("Target.getTargets")).targetInfos.some(({ targetId }) => targetId === this.#target);
    await expect.poll(open).toBe(false);
    await this.#browser.detach();
  }
}

export class ChromiumTab implements Tab {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async go(address: string, site: Site): Promise<void> {
    await this.page.unrouteAll();
    await this.page.route(/^https?:/, (route) => {
      const { status, headers, body } = answerTo(route.request().url(), site);
      return route.fulfill({ status, headers, body });
    });
    await this.page.goto(address);
  }

  run<Result, Given>(act: (given: Given) => Result | Promise<Result>, given?: Given): Promise<Result> {
    return this.page.evaluate(act as never, given) as Promise<Result>;
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

class Firefox implements Surface {
  readonly #puppet: Puppet;

  private constructor(puppet: Puppet) {
    this.#puppet = puppet;
  }

  static async start(): Promise<Firefox> {
    const puppet = await launch({
      browser: "firefox",
      executablePath: "/usr/bin/firefox-esr",
      headless: true,
      // The worker is stopped after half a second, and started again by the next box.
      extraPrefsFirefox: { "extensions.background.idle.timeout": 500 },
    });
    await puppet.installExtension(path.join(BUILT, "firefox"));
    return new Firefox(puppet);
  }

  async tab(): Promise<Tab> {
    const page = await this.#puppet.newPage();
    let site: Site = {};
    await page.setRequestInterception(true);
    page.on("request", (request) => {
      const { status, headers, body } = answerTo(request.url(), site);
      if (request.url().startsWith("http")) void request.respond({ status, headers, body });
      else void request.continue();
    });
    return {
      async go(address, served) {
        site = served;
        await page.goto(address);
      },
      run: (act, given) => page.evaluate(act as never, given as never) as never,
      close: () => page.close(),
    };
  }

  close(): Promise<void> {
    return this.#puppet.close();
  }
}

function answerTo(address: string, site: Site): { status: number; headers: Record<string, string>; body: string } {
  const served = site[address.replace(/#.*$/, "")];
  if (served === undefined) return { status: 404, headers: { "content-type": "text/plain" }, body: "" };
  const { body, type = "text/html; charset=utf-8", policy } = served;
  return { status: 200, headers: { "content-type": type, ...(policy !== undefined && { "content-security-policy": policy }) }, body };
}

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
