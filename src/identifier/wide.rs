//! Wide shapes: several lengths, letters or digits, so that much fits that is something else.

use super::{Fault, fault::digit_like, shape};
use crate::{
    Code, Kind,
    finding::{Finding, Param, Remarks},
    text::Folded,
};

/// [`shape::fit`] for a value that may end early: `least` characters of the pattern must be there.
pub(super) fn fit(kind: Kind, folded: &Folded, pattern: &[u8], least: usize) -> Result<(), Fault> {
    let length = folded.count().min(pattern.len()).max(least);
    shape::fit(kind, folded, pattern.get(..length).unwrap_or(pattern))
}

/// Warns of the first letter that does not stand at the one place where letters are usual.
/// The fix is for letters that look like digits, if all are such.
pub(super) fn warn_of_letters(code: Code, usual: usize, folded: &Folded, remarks: &mut Remarks) {
    let mut letters = folded
        .as_bytes()
        .iter()
        .enumerate()
        .filter(|(at, byte)| *at != usual && !byte.is_ascii_digit())
        .peekable();
    let Some(&(first, _)) = letters.peek() else {
        return;
    };
    let typed = folded.character(first).unwrap_or_default();
    let finding = Finding::new(code)
        .at(folded.span(first, first + 1))
        .with([Param::Char(typed)]);
    let digits: Option<Vec<(usize, u8)>> = letters
        .map(|(at, byte)| Some((at, digit_like(*byte)?)))
        .collect();
    remarks.findings.push(match digits {
        Some(digits) => finding.ask_fix(folded.replaced(&digits)),
        None => finding,
    });
}
