//! The examples of a definition, run as a person would answer.

use std::collections::BTreeMap;

use prefile::{
    Context,
    form::{Definition, Evaluation, Packet, Saying},
};
use prefile_compiler::{Compiled, Example, Fault};

use crate::proofs::Failed;

/// Runs every example; what comes out otherwise than it says is a fault.
pub(crate) fn run(compiled: &Compiled) -> Vec<Failed> {
    let packet = Packet::new(vec![compiled.definition.clone()]);
    let examples = compiled.examples.iter();
    let faults = examples.flat_map(|example| {
        let differences = differences(&packet, &compiled.definition, example);
        differences.into_iter().map(|what| Failed {
            fault: Fault {
                file: compiled.file.clone(),
                line: example.line,
                what,
            },
            example: None,
        })
    });
    faults.collect()
}

/// Whether every example comes out as it says, with another definition in the place of its own.
pub(crate) fn all_hold(examples: &[Example], definition: &Definition) -> bool {
    let packet = Packet::new(vec![definition.clone()]);
    examples
        .iter()
        .all(|example| differences(&packet, definition, example).is_empty())
}

/// What comes out otherwise than an example says.
fn differences(packet: &Packet, definition: &Definition, example: &Example) -> Vec<String> {
    let context = Context {
        today: Some(example.today),
    };
    let evaluation = packet.evaluate(&example.answers, context);
    let mut faults = Vec::new();
    let mut compare = |what: &str, wanted: &Option<Vec<String>>, come: Vec<String>| {
        if let Some(wanted) = wanted.as_ref().filter(|wanted| **wanted != come) {
            faults.push(format!(
                "{what} [{}] with these answers, and the example says [{}]: correct one of the two",
                come.join(", "),
                wanted.join(", ")
            ));
        }
    };
    compare("asked is", &example.asked, asked(packet, &evaluation));
    compare(
        "found is",
        &example.findings,
        findings(definition, &evaluation),
    );
    compare(
        "the advice is",
        &example.advice,
        advice(definition, &evaluation),
    );
    let wanted = example.boxes.as_ref().map(|boxes| {
        // A box may be named to say that it is blank.
        let boxes = boxes.iter().filter(|(_, text)| !text.is_empty());
        let boxes: BTreeMap<&str, &str> = boxes
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        boxes
            .into_iter()
            .map(|(name, text)| format!("{name} = '{text}'"))
            .collect()
    });
    let filled = evaluation.boxes.iter();
    let filled: BTreeMap<&str, &str> = filled
        .map(|filled| (filled.name.as_str(), filled.text.as_str()))
        .collect();
    let filled = filled
        .into_iter()
        .map(|(name, text)| format!("{name} = '{text}'"))
        .collect();
    compare("written is", &wanted, filled);
    faults
}

/// The facts that are asked, in order, each once.
fn asked(packet: &Packet, evaluation: &Evaluation) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for asked in evaluation.steps.iter().flat_map(|step| &step.asked) {
        let name = packet
            .facts()
            .get(asked.fact)
            .map_or("", |fact| fact.id.as_str());
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

fn findings(definition: &Definition, evaluation: &Evaluation) -> Vec<String> {
    let codes = evaluation.findings.iter().map(|said| match &said.what {
        Saying::Finding(finding, _) => finding.code.id().to_owned(),
        Saying::Check(_, check) => {
            let check = definition
                .checks
                .get(*check)
                .map_or("?", |check| check.id.as_str());
            format!("{}/{check}", definition.id)
        }
    });
    codes.collect()
}

fn advice(definition: &Definition, evaluation: &Evaluation) -> Vec<String> {
    let given = evaluation.advice.iter();
    let given = given.filter_map(|(_, advice)| definition.advice.get(*advice));
    given.map(|advice| advice.id.clone()).collect()
}
