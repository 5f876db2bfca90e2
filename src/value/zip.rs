//! ZIP Code.

use super::{
    Rules,
    another::{another_kind, say},
    parse,
    piece::{digits, first, is_digits, joined, part, repeats},
    reading::Reading,
    state::named,
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

pub(super) fn read(reading: &mut Reading, _: &Rules) {
    let Some(Zip(five)) = find(reading) else {
        return;
    };
    if repeats(&five) && (five.starts_with('0') || five.starts_with('9')) {
        reading.say(SharedFault::MadeUp);
    }
    reading.accept_same(five);
}

fn find(reading: &mut Reading) -> Option<Zip> {
    if reading.says_nothing() {
        return None;
    }
    let folded = Folded::new(reading.typed);
    let kept = str::from_utf8(folded.as_bytes()).unwrap_or_default();
    if let Some(at) = kept.bytes().position(|byte| !byte.is_ascii_digit()) {
        odd(reading, &folded, at);
        return None;
    }
    // Four digits behind the five are a ZIP+4 Code; in the groups of an SSN they are not.
    let grouped = first(reading.text.as_bytes(), 0, b"- ");
    reading.check.changes = folded.changes();
    let five = part(kept, 0, 5).to_owned();
    let count = folded.count();
    if count == 9 && matches!(grouped, 5 | 9) {
        reading.change("format", part(kept, 5, 9), "");
        let (span, code) = (folded.span(5, 9), Some(Code::ZipPlusFour));
        reading.tell(code, Some(span), [Param::None; 2], Some(five.clone()));
        reading.is_safe();
    } else if count != 5 {
        if !another_kind(reading) {
            // Spreadsheets eat the zero that New England's codes begin with.
            let lost_zero = (count == 4).then(|| joined(&["0", kept]));
            let fault = if count < 5 {
                SharedFault::TooShort
            } else {
                SharedFault::TooLong
            };
            reading.say_number(fault, count, lost_zero);
        }
        return None;
    }
    Some(Zip(five))
}

fn odd(reading: &mut Reading, folded: &Folded, at: usize) {
    let bytes = folded.as_bytes();
    let digits = digits(bytes);
    let typed = folded.character(at).unwrap_or_default();
    let (mut fault, mut instead, mut fix) = (SharedFault::UnexpectedCharacter, Param::None, None);
    // "9OO01": each letter is taken for a digit.
    let mut slips = Vec::new();
    for (place, byte) in bytes.iter().enumerate() {
        slips.extend(digit_like(*byte).map(|digit| (place, digit)));
    }
    let five = reading.text.bytes().position(|byte| byte.is_ascii_digit());
    let five = five.map_or("", |start| part(&reading.text, start, start + 5));
    if let Some((_, digit)) = slips.first()
        && bytes.len() == 5
        && digits >= 2
        && digits + slips.len() == 5
    {
        fault = SharedFault::LetterForDigit;
        instead = Param::Char(*digit as char);
        fix = Some(folded.replaced(&slips));
    } else if digits == 5
        && is_digits(five)
        && (bytes.ends_with(b"USA") || named(&reading.text).is_some())
    {
        // "TX 75001", "75001 USA"
        fix = Some(five.to_owned());
    } else if (5..=8).contains(&bytes.len())
        && (2..=bytes.len() - 2).contains(&digits)
        && bytes.iter().all(u8::is_ascii_alphanumeric)
    {
        // "K1A 0B1", "SW1A 1AA": another country's.
        say(reading, Some(Kind::PostalCode));
        return;
    }
    let (code, span) = (Code::of(Kind::Zip, fault), folded.span(at, at + 1));
    reading.tell(code, Some(span), [Param::Char(typed), instead], fix);
}
