//! The table of codes, compiled from `data/families/*.toml` and `data/sources.toml`.

use crate::Kind;

include!(concat!(env!("OUT_DIR"), "/codes.rs"));
include!(concat!(env!("OUT_DIR"), "/sources.rs"));

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

/// Where a rule about the world comes from.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// What the page or document calls itself.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
    /// The day it was read, ISO.
    pub read: &'static str,
}

struct Row {
    code: Code,
    id: &'static str,
    severity: Severity,
    source: u8,
    text: u16,
    example: &'static str,
    params: &'static [&'static str],
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

impl Code {
    /// Every code.
    #[must_use]
    pub fn all() -> impl ExactSizeIterator<Item = Code> {
        CODES.iter().map(|row| row.code)
    }

    /// The stable name, family and fault.
    ///
    /// ```
    /// assert_eq!(prefile::Code::ReceiptNumberTooShort.id(), "receipt-number/too-short");
    /// ```
    #[must_use]
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// The code with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        CODES.iter().find(|row| row.id == id).map(|row| row.code)
    }

    /// How grave it is.
    #[must_use]
    pub fn severity(self) -> Severity {
        self.row().severity
    }

    /// A text that has the fault.
    #[must_use]
    pub fn example(self) -> &'static str {
        self.row().example
    }

    /// Where the rule comes from.
    #[must_use]
    pub fn source(self) -> &'static Source {
        &SOURCES[usize::from(self.row().source)]
    }

    /// The names of what its message tells, at most two.
    #[must_use]
    pub fn params(self) -> &'static [&'static str] {
        self.row().params
    }

    /// The place of its texts in a catalogue.
    pub(crate) fn text(self) -> usize {
        usize::from(self.row().text)
    }

    /// This kind's code for a fault that many have.
    pub(crate) fn of(kind: Kind, fault: SharedFault) -> Option<Self> {
        SHARED[kind as usize][fault as usize]
    }

    fn row(self) -> &'static Row {
        &CODES[self as usize]
    }
}
