//! A typed text without what nobody meant to type.

use crate::text::{Change, Class, class};

/// The text without hidden signs and superfluous spaces, and what was changed.
///
/// Letters stay as they are. The joiners of Persian and Indic scripts are spelling, and stay.
pub(super) fn tidy(typed: &str) -> (String, Vec<Change>) {
    let mut out = String::with_capacity(typed.len());
    let mut changes: [Change; 4] =
        ["separators", "invisible", "digits", "look-alikes"].map(|what| Change {
            what,
            from: String::new(),
            to: String::new(),
        });
    let [spaces, hidden, wide, dashes] = &mut changes;
    dashes.what = "separators";
    let mut waiting = false;
    let mut last = ' ';
    for character in typed.chars() {
        if is_space(character) {
            if waiting || out.is_empty() || character != ' ' {
                spaces.from.push(character);
            }
            waiting = !out.is_empty();
            continue;
        }
        let joins = matches!(character, '\u{200c}' | '\u{200d}') && last >= '\u{600}';
        let kept = match (character, class(character)) {
            (_, Class::Invisible) if !joins => {
                hidden.from.push(character);
                continue;
            }
            ('\u{ff01}'..='\u{ff5e}', _) => {
                let plain = narrow(character);
                wide.from.push(character);
                wide.to.push(plain);
                plain
            }
            ('\u{2010}'..='\u{2014}' | '\u{2212}', _) => {
                dashes.from.push(character);
                dashes.to.push('-');
                '-'
            }
            _ => character,
        };
        if waiting {
            out.push(' ');
            waiting = false;
        }
        out.push(kept);
        last = kept;
    }
    if waiting {
        spaces.from.push(' ');
    }
    let changes = changes.into_iter();
    (
        out,
        changes.filter(|change| !change.from.is_empty()).collect(),
    )
}

/// White space, the narrow and the wide included.
pub(super) fn is_space(character: char) -> bool {
    matches!(
        character,
        ' ' | '\t'..='\r' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}'
            | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// The ASCII character of a full-width one.
fn narrow(wide: char) -> char {
    char::from_u32(wide as u32 - 0xfee0).unwrap_or(wide)
}
