// On a page: watches its boxes, has them read by the worker, and draws what that says. Nothing here
// hears the page's own messages, and nothing that a person has saved is here before it is confirmed.

import { OURS } from "../../../pkg/src/dom/collect.js";
import { describe } from "../../../pkg/src/dom/describe.js";
import { Watch } from "../../../pkg/src/dom/watch.js";
import { GUEST, make } from "../../../pkg/src/dom/mark.js";
import type { Watched } from "../../../pkg/src/dom/watched.js";
import { quoted } from "../../../pkg/src/dom/text.js";
import { Gone, hear, send } from "../client.js";
import type { Fill, Row, Shown, WantedFor } from "../protocol.js";
import { Choice } from "./choices.js";
import { saidBehind } from "./copy.js";
import { Filling, type Target, Typed } from "./filling.js";
import { Remote } from "./reader.js";
import { sweep } from "./remains.js";

/** So many boxes of a page are shown in the popup, and all with a finding. */
const MOST_SHOWN = 500;

class Page {
  #watch: Watch | null = null;
  #reader: Remote | null = null;
  #words: Readonly<Record<string, string>> = {};
  readonly #filling = new Filling();
  readonly #keys = new WeakMap<HTMLElement, number>();
  /** What the page said of a box when it was shown. */
  readonly #asked = new WeakMap<HTMLElement, string>();
  #choices: Choice[] = [];
  #count = 0;
  /** Which beginning is the latest. */
  #begun = 0;

  #ready: Promise<void> = Promise.resolve();

  /** Begins, or begins again by what a person has set now. */
  begin(): Promise<void> {
    return (this.#ready = this.#begin());
  }

  async #begin(): Promise<void> {
    const begun = ++this.#begun;
    const said = [...(this.#watch?.all ?? [])].filter(({ findings }) => findings.length > 0).map(({ box }) => box);
    this.end();
    const left = new Set([...said, ...sweep()]);
    const hello = send({ say: "hello" });
    // A person may have left a box before there is an answer.
    this.#reader = new Remote(hello, () => this.#watch?.resume(), (error) => this.fail(error));
    this.#watch = new Watch(document.documentElement, this.#reader, false, undefined, saidBehind);
    const { off, words } = await hello;
    if (begun !== this.#begun) return;
    this.#words = words;
    if (off) this.end();
    // What was said there is said again.
    else if (left.size > 0) this.#watch?.look((box) => left.has(box));
  }

  end(): void {
    this.#watch?.detach();
    this.#reader?.end();
    this.#watch = this.#reader = null;
    this.#choices = [];
  }

  /** Nobody answers any more: the page is left as it was, and told why. */
  fail(error: unknown): void {
    if (this.#watch === null) return;
    this.end();
    const words = this.#words[error instanceof Gone ? "updated" : "blocked"];
    // It never began here.
    if (words === undefined) return;
    const told = make("p", "text", [words]);
    told.setAttribute("role", "status");
    told.classList.add(`${OURS}-gone`, GUEST);
    document.body.prepend(told);
  }

  async list(): Promise<Shown[]> {
    await this.#ready;
    if (this.#watch === null || this.#reader === null) return [];
    for (const one of this.#watch.all) one.doubt();
    this.#watch.look();
    this.#choices = Choice.all(this.#reader);
    await this.#reader.rest();
    const rows = new Map([...this.#watch.all].filter(mayBeOfList).map((one) => [one, this.#reader!.row(one.place)]));
    await this.#reader.rest();
    const ours = [...this.#watch.all].flatMap((one) => {
      const row = rows.get(one)?.answer ?? null;
      return one.wanted === null && row === null ? [] : this.#shown(one, row);
    });
    const choices = this.#choices.flatMap((one) => one.shown(this.#keyOf(one.box, one.said)) ?? []);
    const all = [...ours, ...choices];
    return all.filter(({ findings }, at) => at < MOST_SHOWN || findings.length > 0);
  }

  /** How many boxes were filled and can be put back. */
  get filled(): number {
    return this.#filling.count;
  }

  jump(key: number): boolean {
    const box = this.#find(key)?.target.box;
    box?.scrollIntoView({ block: "center" });
    box?.focus();
    return box !== undefined;
  }

  fill(fills: readonly Fill[]): number[] {
    // What asks for something else by now is another box.
    return this.#filling.fill(fills, (key) => {
      const { target, said } = this.#find(key) ?? {};
      return target !== undefined && this.#asked.get(target.box) === said ? target : undefined;
    });
  }

  undo(): number {
    return this.#filling.undo();
  }

  #find(key: number): { target: Target; said: string } | undefined {
    const isIt = ({ box }: { readonly box: HTMLElement }) => this.#keys.get(box) === key;
    const one = [...(this.#watch?.all ?? [])].find(isIt);
    if (one !== undefined) return { target: new Typed(one), said: saidOf(one) };
    const choice = this.#choices.find(isIt);
    return choice && { target: choice, said: choice.said };
  }

  #keyOf(box: HTMLElement, said: string): number {
    const key = this.#keys.get(box) ?? ++this.#count;
    this.#keys.set(box, key);
    this.#asked.set(box, said);
    return key;
  }

  #shown(one: Watched, row: Row | null): Shown {
    const { box } = one;
    return {
      key: this.#keyOf(box, saidOf(one)),
      label: one.wanted?.label ?? quoted(describe(one.place).label ?? ""),
      wanted: one.wanted as WantedFor | null,
      row,
      type: box.type,
      maxLength: box.maxLength,
      text: box.type === "password" ? "" : box.value,
      findings: one.findings.map(({ severity, message }) => ({ severity, title: this.#words[severity] ?? "", message })),
      open: new Typed(one).isOpen,
    };
  }
}

/** Whether it may ask for an answer of a list: an identifier does not. */
function mayBeOfList({ box, wanted }: Watched): boolean {
  return box.type !== "password" && wanted?.number !== true;
}

function saidOf({ place }: Watched): string {
  return JSON.stringify(describe(place));
}

/** By a name that no element of the page can have. */
const PLACE = Symbol.for("prefile");
const scope = globalThis as { [PLACE]?: Page };

// Twice would say everything twice.
if (scope[PLACE] === undefined) {
  const page = (scope[PLACE] = new Page());
  hear({
    async list({ call }) {
      await send({ say: "boxes", call, boxes: await page.list(), filled: page.filled });
      return null;
    },
    jump: async ({ key }) => page.jump(key),
    fill: async ({ boxes }) => page.fill(boxes),
    undo: async () => page.undo(),
    again: async () => (await page.begin(), null),
  });
  page.begin().catch((error: unknown) => page.fail(error));
} else {
  void scope[PLACE].begin();
}
