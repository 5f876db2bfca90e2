// The entries of a list, one below the other.

import * as words from "../generated/guide-words.js";
import type { Answers, Question, Screen } from "../guide.js";
import { button, make } from "./draw.js";
import { line } from "./field.js";
import { answerAt, entriesOf, placeOf } from "./said.js";
import type { Speech } from "./speech.js";

/** So many answers stand for an entry. */
const SHOWN = 3;

/** What a list needs of the element. */
export interface Listing {
  readonly screen: Screen;
  readonly list: string;
  readonly answers: Answers;
  readonly speech: Speech;
  /** Whether it is shown what is wrong. */
  readonly checked: boolean;
  readonly trouble: (entry: number) => readonly HTMLElement[];
  readonly open: (entry: number) => void;
  readonly add: () => void;
  readonly remove: (entry: number) => void;
  readonly up: (entry: number) => void;
  readonly none: (ticked: boolean) => void;
}

/** The questions about one entry. */
export function questionsOf({ questions }: Screen, entry: number): Question[] {
  return questions.filter(({ fact }) => placeOf(fact)?.entry === entry);
}

/** An entry as it is called: "1 Main St, Boise, 05/2019", or "Entry 2". */
export function nameOf(screen: Screen, entry: number, answers: Answers, speech: Speech): string {
  const telling = questionsOf(screen, entry).filter(({ kind, fact }) => kind !== "yes-no" && answerAt(answers, fact) !== null);
  const said = telling.map((question) => speech.answer(question, answers)).filter((text) => text !== "");
  return said.slice(0, SHOWN).join(", ") || speech.say(words.entry, { number: String(entry + 1) });
}

export function drawEntries(listing: Listing): Node[] {
  const { list, answers, speech, add, none, checked } = listing;
  const entries = entriesOf(answers, list);
  const count = entries?.length ?? 0;
  const items = Array.from({ length: count }, (_, entry) => drawEntry(listing, entry));
  const more = button({ class: "add" }, speech.say(count === 0 ? words.add : words.add_another), add);
  if (count > 0) return [make("ol", { class: "entries" }, ...items), more];
  const input = make("input", { type: "checkbox" });
  input.checked = entries !== null;
  input.addEventListener("change", () => none(input.checked));
  const said = checked && entries === null ? make("ul", { class: "said" }, line("error", speech.say(words.enter_list), speech)) : null;
  const empty = make("label", { class: "choice none" }, input, make("span", {}, speech.say(words.none_to_add)));
  return said === null ? [more, empty] : [said, more, empty];
}

function drawEntry({ screen, answers, speech, trouble, open, remove, up }: Listing, entry: number): HTMLElement {
  const what = nameOf(screen, entry, answers, speech);
  const tool = (text: string, label: string, act: () => void) => button({ "aria-label": label }, text, act);
  const said = trouble(entry);
  return make(
    "li",
    {},
    make("h3", { tabindex: "-1" }, what),
    said.length > 0 ? make("ul", { class: "said" }, ...said) : null,
    make(
      "p",
      { class: "row" },
      tool(speech.say(words.change), speech.say(words.change_this, { what }), () => open(entry)),
      entry > 0 ? tool(speech.say(words.up), speech.say(words.up_this, { what }), () => up(entry)) : null,
      tool(speech.say(words.remove), speech.say(words.remove_this, { what }), () => remove(entry)),
    ),
  );
}
