//! What definitions come to with a person's answers.

use super::{
    answers::Answers,
    asking::{Status, Step, ask},
    boxes::{Filled, fill},
    definition::Wants,
    expression::holds,
    history::{TimeLine, time_lines},
    missing::{Missing, missing},
    packet::Packet,
    state::State,
};
use crate::{
    Code, Context, Kind, Severity,
    finding::Finding,
    value::{Alike, Compared, compare},
};

/// All there is to say of a packet with a person's answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evaluation {
    /// Every screen of every definition, in order.
    pub steps: Vec<Step>,
    /// The place of the first screen that is not done.
    pub current: Option<usize>,
    /// The smallest sets of answers with which it would be complete.
    pub missing: Vec<Missing>,
    /// What is wrong with the answers, or good to know.
    pub findings: Vec<Said>,
    /// How many screens are done.
    pub done: usize,
    /// How many screens apply, or may yet.
    pub total: usize,
    /// The boxes of the official PDFs that are not left blank.
    pub boxes: Vec<Filled>,
    /// What the answers come to: a definition's place, and the advice's in it.
    pub advice: Vec<(usize, usize)>,
    /// Where answers stand that no question asks for now. They are kept, and count for nothing.
    pub set_aside: Vec<String>,
    /// The lists in time.
    pub time_lines: Vec<TimeLine>,
}

/// Something said of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Where the answer stands; `None` when it is about no single one.
    pub field: Option<String>,
    /// What is said.
    pub what: Saying,
    /// The answer and the one that it is compared with, letter by letter.
    pub compared: Option<Compared>,
}

/// What is said of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saying {
    /// One of the codes, of the fact at this place.
    Finding(Finding, Option<usize>),
    /// A definition's own check: the definition's place, and the check's in it.
    Check(usize, usize),
}

impl Said {
    fn of(field: Option<String>, finding: Finding, fact: Option<usize>) -> Self {
        Self {
            field,
            what: Saying::Finding(finding, fact),
            compared: None,
        }
    }
}

impl Packet {
    /// What the answers come to on a day. Pure and total: the same packet, answers and day give the
    /// same evaluation, whatever the answers are.
    #[must_use]
    pub fn evaluate(&self, answers: &Answers, context: Context) -> Evaluation {
        self.evaluate_with(answers, context, missing)
    }

    /// The same without [`Evaluation::missing`], for who does not tell it.
    #[must_use]
    pub fn survey(&self, answers: &Answers, context: Context) -> Evaluation {
        self.evaluate_with(answers, context, |_, _| Vec::new())
    }

    /// How grave something is. A difference that is none of letters is a note.
    #[must_use]
    pub fn severity(&self, said: &Said) -> Severity {
        match (&said.what, &said.compared) {
            (Saying::Finding(finding, _), _) => finding.severity(),
            (_, Some(compared)) if compared.alike < Alike::No => Severity::Note,
            (Saying::Check(definition, place), _) => {
                self.definitions[*definition].checks[*place].severity
            }
        }
    }

    fn evaluate_with(
        &self,
        answers: &Answers,
        context: Context,
        missing: impl FnOnce(&mut State, &[Step]) -> Vec<Missing>,
    ) -> Evaluation {
        let mut state = State::new(self, answers, context);
        let steps = ask(&mut state);
        let missing = missing(&mut state, &steps);
        let mut findings: Vec<Said> = Vec::new();
        for finding in &self.findings {
            findings.push(Said::of(None, finding.clone(), None));
        }
        for (field, finding) in core::mem::take(&mut state.findings) {
            findings.push(Said::of(Some(field), finding, None));
        }
        for asked in steps.iter().flat_map(|step| &step.asked) {
            let reading = state.reading_mut(asked.fact, asked.entry);
            let found = reading.map(|reading| core::mem::take(&mut reading.findings));
            for finding in found.unwrap_or_default() {
                let field = self.path(asked.fact, asked.entry);
                findings.push(Said::of(Some(field), finding, Some(asked.fact)));
            }
        }
        let state = state;
        let mut say = |fact: usize, entry: usize, finding: Finding| {
            findings.push(Said::of(Some(self.path(fact, entry)), finding, Some(fact)));
        };
        let (boxes, misfits) = fill(&state);
        for (fact, entry, finding) in misfits {
            say(fact, entry, finding);
        }
        let mut lines = Vec::new();
        for (line, said) in time_lines(&state) {
            for (entry, finding) in said {
                let from = first_member(&state, line.list);
                say(from, entry, finding);
            }
            lines.push(line);
        }
        findings.extend(same_numbers(&state));
        findings.extend(checks(&state));

        let needed = steps.iter().filter(|step| step.status != Status::NotNeeded);
        let done = needed
            .clone()
            .filter(|step| step.status == Status::Done)
            .count();
        let total = needed.count();
        Evaluation {
            current: steps.iter().position(|step| step.status == Status::Current),
            missing,
            findings,
            done,
            total,
            boxes,
            advice: advice(&state),
            set_aside: set_aside(&state),
            time_lines: lines,
            steps,
        }
    }
}

/// The member with the first day, of which what is wrong in time is said.
fn first_member(state: &State, list: usize) -> usize {
    match state.packet.facts[list].wants {
        Wants::List(Some(history)) => usize::from(history.from),
        _ => list,
    }
}

/// A Social Security Number with the digits of the same person's A-Number: one of the two is the other.
fn same_numbers(state: &State) -> Vec<Said> {
    let of_kind = |kind| {
        let facts = state.packet.facts.iter().enumerate();
        facts.filter_map(move |(place, fact)| {
            let asked = state.reading(place, 0).filter(|reading| reading.asked)?;
            let (person, _) = fact.id.rsplit_once('.')?;
            let is_it = fact.wants == Wants::Kind(kind) && fact.list.is_none();
            is_it.then(|| (place, person, asked.canonical()))
        })
    };
    let mut said = Vec::new();
    for (place, person, digits) in of_kind(Kind::Ssn) {
        let same = |(_, whose, number): (_, &str, &str)| {
            whose == person && number.strip_prefix('A') == Some(digits)
        };
        if of_kind(Kind::ANumber).any(same) {
            let mut finding = Finding::new(Code::SsnLikeAnotherKind);
            finding.looks_like = Some(Kind::ANumber);
            let field = state.packet.path(place, 0);
            said.push(Said::of(Some(field), finding, Some(place)));
        }
    }
    said
}

/// The definitions' own checks that hold, of each entry if they are about one.
fn checks(state: &State) -> Vec<Said> {
    let mut said = Vec::new();
    for (definition, defined) in state.packet.definitions.iter().enumerate() {
        for (place, check) in defined.checks.iter().enumerate() {
            let fact = check.fact.map(|fact| state.packet.place(definition, fact));
            for entry in 0..fact.map_or(1, |fact| state.count(fact)) {
                if holds(Some(check.when), &state.seen_by(definition), entry) == Some(true) {
                    let with = check.with.map(|with| state.packet.place(definition, with));
                    said.push(Said {
                        field: fact.map(|fact| state.packet.path(fact, entry)),
                        what: Saying::Check(definition, place),
                        compared: compared(state, fact.zip(with), entry),
                    });
                }
            }
        }
    }
    said
}

/// Two answers letter by letter, where both are known.
fn compared(state: &State, facts: Option<(usize, usize)>, entry: usize) -> Option<Compared> {
    let (fact, with) = facts?;
    let printed = |fact| Some(state.reading(fact, entry)?.printed.as_str());
    let (one, other) = (printed(with)?, printed(fact)?);
    (!one.is_empty() && !other.is_empty()).then(|| compare(one, other))
}

fn advice(state: &State) -> Vec<(usize, usize)> {
    let mut given = Vec::new();
    for (definition, defined) in state.packet.definitions.iter().enumerate() {
        for (place, advice) in defined.advice.iter().enumerate() {
            if holds(advice.when, &state.seen_by(definition), 0) == Some(true) {
                given.push((definition, place));
            }
        }
    }
    given
}

fn set_aside(state: &State) -> Vec<String> {
    let mut aside = Vec::new();
    for fact in 0..state.packet.facts.len() {
        for entry in 0..state.count(fact) {
            let reading = state.reading(fact, entry);
            if reading.is_some_and(|reading| reading.given && !reading.asked) {
                aside.push(state.packet.path(fact, entry));
            }
        }
    }
    aside
}
