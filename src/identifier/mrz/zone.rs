//! A right zone, read field by field.

use super::{
    character::coded,
    check_digit::remainder,
    layout::{Layout, MrzFormat},
};
use crate::{
    Day,
    identifier::{receipt_number, rules::Ascii},
    text::part,
};

/// The characters of a right zone and where its fields stand.
pub(super) struct Zone<'z> {
    pub text: &'z str,
    pub layout: &'static Layout,
}

impl<'z> Zone<'z> {
    /// `None` only of a text that is no zone by its length.
    pub(super) fn new(text: &'z str) -> Option<Self> {
        let layout = Layout::of(text.as_bytes())?;
        Some(Self { text, layout })
    }

    pub(super) fn part(&self, from: usize, to: usize) -> &'z str {
        part(self.text, from, to)
    }

    /// The character at this place.
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(b'<')
    }

    /// A field without the fillers behind.
    pub(super) fn field(&self, from: usize, mut to: usize) -> &'z str {
        while to > from && self.byte(to - 1) == b'<' {
            to -= 1;
        }
        self.part(from, to)
    }

    /// The document number, whole: a long one goes on in the optional data.
    pub(super) fn number(&self) -> String {
        let at = self.layout.number;
        match self.remainder() {
            Some(rest) => self.part(at, at + 9).to_owned() + rest,
            None => self.field(at, at + 9).to_owned(),
        }
    }

    /// The rest of a long document number.
    fn remainder(&self) -> Option<&'z str> {
        let len = remainder(&coded(self.text.as_bytes()), self.layout)?;
        let from = self.layout.optional.0;
        Some(self.part(from, from + len))
    }

    /// The optional data, the rest of a long document number left out.
    pub(super) fn optional(&self) -> &'z str {
        let (from, to) = self.layout.optional;
        let number = self.remainder().map_or(0, |rest| rest.len() + 2);
        self.field((from + number).min(to), to)
    }

    /// The names before and after the first `<<`.
    pub(super) fn names(&self) -> (&'z str, &'z str) {
        let (from, to) = self.layout.names;
        let mut end = from;
        while end < to && (self.byte(end) != b'<' || self.byte(end + 1) != b'<') {
            end += 1;
        }
        (self.field(from, end), self.field((end + 2).min(to), to))
    }

    /// Birth and expiry as they are written: `YYMMDD`.
    pub(super) fn dates(&self) -> (&'z str, &'z str) {
        let (birth, expiry) = (self.layout.birth, self.layout.expiry());
        (self.part(birth, birth + 6), self.part(expiry, expiry + 6))
    }

    /// Whether this is one of the cards of the United States that hold an A-Number.
    pub(super) fn is_us_card(&self) -> bool {
        self.layout.format == MrzFormat::Td1
            && matches!(
                self.text.as_bytes(),
                [b'C', _, b'U', b'S', b'A', ..] | [b'I', b'A', b'U', b'S', b'A', ..]
            )
    }

    /// The A-Number of a card of the United States.
    pub(super) fn a_number(&self) -> Option<Ascii> {
        let number = self.part(5, 14);
        let digits = number.bytes().all(|byte| byte.is_ascii_digit());
        (self.is_us_card() && digits).then(|| Ascii::new(b"A", number.as_bytes()))
    }

    /// The receipt number of the case in which a card of the United States was given.
    pub(super) fn receipt_number(&self) -> Option<Ascii> {
        let number = self.part(15, 28);
        let (prefix, digits) = number.split_at_checked(3)?;
        let known = receipt_number::is_service_center(prefix.as_bytes())
            || receipt_number::is_other_office(prefix.as_bytes());
        let right = known && digits.bytes().all(|byte| byte.is_ascii_digit());
        (self.is_us_card() && right).then(|| Ascii::new(number.as_bytes(), b""))
    }
}

/// Names as people write them: a filler is a space.
pub(super) fn spaced(names: &str) -> String {
    let mut out = String::with_capacity(names.len());
    let mut gap = false;
    for byte in names.bytes() {
        if byte == b'<' {
            gap = !out.is_empty();
        } else {
            if gap {
                out.push(' ');
            }
            gap = false;
            out.push(byte as char);
        }
    }
    out
}

/// The latest day with this `YYMMDD` that is not after `last`.
pub(super) fn day_until(written: &str, last: Day) -> Option<Day> {
    let year = crate::day::number(written.as_bytes().get(..2)?)?;
    let century = last.year() - last.year() % 100;
    let this = day(written, century + year).filter(|day| *day <= last);
    this.or_else(|| day(written, (century + year).checked_sub(100)?))
}

/// The day of a document's end: of the years 1970 to 2069.
pub(super) fn day_of_expiry(written: &str) -> Option<Day> {
    let year = crate::day::number(written.as_bytes().get(..2)?)?;
    day(written, if year < 70 { 2000 + year } else { 1900 + year })
}

/// The day with the month and day of `YYMMDD`; `None` if one is unknown or there is no such day.
fn day(written: &str, year: u16) -> Option<Day> {
    let number = |from, to| u8::try_from(crate::day::part(written.as_bytes(), from, to)).ok();
    Day::new(year, number(2, 4)?, number(4, 6)?)
}

#[cfg(test)]
mod tests {
    use super::day_of_expiry;

    #[test]
    fn documents_end_from_1970_to_2069() {
        for (written, iso) in [
            ("700101", Some("1970-01-01")),
            ("991231", Some("1999-12-31")),
            ("000229", Some("2000-02-29")),
            ("690630", Some("2069-06-30")),
            ("260230", None),
            ("26<<01", None),
        ] {
            assert_eq!(day_of_expiry(written).map(crate::Day::iso).as_deref(), iso);
        }
    }
}
