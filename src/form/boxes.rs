//! What is written into the boxes of the official PDFs, and what they do not take.

use super::{
    definition::{BoxRule, Spelling, Wants, Writes},
    expression::{Value, holds},
    state::State,
};
use crate::{
    Code,
    finding::{Finding, Param},
    text::LONGEST_VALUE,
    value::spelling,
};

/// A box with what is written into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The place of the definition in the packet.
    pub definition: usize,
    /// The field's name in the PDF.
    pub name: String,
    /// What is written.
    pub text: String,
}

/// What the boxes of one answer take, all together.
struct Limits {
    fact: usize,
    entry: usize,
    room: u16,
    takes: String,
}

/// The boxes that are not left blank, and what they say of the answers: fact, entry, finding.
pub(super) fn fill(state: &State) -> (Vec<Filled>, Vec<(usize, usize, Finding)>) {
    let mut filled = Vec::new();
    let mut limits: Vec<Limits> = Vec::new();
    for (definition, defined) in state.packet.definitions.iter().enumerate() {
        for rule in &defined.boxes {
            let entry = usize::from(rule.entry);
            if holds(rule.when, &state.seen_by(definition), entry) != Some(true) {
                continue;
            }
            let text = match &rule.writes {
                Writes::Text(text) => Some(text.clone()),
                Writes::Fact(fact, how) => {
                    let place = (state.packet.place(definition, *fact), entry);
                    limit(state, rule, place, *how, &mut limits);
                    written(state, rule, place, *how)
                }
            };
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                filled.push(Filled {
                    definition,
                    name: rule.name.clone(),
                    text,
                });
            }
        }
    }
    let findings = limits.iter().filter_map(|limits| misfit(state, limits));
    (filled, findings.collect())
}

/// What a fact's box gets; nothing while its question is open.
fn written(
    state: &State,
    rule: &BoxRule,
    (fact, entry): (usize, usize),
    how: Spelling,
) -> Option<String> {
    let Some(reading) = state.reading(fact, entry) else {
        // The list is not that long, or not begun.
        let list = state.reading(state.list_of(fact)?, 0)?;
        let begun = list.settled() || !(list.asked || list.may_be_asked);
        return begun.then(|| rule.empty.clone());
    };
    if !reading.asked {
        return (!reading.may_be_asked).then(|| rule.empty.clone());
    }
    match reading.value() {
        Value::Unknown => None,
        Value::Null => Some(rule.empty.clone()),
        _ => Some(match how {
            Spelling::Printed => reading.printed.clone(),
            Spelling::Canonical => reading.canonical().to_owned(),
            Spelling::Digits => {
                let printed = reading.printed.chars();
                printed.filter(char::is_ascii_digit).collect()
            }
            Spelling::Digit(place) => {
                let mut digits = reading.canonical().bytes().rev();
                let digit = digits.nth(usize::from(place).saturating_sub(1));
                char::from(digit.unwrap_or(b'0')).into()
            }
            Spelling::Part(place) => {
                // What is printed in parts has ASCII's signs between them. All letters of Unicode would
                // cost a kilobyte.
                let between = |sign: char| sign.is_ascii() && !sign.is_ascii_alphanumeric();
                let parts = reading.printed.split(between);
                let mut parts = parts.filter(|part| !part.is_empty());
                let part = parts.nth(usize::from(place).saturating_sub(1));
                part.unwrap_or_default().to_owned()
            }
        }),
    }
}

/// Adds what a box takes to what the other boxes of the same answer take. A number is written as
/// its rule says; a text is the person's own.
fn limit(
    state: &State,
    rule: &BoxRule,
    (fact, entry): (usize, usize),
    how: Spelling,
    all: &mut Vec<Limits>,
) {
    let wants = &state.packet.facts[fact].wants;
    let spelled = match wants {
        Wants::Kind(kind) => !kind.is_identifier(),
        Wants::Text => true,
        _ => false,
    };
    let known = state
        .reading(fact, entry)
        .is_some_and(|reading| !reading.canonical().is_empty());
    let whole = matches!(how, Spelling::Printed | Spelling::Canonical);
    if !spelled || !known || !whole {
        return;
    }
    let there = all
        .iter_mut()
        .find(|one| (one.fact, one.entry) == (fact, entry));
    let Some(there) = there else {
        all.push(Limits {
            fact,
            entry,
            room: rule.room,
            takes: rule.takes.clone(),
        });
        return;
    };
    if rule.room > 0 && (there.room == 0 || rule.room < there.room) {
        there.room = rule.room;
    }
    if there.takes.is_empty() {
        there.takes.clone_from(&rule.takes);
    } else if !rule.takes.is_empty() {
        there
            .takes
            .retain(|sign| rule.takes.chars().any(|taken| taken == sign));
    }
}

/// Says so when the boxes of an answer do not take it as it is written, with the spelling that
/// fits all of them.
fn misfit(state: &State, limits: &Limits) -> Option<(usize, usize, Finding)> {
    let reading = state.reading(limits.fact, limits.entry)?;
    if !reading.asked {
        return None;
    }
    let text = reading.printed.as_str();
    let takes = signs(&limits.takes);
    let fits = |sign: char| limits.takes.is_empty() || is_taken(sign, &takes);
    let spelled = if limits.takes.is_empty() {
        None
    } else {
        spelling(text, &takes)
    };
    let room = usize::from(limits.room);
    let mut finding = if let Some(refused) = text.chars().find(|sign| !fits(*sign)) {
        Finding::new(Code::AnswerBoxRefuses).with([Param::Char(refused)])
    } else {
        let length = text.chars().count().min(LONGEST_VALUE);
        if room == 0 || length <= room {
            return None;
        }
        let found = Param::Number(u32::try_from(length).unwrap_or(u32::MAX));
        Finding::new(Code::AnswerBoxTooSmall).with([found, Param::Number(limits.room.into())])
    };
    let better = spelled.filter(|better| better != text && (room == 0 || better.len() <= room));
    if let Some(better) = better {
        finding = finding.ask_fix(better);
    }
    Some((limits.fact, limits.entry, finding))
}

/// The signs besides letters, one by one.
fn signs(takes: &str) -> Vec<u8> {
    let mut signs = Vec::new();
    for sign in takes.bytes() {
        match sign {
            b'A' => {}
            b'0' => signs.extend(b'0'..=b'9'),
            _ => signs.push(sign),
        }
    }
    signs
}

fn is_taken(sign: char, signs: &[u8]) -> bool {
    sign.is_ascii_alphabetic() || u8::try_from(sign).is_ok_and(|sign| signs.contains(&sign))
}
