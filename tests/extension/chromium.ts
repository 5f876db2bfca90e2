// Chromium with the extension in it, driven by Playwright.
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type BrowserContext, type CDPSession, type Page, type Worker, chromium, expect } from "@playwright/test";
import { type Key, KEYS, Options, Popup as AnyPopup } from "./part.ts";
import { BUILT, type Site, type Surface, type Tab, answerTo } from "./surface.ts";

export class Chromium implements Surface {
  readonly #folder: string;
  readonly context: BrowserContext;
  /** Where the extension's pages are. */
  #id = "";

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
    chrome.#id = new URL((await chrome.worker()).url()).host;
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
  async popup({ page }: ChromiumTab): Promise<Popup> {
    await page.bringToFront();
    const browser = await this.context.browser()!.newBrowserCDPSession();
    const { targetInfos: tabs } = await browser.send("Target.getTargets", { filter: [{ type: "tab", exclude: false }] });
    const tab = tabs.find(({ url }) => url === page.url())!;
    const id = this.#id;
    const act = { id, targetId: tab.targetId };
    await browser.send("Extensions.triggerAction" as "Target.closeTarget", act as never);
    for (;;) {
      const { targetInfos } = await browser.send("Target.getTargets");
      const target = targetInfos.find(({ url }) => url === `chrome-extension://${id}/popup.html`);
      if (target === undefined) continue;
      return await (await Popup.of(browser, target.targetId)).drawn();
    }
  }

  async page(): Promise<Page> {
    return await this.context.newPage();
  }

  async tab(): Promise<ChromiumTab> {
    return new ChromiumTab(await this.page());
  }

  async options(): Promise<Options<Page>> {
    const page = await this.page();
    await page.goto(`chrome-extension://${this.#id}/options.html`);
    return await new Options(page).drawn();
  }

  async inside<Result>(act: () => Result | Promise<Result>): Promise<Result> {
    return await (await this.worker()).evaluate(act);
  }

  async update(): Promise<void> {
    // What is on its way when that happens gets no answer any more.
    await (await this.worker()).evaluate("setTimeout(() => chrome.runtime.reload())").catch(() => {});
  }

  async close(): Promise<void> {
    await this.context.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The popup itself, which Playwright does not show. */
export class Popup extends AnyPopup {
  readonly #browser: CDPSession;
  readonly #target: string;
  readonly #session: string;
  #count = 0;
  readonly #waiting = new Map<number, (message: { result?: unknown; error?: unknown }) => void>();

  private constructor(browser: CDPSession, target: string, session: string) {
    super();
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

  async evaluate(expression: string): Promise<unknown> {
    const told = await this.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true, userGesture: true });
    const { result, exceptionDetails } = told as { result: { value: unknown }; exceptionDetails?: { exception: { description: string } } };
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception.description);
    return result.value;
  }

  /** Sends a command of the browser's own protocol to it. */
  async send(method: string, params: object): Promise<unknown> {
    const id = ++this.#count;
    const answer = new Promise<{ result?: unknown; error?: unknown }>((done) => this.#waiting.set(id, done));
    await this.#browser.send("Target.sendMessageToTarget", { sessionId: this.#session, message: JSON.stringify({ id, method, params }) });
    return (await answer).result;
  }

  async strike(key: Key): Promise<void> {
    const text = key === "Enter" ? "\r" : key === " " ? " " : "";
    const told = { key, code: key === " " ? "Space" : key, windowsVirtualKeyCode: KEYS[key] };
    await this.send("Input.dispatchKeyEvent", { ...told, type: text === "" ? "rawKeyDown" : "keyDown", text });
    // It may be closed before the key is let go.
    void this.send("Input.dispatchKeyEvent", { ...told, type: "keyUp" }).catch(() => {});
  }

  async isOpen(): Promise<boolean> {
    return (await this.#browser.send("Target.getTargets")).targetInfos.some(({ targetId }) => targetId === this.#target);
  }

  async close(): Promise<void> {
    await this.#browser.send("Target.closeTarget", { targetId: this.#target });
    await expect.poll(() => this.isOpen()).toBe(false);
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

  everywhere<Result>(act: () => Result): Promise<Result[]> {
    return Promise.all(this.page.frames().map((frame) => frame.evaluate(act)));
  }

  strike(key: Key): Promise<void> {
    return this.page.keyboard.press(key);
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
