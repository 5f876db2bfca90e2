// The settings: language, sites, what a person has saved, and forgetting all of it.

import { isLocked as isLockedFile, lock as lockFile, save as saveFile, unlock as unlockFile } from "../../../xtask/js/files.mjs";
import { browser } from "../browser.js";
import { tellPages } from "../client.js";
import { type Answer, type Line, read, write } from "../profile/file.js";
import { LISTS, LIST_NAMES, type ListName, entriesOf, textOf, withEntry, withText, withoutEntry } from "../profile/lists.js";
import { MINUTES, SHORTEST_PASSPHRASE, type State, forget, keep, lock, lockAfter, minutes, save, state, unkeep, unlock, whenTurned } from "../profile/vault.js";
import { chooseLanguage, chosenLanguage, language, offHosts, switchHost } from "../settings.js";
import { LANGUAGES, type Language, languageOf, namesIn, text } from "../words.js";
import { button, choice, labelled, make, nameOfFocus, part, refocus } from "./make.js";

let spoken: Language;

const say = (name: string, parameters?: Record<string, string | number>): string => text(spoken, name, parameters);

/** Boxes for answers by their names; "" for the one that may be added. */
type Boxes = Map<string, HTMLInputElement>;
let boxes: Boxes = new Map();
/** What was typed there and is not saved: it stays while everything is drawn anew, or locked. */
const drafts = new Map<string, string>();
/** What the next answer is about. */
let what = "";

addEventListener("beforeunload", (event) => {
  if (isTyped() || drafts.size > 0) event.preventDefault();
});
/** Whether what is saved was locked when it was drawn. */
let isLocked = false;
/** What was drawn last: one after the other, and each takes over what was typed into the one before. */
let drawing = Promise.resolve();
// What was locked nobody reads here any more; what was typed beside it comes back with the rest.
whenTurned(async (isOpen) => {
  if (isOpen === isLocked && (await state()).locked !== isLocked) await show(isOpen ? "" : say("fill.locked"));
});
void show();

/** Shows everything as it is now, and says what was just done. */
function show(done = ""): Promise<void> {
  const go = () => draw(done);
  return (drawing = drawing.then(go, go));
}

async function draw(done: string): Promise<void> {
  spoken = await language();
  document.documentElement.lang = spoken;
  document.title = say("options.title");
  const saved = await state();
  isLocked = saved.locked;
  for (const [fact, box] of changed()) drafts.set(fact, box.value);
  const was = nameOfFocus();
  const drawn: Boxes = new Map();
  part("main").replaceChildren(
    make("h1", {}, say("options.title")),
    make("p", { id: "done", role: "status" }, done),
    labelled(say("options.language"), await languages()),
    ...(await sites()),
    ...(saved.locked ? locked() : await open(saved, drawn)),
    ...(await stored(saved)),
    make("p", { className: "soft" }, say("options.promise")),
    make("p", { className: "soft" }, say("options.who")),
  );
  boxes = drawn;
  for (const [fact, text] of drafts) {
    const box = boxes.get(fact);
    if (box === undefined) continue;
    box.value = text;
    drafts.delete(fact);
  }
  refocus(was);
}

const changed = () => [...boxes].filter(([, { value, defaultValue }]) => value !== defaultValue);
const isTyped = (): boolean => changed().length > 0;

/** These answers with all that is typed: whatever is pressed, nothing of it is lost. */
function typed(answers: readonly Line[]): Line[] {
  return changed().reduce<Line[]>((lines, [fact, { value }]) => {
    const name = fact || what;
    return value.trim() === "" && fact === "" ? lines : withText(lines, name, value.trim());
  }, [...answers]);
}

async function languages(): Promise<HTMLSelectElement> {
  const all = [["", say("options.automatic")], ...Object.entries(LANGUAGES)] as [string, string][];
  return choice(all, (await chosenLanguage()) ?? "", async (value) => {
    await chooseLanguage(value === "" ? null : languageOf(value));
    await tellPages();
    await show();
  });
}

async function sites(): Promise<Node[]> {
  const official = browser.runtime.getManifest().content_scripts.flatMap(({ matches }) => matches);
  const { origins = [] } = await browser.permissions.getAll();
  const added = origins.filter((origin) => !official.includes(origin));
  const off = await offHosts();
  const none = make("p", { className: "soft" }, say("options.none"));
  const remove = (origin: string) => async () => {
    if (await browser.permissions.remove({ origins: [origin] })) await show();
  };
  const rows = (hosts: readonly string[], label: string, press: (host: string) => () => unknown): Node =>
    hosts.length === 0 ? none.cloneNode(true) : make("ul", {}, ...hosts.map((host) => make("li", {}, button(say(label, { host: plain(host) }), press(host)))));
  return [
    make("h2", {}, say("options.sites")),
    make("p", {}, say("options.official")),
    make("ul", {}, ...official.map((pattern) => make("li", { className: "number" }, plain(pattern)))),
    make("p", {}, say("options.added")),
    rows(added, "options.remove", remove),
    make("p", {}, say("options.off")),
    rows(off, "options.on-again", (host) => async () => (await switchHost(host, true), await tellPages(), await show())),
  ];
}

/** "https://*.uscis.gov/*" as people write it. */
function plain(pattern: string): string {
  return pattern.replace(/^https:\/\/(\*\.)?/, "").replace(/\/\*$/, "");
}

function locked(): Node[] {
  const { nodes } = asking(say("fill.passphrase"), say("fill.unlock"), async (passphrase) => {
    if (!(await unlock(passphrase))) return say("fill.wrong");
    await show();
    return "";
  });
  return [make("h2", {}, say("options.saved")), make("p", {}, say("fill.locked")), ...nodes];
}

/** Asks for a passphrase. What `open` gives back is why it is not the right one. */
function asking(label: string, press: string, open: (passphrase: string) => Promise<string>): { box: HTMLInputElement; nodes: Node[] } {
  const box = make("input", { type: "password", autocomplete: "off" });
  const told = make("p", { className: "error-text", role: "alert" });
  const pressed = async (): Promise<void> => void (told.textContent = await open(box.value));
  box.addEventListener("keydown", ({ key }) => void (key === "Enter" && pressed()));
  return { box, nodes: [labelled(label, box), told, button(press, pressed)] };
}

/** Of what there is once: "applicant.family_name" and its word, "applicant-family-name". */
const FACTS = namesIn("fact").map((word) => {
  const [subject, ...rest] = word.split("-");
  return [`${subject}.${rest.join("_")}`, say.bind(null, `fact.${word}`)] as const;
});

const isShown = ({ fact }: Answer): boolean => {
  const [, list, member] = /^(\w+)\[\d+\]\.(\w+)$/.exec(fact) ?? [];
  return list === undefined ? FACTS.some(([one]) => one === fact) : (LISTS as Record<string, readonly string[]>)[list]?.includes(member!) === true;
};

async function open({ answers, kept }: State, boxes: Boxes): Promise<Node[]> {
  /** A box for an answer, its text to be read once something is saved. */
  const boxFor = (fact: string, label: string): HTMLElement => {
    const box = make("input", { defaultValue: textOf(answers, fact), autocomplete: "off" });
    box.spellcheck = false;
    boxes.set(fact, box);
    return labelled(label, box);
  };
  const facts = new Set(answers.flatMap((line) => ("fact" in line ? line.fact : [])));
  const rows = FACTS.filter(([fact]) => facts.has(fact)).map(([fact, name]) => {
    const remove = button(say("options.delete"), () => change(() => typed(answers).filter((line) => !("fact" in line) || line.fact !== fact)));
    remove.setAttribute("aria-label", `${say("options.delete")}: ${name()}`);
    return make("li", {}, boxFor(fact, name()), remove);
  });
  const free = FACTS.filter(([fact]) => !facts.has(fact)).map(([fact, name]) => [fact, name()] as const);
  what = (free.find(([fact]) => fact === what) ?? free[0])?.[0] ?? "";
  const which = choice(free, what, (chosen) => void (what = chosen));
  const value = boxFor("", say("options.value"));
  const add = button(say("options.add"), () => (boxes.get("")!.value.trim() === "" ? boxes.get("")!.focus() : change(() => typed(answers))));
  boxes.get("")!.addEventListener("keydown", ({ key }) => void (key === "Enter" && add.click()));
  const keeping = button(say("options.change"), () => change(() => typed(answers)));
  keeping.className = "first";
  const lists = LIST_NAMES.flatMap((list) => listOf(list, answers, boxFor));
  const others = answers.filter((line) => "fact" in line && !isShown(line)).length;
  return [
    make("h2", {}, say("options.saved")),
    make("p", {}, say("options.saved-lead")),
    make("ul", { id: "answers" }, ...rows),
    labelled(say("options.what"), which),
    value,
    add,
    ...lists,
    ...(boxes.size > 1 ? [make("p", {}, keeping)] : []),
    ...(others > 0 ? [make("p", { className: "soft" }, say("options.rows", { count: others }))] : []),
    ...files(answers),
    ...(kept ? await keptHere(answers) : keeper(answers)),
  ];
}

/** The entries of a list, and a button for another one. */
function listOf(list: ListName, answers: readonly Line[], boxFor: (fact: string, label: string) => HTMLElement): Node[] {
  const word = list.replace("_", "-");
  const entries = Array.from({ length: entriesOf(answers, list) }, (_, entry) => {
    const name = say(`list.${word}-entry`, { count: entry + 1 });
    const boxes = LISTS[list].map((member) => boxFor(`${list}[${entry}].${member}`, say(`entry.${word}-${member.replace("_", "-")}`)));
    const remove = button(`${say("options.delete")}: ${name}`, () => change(() => withoutEntry(typed(answers), list, entry)));
    return make("fieldset", {}, make("legend", {}, name), ...boxes, remove);
  });
  return [make("h3", {}, say(`list.${word}`)), ...entries, button(say(`list.${word}-add`), () => change(() => withEntry(typed(answers), list)))];
}

/** Saves these answers, which hold all that was typed. */
async function change(answers: () => readonly Line[], done = say("options.kept"), also = async (): Promise<void> => {}): Promise<void> {
  // What was open when it was drawn may be locked since.
  if ((await state()).locked) return show(say("fill.locked"));
  await save(answers());
  await also();
  clear();
  await show(done);
}

/** What was typed is saved, or forgotten. */
function clear(): void {
  boxes = new Map();
  drafts.clear();
}

function files(answers: readonly Line[]): Node[] {
  const box = make("input", { type: "file", accept: "application/json,.json" });
  const asked = make("div", {});
  const leave = (): void => {
    asked.replaceChildren();
    box.value = "";
    box.focus();
  };
  asked.onkeydown = ({ key }) => void (key === "Escape" && leave());
  const take = async (file: string): Promise<void> => {
    const opened = read(file);
    if (typeof opened === "string") return show(say(opened === "version" ? "options.version" : "options.foreign"));
    const use = () => change(() => opened.lines, opened.lost > 0 ? say("options.lost", { count: opened.lost }) : undefined);
    const now = typed(answers);
    const count = now.filter((line) => "fact" in line && line.text !== "").length;
    if (count === 0 || write(now, "") === write(opened.lines, "")) return use();
    // They may be of another person, and nowhere else.
    const replace = button(say("options.replace"), use);
    asked.replaceChildren(make("p", { role: "alert" }, say("options.replaces", { count })), replace, button(say("options.leave"), leave));
    replace.focus();
  };
  box.addEventListener("change", async () => {
    const file = (await box.files?.[0]?.text()) ?? "";
    if (!isLockedFile(file)) return take(file);
    const { box: passphrase, nodes } = asking(say("options.file-passphrase"), say("options.unlock-file"), async (passphrase) => {
      try {
        await take(await unlockFile(file, passphrase));
        return "";
      } catch (fault) {
        return say(fault === "wrong" ? "fill.wrong" : "options.foreign");
      }
    });
    asked.replaceChildren(...nodes);
    passphrase.focus();
  });
  const reading = [labelled(say("options.open"), box), asked];
  if (answers.length === 0) return [...reading, make("p", { className: "soft" }, say("options.save-help"))];
  const passphrase = make("input", { type: "password", autocomplete: "new-password" });
  const out = button(say("options.save"), async () => {
    const file = write(typed(answers), today());
    saveFile(passphrase.value === "" ? file : await lockFile(file, passphrase.value));
    passphrase.value = "";
  });
  return [...reading, labelled(say("options.file-lock"), passphrase), out, make("p", { className: "soft" }, say("options.save-help"))];
}

function today(): string {
  const day = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

function keeper(answers: readonly Line[]): Node[] {
  if (answers.length === 0) return [];
  const box = make("input", { type: "password", autocomplete: "new-password" });
  const told = make("p", { className: "error-text", role: "alert" });
  const press = async (): Promise<void> => {
    if (box.value.length < SHORTEST_PASSPHRASE) return void (told.textContent = say("options.short"));
    await change(() => typed(answers), say("options.is-kept"), () => keep(box.value));
  };
  return [
    make("p", {}, say("options.until-closed")),
    labelled(say("fill.passphrase"), box),
    make("p", { className: "soft" }, say("options.keep-help")),
    told,
    button(say("options.keep"), press),
  ];
}

async function keptHere(answers: readonly Line[]): Promise<Node[]> {
  const times = MINUTES.map((count) => [String(count), say("options.minutes", { count })] as const);
  return [
    make("p", {}, say("options.is-kept")),
    labelled(say("options.locks-after"), choice(times, String(await minutes()), (value) => lockAfter(Number(value)))),
    button(say("fill.lock"), async () => (isTyped() ? change(() => typed(answers), "", lock) : (await lock(), await show()))),
    button(say("options.unkeep"), () => change(() => typed(answers), "", unkeep)),
  ];
}

async function stored({ answers, kept }: State): Promise<Node[]> {
  const off = await offHosts();
  const count = answers.filter((line) => "fact" in line).length;
  const what = [
    ...((await chosenLanguage()) === null ? [] : [say("options.stored-language")]),
    ...(off.length === 0 ? [] : [say("options.stored-sites", { count: off.length })]),
    ...(count === 0 ? [] : [say("options.stored-answers", { count })]),
    ...(kept ? [say("options.stored-locked")] : []),
  ];
  const all = what.length === 0 ? make("p", {}, say("options.stored-nothing")) : make("ul", {}, ...what.map((one) => make("li", {}, one)));
  const press = async (): Promise<void> => {
    const { origins = [] } = await browser.permissions.getAll();
    const official = browser.runtime.getManifest().content_scripts.flatMap(({ matches }) => matches);
    const added = origins.filter((origin) => !official.includes(origin));
    if (added.length > 0) await browser.permissions.remove({ origins: added });
    await forget();
    await tellPages();
    clear();
    await show(say("options.forgotten"));
  };
  return [make("h2", {}, say("options.stored")), all, make("h2", {}, say("options.forget-title")), button(say("options.forget"), press)];
}
