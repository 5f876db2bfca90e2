//! Phone number.

use super::{
    Rules,
    address::fits,
    another::another_kind,
    parse,
    piece::{behind, digits, first, joined, part, repeats},
    reading::{Reading, number_param},
    whole,
};
use crate::{
    Code, Kind,
    finding::{Param, SharedFault},
    identifier::Fault,
    text::{Class, Span, class},
};

/// A phone number: ten digits of the North American plan, or `+` and the digits of another one.
///
/// ```text
/// phone = ["+1" / "1"] 10 digit      ; the area code begins with 2 to 9
///       / ("+" / "00" / "011") 7*15 digit
/// ```
///
/// Sources: the scripts of the official forms (most boxes: ten digits); ITU-T E.164.
///
/// ```
/// use prefile::value::Phone;
/// assert_eq!(Phone::parse("+1 (202) 555-0123")?.as_str(), "2025550123");
/// assert_eq!(Phone::parse("+52 33 1234 5678")?.as_str(), "+523312345678");
/// # Ok::<(), prefile::identifier::Fault>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone(String);

impl Phone {
    /// Reads a phone number.
    ///
    /// # Errors
    ///
    /// Says what is wrong, and where.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        parse(Kind::Phone, typed, find)
    }

    /// Ten digits, or `+` and the digits with the country's code.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Ten digits as they are printed in the US; others as they are kept.
    #[must_use]
    pub fn display(&self) -> String {
        let digits = &self.0;
        if digits.len() != 10 || digits.starts_with('+') {
            return digits.clone();
        }
        let at = |from, to| part(digits, from, to);
        joined(&["(", at(0, 3), ") ", at(3, 6), "-", at(6, 10)])
    }
}

/// The digits, with `+` before another country's.
impl core::fmt::Display for Phone {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(&self.0)
    }
}

pub(super) fn read(reading: &mut Reading, rules: &Rules) {
    let Some(phone) = find(reading) else { return };
    let digits = behind(phone.as_str(), b"+");
    let found = digits.len();
    if repeats(digits) {
        reading.say(SharedFault::MadeUp);
    } else if phone.as_str().starts_with('+') {
        fits(reading, rules.room, found);
    } else if found != 10 {
        let (code, span) = (Some(Code::PhoneNotUs), Some(reading.whole()));
        reading.tell(code, span, [number_param(found), Param::None], None);
    } else if digits.starts_with('0') || digits.starts_with('1') {
        reading.add(Code::PhoneAreaCode, None);
    }
    let display = phone.display();
    reading.accept(phone.0, display);
}

/// The digits, what is written between them, and where an extension begins.
#[derive(Default)]
struct Scanned {
    plus: bool,
    digits: String,
    between: String,
    /// Digits of other scripts, and what they were read as.
    foreign: String,
    read: String,
    extension: Option<Span>,
}

fn find(reading: &mut Reading) -> Option<Phone> {
    let mut scanned = Scanned::default();
    if reading.says_nothing() || !scan(reading, &mut scanned) {
        return None;
    }
    number(reading, &scanned)
}

fn number(reading: &mut Reading, scanned: &Scanned) -> Option<Phone> {
    let mut plus = scanned.plus;
    for (what, from, to) in [
        ("digits", &scanned.foreign, scanned.read.as_str()),
        ("separators", &scanned.between, ""),
    ] {
        if !from.is_empty() {
            reading.change(what, from, to);
        }
    }
    // As dialled from Europe and from the US.
    let mut digits = scanned.digits.as_str();
    for exit in ["011", "00"] {
        if let Some(rest) = digits.strip_prefix(exit)
            && !plus
            && digits.len() > 10
        {
            digits = rest;
            reading.change("prefix", exit, "+");
            plus = true;
        }
    }
    let national = digits.strip_prefix('1');
    let (least, most) = match national {
        Some(_) if plus => (11, 11),
        _ => (7, 15),
    };
    let count = digits.len();
    if count < least || count > most {
        let fault = if count < least {
            SharedFault::TooShort
        } else {
            SharedFault::TooLong
        };
        reading.say_number(fault, count, None);
        return None;
    }
    if let Some(rest) = national.filter(|rest| rest.len() == 10) {
        digits = rest;
        reading.change("prefix", if plus { "+1" } else { "1" }, "");
        plus = false;
    }
    if let Some(extension) = scanned.extension {
        let number = part(reading.typed, 0, extension.start);
        let number = part(number, 0, whole(number).end).to_owned();
        let code = Some(Code::PhoneExtension);
        reading.tell(code, Some(extension), [Param::None; 2], Some(number));
    }
    Some(Phone(joined(&[if plus { "+" } else { "" }, digits])))
}

/// Reads the characters; `false`, and said so, if one of them is of no phone number.
fn scan(reading: &mut Reading, found: &mut Scanned) -> bool {
    let start = label_end(reading);
    let typed = reading.typed;
    for (at, character) in part(typed, start, typed.len()).char_indices() {
        let at = start + at;
        match class(character) {
            Class::Plain(digit @ b'0'..=b'9') | Class::Other(digit @ b'0'..=b'9') => {
                found.digits.push(digit as char);
                // Those of full width have been told already.
                if !character.is_ascii() && character < '\u{ff10}' {
                    found.foreign.push(character);
                    found.read.push(digit as char);
                }
            }
            Class::Plain(b'+') | Class::Other(b'+') if found.digits.is_empty() => found.plus = true,
            // "x12", "ext. 12", "#12"
            Class::Lower(b'X' | b'E') | Class::Plain(b'X' | b'E') | Class::Separator
                if found.digits.len() >= 7
                    && (character == '#' || character.is_ascii_alphabetic()) =>
            {
                found.extension = Some(Span {
                    start: at,
                    end: reading.whole().end,
                });
                break;
            }
            Class::Separator => {
                // The zero of "+44 (0)20" is dialled only inside the country.
                if character == ')' && found.plus && part(typed, at.saturating_sub(2), at) == "(0" {
                    found.digits.pop();
                    found.between.push('0');
                }
                found.between.push(character);
            }
            Class::Invisible => {}
            _ => {
                if !another_kind(reading) {
                    let code = Code::of(Kind::Phone, SharedFault::UnexpectedCharacter);
                    let end = at + character.len_utf8();
                    let span = Some(Span { start: at, end });
                    let fix = without_words(typed);
                    reading.tell(code, span, [Param::Char(character), Param::None], fix);
                }
                return false;
            }
        }
    }
    true
}

/// "Home 202-555-0123", "202-555-0123 (cell)": the number, if it is one of the US.
fn without_words(typed: &str) -> Option<String> {
    let (mut digits, mut is_over) = (String::new(), false);
    for byte in typed.bytes() {
        if byte.is_ascii_alphabetic() {
            is_over = !digits.is_empty();
        } else if byte.is_ascii_digit() {
            if is_over {
                return None;
            }
            digits.push(byte as char);
        }
    }
    (digits.len() == 10).then(|| Phone(digits).display())
}

/// Where "Tel.:" or "Phone:" ends.
fn label_end(reading: &mut Reading) -> usize {
    let end = first(reading.typed.as_bytes(), 0, b":") + 1;
    let label = part(reading.typed, 0, end);
    if label.is_empty() || digits(label.as_bytes()) > 0 {
        return 0;
    }
    reading.change("label", label, "");
    end
}
