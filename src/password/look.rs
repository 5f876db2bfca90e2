//! What is unwise about a password.

use super::{birthday::Birthday, common, secret::Password};
use crate::{
    Code,
    finding::Finding,
    text::{Class, Span, class, letters},
};

/// How many entries of what is known about the person are read.
const MOST_ENTRIES: usize = 64;
/// How many of them as birth dates.
const MOST_DATES: usize = 8;
/// Shorter parts of a name or number give nothing away.
const SHORTEST_NAME: usize = 3;
const SHORTEST_NUMBER: usize = 4;
/// Nor do fewer digits of an entry that has letters too.
const SHORTEST_DIGITS: usize = 6;
/// In so many characters a letter is looked for.
const LONGEST_PART: usize = 64;
/// How many words of an entry are read.
const MOST_PARTS: usize = 8;

/// What others know or try first.
pub(super) fn known(
    password: &Password,
    email: Option<&str>,
    personal: &[&str],
    findings: &mut Vec<Finding>,
) {
    let mut found = |code: Code, span: Option<Span>| {
        let finding = Finding::new(code);
        findings.push(match span {
            Some(span) => finding.at(span),
            None => finding,
        });
    };
    let email = email.map(str::trim).filter(|email| !email.is_empty());
    if email.is_some_and(|email| password.is(email)) {
        found(Code::PasswordSameAsEmail, None);
    } else if let Some(span) = email.and_then(|email| of_email(password, email)) {
        found(Code::PasswordHasEmail, Some(span));
    }
    let entries = || personal.iter().copied().take(MOST_ENTRIES);
    let mut dates = entries().flat_map(Birthday::readings).take(MOST_DATES);
    let date = dates.find_map(|date| date.find_in(password));
    if let Some(span) = date {
        found(Code::PasswordHasBirthday, Some(span));
    } else if let Some(span) = entries()
        .filter(|entry| Birthday::readings(entry).next().is_none())
        .find_map(|entry| of_entry(password, entry))
    {
        found(Code::PasswordHasPersonal, Some(span));
    }
    if common().any(|word| password.is_around(word)) {
        found(Code::PasswordCommon, None);
    }
}

/// The part of the e-mail address that is the person's: before the `@`, before a `+`.
fn of_email(password: &Password, email: &str) -> Option<Span> {
    let local = email.rsplit_once('@').map_or(email, |(local, _)| local);
    let local = local.split('+').next().unwrap_or_default();
    of_entry(password, local)
}

/// An entry as a whole, a word or number of it, or its digits.
fn of_entry(password: &Password, entry: &str) -> Option<Span> {
    let parts = entry.split(|typed: char| !typed.is_alphanumeric());
    let parts = parts
        .filter(|part| part.len() < entry.len())
        .take(MOST_PARTS);
    core::iter::once(entry)
        .chain(parts)
        .find_map(|part| password.find(part, least(part)))
        .or_else(|| password.find_digits(entry, SHORTEST_DIGITS))
}

/// How long a word or number must be to give something away.
pub(super) fn least(part: &str) -> usize {
    if !part.chars().take(LONGEST_PART).any(char::is_alphabetic) {
        SHORTEST_NUMBER
    } else if part.is_ascii() {
        SHORTEST_NAME
    } else {
        SHORTEST_NAME - 1
    }
}

/// Characters that get lost or are taken for others.
pub(super) fn odd(password: &Password, findings: &mut Vec<Finding>) {
    if password.has_outer_space() {
        findings.push(Finding::new(Code::PasswordOuterSpace));
    }
    let first = |is: fn(char) -> bool| {
        let found = password.beginning().find(|(_, typed)| is(*typed));
        found.map(|(at, typed)| Span {
            start: at,
            end: at + typed.len_utf8(),
        })
    };
    let hidden = first(|typed| class(typed) == Class::Invisible);
    let alike = first(|typed| {
        !typed.is_ascii() && matches!(class(typed), Class::LookAlike(_) | Class::Other(_))
    });
    let mixed = letters::mixed(password.beginning().map(|(_, typed)| typed));
    let beyond = first(|typed| !typed.is_ascii() && class(typed) != Class::Invisible);
    let places = [
        (Code::PasswordHiddenSign, hidden),
        (Code::PasswordLookAlike, alike),
        (
            Code::PasswordBeyondKeyboard,
            beyond.filter(|_| alike.is_none() && !mixed),
        ),
    ];
    for (code, place) in places {
        findings.extend(place.map(|place| Finding::new(code).at(place)));
    }
    if mixed {
        findings.push(Finding::new(Code::PasswordMixedAlphabets));
    }
}
