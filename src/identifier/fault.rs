//! Why a text is no identifier of a kind.

use crate::{
    Code, Finding, Kind,
    finding::{Param, SharedFault},
    text::{Folded, Span},
};

/// Why a text could not be parsed: which fault, where, and the counts and characters that
/// the code's parameters name.
///
/// ```
/// use prefile::{ANumber, Code, finding::Param};
/// let fault = ANumber::parse("A123 456").expect_err("six digits");
/// assert_eq!(fault.code, Code::ANumberTooShort);
/// assert_eq!((fault.span.start, fault.span.end), (1, 8));
/// assert_eq!(fault.params, [Param::Number(6), Param::None]);
/// assert_eq!(fault.to_string(), "a-number/too-short at 1..8 (found 6)");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which fault.
    pub code: Code,
    /// Where in the typed text, in bytes.
    pub span: Span,
    /// Values for [`Code::params`].
    pub params: [Param; 2],
}

impl Fault {
    /// A fault of the kind's own, at the characters `from..to`.
    pub(crate) fn new(code: Code, folded: &Folded, from: usize, to: usize) -> Self {
        Self {
            code,
            span: folded.span(from, to),
            params: [Param::None; 2],
        }
    }

    pub(crate) fn with(mut self, params: [Param; 2]) -> Self {
        self.params = params;
        self
    }

    pub(crate) fn empty(kind: Kind) -> Self {
        Self {
            code: shared(kind, SharedFault::Empty),
            span: Span { start: 0, end: 0 },
            params: [Param::None; 2],
        }
    }

    /// Fewer characters than the kind has; `from` is the first that counts.
    pub(crate) fn too_short(kind: Kind, folded: &Folded, from: usize) -> Self {
        Self::length(kind, SharedFault::TooShort, folded, from)
    }

    /// More characters than the kind has.
    pub(crate) fn too_long(kind: Kind, folded: &Folded, from: usize) -> Self {
        Self::length(kind, SharedFault::TooLong, folded, from)
    }

    fn length(kind: Kind, fault: SharedFault, folded: &Folded, from: usize) -> Self {
        let found = u32::try_from(folded.count().saturating_sub(from)).unwrap_or(u32::MAX);
        Self::new(shared(kind, fault), folded, from, folded.as_bytes().len())
            .with([Param::Number(found), Param::None])
    }

    /// A character that cannot stand where it stands. Says so of a letter that looks like the
    /// digit that could (`O` for `0`), and the other way round.
    pub(crate) fn character(kind: Kind, folded: &Folded, at: usize, wanted: Wanted) -> Self {
        let typed = folded.character(at).unwrap_or_default();
        let byte = folded.as_bytes().get(at).copied().unwrap_or(0);
        let (fault, instead) = match wanted {
            Wanted::Digit => (SharedFault::LetterForDigit, digit_like(byte)),
            Wanted::Letter => (SharedFault::DigitForLetter, letter_like(byte)),
        };
        match (Code::of(kind, fault), instead) {
            (Some(code), Some(instead)) => Self::new(code, folded, at, at + 1)
                .with([Param::Char(typed), Param::Char(instead as char)]),
            _ => Self::unexpected(kind, folded, at),
        }
    }

    /// A character that stands in none of the kind's values.
    pub(crate) fn unexpected(kind: Kind, folded: &Folded, at: usize) -> Self {
        let typed = folded.character(at).unwrap_or_default();
        Self::new(
            shared(kind, SharedFault::UnexpectedCharacter),
            folded,
            at,
            at + 1,
        )
        .with([Param::Char(typed), Param::None])
    }
}

impl From<Fault> for Finding {
    fn from(fault: Fault) -> Self {
        let mut finding = Finding::new(fault.code);
        finding.span = (fault.span.end > fault.span.start).then_some(fault.span);
        finding.params = fault.params;
        finding
    }
}

impl core::fmt::Display for Fault {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(
            f,
            "{} at {}..{}",
            self.code.id(),
            self.span.start,
            self.span.end
        )?;
        for (index, (name, param)) in self.code.params().iter().zip(self.params).enumerate() {
            f.write_str(if index == 0 { " (" } else { ", " })?;
            match param {
                Param::Number(number) => write!(f, "{name} {number}")?,
                Param::Char(character) => write!(f, "{name} {character:?}")?,
                Param::Day(day) => write!(f, "{name} {day}")?,
                Param::Kind(kind) => write!(f, "{name} {}", kind.id())?,
                Param::Text(text) => write!(f, "{name} {text}")?,
                Param::None => f.write_str(name)?,
            }
        }
        if self.code.params().is_empty() {
            Ok(())
        } else {
            f.write_str(")")
        }
    }
}

impl core::error::Error for Fault {}

/// What should stand where something else stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    Digit,
    Letter,
}

/// The kind's code for a fault; the build has seen that every identifier has those that can occur.
fn shared(kind: Kind, fault: SharedFault) -> Code {
    Code::of(kind, fault).unwrap_or(Code::TextNotRead)
}

/// The digit that a letter is taken for. Source: facts on confusions when typing and in OCR.
pub(crate) fn digit_like(letter: u8) -> Option<u8> {
    Some(match letter {
        b'O' | b'Q' | b'D' => b'0',
        b'I' | b'L' => b'1',
        b'Z' => b'2',
        b'S' => b'5',
        b'G' => b'6',
        b'B' => b'8',
        _ => return None,
    })
}

/// The letter that a digit is taken for.
pub(crate) fn letter_like(digit: u8) -> Option<u8> {
    Some(match digit {
        b'0' => b'O',
        b'1' => b'I',
        b'2' => b'Z',
        b'5' => b'S',
        b'6' => b'G',
        b'8' => b'B',
        _ => return None,
    })
}
