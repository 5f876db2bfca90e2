//! Passport number, of any country.

use super::{
    Fault,
    fault::digit_like,
    mix_up, receipt_number,
    rules::{Ascii, Rules, identifier},
    shape,
};
use crate::{
    Code, Day, Kind,
    finding::{Check, Param, Safety, Word},
    text::Folded,
};

identifier! {
    /// A passport number: letters and digits, as the country that gives the passport likes them.
    ///
    /// Printed on the page with the photo, mostly at the top right.
    ///
    /// ```text
    /// passport-number = 4*16 (letter / digit)     ; 6 to 12 are usual
    ///
    /// us-book     = letter 8 digit                ; given since 2021
    /// us-old-book = 9 digit
    /// us-card     = "C" 8 digit
    /// ```
    ///
    /// Every country has its own form, so only what no passport has is an error.
    ///
    /// Sources: the Verify Lawful Presence schema (6 to 12); travel.state.gov (US book).
    ///
    /// ```
    /// use prefile::PassportNumber;
    /// assert_eq!(PassportNumber::parse("a 1234 5678")?.as_str(), "A12345678");
    /// # Ok::<(), prefile::identifier::Fault>(())
    /// ```
    PassportNumber
}

pub(crate) const RULES: Rules = Rules {
    kind: Kind::PassportNumber,
    read,
    printed: "",
    remark,
    parts: |_| &[(16, Word::PartNumber)],
};

fn read(folded: &Folded) -> Result<Ascii, Fault> {
    shape::read(
        Kind::PassportNumber,
        folded,
        b"XXXXXXXXXXXXXXXX",
        4,
        |bytes| {
            let (prefix, digits) = bytes.split_at_checked(3).unwrap_or_default();
            let receipt = digits.len() == 10
                && digits.iter().all(u8::is_ascii_digit)
                && receipt_number::is_service_center(prefix);
            receipt.then_some((Code::PassportNumberAnotherKind, 0, 13))
        },
    )
}

fn remark(value: &str, folded: &Folded, _: Option<Day>, check: &mut Check) {
    let bytes = value.as_bytes();
    if let Some((first, rest)) = bytes.split_first()
        && rest.len() == 8
        && rest.iter().all(u8::is_ascii_digit)
    {
        check.word(
            "form",
            match first {
                b'C' => Word::PassportUsCard,
                b'A'..=b'Z' => Word::PassportUsBook,
                _ => Word::PassportUsOldBook,
            },
        );
    }
    // A letter and eight digits are the new form of US passports.
    let other = mix_up::other_kind(Kind::PassportNumber, folded)
        .filter(|kind| *kind != Kind::ANumber || bytes.len() == 10);
    let codes = [
        Code::PassportNumberMadeUp,
        Code::PassportNumberLikeAnotherKind,
    ];
    if mix_up::doubt(bytes, folded, other, codes, check) {
        return;
    }
    if !(6..=12).contains(&bytes.len()) {
        let finding = check.say(Code::PassportNumberUnusualLength, folded);
        finding.params[0] = Param::Number(u32::try_from(bytes.len()).unwrap_or_default());
    } else if !bytes.iter().any(u8::is_ascii_digit) {
        check.say(Code::PassportNumberNoDigit, folded);
    } else {
        warn_of_look_alikes(bytes, folded, check);
    }
}

/// Warns of the letters O and I that stand after a digit, or after one of themselves that does.
fn warn_of_look_alikes(bytes: &[u8], folded: &Folded, check: &mut Check) {
    let mut after_digit = false;
    let mut digits = Vec::new();
    for (at, byte) in bytes.iter().enumerate() {
        match digit_like(*byte) {
            Some(digit) if after_digit && matches!(byte, b'O' | b'I') => digits.push((at, digit)),
            _ => after_digit = byte.is_ascii_digit(),
        }
    }
    if let Some((at, digit)) = digits.first() {
        let letter = bytes.get(*at).copied().unwrap_or_default();
        let finding = check.say_of(Code::PassportNumberLookAlikeLetter, folded, *at, at + 1);
        finding.params = [Param::Char(letter as char), Param::Char(*digit as char)];
        finding.set_fix(folded.replaced(&digits), Safety::Ask);
    }
}
