//! The TypeScript types that follow from the core's tables.

use std::fmt::Write as _;

use prefile::Kind;

/// The module `types.ts`. What the core describes of itself is added here.
pub(crate) fn module() -> String {
    let mut out = String::new();
    kinds(&mut out);
    out
}

/// The kinds: the type, and their names in the order of the numbers that cross the boundary.
fn kinds(out: &mut String) {
    let names: Vec<String> = Kind::all()
        .map(|kind| format!("\"{}\"", kind.id()))
        .collect();
    let union = names.join("\n  | ");
    let list = names.join(", ");
    writeln!(
        out,
        "/** What a text can be asked to be. */\nexport type Kind =\n  | {union};"
    )
    .expect("a string takes whatever is written");
    writeln!(out, "\n/** Every kind; its place is its number in the core. */\nexport const KINDS: readonly Kind[] = [{list}];")
        .expect("a string takes whatever is written");
}
