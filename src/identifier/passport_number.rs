//! Passport number, of any country.

use super::{
    Fault,
    fault::digit_like,
    made_up, mix_up, receipt_number,
    rules::{Ascii, Rules, identifier},
    wide,
};
use crate::{
    Code, Day, Kind,
    finding::{Finding, Param, Remarks, Word},
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
    wide::fit(Kind::PassportNumber, folded, b"XXXXXXXXXXXXXXXX", 4)?;
    let bytes = folded.as_bytes();
    if let Some((prefix, digits)) = bytes.split_at_checked(3)
        && digits.len() == 10
        && digits.iter().all(u8::is_ascii_digit)
        && receipt_number::is_service_center(prefix)
    {
        return Err(Fault::new(Code::PassportNumberAnotherKind, folded, 0, 13));
    }
    Ok(Ascii::new(bytes, b""))
}

fn remark(value: &str, folded: &Folded, _: Option<Day>, remarks: &mut Remarks) {
    let bytes = value.as_bytes();
    if let Some((first, rest)) = bytes.split_first()
        && rest.len() == 8
        && rest.iter().all(u8::is_ascii_digit)
    {
        remarks.word(
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
    let whole = |code| Finding::new(code).at(folded.whole());
    let finding = if made_up(bytes) {
        whole(Code::PassportNumberMadeUp)
    } else if let Some(other) = other {
        whole(Code::PassportNumberLikeAnotherKind).looks_like(other)
    } else if !(6..=12).contains(&bytes.len()) {
        let found = Param::Number(u32::try_from(bytes.len()).unwrap_or_default());
        whole(Code::PassportNumberUnusualLength).with([found])
    } else if !bytes.iter().any(u8::is_ascii_digit) {
        whole(Code::PassportNumberNoDigit)
    } else if let Some((at, letter, digit)) = look_alikes(bytes).next() {
        let digits: Vec<(usize, u8)> = look_alikes(bytes)
            .map(|(at, _, digit)| (at, digit))
            .collect();
        Finding::new(Code::PassportNumberLookAlikeLetter)
            .at(folded.span(at, at + 1))
            .with([Param::Char(letter as char), Param::Char(digit as char)])
            .ask_fix(folded.replaced(&digits))
    } else {
        return;
    };
    remarks.findings.push(finding);
}

/// The letters O and I that stand after a digit, or after one of themselves that does: where,
/// which, and the digit that each looks like.
fn look_alikes(bytes: &[u8]) -> impl Iterator<Item = (usize, u8, u8)> {
    let mut after_digit = false;
    bytes.iter().enumerate().filter_map(move |(at, byte)| {
        let found = after_digit && matches!(byte, b'O' | b'I');
        after_digit = found || byte.is_ascii_digit();
        found.then_some((at, *byte, digit_like(*byte)?))
    })
}
