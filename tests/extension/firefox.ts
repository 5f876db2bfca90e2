// Firefox with the extension in it for a while, driven by WebDriver BiDi. Its own windows may be asked, too:
// that opens the popup as a click on the extension's button does.
import path from "node:path";
import { type Browser, type Page, launch } from "puppeteer-core";
import { type Key, KEYS, Options, Popup as AnyPopup } from "./part.ts";
import { BUILT, type Site, type Surface, type Tab, answerTo } from "./surface.ts";

const ID = "{5d0a7f0e-3f5c-4c39-9a55-0f1f2d9a6b10}";
/** Where its pages are: else that is left to chance. */
const HOME = "0b6f1c1e-5a1d-4f6b-8a52-2f7d1f3f9f10";

/** The protocol under puppeteer, which hides what is Firefox's own. */
interface Connection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

export class Firefox implements Surface {
  readonly #browser: Browser;
  /** A page of the extension that stays. */
  #inside: Promise<Options<Page>> | null = null;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async start(): Promise<Firefox> {
    const browser = await launch({
      browser: "firefox",
      executablePath: "/usr/bin/firefox-esr",
      headless: true,
      args: ["--remote-allow-system-access"],
      extraPrefsFirefox: {
        // The worker is stopped after half a second, and started again by the next box.
        "extensions.background.idle.timeout": 500,
        "extensions.webextensions.uuids": JSON.stringify({ [ID]: HOME }),
      },
    });
    const firefox = new Firefox(browser);
    await firefox.update();
    return firefox;
  }

  async update(): Promise<void> {
    await this.#browser.installExtension(path.join(BUILT, "firefox"));
  }

  get #connection(): Connection {
    return (this.#browser as unknown as { connection: Connection }).connection;
  }

  async tab(): Promise<FirefoxTab> {
    return await FirefoxTab.of(await this.#browser.newPage());
  }

  async popup({ page }: FirefoxTab): Promise<Popup> {
    await page.bringToFront();
    const { contexts } = (await this.#send("browsingContext.getTree", { "moz:scope": "chrome" })) as { contexts: { context: string; url: string }[] };
    const { context } = contexts.find(({ url }) => url === "chrome://browser/content/browser.xhtml")!;
    const popup = new Popup((program) => this.#run(context, program));
    await popup.open();
    return await popup.drawn();
  }

  async options(): Promise<Options<Page>> {
    const page = await this.#browser.newPage();
    const { _id: context } = page.mainFrame() as unknown as { _id: string };
    await this.#send("browsingContext.navigate", { context, url: `moz-extension://${HOME}/options.html`, wait: "none" });
    return await new Options(page).drawn();
  }

  async inside<Result>(act: () => Result | Promise<Result>): Promise<Result> {
    return await (await (this.#inside ??= this.options())).run(act);
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  async #send(method: string, params: object): Promise<unknown> {
    return (await this.#connection.send(method, params)).result;
  }

  /** Runs a program in the browser's own window. */
  async #run(context: string, program: string): Promise<string> {
    const expression = `(async () => JSON.stringify(await (${program})) ?? "null")()`;
    const told = (await this.#send("script.evaluate", { expression, target: { context }, awaitPromise: true, userActivation: true })) as {
      result?: { value: string };
      exceptionDetails?: { text: string };
    };
    if (told.exceptionDetails !== undefined) throw new Error(told.exceptionDetails.text);
    return told.result!.value;
  }
}

export class FirefoxTab implements Tab {
  readonly page: Page;
  #site: Site = {};

  private constructor(page: Page) {
    this.page = page;
  }

  static async of(page: Page): Promise<FirefoxTab> {
    const tab = new FirefoxTab(page);
    await page.setRequestInterception(true);
    page.on("request", (request) => {
      const { status, headers, body } = answerTo(request.url(), tab.#site);
      if (request.url().startsWith("http")) void request.respond({ status, headers, body });
      else void request.continue();
    });
    return tab;
  }

  async go(address: string, site: Site): Promise<void> {
    this.#site = site;
    await this.page.goto(address);
  }

  run<Result, Given>(act: (given: Given) => Result | Promise<Result>, given?: Given): Promise<Result> {
    return this.page.evaluate(act as never, given as never) as never;
  }

  everywhere<Result>(act: () => Result): Promise<Result[]> {
    return Promise.all(this.page.frames().map((frame) => frame.evaluate(act as never) as Promise<Result>));
  }

  strike(key: Key): Promise<void> {
    return this.page.keyboard.press(key);
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

/** The popup in its panel, reached from the window around it. */
export class Popup extends AnyPopup {
  readonly #run: (program: string) => Promise<string>;
  #count = 0;

  constructor(run: (program: string) => Promise<string>) {
    super();
    this.#run = run;
  }

  async open(): Promise<void> {
    await this.#run(`(${openPopup})(${JSON.stringify(ID)})`);
  }

  async evaluate(program: string): Promise<unknown> {
    const given = [String(answerInPopup), ++this.#count, program].map((one) => JSON.stringify(one));
    const told = JSON.parse(await this.#run(`(${askPopup})(${given})`)) as { value?: string; error?: string };
    if (told.error !== undefined) throw new Error(told.error);
    return told.value === undefined ? undefined : JSON.parse(told.value);
  }

  async strike(key: Key): Promise<void> {
    await this.#run(`(${strikeKey})(${JSON.stringify([key, KEYS[key]])})`);
  }

  async isOpen(): Promise<boolean> {
    return (await this.#run("globalThis.popup.isConnected")) === "true";
  }

  async close(): Promise<void> {
    await this.#run(`(${closePopup})()`);
  }
}

interface Typist {
  beginInputTransactionForTests(window: unknown): boolean;
  keydown(event: KeyboardEvent): void;
  keyup(event: KeyboardEvent): void;
}

interface PopupBrowser extends Element {
  readonly currentURI: { readonly spec: string } | null;
  readonly messageManager: {
    loadFrameScript(address: string, later: boolean): void;
    addMessageListener(name: string, hear: (message: { data: object }) => void): void;
    removeMessageListener(name: string, hear: (message: { data: object }) => void): void;
  };
}

interface Own {
  readonly ChromeUtils: { importESModule(address: string): { ExtensionParent: { apiManager: { global: { browserActionFor(extension: unknown): { triggerAction(window: unknown): Promise<void> } } } } } };
  readonly WebExtensionPolicy: { getByID(id: string): { readonly extension: unknown } };
  popup?: PopupBrowser;
}

/** In the browser's own window: clicks the extension's button, and waits until its panel stands open. */
async function openPopup(id: string): Promise<void> {
  const own = globalThis as unknown as Own;
  const { ExtensionParent } = own.ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
  await ExtensionParent.apiManager.global.browserActionFor(own.WebExtensionPolicy.getByID(id).extension).triggerAction(globalThis);
  await new Promise<void>((done) => {
    const look = (): void => {
      const one = document.querySelector<PopupBrowser>(".webextension-popup-browser");
      const panel = one?.closest("panel") as (Element & { state: string }) | null | undefined;
      if (panel?.state !== "open" || one?.currentURI?.spec.endsWith("/popup.html") !== true) return void setTimeout(look, 10);
      own.popup = one;
      done();
    };
    look();
  });
}

/** There: runs a program in the popup's page, which is another process. */
function askPopup(answering: string, call: number, program: string): Promise<object> {
  const { messageManager: manager } = (globalThis as unknown as Own).popup!;
  const name = `prefile:${call}`;
  return new Promise((done) => {
    const hear = ({ data }: { data: object }): void => {
      manager.removeMessageListener(name, hear);
      done(data);
    };
    manager.addMessageListener(name, hear);
    const script = `(${answering})(${JSON.stringify(name)}, ${JSON.stringify(program)})`;
    manager.loadFrameScript(`data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`, false);
  });
}

/** There: presses a key as the keyboard does; it goes to whatever has the focus. */
function strikeKey([key, keyCode]: [string, number]): void {
  const { Cc, Ci } = globalThis as unknown as { Cc: Record<string, { createInstance(type: unknown): Typist }>; Ci: Record<string, unknown> };
  (globalThis as unknown as { popup: HTMLElement }).popup.focus();
  const typist = Cc["@mozilla.org/text-input-processor;1"]!.createInstance(Ci["nsITextInputProcessor"]);
  typist.beginInputTransactionForTests(globalThis);
  const event = new KeyboardEvent("", { key, code: key === " " ? "Space" : key, keyCode });
  typist.keydown(event);
  typist.keyup(event);
}

function closePopup(): Promise<void> {
  const { popup } = globalThis as unknown as Own;
  (popup!.closest("panel") as (Element & { hidePopup(): void }) | null)?.hidePopup();
  return new Promise((done) => {
    const look = (): void => (popup!.isConnected ? void setTimeout(look, 10) : done());
    look();
  });
}

// What a program beside a page has, by these names only.
declare const content: Window;
declare const Cu: { Sandbox(principal: Window, options: object): object; evalInSandbox(program: string, sandbox: object): unknown };
declare function sendAsyncMessage(name: string, data: object): void;

/** Beside the popup's page, in its process: runs a program in the page itself. */
async function answerInPopup(name: string, program: string): Promise<void> {
  try {
    const page = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    sendAsyncMessage(name, { value: JSON.stringify(await Cu.evalInSandbox(program, page)) });
  } catch (error) {
    sendAsyncMessage(name, { error: String(error) });
  }
}
