//! A value of another kind in this box.

use super::reading::Reading;
use crate::{
    Kind,
    finding::SharedFault,
    identifier::{by_shape, written_like},
    text::Folded,
};

/// Says which other kind the text surely is; `true` if it is one.
///
/// Only what speaks for itself: an e-mail address, a link, a phone number or date with all its
/// digits, an identifier with a shape of its own.
pub(super) fn another_kind(reading: &mut Reading) -> bool {
    let folded = Folded::new(&reading.text);
    let digits = count(&folded, u8::is_ascii_digit);
    let found = written_like(&folded).or_else(|| {
        let numbered = digits >= 7 && count(&folded, u8::is_ascii_uppercase) <= 4;
        numbered.then(|| by_shape(&folded)).flatten()
    });
    say(reading, found)
}

/// The same where digits alone say nothing: of what has letters.
pub(super) fn another_kind_with_letters(reading: &mut Reading) -> bool {
    let folded = Folded::new(&reading.text);
    let lettered = count(&folded, u8::is_ascii_uppercase) > 0;
    let found = written_like(&folded).or_else(|| by_shape(&folded));
    say(reading, found.filter(|_| lettered))
}

/// Says that the text is of this kind, if it is of another than the box.
pub(super) fn say(reading: &mut Reading, found: Option<Kind>) -> bool {
    let Some(kind) = found.filter(|kind| *kind != reading.kind) else {
        return false;
    };
    let before = reading.check.findings.len();
    reading.say(SharedFault::AnotherKind);
    if reading.check.findings.len() > before
        && let Some(finding) = reading.last()
    {
        finding.looks_like = Some(kind);
    }
    true
}

fn count(folded: &Folded, is: fn(&u8) -> bool) -> usize {
    folded.as_bytes().iter().filter(|byte| is(byte)).count()
}
