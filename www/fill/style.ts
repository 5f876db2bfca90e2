// How the filling of forms looks, beyond what it shares with the door for filled PDFs.

export const FILL = `
.paper-fill .about-edition { margin-block-start: 0.35rem; color: var(--soft); }
.paper-fill .results { margin-block-start: 1.5rem; }
.paper-fill .results h3 { margin-block-end: 0.5rem; }
.paper-fill .differences { margin-block: 1rem; padding: 0; list-style: none; }
.paper-fill .differences li { padding-block: 0.75rem; border-block-start: 1px solid var(--line); }
.paper-fill .row-acts { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.paper-fill .changed, .paper-fill .extra { margin-block-start: 1.5rem; }
.paper-fill .fine-row { margin-block-end: 1rem; }
.paper-fill .last { max-width: 44rem; margin-block-start: 2.5rem; }
.paper-fill .last-steps { margin-block-start: 1rem; padding-inline-start: 1.75rem; list-style: decimal; }
.paper-fill .last-steps > li { padding-block: 0.6rem; }
.paper-fill .last-steps > li::marker { color: var(--soft); font-variant-numeric: tabular-nums; }
.paper-fill .last h4 { margin: 0; font-size: 1.05rem; }
.paper-fill .last h4 + p { margin-block-start: 0.25rem; }
@media print { .paper-fill .both, .paper-fill .results > div > .go, .paper-fill .saved { display: none; } }
`;
