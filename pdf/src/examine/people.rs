//! A person has one number of a kind, wherever a form asks for it.

use super::{Examined, beside};
use crate::{Code, Form};
use prefile::{Context, Kind, check, field::Whose};

/// A form has one of these people; it may have several children, parents, or former spouses.
const ONE: [Whose; 4] = [
    Whose::Applicant,
    Whose::Petitioner,
    Whose::Beneficiary,
    Whose::Sponsor,
];
/// Words of boxes that ask for further numbers.
const FURTHER: [&str; 3] = ["other a-number", "other alien", "additional a-number"];

/// A number that stands in a box.
struct Number<'f> {
    at: usize,
    kind: Kind,
    whose: Option<Whose>,
    /// Boxes that share one answer in Adobe's programs.
    shared: Option<&'f str>,
    value: String,
}

impl Number<'_> {
    /// Whether both boxes want the same number of the same person.
    fn is_of(&self, other: &Self) -> bool {
        let person = self.whose.is_some_and(|whose| ONE.contains(&whose));
        let shared = self.shared.is_some() && self.shared == other.shared;
        self.kind == other.kind && (person && self.whose == other.whose || shared)
    }
}

/// Says so where boxes for one number have two, or boxes for two numbers one.
pub(super) fn numbers(form: &Form, context: Context, boxes: &mut [Examined]) {
    let mut numbers: Vec<Number> = Vec::new();
    let mut faults = Vec::new();
    for (at, own) in boxes.iter().enumerate() {
        let field = &form.fields[own.field];
        let (Some(kind), Some(answer)) = (own.kind, field.answer()) else {
            continue;
        };
        let counts = matches!(kind, Kind::OnlineAccountNumber | Kind::ANumber | Kind::Ssn);
        let tooltip = field.tooltip.to_lowercase();
        if !counts || own.purpose.is_some() || FURTHER.iter().any(|word| tooltip.contains(word)) {
            continue;
        }
        let Some(value) = check(kind, answer, context).value else {
            continue;
        };
        let own = Number {
            at,
            kind,
            whose: own.whose,
            shared: field.shared.as_deref(),
            value,
        };
        let other = |other: &&Number| other.is_of(&own) && other.value != own.value;
        if let Some(other) = numbers.iter().find(other) {
            faults.push((at, other.at, Code::BoxDiffers));
        }
        let same = |other: &&Number| {
            let kinds = [own.kind, other.kind];
            let both = kinds.contains(&Kind::ANumber) && kinds.contains(&Kind::Ssn);
            both && digits(&own.value).eq(digits(&other.value))
        };
        if let Some(other) = numbers.iter().find(same) {
            faults.push((at, other.at, Code::BoxSameDigits));
        }
        numbers.push(own);
    }
    // Nobody knows which of the two is the wrong one.
    for (at, other, code) in faults {
        for (at, other) in [(at, other), (other, at)] {
            let fault = beside(code, form, boxes[other].field);
            if !boxes[at].faults.contains(&fault) {
                boxes[at].faults.push(fault);
            }
        }
    }
}

fn digits(value: &str) -> impl Iterator<Item = u8> {
    value.bytes().filter(u8::is_ascii_digit)
}
