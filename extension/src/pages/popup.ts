// The popup: whose site this is, what was found on this page, and filling it.

import { type Tab, browser } from "../browser.js";
import { hear, send, sendTo, tellPages } from "../client.js";
import { fit, isDate, spelled } from "../profile/facts.js";
import type { Answer } from "../profile/file.js";
import { type State, lock, state, unlock } from "../profile/vault.js";
import type { Fill, Shown } from "../protocol.js";
import type { LinkCheck, Severity, Verdict } from "../../../pkg/src/generated/types.js";
import { chooseLanguage, chosenLanguage, hostOf, language, offHosts, switchHost } from "../settings.js";
import { LANGUAGES, type Language, languageOf, text } from "../words.js";
import { button, choice, labelled, make, nameOfFocus, part, refocus } from "./make.js";

/** The boxes of one frame. */
interface Frame {
  readonly id: number;
  /** Of the same origin as the page. */
  readonly own: boolean;
  readonly boxes: readonly Shown[];
  /** How many boxes were filled and can be put back. */
  readonly filled: number;
}

/** So long a page may take to show its boxes. */
const LONGEST = 5000;
/** After that, no more frames are waited for; those that come later are shown when they come. */
const QUIET = 300;

const GRAVEST: readonly Severity[] = ["error", "warning", "note"];

let spoken: Language;
let tab: Tab | undefined;
let frames: Frame[] = [];
let call = 0;
/** Another frame has answered. */
let heard: () => void = () => {};

const say = (name: string, parameters?: Record<string, string | number>): string => text(spoken, name, parameters);

hear({
  async boxes({ call: answered, boxes, filled }, { tab: from, frameId, url, origin: by }) {
    if (answered !== call || from?.id !== tab?.id || frameId === undefined) return null;
    const origin = by ?? (URL.canParse(url ?? "") ? new URL(url!).origin : "");
    frames.push({ id: frameId, own: origin === new URL(tab!.url!).origin, boxes, filled });
    frames.sort((one, other) => one.id - other.id);
    heard();
    return null;
  },
});
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

/** The page that a person is on: of the window whose button was clicked, or else, where a popup has a window of its own, the last one. */
async function currentTab(): Promise<Tab | undefined> {
  const [here] = await browser.tabs.query({ active: true, windowType: "normal", currentWindow: true });
  if (here !== undefined) return here;
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

  const always = await siteButtons(host, verdict);
  if (verdict === "lookalike") return showImitation(section, always, host);
  const check = button(say("popup.check"), async () => {
    if (await look()) await draw();
  });
  const drawn = (): void => {
    const was = nameOfFocus();
    if (frames.length === 0) return section.replaceChildren(heading, make("p", {}, say("popup.away")), check, ...always);
    section.replaceChildren(heading, ...found(), toggle, ...always);
    refocus(was);
    const isOpen = frames.some(({ boxes, filled }) => filled > 0 || boxes.some(({ open }) => open));
    if (isOpen && filling.childElementCount === 0) void showFilling(filling, draw);
  };
  const draw = async (): Promise<void> => {
    await list();
    heard = drawn;
    drawn();
  };
  // A page may have very many boxes.
  section.replaceChildren(heading, make("p", { role: "status" }, say("popup.looking")), toggle);
  await draw();
}

/** An imitation is given nothing, and nothing is said to be right or wrong in its boxes: only whether it asks for numbers. */
async function showImitation(section: HTMLElement, buttons: readonly Node[], host: string): Promise<void> {
  // That is worth a look of its own: the person has just asked.
  await look();
  section.replaceChildren(...buttons);
  const told = (): void => {
    if (frames.some(({ boxes }) => boxes.some(({ wanted }) => wanted?.number))) part("verdict").textContent = say("site.lookalike-asks", { host });
  };
  await list();
  heard = told;
  told();
}

/** What was found in the boxes, the gravest first. */
function found(): Node[] {
  const all = frames.flatMap((frame) => frame.boxes.map((box) => ({ frame, box })));
  const findings = all.flatMap(({ frame, box }) => box.findings.map((finding) => ({ frame, box, finding })));
  findings.sort((one, other) => GRAVEST.indexOf(one.finding.severity) - GRAVEST.indexOf(other.finding.severity));
  const items = findings.map(({ frame, box, finding: { severity, title, message } }) => {
    const jump = button(say("popup.go"), async () => {
      // There, and not here.
      if (await sendTo(tab!.id!, { say: "jump", key: box.key }, frame.id)) close();
    });
    jump.setAttribute("aria-label", `${say("popup.go")}: ${box.label}`);
    return make("li", { className: severity }, make("p", {}, make("strong", {}, `${title}: ${box.label}: `), message), jump);
  });
  if (items.length > 0) return [make("ul", {}, ...items)];
  return [make("p", {}, say(all.every(({ box }) => box.wanted === null) ? "popup.no-boxes" : "popup.none"))];
}

/** What a person can have done on every page of a site that is not the agency's. */
async function siteButtons(host: string, verdict: Verdict): Promise<Node[]> {
  const origin = `${new URL(tab!.url!).origin}/*`;
  const official = browser.runtime.getManifest().content_scripts.flatMap(({ matches }) => matches);
  const isOfficial = official.some((pattern) => host === pattern.slice(10, -2) || host.endsWith(`.${pattern.slice(10, -2)}`));
  if (isOfficial || !origin.startsWith("https:")) return [];
  const { origins = [] } = await browser.permissions.getAll();
  const added = origins.includes(origin);
  if (!added && verdict === "lookalike") return [];
  const change = added ? "remove" : "request";
  return [
    button(say(added ? "popup.never" : "popup.always", { host }), async () => {
      // The browser asks the person; what it answers is heard by the worker.
      if (!(await browser.permissions[change]({ origins: [origin] }))) return;
      if (!added) await look();
      await again();
    }),
  ];
}

/** Has the content script run on this page: a click has allowed it. Says where that cannot be. */
async function look(): Promise<boolean> {
  part("boxes").querySelector(".error-text")?.remove();
  try {
    await browser.scripting.executeScript({ target: { tabId: tab!.id!, allFrames: true }, files: ["content.js"] });
    return true;
  } catch {
    part("boxes").append(make("p", { className: "error-text", role: "alert" }, say("popup.gone")));
    return false;
  }
}

/** Asks every frame of the page for its boxes. */
async function list(): Promise<void> {
  call++;
  frames = [];
  heard = () => {};
  try {
    await sendTo(tab!.id!, { say: "list", call });
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
  }
}

/** `changed` shows the boxes anew once something was written into them. */
async function showFilling(section: HTMLElement, changed: () => Promise<void>): Promise<void> {
  const saved = await state();
  const heading = make("h2", { tabIndex: -1 }, say("fill.title"));
  section.onkeydown = null;
  const back = undoing(heading, changed);
  if (saved.locked) return showLocked(section, heading, back, changed);
  if (saved.answers.length === 0) return section.replaceChildren(heading, make("p", {}, say("fill.nothing")), ...back);
  const shut = saved.kept ? [button(say("fill.lock"), async () => (await lock(), await showFilling(section, changed)))] : [];
  const open = button(say("fill.show"), () => showPlan(section, heading, saved, changed));
  section.replaceChildren(heading, ...back, open, ...shut);
}

/** What was filled before this popup was opened can still be put back. */
function undoing(heading: HTMLElement, changed: () => Promise<void>): Node[] {
  const filled = frames.filter(({ filled }) => filled > 0);
  if (filled.length === 0) return [];
  const told = make("p", { role: "status" }, say("fill.filled", { count: filled.reduce((sum, one) => sum + one.filled, 0) }));
  return [told, undoButton(filled.map(({ id }) => id), heading, told, changed)];
}

function undoButton(ids: readonly number[], heading: HTMLElement, told: HTMLElement, changed: () => Promise<void>): HTMLButtonElement {
  const undo = button(say("fill.undo"), async () => {
    let count = 0;
    for (const id of ids) count += await sendTo(tab!.id!, { say: "undo" }, id);
    undo.remove();
    heading.focus();
    told.textContent = say("fill.undone", { count });
    await changed();
  });
  return undo;
}

function showLocked(section: HTMLElement, heading: HTMLElement, back: readonly Node[], changed: () => Promise<void>): void {
  const box = make("input", { type: "password", autocomplete: "off" });
  const told = make("p", { className: "error-text", role: "alert" });
  const open = async (): Promise<void> => {
    if (await unlock(box.value)) return showFilling(section, changed);
    told.textContent = say("fill.wrong");
    box.select();
  };
  box.addEventListener("keydown", ({ key }) => void (key === "Enter" && open()));
  section.replaceChildren(heading, ...back, make("p", {}, say("fill.locked")), labelled(say("fill.passphrase"), box), told, button(say("fill.unlock"), open));
}

/** Shows, box by box, what would be written where; nothing is written that is not here. */
async function showPlan(section: HTMLElement, heading: HTMLElement, { answers }: State, changed: () => Promise<void>): Promise<void> {
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
    const undo = undoButton([...new Set(chosen.map(({ frame }) => frame.id))], heading, told, changed);
    told.textContent = say("fill.done", { count: done.size, left: chosen.length - done.size });
    section.onkeydown = null;
    section.replaceChildren(heading, told, ...(done.size > 0 ? [undo] : []));
    (done.size > 0 ? undo : heading).focus();
    await changed();
  });
  write.className = "first";
  section.replaceChildren(heading, make("p", {}, say("fill.lead")), make("ul", { id: "plan" }, ...rows), write, told);
  heading.focus();
  // Escape takes back what was opened last, and not the whole popup.
  section.onkeydown = (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    void showFilling(section, changed).then(() => section.querySelector("button")?.focus());
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

/** All pages and the popup begin again by what is set now. */
async function again(): Promise<void> {
  void tellPages(tab!.id);
  try {
    await sendTo(tab!.id!, { say: "again" });
  } catch {
    // There is no content script on this page.
  }
  await show();
}
