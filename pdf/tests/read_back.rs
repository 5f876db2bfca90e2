//! What a definition writes into a form is read back from it: with the answers of its own examples,
//! in forms made of `data/boxes/`.

mod official;

use prefile::{
    Context, Finding, Severity,
    form::{Answer, Answers, Definition, Evaluation, Packet, Saying},
    message::Catalogue,
};
use prefile_compiler::Compiled;
use prefile_pdf::{
    Field, Form, Order, Shape, Speech, Widget, examine_with, fault::Words, fill, opened, read_back,
};
use std::{fs, path::Path};

const FORMS: [&str; 4] = ["g-1145", "i-765", "i-90", "n-400"];

fn compiled(id: &str) -> Compiled {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let file = format!("forms/{id}.toml");
    prefile_compiler::compile(&root, Path::new(&file)).expect("it compiles")
}

/// The blank form: every box of its list, and a bar code.
fn blank(compiled: &Compiled) -> Form {
    let official = compiled.official.as_ref().expect("a form has a list");
    let definition = &compiled.definition;
    let boxes = official.boxes.iter().map(|own| Field {
        name: own.name.clone(),
        shape: if own.state.is_some() {
            Shape::Check
        } else {
            Shape::Text
        },
        widgets: vec![Widget {
            page: Some(1),
            state: own.state.clone(),
            ..Widget::default()
        }],
        ..Field::default()
    });
    let day: Vec<&str> = definition.edition.split('-').collect();
    let code = Field {
        value: format!(
            "{}|{}/{}/{}|1",
            definition.form,
            day[1],
            day[2],
            &day[0][2..]
        ),
        read_only: true,
        widgets: vec![Widget {
            page: Some(1),
            ..Widget::default()
        }],
        ..Field::default()
    };
    Form {
        pages: 1,
        fields: boxes.chain([code]).collect(),
        ..Form::default()
    }
}

fn evaluate(definition: &Definition, answers: &Answers, context: Context) -> Evaluation {
    Packet::new(vec![definition.clone()]).evaluate(answers, context)
}

/// The form with what the answers come to.
fn filled(compiled: &Compiled, evaluation: &Evaluation) -> Form {
    let mut form = blank(compiled);
    for own in &evaluation.boxes {
        let field = form.fields.iter_mut().find(|field| field.name == own.name);
        field
            .expect("a box of the list")
            .value
            .clone_from(&own.text);
    }
    form
}

/// The boxes with what is written, in order.
fn boxes(evaluation: &Evaluation) -> Vec<(&str, &str)> {
    let boxes = evaluation.boxes.iter();
    let mut boxes: Vec<_> = boxes
        .map(|own| (own.name.as_str(), own.text.as_str()))
        .collect();
    boxes.sort_unstable();
    boxes
}

/// The checks that hold, and the core's warnings.
fn said(definition: &Definition, evaluation: &Evaluation) -> Vec<String> {
    let all = evaluation
        .findings
        .iter()
        .filter_map(|said| match &said.what {
            Saying::Check(_, check) => Some(definition.checks[*check].id.clone()),
            Saying::Finding(finding, _) => is_grave(finding).then(|| finding.code.id().to_owned()),
        });
    all.collect()
}

fn is_grave(finding: &Finding) -> bool {
    finding.severity() != Severity::Note
}

#[test]
fn what_is_written_is_read_back() {
    let (mut forms, mut whole, mut written, mut lost, mut made_up) =
        (0, 0, 0, Vec::new(), Vec::new());
    for id in FORMS {
        let compiled = compiled(id);
        let definition = &compiled.definition;
        for example in &compiled.examples {
            let context = Context {
                today: Some(example.today),
            };
            let first = evaluate(definition, &example.answers, context);
            let form = filled(&compiled, &first);
            let read = read_back(&form, definition);
            let second = evaluate(definition, &read.answers, context);
            let (before, after) = (boxes(&first), boxes(&second));
            forms += 1;
            written += before.len();
            let place = format!("{}:{}", compiled.file, example.line);
            lost.extend(
                before
                    .iter()
                    .filter(|own| !after.contains(own))
                    .map(|own| format!("{place} {own:?}")),
            );
            let added = after.iter().filter(|own| !before.contains(own));
            // On paper, what is still to be answered is left blank, and so there is none.
            if !first.missing.is_empty() {
                continue;
            }
            whole += 1;
            made_up.extend(added.map(|own| format!("{place} {own:?}")));
            // Nothing is said of the paper that was not said of the answers.
            let known = said(definition, &first);
            let news = said(definition, &second)
                .into_iter()
                .filter(|said| !known.contains(said));
            made_up.extend(news.map(|said| format!("{place} {said}")));
        }
    }
    println!(
        "{forms} forms, {whole} of them whole, {written} boxes, {} lost: {lost:#?}",
        lost.len()
    );
    println!("made up: {made_up:#?}");
    assert!(made_up.is_empty(), "{}", made_up.len());
    assert!(lost.is_empty(), "{}", lost.len());
}

#[test]
fn an_empty_box_is_no_answer_yet() {
    let said = |answers: &Answers| {
        let all = answers.iter();
        let all: Vec<(String, Answer)> = all
            .map(|(fact, own)| (fact.to_owned(), own.clone()))
            .collect();
        all
    };
    for id in FORMS {
        let compiled = compiled(id);
        let read = read_back(&blank(&compiled), &compiled.definition);
        assert_eq!(said(&read.standing), [], "{id}");
        assert!(
            read.answers.iter().any(|(_, own)| *own == Answer::None),
            "{id}"
        );
    }
    let compiled = compiled("i-765");
    let mut form = blank(&compiled);
    for (name, value) in [
        ("form1[0].Page1[0].Line1a_FamilyName[0]", "Soto"),
        ("form1[0].Page1[0].Line1c_MiddleName[0]", "N/A"),
    ] {
        let field = form.fields.iter_mut().find(|field| field.name == name);
        value.clone_into(&mut field.expect("a box").value);
    }
    let read = read_back(&form, &compiled.definition);
    let text = Answer::Text("Soto".to_owned());
    let expected = [
        ("applicant.family_name", text),
        ("applicant.middle_name", Answer::None),
    ];
    let expected = expected.map(|(fact, own)| (fact.to_owned(), own));
    assert_eq!(said(&read.standing), expected);
}

/// The boxes of a form after some of them are changed, and what is then said in each.
#[track_caller]
fn said_after(id: &str, changes: &[(&str, &str)], expected: &[(&str, &str)]) {
    let compiled = compiled(id);
    let definition = &compiled.definition;
    let today = |example: &&prefile_compiler::Example| {
        let context = Context {
            today: Some(example.today),
        };
        let found = evaluate(definition, &example.answers, context);
        let quiet = said(definition, &found).is_empty();
        let whole = found.missing.is_empty() && !found.boxes.is_empty() && quiet;
        whole.then(|| (context, filled(&compiled, &found)))
    };
    let whole = compiled.examples.iter().find_map(|example| today(&example));
    let (context, mut form) = whole.expect("an example that is whole");
    let about = |form: &Form| {
        let report = examine_with(form, std::slice::from_ref(definition), context);
        let boxes = report.boxes.into_iter();
        let all = boxes.flat_map(|own| {
            let name = form.fields[own.field]
                .name
                .rsplit('.')
                .next()
                .unwrap_or_default();
            let checks = own
                .checks
                .iter()
                .map(|check| definition.checks[*check].id.clone());
            let findings = own.findings.iter().filter(|finding| is_grave(finding));
            let findings = findings.map(|finding| finding.code.id().to_owned());
            let faults = own
                .faults
                .iter()
                .filter(|fault| fault.severity() != Severity::Note);
            let faults = faults.map(|fault| fault.code.id().to_owned());
            let said: Vec<String> = checks.chain(findings).chain(faults).collect();
            said.into_iter()
                .map(|said| (name.to_owned(), said))
                .collect::<Vec<_>>()
        });
        all.collect::<Vec<_>>()
    };
    let before = about(&form);
    for (name, value) in changes {
        let field = form
            .fields
            .iter_mut()
            .find(|field| field.name.ends_with(name));
        (*value).clone_into(&mut field.expect("a box").value);
    }
    let mut after = about(&form);
    after.retain(|said| !before.contains(said));
    let after: Vec<_> = after
        .iter()
        .map(|(name, said)| (name.as_str(), said.as_str()))
        .collect();
    assert_eq!(after, expected, "{id}: {changes:?}");
}

#[test]
fn what_is_said_stands_in_its_box() {
    said_after("i-765", &[], &[]);
    let birth = "Page3[0].Line19_DOB[0]";
    said_after("i-765", &[(birth, "")], &[("Line19_DOB[0]", "box/empty")]);
    let entry = "Page3[0].Line21_DateOfLastEntry[0]";
    said_after(
        "i-765",
        &[(entry, "01/01/1901")],
        &[("Line21_DateOfLastEntry[0]", "entry-before-birth")],
    );
    let again = "Page7[0].Line1a_FamilyName[0]";
    said_after(
        "i-765",
        &[(again, "Another")],
        &[("Line1a_FamilyName[0]", "box/differs")],
    );
    said_after(
        "g-1145",
        &[("LastName[0]", "")],
        &[("LastName[0]", "box/empty")],
    );
    said_after("i-90", &[], &[]);
    said_after("n-400", &[], &[]);
    // A job that begins long after the one before it ended.
    let later = [
        ("P5_EmployerName1[0]", "Blue Paper"),
        ("P7_From1[1]", "01/01/2024"),
        ("P5_EmployerName2[0]", "Green Paper"),
        ("P7_From2[1]", "01/01/2001"),
        ("P7_To2[0]", "01/02/2023"),
    ];
    let expected = [
        ("P7_City2[0]", "box/empty"),
        ("P7_From1[1]", "history/gap"),
        ("P7_OccupationFieldStudy2[2]", "box/empty"),
        ("P7_Country2[0]", "box/empty"),
    ];
    said_after("n-400", &later, &expected);
}

/// What is said of an answer that stands in several boxes, none of which has a kind, is said of its kind.
#[test]
fn in_the_words_of_its_kind() {
    let Some(folder) = official::folder() else {
        return;
    };
    let blank = fs::read(folder.join("i-765_08-21-25.pdf")).expect("the form");
    let definition = compiled("i-765").definition;
    let names =
        ["section_1", "section_2"].map(|own| format!("form1[0].Page3[0].#area[1].{own}[0]"));
    let order = Order {
        values: &[(&names[0], "z"), (&names[1], "99")],
        ..Order::default()
    };
    let filled = fill(&blank, order).bytes.expect("a file");
    let speech = Speech {
        core: &Catalogue::english(),
        own: &Words::english(),
    };
    let said = opened(&filled, &[definition], Context::default(), &speech);
    assert!(said.contains("eligibility category"), "{said}");
    assert!(!said.contains("An A-Number has"), "{said}");
}
