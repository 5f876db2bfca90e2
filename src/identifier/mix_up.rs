//! A right value in the wrong box: which kind is it?
//!
//! Only shapes that speak for themselves count ([`by_shape`]). Nine bare digits in an A-Number
//! box are an A-Number, however well they would do as something else; that is a matter of
//! [`likeness`].

use super::{class_of_admission, fault::digit_like, form_number, receipt_number, rules, ssn};
use crate::{
    Code, Kind,
    day::part,
    finding::Check,
    text::{Folded, has, piece::is_space},
};

/// The kind that a text surely is when it is no value of `kind`.
pub(super) fn kind_instead(kind: Kind, folded: &Folded) -> Option<Kind> {
    let found = looks_like(folded, None).or_else(|| {
        // No Social Security Number begins with 9; every ITIN does.
        (kind == Kind::Ssn && reads_as(Kind::Itin, folded)).then_some(Kind::Itin)
    });
    found.filter(|found| *found != kind)
}

/// The kind that a right value of `kind` rather looks like.
pub(super) fn other_kind(kind: Kind, folded: &Folded) -> Option<Kind> {
    looks_like(folded, Some(kind)).filter(|found| *found != kind)
}

/// The same of nine digits, which in the groups of a Social Security Number are rather one, though it
/// be no right one.
pub(super) fn other_of_nine(kind: Kind, folded: &Folded) -> Option<Kind> {
    other_kind(kind, folded)
        .or_else(|| (folded.label().is_none() && ssn::is_grouped(folded)).then_some(Kind::Ssn))
}

/// Says that the characters of a right value look made up, or that the text is rather of the
/// other kind; whether there was anything to say.
pub(super) fn doubt(
    characters: &[u8],
    folded: &Folded,
    other: Option<Kind>,
    [made_up, like_another]: [Code; 2],
    check: &mut Check,
) -> bool {
    if super::made_up(characters) {
        check.say(made_up, folded);
    } else if other.is_some() {
        check.say(like_another, folded).looks_like = other;
    } else {
        return false;
    }
    true
}

fn reads_as(kind: Kind, folded: &Folded) -> bool {
    rules(kind).is_some_and(|rules| rules.verdict(folded).is_ok())
}

/// The identifier that a text is by its shape alone, or by the label in front of it.
pub(crate) fn by_shape(folded: &Folded) -> Option<Kind> {
    shape(folded, None)
}

fn looks_like(folded: &Folded, right: Option<Kind>) -> Option<Kind> {
    shape(folded, right).or_else(|| written_like(folded))
}

/// The same of a text that is known to be a right value of this kind.
fn shape(folded: &Folded, right: Option<Kind>) -> Option<Kind> {
    let reads_as = |kind| right == Some(kind) || reads_as(kind, folded);
    let bytes = folded.as_bytes();
    if let Some(label) = folded.label()
        && reads_as(label)
    {
        return Some(label);
    }
    let found = match bytes {
        _ if digits(bytes) => digits_only(folded)?,
        _ if has(bytes, b'<') => Kind::Mrz,
        [a, b, c, d, ..] if letters(&[*a, *b, *c]) && d.is_ascii_digit() => letters_first(bytes)?,
        [b'A', b'A', ..] if bytes.len() == 10 => Kind::Ds160Confirmation,
        [b'A', rest @ ..] if digits(rest) => Kind::ANumber,
        [b'N', rest @ ..] if digits(rest) && rest.len() == 10 => Kind::SevisId,
        [b'2', b'0', _, _, a, b, ..] if letters(&[*a, *b]) => Kind::DvCaseNumber,
        [first @ .., b'A'..=b'Z', b'0'..=b'9'] if digits(first) && first.len() == 9 => {
            Kind::I94Number
        }
        [b'A' | b'C', ..] if folded.has(b'(') => Kind::EadCategory,
        _ if folded.has(b'-') && class_of_admission::is_known(bytes) => Kind::ClassOfAdmission,
        _ if folded.has(b'-') && form_number::is_of_known_series(bytes) => Kind::FormNumber,
        _ => return None,
    };
    reads_as(found).then_some(found)
}

/// Three letters and digits: a receipt number, or a case number of the National Visa Center.
fn letters_first(bytes: &[u8]) -> Option<Kind> {
    let (prefix, rest) = bytes.split_at_checked(3)?;
    if receipt_number::is_service_center(prefix) {
        return Some(Kind::ReceiptNumber);
    }
    if is_for_telephones(bytes) {
        return None;
    }
    // Embassy, year, day of the year plus 500, number. Source: facts on NVC case numbers.
    let number = |from, to| rest.get(from..to).and_then(crate::day::number);
    if matches!(
        (number(0, 4), number(4, 7)),
        (Some(1990..=2100), Some(501..=866))
    ) {
        return Some(Kind::NvcCaseNumber);
    }
    receipt_number::is_other_office(prefix).then_some(Kind::ReceiptNumber)
}

/// "Tel. 202-555-0123": no office has these letters.
fn is_for_telephones(bytes: &[u8]) -> bool {
    matches!(bytes.get(..3), Some(b"TEL" | b"CEL" | b"FAX"))
}

fn digits_only(folded: &Folded) -> Option<Kind> {
    let bytes = folded.as_bytes();
    match bytes.len() {
        12 => Some(Kind::OnlineAccountNumber),
        9 if ssn::is_grouped(folded) => Some(match bytes {
            [b'9', ..] => Kind::Itin,
            _ => Kind::Ssn,
        }),
        9 if groups(folded.bare()) == [2, 7, 0, 0] => Some(Kind::Ein),
        _ => None,
    }
}

/// A text that is written as something that is no identifier: an e-mail address, a link, a date,
/// a ZIP Code with its four more digits, a telephone number. The shape only; whether it is right is another question.
pub(crate) fn written_like(folded: &Folded) -> Option<Kind> {
    let typed = folded.bare();
    let lower = |prefix: &str| {
        typed
            .get(..prefix.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    if lower("http://") || lower("https://") || lower("www.") {
        return Some(Kind::Link);
    }
    let bytes = typed.as_bytes();
    if let Some(at) = bytes.iter().position(|byte| *byte == b'@') {
        let host = bytes.get(at..).unwrap_or_default();
        let one_word = !typed.chars().any(is_space);
        return (one_word && at > 0 && has(host, b'.')).then_some(Kind::Email);
    }
    let groups = groups(typed);
    let slashes = typed.bytes().filter(|byte| *byte == b'/').count();
    let date = match groups {
        [4, 2, 2, 0] if has(bytes, b'-') => true,
        [1..=2, 1..=2, 2 | 4, 0] | [4, 1..=2, 1..=2, 0] if slashes == 2 => true,
        [one @ 1..=2, other @ 1..=2, 4, 0] => is_day(bytes, one.into(), other.into()),
        _ => false,
    };
    if date {
        return Some(Kind::Date);
    }
    if groups == [5, 4, 0, 0] && has(bytes, b'-') {
        return Some(Kind::Zip);
    }
    let national = matches!(groups, [3, 3, 4, 0] | [1, 3, 3, 4]);
    let international = bytes.first() == Some(&b'+') && folded.count() >= 8;
    let only_digits = folded
        .as_bytes()
        .iter()
        .all(|byte| byte.is_ascii_digit() || *byte == b'+');
    (only_digits && (national || international)).then_some(Kind::Phone)
}

/// Whether what stands in two groups and four more digits, one sign between, can be a day and a month, in
/// either order, and a year that people write: `10.05.1967`.
fn is_day(bytes: &[u8], one: usize, other: usize) -> bool {
    let number = |from, width| part(bytes, from, from + width);
    let (first, second) = (number(0, one), number(one + 1, other));
    (1..=12).contains(&first.min(second))
        && first.max(second) <= 31
        && (1880..=2120).contains(&number(one + other + 2, 4))
}

/// How many digits stand together: the lengths of up to four groups; zeros if there is anything
/// else than digits and what separates them, or a fifth group.
fn groups(typed: &str) -> [u8; 4] {
    let mut lengths = [0_u8; 4];
    let mut group = 0;
    let mut inside = false;
    for byte in typed.bytes() {
        if byte.is_ascii_digit() {
            let Some(length) = lengths.get_mut(group) else {
                return [0; 4];
            };
            *length = length.saturating_add(1);
            inside = true;
        } else if !matches!(byte, b' ' | b'-' | b'.' | b'/' | b'(' | b')' | b'+') {
            return [0; 4];
        } else if inside {
            inside = false;
            group += 1;
        }
    }
    lengths
}

/// How like a right value of a kind a text is, in percent. Not a probability: an order.
pub(crate) struct Likeness {
    pub kind: Kind,
    pub percent: u8,
}

/// How like a right value of this kind a text is that reads as one.
pub(crate) fn likeness(kind: Kind, folded: &Folded) -> Option<Likeness> {
    if !reads_as(kind, folded) {
        return near_miss(kind, folded).map(|percent| Likeness { kind, percent });
    }
    let bytes = folded.as_bytes();
    let count = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    let all_digits = count == bytes.len();
    let plain = match kind {
        Kind::I94Number if all_digits => 70,
        Kind::OnlineAccountNumber => 90,
        Kind::ANumber => match (all_digits, bytes.len()) {
            (false, 10) => 95,
            (false, _) => 75,
            (true, 9) => 50,
            (true, _) => 40,
        },
        Kind::ReceiptNumber | Kind::NvcCaseNumber if is_for_telephones(bytes) => 10,
        Kind::ReceiptNumber if letters_first(bytes) == Some(Kind::NvcCaseNumber) => 20,
        Kind::ReceiptNumber if letters_first(bytes).is_none() => 60,
        Kind::ReceiptNumber => 95,
        Kind::I94Number if bytes.get(9).is_some_and(u8::is_ascii_uppercase) => 96,
        Kind::NvcCaseNumber if letters_first(bytes) == Some(kind) => 95,
        Kind::NvcCaseNumber if letters_first(bytes).is_some() => 10,
        Kind::NvcCaseNumber => 30,
        Kind::Ssn | Kind::Itin if ssn::is_grouped(folded) => 92,
        Kind::Ssn => 45,
        Kind::Itin => 60,
        Kind::ClassOfAdmission if class_of_admission::is_known(bytes) => {
            if folded.has(b'-') {
                96
            } else {
                61
            }
        }
        Kind::Ein if digits_only(folded) == Some(kind) => 90,
        Kind::Ein => 25,
        Kind::SevisId if all_digits => 30,
        Kind::SevisId | Kind::DvCaseNumber | Kind::Mrz => 97,
        Kind::Ds160Confirmation if count > 0 => 90,
        Kind::Ds160Confirmation => 20,
        Kind::VisaNumber if count >= 7 => 40,
        Kind::PassportNumber if bytes.len() == 9 && count == 8 => 50,
        Kind::PassportNumber if bytes.len() == 9 && all_digits => 35,
        Kind::PassportNumber if count * 2 > bytes.len() && bytes.len() <= 10 => 20,
        Kind::CertificateNumber if bytes.len() == 8 && count >= 7 => 20,
        Kind::EadCategory if folded.has(b'(') => 97,
        Kind::EadCategory => 80,
        Kind::FormNumber if !form_number::is_of_known_series(bytes) => 30,
        Kind::FormNumber if folded.has(b'-') => 95,
        Kind::FormNumber if bytes.len() > 3 => 65,
        Kind::FormNumber => 40,
        _ => 5,
    };
    let percent = match folded.label() {
        Some(label) if label == kind => 98,
        Some(_) => plain / 2,
        None => plain,
    };
    Some(Likeness { kind, percent })
}

/// A text that is no value of the kind, but begins or is labelled as one, or would be one with a
/// letter for a digit.
fn near_miss(kind: Kind, folded: &Folded) -> Option<u8> {
    let bytes = folded.as_bytes();
    if bytes.len() < 4 {
        return None;
    }
    if folded.label() == Some(kind) {
        return Some(60);
    }
    let rest_digits = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.len() >= 4
            && rest.iter().filter(|byte| byte.is_ascii_digit()).count() + 2 >= rest.len()
    };
    match kind {
        Kind::ReceiptNumber => {
            let known = bytes
                .get(..3)
                .is_some_and(receipt_number::is_service_center);
            let slip = matches!(bytes, [b'1' | b'I' | b'L', b'0' | b'O', b'E', ..]);
            ((known || slip) && rest_digits(3)).then_some(70)
        }
        Kind::ANumber => {
            // `AB1234567` is a passport's: hardly anybody reads an 8 there.
            let begins = matches!(bytes, [b'A', b'0'..=b'9' | b'O' | b'I' | b'L', ..]);
            (begins && (6..=12).contains(&bytes.len()) && rest_digits(1)).then_some(55)
        }
        Kind::SevisId => {
            (bytes.first() == Some(&b'N') && (10..=13).contains(&bytes.len()) && rest_digits(1))
                .then_some(50)
        }
        Kind::OnlineAccountNumber => {
            let like_digits = bytes
                .iter()
                .all(|byte| byte.is_ascii_digit() || digit_like(*byte).is_some());
            ((11..=13).contains(&folded.count()) && like_digits && rest_digits(0)).then_some(45)
        }
        Kind::Mrz => (bytes.windows(2).any(|pair| pair == b"<<") && bytes.len() > 20).then_some(80),
        Kind::Ssn => (ssn::is_grouped(folded) && !reads_as(Kind::Itin, folded)).then_some(60),
        _ => None,
    }
}

fn digits(bytes: &[u8]) -> bool {
    !bytes.is_empty() && bytes.iter().all(u8::is_ascii_digit)
}

fn letters(bytes: &[u8]) -> bool {
    bytes.iter().all(u8::is_ascii_uppercase)
}
