// Everything that the parts of the extension say to each other, and what is answered.

import type { Filled, Judged, Wanted } from "../../pkg/src/dom/judge.js";
import type { Finding, Kind, LinkCheck, Purpose, Severity } from "../../pkg/src/generated/types.js";
import type { Field } from "../../pkg/src/options.js";

/** What a page asks of its boxes. */
export type Question =
  | { readonly ask: "want"; readonly field: Field; readonly marker: string | null }
  | { readonly ask: "row"; readonly field: Field }
  | { readonly ask: "judge"; readonly wanted: Wanted; readonly text: string; readonly type: string }
  | { readonly ask: "between"; readonly boxes: readonly Filled[] };

/** A finding about two boxes, by their places in the question. */
export interface Pair {
  readonly at: number;
  readonly other: number;
  readonly finding: Finding;
  readonly moves: boolean;
}

/** What a box wants, and what for: only whoever fills boxes asks that. */
export type WantedFor = Wanted & { readonly purpose: Purpose | null };

/** Which answer of a list a box asks for: the trips of a person, their jobs. */
export interface Row {
  readonly list: string;
  readonly member: string;
  /** Which entry, from 1, if the page says so. */
  readonly number: number | null;
}

export type Reply = WantedFor | Row | Judged | readonly Pair[] | null;

/** What a page needs to know before it begins. */
export interface Hello {
  /** The person has switched it off here. */
  readonly off: boolean;
  /** The words beside boxes, in the person's language. */
  readonly words: Readonly<Record<string, string>>;
}

/** What can be chosen of a list: what a person reads, and what the page makes of it. */
export interface Entry {
  readonly text: string;
  readonly value: string;
}

/** A box of a page, as the popup shows it. */
export interface Shown {
  readonly key: number;
  readonly label: string;
  /** What it wants; null if that is of no kind of ours, and only of a list. */
  readonly wanted: WantedFor | null;
  readonly row: Row | null;
  readonly type: string;
  /** How many characters it takes; -1 without a limit. */
  readonly maxLength: number;
  readonly text: string;
  /** Of a list, what can be chosen. */
  readonly entries?: readonly Entry[];
  /** The title says the severity as a word. */
  readonly findings: readonly { readonly severity: Severity; readonly title: string; readonly message: string }[];
  /** A person sees it, and can type in it. */
  readonly open: boolean;
}

/** A text for a box, as it was shown to the person. */
export interface Fill {
  readonly key: number;
  /** What stood in the box then. */
  readonly before: string;
  readonly text: string;
}

export type Message =
  // A page to the worker.
  | { readonly say: "hello" }
  | { readonly say: "read"; readonly questions: readonly Question[] }
  // The popup to the worker.
  | { readonly say: "site"; readonly url: string }
  | { readonly say: "choose"; readonly kind: Kind; readonly text: string; readonly entries: readonly Entry[] }
  // The popup to every frame of a page; each answers by "boxes", and says how many it has filled that can be put back.
  | { readonly say: "list"; readonly call: number }
  | { readonly say: "boxes"; readonly call: number; readonly boxes: readonly Shown[]; readonly filled: number }
  // The popup to one frame of a page.
  | { readonly say: "jump"; readonly key: number }
  | { readonly say: "fill"; readonly boxes: readonly Fill[] }
  | { readonly say: "undo" }
  // To a page: what a person has set is another now.
  | { readonly say: "again" };

/** What is answered to each. */
export interface Answers {
  readonly hello: Hello;
  readonly read: readonly Reply[];
  readonly site: LinkCheck;
  /** The text of the entry that says the same; null if there is none. */
  readonly choose: string | null;
  readonly list: null;
  readonly boxes: null;
  readonly jump: boolean;
  /** The keys of the boxes that were filled. */
  readonly fill: readonly number[];
  /** How many boxes are as they were. */
  readonly undo: number;
  readonly again: null;
}

export type AnswerTo<Sent extends Message> = Answers[Sent["say"]];
