//! Several forms that are mailed together: what they say of one person should be the same.
//!
//! A packet may be a family's, so two applicants are one person only where something says so: a
//! number that nobody else has, the whole name, or a part of it with the day of birth.

use crate::{Code, Fault, Field, Form, Identity, Report, fault::Param};
use prefile::{
    Context, Kind, check,
    field::{Purpose, Whose},
};

/// What a form tells of a person, as far as it is compared: first the numbers that nobody else has.
const TOLD: [Kind; 7] = [
    Kind::ANumber,
    Kind::Ssn,
    Kind::OnlineAccountNumber,
    Kind::Country,
    Kind::FamilyName,
    Kind::GivenName,
    Kind::DateOfBirth,
];
/// Of these a form has one.
const ONE: [Whose; 4] = [
    Whose::Applicant,
    Whose::Petitioner,
    Whose::Beneficiary,
    Whose::Sponsor,
];

/// Something said of a box beside a box of another file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Across {
    /// Which of the files, and which of its fields.
    pub place: (usize, usize),
    /// The other box.
    pub other: (usize, usize),
    /// What is wrong.
    pub fault: Fault,
}

/// A person in a file.
struct Person {
    file: usize,
    /// What is told, with its field; of each kind once.
    told: Vec<(Kind, String, usize)>,
}

/// Compares the people in several files with each other.
#[must_use]
pub fn across(files: &[(&Form, &Report)], context: Context) -> Vec<Across> {
    let people = files.iter().enumerate();
    let people = people.flat_map(|(file, (form, report))| {
        let all = ONE.iter();
        all.filter_map(move |whose| person(file, form, report, *whose, context))
    });
    let people: Vec<Person> = people.collect();
    let mut found: Vec<Across> = Vec::new();
    for (at, own) in people.iter().enumerate() {
        for earlier in people.iter().take(at) {
            if earlier.file == own.file || !is_one(own, earlier) {
                continue;
            }
            for (kind, value, field) in &own.told {
                let Some((other_value, other)) = earlier.find(*kind) else {
                    continue;
                };
                let place = (own.file, *field);
                if value == other_value || found.iter().any(|said| said.place == place) {
                    continue;
                }
                let (form, _) = files[earlier.file];
                found.push(Across {
                    place,
                    other: (earlier.file, other),
                    fault: fault(form, other),
                });
            }
        }
    }
    found
}

fn person(
    file: usize,
    form: &Form,
    report: &Report,
    whose: Whose,
    context: Context,
) -> Option<Person> {
    let mut person = Person {
        file,
        told: Vec::new(),
    };
    for own in report.boxes.iter().filter(|own| own.whose == Some(whose)) {
        let field = &form.fields[own.field];
        let (Some(kind), Some(answer)) = (own.kind, field.answer()) else {
            continue;
        };
        // Earlier names have a purpose, and so have countries but that of citizenship.
        let wanted = match kind {
            Kind::Country => own.purpose == Some(Purpose::Birth),
            _ => matches!(own.purpose, None | Some(Purpose::Birth)),
        };
        if !wanted {
            continue;
        }
        if TOLD.contains(&kind) && person.find(kind).is_none() {
            let value = check(kind, answer, context).value;
            let value = value.map(|value| plain_letters(&value));
            person
                .told
                .extend(value.map(|value| (kind, value, own.field)));
        }
    }
    (!person.told.is_empty()).then_some(person)
}

impl Person {
    fn find(&self, kind: Kind) -> Option<(&String, usize)> {
        let told = self.told.iter().find(|(own, _, _)| *own == kind);
        told.map(|(_, value, field)| (value, *field))
    }
}

/// Whether two people in different files are one.
fn is_one(one: &Person, other: &Person) -> bool {
    let same = |kind| {
        let values = one.find(kind).zip(other.find(kind));
        values.is_some_and(|((one, _), (other, _))| one == other)
    };
    let number = TOLD[..3].iter().any(|kind| same(*kind));
    let (family, given) = (same(Kind::FamilyName), same(Kind::GivenName));
    number || family && given || (family || given) && same(Kind::DateOfBirth)
}

/// Neither case, nor blanks and hyphens, make another name.
fn plain_letters(value: &str) -> String {
    let letters = value.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn fault(form: &Form, other: usize) -> Fault {
    let identity = Identity::of(form);
    let named = identity.main().map(|main| main.form.clone());
    let field = form.fields.get(other);
    let item = field.map(|field| crate::Item::read(&field.tooltip));
    Fault::new(Code::PacketDiffers).with([
        Param::Text(named.unwrap_or_else(|| "PDF".to_owned())),
        Param::Box {
            field: other,
            item: item.unwrap_or_default(),
            page: field.and_then(Field::page),
        },
    ])
}

#[cfg(test)]
mod tests {
    use super::across;
    use crate::{Field, Form, Report, examine_with};
    use prefile::Context;

    const TOOLTIPS: [&str; 6] = [
        "Part 1. About You. 1.A. Enter Family Name.",
        "Part 1. About You. 1.B. Enter Given Name.",
        "Part 1. About You. 2. Enter your A-Number.",
        "Part 1. About You. 3. Enter your Social Security Number.",
        "Part 1. About You. 4. Enter Date of Birth.",
        "Part 1. About You. 5. Enter Country of Birth.",
    ];

    fn form(values: [&str; 5]) -> (Form, Report) {
        let [.., birth] = values;
        let country = if birth.is_empty() { "" } else { "Mexico" };
        form_with(values, country)
    }

    fn form_with(values: [&str; 5], country: &str) -> (Form, Report) {
        let field = |(tooltip, value): (&str, &str)| Field {
            name: tooltip.to_owned(),
            tooltip: tooltip.to_owned(),
            value: value.to_owned(),
            ..Field::default()
        };
        let form = Form {
            fields: TOOLTIPS
                .into_iter()
                .zip(values.into_iter().chain([country]))
                .map(field)
                .collect(),
            ..Form::default()
        };
        let report = examine_with(&form, &[], Context::default());
        (form, report)
    }

    /// Which boxes of the second form differ.
    #[track_caller]
    fn check(first: [&str; 5], second: [&str; 5], expected: &[usize]) {
        let (first, second) = (form(first), form(second));
        let files = [(&first.0, &first.1), (&second.0, &second.1)];
        let found = across(&files, Context::default());
        assert!(
            found
                .iter()
                .all(|said| said.place.0 == 1 && said.other.0 == 0)
        );
        let fields: Vec<usize> = found.iter().map(|said| said.place.1).collect();
        assert_eq!(fields, expected);
    }

    const ANA: [&str; 5] = ["Garcia", "Ana", "012345678", "219099998", "10/05/1987"];

    #[test]
    fn one_person() {
        check(ANA, ANA, &[]);
        check(
            ANA,
            ["GARCIA", "ana", "A12345678", "219-09-9998", "10/05/1987"],
            &[],
        );
        check(ANA, ["Garcia", "Ana", "087654321", "", ""], &[2]);
        check(ANA, ["Garcia", "Anna", "012345678", "", ""], &[1]);
        check(ANA, ["Garcia", "Ana", "", "", "05/10/1987"], &[4]);
        check(ANA, ["Cruz", "Ana", "", "219099999", "10/05/1987"], &[0, 3]);
    }

    #[test]
    fn another_country_of_birth() {
        let (first, second) = (form_with(ANA, "Mexico"), form_with(ANA, "Peru"));
        let files = [(&first.0, &first.1), (&second.0, &second.1)];
        let found = across(&files, Context::default());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place, (1, 5));
    }

    #[test]
    fn two_people() {
        // A sister.
        check(
            ANA,
            ["Garcia", "Lucia", "087654321", "219099999", "01/02/1990"],
            &[],
        );
        // A twin has the day and the family name, and is asked about.
        check(ANA, ["Garcia", "Lucia", "", "", "10/05/1987"], &[1]);
        check(ANA, ["", "", "", "", ""], &[]);
        check(ANA, ["", "Ana", "", "", ""], &[]);
    }

    #[test]
    fn a_difference_is_said_once() {
        let all = [ANA, ANA, ["Garcia", "Ana", "087654321", "", ""]].map(form);
        let files: Vec<_> = all.iter().map(|(form, report)| (form, report)).collect();
        let found = across(&files, Context::default());
        let places: Vec<_> = found.iter().map(|said| (said.place, said.other)).collect();
        assert_eq!(places, [((2, 2), (0, 2))]);
    }
}
