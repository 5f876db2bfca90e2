//! A typed text without what nobody meant to type.

use super::piece::is_space;
use crate::text::{Change, Class, class};

/// The text without hidden signs and superfluous spaces, and what was changed.
///
/// Letters stay as they are. The joiners of Persian and Indic scripts are spelling, and stay.
pub(crate) fn tidy(typed: &str) -> (String, Vec<Change>) {
    let mut out = String::with_capacity(typed.len());
    let mut changes = Vec::with_capacity(4);
    for what in ["separators", "invisible", "digits", "separators"] {
        let (from, to) = (String::new(), String::new());
        changes.push(Change { what, from, to });
    }
    let mut waiting = false;
    let mut last = ' ';
    for character in typed.chars() {
        let joins = matches!(character, '\u{200c}' | '\u{200d}') && last >= '\u{600}';
        let space = is_space(character);
        // Which of the changes it is, and what is kept.
        let (change, kept) = match character {
            _ if space => {
                let plain = character == ' ' && !waiting && !out.is_empty();
                waiting = !out.is_empty();
                (if plain { AS_IT_IS } else { 0 }, None)
            }
            _ if !joins && class(character) == Class::Invisible => (1, None),
            '\u{ff01}'..='\u{ff5e}' => (2, Some(narrow(character))),
            '\u{2010}'..='\u{2014}' | '\u{2212}' => (3, Some('-')),
            _ => (AS_IT_IS, Some(character)),
        };
        let change = changes.get_mut(change);
        if kept.is_some() && waiting {
            out.push(' ');
            waiting = false;
        }
        if let Some(change) = change {
            change.from.push(character);
            if let Some(kept) = kept {
                change.to.push(kept);
            }
        }
        if let Some(kept) = kept {
            out.push(kept);
            last = kept;
        }
    }
    if waiting && let Some(spaces) = changes.first_mut() {
        spaces.from.push(' ');
    }
    changes.retain(|change| !change.from.is_empty());
    (out, changes)
}

/// No change has this place.
const AS_IT_IS: usize = 4;

/// The ASCII character of a full-width one.
fn narrow(wide: char) -> char {
    char::from_u32(wide as u32 - 0xfee0).unwrap_or(wide)
}
