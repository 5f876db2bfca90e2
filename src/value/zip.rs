//! ZIP Code.

use super::{
    Rules,
    another::{another_kind, say},
    parse,
    reading::{Reading, Value, joined},
};
use crate::{
    Code, Kind,
    finding::{Param, SharedFault},
    identifier::{Fault, digit_like},
    text::Folded,
};

/// The five digits of a ZIP Code.
///
/// ```text
/// zip = 5 digit ["-" 4 digit]    ; official boxes hold the five
/// ```
///
/// Sources: the scripts of the official forms; USPS Publication 28.
///
/// ```
/// use prefile::value::Zip;
/// assert_eq!(Zip::parse("75001-1234")?.as_str(), "75001");
/// assert!(Zip::parse("7500").is_err());
/// # Ok::<(), prefile::identifier::Fault>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Zip(String);

impl Zip {
    /// Reads a ZIP Code; of a ZIP+4 Code, the first five digits.
    ///
    /// # Errors
    ///
    /// Says what is wrong, and where.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        parse(Kind::Zip, typed, find)
    }

    /// The five digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The five digits.
impl core::fmt::Display for Zip {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(&self.0)
    }
}

pub(super) fn read(reading: &mut Reading, _: &Rules) -> Option<Value> {
    let Zip(five) = find(reading)?;
    let first = five.as_bytes().first();
    if matches!(first, Some(b'0' | b'9')) && five.bytes().all(|byte| Some(&byte) == first) {
        reading.say(SharedFault::MadeUp);
    }
    reading.allowed(Value::same(five))
}

fn find(reading: &mut Reading) -> Option<Zip> {
    if reading.says_nothing() {
        return None;
    }
    let folded = Folded::new(reading.typed);
    let bytes = folded.as_bytes();
    let text = |from, to| {
        let bytes = bytes.get(from..to).unwrap_or_default();
        bytes.iter().map(|byte| *byte as char).collect::<String>()
    };
    if let Some(at) = bytes.iter().position(|byte| !byte.is_ascii_digit()) {
        odd(reading, &folded, at);
        return None;
    }
    // Four digits behind the five are a ZIP+4 Code; in the groups of an SSN they are not.
    let grouped = reading.text.split(['-', ' ']).next().map(str::len);
    reading.changes = folded.changes();
    match folded.count() {
        5 => Some(Zip(text(0, 5))),
        9 if matches!(grouped, Some(5 | 9)) => {
            let five = text(0, 5);
            reading.change("format", &text(5, 9), "");
            let (span, code) = (folded.span(5, 9), Some(Code::ZipPlusFour));
            reading.tell(code, Some(span), [Param::None; 2], Some(five.clone()));
            reading.is_safe();
            Some(Zip(five))
        }
        _ if another_kind(reading) => None,
        count => {
            // Spreadsheets eat the zero that New England's codes begin with.
            let lost_zero = (count == 4).then(|| joined(&["0", &text(0, 4)]));
            let fault = if count < 5 {
                SharedFault::TooShort
            } else {
                SharedFault::TooLong
            };
            reading.say_number(fault, count, lost_zero);
            None
        }
    }
}

fn odd(reading: &mut Reading, folded: &Folded, at: usize) {
    let bytes = folded.as_bytes();
    let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    let typed = folded.character(at).unwrap_or_default();
    let span = folded.span(at, at + 1);
    let alike = bytes.get(at).copied().and_then(digit_like);
    match alike {
        Some(digit) if bytes.len() == 5 && digits == 4 => {
            let fix = folded.replaced(&[(at, digit)]);
            let params = [Param::Char(typed), Param::Char(digit as char)];
            let code = Code::of(Kind::Zip, SharedFault::LetterForDigit);
            reading.tell(code, Some(span), params, Some(fix));
        }
        // "K1A 0B1", "SW1A 1AA": another country's.
        _ if (5..=8).contains(&bytes.len())
            && (2..=bytes.len() - 2).contains(&digits)
            && bytes.iter().all(u8::is_ascii_alphanumeric) =>
        {
            say(reading, Some(Kind::PostalCode));
        }
        _ => {
            let code = Code::of(Kind::Zip, SharedFault::UnexpectedCharacter);
            reading.tell(code, Some(span), [Param::Char(typed), Param::None], None);
        }
    }
}
