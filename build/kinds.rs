//! The tables that only the core has: kinds, and what codes have of them.

use crate::{
    camel,
    families::{Code, Families, SHARED_FAULTS, list},
    texts::Slots,
};
use std::fmt::Write as _;

pub fn table(families: &Families) -> String {
    let mut out = String::from("// From data/kinds.toml, by build/families.rs.\n");
    let kinds = &families.kinds;
    out.push_str("/// What a box wants, or what a text is.\n");
    out.push_str("#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]\n");
    out.push_str("#[non_exhaustive]\n#[repr(u8)]\npub enum Kind {\n");
    for kind in kinds {
        // Of a machine-readable zone the first line.
        let example = kind.example.lines().next().unwrap_or_default();
        let _ = writeln!(out, "    /// `{}`, as in `{example}`", kind.id);
        let _ = writeln!(out, "    {},", camel(&kind.id));
    }
    out.push_str("}\n");
    let names = kinds
        .iter()
        .map(|kind| format!("Kind::{}", camel(&kind.id)));
    list(&mut out, "KINDS", "Kind", names);
    list(
        &mut out,
        "IDS",
        "&str",
        kinds.iter().map(|kind| format!("{:?}", kind.id)),
    );
    let examples = kinds.iter().map(|kind| format!("{:?}", kind.example));
    list(&mut out, "EXAMPLES", "&str", examples);
    let identifiers = kinds
        .iter()
        .filter(|kind| kind.group == "identifiers")
        .count();
    let _ = writeln!(out, "/// The first so many kinds are identifiers.");
    let _ = writeln!(out, "pub(crate) const IDENTIFIERS: usize = {identifiers};");
    out
}

/// The columns of the table of codes that tell of kinds.
pub fn code_columns(families: &Families, texts: &Slots) -> String {
    let codes = &families.codes;
    let mut out = String::new();
    let each =
        |say: &dyn Fn(&Code) -> String| codes.iter().map(say).collect::<Vec<_>>().into_iter();
    let text = |code: &Code| shared_text(texts, code).to_string();
    list(&mut out, "TEXTS", "u8", each(&text));
    let _ = writeln!(out, "const OWN_TEXTS: usize = {};", texts.own);
    let family = |code: &Code| {
        let kind = families.kinds.iter().find(|kind| kind.id == code.family);
        kind.map_or("None".into(), |kind| {
            format!("Some(Kind::{})", camel(&kind.id))
        })
    };
    list(&mut out, "FAMILIES", "Option<Kind>", each(&family));
    let shared = families.kinds.iter().map(|kind| {
        let mut of_kind = codes.iter().enumerate();
        let first = of_kind.position(|(_, code)| code.family == kind.id);
        let faults = codes
            .iter()
            .filter(|code| code.family == kind.id)
            .filter_map(|code| SHARED_FAULTS.iter().position(|fault| *fault == code.fault));
        let faults: u32 = faults.map(|fault| 1 << fault).sum();
        format!(
            "({}, {:#06x}_{:04x})",
            first.unwrap_or_default(),
            faults >> 16,
            faults & 0xffff
        )
    });
    list(&mut out, "SHARED", "(u16, u32)", shared);
    out
}

/// Which of the shared texts a code has, counted from 1; 0 for its own.
fn shared_text(texts: &Slots, code: &Code) -> usize {
    let (own, shared) = texts.keys.split_at(texts.own);
    if own.contains(&code.id()) {
        return 0;
    }
    let place = shared.iter().position(|key| *key == code.fault);
    1 + place.expect("`read` has refused a code without texts")
}
