//! Which number is this?

use crate::{
    Kind, check,
    finding::{Check, Context},
    identifier::{likeness, written_like},
    text::{Folded, LONGEST_VALUE},
};

/// A kind that a text may be.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Identified {
    /// The kind.
    pub kind: Kind,
    /// How sure, in percent. 90 and more: the shape or the label speaks for itself.
    pub confidence: u8,
    /// The text checked as this kind. It can have errors: a receipt number that lacks a digit is
    /// still likelier one than anything else.
    pub check: Check,
}

/// What is less likely than this is not told.
const LEAST: u8 = 15;

/// The kinds that a text may be, the likeliest first; empty if nothing fits.
///
/// ```
/// use prefile::{Context, Kind, identify};
/// let kinds = |text| {
///     identify(text, Context::default()).iter().map(|one| one.kind).collect::<Vec<_>>()
/// };
/// assert_eq!(kinds("EAC 22 123 45678"), [Kind::ReceiptNumber]);
/// assert_eq!(kinds("012-345-678")[..2], [Kind::ANumber, Kind::Ssn]);
/// assert_eq!(kinds("hello"), []);
/// ```
#[must_use]
pub fn identify(typed: &str, context: Context) -> Vec<Identified> {
    if typed.len() > LONGEST_VALUE {
        return Vec::new();
    }
    let folded = Folded::new(typed);
    let mut identified = Vec::new();
    let mut tell = |kind, confidence| {
        identified.push(Identified {
            kind,
            confidence,
            check: check(kind, typed, context),
        });
    };
    if let Some(kind) = written_like(&folded) {
        tell(kind, 90);
        return identified;
    }
    let mut likely = Vec::new();
    for kind in Kind::identifiers() {
        likely.extend(likeness(kind, &folded));
    }
    crate::order::by(&mut likely, |a, b| a.percent >= b.percent);
    // Beside a shape that speaks for itself, what only might be is noise.
    let best = likely.first().map_or(0, |best| best.percent);
    let floor = if best >= 90 { 60 } else { LEAST };
    for one in likely {
        if one.percent >= floor {
            tell(one.kind, one.percent);
        }
    }
    identified
}
