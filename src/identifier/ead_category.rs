//! Eligibility category of a work permit.

use super::{
    Fault,
    fault::{Wanted, digit_like},
    rules::{Ascii, Rules, identifier},
};
use crate::{
    Code, Day, Kind,
    finding::{Check, Finding, Safety, Word},
    text::Folded,
};

include!(concat!(env!("OUT_DIR"), "/categories.rs"));

identifier! {
    /// An eligibility category: the reason for which a person may work.
    ///
    /// Asked for by Form I-765 as `(c)(9)` and printed on work permits as Category, `C09`. That is
    /// the canonical form: letter, two digits, sub-part.
    ///
    /// ```text
    /// category = letter number [part]
    /// letter   = "a" / "c"
    /// number   = 1*2 digit         ; zeros may stand in front
    /// part     = letter            ; (c)(3)(B)
    ///          / 1*4 ("i" / "v" / "x")   ; (c)(17)(iii)
    /// ```
    ///
    /// Brackets, dashes and spaces do not count. A category that is not on the list of the
    /// instructions is a warning: the list changes.
    ///
    /// Sources: instructions of Form I-765 (08/21/25), `data/ead-category.toml`.
    ///
    /// ```
    /// use prefile::EadCategory;
    /// assert_eq!(EadCategory::parse("(c)(3)(B)")?.as_str(), "C03B");
    /// assert_eq!(EadCategory::parse("c9")?.as_str(), "C09");
    /// assert!(EadCategory::parse("(b)(9)").is_err());
    /// # Ok::<(), prefile::identifier::Fault>(())
    /// ```
    EadCategory
}

pub(crate) const RULES: Rules = Rules {
    kind: Kind::EadCategory,
    read,
    printed: "",
    remark,
    parts: |_| {
        &[
            (1, Word::PartLetter),
            (2, Word::PartNumber),
            (4, Word::PartSubPart),
        ]
    },
};

const KIND: Kind = Kind::EadCategory;

/// What a category makes necessary. Source: instructions of Form I-765.
const NEEDS: [(&str, Code); 6] = [
    ("C03C", Code::EadCategoryNeedsEVerify),
    ("C08", Code::EadCategoryAsylumWait),
    ("C08", Code::EadCategoryNeedsArrestAnswer),
    ("C26", Code::EadCategoryNeedsSpouseReceipt),
    ("C35", Code::EadCategoryNeedsI140Receipt),
    ("C36", Code::EadCategoryNeedsI140Receipt),
];

fn read(folded: &Folded) -> Result<Ascii, Fault> {
    let bytes = folded.as_bytes();
    if bytes.is_empty() {
        return Err(Fault::empty(KIND));
    }
    if let Some(at) = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric()) {
        return Err(Fault::unexpected(KIND, folded, at));
    }
    let (letter, rest) = match bytes {
        [letter @ (b'A' | b'C'), rest @ ..] => (*letter, rest),
        [b'0'..=b'9', ..] => return Err(Fault::new(Code::EadCategoryNoLetter, folded, 0, 1)),
        _ => return Err(Fault::unexpected(KIND, folded, 0)),
    };
    let (digits, part) = rest
        .split_at_checked(digits_behind(bytes))
        .unwrap_or_default();
    let at_part = 1 + digits.len();
    let number = match crate::day::number(digits) {
        _ if rest.is_empty() => return Err(Fault::too_short(KIND, folded, 0)),
        // `AOS` is a word, `AO5` a category with a letter for a digit.
        _ if !rest.iter().any(u8::is_ascii_digit) => {
            return Err(Fault::unexpected(KIND, folded, 1));
        }
        Some(number @ 1..=99) if digits.len() <= 3 => number,
        // `C0B`: the letter is a digit that was misread.
        Some(0) if digits.len() <= 2 => {
            let at = at_part.min(bytes.len() - 1);
            return Err(Fault::character(KIND, folded, at, Wanted::Digit));
        }
        _ => return Err(Fault::too_long(KIND, folded, 0)),
    };
    if let Some(at) = wrong_part(part) {
        return Err(Fault::character(KIND, folded, at_part + at, Wanted::Digit));
    }
    if part.len() > 4 {
        return Err(Fault::too_long(KIND, folded, 0));
    }
    let digit = |value: u16| b'0' + u8::try_from(value).unwrap_or(0);
    Ok(Ascii::new(
        &[letter, digit(number / 10), digit(number % 10)],
        part,
    ))
}

/// The first character that is of no sub-part: neither a Roman numeral nor one letter, unless
/// that looks more like a digit.
fn wrong_part(part: &[u8]) -> Option<usize> {
    match part {
        [one] => {
            let misread = matches!(one, b'O' | b'Q' | b'L' | b'S' | b'Z' | b'G');
            misread.then_some(0)
        }
        _ => part
            .iter()
            .position(|byte| !matches!(byte, b'I' | b'V' | b'X')),
    }
}

/// `(c)(3)(B)`, as the form wants it.
pub(super) fn display(value: &str) -> String {
    let mut sub = value.bytes().skip(3);
    let roman = sub.all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    let mut out = String::with_capacity(16);
    for (at, byte) in value.bytes().enumerate() {
        // The letter, the number and the sub-part each begin a bracket.
        match (at, byte) {
            (0, _) => out.push('('),
            (1 | 3, _) => out.push_str(")("),
            _ => {}
        }
        let small = at == 0 || roman;
        if at != 1 || byte != b'0' {
            let byte = if small {
                byte.to_ascii_lowercase()
            } else {
                byte
            };
            out.push(char::from(byte));
        }
    }
    out.push(')');
    out
}

/// Whether the category is on the list, and whether one with a sub-part is.
fn listed(value: &[u8]) -> (bool, bool) {
    let (mut whole, mut with_part) = (false, false);
    for listed in LISTED.as_bytes().split(|byte| *byte == b' ') {
        whole |= listed == value;
        with_part |= listed.starts_with(value);
    }
    (whole, with_part)
}

fn remark(value: &str, folded: &Folded, _: Option<Day>, check: &mut Check) {
    match digits_behind(folded.as_bytes()) {
        1 => check.change("padding", "", "0"),
        3 => check.change("padding", "0", ""),
        _ => {}
    }
    if folded.span(1, 2).end < folded.span(2, 3).start
        && folded.as_bytes().get(2).is_some_and(u8::is_ascii_digit)
    {
        let finding = check.say(Code::EadCategorySplitNumber, folded);
        finding.set_fix(display(value), Safety::Ask);
    }
    match listed(value.as_bytes()) {
        (true, _) => {}
        (_, true) => {
            check.say(Code::EadCategoryPartMissing, folded);
        }
        _ => {
            let finding = check.say(Code::EadCategoryUnknown, folded);
            if let Some(text) = misread(value) {
                finding.set_fix(text, Safety::Ask);
            }
        }
    }
    for (category, code) in NEEDS {
        if category == value {
            check.findings.push(Finding::new(code));
        }
    }
    if let Some((_, word)) = MEANINGS.iter().find(|(category, _)| *category == value) {
        check.word("meaning", *word);
    }
}

/// `C1I`, which may be `C11`.
fn misread(value: &str) -> Option<String> {
    let &[letter, b'0', digit, last] = value.as_bytes() else {
        return None;
    };
    let mended = Ascii::new(&[letter, digit, digit_like(last)?], b"");
    let (whole, _) = listed(mended.as_bytes());
    whole.then(|| display(mended.as_str()))
}

/// How many digits stand behind the letter.
fn digits_behind(folded: &[u8]) -> usize {
    let rest = folded.get(1..).unwrap_or_default();
    let end = rest.iter().position(|byte| !byte.is_ascii_digit());
    end.unwrap_or(rest.len())
}
