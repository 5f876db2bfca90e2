//! Names: of people, and of who takes in their mail.

use super::{
    Rules,
    address::{extra_spaces, fits_box},
    another::another_kind,
    reading::{Reading, Value, joined},
    spelling::letters,
};
use crate::{Kind, finding::SharedFault};

/// A family, given or middle name.
///
/// Letters of every script, spaces, hyphens, apostrophes, periods, one letter alone, one name
/// alone: all right. What is told is what may be meant otherwise.
///
/// Source: the scripts of the official forms (boxes), their instructions (no nicknames).
pub(super) fn read(reading: &mut Reading, rules: &Rules) -> Option<Value> {
    if another_kind(reading) {
        return None;
    }
    extra_spaces(reading);
    if stands_for_nothing(&reading.text) {
        // "N/A" is what the instructions ask for where there is no middle name.
        let told = reading.kind == Kind::MiddleName && reading.text.contains('/');
        if !told {
            reading.say(SharedFault::MissingName);
        }
    } else if let Some(odd) = reading.text.chars().find(|it| is_odd(*it)) {
        reading.say_character(SharedFault::OddCharacter, odd, None);
    } else if !(whole_name(reading) || title(reading) || nickname(reading)) {
        letters(reading, rules.box_takes);
    }
    reading.as_it_is()
}

/// A name for the In Care Of line, or a Puerto Rican urbanization.
pub(super) fn read_in_care_of(reading: &mut Reading, rules: &Rules) -> Option<Value> {
    for label in ["c/o", "in care of"] {
        let front = reading.text.get(..label.len()).unwrap_or_default();
        let rest = reading.text.get(label.len()..).unwrap_or_default();
        let name = rest.trim_start_matches([' ', ':', '.']);
        if front.eq_ignore_ascii_case(label) && name.len() < rest.len() && !name.is_empty() {
            let (from, to) = (front.to_owned(), name.to_owned());
            reading.change("label", &from, "");
            reading.text = to;
            break;
        }
    }
    if another_kind(reading) {
        return None;
    }
    extra_spaces(reading);
    letters(reading, rules.box_takes);
    fits_box(reading, rules);
    reading.as_it_is()
}

/// Words and signs that stand for a missing name.
fn stands_for_nothing(text: &str) -> bool {
    const WORDS: [&str; 10] = [
        "N/A", "FNU", "LNU", "NFN", "NLN", "NMN", "NMI", "NONE", "UNKNOWN", "NINGUNO",
    ];
    WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
        || text
            .bytes()
            .all(|byte| matches!(byte, b'-' | b'.' | b'/' | b' '))
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
    let parts = (reading.text.split_once(','), reading.text.rsplit_once(','));
    let (Some((before, _)), Some((_, after))) = parts else {
        return false;
    };
    let (before, after) = (before.trim(), after.trim());
    let suffix = ["JR", "SR", "JR.", "SR.", "II", "III", "IV"]
        .iter()
        .any(|suffix| after.eq_ignore_ascii_case(suffix));
    if suffix || before.is_empty() || after.is_empty() {
        return false;
    }
    let part = if reading.kind == Kind::FamilyName {
        before
    } else {
        after
    };
    let part = part.to_owned();
    reading.say_fix(SharedFault::WholeName, Some(part));
    true
}

fn title(reading: &mut Reading) -> bool {
    const TITLES: [&str; 8] = ["MR", "MRS", "MS", "DR", "PROF", "SR.", "SRA", "SRTA"];
    let behind = |text: &str| -> Option<usize> {
        let (front, _) = text.split_once(' ')?;
        let bare = front.strip_suffix('.').unwrap_or(front);
        let is = |title: &&str| {
            [front, bare]
                .iter()
                .any(|it| it.eq_ignore_ascii_case(title))
        };
        TITLES.iter().any(is).then_some(front.len() + 1)
    };
    let mut name = reading.text.as_str();
    while let Some(at) = behind(name) {
        name = name.get(at..).unwrap_or_default();
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
    const MARKS: [(char, char); 4] = [('"', '"'), ('“', '”'), ('(', ')'), ('«', '»')];
    MARKS.iter().find_map(|(open, close)| {
        let (before, rest) = text.split_once(*open)?;
        let (_, after) = rest.split_once(*close)?;
        let (before, after) = (before.trim(), after.trim());
        let between = if before.is_empty() || after.is_empty() {
            ""
        } else {
            " "
        };
        let name = joined(&[before, between, after]);
        (!name.is_empty()).then_some(name)
    })
}
