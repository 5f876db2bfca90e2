//! Definitions of a size that no form has: a verdict, or a fault that says it is too much.

use prefile::form::{Choice, Definition, Fact, Op, Question, Screen, Wants};
use prefile_compiler::{Compiled, Lines};
use prefile_prover::{Effort, Report, prove};

const NONE: Effort = Effort {
    sessions: 0,
    mutants: false,
};

fn yes_no(place: usize) -> Fact {
    Fact {
        id: format!("fact.f{place:05}"),
        list: None,
        wants: Wants::YesNo,
        optional: false,
    }
}

fn number(place: usize) -> Fact {
    Fact {
        wants: Wants::Number,
        ..yes_no(place)
    }
}

/// One screen for each fact, each with a condition if there is one.
fn definition(facts: Vec<Fact>, when: impl Fn(usize) -> Option<Vec<Op>>) -> Definition {
    let mut definition = Definition {
        id: "hostile".into(),
        ..Definition::default()
    };
    for place in 0..facts.len() {
        let index = u16::try_from(definition.expressions.len()).expect("few");
        let when = when(place).map(|ops| {
            definition.expressions.push(ops);
            index
        });
        let question = Question {
            fact: u16::try_from(place).expect("few"),
            ..Question::default()
        };
        let id = format!("s{place}");
        definition.screens.push(Screen {
            id,
            when,
            questions: vec![question],
            ..Screen::default()
        });
    }
    definition.facts = facts;
    definition
}

fn report(definition: Definition, effort: Effort) -> Report {
    let compiled = Compiled {
        file: "forms/hostile.toml".into(),
        definition,
        lines: Lines::default(),
        hand: Vec::new(),
        examples: Vec::new(),
        official: None,
    };
    prove(&compiled, effort)
}

#[track_caller]
fn is_too_much(report: &Report) {
    let said: Vec<&str> = report
        .failed
        .iter()
        .map(|failed| failed.fault.what.as_str())
        .collect();
    assert!(
        matches!(said[..], [what] if what.contains("too many or too entangled")),
        "{said:?}"
    );
}

#[test]
fn a_thousand_screens_each_behind_the_one_before() {
    let facts = (0..1000).map(yes_no).collect();
    let before = |place: usize| {
        let before = u16::try_from(place).ok()?.checked_sub(1)?;
        Some(vec![Op::Known(before), Op::Fact(before), Op::And])
    };
    let report = report(
        definition(facts, before),
        Effort {
            sessions: 3,
            mutants: false,
        },
    );
    assert_eq!(report.failed, []);
    assert_eq!(
        (report.screens, report.sessions, report.undecided),
        (1000, 3, 0)
    );
    assert_eq!(report.reached, report.parts);
}

#[test]
fn of_many_faults_some_are_made() {
    let facts = (0..400).map(yes_no).collect();
    let first = |place: usize| (place > 0).then(|| vec![Op::Fact(0)]);
    let report = report(
        definition(facts, first),
        Effort {
            sessions: 0,
            mutants: true,
        },
    );
    assert_eq!(report.failed, []);
    assert!(report.mutants.every > 2, "{report}");
    assert!(report.to_string().contains("one in"), "{report}");
    assert!(report.mutants.all() > 100, "{report}");
}

#[test]
fn a_condition_of_a_thousand_steps() {
    let facts = (0..300).map(yes_no).collect();
    let last = |place: usize| {
        let others = (0..place).map(|place| Op::Fact(u16::try_from(place).unwrap_or(0)));
        let mut ops: Vec<Op> = others.collect();
        ops.extend(std::iter::repeat_n(Op::Or, place.saturating_sub(1)));
        ops.extend(std::iter::repeat_n(Op::Not, 1000));
        (place == 299).then_some(ops)
    };
    let report = report(definition(facts, last), NONE);
    assert_eq!(report.failed, []);
}

#[test]
fn conditions_that_no_diagram_holds() {
    // Each of the first 24 the same as its partner: no order of the questions makes that small.
    let facts = (0..49).map(yes_no).collect();
    let entangled = |place: usize| {
        let mut ops = Vec::new();
        for pair in 0..24 {
            ops.extend([Op::Fact(pair), Op::Fact(pair + 24), Op::Equal]);
            ops.extend((pair > 0).then_some(Op::And));
        }
        (place == 48).then_some(ops)
    };
    is_too_much(&report(definition(facts, entangled), NONE));
}

#[test]
fn more_atoms_than_there_may_be() {
    let mut fact = yes_no(0);
    let choice = |place: usize| Choice {
        id: format!("c{place}"),
        label: 0,
    };
    fact.wants = Wants::Choice((0..33_000).map(choice).collect());
    let other = Fact {
        id: "fact.f1".into(),
        ..fact.clone()
    };
    let same = vec![Op::Fact(0), Op::Fact(1), Op::Equal];
    let mut facts = vec![fact, other];
    facts.push(yes_no(2));
    is_too_much(&report(
        definition(facts, |place| (place == 2).then(|| same.clone())),
        NONE,
    ));
}

#[test]
fn limits_that_exclude_each_other_in_a_circle() {
    // Each number is smaller than the one before, and the last is larger than the first.
    let facts: Vec<Fact> = (0..40).map(number).collect();
    let circle = |place: usize| {
        let mut ops = Vec::new();
        for place in 0..38 {
            ops.extend([Op::Fact(place + 1), Op::Fact(place), Op::Less]);
            ops.extend((place > 0).then_some(Op::And));
        }
        ops.extend([Op::Fact(0), Op::Fact(38), Op::Less, Op::And]);
        (place == 39).then_some(ops)
    };
    let report = report(definition(facts, circle), NONE);
    let said: Vec<&str> = report
        .failed
        .iter()
        .map(|failed| failed.fault.what.as_str())
        .collect();
    assert_eq!(
        said,
        [
            "the screen \"s39\" can never be reached, whatever is answered: change its condition or \
          take it out"
        ]
    );
}
