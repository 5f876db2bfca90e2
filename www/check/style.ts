// How this part looks. A sheet that a program makes needs no permission by the page's policy.

const CSS = `
.paper-check .drop { display: grid; justify-items: start; gap: 0.6rem; margin-block-start: 1.5rem; padding: 1.5rem; border: 2px dashed var(--strong-line); border-radius: 0.75rem; background: var(--sheet); }
.paper-check .drop.over { border-color: var(--accent); border-style: solid; background: var(--accent-wash); }
.paper-check .drop .note { margin: 0; }
.paper-check .action { margin: 0; }
.paper-check .progress { display: grid; gap: 0.4rem; margin-block-start: 1.25rem; }
.paper-check progress { width: 100%; height: 0.75rem; accent-color: var(--accent); }
.paper-check .file { margin-block-start: 2.5rem; padding-block-start: 1.5rem; border-block-start: 1px solid var(--line); }
.paper-check .file h2 { overflow-wrap: anywhere; margin-block-end: 0.5rem; }
.paper-check .between { margin-block-start: 2.5rem; padding: 1.25rem 1.5rem; border: 1px solid var(--line); border-radius: 0.75rem; background: var(--sheet); box-shadow: var(--shadow); }
.paper-check .between h2 { margin-block: 0 0.5rem; }
.paper-check .between .findings { margin-block-start: 1rem; }
.paper-check .finding > .ends { display: grid; gap: 1rem 2rem; margin-block-start: 0.8rem; padding: 0; list-style: none; }
.paper-check .end > * + * { margin-block-start: 0.35rem; }
.paper-check .end-file { overflow-wrap: anywhere; }
.paper-check .facts { display: flex; flex-wrap: wrap; gap: 0.1rem 1.25rem; margin-block-start: 0.35rem; color: var(--soft); font-size: 0.95rem; }
.paper-check .counts { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 0.6rem; margin-block-start: 1rem; }
.paper-check .counts .small { margin-inline-start: auto; }
.paper-check .both { display: grid; gap: 2rem; margin-block-start: 1.25rem; }
.paper-check .both > * { min-width: 0; }
.paper-check .findings { margin-block-start: 0; padding: 0; list-style: none; }
.paper-check .finding { display: block; padding-block: 1rem; scroll-margin-block: 6rem; }
.paper-check .finding > * + * { margin-block-start: 0.45rem; }
.paper-check .finding:first-child { border-block-start: 0; padding-block-start: 0.25rem; }
.paper-check .row-head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 0.6rem; }
.paper-check .row-place { font-weight: 600; }
.paper-check .row-label { color: var(--soft); font-size: 0.95rem; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
.paper-check .row-value { overflow-wrap: anywhere; }
.paper-check .row-value .value { font-size: 1rem; white-space: pre-wrap; }
.paper-check .notes > summary { font-weight: 600; }
.paper-check .number { display: inline-grid; place-items: center; flex: none; min-width: 1.5rem; height: 1.5rem; padding: 0 0.3rem; border: 2px solid currentcolor; border-radius: 0.75rem; font-size: 0.8rem; font-weight: 700; font-variant-numeric: tabular-nums; line-height: 1; }
.paper-check .number.note { color: var(--note); background: var(--note-wash); }
.paper-check .strip { display: flex; flex-wrap: wrap; gap: 0.35rem; margin: 0 0 0.9rem; padding: 0; list-style: none; }
.paper-check .turn { position: relative; min-width: 2.75rem; min-height: 2.75rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--sheet); color: var(--ink); font-variant-numeric: tabular-nums; }
.paper-check .turn.error, .paper-check .turn.warning, .paper-check .turn.note { border-block-end: 4px solid; }
.paper-check .turn.error { border-block-end-color: var(--error); }
.paper-check .turn.warning { border-block-end-color: var(--warning); }
.paper-check .turn.note { border-block-end-color: var(--note); }
.paper-check .turn[aria-current] { border-color: var(--accent); background: var(--accent-wash); font-weight: 700; }
.paper-check .sheet { position: relative; margin: 0; border: 1px solid var(--line); border-radius: 0.25rem; background: var(--sheet); box-shadow: var(--shadow); }
.paper-check .sheet > svg { display: block; width: 100%; height: 100%; }
.paper-check .slot { fill: none; stroke: var(--strong-line); stroke-width: 0.75; }
.paper-check .slot.filled { fill: var(--accent-wash); stroke: var(--strong-line); }
.paper-check .slot.error { fill: var(--error-wash); stroke: var(--error); stroke-width: 2; }
.paper-check .slot.warning { fill: var(--warning-wash); stroke: var(--warning); stroke-width: 2; stroke-dasharray: 5 2; }
.paper-check .slot.note { stroke: var(--note); stroke-width: 1.25; stroke-dasharray: 2 2; }
.paper-check .sheet text { fill: var(--ink); font-family: var(--words); }
.paper-check .ticked { fill: none; stroke: var(--ink); stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.paper-check .sheet .number { position: absolute; transform: translate(calc(-100% - 2px), -50%); min-width: 1.25rem; height: 1.25rem; font-size: 0.7rem; cursor: pointer; }
.paper-check .sheet .number.chosen { z-index: 1; outline: 3px solid var(--accent); outline-offset: 2px; }
.paper-check .legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-block-start: 0.6rem; color: var(--soft); font-size: 0.9rem; }
.paper-check .legend-row { display: inline-flex; align-items: center; gap: 0.45rem; }
.paper-check .sample { width: 1.6rem; height: 0.8rem; border: 1px solid var(--strong-line); border-radius: 2px; }
.paper-check .sample.filled { background: var(--accent-wash); border-color: var(--strong-line); }
@media (min-width: 64rem) {
  body:has(.paper-check .file) { --measure: 76rem; }
  .paper-check .lead, .paper-check .drop { max-width: 44rem; }
  .paper-check .finding > .ends { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .paper-check .both { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 3rem; align-items: start; }
  .paper-check .sheets { position: sticky; inset-block-start: 1rem; }
  .paper-check .sheet { max-height: calc(100vh - 11rem); max-width: 100%; margin-inline: auto; }
}
@media (forced-colors: active) {
  .paper-check .number, .paper-check .turn[aria-current] { border-color: Highlight; }
  .paper-check .slot.filled, .paper-check .sample.filled { fill: color-mix(in srgb, Highlight 35%, Canvas); background: color-mix(in srgb, Highlight 35%, Canvas); forced-color-adjust: none; }
}
@media print {
  .paper-check .drop, .paper-check .sheets, .paper-check button, .paper-check .more, .paper-check .lead { display: none; }
  .paper-check .finding { break-inside: avoid; }
  .paper-check .notes::details-content { content-visibility: visible; block-size: auto; }
  .paper-check .both { display: block; }
}
`;

const worn = new Set<string>();

/** Puts it on, and what a screen has besides, each once. */
export function wear(...besides: string[]): void {
  for (const css of [CSS, ...besides]) {
    if (worn.has(css)) continue;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
    worn.add(css);
  }
}
