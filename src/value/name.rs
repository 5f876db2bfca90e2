//! Names: of people, and of who takes in their mail.

use super::{
    Rules,
    address::{extra_spaces, read_plain},
    another::another_kind,
    piece::{before, behind, character, find, first, joined, last, listed, part, same},
    reading::Reading,
    spelling::letters,
};
use crate::{Kind, finding::SharedFault};

/// A family, given or middle name.
///
/// Letters of every script, spaces, hyphens, apostrophes, periods, one letter alone, one name
/// alone: all right. What is told is what may be meant otherwise.
///
/// Source: the scripts of the official forms (boxes), their instructions (no nicknames).
pub(super) fn read(reading: &mut Reading, rules: &Rules) {
    if another_kind(reading) {
        return;
    }
    extra_spaces(reading);
    if stands_for_nothing(&reading.text) || reading.says_so() {
        // "N/A" is what the instructions ask for where there is no middle name.
        let text = reading.text.as_bytes();
        let told = reading.kind == Kind::MiddleName && first(text, 0, b"/") < text.len();
        if !told {
            reading.say(SharedFault::MissingName);
        }
    } else if let Some(odd) = character(&reading.text, is_odd) {
        reading.say_character(SharedFault::OddCharacter, odd, None);
    } else if !(whole_name(reading) || title(reading) || nickname(reading)) {
        letters(reading, rules.box_takes);
    }
    reading.accept_as_it_is();
}

/// A name for the In Care Of line, or a Puerto Rican urbanization.
pub(super) fn read_in_care_of(reading: &mut Reading, rules: &Rules) {
    for label in ["c/o", "in care of"] {
        let text = reading.text.as_str();
        let (front, rest) = (
            part(text, 0, label.len()),
            part(text, label.len(), text.len()),
        );
        let name = behind(rest, b" :.");
        if same(front, label) && name.len() < rest.len() && !name.is_empty() {
            let (front, name) = (front.to_owned(), name.to_owned());
            reading.change("label", &front, "");
            reading.text = name;
            break;
        }
    }
    read_plain(reading, rules);
}

/// Words and signs that stand for a missing name.
fn stands_for_nothing(text: &str) -> bool {
    listed("N/A FNU LNU NFN NLN NMN NMI NONE UNKNOWN NINGUNO", text)
        || behind(text, b"-./ ").is_empty()
}

/// Digits, and signs that no name has.
fn is_odd(character: char) -> bool {
    matches!(
        character,
        '0'..='9' | '@' | '#' | '$' | '%' | '&' | '*' | '+' | '<'..='?' | '[' | '\\' | ']' | '^'
            | '_' | '{' | '}' | '~' | ':' | ';' | '\u{fffd}'
    )
}

/// "Garcia, Maria" in one box: the part that goes here is offered.
fn whole_name(reading: &mut Reading) -> bool {
    let text = reading.text.as_str();
    let comma = first(text.as_bytes(), 0, b",");
    let Some(after) = last(text.as_bytes(), comma, text.len(), b",") else {
        return false;
    };
    let family = before(part(text, 0, comma), b" ");
    let given = behind(part(text, after + 1, text.len()), b" ");
    if family.is_empty() || given.is_empty() || listed("JR SR JR. SR. II III IV", given) {
        return false;
    }
    let part = if reading.kind == Kind::FamilyName {
        family
    } else {
        given
    };
    let part = part.to_owned();
    reading.say_fix(SharedFault::WholeName, Some(part));
    true
}

fn title(reading: &mut Reading) -> bool {
    let is = |title| listed("MR MRS MS DR PROF SR. SRA SRTA", title);
    let mut name = reading.text.as_str();
    loop {
        let end = first(name.as_bytes(), 0, b" ");
        let front = part(name, 0, end);
        if end == name.len() || !is(front) && !is(front.strip_suffix('.').unwrap_or(front)) {
            break;
        }
        name = part(name, end + 1, name.len());
    }
    let found = name.len() < reading.text.len();
    if found {
        let name = name.to_owned();
        reading.say_fix(SharedFault::Title, Some(name));
    }
    found
}

/// A second name in quotes or brackets.
fn nickname(reading: &mut Reading) -> bool {
    let mut name = reading.text.clone();
    while let Some(rest) = without_nickname(&name) {
        name = rest;
    }
    let found = name.len() < reading.text.len();
    if found {
        reading.say_fix(SharedFault::Nickname, Some(name));
    }
    found
}

fn without_nickname(text: &str) -> Option<String> {
    let mut marks = "\"\"“”()«»".chars();
    while let (Some(open), Some(close)) = (marks.next(), marks.next()) {
        let Some(from) = find(text, 0, open) else {
            continue;
        };
        let Some(to) = find(text, from + open.len_utf8(), close) else {
            continue;
        };
        let front = before(part(text, 0, from), b" ");
        let rest = behind(part(text, to + close.len_utf8(), text.len()), b" ");
        let between = if front.is_empty() || rest.is_empty() {
            ""
        } else {
            " "
        };
        let name = joined(&[front, between, rest]);
        if !name.is_empty() {
            return Some(name);
        }
    }
    None
}
