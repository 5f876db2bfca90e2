//! Identifiers of few lengths: a pattern says what stands where.

use super::{Fault, fault::Wanted, rules::Ascii};
use crate::{Code, Kind, text::Folded};

/// What is wrong with the characters of a right shape: which fault, and where it begins and ends.
pub(crate) type Own = fn(&[u8]) -> Option<(Code, usize, usize)>;

/// Reads a text of a shape. In `pattern`, `9` stands for a digit, `A` for a letter, `X` for
/// either; `least` characters of it must be there. What shape alone does not say, `own` does.
///
/// What is wrong is looked for in the order that helps most: a character that no identifier has,
/// then the length, then the first character that is of the wrong sort.
#[inline(never)]
pub(crate) fn read(
    kind: Kind,
    folded: &Folded,
    pattern: &[u8],
    least: usize,
    own: Own,
) -> Result<Ascii, Fault> {
    let bytes = folded.as_bytes();
    let length = folded.count().min(pattern.len()).max(least);
    let pattern = pattern.get(..length).unwrap_or(pattern);
    let fits = bytes.len() == pattern.len()
        && bytes.iter().zip(pattern).all(|(byte, wanted)| {
            (*wanted == b'9' && byte.is_ascii_digit()) || stands(*byte, *wanted)
        });
    if !fits {
        return Err(misfit(kind, folded, pattern));
    }
    match own(bytes) {
        Some((code, from, to)) => Err(Fault::new(code, folded, from, to)),
        None => Ok(Ascii::AS_FOLDED),
    }
}

/// Reads a letter, which may be left out, and `least..=most` digits, filled up with zeros.
pub(crate) fn read_numbered(
    kind: Kind,
    folded: &Folded,
    letter: u8,
    least: usize,
    most: usize,
) -> Result<Ascii, Fault> {
    let bytes = folded.as_bytes();
    let from = usize::from(bytes.first() == Some(&letter));
    let digits = bytes.get(from..).unwrap_or_default();
    if folded.count() == 0 {
        return Err(Fault::empty(kind));
    }
    let length_fits = (least..=most).contains(&digits.len());
    if let Some(at) = digits.iter().position(|byte| !byte.is_ascii_digit()) {
        let at = at + from;
        let strange = !bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
        return Err(if length_fits && !strange {
            Fault::character(kind, folded, at, Wanted::Digit)
        } else {
            Fault::unexpected(kind, folded, at)
        });
    }
    if digits.len() < least {
        return Err(Fault::too_short(kind, folded, from));
    }
    if folded.count() - from > most {
        return Err(Fault::too_long(kind, folded, from));
    }
    let front = [letter, b'0', b'0'];
    let front = front.get(..1 + most - digits.len()).unwrap_or_default();
    Ok(Ascii::new(front, digits))
}

fn stands(byte: u8, wanted: u8) -> bool {
    match wanted {
        b'9' => byte.is_ascii_digit(),
        b'A' => byte.is_ascii_uppercase(),
        _ => byte.is_ascii_digit() || byte.is_ascii_uppercase(),
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
