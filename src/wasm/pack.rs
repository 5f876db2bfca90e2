//! One run of bytes for a whole answer, because it crosses in a tenth of the time that an object
//! needs when it is built field by field. It stays in one buffer, where JavaScript reads it before
//! the next call: handing over bytes of its own would allocate, shrink and free them each time.
//!
//! Numbers are written in base 128, the lowest digit first, a byte each; all but the last have bit 7
//! set. A text is its length in bytes and then itself, so whatever people type needs no escape. A text
//! of the module's own is where it stands and its length: it is read only once. An option is 0, or 1
//! and what it holds, or 2 if that is the text that was asked about; a list is its length and its
//! members; a shape is its fields in order. `pkg/src/packed.ts` reads it.

use super::{
    shape::Details,
    utf16::{Counter, Units},
};
use crate::{
    Code, Kind, Severity,
    field::{Purpose, Whose},
    finding::{Detail, Finding, Param, Safety},
    link::Verdict,
    message::{place, place_of_word},
    text::Span,
};
use std::borrow::Cow;

/// What was packed last: its room is used again.
pub(super) struct Packed(Vec<u8>);

/// An answer on its way, and what it takes to say it in JavaScript's units.
pub(super) struct Answer<'a> {
    bytes: &'a mut Vec<u8>,
    /// The kind that words are about.
    kind: Kind,
    /// The text that the answer is about, and what counts through it.
    text: &'a str,
    outer: Counter<'a>,
    /// What counts through the part that findings are about.
    inner: Counter<'a>,
}

/// What can be packed.
pub(super) trait Pack {
    fn pack(&self, answer: &mut Answer);
}

impl Packed {
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    /// Packs an answer about a text in place of the one before, and says how many bytes it has.
    pub(super) fn put(&mut self, what: &dyn Pack, kind: Kind, text: &str) -> u32 {
        self.0.clear();
        let mut answer = Answer {
            bytes: &mut self.0,
            kind,
            text,
            outer: Counter::new(text),
            inner: Counter::new(text),
        };
        what.pack(&mut answer);
        count(self.0.len())
    }

    /// Where the answer begins in memory.
    pub(super) fn place(&self) -> *const u8 {
        self.0.as_ptr()
    }
}

#[inline(never)]
fn put_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number > 127 {
        bytes.push(((number | 128) & 255) as u8);
        number >>= 7;
    }
    bytes.push((number & 127) as u8);
}

#[inline(never)]
fn put_text(bytes: &mut Vec<u8>, text: &str) {
    put_number(bytes, count(text.len()));
    bytes.extend_from_slice(text.as_bytes());
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(0)
}

impl Answer<'_> {
    /// The whole of the text.
    pub(super) fn whole(&self) -> Span {
        Span {
            start: 0,
            end: self.text.len(),
        }
    }

    /// Where a part of the text stands.
    pub(super) fn units(&mut self, span: Span) -> Units {
        self.outer.span(span)
    }

    /// What follows is about a part of the text, as a value of a kind; places count from the part's
    /// own beginning.
    pub(super) fn begin(&mut self, kind: Kind, part: Span) -> Kind {
        self.kind = kind;
        self.inner = Counter::new(part.of(self.text));
        kind
    }

    /// The same of a link: the places of its findings are inside it, in no order, and a long text is
    /// not counted anew for each.
    pub(super) fn begin_inside(&mut self, span: Span) -> Units {
        let units = self.units(span);
        self.inner = Counter::from(self.text, span.start, units.start);
        units
    }

    /// Where a finding is.
    pub(super) fn inside(&mut self, span: Span) -> Units {
        self.inner.span(span)
    }

    fn number(&mut self, number: u32) {
        put_number(self.bytes, number);
    }

    /// How many there are of what follows.
    pub(super) fn length(&mut self, length: usize) {
        self.number(count(length));
    }

    fn text(&mut self, text: &str) {
        put_text(self.bytes, text);
    }
}

impl Pack for u32 {
    fn pack(&self, answer: &mut Answer) {
        answer.number(*self);
    }
}

impl Pack for bool {
    fn pack(&self, answer: &mut Answer) {
        answer.number(u32::from(*self));
    }
}

impl Pack for &str {
    fn pack(&self, answer: &mut Answer) {
        answer.text(self);
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, answer: &mut Answer) {
        self.is_some().pack(answer);
        if let Some(some) = self {
            some.pack(answer);
        }
    }
}

impl<T: Pack> Pack for &T {
    fn pack(&self, answer: &mut Answer) {
        (*self).pack(answer);
    }
}

impl<T: Pack> Pack for &[T] {
    fn pack(&self, answer: &mut Answer) {
        answer.length(self.len());
        for one in *self {
            one.pack(answer);
        }
    }
}

/// What crosses as a number.
macro_rules! numbers {
    ($($name:ident)*) => {
        $(impl Pack for $name {
            fn pack(&self, answer: &mut Answer) {
                answer.number(*self as u32);
            }
        })*
    };
}

numbers! { Kind Code Severity Safety Verdict Whose Purpose }

/// How sure, in percent.
pub(super) struct Percent(pub u8);

/// A text of the module's own.
pub(super) struct Fixed(pub &'static str);

/// A text or none; often it is the very text that the answer is about.
pub(super) struct Written<'c>(pub Option<&'c str>);

/// The source of a code's rule; its words are beside the texts.
pub(super) struct SourceOf(pub Code);

/// A text that has a code's fault; beside the texts.
pub(super) struct ExampleOf(pub Code);

/// A value of a kind; beside the texts.
pub(super) struct KindExample(pub Kind);

impl Pack for Percent {
    fn pack(&self, answer: &mut Answer) {
        answer.number(u32::from(self.0));
    }
}

impl Pack for Fixed {
    fn pack(&self, answer: &mut Answer) {
        answer.length(self.0.as_ptr() as usize);
        answer.length(self.0.len());
    }
}

impl Pack for Written<'_> {
    fn pack(&self, answer: &mut Answer) {
        // Identifiers are ASCII; of other texts, what is no Unicode came here as something else.
        if answer.kind.is_identifier() && self.0 == Some(answer.text) {
            answer.number(2);
        } else {
            self.0.pack(answer);
        }
    }
}

impl Pack for SourceOf {
    fn pack(&self, answer: &mut Answer) {
        self.0.pack(answer);
    }
}

impl Pack for ExampleOf {
    fn pack(&self, answer: &mut Answer) {
        self.0.pack(answer);
    }
}

impl Pack for KindExample {
    fn pack(&self, answer: &mut Answer) {
        self.0.pack(answer);
    }
}

/// One of the texts of a finding: its line, the kinds that it may name, and its own parameters.
pub(super) struct Message<'f>(pub &'f Finding, pub usize);

/// A line of the texts.
pub(super) struct Line(pub usize);

impl Pack for Message<'_> {
    fn pack(&self, answer: &mut Answer) {
        let Self(finding, which) = self;
        Line(place(finding.code) + which).pack(answer);
        let kind = answer.kind;
        kind.pack(answer);
        finding.looks_like.unwrap_or(kind).pack(answer);
        for param in &finding.params {
            param.pack(answer);
        }
    }
}

impl Pack for Line {
    fn pack(&self, answer: &mut Answer) {
        answer.length(self.0);
    }
}

/// First which sort of parameter it is.
impl Pack for Param {
    fn pack(&self, answer: &mut Answer) {
        match self {
            Self::None => answer.number(0),
            Self::Number(number) => {
                answer.number(1);
                answer.number(*number);
            }
            Self::Char(character) => {
                answer.number(2);
                answer.text(character.encode_utf8(&mut [0; 4]));
            }
            Self::Text(text) => {
                answer.number(2);
                answer.text(text);
            }
            Self::Kind(kind) => {
                answer.number(3);
                kind.pack(answer);
            }
            Self::Day(day) => {
                answer.number(4);
                for part in [day.month().into(), day.day().into(), day.year()] {
                    answer.number(part.into());
                }
            }
        }
    }
}

/// A word is a line of the texts, which is none of the first two.
impl Pack for Details<'_> {
    fn pack(&self, answer: &mut Answer) {
        answer.length(self.0.len());
        for (name, detail) in self.0 {
            Fixed(name).pack(answer);
            match detail {
                Detail::Text(Cow::Borrowed(text)) => {
                    answer.number(1);
                    Fixed(text).pack(answer);
                }
                Detail::Text(Cow::Owned(text)) => {
                    answer.number(0);
                    answer.text(text);
                }
                Detail::Word(word) => answer.length(place_of_word(*word)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Pack, Packed};
    use crate::Kind;

    #[track_caller]
    fn check(what: &dyn Pack, expected: &[u8]) {
        let mut out = Packed::new();
        let length = out.put(what, Kind::ANumber, "");
        assert_eq!(out.0, expected);
        assert_eq!(length as usize, expected.len());
    }

    #[test]
    fn numbers_are_in_base_128() {
        check(&0, &[0]);
        check(&127, &[127]);
        check(&128, &[128, 1]);
        check(&16384, &[128, 128, 1]);
        check(&u32::MAX, &[255, 255, 255, 255, 15]);
    }

    #[test]
    fn texts_have_their_length_in_front() {
        check(&"", &[0]);
        check(&"a\u{0}b", b"\x03a\x00b");
        check(&"🗽é", "\u{6}🗽é".as_bytes());
        check(&Some("x"), &[1, 1, b'x']);
        check(&None::<u32>, &[0]);
        check(&&[1, 2][..], &[2, 1, 2]);
    }
}
