//! A birth date in any common spelling.

use super::secret::Password;
use crate::{Day, day, text::Span};

/// A date that the person entered.
#[derive(Clone, Copy)]
pub(super) struct Birthday(Day);

/// `Y` 1985, `y` 85, `M` 03, `m` 3, `D` 07, `d` 7, `E` March, `e` Mar, `S` marzo, `s` mar,
/// `o` the Spanish "de". Signs between are overlooked anyway.
const SPELLINGS: [&str; 26] = [
    "YMD", "MDY", "DMY", "yMD", "MDy", "DMy", "Ymd", "mdY", "dmY", "mdy", "dmy", "Y", "MD", "DM",
    "De", "de", "ED", "Ed", "eD", "ed", "Ds", "ds", "Dos", "dos", "SD", "Sd",
];

const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const SPANISH: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

impl Birthday {
    /// The days that an entry can mean: `1985-03-07`, `03/07/1985` (also as 3 July), `7 de marzo de 1985`.
    pub(super) fn readings(entry: &str) -> impl Iterator<Item = Self> {
        let mut parts = entry
            .split(|typed: char| !typed.is_ascii_digit())
            .filter(|part| !part.is_empty());
        let parts = [parts.next(), parts.next(), parts.next(), parts.next()];
        let number = |part: &str| day::number(part.as_bytes()).filter(|_| part.len() <= 4);
        let days = match parts {
            [Some(one), Some(two), Some(three), None] => {
                let (a, b, c) = (number(one), number(two), number(three));
                if one.len() == 4 {
                    [date(a, b, c), None, None]
                } else {
                    [date(c, a, b), date(c, b, a), None]
                }
            }
            [Some(one), Some(two), None, None] => {
                let month = month_of(entry);
                let (a, b) = (number(one), number(two));
                [
                    if one.len() == 4 {
                        date(a, month, b)
                    } else {
                        date(b, month, a)
                    },
                    None,
                    None,
                ]
            }
            [Some(one), None, None, None] if one.len() == 8 && entry.trim().len() == 8 => {
                let part = |from: usize, to: usize| one.get(from..to).and_then(number);
                [
                    date(part(0, 4), part(4, 6), part(6, 8)),
                    date(part(4, 8), part(0, 2), part(2, 4)),
                    date(part(4, 8), part(2, 4), part(0, 2)),
                ]
            }
            _ => [None; 3],
        };
        days.into_iter().flatten().map(Self)
    }

    /// Where it stands in the password.
    pub(super) fn find_in(self, password: &Password) -> Option<Span> {
        SPELLINGS.iter().find_map(|spelling| {
            let spelt = self.spelt(spelling);
            let text = core::str::from_utf8(spelt.bytes.get(..spelt.len)?).ok()?;
            password.find(text, 4)
        })
    }

    fn spelt(self, spelling: &str) -> Spelt {
        let mut out = Spelt {
            bytes: [0; 20],
            len: 0,
        };
        let month = usize::from(self.0.month()) - 1;
        let name = |names: &[&'static str; 12]| names.get(month).copied().unwrap_or_default();
        for part in spelling.bytes() {
            match part {
                b'Y' => out.number(self.0.year(), 4),
                b'y' => out.number(self.0.year() % 100, 2),
                b'M' => out.number(self.0.month().into(), 2),
                b'm' => out.number(self.0.month().into(), 1),
                b'D' => out.number(self.0.day().into(), 2),
                b'd' => out.number(self.0.day().into(), 1),
                b'E' => out.text(name(&ENGLISH)),
                b'e' => out.text(name(&ENGLISH).get(..3).unwrap_or_default()),
                b'S' => out.text(name(&SPANISH)),
                b's' => out.text(name(&SPANISH).get(..3).unwrap_or_default()),
                _ => out.text("de"),
            }
        }
        out
    }
}

/// A date in one spelling: the longest is `07september`.
struct Spelt {
    bytes: [u8; 20],
    len: usize,
}

impl Spelt {
    fn text(&mut self, text: &str) {
        for byte in text.bytes() {
            if let Some(place) = self.bytes.get_mut(self.len) {
                *place = byte;
                self.len += 1;
            }
        }
    }

    /// A number with at least so many digits.
    fn number(&mut self, number: u16, least: u32) {
        for place in (0..4).rev() {
            let unit = 10_u16.pow(place);
            if place < least || number >= unit {
                let digit = u8::try_from(number / unit % 10).unwrap_or_default();
                self.text(core::str::from_utf8(&[b'0' + digit]).unwrap_or_default());
            }
        }
    }
}

fn date(year: Option<u16>, month: Option<u16>, day: Option<u16>) -> Option<Day> {
    let year = year.filter(|year| (1900..2100).contains(year))?;
    Day::new(year, u8::try_from(month?).ok()?, u8::try_from(day?).ok()?)
}

/// The month that a text names, in English or Spanish.
fn month_of(entry: &str) -> Option<u16> {
    let mut words = entry.split(|typed: char| !typed.is_ascii_alphabetic());
    let place = words.find_map(|word| {
        let named = |name: &&str| {
            word.len() > 2
                && name
                    .get(..word.len())
                    .is_some_and(|start| start.eq_ignore_ascii_case(word))
        };
        ENGLISH
            .iter()
            .position(&named)
            .or_else(|| SPANISH.iter().position(named))
    })?;
    u16::try_from(place + 1).ok()
}
