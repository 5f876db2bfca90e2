//! Which number is this?

use crate::{
    Kind, check,
    finding::{Check, Context},
    identifier::{likeness, written_like},
    text::{Folded, LONGEST_VALUE},
};

/// A kind that a text may be.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    if let Some(kind) = written_like(&folded) {
        return vec![Identified {
            kind,
            confidence: 90,
            check: check(kind, typed, context),
        }];
    }
    let mut likely: Vec<_> = Kind::identifiers()
        .filter_map(|kind| likeness(kind, &folded))
        .filter(|one| one.percent >= LEAST)
        .collect();
    crate::order::by(&mut likely, |a, b| a.percent >= b.percent);
    // Beside a shape that speaks for itself, what only might be is noise.
    let floor = if likely.first().is_some_and(|best| best.percent >= 90) {
        60
    } else {
        LEAST
    };
    likely
        .into_iter()
        .filter(|one| one.percent >= floor)
        .map(|one| {
            let check = check(one.kind, typed, context);
            Identified {
                kind: one.kind,
                confidence: one.percent,
                check,
            }
        })
        .collect()
}
