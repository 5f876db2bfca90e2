// How the element looks: calm, and in the page's own letters. A sheet that a program makes needs no
// permission by a page's policy.

const CSS = `
:host { display: block; max-inline-size: 38rem; line-height: 1.5; overflow-wrap: anywhere; }
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
h2, h3, p, ul, ol, dl, dd, fieldset, legend { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
ul, ol { list-style: none; }
.progress { margin-block-end: 1rem; font-size: .95em; }
.title { font-size: 1.5em; line-height: 1.25; text-wrap: balance; }
.intro { margin-block-start: .5rem; }
h3 { margin-block: 1.75rem .25rem; font-size: 1.1em; line-height: 1.3; }
.questions, .entries { display: grid; gap: 2rem; margin-block-start: 1.75rem; }
.entries { gap: 1rem; }
.entries > li { padding: 1rem; border: 1px solid color-mix(in srgb, currentcolor 30%, transparent); border-radius: .6rem; }
.entries h3 { margin-block-start: 0; }
.question > label:first-child, legend { display: block; margin-block-end: .15rem; font-size: 1.1em; font-weight: 600; }
.help { margin-block-end: .6rem; }
.box { display: block; inline-size: 100%; min-block-size: 44px; margin-block-start: .4rem; padding: .6rem .8rem; border: 2px solid color-mix(in srgb, currentcolor 55%, transparent); border-radius: .5rem; background: Field; color: FieldText; font: inherit; }
.choice { display: grid; grid-template-columns: 1.5rem 1fr; align-items: center; gap: .75rem; min-block-size: 44px; margin-block-start: .6rem; padding: .6rem .8rem; border: 1px solid color-mix(in srgb, currentcolor 30%, transparent); border-radius: .6rem; cursor: pointer; }
.choice:has(:checked) { border-color: currentcolor; box-shadow: inset 0 0 0 1px currentcolor; }
.none { inline-size: fit-content; border: 0; padding: 0; }
.none:has(:checked) { box-shadow: none; }
.choice input { inline-size: 1.5rem; block-size: 1.5rem; margin: 0; accent-color: var(--prefile-accent, #135e5b); }
:focus-visible { outline: 3px solid currentcolor; outline-offset: 3px; border-radius: 4px; }
.said { display: grid; gap: .6rem; margin-block: .6rem; }
.said > li, .summary { padding-inline-start: .75rem; border-inline-start: .25rem solid var(--prefile-note, #4a6785); }
.said > .error, .summary { border-inline-start-color: var(--prefile-error, #b3261e); }
.said > .warning { border-inline-start-color: var(--prefile-warning, #8a6100); }
.said strong::before { content: "i"; display: inline-grid; place-items: center; inline-size: 1.3em; block-size: 1.3em; margin-inline-end: .4em; border: 2px solid currentcolor; border-radius: .2em; font-size: .85em; line-height: 1; }
.said > .error strong::before { content: "×"; border-radius: 50%; }
.said > .warning strong::before { content: "!"; border-radius: .9em .9em 0 0; }
.summary { margin-block-start: 1.25rem; padding-block: .25rem; }
.summary h3 { margin: 0; }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.25rem; }
.go { margin-block-start: 2rem; }
.removed { margin-block-start: 1rem; }
.add { margin-block-start: 1.25rem; }
button { min-block-size: 44px; padding: .4rem 1rem; border: 1px solid currentcolor; border-radius: .5rem; background: transparent; color: inherit; font: inherit; text-align: start; cursor: pointer; }
.quiet { border-color: transparent; padding-inline: .25rem; text-decoration: underline; text-underline-offset: .2em; }
.main { min-block-size: 48px; padding-inline: 1.75rem; border-color: currentcolor; background: var(--prefile-accent, #135e5b); color: var(--prefile-accent-ink, #fff); font-weight: 600; }
summary { display: flex; align-items: center; inline-size: fit-content; min-block-size: 44px; gap: .5rem; cursor: pointer; text-decoration: underline; text-underline-offset: .2em; }
summary::before { content: "+"; inline-size: 1ch; }
[open] > summary::before { content: "−"; }
dl > div { padding-block: .6rem; border-block-start: 1px solid color-mix(in srgb, currentcolor 25%, transparent); }
dt { font-weight: 600; }
dd { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .35rem 1rem; }
.body { white-space: pre-line; }
a { display: inline-flex; align-items: center; min-block-size: 44px; color: inherit; }
.aside { margin-block-start: 2rem; }
@media (forced-colors: active) { .choice:has(:checked) { outline: 3px solid Highlight; } }
@media print { button, .progress, summary { display: none; } }
`;

let sheet: CSSStyleSheet | undefined;

export function dress(root: ShadowRoot): void {
  if (sheet === undefined) (sheet = new CSSStyleSheet()).replaceSync(CSS);
  root.adoptedStyleSheets = [sheet];
}
