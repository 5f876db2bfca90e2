//! Identifiers inside free text.

use super::{check, mix_up};
use crate::{
    Kind,
    finding::{Check, Context},
    text::{Folded, Span},
};

/// An identifier that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its kind.
    pub kind: Kind,
    /// Its canonical form.
    pub value: String,
    /// Where it stands, in bytes of the text.
    pub span: Span,
    /// The part of the text checked as this kind.
    pub check: Check,
}

/// Longest text, in bytes, that is searched.
pub const LONGEST_SCANNED: usize = 16 * 1024 * 1024;

/// The identifiers in a text, in order.
///
/// ```
/// use prefile::{Context, Kind, scan};
/// let found = scan("We received your case EAC2212345678 on May 2.", Context::default());
/// assert_eq!((found[0].kind, found[0].span.start), (Kind::ReceiptNumber, 22));
/// ```
#[must_use]
pub fn scan(text: &str, context: Context) -> Vec<Found> {
    let mut found = Vec::new();
    if text.len() > LONGEST_SCANNED {
        return found;
    }
    let mut start = 0;
    for word in text.split(char::is_whitespace) {
        if let Some(kind) = mix_up::certain(&Folded::new(word)) {
            let check = check(kind, word, context);
            if let Some(value) = check.value.clone() {
                let span = Span {
                    start,
                    end: start + word.len(),
                };
                found.push(Found {
                    kind,
                    value,
                    span,
                    check,
                });
            }
        }
        start += word.len() + 1;
    }
    found
}
