//! The runtime and the diagrams, asked the same.
//!
//! What diagrams have shown holds of the runtime only if both read a definition alike. Sessions by
//! chance hold them to it: what is asked, said, advised and written must be what the diagrams say.
//! Then the answers that count for nothing are changed, and nothing may change.

use prefile::form::{BoxRule, Definition, Evaluation, Packet, Saying, Writes};
use prefile_compiler::{Compiled, Fault};

use crate::{
    atom::fact,
    chance::Chance,
    diagram::{Within, is_so},
    model::Model,
    proofs::Failed,
    session::{Said, Session},
    shown,
    walk::{Part, Walk, list_at_hand},
};

/// What the trials came to.
#[derive(Default)]
pub(crate) struct Tried {
    pub(crate) failed: Vec<Failed>,
    /// Sessions by chance.
    pub(crate) sessions: usize,
    /// Parts that answers reached, of those that can be reached.
    pub(crate) reached: usize,
}

/// Tries a definition with answers by chance, and with those that a proof found for each part.
pub(crate) fn trials(compiled: &Compiled, wanted: &[(Part, Session)], sessions: usize) -> Tried {
    let mut tried = Tried::default();
    // What outgrows the diagrams, the proofs have said already.
    let _ = all(compiled, wanted, sessions, &mut tried);
    tried
}

fn all(
    compiled: &Compiled,
    wanted: &[(Part, Session)],
    sessions: usize,
    tried: &mut Tried,
) -> Within<()> {
    let definition = &compiled.definition;
    let model = Model::new(definition, None)?;
    let trial = Trial {
        compiled,
        definition,
        walk: Walk::of(&model, definition)?,
        model,
        packet: Packet::new(vec![definition.clone()]),
    };
    let mut reached = Vec::new();
    for (part, session) in wanted {
        let evaluation = trial.evaluate(session);
        if trial.happens(*part, &evaluation) {
            reached.push(*part);
        }
        if session.is_taken(definition) {
            trial.agree(session, &evaluation, tried)?;
        }
    }
    let mut chance = Chance::new(0x0070_7265_6669_6c65);
    for _ in 0..sessions {
        if tried.failed.len() > 4 {
            break;
        }
        let session = Session::random(&trial.model, &mut chance);
        let evaluation = trial.evaluate(&session);
        for (part, _) in wanted {
            if !reached.contains(part) && trial.happens(*part, &evaluation) {
                reached.push(*part);
            }
        }
        trial.agree(&session, &evaluation, tried)?;
        trial.set_aside(&session, &evaluation, &mut chance, tried);
        tried.sessions += 1;
    }
    tried.reached = reached.len();
    Ok(())
}

struct Trial<'c> {
    compiled: &'c Compiled,
    definition: &'c Definition,
    model: Model<'c>,
    walk: Walk,
    packet: Packet,
}

impl Trial<'_> {
    fn evaluate(&self, session: &Session) -> Evaluation {
        self.packet
            .evaluate(&session.answers(self.definition), session.context())
    }

    /// Whether a part comes to pass.
    fn happens(&self, part: Part, evaluation: &Evaluation) -> bool {
        match part {
            Part::Screen(screen) => evaluation.steps.get(screen).is_some_and(|step| {
                !step.asked.is_empty() || self.definition.screens[screen].questions.is_empty()
            }),
            Part::Question(screen, question) => {
                let fact = self.definition.screens[screen].questions[question].fact;
                let name = crate::walk::fact_name(self.definition, fact);
                evaluation
                    .steps
                    .iter()
                    .flat_map(|step| &step.asked)
                    .any(|asked| self.packet.facts()[asked.fact].id == name)
            }
            Part::Check(check) => evaluation
                .findings
                .iter()
                .any(|said| said.what == Saying::Check(0, check)),
            // That a rule holds cannot be seen, where what it writes is nothing.
            Part::Box(rule) => {
                let rule = &self.definition.boxes[rule];
                evaluation
                    .boxes
                    .iter()
                    .any(|filled| filled.name == rule.name)
                    || rule.writes == Writes::Text(String::new())
            }
            Part::Advice(advice) => evaluation.advice.contains(&(0, advice)),
        }
    }

    /// Whether everything comes to pass that the diagrams say, and nothing else.
    fn agree(&self, session: &Session, evaluation: &Evaluation, tried: &mut Tried) -> Within<()> {
        let most = session.entries.values().copied().max().unwrap_or(0).max(1);
        for entry in 0..most {
            let values = session.values(&self.model, &self.walk.asked, entry)?;
            for (screen, shown) in self.walk.screens.iter().enumerate() {
                let list = self.definition.screens[screen].list;
                for (place, question) in shown.questions.iter().enumerate() {
                    let fact = fact(
                        self.definition,
                        self.definition.screens[screen].questions[place].fact,
                    );
                    let list = fact.and_then(|fact| fact.list).or(list);
                    if !has_entry(session, list, entry) {
                        continue;
                    }
                    let asked = evaluation.steps.get(screen).is_some_and(|step| {
                        let mut asked = step.asked.iter();
                        asked.any(|asked| asked.question == place && asked.entry == entry)
                    });
                    let part = Part::Question(screen, place);
                    self.same(part, is_so(&question.first, &values), asked, session, tried);
                }
            }
            for (place, truth) in self.walk.checks.iter().enumerate() {
                let about = self.definition.checks[place].fact;
                let path = about.map(|about| shown::path(self.definition, about, entry));
                let list = about.and_then(|about| fact(self.definition, about)?.list);
                if !has_entry(session, list, entry) {
                    continue;
                }
                let said = evaluation
                    .findings
                    .iter()
                    .any(|said| said.what == Saying::Check(0, place) && said.field == path);
                self.same(
                    Part::Check(place),
                    is_so(&truth.yes, &values),
                    said,
                    session,
                    tried,
                );
            }
            if entry == 0 {
                for (place, truth) in self.walk.advice.iter().enumerate() {
                    let given = evaluation.advice.contains(&(0, place));
                    self.same(
                        Part::Advice(place),
                        is_so(&truth.yes, &values),
                        given,
                        session,
                        tried,
                    );
                }
            }
            self.boxes(session, evaluation, (entry, &values), tried);
        }
        Ok(())
    }

    /// A box that is set always has its text, and one that is not has none.
    fn boxes(
        &self,
        session: &Session,
        evaluation: &Evaluation,
        (entry, values): (usize, &[bool]),
        tried: &mut Tried,
    ) {
        for (place, rule) in self.definition.boxes.iter().enumerate() {
            let Writes::Text(text) = &rule.writes else {
                continue;
            };
            let list = list_at_hand(self.definition, rule);
            if usize::from(rule.entry) != entry || !has_entry(session, list, entry) {
                continue;
            }
            let written = evaluation
                .boxes
                .iter()
                .any(|filled| filled.name == rule.name && filled.text == *text);
            let others = self.definition.boxes.iter();
            let might_write = |other: &&BoxRule| match &other.writes {
                Writes::Text(said) => said == text,
                Writes::Fact(..) => true,
            };
            let alone = others
                .filter(|other| other.name == rule.name)
                .filter(might_write)
                .count()
                == 1;
            if alone && !text.is_empty() {
                let so = is_so(&self.walk.boxes[place].yes, values);
                self.same(Part::Box(place), so, written, session, tried);
            }
        }
    }

    fn same(&self, part: Part, shown: bool, done: bool, session: &Session, tried: &mut Tried) {
        if shown == done {
            return;
        }
        let verb = if shown {
            "comes to pass, says the proof, and does not"
        } else {
            "comes to pass where the proof says it does not"
        };
        let what = format!(
            "{} {verb}: the proofs and the runtime read it differently, which is a fault of one of \
             the two",
            part.name(self.definition)
        );
        self.fail(part.condition_line(self.compiled), what, session, tried);
    }

    /// Changes the answers of questions that are not asked: all else must stay as it is.
    fn set_aside(
        &self,
        session: &Session,
        evaluation: &Evaluation,
        chance: &mut Chance,
        tried: &mut Tried,
    ) {
        let mut other = session.clone();
        let mut changed = None;
        for index in (0..).zip(&self.definition.facts).map(|(index, _)| index) {
            let Some(said) = other.said.get(&index).cloned() else {
                continue;
            };
            let mut anew = other.clone();
            anew.say_by_chance(&self.model, index, chance);
            let Some(mut fresh) = anew.said.remove(&index) else {
                continue;
            };
            for (entry, old) in said.into_iter().enumerate() {
                let path = shown::path(self.definition, index, entry);
                if let Some(slot) = fresh.get_mut(entry) {
                    if !evaluation.set_aside.contains(&path) {
                        *slot = old;
                    } else if *slot == Said::Open {
                        // What is left open is not set aside: only one answer is put for another.
                        *slot = old;
                    } else if *slot != old {
                        changed = Some(index);
                    }
                }
            }
            other.said.insert(index, fresh);
        }
        if let Some(index) = changed
            && apart_from_missing(self.evaluate(&other)) != apart_from_missing(evaluation.clone())
        {
            let what = format!(
                "the answer of a question that is not asked counts, such as {}: this is a fault of \
                 the runtime",
                crate::walk::fact_name(self.definition, index)
            );
            self.fail(1, what, &other, tried);
        }
    }

    fn fail(&self, line: usize, what: String, session: &Session, tried: &mut Tried) {
        let file = self.compiled.file.clone();
        let all = (0..)
            .zip(&self.definition.facts)
            .map(|(index, _)| index)
            .collect();
        let example = Some(shown::example(self.definition, session, &all, |_, _| true));
        tried.failed.push(Failed {
            fault: Fault { file, line, what },
            example,
        });
    }
}

/// Whether there is such an entry: of no list, there is one.
fn has_entry(session: &Session, list: Option<u16>, entry: usize) -> bool {
    match list {
        Some(list) => entry < session.entries.get(&list).copied().unwrap_or(0),
        None => entry == 0,
    }
}

/// What comes of answers now. What is missing looks at what would apply with other answers: there,
/// an answer that is set aside is at hand.
fn apart_from_missing(mut evaluation: Evaluation) -> Evaluation {
    evaluation.missing = Vec::new();
    evaluation
}

#[cfg(test)]
mod tests {
    use prefile::form::{Definition, Fact, Op, Packet, Question, Screen, Wants};
    use prefile_compiler::{Compiled, Lines};

    use super::{Trial, Tried};
    use crate::{chance::Chance, model::Model, session::Session, walk::Walk};

    /// Asks for one fact, and for another when the first is so, or not.
    fn definition(second: Vec<Op>) -> Definition {
        let fact = |id: &str| Fact {
            id: id.into(),
            list: None,
            wants: Wants::YesNo,
            optional: false,
        };
        let question = |fact, when| Question {
            fact,
            when,
            ..Question::default()
        };
        Definition {
            facts: vec![fact("a.one"), fact("a.two")],
            expressions: vec![second],
            screens: vec![Screen {
                questions: vec![question(0, None), question(1, Some(0))],
                ..Screen::default()
            }],
            ..Definition::default()
        }
    }

    #[test]
    fn a_runtime_that_reads_otherwise_is_noticed() {
        let definition_of_proofs = definition(vec![Op::Fact(0)]);
        for (ops, same) in [
            (vec![Op::Fact(0)], true),
            (vec![Op::Fact(0), Op::Not], false),
        ] {
            let compiled = Compiled {
                file: String::new(),
                definition: definition_of_proofs.clone(),
                lines: Lines::default(),
                hand: Vec::new(),
                examples: Vec::new(),
                official: None,
            };
            let model = Model::new(&definition_of_proofs, None).expect("small");
            let trial = Trial {
                compiled: &compiled,
                definition: &definition_of_proofs,
                walk: Walk::of(&model, &definition_of_proofs).expect("small"),
                packet: Packet::new(vec![definition(ops)]),
                model,
            };
            let session = Session::random(&trial.model, &mut Chance::new(1));
            let mut tried = Tried::default();
            let agreed = trial.agree(&session, &trial.evaluate(&session), &mut tried);
            assert_eq!((agreed, tried.failed.is_empty()), (Ok(()), same));
        }
    }
}
