//! Dates.

use super::{
    Rules,
    another::another_kind_with_letters,
    parse,
    reading::{Reading, Value, number_param},
    spelling::spell,
};
use crate::{
    Code, Day, Kind,
    finding::{Param, SharedFault},
    identifier::Fault,
    text::{Class, class},
};

/// What a date box holds.
///
/// ```text
/// date = month "/" day "/" year       ; 10/05/1967, as the forms want it
///      / year "-" month "-" day       ; 1967-10-05, the canonical form
///      / day month-name year / month-name day year
///      / "PRESENT"                    ; the end of what goes on
///      / "D/S"                        ; duration of status, instead of an I-94's last day
/// ```
///
/// A two-digit year is not read: it may be of either century.
///
/// Source: the scripts of the official forms (mm/dd/yyyy); Form I-485 (D/S).
///
/// ```
/// use prefile::{Day, value::Date};
/// assert_eq!(Date::parse("5 Oct 1967")?, Date::Day(Day::from_iso("1967-10-05").expect("a day")));
/// assert!(Date::parse("13/05/1967").is_err());
/// # Ok::<(), prefile::identifier::Fault>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Date {
    /// A day.
    Day(Day),
    /// It still goes on.
    Present,
    /// "D/S": as long as the status lasts.
    DurationOfStatus,
}

impl Date {
    /// Reads a date.
    ///
    /// # Errors
    ///
    /// Says what is wrong, and where.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        parse(Kind::Date, typed, find)
    }

    /// As the forms want it: `10/05/1967`.
    #[must_use]
    pub fn display(&self) -> String {
        match self {
            Self::Day(day) => slashed(*day),
            Self::Present => "PRESENT".into(),
            Self::DurationOfStatus => "D/S".into(),
        }
    }
}

/// The canonical form: `1967-10-05`, `PRESENT`, `D/S`.
impl core::fmt::Display for Date {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Present | Self::DurationOfStatus => f.pad(&self.display()),
        }
    }
}

pub(super) fn read(reading: &mut Reading, _: &Rules) -> Option<Value> {
    let date = find(reading)?;
    let display = date.display();
    if display != reading.text {
        let typed = reading.text.clone();
        reading.change("format", &typed, &display);
    }
    let Date::Day(day) = date else {
        return reading.allowed(Value::same(display));
    };
    let usual = usual(reading, day);
    if reading.kind == Kind::DateOfBirth {
        birth(reading, day, usual);
    }
    reading.allowed(Value {
        value: iso(day),
        display,
    })
}

/// Says so of a year that hardly a filing names: another calendar's, or a slip.
fn usual(reading: &mut Reading, day: Day) -> bool {
    let usual = (1880..=2120).contains(&day.year());
    if !usual {
        reading.say_number(SharedFault::UnusualYear, day.year().into(), None);
    }
    usual
}

fn birth(reading: &mut Reading, day: Day, usual: bool) {
    let Some(today) = reading.today else {
        return;
    };
    if day > today {
        return reading.add(Code::DateOfBirthInFuture, None);
    }
    let turned = (today.month(), today.day()) >= (day.month(), day.day());
    let age = today.year() - day.year() - u16::from(!turned);
    if age > 120 && usual {
        let (code, age) = (Code::DateOfBirthOver120, number_param(age.into()));
        reading.tell(Some(code), Some(reading.whole()), [age, Param::None], None);
    } else if age < 14 {
        let code = Some(Code::DateOfBirthUnder14);
        reading.tell(code, None, [Param::None; 2], None);
    }
}

/// A run of digits, or the first letters of a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Token {
    None,
    Number { number: u16, digits: u8 },
    Month(u8),
}

/// Day, month and year as they were written; the month may yet be none.
struct Parts {
    month: Token,
    day: Token,
    year: Token,
    /// Only numbers, the year last: which of the others is the month is a custom.
    numbers: bool,
}

fn find(reading: &mut Reading) -> Option<Date> {
    if reading.kind == Kind::Date {
        let is = |words: [&str; 2]| words.iter().any(|it| reading.text.eq_ignore_ascii_case(it));
        if is(["PRESENT", "PRESENTE"]) {
            return Some(Date::Present);
        }
        if is(["D/S", "DS"]) {
            return Some(Date::DurationOfStatus);
        }
    }
    if reading.says_nothing() {
        return None;
    }
    let parts = tokens(&reading.text).and_then(|tokens| arrange(&tokens));
    let Some(parts) = parts else {
        if !another_kind_with_letters(reading) {
            reading.say(SharedFault::Unreadable);
        }
        return None;
    };
    day(reading, &parts).map(Date::Day)
}

fn day(reading: &mut Reading, parts: &Parts) -> Option<Day> {
    let low = |token| match token {
        Token::Number { number, digits } if digits <= 2 => u8::try_from(number).ok(),
        Token::Month(month) => Some(month),
        _ => None,
    };
    let (Some(month), Some(of_month), Token::Number { number, digits }) =
        (low(parts.month), low(parts.day), parts.year)
    else {
        reading.say(SharedFault::Unreadable);
        return None;
    };
    // A month over 12 is the day: certain. That both may be either is only told of dotted dates,
    // which hardly anybody writes with the month in front.
    let swapped = month > 12 && of_month <= 12;
    let (first, second) = if swapped {
        (of_month, month)
    } else {
        (month, of_month)
    };
    match digits {
        4 => {}
        2 => {
            let fix = reading.today.and_then(|today| {
                let day = |year| Day::new(year, first, second);
                day(2000 + number)
                    .filter(|it| *it <= latest(reading.kind, today))
                    .or(day(1900 + number))
            });
            reading.say_fix(SharedFault::TwoDigitYear, fix.map(slashed));
            return None;
        }
        _ => {
            reading.say(SharedFault::Unreadable);
            return None;
        }
    }
    let found = Day::new(number, first, second);
    match found {
        Some(day) if swapped => {
            reading.say_fix(SharedFault::DayFirst, Some(slashed(day)));
            None
        }
        Some(day) => {
            let other = Day::new(number, of_month, month).filter(|other| *other != day);
            if let Some(other) = other
                && parts.numbers
                && reading.text.contains('.')
            {
                reading.say_fix(SharedFault::MaybeDayFirst, Some(slashed(other)));
            }
            found
        }
        None => {
            reading.say(SharedFault::NoSuchDay);
            None
        }
    }
}

/// The last day that two digits of a year may mean: people are born before today, and cards end
/// within twenty years.
fn latest(kind: Kind, today: Day) -> Day {
    let years = if kind == Kind::DateOfBirth { 0 } else { 20 };
    Day::new(today.year() + years, today.month(), today.day()).unwrap_or(today)
}

/// At most three numbers and month names; `None` if there is anything else.
fn tokens(text: &str) -> Option<[Token; 3]> {
    let mut found = [Token::None; 3];
    let mut count = 0;
    let mut keep = |token| {
        *found.get_mut(count)? = token;
        count += 1;
        Some(())
    };
    let mut word = String::new();
    let (mut number, mut digits) = (0, 0);
    for character in text.chars().chain([' ']) {
        let digit = match class(character) {
            Class::Plain(byte) | Class::Other(byte) if byte.is_ascii_digit() => Some(byte - b'0'),
            _ => None,
        };
        let letter = digit.is_none() && spell(character, &mut word);
        if !letter && !word.is_empty() {
            match month(&word) {
                Some(month) => keep(Token::Month(month))?,
                None if is_filler(&word) => {}
                None => return None,
            }
            word.clear();
        }
        if let Some(digit) = digit {
            number = u16::from(digit).checked_add(u16::checked_mul(number, 10)?)?;
            digits += 1;
            if digits == 4 && text.len() == 8 && text.bytes().all(|it| it.is_ascii_digit()) {
                // 10051967 is read as 10 05 1967, 19671005 as 1967 10 05.
                return compact(text);
            }
        } else {
            if digits > 0 {
                keep(Token::Number { number, digits })?;
            }
            (number, digits) = (0, 0);
            let between = matches!(character, ' ' | '/' | '-' | '.' | ',' | '\'')
                || matches!(character, '年' | '月' | '日' | '년' | '월' | '일');
            if !letter && !between {
                return None;
            }
        }
    }
    Some(found)
}

fn compact(text: &str) -> Option<[Token; 3]> {
    let token = |from: usize, to: usize| {
        Some(Token::Number {
            number: crate::day::number(text.as_bytes().get(from..to)?)?,
            digits: u8::try_from(to - from).ok()?,
        })
    };
    let month_first = matches!(token(0, 2)?, Token::Number { number: 1..=12, .. });
    Some(if month_first {
        [token(0, 2)?, token(2, 4)?, token(4, 8)?]
    } else {
        [token(0, 4)?, token(4, 6)?, token(6, 8)?]
    })
}

fn arrange(tokens: &[Token; 3]) -> Option<Parts> {
    let four = |token| matches!(token, Token::Number { digits: 4, .. });
    let number = |token| matches!(token, Token::Number { .. });
    let (month, day, year) = match *tokens {
        [_, _, Token::None] => return None,
        [year, month, day] if four(year) && number(day) => (month, day, year),
        [day, month @ Token::Month(_), year] | [month, day, year] => (month, day, year),
    };
    let numbers = number(month) && tokens[2] == year;
    Some(Parts {
        month,
        day,
        year,
        numbers,
    })
}

/// English and Spanish names, by their first three letters.
fn month(word: &str) -> Option<u8> {
    const NAMES: &[u8; 36] = b"JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
    const NOMBRES: &[u8; 36] = b"ENEFEBMARABRMAYJUNJULAGOSETOCTNOVDIC";
    let first = word.as_bytes().get(..3)?;
    let of = |names: &[u8; 36]| {
        let place = names
            .chunks(3)
            .position(|name| first.eq_ignore_ascii_case(name))?;
        u8::try_from(place + 1).ok()
    };
    of(NAMES).or_else(|| of(NOMBRES))
}

/// "5th of October", "5 de octubre del 1967".
fn is_filler(word: &str) -> bool {
    ["ST", "ND", "RD", "TH", "OF", "DE", "DEL"]
        .iter()
        .any(|filler| word.eq_ignore_ascii_case(filler))
}

fn slashed(day: Day) -> String {
    let mut out = String::with_capacity(10);
    two(day.month(), &mut out);
    out.push('/');
    two(day.day(), &mut out);
    out.push('/');
    four(day.year(), &mut out);
    out
}

fn iso(day: Day) -> String {
    let mut out = String::with_capacity(10);
    four(day.year(), &mut out);
    out.push('-');
    two(day.month(), &mut out);
    out.push('-');
    two(day.day(), &mut out);
    out
}

fn four(year: u16, out: &mut String) {
    two(u8::try_from(year / 100).unwrap_or(99), out);
    two(u8::try_from(year % 100).unwrap_or(0), out);
}

fn two(number: u8, out: &mut String) {
    out.push((b'0' + number / 10) as char);
    out.push((b'0' + number % 10) as char);
}
