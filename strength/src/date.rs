//! Dates and years.
//!
//! A date is four to eight digits that can be split into day, month and year, or three numbers with
//! the same sign between them; the year comes first or last and has two or four digits. As in
//! zxcvbn this is no calendar: there is a 31st of February.

use std::ops::Range;

use crate::candidate::Candidate;
use crate::explanation::Kind;
use crate::password::Password;
use crate::work::Work;

/// The year from which distances are counted. The crate has no clock; a few years make no
/// difference, because no year counts less than [`FEWEST_YEARS`].
const REFERENCE: u16 = 2026;

/// Near years are all alike.
const FEWEST_YEARS: u16 = 20;

const YEARS: std::ops::RangeInclusive<u16> = 1000..=2050;

/// Where digits without signs may be split: for each length, ends of the first and second number.
const SPLITS: [(usize, &[(usize, usize)]); 5] = [
    (4, &[(1, 2), (2, 3)]),
    (5, &[(1, 3), (2, 3)]),
    (6, &[(1, 2), (2, 4), (4, 5)]),
    (7, &[(1, 3), (2, 3), (4, 5), (4, 6)]),
    (8, &[(2, 4), (4, 6)]),
];

/// Adds every year of the twentieth and twenty-first century in `range` of the password.
#[inline(never)]
pub(crate) fn find_years(
    password: &Password,
    range: &Range<usize>,
    found: &mut Vec<Candidate>,
    work: &mut Work,
) {
    let characters = password.characters();
    let mut start = range.start;
    while start + 4 <= range.end {
        work.add(1);
        let year = characters
            .get(start..start + 4)
            .and_then(number)
            .filter(|year| (1900..2100).contains(year));
        match year {
            Some(year) => {
                found.push(Candidate {
                    start,
                    end: start + 4,
                    guesses: f64::from(years_away(year)),
                    kind: Kind::Year,
                });
                start += 4;
            }
            None => start += 1,
        }
    }
}

/// Adds every date in `range` of the password that is not part of a longer one.
#[inline(never)]
pub(crate) fn find_dates(
    password: &Password,
    range: &Range<usize>,
    found: &mut Vec<Candidate>,
    work: &mut Work,
) {
    let characters = password.characters().get(..range.end).unwrap_or_default();
    // How far the dates reach that started before.
    let mut reached = 0;
    for start in range.clone() {
        let suffix = characters.get(start..).unwrap_or_default();
        let digits = digits(suffix);
        if digits == 0 {
            continue;
        }
        work.add(16);
        let closed = SPLITS
            .iter()
            .rev()
            .filter(|(length, _)| *length <= digits)
            .find_map(|&(length, splits)| {
                Some((length, closed(suffix.get(..length)?, splits)?, false))
            });
        let separated = separated(suffix, digits).map(|(length, year)| (length, year, true));
        let longest = match (closed, separated) {
            (Some(one), Some(other)) if one.0 > other.0 => Some(one),
            (one, other) => other.or(one),
        };
        let Some((length, year, separated)) = longest else {
            continue;
        };
        if start + length <= reached {
            continue;
        }
        reached = start + length;
        let signs = if separated { 4.0 } else { 1.0 };
        found.push(Candidate {
            start,
            end: start + length,
            guesses: f64::from(years_away(year)) * 365.0 * signs,
            kind: Kind::Date { separated },
        });
    }
}

fn years_away(year: u16) -> u16 {
    year.abs_diff(REFERENCE).max(FEWEST_YEARS)
}

/// The likeliest year if the digits can be a date.
fn closed(digits: &[char], splits: &[(usize, usize)]) -> Option<u16> {
    splits
        .iter()
        .filter_map(|&(first, second)| {
            year_of(
                number(digits.get(..first)?)?,
                number(digits.get(first..second)?)?,
                number(digits.get(second..)?)?,
            )
        })
        .min_by_key(|year| year.abs_diff(REFERENCE))
}

/// The longest date with signs at the beginning, its length and its year.
fn separated(text: &[char], first: usize) -> Option<(usize, u16)> {
    if first > 4 {
        return None;
    }
    let sign = *text.get(first)?;
    if !matches!(sign, '/' | '\\' | '_' | '.' | '-' | ' ' | '\t' | '\u{A0}') {
        return None;
    }
    let second = digits(text.get(first + 1..)?);
    let third_starts = first + second + 2;
    if !(1..=2).contains(&second) || text.get(third_starts - 1) != Some(&sign) {
        return None;
    }
    let third = digits(text.get(third_starts..)?).min(4);
    (1..=third).rev().find_map(|third| {
        let length = third_starts + third;
        let year = year_of(
            number(text.get(..first)?)?,
            number(text.get(first + 1..third_starts - 1)?)?,
            number(text.get(third_starts..length)?)?,
        )?;
        (6..=10).contains(&length).then_some((length, year))
    })
}

/// How many digits stand at the beginning.
fn digits(text: &[char]) -> usize {
    text.iter()
        .take(8)
        .take_while(|character| character.is_ascii_digit())
        .count()
}

/// The number that these digits write; `None` if one is no digit.
fn number(digits: &[char]) -> Option<u16> {
    digits.iter().try_fold(0_u16, |number, character| {
        let digit = u16::try_from(character.to_digit(10)?).ok()?;
        number.checked_mul(10)?.checked_add(digit)
    })
}

/// The year of a date that these three numbers can be.
fn year_of(first: u16, second: u16, third: u16) -> Option<u16> {
    let all = [first, second, third];
    let count = |test: fn(u16) -> bool| all.into_iter().filter(|&number| test(number)).count();
    if !(1..=31).contains(&second)
        || all
            .iter()
            .any(|number| *number > 99 && !YEARS.contains(number))
        || count(|number| number > 31) >= 2
        || count(|number| number > 12) == 3
        || count(|number| number == 0) >= 2
    {
        return None;
    }
    let orders = [(third, first, second), (first, second, third)];
    // With a year of four digits, the others are day and month or it is no date.
    for (year, one, other) in orders {
        if YEARS.contains(&year) {
            return is_day_and_month(one, other).then_some(year);
        }
    }
    orders
        .into_iter()
        .find(|&(_, one, other)| is_day_and_month(one, other))
        .map(|(year, ..)| match year {
            0..=50 => year + 2000,
            51..=99 => year + 1900,
            _ => year,
        })
}

fn is_day_and_month(one: u16, other: u16) -> bool {
    let fits = |day, month| (1..=31).contains(&day) && (1..=12).contains(&month);
    fits(one, other) || fits(other, one)
}

#[cfg(test)]
mod tests {
    use super::{find_dates, find_years, year_of};
    use crate::candidate::places;

    #[test]
    fn dates() {
        for (text, expected) in [
            ("", vec![]),
            ("1191", vec![(0, 4, 25.0 * 365.0)]),
            ("13.5.1989", vec![(0, 9, 37.0 * 365.0 * 4.0)]),
            ("1989-05-13", vec![(0, 10, 37.0 * 365.0 * 4.0)]),
            ("13/5-1989", vec![(5, 9, 20.0 * 365.0)]),
            ("111504", vec![(0, 6, 22.0 * 365.0)]),
            ("19890513", vec![(0, 8, 37.0 * 365.0)]),
            ("xx19890513y", vec![(2, 10, 37.0 * 365.0)]),
            ("1 1 91", vec![(0, 6, 35.0 * 365.0 * 4.0)]),
            ("9999", vec![(0, 4, 27.0 * 365.0)]),
            ("1/1/91.", vec![(0, 6, 35.0 * 365.0 * 4.0)]),
            ("ab1/1/9x", vec![]),
            ("ab1/1/1991x", vec![(2, 10, 35.0 * 365.0 * 4.0)]),
        ] {
            assert_eq!(places(find_dates, text), expected, "{text}");
        }
    }

    #[test]
    fn years() {
        for (text, expected) in [
            ("", vec![]),
            ("1922", vec![(0, 4, 104.0)]),
            ("2017", vec![(0, 4, 20.0)]),
            ("maria1985x", vec![(5, 9, 41.0)]),
            ("219902004", vec![(1, 5, 36.0), (5, 9, 22.0)]),
            ("2100", vec![]),
            ("1899", vec![]),
            ("٢٠١٧", vec![]),
        ] {
            assert_eq!(places(find_years, text), expected, "{text}");
        }
    }

    #[test]
    fn numbers() {
        for (numbers, expected) in [
            ((1, 1, 91), Some(1991)),
            ((91, 1, 1), Some(1991)),
            ((12, 31, 50), Some(2050)),
            ((12, 31, 51), Some(1951)),
            ((1, 32, 91), None),
            ((0, 1, 0), None),
            ((13, 13, 13), None),
            ((40, 1, 40), None),
            ((1, 1, 999), None),
            ((1, 1, 2051), None),
            ((2010, 13, 13), None),
        ] {
            let (first, second, third) = numbers;
            assert_eq!(year_of(first, second, third), expected, "{numbers:?}");
        }
    }
}
