//! Identifiers of one fixed length: a pattern says what stands where.

use super::{Fault, fault::Wanted};
use crate::{Kind, text::Folded};

/// Whether the text has the shape. In `pattern`, `9` stands for a digit, `A` for a letter, `X`
/// for either, and a lower-case letter for itself.
///
/// What is wrong is looked for in the order that helps most: a character that no identifier has,
/// then the length, then the first character that is of the wrong sort.
pub(crate) fn fit(kind: Kind, folded: &Folded, pattern: &[u8]) -> Result<(), Fault> {
    let bytes = folded.as_bytes();
    let fits = bytes.len() == pattern.len()
        && bytes.iter().zip(pattern).all(|(byte, wanted)| {
            (*wanted == b'9' && byte.is_ascii_digit()) || stands(*byte, *wanted)
        });
    if fits {
        Ok(())
    } else {
        Err(misfit(kind, folded, pattern))
    }
}

/// Says what is wrong with a text of digits only that may have `least..=most` of them.
pub(crate) fn misfit_digits(
    kind: Kind,
    folded: &Folded,
    from: usize,
    least: usize,
    most: usize,
) -> Option<Fault> {
    let digits = folded.as_bytes().get(from..).unwrap_or_default();
    if folded.count() == 0 {
        return Some(Fault::empty(kind));
    }
    if let Some(at) = digits.iter().position(|byte| !byte.is_ascii_digit()) {
        let at = at + from;
        let strange = !digits[at - from].is_ascii_alphanumeric();
        let length_fits = (least..=most).contains(&digits.len());
        return Some(match (strange, length_fits) {
            (false, true) => Fault::character(kind, folded, at, Wanted::Digit),
            _ => Fault::unexpected(kind, folded, at),
        });
    }
    if digits.len() < least {
        return Some(Fault::too_short(kind, folded, from));
    }
    (folded.count() - from > most).then(|| Fault::too_long(kind, folded, from))
}

fn stands(byte: u8, wanted: u8) -> bool {
    match wanted {
        b'9' => byte.is_ascii_digit(),
        b'A' => byte.is_ascii_uppercase(),
        b'X' => byte.is_ascii_digit() || byte.is_ascii_uppercase(),
        literal => byte == literal.to_ascii_uppercase(),
    }
}

fn misfit(kind: Kind, folded: &Folded, pattern: &[u8]) -> Fault {
    let bytes = folded.as_bytes();
    if bytes.is_empty() {
        return Fault::empty(kind);
    }
    if let Some(at) = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric()) {
        return Fault::unexpected(kind, folded, at);
    }
    if bytes.len() < pattern.len() {
        return Fault::too_short(kind, folded, 0);
    }
    if folded.count() > pattern.len() {
        return Fault::too_long(kind, folded, 0);
    }
    let mut places = bytes.iter().zip(pattern);
    let at = places
        .position(|(byte, wanted)| !stands(*byte, *wanted))
        .unwrap_or(0);
    let digit = pattern.get(at) == Some(&b'9');
    Fault::character(
        kind,
        folded,
        at,
        if digit { Wanted::Digit } else { Wanted::Letter },
    )
}
