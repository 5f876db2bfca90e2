//! Wide shapes: letters or digits, so that much fits that is something else.

use super::fault::digit_like;
use crate::{
    Code,
    finding::{Check, Param, Safety},
    text::Folded,
};

/// Warns of the first letter that does not stand at the one place where letters are usual.
/// The fix is for letters that look like digits, if all are such.
pub(super) fn warn_of_letters(code: Code, usual: usize, folded: &Folded, check: &mut Check) {
    let (mut first, mut all_alike) = (None, true);
    let mut digits = Vec::new();
    for (at, byte) in folded.as_bytes().iter().enumerate() {
        if at != usual && !byte.is_ascii_digit() {
            first = first.or(Some(at));
            match digit_like(*byte) {
                Some(digit) => digits.push((at, digit)),
                None => all_alike = false,
            }
        }
    }
    let Some(first) = first else { return };
    let finding = check.say_of(code, folded, first, first + 1);
    finding.params[0] = Param::Char(folded.character(first).unwrap_or_default());
    if all_alike {
        finding.set_fix(folded.replaced(&digits), Safety::Ask);
    }
}
