// What this extension uses of the browser's own interface: Chromium and Firefox have it alike.

export interface Tab {
  readonly id?: number;
  readonly url?: string;
  readonly lastAccessed?: number;
}

export interface Sender {
  readonly id?: string;
  readonly tab?: Tab;
  readonly frameId?: number;
  /** The address of the page that sends, by the browser's word. */
  readonly url?: string;
  readonly origin?: string;
}

export interface Event<Hear extends (...args: never[]) => unknown> {
  addListener(hear: Hear): void;
  removeListener(hear: Hear): void;
}

type Answer = (answer: unknown) => void;

interface Store {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
  clear(): Promise<void>;
}

type Changes = Readonly<Record<string, { readonly newValue?: unknown }>>;

interface Origins {
  readonly origins?: string[];
}

interface Script {
  readonly id: string;
  readonly matches: string[];
  readonly js: string[];
  readonly allFrames: boolean;
  readonly matchOriginAsFallback: boolean;
  readonly runAt: "document_idle";
}

interface Browser {
  readonly runtime: {
    /** Gone once the extension was updated under this script. */
    readonly id?: string;
    readonly onMessage: Event<(message: unknown, sender: Sender, answer: Answer) => boolean>;
    readonly onInstalled: Event<() => void>;
    readonly onStartup: Event<() => void>;
    sendMessage(message: unknown): Promise<unknown>;
    openOptionsPage(): Promise<void>;
    getManifest(): { readonly content_scripts: readonly { readonly matches: readonly string[] }[] };
  };
  readonly tabs: {
    query(which: Record<string, unknown>): Promise<Tab[]>;
    sendMessage(tab: number, message: unknown, options?: { frameId: number }): Promise<unknown>;
  };
  readonly action: {
    setIcon(icon: { tabId: number; path: Record<string, string> }): Promise<void>;
    setTitle(title: { tabId: number; title: string }): Promise<void>;
  };
  readonly scripting: {
    executeScript(script: { target: { tabId: number; allFrames: boolean }; files: string[] }): Promise<unknown>;
    getRegisteredContentScripts(filter: { ids: string[] }): Promise<Script[]>;
    registerContentScripts(scripts: Script[]): Promise<void>;
    updateContentScripts(scripts: Script[]): Promise<void>;
    unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
  };
  readonly permissions: {
    readonly onAdded: Event<() => void>;
    readonly onRemoved: Event<() => void>;
    getAll(): Promise<Origins>;
    request(which: Origins): Promise<boolean>;
    remove(which: Origins): Promise<boolean>;
  };
  readonly storage: { readonly local: Store; readonly session: Store; readonly onChanged: Event<(changes: Changes, area: string) => void> };
  readonly i18n: { getUILanguage(): string };
}

/** Both have it by this name. A page could put an element in the place of another, which one of them lacks. */
export const { chrome: browser } = globalThis as unknown as { chrome: Browser };
