// The worker: owns the core, and answers what pages ask of their boxes.

import { checkLink } from "../../../pkg/src/core.js";
import { hear } from "../client.js";
import { type Sender, browser } from "../browser.js";
import type { Hello } from "../protocol.js";
import { hostOf, language, offHosts } from "../settings.js";
import { sweep } from "../profile/vault.js";
import { type Language, text } from "../words.js";
import { answer, choose, wordsBeside } from "./read.js";
import { watchSites } from "./sites.js";

/** The language, asked for once as long as nothing is set. */
let spoken: Promise<Language> | null = null;
browser.storage.onChanged.addListener(() => void (spoken = null));
const locale = (): Promise<Language> => (spoken ??= language().catch((error: unknown) => {
  // It may be there the next time.
  spoken = null;
  throw error;
}));

hear({
  async hello(_, sender) {
    const [spoken, off] = await Promise.all([locale(), offHosts()]);
    await mark(sender);
    const words = { ...wordsBeside(spoken), language: spoken, updated: text(spoken, "page.updated"), blocked: text(spoken, "page.blocked") };
    return { off: off.includes(hostOf(addressOf(sender))), words } satisfies Hello;
  },
  async read({ questions }, sender) {
    const spoken = await locale();
    const { verdict } = checkLink(addressOf(sender) ?? "");
    return questions.map((question) => answer(question, spoken, verdict));
  },
  async site({ url }) {
    return checkLink(url, { locale: await locale() });
  },
  async choose({ kind, text, entries }) {
    return choose(kind, text, entries);
  },
});

watchSites();
void sweep();

/** On the agency's own sites the icon says so. */
async function mark(sender: Sender): Promise<void> {
  const tab = sender.tab?.id;
  if (tab === undefined || sender.frameId !== 0 || checkLink(sender.url ?? "").verdict !== "official") return;
  try {
    const path = { 16: "icons/official-16.png", 32: "icons/official-32.png" };
    await browser.action.setIcon({ tabId: tab, path });
    await browser.action.setTitle({ tabId: tab, title: text(await locale(), "icon.official") });
  } catch {
    // The tab was closed meanwhile.
  }
}

/** Where a frame is from: of one without an address, the page that made it. */
function addressOf(sender: Sender): string | undefined {
  return hostOf(sender.url) === "" ? sender.origin : sender.url;
}
