//! The table of codes, compiled from `data/families/*.toml` and `data/sources.toml`.

use super::source::{SOURCES, Source};
use crate::Kind;

include!(concat!(env!("OUT_DIR"), "/codes.rs"));

/// How grave a finding is; the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Must be mended: the official text is clear.
    Error,
    /// Should be looked at: it may be right.
    Warning,
    /// Good to know.
    Note,
}

/// The name in the public API.
impl core::fmt::Display for Severity {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.id())
    }
}

impl Severity {
    /// The name in the public API.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// The faults that many families share, in the order of the generated table's columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum SharedFault {
    Empty,
    TooShort,
    TooLong,
    UnexpectedCharacter,
    LetterForDigit,
    DigitForLetter,
    AnotherKind,
    MadeUp,
    LeftEmpty,
    ExtraSpaces,
    BoxMayRefuse,
    LongForBox,
    LookAlikeLetter,
    OddCharacter,
    MissingName,
    WholeName,
    Title,
    Nickname,
    Unreadable,
    TwoDigitYear,
    NoSuchDay,
    DayFirst,
    MaybeDayFirst,
    UnusualYear,
    KeepSecret,
}

/// The stable name.
impl core::fmt::Display for Code {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.id())
    }
}

impl Code {
    /// The code at this place of [`Code::all`].
    #[must_use]
    pub fn from_index(index: u32) -> Option<Self> {
        CODES.get(index as usize).copied()
    }

    /// The kind whose family it belongs to; `None` for those about texts of no kind.
    #[must_use]
    pub fn kind(self) -> Option<Kind> {
        FAMILIES[self as usize]
    }

    /// Whether it says that a value has too few characters to be one of its kind.
    #[must_use]
    pub fn is_too_short(self) -> bool {
        let kind = self.kind();
        kind.is_some_and(|kind| Self::of(kind, SharedFault::TooShort) == Some(self))
    }

    /// The place of its texts in a catalogue: those of its own count up, one code after the other.
    pub(crate) fn text(self) -> usize {
        let place = self as usize;
        match TEXTS.get(place) {
            Some(&shared) if shared > 0 => OWN_TEXTS + usize::from(shared) - 1,
            _ => {
                let before = TEXTS.iter().take(place);
                before.filter(|shared| matches!(shared, 0)).count()
            }
        }
    }

    /// This kind's code for a fault that many have.
    pub(crate) fn of(kind: Kind, fault: SharedFault) -> Option<Self> {
        let (first, faults) = SHARED[kind as usize];
        let bit = 1 << fault as u32;
        let before = (faults & (bit - 1)).count_ones();
        (faults & bit != 0)
            .then(|| CODES.get(usize::from(first) + before as usize).copied())
            .flatten()
    }
}
