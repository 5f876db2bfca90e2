// The popup: whose site this is, what was found on this page, and filling it.

import { type Tab, browser } from "../browser.js";
import { hear, send, sendTo } from "../client.js";
import { fit, isDate, spelled } from "../profile/facts.js";
import type { Answer } from "../profile/file.js";
import { type State, lock, state, unlock } from "../profile/vault.js";
import type { Fill, Shown } from "../protocol.js";
import type { LinkCheck, Severity } from "../../../pkg/src/generated/types.js";
import { chooseLanguage, chosenLanguage, hostOf, language, offHosts, switchHost } from "../settings.js";
import { LANGUAGES, type Language, languageOf, text } from "../words.js";
import { button, choice, labelled, make, part } from "./make.js";

/** The boxes of one frame. */
interface Frame {
  readonly id: number;
  /** Of the same origin as the page. */
  readonly own: boolean;
  readonly boxes: readonly Shown[];
}

/** So long a page may take to show its boxes. */
const LONGEST = 5000;
/** After that, no more frames are waited for. */
const QUIET = 300;

const GRAVEST: readonly Severity[] = ["error", "warning", "note"];

let spoken: Language;
let tab: Tab | undefined;
let frames: Frame[] = [];
let call = 0;

const say = (name: string, parameters?: Record<string, string | number>): string => text(spoken, name, parameters);

void show();

/** Shows everything as it is now. */
async function show(): Promise<void> {
  spoken = await language();
  document.documentElement.lang = spoken;
  document.title = say("name");
  tab = await currentTab();
  const host = hostOf(tab?.url);
  const site = make("section", {});
  const boxes = make("section", { id: "boxes" });
  const filling = make("section", { id: "filling" });
  part("main").replaceChildren(make("h1", {}, say("popup.title")), site, boxes, filling, await settings());
  if (tab?.id === undefined || host === "" || !/^https?:/.test(tab.url ?? "")) {
    boxes.replaceChildren(make("p", {}, say("popup.closed")));
    return;
  }
  const link = await send({ say: "site", url: tab.url! });
  await showSite(site, link, host);
  await showBoxes(boxes, filling, link, host);
}

/** The page that a person was on last: of a browser's window, not of a popup's own. */
async function currentTab(): Promise<Tab | undefined> {
  const tabs = await browser.tabs.query({ active: true, windowType: "normal" });
  return tabs.sort((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0))[0];
}

async function showSite(section: HTMLElement, { verdict, findings }: LinkCheck, host: string): Promise<void> {
  section.replaceChildren(
    make("h2", {}, say("popup.site")),
    make("p", { className: verdict, id: "verdict" }, say(`site.${verdict}`, { host })),
    ...(verdict === "lookalike" ? findings.map(({ message }) => make("p", {}, message)) : []),
  );
}

async function showBoxes(section: HTMLElement, filling: HTMLElement, { verdict }: LinkCheck, host: string): Promise<void> {
  const heading = make("h2", {}, say("popup.boxes"));
  const isOff = (await offHosts()).includes(host);
  const toggle = button(say(isOff ? "popup.on" : "popup.off", { host }), async () => {
    await switchHost(host, isOff);
    await again();
  });
  if (isOff) return section.replaceChildren(heading, make("p", {}, say("popup.is-off", { host })), toggle);

  // Whether an imitation asks for numbers is worth a look of its own: the person has just asked.
  if (verdict === "lookalike") await look();
  frames = await list();
  if (frames.length === 0) {
    const check = button(say("popup.check"), async () => {
      await look();
      await showBoxes(section, filling, { verdict } as LinkCheck, host);
    });
    return section.replaceChildren(heading, make("p", {}, say("popup.away")), check, ...(await siteButtons(host)));
  }
  const all = frames.flatMap((frame) => frame.boxes.map((box) => ({ frame, box })));
  if (verdict === "lookalike" && all.some(({ box }) => box.wanted?.number)) part("verdict").textContent = say("site.lookalike-asks", { host });
  const found = all.flatMap(({ frame, box }) => box.findings.map((finding) => ({ frame, box, finding })));
  found.sort((one, other) => GRAVEST.indexOf(one.finding.severity) - GRAVEST.indexOf(other.finding.severity));
  const items = found.map(({ frame, box, finding }) => {
    const jump = button(say("popup.go"), () => sendTo(tab!.id!, { say: "jump", key: box.key }, frame.id));
    jump.setAttribute("aria-label", `${say("popup.go")}: ${box.label}`);
    return make("li", { className: finding.severity }, make("p", {}, make("strong", {}, `${box.label}: `), finding.message), jump);
  });
  const nothing = make("p", {}, say(all.every(({ box }) => box.wanted === null) ? "popup.no-boxes" : "popup.none"));
  section.replaceChildren(heading, items.length === 0 ? nothing : make("ul", {}, ...items), toggle, ...(await siteButtons(host)));
  // An imitation is given nothing.
  if (verdict !== "lookalike" && all.some(({ box }) => box.open)) await showFilling(filling);
}

/** What a person can have done on every page of a site that is not the agency's. */
async function siteButtons(host: string): Promise<Node[]> {
  const origin = `${new URL(tab!.url!).origin}/*`;
  const official = browser.runtime.getManifest().content_scripts.flatMap(({ matches }) => matches);
  const isOfficial = official.some((pattern) => host === pattern.slice(10, -2) || host.endsWith(`.${pattern.slice(10, -2)}`));
  if (isOfficial || !origin.startsWith("https:")) return [];
  const { origins = [] } = await browser.permissions.getAll();
  const added = origins.includes(origin);
  const change = added ? "remove" : "request";
  return [
    button(say(added ? "popup.never" : "popup.always", { host }), async () => {
      // The browser asks the person; what it answers is heard by the worker.
      if (await browser.permissions[change]({ origins: [origin] })) await again();
    }),
  ];
}

/** Has the content script run on this page: a click has allowed it. */
async function look(): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId: tab!.id!, allFrames: true }, files: ["content.js"] });
  } catch {
    part("boxes").append(make("p", { className: "error-text", role: "alert" }, say("popup.gone")));
  }
}

/** Asks every frame of the page for its boxes. */
async function list(): Promise<Frame[]> {
  const mine = ++call;
  const found: Frame[] = [];
  const origin = new URL(tab!.url!).origin;
  let heard: () => void = () => {};
  const stop = hear({
    async boxes({ call, boxes }, { tab: from, frameId, url, origin: by }) {
      if (call !== mine || from?.id !== tab!.id || frameId === undefined) return null;
      found.push({ id: frameId, own: (by ?? (URL.canParse(url ?? "") ? new URL(url!).origin : "")) === origin, boxes });
      heard();
      return null;
    },
  });
  try {
    await sendTo(tab!.id!, { say: "list", call: mine });
    // The first has answered; others may still be at it.
    await new Promise<void>((done) => {
      const end = setTimeout(done, LONGEST);
      let quiet = setTimeout(done, QUIET);
      heard = () => {
        clearTimeout(quiet);
        quiet = setTimeout(() => (clearTimeout(end), done()), QUIET);
      };
    });
  } catch {
    // No frame of this page has the content script.
  } finally {
    stop();
  }
  return found.sort((one, other) => one.id - other.id);
}

async function showFilling(section: HTMLElement): Promise<void> {
  const saved = await state();
  const heading = make("h2", { tabIndex: -1 }, say("fill.title"));
  section.onkeydown = null;
  if (saved.locked) return showLocked(section, heading);
  if (saved.answers.length === 0) return section.replaceChildren(heading, make("p", {}, say("fill.nothing")));
  const shut = saved.kept ? [button(say("fill.lock"), async () => (await lock(), await showFilling(section)))] : [];
  const open = button(say("fill.show"), () => showPlan(section, heading, saved));
  section.replaceChildren(heading, open, ...shut);
}

function showLocked(section: HTMLElement, heading: HTMLElement): void {
  const box = make("input", { type: "password", autocomplete: "off" });
  const told = make("p", { className: "error-text", role: "alert" });
  const open = async (): Promise<void> => {
    if (await unlock(box.value)) return showFilling(section);
    told.textContent = say("fill.wrong");
    box.select();
  };
  box.addEventListener("keydown", ({ key }) => void (key === "Enter" && open()));
  section.replaceChildren(heading, make("p", {}, say("fill.locked")), labelled(say("fill.passphrase"), box), told, button(say("fill.unlock"), open));
}

/** Shows, box by box, what would be written where; nothing is written that is not here. */
async function showPlan(section: HTMLElement, heading: HTMLElement, { answers }: State): Promise<void> {
  const open = frames.filter(({ own }) => own).flatMap((frame) => frame.boxes.filter((box) => box.open).map((box) => ({ frame, box })));
  const fitting = fit(open.map(({ box }) => box), answers);
  const texts = await Promise.all(open.map(({ box }, at) => written(box, fitting[at])));
  const plan = open.flatMap(({ frame, box }, at) => {
    const written = texts[at] ?? null;
    if (written === null || written === box.text) return [];
    // What stands there already, and what is a guess, is filled only if the person says so.
    const tick = make("input", { type: "checkbox", checked: box.text === "" && (box.row !== null || box.wanted?.sure === true) });
    return [{ frame, fill: { key: box.key, before: box.text, text: written } satisfies Fill, tick, box }];
  });
  if (plan.length === 0) return section.replaceChildren(heading, make("p", {}, say("fill.no-match")));
  const rows = plan.map(({ tick, box, fill }) => {
    const now = box.text === "" ? [] : [make("span", { className: "soft" }, ` (${say("fill.now", { text: box.text })})`)];
    return make("li", {}, make("label", {}, tick, `${box.label}: `, make("span", { className: "number" }, fill.text), ...now));
  });
  const told = make("p", { role: "status" });
  const write = button(say("fill.write"), async () => {
    const chosen = plan.filter(({ tick }) => tick.checked);
    const done = new Set<string>();
    for (const id of new Set(chosen.map(({ frame }) => frame.id))) {
      const boxes = chosen.filter(({ frame }) => frame.id === id).map(({ fill }) => fill);
      for (const key of await sendTo(tab!.id!, { say: "fill", boxes }, id)) done.add(`${id} ${key}`);
    }
    const undo = button(say("fill.undo"), async () => {
      let count = 0;
      for (const id of new Set(chosen.map(({ frame }) => frame.id))) count += await sendTo(tab!.id!, { say: "undo" }, id);
      undo.remove();
      heading.focus();
      told.textContent = say("fill.undone", { count });
    });
    told.textContent = say("fill.done", { count: done.size, left: chosen.length - done.size });
    section.onkeydown = null;
    section.replaceChildren(heading, told, ...(done.size > 0 ? [undo] : []));
    (done.size > 0 ? undo : heading).focus();
  });
  write.className = "first";
  section.replaceChildren(heading, make("p", {}, say("fill.lead")), make("ul", { id: "plan" }, ...rows), write, told);
  heading.focus();
  // Escape takes back what was opened last, and not the whole popup.
  section.onkeydown = (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    void showFilling(section).then(() => section.querySelector("button")?.focus());
  };
}

/** An answer as this box takes it; null if it does not. */
async function written({ wanted, type, maxLength, entries }: Shown, answer: Answer | null | undefined): Promise<string | null> {
  if (answer === undefined || answer === null) return null;
  if (entries === undefined) return spelled(answer.text, type, maxLength, isDate(answer));
  return wanted && (await send({ say: "choose", kind: wanted.kind, text: answer.text, entries }));
}

async function settings(): Promise<Node> {
  const languages = [["", say("options.automatic")], ...Object.entries(LANGUAGES)] as [string, string][];
  const chosen = choice(languages, (await chosenLanguage()) ?? "", async (value) => {
    await chooseLanguage(value === "" ? null : languageOf(value));
    await again();
  });
  const more = button(say("popup.options"), () => browser.runtime.openOptionsPage());
  return make("footer", {}, labelled(say("popup.language"), chosen), more, make("p", { className: "soft" }, say("options.promise")));
}

/** The page and the popup begin again by what is set now. */
async function again(): Promise<void> {
  try {
    await sendTo(tab!.id!, { say: "again" });
  } catch {
    // There is no content script on this page.
  }
  await show();
}
