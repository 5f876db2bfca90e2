//! Dates.

use super::{
    Rules,
    another::another_kind_with_letters,
    parse,
    piece::{first, is_digits, joined, listed, part, same},
    reading::{Reading, number_param},
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

pub(super) fn read(reading: &mut Reading, _: &Rules) {
    let Some(date) = find(reading) else { return };
    let display = date.display();
    if display != reading.text {
        reading.becomes("format", display.clone());
    }
    let Date::Day(day) = date else {
        reading.accept_same(display);
        return;
    };
    let usual = usual(reading, day);
    if reading.kind == Kind::DateOfBirth {
        birth(reading, day, usual);
    }
    let at = |from, to| part(&display, from, to);
    let value = joined(&[at(6, 10), "-", at(0, 2), "-", at(3, 5)]);
    reading.accept(value, display);
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
    let (mut span, mut named) = (Some(reading.whole()), Param::None);
    let code = if day > today {
        Code::DateOfBirthInFuture
    } else {
        let turned = (today.month(), today.day()) >= (day.month(), day.day());
        let age = today.year() - day.year() - u16::from(!turned);
        if age > 120 && usual {
            named = number_param(age.into());
            Code::DateOfBirthOver120
        } else if age < 14 {
            span = None;
            Code::DateOfBirthUnder14
        } else {
            return;
        }
    };
    reading.tell(Some(code), span, [named, Param::None], None);
}

/// A run of digits, or the name of a month.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Token {
    number: u32,
    /// How many there are; 0 if there is no token, [`NAME`] if the number is a name's.
    digits: u32,
}

const NAME: u32 = 255;
const NONE: Token = Token {
    number: 0,
    digits: 0,
};

/// No month and no day.
const NEITHER: u32 = 255;

impl Token {
    /// A number of two digits at most, or a name's.
    fn low(self) -> u32 {
        match self.digits {
            1 | 2 | NAME => self.number,
            _ => NEITHER,
        }
    }
}

fn find(reading: &mut Reading) -> Option<Date> {
    if reading.kind == Kind::Date {
        if listed("PRESENT PRESENTE CURRENT ACTUAL ACTUALIDAD", &reading.text) {
            return Some(Date::Present);
        }
        if listed("D/S DS", &reading.text) {
            return Some(Date::DurationOfStatus);
        }
    }
    if reading.says_nothing() {
        return None;
    }
    let tokens = tokens(&reading.text).filter(|tokens| tokens[2] != NONE);
    if let Some(tokens) = tokens {
        return day(reading, tokens).map(Date::Day);
    }
    if !another_kind_with_letters(reading) {
        reading.say(SharedFault::Unreadable);
    }
    None
}

fn day(reading: &mut Reading, tokens: [Token; 3]) -> Option<Day> {
    let [one, two, three] = tokens;
    let (month, of_month, year) = if one.digits == 4 && three.digits != NAME {
        (two, three, one)
    } else if two.digits == NAME {
        (two, one, three)
    } else {
        (one, two, three)
    };
    let numbers = month.digits != NAME && three == year;
    let (mut month, mut of_month, digits) = (month.low(), of_month.low(), year.digits);
    // A month over 12 is the day: certain. That both may be either is only told of dotted dates,
    // which hardly anybody writes with the month in front.
    let swapped = month > 12 && of_month <= 12;
    if swapped {
        (month, of_month) = (of_month, month);
    }
    let found = existing(year.number, month, of_month);
    let (fault, fix) = if month == NEITHER || of_month == NEITHER || digits != 2 && digits != 4 {
        (SharedFault::Unreadable, None)
    } else if digits == 2 {
        let fix = reading.today.and_then(|today| {
            let soon = existing(2000 + year.number, month, of_month);
            soon.filter(|it| *it <= latest(reading.kind, today))
                .or(existing(1900 + year.number, month, of_month))
        });
        (SharedFault::TwoDigitYear, fix)
    } else if found.is_none() {
        (SharedFault::NoSuchDay, None)
    } else if swapped {
        (SharedFault::DayFirst, found)
    } else {
        // A dot at the end is a sentence's.
        let dotted = first(reading.text.as_bytes(), 0, b".") + 1 < reading.text.len();
        if numbers && dotted && month != of_month && of_month <= 12 {
            let other = existing(year.number, of_month, month);
            reading.say_fix(SharedFault::MaybeDayFirst, other.map(slashed));
        }
        return found;
    };
    reading.say_fix(fault, fix.map(slashed));
    None
}

#[inline(never)]
fn existing(year: u32, month: u32, of_month: u32) -> Option<Day> {
    let low = |number| u8::try_from(number).unwrap_or(0);
    Day::new(u16::try_from(year).ok()?, low(month), low(of_month))
}

/// The last day that two digits of a year may mean: people are born before today, and cards end
/// within twenty years.
fn latest(kind: Kind, today: Day) -> Day {
    let years = if kind == Kind::DateOfBirth { 0 } else { 20 };
    Day::new(today.year() + years, today.month(), today.day()).unwrap_or(today)
}

/// At most three numbers and month names; `None` if there is anything else.
fn tokens(text: &str) -> Option<[Token; 3]> {
    // 10051967 is read as 10 05 1967, 31121999 as 31 12 1999, 19671005 as 1967 10 05.
    let ends: &[u32] = match text.len() == 8 && is_digits(text) {
        true if matches!(part(text, 4, 6), "19" | "20") => &[2, 2],
        true => &[4, 2],
        false => &[],
    };
    let mut found = [NONE; 3];
    let mut count = 0;
    let mut word = String::new();
    let mut read = NONE;
    let mut typed = text.chars();
    loop {
        let next = typed.next();
        let character = next.unwrap_or(' ');
        let digit = match class(character) {
            Class::Plain(byte @ b'0'..=b'9') | Class::Other(byte @ b'0'..=b'9') => {
                u32::from(byte - b'0')
            }
            _ => u32::MAX,
        };
        let is_digit = digit < 10;
        let ordinal = matches!(character, 'º' | '°');
        let letter = !is_digit && !ordinal && spell(character, &mut word);
        let mut token = NONE;
        if !letter && !word.is_empty() {
            token.number = month(&word);
            if token.number > 0 {
                token.digits = NAME;
            } else if same(&word, "PRIMERO") {
                (token.number, token.digits) = (1, 1);
            } else if !listed("ST ND RD TH RO ER OF DE DEL", &word) {
                // "5th of October", "1º de octubre del 1967" are read over, nothing else.
                return None;
            }
            word.clear();
        }
        if is_digit {
            read.number = read.number * 10 + digit;
            read.digits += 1;
            if read.number > u16::MAX.into() || read.digits == NAME {
                return None;
            }
        }
        if read != NONE && (!is_digit || ends.get(count) == Some(&read.digits)) {
            token = read;
            read = NONE;
        }
        if token != NONE {
            *found.get_mut(count)? = token;
            count += 1;
        }
        if next.is_none() {
            return Some(found);
        }
        let between = matches!(character, ' ' | '/' | '-' | '.' | ',' | '\'')
            || matches!(character, '年' | '月' | '日' | '년' | '월' | '일');
        if !is_digit && !letter && !ordinal && !between {
            return None;
        }
    }
}

/// The month with this English or Spanish name, by its first three letters; 0 if it is none.
fn month(word: &str) -> u32 {
    const NAMES: &str = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDECENEFEBMARABRMAYJUNJULAGOSETOCTNOVDIC";
    let word = part(word, 0, 3);
    let (mut at, mut month) = (0, 0);
    while at < NAMES.len() {
        month = month % 12 + 1;
        if same(part(NAMES, at, at + 3), word) {
            return month;
        }
        at += 3;
    }
    0
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

fn four(year: u16, out: &mut String) {
    two(u8::try_from(year / 100).unwrap_or(99), out);
    two(u8::try_from(year % 100).unwrap_or(0), out);
}

fn two(number: u8, out: &mut String) {
    out.push((b'0' + number / 10) as char);
    out.push((b'0' + number % 10) as char);
}
