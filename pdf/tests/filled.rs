//! The official forms, filled by the test: rightly, and with one mistake at a time. Where
//! `PREFILE_FORMS` names their folder.

mod official;

use prefile::{Code, Context, Day, Kind, Severity, check, field::Whose};
use prefile_pdf::{
    Code as BoxCode, Examined, Field, Form, Identity, Report, Shape, Statement, across, examine,
    examine_with, fault::Param, of_file, script::Rule,
};
use std::{collections::BTreeMap, env, fs};

fn context() -> Context {
    Context {
        today: Day::from_iso("2026-11-22"),
    }
}

/// Writes a value as a program does that knows both copies.
fn write(field: &mut Field, value: &str) {
    value.clone_into(&mut field.value);
    if let Some(other) = &mut field.acrobat_value {
        value.clone_into(other);
    }
}

fn rules<'f>(form: &'f Form, field: &'f Field) -> impl Iterator<Item = &'f Rule> {
    let own = form
        .scripts
        .iter()
        .filter(|script| script.name == field.name);
    own.filter_map(|script| script.rules.as_ref()).flatten()
}

/// Whether the box takes this text, by its own filters.
fn takes(form: &Form, field: &Field, text: &str) -> bool {
    let length = text.chars().count();
    let fits = field
        .max_length
        .is_none_or(|most| length <= usize::try_from(most).expect("small"));
    fits && rules(form, field).all(|rule| match rule {
        Rule::Takes(letters) => text.chars().all(|letter| letters.takes(letter)),
        Rule::Most(most) => length as u64 <= *most,
        Rule::Exactly(exactly) => length as u64 == *exactly,
        _ => true,
    })
}

/// Whether a box is wide enough, in the forms' letters of six points.
fn shows(field: &Field, text: &str) -> bool {
    let [left, _, right, _] = field.widgets[0].rect;
    text.chars().map(|_| 6.0).sum::<f64>() <= right - left
}

/// A right value of a kind as this box takes it.
fn right(form: &Form, field: &Field, kind: Kind) -> Option<String> {
    let example = kind.example().to_owned();
    let value = check(kind, &example, context()).value?;
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    let plain = value.replace('-', "");
    let mut ways = vec![example, value, plain, digits];
    if matches!(kind, Kind::Date | Kind::DateOfBirth) {
        let signed = field.name.contains("DateofSignature");
        ways = vec![if signed { "11/20/2026" } else { "10/05/1987" }.to_owned()];
    }
    ways.retain(|way| !way.is_empty() && check(kind, way, context()).ok());
    ways.into_iter().find(|way| takes(form, field, way))
}

/// What each box of a form wants, as people have read it (`data/boxes/`); nothing of other forms.
fn wanted(stem: &str) -> BTreeMap<String, Option<Kind>> {
    let (id, day) = stem.split_once('_').expect("form_edition");
    let parts: Vec<&str> = day.split('-').collect();
    let path = format!(
        "{}/../data/boxes/{id}@20{}-{}-{}.tsv",
        env!("CARGO_MANIFEST_DIR"),
        parts[2],
        parts[0],
        parts[1]
    );
    let table = fs::read_to_string(path).unwrap_or_default();
    let row = |line: &str| {
        let mut cells = line.split('\t');
        Some((cells.next()?.to_owned(), Kind::from_id(cells.next()?)))
    };
    table.lines().filter_map(row).collect()
}

/// The boxes of a form that are no check boxes, each with what it wants and a right value; words where
/// it wants none of our kinds.
fn fillable(stem: &str, form: &Form) -> Vec<(usize, Option<Kind>, String)> {
    let wanted = wanted(stem);
    let open =
        |field: &Field| !field.read_only && matches!(field.shape, Shape::Text | Shape::Choice);
    let fields = form
        .fields
        .iter()
        .enumerate()
        .filter(|(_, field)| open(field));
    let value = |(at, field): (usize, &Field)| {
        let kind = *wanted.get(&field.name)?;
        let value = match kind {
            _ if field.shape == Shape::Choice => {
                let mut options = field.options.iter();
                options
                    .find(|option| *option == "NY" || option.trim().len() > 2)?
                    .clone()
            }
            Some(kind) => right(form, field, kind)?,
            None => ["Blue paper", "Blue", "7"]
                .into_iter()
                .find(|way| takes(form, field, way) && shows(field, way))?
                .to_owned(),
        };
        Some((at, kind, value))
    };
    fields.filter_map(value).collect()
}

#[test]
fn filled_rightly() {
    let (mut filled, mut wrong) = (0, Vec::new());
    for (stem, mut form) in official::forms() {
        for (at, _, value) in fillable(&stem, &form) {
            write(&mut form.fields[at], &value);
            filled += 1;
        }
        for own in examine(&form, context()) {
            let grave = own
                .findings
                .iter()
                .any(|finding| finding.severity() == Severity::Error);
            // Everybody has the same numbers here.
            let faults = own
                .faults
                .iter()
                .any(|fault| !matches!(fault.code, BoxCode::BoxPen | BoxCode::BoxOneNumber));
            if grave || faults {
                let field = &form.fields[own.field];
                wrong.push(format!("{stem} {} {:?}: {own:?}", field.name, field.value));
            }
        }
    }
    println!(
        "{filled} boxes filled rightly, {} errors: {wrong:#?}",
        wrong.len()
    );
    assert!(wrong.len() * 500 <= filled, "{} of {filled}", wrong.len());
}

/// A mistake made in a box, and whether it is found there.
struct Mistake {
    name: &'static str,
    make: fn(&Form, usize, Option<Kind>, &str) -> Option<String>,
    found: fn(&Examined) -> bool,
}

fn has(own: &Examined, code: Code) -> bool {
    own.findings.iter().any(|finding| finding.code == code)
}

fn faulty(own: &Examined, code: BoxCode) -> bool {
    own.faults.iter().any(|fault| fault.code == code)
}

fn is_wrong(own: &Examined) -> bool {
    own.findings
        .iter()
        .any(|finding| finding.severity() != Severity::Note)
        || !own.faults.is_empty()
}

const MISTAKES: [Mistake; 10] = [
    Mistake {
        name: "a character that the box refuses",
        make: |form, at, _, value| {
            let refuses = |rule: &Rule| matches!(rule, Rule::Takes(letters) if !letters.takes('#'));
            rules(form, &form.fields[at])
                .any(refuses)
                .then(|| format!("{value}#"))
        },
        found: |own| has(own, Code::AnswerBoxRefuses),
    },
    Mistake {
        name: "longer than the box",
        make: |form, at, _, value| {
            let most = usize::try_from(form.fields[at].max_length?).ok()?;
            Some(value.chars().cycle().take(most + 1).collect())
        },
        found: |own| has(own, Code::AnswerBoxTooSmall),
    },
    Mistake {
        name: "an identifier that is one digit short",
        make: |_, _, kind, value| {
            let counted = matches!(
                kind,
                Some(
                    Kind::OnlineAccountNumber
                        | Kind::Ssn
                        | Kind::ReceiptNumber
                        | Kind::I94Number
                        | Kind::Zip
                )
            );
            counted.then(|| value[..value.len() - 1].to_owned())
        },
        found: is_wrong,
    },
    Mistake {
        name: "a receipt number in the box of another number",
        make: |_, _, kind, _| {
            let other = matches!(
                kind,
                Some(Kind::OnlineAccountNumber | Kind::ANumber | Kind::Ssn | Kind::I94Number)
            );
            other.then(|| "IOE0912345678".to_owned())
        },
        found: is_wrong,
    },
    Mistake {
        name: "no such day",
        make: |_, _, kind, _| {
            matches!(kind, Some(Kind::Date | Kind::DateOfBirth)).then(|| "02/30/1987".to_owned())
        },
        found: is_wrong,
    },
    Mistake {
        name: "longer than the box shows",
        make: |form, at, _, _| {
            let field = &form.fields[at];
            let [left, _, right, _] = field.widgets[0].rect;
            let long = (0..).map(|_| 'A').take_while({
                let mut end = 0.0;
                move |_| {
                    end += 6.0;
                    end < right - left + 12.0
                }
            });
            let long: String = long.collect();
            let plain = field.shape == Shape::Text && !field.comb && !field.multiline;
            (plain && field.style.is_some() && takes(form, field, &long)).then_some(long)
        },
        found: |own| faulty(own, BoxCode::BoxCutOff),
    },
    Mistake {
        name: "N/A in the box of a number or a day",
        make: |_, _, kind, _| {
            let counted = matches!(
                kind,
                Some(
                    Kind::OnlineAccountNumber
                        | Kind::ANumber
                        | Kind::Ssn
                        | Kind::I94Number
                        | Kind::Zip
                        | Kind::Phone
                        | Kind::Date
                        | Kind::DateOfBirth
                )
            );
            counted.then(|| "N/A".to_owned())
        },
        found: |own| faulty(own, BoxCode::BoxByHand),
    },
    Mistake {
        name: "signed on a day to come",
        make: |form, at, kind, _| {
            let signed = form.fields[at].name.contains("DateofSignature");
            (signed && kind == Some(Kind::Date)).then(|| "12/24/2026".to_owned())
        },
        found: |own| faulty(own, BoxCode::BoxSignedLater),
    },
    Mistake {
        name: "signed with the year before",
        make: |form, at, kind, _| {
            let signed = form.fields[at].name.contains("DateofSignature");
            (signed && kind == Some(Kind::Date)).then(|| "11/20/2025".to_owned())
        },
        found: |own| faulty(own, BoxCode::BoxSignedLongAgo),
    },
    Mistake {
        name: "a birth in the future",
        make: |_, _, kind, _| (kind == Some(Kind::DateOfBirth)).then(|| "10/05/2087".to_owned()),
        found: is_wrong,
    },
];

#[test]
fn one_mistake_at_a_time() {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    for (stem, form) in official::forms() {
        let fillable = fillable(&stem, &form);
        for mistake in &MISTAKES {
            // Mistakes in different boxes do not touch each other.
            let mut wrong = form.clone();
            let mut made = Vec::new();
            for (at, kind, value) in &fillable {
                if let Some(value) = (mistake.make)(&form, *at, *kind, value) {
                    write(&mut wrong.fields[*at], &value);
                    made.push(*at);
                }
            }
            let found = examine(&wrong, context());
            let count = counts.entry(mistake.name).or_default();
            for at in made {
                let own = found.iter().find(|own| own.field == at).expect("the box");
                count.0 += 1;
                if (mistake.found)(own) {
                    count.1 += 1;
                } else {
                    missed.push(format!("{}: {stem} {:?}", mistake.name, wrong.fields[at]));
                }
            }
        }
    }
    println!("{counts:#?}");
    let made: usize = counts.values().map(|(made, _)| made).sum();
    assert!(
        missed.len() * 50 <= made,
        "{} of {made}: {missed:#?}",
        missed.len()
    );
}

#[test]
fn both_checked_and_disputed() {
    let (mut pairs, mut disputed) = (0, 0);
    for (stem, mut form) in official::forms() {
        // Form I-864 has one answer on two pages, for two questions: on paper each is its own.
        let page = |field: &Field| field.widgets.first().and_then(|widget| widget.page);
        let group = |field: &Field| Some((field.shared.clone()?, page(field)));
        let groups: Vec<_> = form.fields.iter().filter_map(group).collect();
        // Every check box is checked: of boxes that exclude each other all are said.
        official::check_all(&mut form);
        for own in examine(&form, context()) {
            let field = &form.fields[own.field];
            let others = groups
                .iter()
                .filter(|of| Some(*of) == group(field).as_ref())
                .count();
            if field.shape == Shape::Check && others > 1 && field.answer().is_some() {
                assert!(
                    own.faults
                        .iter()
                        .any(|fault| fault.code.id() == "box/both-checked"),
                    "{field:?}"
                );
            }
            pairs += own
                .faults
                .iter()
                .filter(|fault| fault.code.id() == "box/both-checked")
                .count();
            assert!(
                !faulty(&own, BoxCode::BoxDisputed),
                "{stem}: said of the file"
            );
        }
        let said = of_file(&form, &Identity::of(&form)).into_iter();
        let mut said = said.filter(|fault| fault.code == BoxCode::PdfTwoCopies);
        if let Some([Param::Number(count)]) = said.next().as_ref().map(|fault| &fault.params[..]) {
            disputed += count;
        }
    }
    println!("{pairs} of both, {disputed} disputed");
    let has_forms = env::var_os("PREFILE_FORMS").is_some();
    assert!(!has_forms || pairs > 1_000 && disputed > 1_000);
}

#[test]
fn a_packet_of_one_person() {
    let mut packet = Vec::new();
    for (stem, mut form) in official::forms() {
        for (at, _, value) in fillable(&stem, &form) {
            write(&mut form.fields[at], &value);
        }
        let report = examine_with(&form, &[], context());
        packet.push((form, report));
    }
    let said = |packet: &[(Form, Report)]| {
        let statements: Vec<_> = (0..)
            .zip(packet)
            .flat_map(|(file, (form, report))| Statement::of_file(file, form, report))
            .collect();
        let found = across(&statements, context()).into_iter();
        let place = |at: usize| (statements[at].file, statements[at].field);
        found
            .flat_map(|said| [place(said.of), place(said.other)])
            .collect::<Vec<_>>()
    };
    assert_eq!(said(&packet), []);
    // In each form in turn the applicant's A-Number is another.
    for at in 0..packet.len() {
        let (form, report) = &packet[at];
        let own = |own: &&Examined| {
            own.kind == Some(Kind::ANumber)
                && own.whose == Some(Whose::Applicant)
                && own.purpose.is_none()
        };
        let filled = |own: &&Examined| form.fields[own.field].answer().is_some();
        let Some(field) = report
            .boxes
            .iter()
            .filter(own)
            .find(filled)
            .map(|own| own.field)
        else {
            continue;
        };
        let right = form.fields[field].clone();
        write(&mut packet[at].0.fields[field], "087654321");
        let said = said(&packet);
        packet[at].0.fields[field] = right;
        assert!(said.contains(&(at, field)), "{said:?}");
    }
}
