//! What must hold of every definition, shown by diagrams.

use std::collections::{BTreeMap, BTreeSet};

use biodivine_lib_bdd::Bdd;
use prefile::form::{Definition, ExpressionIndex, FactIndex, Op, Writes};
use prefile_compiler::{Compiled, Fault};

use crate::{
    diagram::{TooLarge, Within, is_so},
    model::{Found, Model, Possible},
    session::Session,
    shown,
    walk::{Part, Walk, fact_name},
    wanted,
};

/// So many parts of a definition are reached with answers, to see that they are.
const MOST_REACHED: usize = 200;

/// A proof that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// Where, what is wrong and what to do.
    pub fault: Fault,
    /// The fewest answers that show it, as an `[[example]]` to paste.
    pub example: Option<String>,
}

/// What the proofs came to.
#[derive(Default)]
pub(crate) struct Proved {
    pub(crate) failed: Vec<Failed>,
    /// How many questions were put to the diagrams.
    pub(crate) questions: usize,
    /// The atoms of its conditions.
    pub(crate) atoms: usize,
    /// The diagrams say nothing of it: it asks in a wrong order, or outgrows them.
    pub(crate) given_up: bool,
    /// What diagrams could not decide.
    pub(crate) undecided: usize,
    /// Answers that reach each part.
    pub(crate) reached: Vec<(Part, Session)>,
}

/// Proves a definition.
pub(crate) fn prove(compiled: &Compiled) -> Proved {
    let mut proved = Proved::default();
    order(compiled, &mut proved.failed);
    // In a wrong order nothing is asked where it should be.
    if !proved.failed.is_empty() {
        proved.given_up = true;
        return proved;
    }
    listed(compiled, &mut proved.failed);
    if let Err(TooLarge) = by_diagrams(compiled, &mut proved) {
        proved.given_up = true;
        proved.failed.push(Failed {
            fault: Fault {
                file: compiled.file.clone(),
                line: 1,
                what: "its conditions are too many or too entangled to be proved: split them or \
                       the definition"
                    .to_owned(),
            },
            example: None,
        });
    }
    proved
        .failed
        .sort_by(|one, other| one.fault.cmp(&other.fault));
    proved.failed.dedup();
    proved
}

fn by_diagrams(compiled: &Compiled, proved: &mut Proved) -> Within<()> {
    let definition = &compiled.definition;
    let model = Model::new(definition, None)?;
    proved.atoms = model.atoms.len();
    let walk = Walk::of(&model, definition)?;
    let complete = model.complete()?;
    let mut proof = Proof {
        compiled,
        definition,
        model,
        walk,
        complete,
        proved,
    };
    for part in Part::all(definition) {
        proof.reached(part)?;
        proof.determined(part)?;
    }
    proof.first_asked()?;
    proof.facts_of_checks()?;
    proof.boxes()
}

struct Proof<'c, 'p> {
    compiled: &'c Compiled,
    definition: &'c Definition,
    model: Model<'c>,
    walk: Walk,
    /// Every question that is asked is answered.
    complete: Bdd,
    proved: &'p mut Proved,
}

impl Proof<'_, '_> {
    /// Answers with which this is so.
    fn can(&mut self, of: &Bdd) -> Within<Possible> {
        self.proved.questions += 1;
        let possible = self.model.possible(of)?;
        self.proved.undecided += usize::from(matches!(possible, Possible::Undecided));
        Ok(possible)
    }

    fn fail(&mut self, line: usize, what: String, example: Option<String>) {
        let file = self.compiled.file.clone();
        let fault = Fault { file, line, what };
        self.proved.failed.push(Failed { fault, example });
    }

    /// Answers with which this is so, as an example; none, where the entries of a list that it takes
    /// are not found.
    fn example(&self, of: &Bdd, found: &Found) -> Within<Option<String>> {
        let session = wanted::session(&self.model, &self.walk.asked, found)?;
        let entries = session.entries.values().copied().max().unwrap_or(0).max(1);
        let mut values = Vec::new();
        for entry in 0..entries {
            values.push(session.values(&self.model, &self.walk.asked, entry)?);
        }
        if !values.iter().any(|values| is_so(of, values)) {
            return Ok(None);
        }
        let asked = |fact: FactIndex, entry: usize| {
            let asked = self.walk.asked.get(usize::from(fact));
            asked
                .zip(values.get(entry))
                .is_some_and(|(asked, values)| is_so(asked, values))
        };
        let named = shown::named(&self.model, found);
        Ok(Some(shown::example(
            self.definition,
            &session,
            &named,
            asked,
        )))
    }

    /// When a part is looked at: a question only on a screen that is shown.
    fn looked_at(&self, part: Part) -> Bdd {
        match part {
            Part::Question(screen, _) => self.walk.screens[screen].when.yes.clone(),
            _ => self.model.diagrams.always(),
        }
    }

    /// No part that is never reached, no condition that is always true.
    fn reached(&mut self, part: Part) -> Within<()> {
        let looked_at = self.looked_at(part);
        let truth = self.walk.truth(part).clone();
        let yes = self.model.diagrams.and(&looked_at, &truth.yes)?;
        let line = part.condition_line(self.compiled);
        let name = part.name(self.definition);
        match self.can(&yes)? {
            Possible::No => {
                // Said of the screen, it need not be said of its questions.
                if let Part::Question(screen, _) = part
                    && matches!(
                        self.can(&self.walk.screens[screen].when.yes.clone())?,
                        Possible::No
                    )
                {
                    return Ok(());
                }
                let what = format!(
                    "{name} can never be reached, whatever is answered: change its condition or \
                     take it out"
                );
                self.fail(line, what, None);
                return Ok(());
            }
            Possible::Yes(found) if self.proved.reached.len() < MOST_REACHED => {
                let session = wanted::session(&self.model, &self.walk.asked, &found)?;
                self.proved.reached.push((part, session));
            }
            _ => {}
        }
        if part.when(self.definition).is_some() {
            let no = self.model.diagrams.and(&looked_at, &truth.no)?;
            if let Possible::No = self.can(&no)? {
                let what = match part {
                    Part::Check(_) => format!(
                        "{name} is said of every person who comes that far: name what makes it \
                         wrong, or make it advice"
                    ),
                    _ => format!("the condition of {name} is always true: leave it out"),
                };
                self.fail(line, what, None);
            }
        }
        Ok(())
    }

    /// Every condition is decided once all that is asked is answered.
    fn determined(&mut self, part: Part) -> Within<()> {
        let Some(when) = part.when(self.definition) else {
            return Ok(());
        };
        let decided = self.model.diagrams.determined(self.walk.truth(part))?;
        let looked_at = self
            .model
            .diagrams
            .and(&self.looked_at(part), &self.complete)?;
        let open = self.model.diagrams.and_not(&looked_at, &decided)?;
        if let Possible::Yes(found) = self.can(&open)? {
            let example = self.example(&open, &found)?;
            let name = part.name(self.definition);
            let unasked = self.unasked(when, &found)?;
            let what = if unasked.is_empty() {
                format!(
                    "the condition of {name} has no value with these answers: put in front what it \
                     depends on"
                )
            } else {
                format!(
                    "the condition of {name} looks at {}, which is not asked with these answers: ask \
                     it before, or put in front what it depends on",
                    unasked.join(" and ")
                )
            };
            self.fail(part.condition_line(self.compiled), what, example);
        }
        Ok(())
    }

    /// The facts of a condition that are not asked.
    fn unasked(&self, when: ExpressionIndex, found: &Found) -> Within<Vec<&str>> {
        let session = wanted::session(&self.model, &self.walk.asked, found)?;
        let entries = session.entries.values().copied().max().unwrap_or(0).max(1);
        let mut values = Vec::new();
        for entry in 0..entries {
            values.push(session.values(&self.model, &self.walk.asked, entry)?);
        }
        let names = facts_of(self.definition, when).into_iter().filter(|fact| {
            let asked = self.walk.asked.get(usize::from(*fact));
            let unasked = |asked| values.iter().any(|values| !is_so(asked, values));
            asked.is_none_or(unasked)
        });
        let names = names.map(|fact| fact_name(self.definition, fact));
        Ok(names.collect())
    }

    /// No question is asked before on every path that comes to it.
    fn first_asked(&mut self) -> Within<()> {
        for screen in 0..self.walk.screens.len() {
            for question in 0..self.walk.screens[screen].questions.len() {
                let asks = &self.walk.screens[screen].questions[question];
                let (holds, first) = (asks.holds.clone(), asks.first.clone());
                if let Possible::No = self.can(&first)?
                    && !matches!(self.can(&holds)?, Possible::No)
                {
                    let part = Part::Question(screen, question);
                    let what = format!(
                        "{} is answered before on every path that comes here: take it out",
                        part.name(self.definition)
                    );
                    self.fail(part.line(self.compiled), what, None);
                }
            }
        }
        Ok(())
    }

    /// What a check is said of is asked.
    fn facts_of_checks(&mut self) -> Within<()> {
        for (place, check) in self.definition.checks.iter().enumerate() {
            let Some(fact) = check.fact else { continue };
            let said = self
                .model
                .diagrams
                .and(&self.walk.checks[place].yes, &self.complete)?;
            let unasked = self.without(&said, fact)?;
            if let Possible::Yes(found) = self.can(&unasked)? {
                let example = self.example(&unasked, &found)?;
                let what = format!(
                    "the check \"{}\" is said of {}, which is not asked with these answers: say it \
                     of a fact that is, or narrow its condition",
                    check.id,
                    fact_name(self.definition, fact)
                );
                self.fail(Part::Check(place).line(self.compiled), what, example);
            }
        }
        Ok(())
    }

    /// When something is so and a fact is not asked.
    fn without(&self, so: &Bdd, fact: FactIndex) -> Within<Bdd> {
        match self.walk.asked.get(usize::from(fact)) {
            Some(asked) => self.model.diagrams.and_not(so, asked),
            None => Ok(so.clone()),
        }
    }

    /// Every box is written by one rule on each path, and by none that has nothing to write.
    fn boxes(&mut self) -> Within<()> {
        let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (place, rule) in self.definition.boxes.iter().enumerate() {
            by_name.entry(&rule.name).or_default().push(place);
            self.written(place)?;
        }
        for (name, rules) in by_name {
            let mut any = self.model.diagrams.never();
            for rule in &rules {
                let yes = self.walk.boxes[*rule].yes.clone();
                let twice = self.model.diagrams.and(&any, &yes)?;
                if let Possible::Yes(found) = self.can(&twice)? {
                    let example = self.example(&twice, &found)?;
                    let what = format!(
                        "the box \"{name}\" is written by another rule, too, with these answers: \
                         let one condition exclude the other"
                    );
                    self.fail(Part::Box(*rule).line(self.compiled), what, example);
                }
                any = self.model.diagrams.or(&any, &yes)?;
            }
            self.unwritten(name, &rules, &any)?;
        }
        Ok(())
    }

    /// No answer that is asked for is left out of its box; where none is, the box is blank.
    fn unwritten(&mut self, name: &str, rules: &[usize], written: &Bdd) -> Within<()> {
        for rule in rules {
            let Writes::Fact(fact, _) = &self.definition.boxes[*rule].writes else {
                continue;
            };
            let Some(asked) = self.walk.asked.get(usize::from(*fact)) else {
                continue;
            };
            let asked = self.model.diagrams.and(asked, &self.complete)?;
            let none = self.model.diagrams.and_not(&asked, written)?;
            if let Possible::Yes(found) = self.can(&none)? {
                let example = self.example(&none, &found)?;
                let what = format!(
                    "the box \"{name}\" is written by no rule with these answers, and {} is asked: \
                     widen a condition, or do not ask it then",
                    fact_name(self.definition, *fact)
                );
                self.fail(Part::Box(*rule).line(self.compiled), what, example);
            }
        }
        Ok(())
    }

    /// A rule without a condition writes its fact where that is asked, if it ever is; one with a
    /// condition has the fact whenever it holds.
    fn written(&mut self, place: usize) -> Within<()> {
        let rule = &self.definition.boxes[place];
        let fact = match &rule.writes {
            Writes::Fact(fact, _) => {
                let list = crate::atom::fact(self.definition, *fact).and_then(|fact| fact.list);
                list.unwrap_or(*fact)
            }
            Writes::Text(_) => return Ok(()),
        };
        let (name, part) = (fact_name(self.definition, fact), Part::Box(place));
        let yes = self.walk.boxes[place].yes.clone();
        if rule.when.is_some() {
            let written = self.model.diagrams.and(&yes, &self.complete)?;
            let unasked = self.without(&written, fact)?;
            if let Possible::Yes(found) = self.can(&unasked)? {
                let example = self.example(&unasked, &found)?;
                let what = format!(
                    "the box \"{}\" is to get {name}, which is not asked with these answers: ask \
                     it, or narrow the rule's condition",
                    rule.name
                );
                self.fail(part.line(self.compiled), what, example);
            }
            return Ok(());
        }
        let asked = self.walk.asked.get(usize::from(fact)).cloned();
        let asked = asked.unwrap_or_else(|| self.model.diagrams.never());
        if let Possible::No = self.can(&asked)? {
            let what = format!(
                "the box \"{}\" is to get {name}, which is never asked: ask it on a screen, or \
                 leave the box to the hand",
                rule.name
            );
            self.fail(part.line(self.compiled), what, None);
        }
        Ok(())
    }
}

/// The facts that a condition names, in order, those that `known(...)` asks for left out.
pub(crate) fn facts_of(definition: &Definition, index: ExpressionIndex) -> Vec<FactIndex> {
    let mut facts = Vec::new();
    let mut bodies = vec![index];
    let mut at = 0;
    while let Some(index) = bodies.get(at).copied() {
        at += 1;
        for op in definition
            .expressions
            .get(usize::from(index))
            .into_iter()
            .flatten()
        {
            match op {
                Op::Fact(fact) | Op::Size(fact) => facts.push(*fact),
                Op::Any(list, body)
                | Op::All(list, body)
                | Op::Count(list, body)
                | Op::Sum(list, body) => {
                    facts.push(*list);
                    if !bodies.contains(body) {
                        bodies.push(*body);
                    }
                }
                _ => {}
            }
        }
    }
    let mut met = BTreeSet::new();
    facts.retain(|fact| met.insert(*fact));
    facts
}

/// A condition of a screen or a question names only what is asked before it: no circles.
fn order(compiled: &Compiled, failed: &mut Vec<Failed>) {
    let definition = &compiled.definition;
    let mut asked: BTreeSet<FactIndex> = BTreeSet::new();
    let mut look = |part: Part, asked: &BTreeSet<FactIndex>| {
        let Some(when) = part.when(definition) else {
            return;
        };
        for fact in facts_of(definition, when) {
            if !asked.contains(&fact) {
                let what = format!(
                    "the condition of {} names {}, which is not asked before it: move one of the \
                     two",
                    part.name(definition),
                    fact_name(definition, fact)
                );
                let (file, line) = (compiled.file.clone(), part.condition_line(compiled));
                failed.push(Failed {
                    fault: Fault { file, line, what },
                    example: None,
                });
            }
        }
    };
    for (place, screen) in definition.screens.iter().enumerate() {
        look(Part::Screen(place), &asked);
        for (at, question) in screen.questions.iter().enumerate() {
            look(Part::Question(place, at), &asked);
            asked.insert(question.fact);
        }
        // While its entries are asked, nothing can be said of all of them.
        asked.extend(screen.list);
    }
}

/// Every box of the official list has a rule or is left to the hand.
fn listed(compiled: &Compiled, failed: &mut Vec<Failed>) {
    let ruled = compiled
        .definition
        .boxes
        .iter()
        .map(|rule| rule.name.as_str());
    let left = compiled.hand.iter().map(|left| left.name.as_str());
    let known: BTreeSet<&str> = ruled.chain(left).collect();
    if let Some(official) = &compiled.official {
        for there in &official.boxes {
            if !known.contains(there.name.as_str()) {
                let what = format!(
                    "the box \"{}\" has no rule in {}: write one, or leave it to the hand and say why",
                    there.name, compiled.file
                );
                let (file, line) = (official.file.clone(), there.line);
                failed.push(Failed {
                    fault: Fault { file, line, what },
                    example: None,
                });
            }
        }
    }
}
