// The official PDF, filled: a blank is chosen for each form, what will stand in it is shown, and a new
// file is saved. It is loaded with the door for filled PDFs.
import { make } from "../check/dom.js";
import { type Load, boxesOf, fillIn } from "../check/read.js";
import { wear } from "../check/style.js";
import { say, speak } from "../check/words.js";
import { chooser, keepPage } from "./choose.js";
import { asking } from "./differ.js";
import { type Handed, type Order, differences, orderOf, valuesOf } from "./order.js";
import { drawn } from "./result.js";
import { FILL } from "./style.js";

/** A file that was chosen for a form, and what the person said of answers that it has, and of its edition. */
interface Blank {
  file: File;
  replace?: boolean;
  otherEdition?: boolean;
}

const blanks = new Map<string, Blank>();
/** What is made for an earlier screen or choice is thrown away. */
let turn = 0;

/** Draws the screen into an element, in a language, with what is handed over as JSON; a file that was chosen before is filled again. */
export function fill(root: Element, language: string, load: Load, json: string): void {
  turn++;
  speak(language);
  wear(FILL);
  keepPage();
  root.querySelectorAll(":scope > :not(h1, .go)").forEach((old) => old.remove());
  root.classList.add("paper-check", "paper-fill");
  const handed = JSON.parse(json) as Handed[];
  const forms = handed.map((one) => formOf(orderOf(one), load));
  root.querySelector("h1")!.after(make("p", "lead", say("fill.lead")), ...forms);
}

/** Forgets the files. */
export function forgetBlanks(): void {
  turn++;
  blanks.clear();
}

function formOf(order: Order, load: Load): HTMLElement {
  const { id, form, edition } = order;
  const [year, month, day] = edition.split("-");
  const get = make("a", "line-link", say("fill.get", { form }));
  Object.assign(get, { href: `https://www.uscis.gov/${id}`, rel: "noreferrer", target: "_blank" });
  const title = make("h2", "", say("fill.form", { form }));
  title.tabIndex = -1;
  const about = make("p", "about-edition", say("fill.edition", { edition: `${month}/${day}/${year?.slice(2)}` }), " ", get);
  const [progress, results] = [make("div", "progress"), make("div", "results")];
  const place = chooser({ choose: say("fill.choose", { form }), drop: say("fill.drop") }, (file) => {
    blanks.set(id, { file });
    void work(true);
  });
  if (blanks.has(id)) void work(false);
  return make("section", "file", title, about, place, progress, results);

  async function work(focus: boolean): Promise<void> {
    const own = turn;
    const blank = blanks.get(id)!;
    const current = (): boolean => own === turn && blanks.get(id) === blank;
    progress.replaceChildren(bar(blank.file.name));
    const shown = await made(order, blank, load, () => void work(true)).catch(() => said("unopened"));
    if (!current()) return;
    progress.replaceChildren();
    results.replaceChildren(shown);
    announce(shown.dataset["said"] ?? "");
    if (focus) results.querySelector<HTMLElement>("[tabindex]")?.focus();
  }
}

/** What becomes of a file: a question, what hinders, or the filled form. */
async function made(order: Order, blank: Blank, load: Load, again: () => void): Promise<HTMLElement> {
  const held = await boxesOf(blank.file);
  if (held === null) return said("failed");
  const differ = differences(order, held);
  const isThisForm = held.form?.id === order.form && held.form.edition === order.edition;
  if (isThisForm && differ.length > 0 && blank.replace === undefined)
    return asking(order, differ, (replace) => {
      blank.replace = replace;
      again();
    });
  const replace = blank.replace ?? false;
  const options = { form: { id: order.form, edition: order.edition }, replace, otherEdition: blank.otherEdition ?? false };
  const done = await fillIn(blank.file, order.id, valuesOf(order, differ, replace), options, load);
  if (done === null) return said("failed");
  return drawn(order, blank.file.name, done.opened, done.filled, () => {
    blank.otherEdition = true;
    again();
  });
}

function said(key: "failed" | "unopened"): HTMLElement {
  const text = make("p", "", say(key));
  text.tabIndex = -1;
  const shown = make("div", "", text);
  shown.dataset["said"] = say(key);
  return shown;
}

function announce(text: string): void {
  document.getElementById("status")!.textContent = text;
}

function bar(name: string): HTMLElement {
  const words = say("fill.filling", { name });
  const line = make("progress", "");
  line.setAttribute("aria-label", words);
  return make("div", "progress-of", make("p", "", words), line);
}

