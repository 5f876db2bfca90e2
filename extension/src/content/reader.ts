// Has boxes read by the worker: questions wait until the answers to those before are there, and go
// together then.

import { fill } from "../../../pkg/src/dom/words.js";
import type { Between } from "../../../pkg/src/dom/between.js";
import type { Place } from "../../../pkg/src/dom/collect.js";
import { describe } from "../../../pkg/src/dom/describe.js";
import type { Filled, Judged, Wanted } from "../../../pkg/src/dom/judge.js";
import type { Asked, Reader } from "../../../pkg/src/dom/reader.js";
import { send } from "../client.js";
import { Frames } from "./frames.js";
import type { Hello, Pair, Question, Reply, Row } from "../protocol.js";

/** So many questions go in one message: the worker answers them in a few milliseconds. */
const MOST = 200;

/** A question, and where its answer is waited for. */
interface Open {
  readonly question: Question;
  readonly answered: (reply: Reply) => void;
}

export class Remote implements Reader {
  readonly #hello: Promise<Hello>;
  #words: Readonly<Record<string, string>> = {};
  /** Answers have come; or none will. */
  readonly #came: () => void;
  readonly #failed: (error: unknown) => void;
  #open: Open[] = [];
  #sending: Promise<void> | null = null;
  /** What other frames hold. */
  readonly #frames: Frames;
  /** Boxes that were compared last, and what came of it. */
  #compared = "";
  #pairs: Asked<readonly Pair[]> = {};

  constructor(hello: Promise<Hello>, came: () => void, failed: (error: unknown) => void) {
    this.#hello = hello;
    this.#came = came;
    this.#failed = failed;
    this.#frames = new Frames(this, came);
  }

  want(field: Parameters<Reader["want"]>[0], marker: string | null): Asked<Wanted | null> {
    return this.#ask({ ask: "want", field, marker });
  }

  row(place: Place): Asked<Row | null> {
    return this.#ask({ ask: "row", field: describe(place) });
  }

  judge(wanted: Wanted, text: string, type: string): Asked<Judged | null> {
    if (text.trim() === "") return { answer: null };
    return this.#ask({ ask: "judge", wanted, text, type });
  }

  between<One extends Filled>(boxes: readonly One[]): Asked<Between<One>[]> {
    const plain = boxes.filter(({ text }) => text !== "").map(({ wanted, text, judged }) => ({ wanted, text, judged }));
    if (plain.length === 0) return { answer: [] };
    const { before, behind } = this.#frames.look();
    const around = [...before, ...boxes, ...behind];
    // Two are compared, and one that stands wrong wants an empty one.
    if (around.length < 2) return { answer: [] };
    const all = around.map(({ wanted, text, judged }) => ({ wanted, text, judged }));
    const compared = JSON.stringify(all);
    if (compared !== this.#compared) {
      this.#compared = compared;
      this.#pairs = this.#ask({ ask: "between", boxes: all });
    }
    const { answer } = this.#pairs;
    if (answer === undefined) return {};
    const own = (at: number): One | undefined => boxes[at - before.length];
    return {
      answer: answer.flatMap(({ at, other, finding, moves }) => {
        const [here, there] = [own(at), own(other)];
        // Another frame says it itself; and nothing is moved from one to another.
        return here === undefined ? [] : [{ at: here, other: there ?? here, finding, moves: moves && there !== undefined }];
      }),
    };
  }

  get language(): string {
    return this.#words["language"] ?? "";
  }

  word = (name: string, parameters: Record<string, string> = {}): string => fill(this.#words[name] ?? "", parameters);

  demand(): void {
    // The worker has its own policy.
  }

  prepare(): Iterable<undefined> {
    return [];
  }

  end(): void {
    this.#frames.end();
  }

  /** Waits until nothing is asked any more. */
  async rest(): Promise<void> {
    while (this.#sending !== null) await this.#sending;
  }

  #ask<Answer extends Reply>(question: Question): Asked<Answer> {
    const asked: { answer?: Answer } = {};
    const open: Open = { question, answered: (reply) => void (asked.answer = reply as Answer) };
    // What a person waits for goes before what is only found out in time.
    if (question.ask === "want") this.#open.push(open);
    else this.#open.unshift(open);
    this.#sending ??= this.#send();
    return asked;
  }

  async #send(): Promise<void> {
    let now: Open[] = [];
    try {
      // Nothing is drawn before there are words. Whatever is asked meanwhile goes together.
      this.#words = (await this.#hello).words;
      now = this.#open.splice(0, MOST);
      const replies = await send({ say: "read", questions: now.map(({ question }) => question) });
      now.forEach(({ answered }, place) => answered(replies[place] ?? null));
      this.#sending = this.#open.length > 0 ? this.#send() : null;
      this.#came();
    } catch (error) {
      this.#open = [];
      this.#sending = null;
      this.#failed(error);
    }
  }
}
