//! Every kind of fault in a definition, with what is said of it.
//!
//! A file in `faults/` is a definition with one kind of fault; the lines at its end that begin with
//! `#!` are all that is said of it, the answers included.

mod support;

use std::{fs, path::Path};

use prefile_prover::{Effort, Report, prove};
use support::compiled;

const QUICK: Effort = Effort {
    sessions: 300,
    mutants: false,
};

/// What is said of a definition, line by line.
fn said(report: &Report) -> String {
    let mut lines = Vec::new();
    for failed in &report.failed {
        lines.push(format!("{}: {}", failed.fault.line, failed.fault.what));
        lines.extend(
            failed
                .example
                .iter()
                .flat_map(|example| example.lines())
                .map(String::from),
        );
    }
    lines.join("\n")
}

#[test]
fn every_kind_of_fault_is_said_as_its_definition_says() {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/faults"));
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("it is there")
        .map(|entry| entry.expect("a file").path())
        .collect();
    files.sort();
    assert!(files.len() >= 12);
    let mut wrong = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a text");
        let id = file
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let expect: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("#! "))
            .collect();
        let expect = expect.join("\n");
        let report = prove(&compiled(&id, &text), QUICK);
        for example in report
            .failed
            .iter()
            .filter_map(|failed| failed.example.as_ref())
        {
            let pasted = format!("{text}\n{example}findings = []\n");
            assert_eq!(
                compiled(&id, &pasted).examples.len(),
                text.matches("[[example]]").count() - text.matches("#! [[example]]").count() + 1
            );
        }
        let said = said(&report);
        if said != expect || expect.is_empty() {
            wrong.push(format!("── {id}\n{said}\n── and not\n{expect}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_condition_that_names_what_is_asked_later_is_said() {
    let text = "id = \"later\"\n[[screen]]\nid = \"one\"\nask = [{ fact = \"person.married\" }]\n\
                [[screen]]\nid = \"two\"\nwhen = \"person.married\"\n\
                ask = [{ fact = \"person.children\" }]\n";
    let mut compiled = compiled("later", text);
    assert_eq!(prove(&compiled, QUICK).failed, []);
    compiled.definition.screens.reverse();
    compiled.lines.screens.reverse();
    compiled.lines.questions.reverse();
    let said = said(&prove(&compiled, QUICK));
    assert_eq!(
        said,
        "7: the condition of the screen \"two\" names person.married, which is not asked before it: \
         move one of the two"
    );
}
