// What changed from the edition that the questions are for to that of a file.
import type { EditionChanges, PlacedBox } from "../../pkg/src/pdf.js";
import { make } from "../check/dom.js";
import { say } from "../check/words.js";
import { placeOf } from "./differ.js";

export function changed({ same, moved, renamed, reworded, added, gone }: EditionChanges): HTMLElement {
  const arrow = ({ from, to }: { from: PlacedBox; to: PlacedBox }): string => `${placeOf(from)} → ${placeOf(to)}`;
  const rows = [
    folded(say("fill.moved", { count: moved.length }), moved.map(arrow)),
    folded(say("fill.renamed", { count: renamed.length }), renamed.map(arrow)),
    folded(say("fill.reworded", { count: reworded.length }), reworded.map(({ to }) => placeOf(to))),
    folded(say("fill.added", { count: added.length }), added.map(placeOf)),
    folded(say("fill.gone", { count: gone.length }), gone.map(placeOf)),
  ];
  return make("section", "changed", make("h4", "", say("fill.changed")), make("p", "", say("fill.same", { count: same })), ...rows);
}

function folded(title: string, places: string[]): HTMLElement | null {
  if (places.length === 0) return null;
  return make("details", "more", make("summary", "", title), make("ul", "plain", ...places.map((place) => make("li", "", place))));
}
