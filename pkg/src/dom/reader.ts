// Who reads the boxes for whoever watches them.

import { KINDS } from "../generated/tables.js";
import type { Field } from "../options.js";
import { type Between, between } from "./between.js";
import { type Engine, type Filled, type Judged, type Wanted, judge, want } from "./judge.js";
import { tellMaker } from "./maker.js";
import { spoken, word } from "./words.js";

/** Something that was asked; the answer is there at once, or later. */
export interface Asked<Answer> {
  readonly answer?: Answer;
}

/** Says what boxes want, and what is wrong in them. */
export interface Reader {
  want(field: Field, marker: string | null): Asked<Wanted | null>;
  judge(wanted: Wanted, text: string, type: string): Asked<Judged | null>;
  between<One extends Filled>(boxes: readonly One[]): Asked<Between<One>[]>;
  /** The language of its words. */
  readonly language: string;
  readonly word: (name: Parameters<typeof word>[1], parameters?: Record<string, string>) => string;
  /** Throws if nothing can be read here. */
  demand(): void;
  /** Gets ready, in small steps. */
  prepare(): Iterable<undefined>;
}

/** The core, which answers at once. */
export function readerBy(engine: Engine, locale: string, today: () => string): Reader {
  const told = new Set<string>();
  return {
    want(field, marker) {
      if (marker !== null && !isMarker(marker) && !told.has(marker)) {
        told.add(marker);
        tellMaker(`data-prefile="${marker}" names no kind`);
      }
      return { answer: want(field, marker, locale, engine) };
    },
    judge: (wanted, text, type) => ({ answer: judge(wanted, text, type, { locale, today: today() }, engine) }),
    between: (boxes) => ({ answer: between(boxes, locale, engine) }),
    get language() {
      return spoken(locale);
    },
    word: (name, parameters) => word(locale, name, parameters),
    demand: engine.demand,
    prepare: () => engine.prepare(locale),
  };
}

/** JSX writes "true" for an attribute without a value. */
function isMarker(said: string): boolean {
  return said === "" || said === "true" || KINDS.some((kind) => kind === said);
}
