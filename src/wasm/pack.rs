//! One string for a whole answer, because a string crosses in a tenth of the time that an object
//! needs when it is built field by field. It stays in one buffer, where JavaScript reads it before
//! the next call: handing over a string of its own would allocate, shrink and free it each time.
//!
//! Numbers are written in base 64, the highest digit first, one ASCII character each; all but the
//! last have bit 6 set. A text is its length in UTF-16 units and then itself, so whatever people
//! type needs no escape. An option is 0, or 1 and what it holds; a list is its length and its
//! members; a shape is its fields in order. `pkg/src/packed.ts` reads it.

use super::{
    shape::{Confidence, Details, ExampleOf, KindExample, SourceOf},
    utf16,
};
use crate::{
    Code, Kind, Severity,
    field::{Purpose, Whose},
    finding::Safety,
    link::Verdict,
};

/// An answer on its way.
pub(super) struct Packed(Vec<u8>);

/// What can be packed.
pub(super) trait Pack {
    fn pack(&self, out: &mut Packed);
}

impl Packed {
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    /// Packs one thing in place of what was packed before, and says how many bytes it has.
    pub(super) fn put(&mut self, what: &impl Pack) -> u32 {
        self.0.clear();
        what.pack(self);
        u32::try_from(self.0.len()).unwrap_or(0)
    }

    /// Where the answer begins in memory.
    pub(super) fn place(&self) -> *const u8 {
        self.0.as_ptr()
    }

    fn number(&mut self, number: u32) {
        let mut shift = if number < 64 { 0 } else { 30 };
        while shift > 0 {
            if number >> shift != 0 {
                self.digit((number >> shift) & 63 | 64);
            }
            shift -= 6;
        }
        self.digit(number & 63);
    }

    fn digit(&mut self, digit: u32) {
        self.0.push((digit & 127) as u8);
    }

    fn text(&mut self, text: &str) {
        self.number(utf16::length(text));
        self.0.extend_from_slice(text.as_bytes());
    }
}

impl Pack for u32 {
    fn pack(&self, out: &mut Packed) {
        out.number(*self);
    }
}

impl Pack for bool {
    fn pack(&self, out: &mut Packed) {
        out.number(u32::from(*self));
    }
}

impl Pack for String {
    fn pack(&self, out: &mut Packed) {
        out.text(self);
    }
}

impl Pack for &str {
    fn pack(&self, out: &mut Packed) {
        out.text(self);
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, out: &mut Packed) {
        self.is_some().pack(out);
        if let Some(some) = self {
            some.pack(out);
        }
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, out: &mut Packed) {
        out.number(u32::try_from(self.len()).unwrap_or(0));
        for one in self {
            one.pack(out);
        }
    }
}

impl Pack for Kind {
    fn pack(&self, out: &mut Packed) {
        out.number(*self as u32);
    }
}

impl Pack for Severity {
    fn pack(&self, out: &mut Packed) {
        out.number(*self as u32);
    }
}

impl Pack for Safety {
    fn pack(&self, out: &mut Packed) {
        (*self == Safety::Safe).pack(out);
    }
}

impl Pack for Confidence {
    fn pack(&self, out: &mut Packed) {
        out.number(u32::from(self.0));
    }
}

impl Pack for Code {
    fn pack(&self, out: &mut Packed) {
        out.number(*self as u32);
    }
}

impl Pack for Verdict {
    fn pack(&self, out: &mut Packed) {
        out.number(*self as u32);
    }
}

impl Pack for Whose {
    fn pack(&self, out: &mut Packed) {
        out.number(*self as u32);
    }
}

impl Pack for Purpose {
    fn pack(&self, out: &mut Packed) {
        out.number(*self as u32);
    }
}

impl Pack for SourceOf {
    fn pack(&self, out: &mut Packed) {
        self.0.pack(out);
    }
}

impl Pack for ExampleOf {
    fn pack(&self, out: &mut Packed) {
        self.0.pack(out);
    }
}

impl Pack for KindExample {
    fn pack(&self, out: &mut Packed) {
        self.0.pack(out);
    }
}

impl Pack for Details {
    fn pack(&self, out: &mut Packed) {
        out.number(u32::try_from(self.0.len()).unwrap_or(0));
        for (name, text) in &self.0 {
            out.text(name);
            out.text(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Pack, Packed};

    #[track_caller]
    fn check(what: &impl Pack, expected: &str) {
        let mut out = Packed::new();
        let length = out.put(what);
        assert_eq!(out.0, expected.as_bytes());
        assert_eq!(length as usize, expected.len());
    }

    #[test]
    fn numbers_are_in_base_64() {
        check(&0, "\u{0}");
        check(&63, "\u{3f}");
        check(&64, "\u{41}\u{0}");
        check(&4096, "\u{41}\u{40}\u{0}");
        check(&u32::MAX, "\u{43}\u{7f}\u{7f}\u{7f}\u{7f}\u{3f}");
    }

    #[test]
    fn texts_have_their_length_in_front() {
        check(&"", "\u{0}");
        check(&"a\u{0}b", "\u{3}a\u{0}b");
        check(&"🗽é", "\u{3}🗽é");
        check(&Some("x"), "\u{1}\u{1}x");
        check(&None::<u32>, "\u{0}");
        check(&vec![1, 2], "\u{2}\u{1}\u{2}");
    }
}
