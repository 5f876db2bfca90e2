//! Several forms that are mailed together: what they say of one person should be the same.
//!
//! A packet may be a family's, so two applicants are one person only where something says so: a
//! number that nobody else has, the whole name, or a part of it with the day of birth.

use crate::{
    Code, Examined, Fault, Form, Identity, Item, Report,
    examine::{ONE, is_further, says},
    fault::Param,
};
use prefile::{
    Context, Kind, check,
    field::{Purpose, Whose},
    form::spelling,
};

/// What a form tells of a person, as far as it is compared: first the numbers that nobody else has.
const TOLD: [Kind; 8] = [
    Kind::ANumber,
    Kind::Ssn,
    Kind::OnlineAccountNumber,
    Kind::Country,
    Kind::FamilyName,
    Kind::GivenName,
    Kind::MiddleName,
    Kind::DateOfBirth,
];
/// What a file is that does not say its form.
const NO_FORM: &str = "PDF";

/// What a box of a file says of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement<'f> {
    /// Which of the files.
    pub file: usize,
    /// Which of its fields.
    pub field: usize,
    /// Which form the file is; empty if it does not say.
    pub form: String,
    /// What the box wants.
    pub kind: Kind,
    /// Of whom.
    pub whose: Whose,
    /// For what.
    pub purpose: Option<Purpose>,
    /// What the form asks there.
    pub question: String,
    /// What stands in it.
    pub answer: &'f str,
    /// Where it is printed.
    pub item: Item,
    /// The page of the file.
    pub page: Option<u32>,
}

/// A statement that does not agree with one of another file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Across {
    /// Which of the statements.
    pub of: usize,
    /// The other.
    pub other: usize,
    /// What is wrong.
    pub fault: Fault,
}

impl<'f> Statement<'f> {
    /// All that a file says of people.
    #[must_use]
    pub fn of_file(file: usize, form: &'f Form, report: &Report) -> Vec<Self> {
        let identity = Identity::of(form);
        let named = identity.main().map(|main| main.form.clone());
        let named = named.unwrap_or_default();
        let statement = |own: &Examined| {
            let field = &form.fields[own.field];
            Some(Self {
                file,
                field: own.field,
                form: named.clone(),
                kind: own.kind?,
                whose: own.whose?,
                purpose: own.purpose,
                question: Item::question(&field.tooltip),
                answer: field.answer()?,
                item: own.item.clone(),
                page: field.page(),
            })
        };
        report.boxes.iter().filter_map(statement).collect()
    }

    /// The same from texts, a NUL between: file, field, form, kind, whose, purpose, part, item, page,
    /// question and answer of each. What makes no sense is left out.
    #[must_use]
    pub fn read(texts: &'f str) -> Vec<Self> {
        let texts: Vec<&str> = texts.split('\0').collect();
        let (rows, _) = texts.as_chunks();
        rows.iter().filter_map(Self::of_row).collect()
    }

    fn of_row(row: &[&'f str; 11]) -> Option<Self> {
        let [
            file,
            field,
            form,
            kind,
            whose,
            purpose,
            part,
            item,
            page,
            question,
            answer,
        ] = *row;
        let named = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Some(Self {
            file: file.parse().ok()?,
            field: field.parse().ok()?,
            form: form.to_owned(),
            kind: Kind::from_id(kind)?,
            whose: *Whose::ALL.iter().find(|own| own.id() == whose)?,
            purpose: Purpose::ALL.iter().find(|own| own.id() == purpose).copied(),
            question: question.to_owned(),
            answer,
            item: Item {
                part: named(part),
                item: named(item),
            },
            page: page.parse().ok(),
        })
    }

    /// Whether it is compared.
    fn counts(&self) -> bool {
        // Earlier names have a purpose, and so have countries but that of citizenship.
        let wanted = match self.kind {
            Kind::Country => {
                // Form I-821 (01/20/25) asks for them below a heading about dates of birth.
                self.purpose == Some(Purpose::Birth) && !says(&self.question, &["citizenship"])
            }
            _ => matches!(self.purpose, None | Some(Purpose::Birth)),
        };
        wanted
            && TOLD.contains(&self.kind)
            && ONE.contains(&self.whose)
            && !is_further(&self.question)
    }
}

/// A person in a file.
struct Person {
    file: usize,
    whose: Whose,
    /// What is told, with the place of its statement; of each kind once.
    told: Vec<(Kind, String, usize)>,
}

/// Compares the people in several files with each other.
#[must_use]
pub fn across(statements: &[Statement], context: Context) -> Vec<Across> {
    let people = people(statements, context);
    let mut said = vec![false; statements.len()];
    let mut found = Vec::new();
    for (at, own) in people.iter().enumerate() {
        for earlier in people.iter().take(at) {
            if earlier.file == own.file || !is_one(own, earlier) {
                continue;
            }
            for (kind, value, of) in &own.told {
                let Some((other_value, other)) = earlier.find(*kind) else {
                    continue;
                };
                if value == other_value || said[*of] {
                    continue;
                }
                said[*of] = true;
                found.push(Across {
                    of: *of,
                    other,
                    fault: fault(&statements[other]),
                });
            }
        }
    }
    found
}

fn people(statements: &[Statement], context: Context) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    for (at, own) in statements.iter().enumerate() {
        let value = own.counts().then(|| check(own.kind, own.answer, context));
        let Some(value) = value.and_then(|check| check.value) else {
            continue;
        };
        let is = |person: &Person| person.file == own.file && person.whose == own.whose;
        let place = people.iter().position(is).unwrap_or(people.len());
        if place == people.len() {
            people.push(Person {
                file: own.file,
                whose: own.whose,
                told: Vec::new(),
            });
        }
        if people[place].find(own.kind).is_none() {
            let told = (own.kind, plain_letters(&value), at);
            people[place].told.push(told);
        }
    }
    people
}

impl Person {
    fn find(&self, kind: Kind) -> Option<(&String, usize)> {
        let told = self.told.iter().find(|(own, _, _)| *own == kind);
        told.map(|(_, value, of)| (value, *of))
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

/// Neither case, nor blanks, hyphens and accents, make another name: not every form's boxes take them.
#[inline(never)]
pub(crate) fn plain_letters(value: &str) -> String {
    let spelled = spelling(value, b"0123456789");
    let value = spelled.as_deref().unwrap_or(value);
    let letters = value.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn fault(other: &Statement) -> Fault {
    let form = Some(other.form.as_str()).filter(|form| !form.is_empty());
    Fault::new(Code::PacketDiffers).with([
        Param::Text(form.unwrap_or(NO_FORM).to_owned()),
        Param::Box {
            field: other.field,
            item: other.item.clone(),
            page: other.page,
        },
    ])
}

#[cfg(test)]
mod tests {
    use super::{Across, Statement, across};
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

    /// What differs: file and field of the box, and of the other.
    fn compared(files: &[(Form, Report)]) -> Vec<[(usize, usize); 2]> {
        let statements = files.iter().enumerate();
        let statements: Vec<_> = statements
            .flat_map(|(file, (form, report))| Statement::of_file(file, form, report))
            .collect();
        let place = |at: usize| (statements[at].file, statements[at].field);
        let places = |said: &Across| [place(said.of), place(said.other)];
        let found = across(&statements, Context::default());
        found.iter().map(places).collect()
    }

    /// Which boxes of the second form differ.
    #[track_caller]
    fn check(first: [&str; 5], second: [&str; 5], expected: &[usize]) {
        let (first, second) = (form(first), form(second));
        let found = compared(&[first, second]);
        assert!(found.iter().all(|[of, other]| of.0 == 1 && other.0 == 0));
        let fields: Vec<usize> = found.iter().map(|[of, _]| of.1).collect();
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
        check(
            ["García Núñez", "Ana-Sofía", "012345678", "", ""],
            ["GARCIA NUNEZ", "Ana Sofia", "012345678", "", ""],
            &[],
        );
        check(ANA, ["Garcia", "Ana", "087654321", "", ""], &[2]);
        check(ANA, ["Garcia", "Anna", "012345678", "", ""], &[1]);
        check(ANA, ["Garcia", "Ana", "", "", "05/10/1987"], &[4]);
        check(ANA, ["Cruz", "Ana", "", "219099999", "10/05/1987"], &[0, 3]);
    }

    #[test]
    fn another_country_of_birth() {
        let found = compared(&[form_with(ANA, "Mexico"), form_with(ANA, "Peru")]);
        assert_eq!(found, [[(1, 5), (0, 5)]]);
    }

    #[test]
    fn what_is_no_country_of_birth() {
        let mut other = form_with(ANA, "Peru");
        let tooltip =
            "Part 1. Other Dates of Birth. 16. A. Enter Country or Countries of Citizenship.";
        other.0.fields[5].tooltip = tooltip.to_owned();
        other.1 = examine_with(&other.0, &[], Context::default());
        assert!(compared(&[form_with(ANA, "Mexico"), other]).is_empty());
    }

    /// Who files beside somebody names them, too.
    #[test]
    fn a_family() {
        let mut child = form(["Garcia", "Lucia", "", "", "01/02/2015"]);
        for (field, value) in [
            (0, "Garcia"),
            (1, "Ana"),
            (2, "012345678"),
            (4, "10/05/1987"),
        ] {
            let mut own = child.0.fields[field].clone();
            own.tooltip = own
                .tooltip
                .replace("Enter", "Principal Applicant's Name. Enter");
            value.clone_into(&mut own.value);
            child.0.fields.push(own);
        }
        child.1 = examine_with(&child.0, &[], Context::default());
        assert!(compared(&[form(ANA), child]).is_empty());
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
        assert_eq!(compared(&all), [[(2, 2), (0, 2)]]);
    }

    #[test]
    fn further_numbers() {
        let mut other = form(["Garcia", "Ana", "", "", ""]);
        other.0.fields[2].tooltip = "Part 1. 9. Enter any other A-Number.".to_owned();
        other.0.fields[2].value = "087654321".to_owned();
        other.1 = examine_with(&other.0, &[], Context::default());
        assert!(compared(&[form(ANA), other]).is_empty());
    }

    #[test]
    fn from_texts() {
        let texts = [
            "1",
            "7",
            "I-90",
            "a-number",
            "applicant",
            "",
            "2",
            "1.a.",
            "3",
            "Enter it.",
            "A1",
        ];
        let read = |texts: &[&str]| Statement::read(&texts.join("\0")).len();
        let text = texts.join("\0");
        let own = &Statement::read(&text)[0];
        assert_eq!((own.file, own.field, own.page), (1, 7, Some(3)));
        assert_eq!((own.form.as_str(), own.answer), ("I-90", "A1"));
        assert_eq!(own.item.part.as_deref(), Some("2"));
        assert_eq!(read(&[texts, texts].concat()), 2);
        for (place, wrong) in [(0, ""), (1, "-1"), (3, "number"), (4, "")] {
            let mut texts = texts;
            texts[place] = wrong;
            assert_eq!(read(&texts), 0, "{wrong:?}");
        }
        assert_eq!(read(&texts[1..]), 0);
        assert_eq!(read(&[]), 0);
    }
}
