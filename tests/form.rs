//! Definitions with answers: what is asked, what is missing, what is written, what is said.

#[path = "form/compare.rs"]
mod compare;
#[path = "form/conditions.rs"]
mod conditions;
#[path = "form/definitions.rs"]
mod definitions;
#[path = "form/history.rs"]
mod history;
#[path = "form/packs.rs"]
mod packs;
#[path = "form/readings.rs"]
mod readings;
#[path = "form/said.rs"]
mod said;
mod support;

use definitions::{account, answers, home, person};
use prefile::{
    Code, Context,
    form::{Answer, Answers, Definition, Evaluation, Packet, Said, Saying, Status, read, write},
};
use support::today;

fn evaluate(definitions: &[Definition], answers: &Answers) -> Evaluation {
    // What travels is the pack.
    let packs = definitions
        .iter()
        .map(|one| read(&write(one)).expect("whole"));
    Packet::new(packs.collect()).evaluate(answers, today())
}

#[track_caller]
fn check(definitions: &[Definition], said: &Answers, expected: &str) {
    let packet = Packet::new(definitions.to_vec());
    let evaluation = evaluate(definitions, said);
    let mut out = Vec::new();
    for step in &evaluation.steps {
        let definition = &packet.definitions()[step.definition];
        let status = match step.status {
            Status::Done => "done",
            Status::Current => "current",
            Status::Reachable => "reachable",
            Status::NotNeeded => "not needed",
        };
        let mut line = vec![definition.screens[step.screen].id.clone(), status.into()];
        for asked in &step.asked {
            let name = &packet.facts()[asked.fact].id;
            line.push(match asked.entry {
                0 => name.clone(),
                entry => format!("{name}#{entry}"),
            });
        }
        out.push(line.join(" "));
    }
    for missing in &evaluation.missing {
        out.push(format!("missing {}", missing.facts.join(" ")));
    }
    for said in &evaluation.findings {
        out.push(format!("says {}", shown(&packet, said)));
    }
    for filled in &evaluation.boxes {
        out.push(format!("box {} = {}", filled.name, filled.text));
    }
    for (definition, advice) in &evaluation.advice {
        let advice = &packet.definitions()[*definition].advice[*advice];
        out.push(format!("advice {}", advice.id));
    }
    for path in &evaluation.set_aside {
        out.push(format!("aside {path}"));
    }
    out.push(format!("{}/{}", evaluation.done, evaluation.total));
    let expected: Vec<&str> = expected.lines().map(str::trim).collect();
    assert_eq!(out, expected);
}

fn shown(packet: &Packet, said: &Said) -> String {
    let code = match &said.what {
        Saying::Finding(finding, _) => finding.code.id().to_owned(),
        Saying::Check(definition, check) => {
            packet.definitions()[*definition].checks[*check].id.clone()
        }
    };
    match &said.field {
        Some(field) => format!("{code} {field}"),
        None => code,
    }
}

#[test]
fn nothing_said_yet() {
    check(
        &[account()],
        &answers(&[]),
        "filed current filed
        number reachable
        missing filed
        0/2",
    );
}

#[test]
fn an_answer_decides_what_is_asked_next() {
    check(
        &[account()],
        &answers(&[("filed", Answer::Bool(false))]),
        "filed done filed
        number not needed
        box Number = N/A
        advice none
        1/1",
    );
    check(
        &[account()],
        &answers(&[("filed", Answer::Bool(true))]),
        "filed done filed
        number current number
        missing number
        1/2",
    );
}

#[test]
fn a_number_is_checked_and_written() {
    let with = |number: &str| {
        answers(&[
            ("filed", Answer::Bool(true)),
            ("number", Answer::Text(number.into())),
        ])
    };
    check(
        &[account()],
        &with("0912-3456-7890"),
        "filed done filed
        number done number
        box Number = 091234567890
        2/2",
    );
    // What cannot be read is not known.
    check(
        &[account()],
        &with("IOE0912345678"),
        "filed done filed
        number current number
        missing number
        says online-account-number/another-kind number
        1/2",
    );
}

#[test]
fn i_have_none_is_an_answer() {
    check(
        &[account()],
        &answers(&[("filed", Answer::Bool(true)), ("number", Answer::None)]),
        "filed done filed
        number done number
        says no-number number
        box Number = N/A
        advice none
        2/2",
    );
}

/// The heart of it: a hidden answer is kept, shown, and counts for nothing.
#[test]
fn a_set_aside_answer_counts_for_nothing() {
    // Right or wrong.
    for number in ["0912-3456-7890", "IOE0912345678"] {
        check(
            &[account()],
            &answers(&[
                ("filed", Answer::Bool(false)),
                ("number", Answer::Text(number.into())),
            ]),
            "filed done filed
            number not needed
            box Number = N/A
            advice none
            aside number
            1/1",
        );
    }
}

#[test]
fn a_fact_is_asked_once() {
    check(
        &[account(), account()],
        &answers(&[("filed", Answer::Bool(true))]),
        "filed done filed
        number current number
        filed not needed
        number not needed
        missing number
        1/2",
    );
}

#[test]
fn boxes_ask_for_one_spelling() {
    let said = answers(&[
        ("name", Answer::Text("José O'Brien Étienne".into())),
        ("homes", Answer::List(vec![])),
    ]);
    let evaluation = evaluate(&[person()], &said);
    let fix = evaluation
        .findings
        .iter()
        .find_map(|said| match &said.what {
            Saying::Finding(finding, _) => finding.fix.clone(),
            Saying::Check(..) => None,
        });
    assert_eq!(
        fix.map(|fix| fix.text).as_deref(),
        Some("Jose OBrien Etienne")
    );
    check(
        &[person()],
        &said,
        "name done name
        homes done homes
        says answer/box-refuses name
        box Name = José O'Brien Étienne
        box Also = José O'Brien Étienne
        2/2",
    );
}

#[test]
fn entries_are_asked_one_after_the_other() {
    let said = answers(&[
        ("name", Answer::Text("Rosa".into())),
        (
            "homes",
            Answer::List(vec![home("2024-01-01", "PRESENT"), answers(&[])]),
        ),
    ]);
    check(
        &[person()],
        &said,
        "name done name
        homes current homes homes.from homes.to homes.from#1 homes.to#1
        missing homes[1].from homes[1].to
        says history/too-short homes[0].from
        box Name = Rosa
        box Also = Rosa
        box From = 01/01/2024
        1/2",
    );
}

#[test]
fn what_is_no_answer_is_said_to_be_none() {
    let codes = |definition: Definition, fact: &str, answer: Answer| {
        let evaluation = evaluate(&[definition], &answers(&[(fact, answer)]));
        let packet = Packet::new(vec![account(), person()]);
        let said = evaluation.findings.iter().map(|said| shown(&packet, said));
        said.collect::<Vec<_>>()
    };
    let text = |text: &str| Answer::Text(text.into());
    assert_eq!(
        codes(account(), "filed", text("yes")),
        ["answer/unreadable filed"]
    );
    assert_eq!(
        codes(account(), "filed", Answer::Unreadable),
        ["answer/unreadable filed"]
    );
    assert_eq!(
        codes(account(), "fild", text("yes")),
        ["answer/unknown-fact fild"]
    );
    let many = Answer::List(vec![answers(&[]); 10_000]);
    assert_eq!(
        codes(person(), "homes", many),
        ["answer/too-many-entries homes"]
    );
    let odd = Answer::List(vec![answers(&[("street", text("x"))])]);
    assert_eq!(
        codes(person(), "homes", odd),
        ["answer/unknown-fact homes[0].street"]
    );
    assert_eq!(
        codes(person(), "name", text(&"x".repeat(5000))),
        ["answer/unreadable name"]
    );
}

#[test]
fn a_definition_that_does_not_fit_is_left_out() {
    let mut other = account();
    other.facts[1].optional = false;
    let packet = Packet::new(vec![account(), other]);
    assert_eq!(packet.definitions().len(), 1);
    let evaluation = packet.evaluate(&answers(&[]), Context::default());
    let codes = evaluation.findings.iter().map(|said| shown(&packet, said));
    assert_eq!(codes.collect::<Vec<_>>(), [Code::PackDamaged.id()]);
}
