//! Phone number.

use super::{
    Rules,
    address::fits,
    another::another_kind,
    parse,
    reading::{Reading, Value},
    zip::length,
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
        let mut out = String::with_capacity(16);
        let ours = self.0.len() == 10 && !self.0.starts_with('+');
        for (at, digit) in self.0.chars().enumerate() {
            match at {
                0 if ours => out.push('('),
                3 if ours => out.push_str(") "),
                6 if ours => out.push('-'),
                _ => {}
            }
            out.push(digit);
        }
        out
    }
}

/// The digits, with `+` before another country's.
impl core::fmt::Display for Phone {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(&self.0)
    }
}

pub(super) fn read(reading: &mut Reading, rules: &Rules) -> Option<Value> {
    let phone = find(reading)?;
    let digits = phone.as_str().trim_start_matches('+');
    let (first, found) = (digits.bytes().next(), digits.len());
    let span = reading.whole();
    if digits.bytes().all(|byte| Some(byte) == first) {
        reading.say(SharedFault::MadeUp, |finding| finding.at(span));
    } else if phone.as_str().starts_with('+') {
        fits(reading, rules.room, found);
    } else if found != 10 {
        let found = Param::Number(u32::try_from(found).unwrap_or(u32::MAX));
        reading.add(Code::PhoneNotUs, |finding| finding.at(span).with([found]));
    } else if matches!(first, Some(b'0' | b'1')) {
        reading.add(Code::PhoneAreaCode, |finding| finding.at(span));
    }
    let display = phone.display();
    reading.allowed(Value {
        value: phone.0,
        display,
    })
}

/// The digits, what is written between them, and where an extension begins.
struct Scanned {
    plus: bool,
    digits: String,
    between: String,
    extension: Option<Span>,
}

fn find(reading: &mut Reading) -> Option<Phone> {
    if reading.says_nothing() {
        return None;
    }
    let Scanned {
        mut plus,
        mut digits,
        between,
        extension,
    } = scan(reading)?;
    if !between.is_empty() {
        reading.change("separators", &between, "");
    }
    // As dialled from Europe and from the US.
    for exit in ["011", "00"] {
        if !plus && digits.len() > 10 && digits.starts_with(exit) {
            digits.drain(..exit.len());
            reading.change("prefix", exit, "+");
            plus = true;
        }
    }
    let span = reading.whole();
    let one = digits.starts_with('1');
    let (least, most) = if plus && one { (11, 11) } else { (7, 15) };
    let count = digits.len();
    if count < least || count > most {
        let fault = if count < least {
            SharedFault::TooShort
        } else {
            SharedFault::TooLong
        };
        length(reading, fault, count, span, None);
        return None;
    }
    if one && count == 11 {
        digits.remove(0);
        reading.change("prefix", if plus { "+1" } else { "1" }, "");
        plus = false;
    }
    if let Some(extension) = extension {
        let number = reading.typed.get(..extension.start).unwrap_or_default();
        let number = number.trim_end().to_owned();
        reading.add(Code::PhoneExtension, |finding| {
            finding.at(extension).ask_fix(number)
        });
    }
    if plus {
        digits.insert(0, '+');
    }
    Some(Phone(digits))
}

fn scan(reading: &mut Reading) -> Option<Scanned> {
    let mut found = Scanned {
        plus: false,
        digits: String::new(),
        between: String::new(),
        extension: None,
    };
    let start = label_end(reading);
    let mut foreign = String::new();
    let typed = reading.typed;
    for (at, character) in typed.char_indices().skip_while(|(at, _)| *at < start) {
        match class(character) {
            Class::Plain(digit @ b'0'..=b'9') => found.digits.push(digit as char),
            Class::Other(digit @ b'0'..=b'9') => {
                found.digits.push(digit as char);
                foreign.push(character);
            }
            Class::Plain(b'+') | Class::Other(b'+') if found.digits.is_empty() => found.plus = true,
            Class::Separator => {
                // The zero of "+44 (0)20" is dialled only inside the country.
                if character == ')' && found.plus && typed.get(..at).is_some_and(ends_in_zero) {
                    found.between.extend(found.digits.pop());
                }
                if character != '#' || found.digits.len() < 7 {
                    found.between.push(character);
                }
            }
            Class::Invisible => {}
            Class::Lower(b'X' | b'E') | Class::Plain(b'X' | b'E') if found.digits.len() >= 7 => {
                found.extension = Some(Span {
                    start: at,
                    end: typed.trim_end().len(),
                });
                break;
            }
            _ => {
                let span = Span {
                    start: at,
                    end: at + character.len_utf8(),
                };
                if !another_kind(reading) {
                    reading.say(SharedFault::UnexpectedCharacter, |finding| {
                        finding.at(span).with([Param::Char(character)])
                    });
                }
                return None;
            }
        }
    }
    // Those of full width have been told already.
    foreign.retain(|it| !matches!(it, '\u{ff10}'..='\u{ff19}'));
    if !foreign.is_empty() {
        let read: String = foreign
            .chars()
            .filter_map(|it| match class(it) {
                Class::Other(digit) => Some(digit as char),
                _ => None,
            })
            .collect();
        reading.change("digits", &foreign, &read);
    }
    Some(found)
}

fn ends_in_zero(before: &str) -> bool {
    before.ends_with("(0")
}

/// Where "Tel.:" or "Phone:" ends.
fn label_end(reading: &mut Reading) -> usize {
    let Some((label, _)) = reading.typed.split_once(':') else {
        return 0;
    };
    if label.bytes().any(|byte| byte.is_ascii_digit()) {
        return 0;
    }
    let end = label.len() + 1;
    let label = reading.typed.get(..end).unwrap_or_default();
    reading.change("label", label, "");
    end
}
