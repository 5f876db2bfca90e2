//! A birth date in any common spelling.

use super::secret::Password;
use crate::{
    Day,
    text::{
        Span,
        piece::{part, pieces},
    },
    value::Date,
};

/// `Y` 1985, `y` 85, `M` 03, `m` 3, `D` 07, `d` 7, `E` March, `e` Mar, `S` marzo, `s` mar,
/// `o` the Spanish "de". Signs between are overlooked anyway.
const SPELLINGS: &str = "YMD MDY DMY yMD MDy DMy Ymd mdY dmY mdy dmy Y MD DM De de ED Ed eD ed \
                         Ds ds Dos dos SD Sd sD sd";

const ENGLISH: &str =
    "january february march april may june july august september october november december";
const SPANISH: &str =
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre";

/// Whether an entry is a date.
pub(super) fn read(entry: &str) -> Option<Day> {
    match Date::parse(entry) {
        Ok(Date::Day(day)) => Some(day),
        _ => None,
    }
}

/// Where a date stands in the password, read as it is or with day and month exchanged.
pub(super) fn find(password: &Password, day: Day) -> Option<Span> {
    let exchanged = Day::new(day.year(), day.day(), day.month());
    [Some(day), exchanged]
        .into_iter()
        .flatten()
        .find_map(|day| {
            pieces(SPELLINGS, b" ").find_map(|spelling| {
                let spelt = spelt(day, spelling);
                password.find(&spelt, 4)
            })
        })
}

fn spelt(day: Day, spelling: &str) -> String {
    let mut out = String::with_capacity(16);
    let name = |names: &'static str| {
        pieces(names, b" ")
            .nth(usize::from(day.month()) - 1)
            .unwrap_or_default()
    };
    for sign in spelling.bytes() {
        match sign {
            b'Y' => number(day.year(), 1000, &mut out),
            b'y' => number(day.year() % 100, 10, &mut out),
            b'M' => number(day.month().into(), 10, &mut out),
            b'm' => number(day.month().into(), 1, &mut out),
            b'D' => number(day.day().into(), 10, &mut out),
            b'd' => number(day.day().into(), 1, &mut out),
            b'E' => out.push_str(name(ENGLISH)),
            b'e' => out.push_str(part(name(ENGLISH), 0, 3)),
            b'S' => out.push_str(name(SPANISH)),
            b's' => out.push_str(part(name(SPANISH), 0, 3)),
            _ => out.push_str("de"),
        }
    }
    out
}

/// A number whose first digit is of this unit at least.
fn number(number: u16, least: u16, out: &mut String) {
    for unit in [1000, 100, 10, 1] {
        if unit <= least || number >= unit {
            let digit = usize::from(number.checked_div(unit).unwrap_or(0) % 10);
            out.push_str(part(DIGITS, digit, digit + 1));
        }
    }
}

const DIGITS: &str = "0123456789";
