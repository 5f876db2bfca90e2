// Lists to choose from. Nobody can mistype there, so nothing is said of them: they are only filled.

import { type Box, type Place, collect } from "../../../pkg/src/dom/collect.js";
import { describe } from "../../../pkg/src/dom/describe.js";
import { quoted } from "../../../pkg/src/dom/text.js";
import type { Asked } from "../../../pkg/src/dom/reader.js";
import type { Row, Shown, WantedFor } from "../protocol.js";
import type { Target } from "./filling.js";
import type { Remote } from "./reader.js";
import { isSeen } from "./seen.js";

/** So many entries of a list are looked at: there are fewer countries. */
const MOST = 400;

/** A list, as far as it is one of places: what it wants is asked when somebody wants to fill it. */
export class Choice implements Target {
  readonly box: HTMLSelectElement;
  readonly #place: Place;
  readonly #wanted: Asked<WantedFor | null>;
  readonly #row: Asked<Row | null>;

  constructor(place: Place, reader: Remote) {
    this.#place = place;
    this.box = place.box as unknown as HTMLSelectElement;
    this.#wanted = reader.want(describe(place), null) as Asked<WantedFor | null>;
    this.#row = reader.row(place);
  }

  /** All lists of the page. */
  static all(reader: Remote): Choice[] {
    const places = [...collect(document.documentElement, [], isChoice)].filter((one): one is Place => "box" in one);
    return places.map((place) => new Choice(place, reader));
  }

  get said(): string {
    return JSON.stringify(describe(this.#place));
  }

  /** The entry that is chosen; "" of one that stands for none. */
  get text(): string {
    return this.box.value === "" ? "" : (this.box.selectedOptions[0]?.text ?? "");
  }

  get isOpen(): boolean {
    return this.box.isConnected && !this.box.multiple && !this.box.matches(":disabled") && isSeen(this.box);
  }

  put(text: string): void {
    const entries = [...this.box.options];
    this.box.selectedIndex = entries.findIndex((one) => (text === "" ? one.value === "" : one.text === text && !one.disabled));
    for (const type of ["input", "change"]) this.box.dispatchEvent(new Event(type, { __proto__: null, bubbles: true } as EventInit));
  }

  /** As the popup shows it; null if it wants nothing of ours. */
  shown(key: number): Shown | null {
    const { answer: wanted } = this.#wanted;
    if (!wanted) return null;
    const entries = [...this.box.options].slice(0, MOST).map(({ text, value }) => ({ text, value }));
    return { key, label: quoted(wanted.label), wanted, row: this.#row.answer ?? null, type: "select", maxLength: -1, text: this.text, entries, findings: [], open: this.isOpen };
  }
}

function isChoice(node: unknown): node is Box {
  return node instanceof HTMLSelectElement;
}
