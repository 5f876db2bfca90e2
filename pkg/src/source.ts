// Where the rule of a code comes from; the words of it are beside the English texts.

import { SOURCE_OF, SOURCES } from "./generated/texts/en.js";
import type { Source } from "./generated/types.js";

/** The source of a code's rule: a new object each time, the caller's own. */
export function sourceOf(code: number): Source {
  const [title, url, read] = SOURCES[SOURCE_OF[code]!]!;
  return { title, url, read };
}
