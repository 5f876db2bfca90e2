//! Days that cannot come in the order in which they stand.

use super::{Examined, beside, says};
use crate::{Code, Fault, Form};
use prefile::{
    Context, Day, Kind, check,
    field::{Purpose, Whose},
};
use std::collections::HashMap;

/// People whose own days a form asks for. The days of a parent may be older than who asks.
const PEOPLE: [Whose; 3] = [Whose::Applicant, Whose::Petitioner, Whose::Beneficiary];
/// What comes to somebody who is born.
const EVENTS: [Purpose; 4] = [
    Purpose::Entry,
    Purpose::Issue,
    Purpose::Expiry,
    Purpose::Signature,
];

/// Says which day stands before one that must come first: an end before its beginning, and what a person
/// did before their birth.
pub(super) fn in_order(form: &Form, boxes: &mut [Examined]) {
    let days = boxes.iter().enumerate();
    let days: Vec<(usize, Day)> = days
        .filter_map(|(at, own)| Some((at, day(form, own)?)))
        .collect();
    let mut faults: Vec<(usize, Fault)> = Vec::new();
    let mut tell = |late: (usize, Day), early: (usize, Day)| {
        if late.1 < early.1 {
            let [own, other] = [late, early].map(|(at, _)| boxes[at].field);
            faults.push((late.0, beside(Code::BoxBefore, form, own, other)));
        }
    };
    let mut begun = HashMap::new();
    let spans = days.iter().filter_map(|one| {
        let own = &boxes[one.0];
        let field = &form.fields[own.field];
        let (key, begins) = span(&field.name).filter(|_| own.kind == Some(Kind::Date))?;
        (!begins || says(&field.tooltip, &["from"])).then_some((key, begins, *one))
    });
    let spans: Vec<_> = spans.collect();
    for (key, _, one) in spans.iter().filter(|(_, begins, _)| *begins) {
        begun.insert(key, *one);
    }
    for (key, _, one) in spans.iter().filter(|(_, begins, _)| !begins) {
        if let Some(&early) = begun.get(key) {
            tell(*one, early);
        }
    }
    for whose in PEOPLE {
        let own = |at: usize| boxes[at].whose == Some(whose);
        let birth = days.iter().find(|(at, _)| {
            let is_birth = boxes[*at].kind == Some(Kind::DateOfBirth);
            is_birth && own(*at)
        });
        let Some(&birth) = birth else { continue };
        for &one in days.iter().filter(|(at, _)| own(*at)) {
            if is_event(form, &boxes[one.0]) {
                tell(one, birth);
            }
        }
    }
    for (at, fault) in faults {
        boxes[at].faults.push(fault);
    }
}

fn day(form: &Form, own: &Examined) -> Option<Day> {
    let kind = own
        .kind
        .filter(|kind| matches!(kind, Kind::Date | Kind::DateOfBirth))?;
    let answer = form.fields[own.field].answer()?;
    let value = check(kind, answer, Context::default()).value?;
    Day::from_iso(&value)
}

fn is_event(form: &Form, own: &Examined) -> bool {
    let wedding = || {
        let tooltip = &form.fields[own.field].tooltip;
        says(tooltip, &["marriage"]) && !says(tooltip, &["parent"])
    };
    own.kind == Some(Kind::Date)
        && (own.purpose.is_some_and(|purpose| EVENTS.contains(&purpose)) || wedding())
}

/// What the names of a beginning and its end share, and whether this is the beginning:
/// `Pt2Line13a_DateFrom[0]` and `Pt2Line13b_DateTo[0]`.
fn span(name: &str) -> Option<(String, bool)> {
    let (word, begins) = match (name.rfind("From"), name.rfind("To")) {
        (Some(at), to) if to.is_none_or(|to| to < at) => (at..at + 4, true),
        (_, Some(at)) => (at..at + 2, false),
        _ => return None,
    };
    let front = name.get(..word.start)?;
    let behind = name.get(word.end..)?;
    // The letter of an item, which differs.
    let letter = front.char_indices().rev().find(|(at, letter)| {
        let before = front.as_bytes().get(at.wrapping_sub(1));
        letter.is_ascii_lowercase() && before.is_some_and(u8::is_ascii_digit)
    });
    let (one, two) = match letter {
        Some((at, _)) => (front.get(..at)?, front.get(at + 1..)?),
        None => (front, ""),
    };
    Some(([one, two, " ", behind].concat(), begins))
}
