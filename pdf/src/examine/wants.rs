//! What a box wants, by its tooltip and its name, and by what its scripts let in.

use crate::{Field, Form, Shape, script::Rule};
use prefile::{
    Kind, classify_field,
    field::{Classified, Field as Described},
};

/// What a box wants, by its tooltip and its name.
pub(super) fn classify(field: &Field) -> Option<Classified> {
    classify_as(field, &field.tooltip)
}

fn classify_as(field: &Field, label: &str) -> Option<Classified> {
    if field.shape == Shape::Check {
        return None;
    }
    let described = Described {
        label,
        name: field.name.rsplit('.').next().unwrap_or_default(),
        input_type: if field.shape == Shape::Choice {
            "select"
        } else {
            "text"
        },
        max_length: field.max_length,
        ..Described::default()
    };
    classify_field(&described).filter(|found| is_on_paper(found.kind))
}

/// Whether a form asks for it; secrets of an account and links stand on none.
fn is_on_paper(kind: Kind) -> bool {
    !kind.is_secret() && !matches!(kind, Kind::Password | Kind::Link)
}

/// Whether a box has the words of another by mistake: by its name that one wants what they say, and
/// this one does not. Form N-400 (01/20/25) asks for a telephone number in the box for titles.
pub(super) fn is_of_another(form: &Form, field: &Field, kind: Kind) -> bool {
    let named = |field: &Field| classify_as(field, "").is_some_and(|found| found.kind == kind);
    let same = |other: &&Field| other.tooltip == field.tooltip && other.name != field.name;
    let mut others = form.fields.iter().filter(same);
    !named(field) && others.any(named)
}

/// Whether a box lets in nothing that every value of this kind has: a code in a box for words, a form's
/// number in one for digits.
pub(super) fn is_shut_out(kind: Kind, rules: &[&Rule]) -> bool {
    let shuts = |some: &str| {
        rules.iter().any(|rule| match rule {
            Rule::Takes(letters) => !some.chars().any(|letter| letters.takes(letter)),
            _ => false,
        })
    };
    match kind {
        Kind::FormNumber => shuts("GIN") || shuts("0123456789"),
        Kind::OnlineAccountNumber
        | Kind::ANumber
        | Kind::ReceiptNumber
        | Kind::Ssn
        | Kind::I94Number
        | Kind::ClassOfAdmission
        | Kind::Zip
        | Kind::Phone
        | Kind::Date
        | Kind::DateOfBirth => shuts("0123456789"),
        _ => false,
    }
}
