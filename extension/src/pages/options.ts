// The settings: language, sites, what a person has saved, and forgetting all of it.

import { isLocked, lock as lockFile, save as saveFile, unlock as unlockFile } from "../../../xtask/js/files.mjs";
import { browser } from "../browser.js";
import { type Answer, type Line, read, write } from "../profile/file.js";
import { LISTS, LIST_NAMES, type ListName, entriesOf, textOf, withEntry, withText, withoutEntry } from "../profile/lists.js";
import { MINUTES, SHORTEST_PASSPHRASE, type State, forget, keep, lock, lockAfter, minutes, save, state, unkeep, unlock } from "../profile/vault.js";
import { chooseLanguage, chosenLanguage, language, offHosts, switchHost } from "../settings.js";
import { LANGUAGES, type Language, languageOf, namesIn, text } from "../words.js";
import { button, choice, labelled, make, nameOfFocus, part, refocus } from "./make.js";

let spoken: Language;

const say = (name: string, parameters?: Record<string, string | number>): string => text(spoken, name, parameters);

void show();

/** Shows everything as it is now, and says what was just done. */
async function show(done = ""): Promise<void> {
  spoken = await language();
  document.documentElement.lang = spoken;
  document.title = say("options.title");
  const saved = await state();
  const was = nameOfFocus();
  part("main").replaceChildren(
    make("h1", {}, say("options.title")),
    make("p", { id: "done", role: "status" }, done),
    labelled(say("options.language"), await languages()),
    ...(await sites()),
    ...(saved.locked ? locked() : await open(saved)),
    ...(await stored(saved)),
    make("p", { className: "soft" }, say("options.promise")),
    make("p", { className: "soft" }, say("options.who")),
  );
  refocus(was);
}

async function languages(): Promise<HTMLSelectElement> {
  const all = [["", say("options.automatic")], ...Object.entries(LANGUAGES)] as [string, string][];
  return choice(all, (await chosenLanguage()) ?? "", async (value) => {
    await chooseLanguage(value === "" ? null : languageOf(value));
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
    rows(off, "options.on-again", (host) => async () => (await switchHost(host, true), await show())),
  ];
}

/** "https://*.uscis.gov/*" as people write it. */
function plain(pattern: string): string {
  return pattern.replace(/^https:\/\/(\*\.)?/, "").replace(/\/\*$/, "");
}

function locked(): Node[] {
  const box = make("input", { type: "password", autocomplete: "off" });
  const told = make("p", { className: "error-text", role: "alert" });
  const press = async (): Promise<void> => {
    if (await unlock(box.value)) await show();
    else told.textContent = say("fill.wrong");
  };
  return [make("h2", {}, say("options.saved")), make("p", {}, say("fill.locked")), labelled(say("fill.passphrase"), box), told, button(say("fill.unlock"), press)];
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

async function open({ answers, kept }: State): Promise<Node[]> {
  const boxes = new Map<string, HTMLInputElement>();
  /** A box for an answer, its text to be read once something is saved. */
  const boxFor = (fact: string, label: string): HTMLElement => {
    const box = make("input", { value: textOf(answers, fact), autocomplete: "off" });
    box.spellcheck = false;
    boxes.set(fact, box);
    return labelled(label, box);
  };
  // Whatever is pressed, nothing that was typed is lost.
  const typed = (): Line[] => [...boxes].reduce<Line[]>((lines, [fact, box]) => withText(lines, fact, box.value.trim()), [...answers]);
  const facts = new Set(answers.flatMap((line) => ("fact" in line ? line.fact : [])));
  const rows = FACTS.filter(([fact]) => facts.has(fact)).map(([fact, name]) => {
    const remove = button(say("options.delete"), () => change(typed().filter((line) => !("fact" in line) || line.fact !== fact)));
    remove.setAttribute("aria-label", `${say("options.delete")}: ${name()}`);
    return make("li", {}, boxFor(fact, name()), remove);
  });
  const free = FACTS.filter(([fact]) => !facts.has(fact)).map(([fact, name]) => [fact, name()] as const);
  const which = choice(free, free[0]?.[0] ?? "", () => {});
  const value = make("input", { autocomplete: "off" });
  const add = button(say("options.add"), () => value.value.trim() !== "" && change(withText(typed(), which.value, value.value.trim())));
  const keeping = button(say("options.change"), () => change(typed()));
  keeping.className = "first";
  const lists = LIST_NAMES.flatMap((list) => listOf(list, answers, boxFor, typed));
  const others = answers.filter((line) => "fact" in line && !isShown(line)).length;
  return [
    make("h2", {}, say("options.saved")),
    make("p", {}, say("options.saved-lead")),
    make("ul", { id: "answers" }, ...rows),
    labelled(say("options.what"), which),
    labelled(say("options.value"), value),
    add,
    ...lists,
    ...(boxes.size > 0 ? [make("p", {}, keeping)] : []),
    ...(others > 0 ? [make("p", { className: "soft" }, say("options.rows", { count: others }))] : []),
    ...files(answers),
    ...(kept ? await keptHere() : keeper(answers)),
  ];
}

/** The entries of a list, and a button for another one. */
function listOf(list: ListName, answers: readonly Line[], boxFor: (fact: string, label: string) => HTMLElement, typed: () => Line[]): Node[] {
  const word = list.replace("_", "-");
  const entries = Array.from({ length: entriesOf(answers, list) }, (_, entry) => {
    const name = say(`list.${word}-entry`, { count: entry + 1 });
    const boxes = LISTS[list].map((member) => boxFor(`${list}[${entry}].${member}`, say(`entry.${word}-${member.replace("_", "-")}`)));
    const remove = button(`${say("options.delete")}: ${name}`, () => change(withoutEntry(typed(), list, entry)));
    return make("fieldset", {}, make("legend", {}, name), ...boxes, remove);
  });
  return [make("h3", {}, say(`list.${word}`)), ...entries, button(say(`list.${word}-add`), () => change(withEntry(typed(), list)))];
}

async function change(answers: readonly Line[]): Promise<void> {
  await save(answers);
  await show(say("options.kept"));
}

function files(answers: readonly Line[]): Node[] {
  const box = make("input", { type: "file", accept: "application/json,.json" });
  const unlocking = make("div", {});
  box.addEventListener("change", async () => {
    const file = (await box.files?.[0]?.text()) ?? "";
    if (!isLocked(file)) return take(file);
    const passphrase = make("input", { type: "password", autocomplete: "off" });
    const told = make("p", { className: "error-text", role: "alert" });
    const open = button(say("options.unlock-file"), async () => {
      try {
        await take(await unlockFile(file, passphrase.value));
      } catch (fault) {
        told.textContent = say(fault === "wrong" ? "fill.wrong" : "options.foreign");
      }
    });
    unlocking.replaceChildren(labelled(say("options.file-passphrase"), passphrase), told, open);
    unlocking.onkeydown = ({ key }) => {
      if (key !== "Escape") return;
      unlocking.replaceChildren();
      box.value = "";
      box.focus();
    };
    passphrase.focus();
  });
  const reading = [labelled(say("options.open"), box), unlocking];
  if (answers.length === 0) return [...reading, make("p", { className: "soft" }, say("options.save-help"))];
  const passphrase = make("input", { type: "password", autocomplete: "new-password" });
  const out = button(say("options.save"), async () => {
    const file = write(answers, today());
    saveFile(passphrase.value === "" ? file : await lockFile(file, passphrase.value));
    passphrase.value = "";
  });
  return [...reading, labelled(say("options.file-lock"), passphrase), out, make("p", { className: "soft" }, say("options.save-help"))];
}

async function take(file: string): Promise<void> {
  const opened = read(file);
  if (typeof opened === "string") return show(say(opened === "version" ? "options.version" : "options.foreign"));
  await save(opened.lines);
  await show(opened.lost > 0 ? say("options.lost", { count: opened.lost }) : say("options.kept"));
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
    await keep(box.value);
    await show(say("options.is-kept"));
  };
  return [
    make("p", {}, say("options.until-closed")),
    labelled(say("fill.passphrase"), box),
    make("p", { className: "soft" }, say("options.keep-help")),
    told,
    button(say("options.keep"), press),
  ];
}

async function keptHere(): Promise<Node[]> {
  const times = MINUTES.map((count) => [String(count), say("options.minutes", { count })] as const);
  return [
    make("p", {}, say("options.is-kept")),
    labelled(say("options.locks-after"), choice(times, String(await minutes()), (value) => lockAfter(Number(value)))),
    button(say("fill.lock"), async () => (await lock(), await show())),
    button(say("options.unkeep"), async () => (await unkeep(), await show())),
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
    await show(say("options.forgotten"));
  };
  return [make("h2", {}, say("options.stored")), all, make("h2", {}, say("options.forget-title")), button(say("options.forget"), press)];
}
