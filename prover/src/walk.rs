//! A definition from its first screen to its last: when each part of it holds.

use biodivine_lib_bdd::Bdd;
use prefile::form::{BoxRule, Definition, ExpressionIndex, FactIndex, Op, Writes};
use prefile_compiler::Compiled;

use crate::{
    diagram::{Truth, Within},
    model::Model,
};

/// When each part of a definition holds, each list as long as the definition's own.
pub(crate) struct Walk {
    pub(crate) screens: Vec<Shown>,
    pub(crate) checks: Vec<Truth>,
    pub(crate) boxes: Vec<Truth>,
    pub(crate) advice: Vec<Truth>,
    /// When each fact is asked for by any question.
    pub(crate) asked: Vec<Bdd>,
}

/// A screen.
pub(crate) struct Shown {
    pub(crate) when: Truth,
    pub(crate) questions: Vec<Question>,
}

/// A question.
pub(crate) struct Question {
    /// Its own condition.
    pub(crate) when: Truth,
    /// When it is asked: its screen is shown, its condition holds.
    pub(crate) holds: Bdd,
    /// When it is the first to ask for its fact.
    pub(crate) first: Bdd,
}

/// A part of a definition, by its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Screen(usize),
    Question(usize, usize),
    Check(usize),
    Box(usize),
    Advice(usize),
}

impl Walk {
    /// Walks through, asking as the runtime asks.
    pub(crate) fn of(model: &Model, definition: &Definition) -> Within<Self> {
        let mut asked = vec![model.diagrams.never(); definition.facts.len()];
        let mut screens = Vec::with_capacity(definition.screens.len());
        for screen in &definition.screens {
            let when = model.holds(definition, screen.when, &asked)?;
            if let Some(list) = screen.list {
                ask(model, &mut asked, list, &when.yes)?;
            }
            let mut questions = Vec::with_capacity(screen.questions.len());
            for question in &screen.questions {
                let own = model.holds(definition, question.when, &asked)?;
                let holds = model.diagrams.and(&when.yes, &own.yes)?;
                let first = ask(model, &mut asked, question.fact, &holds)?;
                questions.push(Question {
                    when: own,
                    holds,
                    first,
                });
            }
            screens.push(Shown { when, questions });
        }
        let holds = |when| model.holds(definition, when, &asked);
        let truths = |when: Vec<Option<ExpressionIndex>>| -> Within<Vec<Truth>> {
            when.into_iter().map(holds).collect()
        };
        Ok(Self {
            checks: truths(definition.checks.iter().map(|one| Some(one.when)).collect())?,
            boxes: truths(definition.boxes.iter().map(|one| one.when).collect())?,
            advice: truths(definition.advice.iter().map(|one| one.when).collect())?,
            screens,
            asked,
        })
    }

    /// The condition of a part, where it is looked at.
    pub(crate) fn truth(&self, part: Part) -> &Truth {
        match part {
            Part::Screen(screen) => &self.screens[screen].when,
            Part::Question(screen, question) => &self.screens[screen].questions[question].when,
            Part::Check(check) => &self.checks[check],
            Part::Box(rule) => &self.boxes[rule],
            Part::Advice(advice) => &self.advice[advice],
        }
    }
}

/// Asks for a fact; returns when nothing before did.
fn ask(model: &Model, asked: &mut [Bdd], fact: u16, when: &Bdd) -> Within<Bdd> {
    let Some(there) = asked.get_mut(usize::from(fact)) else {
        return Ok(model.diagrams.never());
    };
    let first = model.diagrams.and_not(when, there)?;
    *there = model.diagrams.or(there, when)?;
    Ok(first)
}

impl Part {
    /// Every part of a definition, in order.
    pub(crate) fn all(definition: &Definition) -> Vec<Part> {
        let mut all = Vec::new();
        for (place, screen) in definition.screens.iter().enumerate() {
            all.push(Part::Screen(place));
            all.extend((0..screen.questions.len()).map(|at| Part::Question(place, at)));
        }
        all.extend((0..definition.checks.len()).map(Part::Check));
        all.extend((0..definition.boxes.len()).map(Part::Box));
        all.extend((0..definition.advice.len()).map(Part::Advice));
        all
    }

    /// Its condition.
    pub(crate) fn when(self, definition: &Definition) -> Option<ExpressionIndex> {
        match self {
            Part::Screen(screen) => definition.screens[screen].when,
            Part::Question(screen, at) => definition.screens[screen].questions[at].when,
            Part::Check(check) => Some(definition.checks[check].when),
            Part::Box(rule) => definition.boxes[rule].when,
            Part::Advice(advice) => definition.advice[advice].when,
        }
    }

    /// Where it stands.
    pub(crate) fn line(self, compiled: &Compiled) -> usize {
        let lines = &compiled.lines;
        let line = match self {
            Part::Screen(screen) => lines.screens.get(screen),
            Part::Question(screen, at) => lines
                .questions
                .get(screen)
                .and_then(|questions| questions.get(at)),
            Part::Check(check) => lines.checks.get(check),
            Part::Box(rule) => lines.boxes.get(rule),
            Part::Advice(advice) => lines.advice.get(advice),
        };
        line.copied().unwrap_or(1)
    }

    /// Where its condition stands.
    pub(crate) fn condition_line(self, compiled: &Compiled) -> usize {
        let condition = self.when(&compiled.definition);
        let condition = condition.and_then(|index| compiled.condition(index));
        condition.map_or_else(|| self.line(compiled), |condition| condition.line)
    }

    /// What to call it.
    pub(crate) fn name(self, definition: &Definition) -> String {
        match self {
            Part::Screen(screen) => format!("the screen \"{}\"", definition.screens[screen].id),
            Part::Question(screen, at) => {
                let fact = definition.screens[screen].questions[at].fact;
                format!("the question \"{}\"", fact_name(definition, fact))
            }
            Part::Check(check) => format!("the check \"{}\"", definition.checks[check].id),
            Part::Box(rule) => {
                let rule = &definition.boxes[rule];
                match &rule.writes {
                    Writes::Fact(fact, _) => {
                        let fact = fact_name(definition, *fact);
                        format!("the rule that writes {fact} in \"{}\"", rule.name)
                    }
                    Writes::Text(text) => {
                        format!("the rule that writes '{text}' in \"{}\"", rule.name)
                    }
                }
            }
            Part::Advice(advice) => format!("the advice \"{}\"", definition.advice[advice].id),
        }
    }
}

/// The name of a fact.
pub(crate) fn fact_name(definition: &Definition, fact: u16) -> &str {
    let fact = crate::atom::fact(definition, fact);
    fact.map_or("?", |fact| fact.id.as_str())
}

/// The list whose entry a box's condition looks at.
pub(crate) fn list_at_hand(definition: &Definition, rule: &BoxRule) -> Option<FactIndex> {
    let ops = definition.expressions.get(usize::from(rule.when?));
    ops.into_iter().flatten().find_map(|op| match op {
        Op::Fact(index) | Op::Known(index) => crate::atom::fact(definition, *index)?.list,
        _ => None,
    })
}
