//! Which number is this?

use super::{check, mix_up, rules};
use crate::{
    Kind,
    finding::{Check, Context},
    text::{Folded, LONGEST_VALUE},
};

/// A kind that a text may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identified {
    /// The kind.
    pub kind: Kind,
    /// How sure, in percent: 100 when the shape speaks for itself.
    pub confidence: u8,
    /// The text checked as this kind.
    pub check: Check,
}

/// The kinds that a text may be, the likeliest first; empty if nothing fits.
///
/// ```
/// use prefile::{Context, Kind, identify};
/// let found = identify("EAC 22 123 45678", Context::default());
/// assert_eq!(found[0].kind, Kind::ReceiptNumber);
/// ```
#[must_use]
pub fn identify(typed: &str, context: Context) -> Vec<Identified> {
    if typed.len() > LONGEST_VALUE {
        return Vec::new();
    }
    let folded = Folded::new(typed);
    let certain = mix_up::certain(&folded);
    let mut found: Vec<Identified> = Kind::identifiers()
        .filter(|kind| rules(*kind).is_some_and(|rules| (rules.read)(&folded).is_ok()))
        .map(|kind| {
            let confidence = if certain == Some(kind) { 100 } else { 50 };
            Identified {
                kind,
                confidence,
                check: check(kind, typed, context),
            }
        })
        .collect();
    found.sort_by_key(|one| core::cmp::Reverse(one.confidence));
    found
}
