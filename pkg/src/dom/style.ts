// How what we draw looks. Sheets that are made by a program need no permission by a page's policy,
// and inside :where() they give way to whatever the page itself says.

import { OURS } from "./collect.js";

// Written close, since it ships as it stands here.
const CSS = `
:where(.${OURS}){box-sizing:border-box;flex-basis:100%;grid-column:1 / -1}
:where(:has(> .${OURS}-line)){flex-wrap:wrap}
:where(.${OURS}-beside){margin:.25em 0 .75em}
:where(.${OURS}-text){margin:0 0 .25em;padding-inline-start:.75em;border-inline-start:.25em solid var(--prefile-note, #4a6785)}
:where(.${OURS}-text.${OURS}-error){border-inline-start-color:var(--prefile-error, #b3261e)}
:where(.${OURS}-text.${OURS}-warning){border-inline-start-color:var(--prefile-warning, #8a6100)}
:where(.${OURS}-button){min-block-size:44px;margin:.25em .5em .25em 0;padding:.25em .75em;font:inherit}
:where(.${OURS}-summary){margin:0 0 1em;padding:1em;border:.25em solid var(--prefile-error, #b3261e)}
:where(.${OURS}-summary > *){margin:0}
:where(.${OURS}-summary > p){font-weight:bold}
:where(.${OURS}-summary a){display:inline-block;padding-block:.5em;color:inherit}
.${OURS}-status{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media print{.${OURS}-button, .${OURS}-status{display:none}}
`;

let sheet: CSSStyleSheet | undefined;

/** Gives a document or a shadow root the style; what comes back takes it away. */
export function dress(tree: Document | ShadowRoot): () => void {
  try {
    if (sheet === undefined) (sheet = new CSSStyleSheet()).replaceSync(CSS);
    tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
  } catch {
    // An old browser, or a document of another frame: plain, and still readable.
    return () => {};
  }
  return () => {
    // Only once: somebody else may have adopted it, too.
    const place = tree.adoptedStyleSheets.indexOf(sheet!);
    tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((_, at) => at !== place);
  };
}
