// What `attach` takes and gives.

import type { Finding } from "../generated/types.js";

/** What `attach` may be told. */
export interface AttachOptions {
  /** The language of the words, as a tag. Without it, that of the page; one that was not imported reads as English. */
  locale?: string;
  /** Today as an ISO date. Without it, the day by the device's clock. */
  today?: string;
  /** Only boxes with the attribute `data-prefile`, or inside an element that has it. */
  marked?: boolean;
}

/** What `attach` gives. */
export interface Attached {
  /** Checks all boxes now, shows what there is to say, and returns it in the order of the page. */
  check(): Finding[];
  /** Takes everything away that was put on the page. */
  detach(): void;
}
