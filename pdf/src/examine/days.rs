//! Days that cannot come in the order in which they stand.

use super::{Examined, beside, says};
use crate::{Code, Form};
use prefile::{
    Context, Day, Kind, check,
    field::{Purpose, Whose},
};

/// More days than any form has.
const MOST: usize = 500;
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
        .take(MOST)
        .collect();
    // The later one, and the one that must come first.
    let mut pairs = Vec::new();
    let mut begun: Vec<(String, (usize, Day))> = Vec::new();
    for begins in [true, false] {
        for &one in &days {
            let own = &boxes[one.0];
            let field = &form.fields[own.field];
            let span = span(&field.name).filter(|_| own.kind == Some(Kind::Date));
            let Some((key, is_first)) = span else {
                continue;
            };
            if begins && is_first && says(&field.tooltip, &["from"]) {
                begun.push((key, one));
            } else if !begins && !is_first {
                let early = begun.iter().find(|(own, _)| *own == key);
                pairs.extend(early.map(|(_, early)| (one, *early)));
            }
        }
    }
    for whose in PEOPLE {
        let own = |at: usize| boxes[at].whose == Some(whose);
        let birth = days.iter().find(|(at, _)| {
            let is_birth = boxes[*at].kind == Some(Kind::DateOfBirth);
            is_birth && own(*at)
        });
        let entry = days.iter().find(|(at, _)| {
            let is_entry = boxes[*at].purpose == Some(Purpose::Entry);
            is_entry && own(*at)
        });
        if let Some(&entry) = entry {
            let stays =
                |at: usize| says(&form.fields[boxes[at].field].tooltip, &["authorized stay"]);
            let stay = days.iter().filter(|(at, _)| own(*at) && stays(*at));
            pairs.extend(stay.map(|stay| (*stay, entry)));
        }
        let Some(&birth) = birth else { continue };
        for &one in days.iter().filter(|(at, _)| own(*at)) {
            if is_event(form, &boxes[one.0]) {
                pairs.push((one, birth));
            }
        }
    }
    for ((at, late), (other, early)) in pairs {
        if late < early {
            let fault = beside(Code::BoxBefore, form, boxes[at].field, boxes[other].field);
            boxes[at].faults.push(fault);
        }
    }
}

#[inline(never)]
fn day(form: &Form, own: &Examined) -> Option<Day> {
    let kind = own
        .kind
        .filter(|kind| matches!(kind, Kind::Date | Kind::DateOfBirth))?;
    let answer = form.fields[own.field].answer()?;
    let value = check(kind, answer, Context::default()).value?;
    Day::from_iso(&value)
}

#[inline(never)]
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
#[inline(never)]
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
