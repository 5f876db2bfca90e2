//! What is still to be answered, and the smallest sets of answers with which it would be complete.

use super::{
    asking::{Status, Step, ask},
    definition::Wants,
    expression::Op,
    reading::Known,
    state::State,
};
use crate::order;

/// Answers with which nothing would be missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Where they stand: `applicant.family_name`, `homes[1].street`.
    pub facts: Vec<String>,
    /// The first screen that asks for one of them: its definition's place, and its own.
    pub screen: (usize, usize),
}

/// How much is tried: choices that are played through, times the questions of the packet.
const MOST_WORK: usize = 2000;
/// How many sets are told.
const MOST_SETS: usize = 8;

/// An answer that is supposed: the fact's place, and what it would be.
type Supposed = (usize, Known);

/// The smallest sets; none when nothing is missing. Where answers open further questions, each
/// choice is played through, as far as that is little work; else the set is of what is asked now.
pub(super) fn missing(state: &mut State, steps: &[Step]) -> Vec<Missing> {
    let questions = state.packet.facts.len().max(1);
    let mut left = MOST_WORK / questions;
    let mut changed = false;
    let mut sets: Vec<Missing> = Vec::new();
    let mut waiting: Vec<Vec<Supposed>> = vec![Vec::new()];
    while let Some(supposed) = waiting.pop() {
        let now;
        let steps = if supposed.is_empty() {
            steps
        } else {
            now = with(state, &supposed);
            changed = true;
            &now
        };
        let open = steps.iter().any(|step| step.open);
        let pivot = if open { pivot(state, steps) } else { None };
        match pivot {
            Some(fact) if left > 0 => {
                let answers = answers(&state.packet.facts[fact].wants);
                left = left.saturating_sub(answers.len());
                for answer in answers.into_iter().rev() {
                    let mut more = supposed.clone();
                    more.push((fact, answer));
                    waiting.push(more);
                }
            }
            _ => keep(&mut sets, set(state, steps, &supposed)),
        }
    }
    if changed {
        // As it was.
        with(state, &[]);
    }
    order::by(&mut sets, |one, other| one.facts.len() <= other.facts.len());
    sets.truncate(MOST_SETS);
    sets
}

/// The steps as they would be with some more answers.
fn with(state: &mut State, supposed: &[Supposed]) -> Vec<Step> {
    for (fact, answer) in supposed {
        if let Some(reading) = state.reading_mut(*fact, 0) {
            reading.known = answer.clone();
        }
    }
    let steps = ask(state);
    for (fact, _) in supposed {
        if let Some(reading) = state.reading_mut(*fact, 0) {
            reading.known = Known::Unknown;
        }
    }
    steps
}

/// The first unanswered question with a handful of answers on which a condition depends.
fn pivot(state: &State, steps: &[Step]) -> Option<usize> {
    let asked = steps.iter().flat_map(|step| &step.asked);
    asked
        .filter(|asked| !asked.answered && state.list_of(asked.fact).is_none())
        .find(|asked| {
            !answers(&state.packet.facts[asked.fact].wants).is_empty() && decides(state, asked.fact)
        })
        .map(|asked| asked.fact)
}

/// Whether a screen or a question depends on a fact.
fn decides(state: &State, fact: usize) -> bool {
    let definitions = state.packet.definitions.iter().enumerate();
    definitions.into_iter().any(|(place, definition)| {
        let screens = definition.screens.iter();
        let mut conditions = screens.flat_map(|screen| {
            let questions = screen.questions.iter().filter_map(|question| question.when);
            screen.when.into_iter().chain(questions)
        });
        conditions.any(|condition| {
            let ops = definition.expressions.get(usize::from(condition));
            ops.into_iter().flatten().any(|op| match op {
                Op::Fact(index) | Op::Known(index) => state.packet.place(place, *index) == fact,
                _ => false,
            })
        })
    })
}

/// The answers that a question can have, if they are a handful.
fn answers(wants: &Wants) -> Vec<Known> {
    match wants {
        Wants::YesNo => vec![Known::Bool(true), Known::Bool(false)],
        Wants::Choice(choices) => {
            let names = choices.iter().map(|choice| choice.id.clone());
            names.map(Known::Text).collect()
        }
        _ => Vec::new(),
    }
}

fn set(state: &State, steps: &[Step], supposed: &[Supposed]) -> Missing {
    let mut facts: Vec<String> = Vec::new();
    let mut screen = None;
    for step in steps.iter().filter(|step| step.status != Status::NotNeeded) {
        for asked in &step.asked {
            let is_supposed = || supposed.iter().any(|(fact, _)| *fact == asked.fact);
            if !asked.answered || is_supposed() {
                screen.get_or_insert((step.definition, step.screen));
                facts.push(state.packet.path(asked.fact, asked.entry));
            }
        }
    }
    Missing {
        facts,
        screen: screen.unwrap_or_default(),
    }
}

/// Keeps a set unless one that is kept is part of it, and drops those of which it is part.
fn keep(sets: &mut Vec<Missing>, new: Missing) {
    if new.facts.is_empty() || sets.iter().any(|set| is_part(set, &new)) {
        return;
    }
    sets.retain(|set| !is_part(&new, set));
    sets.push(new);
}

/// Whether all of a set is in another. Both are nearly in one order: each fact is looked for where the
/// one before it was found.
fn is_part(one: &Missing, other: &Missing) -> bool {
    let mut next = 0;
    one.facts.iter().all(|fact| {
        let (before, behind) = other.facts.split_at_checked(next).unwrap_or_default();
        let found = behind.iter().chain(before).position(|other| other == fact);
        next = (next + found.unwrap_or(0) + 1) % other.facts.len().max(1);
        found.is_some()
    })
}
