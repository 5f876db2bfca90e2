/**
 * `<prefile-guide pack="i-765">`: a form or a guide as an element, one screen at a time, in a shadow
 * root with a style of its own. Importing this module is all there is to do, besides the packs that
 * are named. Nothing is stored, nothing is sent: the page hears of each change by the event `change`.
 */
import * as words from "../generated/guide-words.js";
import { type Answer, type Answers, type Evaluation, type GuideFinding, type Pack, type Question, type Screen, evaluate } from "../guide.js";
import { onImport, packOf } from "../imported.js";
import { button, folded, make, title } from "./draw.js";
import { drawEnd, labelOf, row } from "./end.js";
import { drawEntries, nameOf, questionsOf } from "./entries.js";
import { type Asking, drawField, drawFinding, line } from "./field.js";
import { answerAt, entriesOf, withAnswer, withEntries } from "./said.js";
import { Speech } from "./speech.js";
import { dress } from "./style.js";

export type { Answer, Answers, Evaluation, Pack } from "../guide.js";

/** What the event `change` has in its `detail`. */
export interface GuideChange {
  /** What was said so far. */
  readonly answers: Answers;
  /** Field name in the official PDF to what is written there; of the first pack that has boxes. */
  readonly boxes: Record<string, string>;
  /** The same for each pack by its name. */
  readonly boxesByPack: Record<string, Record<string, string>>;
  /** Whether nothing is left to be asked. */
  readonly complete: boolean;
}

/** On a server there are no elements, and the class is there all the same. */
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** Behind the last screen. */
const END = "";

/** The element. */
export class PrefileGuide extends Base {
  static readonly observedAttributes = ["pack", "lang"];

  #packs: readonly Pack[] | null = null;
  #answers: Answers = {};
  #today: string | undefined;
  /** The screen that is shown: "i-765/name". */
  #at = END;
  #entry: number | null = null;
  /** The language of what is drawn. */
  #spoken = "";
  #checked = false;
  #fromEnd = false;
  /** What was just taken out of the list that is shown, and the answers before that. */
  #removed: { name: string; before: Answers } | null = null;
  readonly #warned = new Set<string>();
  readonly #typed = new Map<string, string>();
  /** Every question that was shown, for when its answer is set aside. */
  readonly #seen = new Map<string, Question>();
  #root: ShadowRoot | undefined;
  #forgetImports: (() => void) | undefined;

  /** What was said so far. Setting it begins anew. */
  get answers(): Answers {
    return this.#answers;
  }
  set answers(answers: Answers) {
    this.#answers = structuredClone(answers);
    this.#begin();
  }

  /** The packs, as their modules have them; in their place `pack` names packs that were imported. */
  get packs(): readonly Pack[] {
    if (this.#packs !== null) return this.#packs;
    const named = (this.getAttribute("pack") ?? "").split(/\s+/).map(packOf);
    // One alone of two that were named would be another packet.
    return named.every((pack) => pack !== undefined) ? named : [];
  }
  set packs(packs: readonly Pack[]) {
    this.#packs = [...packs];
    this.#begin();
  }

  /** Today as an ISO date; the device's day unless it is set. */
  get today(): string {
    return this.#today ?? new Date().toLocaleDateString("en-CA");
  }
  set today(day: string) {
    this.#today = day;
    this.#begin();
  }

  /** What the answers come to. */
  get evaluation(): Evaluation {
    return this.#evaluate();
  }

  connectedCallback(): void {
    // Once the import is done: it must not fail because of what is drawn.
    this.#forgetImports = onImport(() => queueMicrotask(() => (this.#at === END ? this.#begin() : this.#translate())));
    this.#begin();
  }

  disconnectedCallback(): void {
    this.#forgetImports?.();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now) return;
    if (name === "pack") this.#begin();
    else this.#translate();
  }

  /** Draws the same in another language, and leaves a person where they are. */
  #translate(): void {
    if (this.#speech.tag === this.#spoken) return;
    const at = this.#root?.activeElement?.closest("[data-fact]")?.getAttribute("data-fact");
    this.#draw();
    if (at) this.#focusOn(at);
  }

  get #speech(): Speech {
    const near = this.closest<HTMLElement>("[lang]");
    return new Speech(near?.lang || "en");
  }

  #evaluate(show?: string): Evaluation {
    const options = { locale: this.#speech.locale, today: this.today };
    return evaluate(this.packs, this.#answers, show === undefined ? options : { ...options, show });
  }

  #begin(): void {
    if (!this.isConnected) return;
    this.#warned.clear();
    this.#fromEnd = false;
    this.#turnTo(this.#open());
  }

  /** The first screen that is not done. */
  #open(): string {
    const { current } = this.#evaluate();
    return current === null ? END : keyOf(current);
  }

  /** Shows a screen, or an entry of its list. */
  #turnTo(at: string, entry: number | null = null): void {
    [this.#at, this.#entry, this.#checked, this.#removed] = [at, entry, false, null];
    if (at === END) this.#fromEnd = false;
    this.#draw();
  }

  /** The same after a press: the heading takes the focus. */
  #come(at: string, entry: number | null = null): void {
    this.#leaveBlank();
    this.#turnTo(at, entry);
    this.#focus("h2");
  }

  #focus(selector: string): void {
    this.#root?.querySelector<HTMLElement>(selector)?.focus();
  }

  /** An entry in which nothing was said is none. */
  #leaveBlank(): void {
    const list = this.#entry === null ? null : (this.#evaluate(this.#at).shown?.list ?? null);
    if (list === null) return;
    const entries = entriesOf(this.#answers, list) ?? [];
    const left = entries.filter((entry, at) => at !== this.#entry || Object.keys(entry).length > 0);
    if (left.length < entries.length) this.#change(withEntries(this.#answers, list, left.length > 0 ? left : null));
  }

  #change(answers: Answers): Evaluation {
    this.#answers = answers;
    const evaluation = this.#evaluate(this.#at);
    const { boxes, boxesByPack, current } = evaluation;
    const detail: GuideChange = { answers, boxes, boxesByPack, complete: current === null };
    this.dispatchEvent(new CustomEvent("change", { detail, bubbles: true }));
    return evaluation;
  }

  #draw(): void {
    if (!this.isConnected) return;
    if (this.#root === undefined) dress((this.#root = this.attachShadow({ mode: "open" })));
    const speech = this.#speech;
    this.#spoken = speech.tag;
    const evaluation = this.#evaluate(this.#at);
    const { shown, screens } = evaluation;
    if (screens.length === 0) {
      const said = evaluation.findings.map((finding) => drawFinding(finding, speech));
      const nothing = said.length > 0 ? make("ul", { class: "said" }, ...said) : make("p", {}, speech.say(words.coming));
      this.#root.replaceChildren(nothing);
      return;
    }
    const body = shown === null ? this.#drawEnd(evaluation) : this.#drawScreen(evaluation, shown);
    this.#root.replaceChildren(this.#drawProgress(evaluation), ...body, ...this.#drawAside(evaluation));
  }

  #drawProgress({ screens, current }: Evaluation): HTMLElement {
    const speech = this.#speech;
    const needed = screens.filter(({ status }) => status !== "not-needed");
    const at = needed.findIndex((screen) => keyOf(screen) === this.#at);
    const numbers = { count: String(at + 1), total: String(needed.length) };
    const text = at < 0 ? speech.say(words.done) : speech.say(current === null ? words.step : words.step_at_most, numbers);
    return make("p", { class: "progress" }, text);
  }

  #drawScreen(evaluation: Evaluation, screen: Screen): Node[] {
    const speech = this.#speech;
    for (const question of screen.questions) this.#seen.set(question.fact, question);
    const entry = this.#entry;
    const heading = entry === null ? screen.title : speech.say(words.entry_title, { what: screen.title, number: String(entry + 1) });
    const form = make("form", { novalidate: true });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#goOn();
    });
    if (screen.list !== null && entry === null) form.append(...this.#drawList(evaluation, screen, screen.list));
    else form.append(make("div", { class: "questions" }, ...this.#asked(screen).map((question) => drawField(question, this.#asking(evaluation)))));
    const go = make("button", { type: "submit", class: "main" }, speech.say(words.go));
    const back = button({ class: "quiet" }, speech.say(words.back), () => this.#goBack());
    form.append(make("p", { class: "row go" }, go, ...(entry === null && this.#before() === null ? [] : [back])));
    const intro = screen.intro === "" ? null : make("p", { class: "intro" }, screen.intro);
    return [title(heading), intro, this.#drawSummary(evaluation, screen), form].filter((one) => one !== null);
  }

  /** What is asked on what is shown. */
  #asked(screen: Screen): Question[] {
    return this.#entry === null ? screen.questions : questionsOf(screen, this.#entry);
  }

  #asking({ findings }: Evaluation): Asking {
    const about = (fact: string) => (this.#checked ? findings.filter(({ field }) => field === fact) : []);
    return {
      speech: this.#speech,
      answers: this.#answers,
      typed: this.#typed,
      about,
      isMissing: (question) => this.#checked && !question.answered && !about(question.fact).some(isError),
      answer: (fact, answer) => this.#take(fact, answer),
      use: (fact, text) => {
        this.#take(fact, text);
        this.#draw();
        this.#focusOn(fact);
      },
    };
  }

  /** Keeps an answer, and shows at once what is asked because of it. */
  #take(fact: string, answer: Answer | undefined): void {
    const before = answerAt(this.#answers, fact);
    if (answer === null && typeof before === "string") this.#typed.set(fact, before);
    const evaluation = this.#change(withAnswer(this.#answers, fact, answer));
    const questions = this.#root?.querySelector(".questions");
    if (evaluation.shown === null || !questions) return;
    const there = new Map([...questions.children].map((field) => [field.getAttribute("data-fact"), field]));
    let last: Element | null = null;
    for (const question of this.#asked(evaluation.shown)) {
      this.#seen.set(question.fact, question);
      const field: Element = there.get(question.fact) ?? drawField(question, this.#asking({ ...evaluation, findings: [] }));
      if (!there.delete(question.fact)) last === null ? questions.prepend(field) : last.after(field);
      last = field;
    }
    for (const field of there.values()) field.remove();
  }

  #focusOn(fact: string): void {
    const field = `[data-fact="${fact}"] input`;
    this.#focus(this.#root?.querySelector(`${field}:checked`) ? `${field}:checked` : field);
  }

  #drawSummary(evaluation: Evaluation, screen: Screen): HTMLElement | null {
    const trouble = this.#trouble(evaluation, screen);
    if (!this.#checked || trouble.length === 0) return null;
    const speech = this.#speech;
    const items = trouble.map(({ fact, text }) => make("li", {}, button({ class: "quiet" }, text, () => this.#lookAt(fact))));
    const hold = trouble.some(({ grave }) => grave) ? null : make("p", {}, speech.say(words.hold));
    const heading = make("h3", { id: "summary" }, speech.say(words.summary));
    return make("section", { class: "summary", tabindex: "-1", "aria-labelledby": "summary" }, heading, make("ul", {}, ...items), hold);
  }

  /** Where an answer stands that there is something to say of; of an entry, on its screen. */
  #lookAt(fact: string): void {
    const [, entry] = /\[(\d+)\]/.exec(fact) ?? [];
    if (entry !== undefined && this.#entry === null) {
      this.#come(this.#at, Number(entry));
      this.#checked = true;
      this.#draw();
    }
    if (fact === "") this.#focus(".add");
    else this.#focusOn(fact);
  }

  /** What there is to say of the answers on this screen. */
  #trouble({ findings }: Evaluation, screen: Screen): { fact: string; text: string; grave: boolean }[] {
    const speech = this.#speech;
    const asked = this.#asked(screen);
    const said = asked.flatMap((question) => {
      const about = findings.filter(({ field }) => field === question.fact);
      const tell = (text: string, grave: boolean) => ({ fact: question.fact, text: `${labelOf(question, speech)}: ${text}`, grave });
      const missing = !question.answered && !about.some(isError) ? [tell(speech.missing(question), true)] : [];
      return [...missing, ...about.map((finding) => tell(finding.message, isError(finding)))];
    });
    const unbegun = screen.list !== null && this.#entry === null && entriesOf(this.#answers, screen.list) === null;
    return unbegun ? [{ fact: "", text: speech.say(words.enter_list), grave: true }, ...said] : said;
  }

  #drawList(evaluation: Evaluation, screen: Screen, list: string): Node[] {
    const speech = this.#speech;
    const { findings } = evaluation;
    const entries = () => entriesOf(this.#answers, list) ?? [];
    const arrange = (next: readonly Answers[]) => this.#change(withEntries(this.#answers, list, next.length > 0 ? next : null));
    const undo = this.#removed && button({}, speech.undo, () => {
      this.#change(this.#removed!.before);
      this.#removed = null;
      this.#draw();
      this.#focus("h2");
    });
    const gone = this.#removed && make("p", { class: "row removed", tabindex: "-1" }, speech.say(words.removed, { what: this.#removed.name }), undo);
    return [
      ...(gone === null ? [] : [gone]),
      ...drawEntries({
        screen,
        list,
        answers: this.#answers,
        speech,
        checked: this.#checked,
        trouble: (entry) => {
          const asked = questionsOf(screen, entry);
          const said = findings.filter(({ field }) => asked.some(({ fact }) => fact === field)).map((finding) => drawFinding(finding, speech));
          return asked.every(({ answered }) => answered) ? said : [line("error", speech.say(words.unfinished), speech), ...said];
        },
        open: (entry) => this.#come(this.#at, entry),
        add: () => {
          arrange([...entries(), {}]);
          this.#come(this.#at, entries().length - 1);
        },
        remove: (entry) => {
          const [name, before] = [nameOf(screen, entry, this.#answers, speech), this.#answers];
          arrange(entries().filter((_, at) => at !== entry));
          this.#removed = { name, before };
          this.#draw();
          this.#focus(".removed");
        },
        up: (entry) => {
          const next = [...entries()];
          next.splice(entry - 1, 2, next[entry]!, next[entry - 1]!);
          arrange(next);
          this.#draw();
          this.#focus(`.entries > li:nth-child(${entry}) h3`);
        },
        none: (ticked) => this.#change(withEntries(this.#answers, list, ticked ? [] : null)),
      }),
    ];
  }

  /** Everything that is asked anywhere. */
  #questions({ screens }: Evaluation): Question[] {
    const asked = screens.filter(({ status }) => status !== "not-needed");
    return asked.flatMap((screen) => this.#evaluate(keyOf(screen)).shown?.questions ?? []);
  }

  #drawEnd(evaluation: Evaluation): Node[] {
    const questions = this.#questions(evaluation);
    for (const question of questions) this.#seen.set(question.fact, question);
    return drawEnd({ evaluation, answers: this.#answers, speech: this.#speech, questions, change: (fact) => this.#changeAt(fact) });
  }

  /** From the end to where an answer is asked for. */
  #changeAt(fact: string): void {
    const screen = this.#evaluate().screens.find((screen) => this.#evaluate(keyOf(screen)).shown?.questions.some((question) => question.fact === fact));
    if (screen === undefined) return;
    this.#fromEnd = true;
    const [, entry] = /\[(\d+)\]/.exec(fact) ?? [];
    const isList = this.#evaluate(keyOf(screen)).shown?.list !== null;
    this.#come(keyOf(screen), entry !== undefined && isList ? Number(entry) : null);
  }

  #drawAside({ setAside }: Evaluation): HTMLElement[] {
    const speech = this.#speech;
    const aside = setAside.flatMap((fact) => this.#seen.get(fact) ?? []);
    if (aside.length === 0) return [];
    const list = make("dl", {}, ...aside.map((question) => row(labelOf(question, speech), speech.answer(question, this.#answers))));
    const details = folded(speech.say(words.aside), make("p", {}, speech.say(words.aside_text)), list);
    details.classList.add("aside");
    return [details];
  }

  /** Continue: says what is wrong, or goes on. */
  #goOn(): void {
    const evaluation = this.#evaluate(this.#at);
    const { shown } = evaluation;
    if (shown === null) return;
    const grave = this.#trouble(evaluation, shown).some(({ grave }) => grave);
    if (grave || this.#warns(evaluation.findings, this.#asked(shown))) {
      this.#checked = true;
      this.#draw();
      this.#focus(".summary");
    } else if (this.#entry !== null) this.#come(this.#at);
    else this.#come((this.#fromEnd ? null : this.#after()) ?? this.#open());
  }

  /** Whether there is a warning that was not shown before, about the same answer. */
  #warns(findings: readonly GuideFinding[], asked: readonly Question[]): boolean {
    const before = this.#warned.size;
    for (const { severity, code, field } of findings)
      if (severity === "warning" && field !== null && asked.some(({ fact }) => fact === field))
        this.#warned.add(JSON.stringify([code, field, answerAt(this.#answers, field)]));
    return this.#warned.size > before;
  }

  /** The next screen that asks something. */
  #after(): string | null {
    return this.#near((keys, at) => keys.slice(at + 1));
  }

  #before(): string | null {
    return this.#near((keys, at) => keys.slice(0, Math.max(0, at)).reverse());
  }

  #near(which: (keys: string[], at: number) => string[]): string | null {
    const keys = this.#evaluate().screens.filter(({ status }) => status !== "not-needed").map(keyOf);
    const asks = (key: string) => {
      const { shown } = this.#evaluate(key);
      return shown !== null && (shown.questions.length > 0 || shown.list !== null);
    };
    return which(keys, keys.indexOf(this.#at)).find(asks) ?? null;
  }

  #goBack(): void {
    if (this.#entry !== null) this.#come(this.#at);
    else this.#come(this.#before() ?? this.#at);
  }
}

function keyOf({ pack, id }: { pack: string; id: string }): string {
  return `${pack}/${id}`;
}

function isError({ severity }: GuideFinding): boolean {
  return severity === "error";
}

declare global {
  interface HTMLElementTagNameMap {
    "prefile-guide": PrefileGuide;
  }
}

if (typeof customElements === "object" && customElements.get("prefile-guide") === undefined)
  customElements.define("prefile-guide", PrefileGuide);
