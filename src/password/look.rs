//! What is unwise about a password.

use super::{birthday, secret::Password, tell};
use crate::{
    Code,
    finding::Finding,
    text::piece::{inner, is_space},
    text::{Class, Span, class, letters},
};

/// How many entries of what is known about the person are read.
const MOST_ENTRIES: usize = 64;
/// How many of them are looked for as birth dates.
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
    if let Some(email) = email {
        let email = inner(email, is_space).of(email);
        if email.is_empty() {
            // Nothing was entered.
        } else if password.is(email) {
            tell(findings, Code::PasswordSameAsEmail, None);
        } else if let Some(span) = of_entry(password, own_part(email)) {
            tell(findings, Code::PasswordHasEmail, Some(span));
        }
    }
    let (mut date, mut other, mut dates) = (None, None, 0);
    for entry in personal.iter().take(MOST_ENTRIES) {
        match birthday::read(entry) {
            Some(day) => {
                dates += 1;
                if date.is_none() && dates <= MOST_DATES {
                    date = birthday::find(password, day);
                }
            }
            None if other.is_none() => other = of_entry(password, entry),
            None => {}
        }
    }
    if date.is_some() {
        tell(findings, Code::PasswordHasBirthday, date);
    } else if other.is_some() {
        tell(findings, Code::PasswordHasPersonal, other);
    }
    if password.is_common() {
        tell(findings, Code::PasswordCommon, None);
    }
}

/// The part of an e-mail address that is the person's: before the `@`, before a `+`.
fn own_part(email: &str) -> &str {
    let end = email.bytes().position(|byte| matches!(byte, b'@' | b'+'));
    email.get(..end.unwrap_or(email.len())).unwrap_or_default()
}

/// An entry as a whole, a word or number of it, or its digits.
fn of_entry(password: &Password, entry: &str) -> Option<Span> {
    let whole = password.find(entry, least(entry));
    if whole.is_some() {
        return whole;
    }
    let no_word: fn(char) -> bool = |typed| !letters::is_word(typed);
    for part in entry.split(no_word).take(MOST_PARTS) {
        let found = password.find(part, least(part));
        if found.is_some() {
            return found;
        }
    }
    password.find_digits(entry, SHORTEST_DIGITS)
}

/// How long a word or number must be to give something away.
pub(super) fn least(part: &str) -> usize {
    let mut beginning = part.chars().take(LONGEST_PART);
    if !beginning.any(letters::is_letter) {
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
        tell(findings, Code::PasswordOuterSpace, None);
    }
    // Signs that are not to be seen, look-alikes, and what is beyond the keyboard.
    let mut places = [None; 3];
    let mut alphabets = letters::Alphabets::default();
    for (start, typed) in password.beginning() {
        alphabets.add(typed);
        let place = match (class(typed), typed.is_ascii()) {
            (Class::Invisible, _) => 0,
            (_, true) => continue,
            (Class::LookAlike(_) | Class::Other(_), _) => 1,
            _ => 2,
        };
        let end = start + typed.len_utf8();
        places[place].get_or_insert(Span { start, end });
    }
    if places[1].is_some() || alphabets.mixed {
        places[2] = None;
    }
    let codes = [
        Code::PasswordHiddenSign,
        Code::PasswordLookAlike,
        Code::PasswordBeyondKeyboard,
    ];
    for (place, code) in places.into_iter().zip(codes) {
        if place.is_some() {
            tell(findings, code, place);
        }
    }
    if alphabets.mixed {
        tell(findings, Code::PasswordMixedAlphabets, None);
    }
}
