//! A person has one number of a kind, wherever a form asks for it.

use super::{Examined, beside, says};
use crate::{Code, Form};
use prefile::{Context, Kind, check, field::Whose};
use std::collections::HashMap;

/// A form has one of these people; it may have several children, parents, or former spouses.
pub(crate) const ONE: [Whose; 4] = [
    Whose::Applicant,
    Whose::Petitioner,
    Whose::Beneficiary,
    Whose::Sponsor,
];
/// Words of boxes that ask for further numbers.
const FURTHER: [&str; 3] = ["other a-number", "other alien", "additional a-number"];

/// People of whom no two are one. The spouse of who petitions may be the beneficiary.
const OTHERS: [Whose; 7] = [
    Whose::Applicant,
    Whose::Petitioner,
    Whose::Beneficiary,
    Whose::Sponsor,
    Whose::Spouse,
    Whose::Child,
    Whose::Parent,
];

/// Boxes that want the same number of the same person.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Same<'f> {
    /// By the words of the form.
    Person(Kind, &'static str),
    /// They share one answer in Adobe's programs.
    Answer(Kind, &'f str),
}

/// Says so where boxes for one number have two, or boxes for two numbers one.
pub(super) fn numbers(form: &Form, context: Context, boxes: &mut [Examined]) {
    let mut first: HashMap<Same, (usize, String)> = HashMap::new();
    let mut of_digits: HashMap<(bool, String), usize> = HashMap::new();
    let mut owners: HashMap<(bool, String), usize> = HashMap::new();
    let mut faults = Vec::new();
    for (at, own) in boxes.iter().enumerate() {
        let field = &form.fields[own.field];
        let (Some(kind), Some(answer)) = (own.kind, field.answer()) else {
            continue;
        };
        let counts = matches!(kind, Kind::OnlineAccountNumber | Kind::ANumber | Kind::Ssn);
        if !counts || own.purpose.is_some() || is_further(&field.tooltip) {
            continue;
        }
        let Some(value) = check(kind, answer, context).value else {
            continue;
        };
        let person = own.whose.filter(|whose| ONE.contains(whose));
        let person = person.map(|whose| Same::Person(kind, whose.id()));
        let shared = field.shared.as_deref();
        let shared = shared.map(|shared| Same::Answer(kind, shared));
        for same in person.into_iter().chain(shared) {
            let (other, there) = first.entry(same).or_insert_with(|| (at, value.clone()));
            if *there != value {
                faults.push((at, *other, Code::BoxDiffers));
            }
        }
        if let Some(whose) = own.whose.filter(|whose| OTHERS.contains(whose)) {
            // What makes them alike is printed in an A-Number.
            let owner = owners.entry((kind == Kind::Ssn, value.clone()));
            let other = *owner.or_insert(at);
            if boxes[other]
                .whose
                .is_some_and(|owner| are_two(whose, owner))
            {
                faults.push((at, other, Code::BoxOneNumber));
            }
        }
        if kind != Kind::OnlineAccountNumber {
            let digits: String = value.chars().filter(char::is_ascii_digit).collect();
            let is_ssn = kind == Kind::Ssn;
            if let Some(other) = of_digits.get(&(!is_ssn, digits.clone())) {
                faults.push((at, *other, Code::BoxSameDigits));
            }
            of_digits.entry((is_ssn, digits)).or_insert(at);
        }
    }
    // Nobody knows which of the two is the wrong one.
    for (at, other, code) in faults {
        for (at, other) in [(at, other), (other, at)] {
            let other = boxes[other].field;
            let own = &mut boxes[at];
            if own.faults.iter().all(|fault| fault.code != code) {
                own.faults.push(beside(code, form, own.field, other));
            }
        }
    }
}

/// Whether these are two people, whatever the form is.
fn are_two(one: Whose, other: Whose) -> bool {
    let both = [one, other];
    one != other
        && both != [Whose::Spouse, Whose::Beneficiary]
        && both != [Whose::Beneficiary, Whose::Spouse]
}

/// Whether a box asks for further numbers, by its words.
pub(crate) fn is_further(words: &str) -> bool {
    says(words, &FURTHER)
}
