//! Which questions are asked, and which screen is the next.

use super::{
    definition::{ExpressionIndex, Question, Screen},
    expression::holds,
    state::State,
};

/// Where a person stands with a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Everything on it is answered.
    Done,
    /// The first one that is not.
    Current,
    /// It has something to answer, or may have.
    Reachable,
    /// It does not apply.
    NotNeeded,
}

/// A screen with a person's answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The place of its definition in the packet.
    pub definition: usize,
    /// Its place in the definition.
    pub screen: usize,
    /// Where the person stands with it.
    pub status: Status,
    /// What it asks, in order; what an earlier screen asks is not asked again.
    pub asked: Vec<Asked>,
    /// Whether more may be asked on it, depending on answers to come.
    pub open: bool,
}

/// A question that is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its place on the screen.
    pub question: usize,
    /// The fact's place in the packet.
    pub fact: usize,
    /// The entry of the fact's list; 0 if it is in none.
    pub entry: usize,
    /// Whether it is answered.
    pub answered: bool,
}

/// Asks what there is to ask, from the first screen to the last, and notes it in the state.
pub(super) fn ask(state: &mut State) -> Vec<Step> {
    state.ask_nothing();
    let packet = state.packet;
    let mut steps = Vec::new();
    let mut current = true;
    for (definition, defined) in packet.definitions.iter().enumerate() {
        for (place, screen) in defined.screens.iter().enumerate() {
            let mut step = step(state, definition, screen);
            step.screen = place;
            if current && step.status == Status::Reachable && !step.asked.is_empty() {
                step.status = Status::Current;
                current = false;
            }
            steps.push(step);
        }
    }
    steps
}

fn step(state: &mut State, definition: usize, screen: &Screen) -> Step {
    let mut step = Step {
        definition,
        screen: 0,
        status: Status::NotNeeded,
        asked: Vec::with_capacity(screen.questions.len()),
        open: false,
    };
    let shown = holds(screen.when, &state.seen_by(definition), 0);
    if shown == Some(false) {
        return step;
    }
    step.open = shown.is_none();
    let questions = screen.questions.iter().enumerate();
    let questions = questions.map(|(place, question)| Wanted {
        question: place,
        fact: state.packet.place(definition, question.fact),
        when: question.when,
    });
    let questions: Vec<_> = questions.collect();
    if let Some(list) = screen.list {
        // As a person meets them: the list, then one entry after the other.
        let list = Wanted {
            question: usize::MAX,
            fact: state.packet.place(definition, list),
            when: None,
        };
        put(state, &mut step, shown, &list, 0);
        for entry in 0..state.entries_of(list.fact) {
            for question in &questions {
                put(state, &mut step, shown, question, entry);
            }
        }
    } else {
        for question in &questions {
            for entry in 0..state.count(question.fact) {
                put(state, &mut step, shown, question, entry);
            }
        }
    }
    let answered = step.asked.iter().all(|asked| asked.answered);
    step.status = match (step.asked.is_empty(), answered && !step.open) {
        (true, true) if !screen.questions.is_empty() => Status::NotNeeded,
        (_, true) => Status::Done,
        _ => Status::Reachable,
    };
    step
}

/// A question that a screen asks, if its condition holds.
struct Wanted {
    question: usize,
    fact: usize,
    when: Option<ExpressionIndex>,
}

/// Asks one question, of one entry if it is about a list's entries; perhaps, on a screen that is
/// perhaps shown.
fn put(state: &mut State, step: &mut Step, shown: Option<bool>, wanted: &Wanted, entry: usize) {
    let holds = shown.and_then(|_| holds(wanted.when, &state.seen_by(step.definition), entry));
    step.open |= holds.is_none();
    let Some(reading) = state.reading_mut(wanted.fact, entry) else {
        return;
    };
    reading.may_be_asked |= holds.is_none();
    if holds == Some(true) && !reading.asked {
        reading.asked = true;
        step.asked.push(Asked {
            question: wanted.question,
            fact: wanted.fact,
            entry,
            answered: reading.settled(),
        });
    }
}

impl Asked {
    /// The question; `None` for the list itself.
    #[must_use]
    pub fn of(self, screen: &Screen) -> Option<&Question> {
        screen.questions.get(self.question)
    }
}
