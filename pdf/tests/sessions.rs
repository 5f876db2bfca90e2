//! What guides write: answers by chance become boxes, boxes a filled form, and the form holds what they
//! came to. Where `PREFILE_FORMS` names the folder of the official forms; `PREFILE_SESSIONS` says how
//! many of each.

mod official;

use prefile::{
    Severity,
    form::{Evaluation, Packet},
};
use prefile_compiler::Compiled;
use prefile_pdf::{Code, Form, Order, What, examine, fill};
use std::{collections::BTreeMap, env, fs, path::Path};

fn compiled(id: &str) -> Compiled {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let file = format!("forms/{id}.toml");
    prefile_compiler::compile(&root, Path::new(&file)).expect("it compiles")
}

/// How often each thing was said.
type Said = BTreeMap<String, usize>;

fn count(said: &mut Said, what: String) {
    *said.entry(what).or_default() += 1;
}

#[test]
fn what_guides_write_is_there() {
    let Some(folder) = official::folder() else {
        return;
    };
    let wanted = env::var("PREFILE_SESSIONS").ok();
    let wanted = wanted.map_or(3, |count| count.parse().expect("a number"));
    let (mut boxes, mut refused, mut said) = (0, Said::new(), Said::new());
    for (id, file) in official::WITH_GUIDES {
        let compiled = compiled(id);
        let definition = &compiled.definition;
        let packet = Packet::new(vec![definition.clone()]);
        let blank = fs::read(folder.join(file)).expect("the form");
        let sessions = prefile_prover::sessions(&compiled, wanted);
        assert_eq!(sessions.len(), wanted, "{id}");
        for (answers, context) in sessions {
            let evaluation = packet.evaluate(&answers, context);
            let mut said_there = evaluation.findings.iter();
            let in_error = said_there.any(|said| packet.severity(said) == Severity::Error);
            let values = values(&evaluation);
            let edition = prefile::Day::from_iso(&definition.edition).expect("a day");
            let order = Order {
                values: &values,
                form: Some((&definition.form, edition)),
                ..Order::default()
            };
            let done = fill(&blank, order);
            let form = Form::open(&done.bytes.expect("a file")).expect("a form");
            let mut kept = Vec::new();
            for remark in &done.findings {
                let What::Fault(fault) = &remark.what else {
                    continue;
                };
                let field = remark.field.clone().unwrap_or_default();
                if fault.severity() == Severity::Error && fault.code.id().starts_with("fill/") {
                    count(&mut refused, format!("{id} {field}: {}", fault.code.id()));
                    kept.push(field);
                } else if fault.code == Code::BoxBothChecked {
                    let other = fault.other().map(|other| form.fields[other].name.clone());
                    count(
                        &mut said,
                        format!("{id} {field}: {} {other:?}", fault.code.id()),
                    );
                }
            }
            let found: BTreeMap<&str, &str> = form
                .fields
                .iter()
                .map(|field| (field.name.as_str(), field.value.as_str()))
                .collect();
            for (name, value) in values
                .iter()
                .filter(|(name, _)| !kept.iter().any(|own| own == name))
            {
                // A list's own words have spaces about them.
                let same = found
                    .get(name)
                    .is_some_and(|own| own.trim() == value.trim());
                assert!(same, "{id} {name}: {:?}, not {value:?}", found.get(name));
                boxes += 1;
            }
            for own in examine(&form, context) {
                let name = &form.fields[own.field].name;
                let faults = own
                    .faults
                    .iter()
                    .filter(|fault| fault.severity() == Severity::Error);
                for fault in faults {
                    count(&mut said, format!("{id} {name}: {}", fault.code.id()));
                }
                let grave = own.findings.iter();
                let grave = grave.filter(|finding| finding.severity() == Severity::Error);
                // The guide says of a child that its birthday is to come.
                let known = |code| code == prefile::Code::DateOfBirthInFuture && in_error;
                for finding in grave.filter(|finding| !known(finding.code)) {
                    let value = &form.fields[own.field].value;
                    count(
                        &mut said,
                        format!("{id} {name}: {} {value:?}", finding.code.id()),
                    );
                }
            }
        }
    }
    println!("{boxes} boxes written; refused: {refused:#?}; said: {said:#?}");
    // A number that the form's list or its box has no room for.
    let deserved = |what: &&String| {
        ["Height", "TotalHouseholdIn", "DropDownList1"]
            .iter()
            .any(|name| what.contains(name))
    };
    let others: Vec<&String> = refused.keys().filter(|what| !deserved(what)).collect();
    assert!(others.is_empty() && said.is_empty(), "{others:?} {said:?}");
}

fn values(evaluation: &Evaluation) -> Vec<(&str, &str)> {
    let boxes = evaluation.boxes.iter();
    boxes
        .map(|own| (own.name.as_str(), own.text.as_str()))
        .collect()
}
