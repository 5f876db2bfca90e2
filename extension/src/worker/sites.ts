// The sites that a person has added: pages there are looked at from the start, too.

import { browser } from "../browser.js";

const ID = "added";

export function watchSites(): void {
  const { permissions, runtime } = browser;
  for (const event of [permissions.onAdded, permissions.onRemoved, runtime.onInstalled, runtime.onStartup])
    event.addListener(() => void register());
}

/** The sites that were added, as patterns. */
export async function addedSites(): Promise<string[]> {
  const own = browser.runtime.getManifest().content_scripts.flatMap(({ matches }) => matches);
  const { origins } = await browser.permissions.getAll();
  return (origins ?? []).filter((origin) => !own.includes(origin));
}

let last: Promise<void> = Promise.resolve();

/** Registers the content script for them, and for no others; one call after the other, whatever came of the one before. */
function register(): Promise<void> {
  last = last.catch(() => {}).then(async () => {
    const matches = await addedSites();
    const known = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
    const script = { id: ID, matches, js: ["content.js"], allFrames: true, matchOriginAsFallback: true, runAt: "document_idle" } as const;
    if (matches.length === 0) {
      if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    } else if (known.length > 0) {
      await browser.scripting.updateContentScripts([{ ...script, js: [...script.js] }]);
    } else {
      await browser.scripting.registerContentScripts([{ ...script, js: [...script.js] }]);
    }
  });
  return last;
}
