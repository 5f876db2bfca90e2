//! What people really type, cleaned, with a map back to what they typed.
//!
//! An identifier arrives with spaces, every kind of dash, invisible marks from a copied page,
//! full-width or Arabic digits, a Cyrillic А, a label in front. [`Folded`] reads all of that as
//! the upper-case ASCII that identifiers are written in, knows where each character stood, and
//! can say what it changed ([`Folded::changes`]). It guesses nothing: an `O` in a run of digits
//! stays an `O`.

mod character;
mod fold;
mod label;
pub(crate) mod letters;
pub(crate) mod piece;

pub(crate) use character::{Class, class};
#[cfg(feature = "mrz")]
pub(crate) use fold::SHORTEST_ZONE;
pub use fold::{Change, Folded};
pub(crate) use label::{before as label_before, is_label as label_is};
pub(crate) use piece::{cut, has, part, rest};

/// A part of the typed text, in bytes, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The part of `text` that the span names; empty if it is of another text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        part(text, self.start, self.end)
    }
}

/// The character that begins at this byte.
#[inline(never)]
pub(crate) fn character(text: &str, at: usize) -> Option<char> {
    rest(text, at).chars().next()
}

/// Longest text, in bytes, that a check of one value reads. Whatever is longer is none of them.
pub const LONGEST_VALUE: usize = 4096;
