//! The five layouts of ICAO Doc 9303: what stands where.

use super::character::{Coded, DIGIT, LETTER, code};
use crate::finding::Word;

/// Which of the five layouts of Doc 9303 a zone has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MrzFormat {
    /// A card: 3 lines of 30 characters (part 5).
    Td1,
    /// A larger card: 2 lines of 36 (part 6).
    Td2,
    /// A passport: 2 lines of 44 (part 4).
    Td3,
    /// A visa: 2 lines of 44 (part 7).
    MrvA,
    /// A smaller visa: 2 lines of 36 (part 7).
    MrvB,
}

impl MrzFormat {
    /// The name in Doc 9303.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Td1 => "TD1",
            Self::Td2 => "TD2",
            Self::Td3 => "TD3",
            Self::MrvA => "MRV-A",
            Self::MrvB => "MRV-B",
        }
    }
}

/// A layout; places count from the first character of the first line, line breaks left out.
pub(super) struct Layout {
    pub format: MrzFormat,
    pub width: usize,
    /// The letters with which the type of document may begin.
    pub begins: &'static [u8],
    /// Every field in order: how many characters, and what they are.
    pub fields: &'static [(u8, Word)],
    /// What each character must have ([`need`]).
    pub needs: Coded,
    /// The document number: 9 characters, its check digit behind.
    pub number: usize,
    /// The date of birth: 6 characters, its check digit, the sex, and the expiry date likewise.
    pub birth: usize,
    pub nationality: usize,
    pub names: (usize, usize),
    pub optional: (usize, usize),
    /// Whether the optional data has a check digit behind it.
    pub optional_has_digit: bool,
    /// Further optional data.
    pub more: (usize, usize),
    /// What the last check digit is made of, and where it stands; visas have none.
    pub composite: &'static [(usize, usize)],
    pub composite_digit: usize,
}

impl Layout {
    /// The layout of a zone of this length that begins so.
    pub(super) fn of(zone: &[u8]) -> Option<&'static Self> {
        Self::of_length(zone.len(), code(*zone.first()?))
    }

    pub(super) fn of_length(len: usize, first: u8) -> Option<&'static Self> {
        let visa = first == code(b'V');
        Some(match (len, visa) {
            (90, _) => &TD1,
            (88, true) => &MRV_A,
            (88, false) => &TD3,
            (72, true) => &MRV_B,
            (72, false) => &TD2,
            _ => return None,
        })
    }

    pub(super) fn sex(&self) -> usize {
        self.birth + 7
    }

    pub(super) fn expiry(&self) -> usize {
        self.birth + 8
    }

    /// The fields with the places where they begin and end.
    pub(super) fn places(&self) -> impl Iterator<Item = (usize, usize, Word)> + use<> {
        let mut at = 0;
        self.fields.iter().map(move |(width, word)| {
            let from = at;
            at += usize::from(*width);
            (from, at, *word)
        })
    }
}

/// What each character of a field must have: [`LETTER`] where letters and fillers stand, [`DIGIT`]
/// where digits and fillers do, nothing where all three do.
pub(super) const fn need(field: Word) -> u8 {
    match field {
        Word::PartIssuer | Word::PartNationality | Word::PartSex | Word::PartNames => LETTER,
        // A part of a date that is not known is filled.
        Word::PartBirth | Word::PartExpiry | Word::PartComposite => DIGIT,
        _ => 0,
    }
}

/// What each character must have.
const fn needs(fields: &[(u8, Word)]) -> Coded {
    let mut needs = [0; 90];
    let (mut at, mut field) = (0, 0);
    while field < fields.len() {
        let end = at + fields[field].0 as usize;
        while at < end {
            needs[at] = need(fields[field].1);
            at += 1;
        }
        field += 1;
    }
    needs
}

const DOCUMENT: (u8, Word) = (2, Word::PartDocument);
const ISSUER: (u8, Word) = (3, Word::PartIssuer);
const NUMBER: (u8, Word) = (9, Word::PartDocumentNumber);
/// A filler here says that a number is longer than its field, or that optional data is empty.
const CHECK: (u8, Word) = (1, Word::PartCheckDigit);
const NATIONALITY: (u8, Word) = (3, Word::PartNationality);
const BIRTH: (u8, Word) = (6, Word::PartBirth);
const SEX: (u8, Word) = (1, Word::PartSex);
const EXPIRY: (u8, Word) = (6, Word::PartExpiry);
const COMPOSITE: (u8, Word) = (1, Word::PartComposite);

const fn optional(width: u8) -> (u8, Word) {
    (width, Word::PartOptional)
}

const fn names(width: u8) -> (u8, Word) {
    (width, Word::PartNames)
}

const TD1_FIELDS: &[(u8, Word)] = &[
    DOCUMENT,
    ISSUER,
    NUMBER,
    CHECK,
    optional(15),
    BIRTH,
    CHECK,
    SEX,
    EXPIRY,
    CHECK,
    NATIONALITY,
    optional(11),
    COMPOSITE,
    names(30),
];

static TD1: Layout = Layout {
    format: MrzFormat::Td1,
    width: 30,
    begins: b"IAC",
    fields: TD1_FIELDS,
    needs: needs(TD1_FIELDS),
    number: 5,
    birth: 30,
    nationality: 45,
    names: (60, 90),
    optional: (15, 30),
    optional_has_digit: false,
    more: (48, 59),
    composite: &[(5, 37), (38, 45), (48, 59)],
    composite_digit: 59,
};

/// What stands in a zone of two lines: the names in the first, all else in the second.
macro_rules! two_lines {
    ($names:literal, $($behind:expr),*) => {
        &[
            DOCUMENT, ISSUER, names($names), NUMBER, CHECK, NATIONALITY, BIRTH, CHECK, SEX, EXPIRY,
            CHECK, $($behind),*
        ]
    };
}

/// A zone of two lines of this width, with so much optional data and no digit behind it.
const fn two_lines(width: usize, optional: usize, fields: &'static [(u8, Word)]) -> Layout {
    Layout {
        format: MrzFormat::Td2,
        width,
        begins: b"IAC",
        fields,
        needs: needs(fields),
        number: width,
        birth: width + 13,
        nationality: width + 10,
        names: (5, width),
        optional: (width + 28, width + 28 + optional),
        optional_has_digit: false,
        more: (0, 0),
        composite: &[],
        composite_digit: 0,
    }
}

static TD2: Layout = Layout {
    composite: &[(36, 46), (49, 56), (57, 71)],
    composite_digit: 71,
    ..two_lines(36, 7, two_lines!(31, optional(7), COMPOSITE))
};

static TD3: Layout = Layout {
    format: MrzFormat::Td3,
    begins: b"P",
    optional_has_digit: true,
    composite: &[(44, 54), (57, 64), (65, 87)],
    composite_digit: 87,
    ..two_lines(44, 14, two_lines!(39, optional(14), CHECK, COMPOSITE))
};

static MRV_A: Layout = Layout {
    format: MrzFormat::MrvA,
    begins: b"V",
    ..two_lines(44, 16, two_lines!(39, optional(16)))
};

static MRV_B: Layout = Layout {
    format: MrzFormat::MrvB,
    begins: b"V",
    ..two_lines(36, 8, two_lines!(31, optional(8)))
};

/// The parts of a zone of the United States' cards, which hold two numbers of their own.
pub(super) const US_CARD: &[(u8, Word)] = &[
    DOCUMENT,
    ISSUER,
    (9, Word::PartANumber),
    CHECK,
    (13, Word::PartReceipt),
    (2, Word::PartFiller),
    BIRTH,
    CHECK,
    SEX,
    EXPIRY,
    CHECK,
    NATIONALITY,
    optional(11),
    COMPOSITE,
    names(30),
];
