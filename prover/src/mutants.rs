//! Faults that could be made in a definition, made one at a time: a proof or an example must show
//! each. What changes nothing that anyone can see is no fault.

use prefile::form::{BoxRule, Definition, ExpressionIndex, Op, Spelling, Wants, Writes};
use prefile_compiler::Compiled;

use crate::{
    atom::fact,
    diagram::{Truth, Within},
    examples,
    model::{Model, Possible},
    proofs,
    walk::{Part, Walk, list_at_hand},
};

/// So many faults are made, times the parts of the definition: a large one's proofs take longer.
const MOST_WORK: usize = 400_000;

/// What became of the mutants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mutants {
    /// Shown by a proof or an example.
    pub caught: usize,
    /// Not shown: the line, and what was changed.
    pub survived: Vec<(usize, String)>,
    /// Shown by diagrams to change nothing.
    pub equivalent: usize,
    /// Every one is made, or in a large definition every second, third, ...
    pub every: usize,
}

impl Mutants {
    /// How many faults there were.
    #[must_use]
    pub fn all(&self) -> usize {
        self.caught + self.survived.len()
    }

    /// Whether at least 95 in 100 were caught.
    #[must_use]
    pub fn enough(&self) -> bool {
        self.caught * 100 >= self.all() * 95
    }
}

/// A definition with one fault.
struct Mutant {
    line: usize,
    what: String,
    change: Box<dyn FnOnce(&mut Definition)>,
}

/// Makes every fault and looks who notices.
pub(crate) fn mutants(compiled: &Compiled) -> Mutants {
    let mut come = Mutants::default();
    let mut changed = compiled.clone();
    let all = all(compiled);
    let parts = Part::all(&compiled.definition).len();
    come.every = (all.len() * parts).div_ceil(MOST_WORK).max(1);
    for mutant in all.into_iter().step_by(come.every) {
        changed.definition.clone_from(&compiled.definition);
        (mutant.change)(&mut changed.definition);
        if changed.definition == compiled.definition {
            continue;
        }
        if !fits(compiled, &changed.definition)
            || !examples::all_hold(&compiled.examples, &changed.definition)
        {
            come.caught += 1;
            continue;
        }
        if same(&compiled.definition, &changed.definition).unwrap_or(false) {
            come.equivalent += 1;
            continue;
        }
        if proofs::prove(&changed).failed.is_empty() {
            come.survived.push((mutant.line, mutant.what));
        } else {
            come.caught += 1;
        }
    }
    come
}

/// Whether the compiler takes what each box gets: a value of the kind that the form wants.
fn fits(compiled: &Compiled, definition: &Definition) -> bool {
    let official = compiled
        .official
        .as_ref()
        .map_or(&[][..], |official| &official.boxes);
    definition.boxes.iter().all(|rule| {
        let wanted = official.iter().find(|there| there.name == rule.name);
        let Writes::Fact(index, _) = &rule.writes else {
            return true;
        };
        let kind = match fact(definition, *index).map(|fact| &fact.wants) {
            Some(Wants::Kind(kind)) => Some(*kind),
            _ => None,
        };
        wanted.is_none_or(|there| there.takes(kind))
    })
}

/// Whether a variant asks, says, advises and writes the same with all answers.
fn same(original: &Definition, variant: &Definition) -> Within<bool> {
    if !alike(original, variant) {
        return Ok(false);
    }
    let model = Model::new(original, Some(variant))?;
    let (one, other) = (Walk::of(&model, original)?, Walk::of(&model, variant)?);
    let differ = |one: &_, other: &_| -> Within<bool> {
        for (left, right) in [(one, other), (other, one)] {
            let only = model.diagrams.and_not(left, right)?;
            if !matches!(model.possible(&only)?, Possible::No) {
                return Ok(true);
            }
        }
        Ok(false)
    };
    for (one, other) in one.screens.iter().zip(&other.screens) {
        for (one, other) in one.questions.iter().zip(&other.questions) {
            if differ(&one.first, &other.first)? {
                return Ok(false);
            }
        }
    }
    let said = |walk: &Walk| -> Vec<Truth> { [&walk.checks[..], &walk.advice[..]].concat() };
    for (one, other) in said(&one).iter().zip(&said(&other)) {
        if differ(&one.yes, &other.yes)? {
            return Ok(false);
        }
    }
    for (place, rule) in original.boxes.iter().enumerate() {
        let (mut left, mut right) = (one.boxes[place].yes.clone(), other.boxes[place].yes.clone());
        // Where its fact is not asked, a rule writes nothing.
        if let (Writes::Fact(fact, _), true) = (&rule.writes, rule.empty.is_empty()) {
            let fact = usize::from(*fact);
            left = model.diagrams.and(&left, &one.asked[fact])?;
            right = model.diagrams.and(&right, &other.asked[fact])?;
        }
        if differ(&left, &right)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether two definitions differ in nothing but conditions.
fn alike(original: &Definition, variant: &Definition) -> bool {
    let bare = |definition: &Definition| {
        let mut bare = definition.clone();
        bare.expressions = Vec::new();
        for screen in &mut bare.screens {
            screen.when = None;
            screen
                .questions
                .iter_mut()
                .for_each(|question| question.when = None);
        }
        bare.checks.iter_mut().for_each(|check| check.when = 0);
        bare.boxes.iter_mut().for_each(|rule| rule.when = None);
        bare.advice.iter_mut().for_each(|advice| advice.when = None);
        bare
    };
    bare(original) == bare(variant)
}

/// Every fault there is to make.
fn all(compiled: &Compiled) -> Vec<Mutant> {
    let mut make = Make {
        compiled,
        made: Vec::new(),
    };
    for part in Part::all(&compiled.definition) {
        make.of_part(part);
    }
    make.of_boxes();
    make.of_lists();
    for index in 0..compiled.definition.expressions.len() {
        make.of_condition(index);
    }
    make.made
}

struct Make<'c> {
    compiled: &'c Compiled,
    made: Vec<Mutant>,
}

impl Make<'_> {
    fn put(&mut self, line: usize, what: String, change: impl FnOnce(&mut Definition) + 'static) {
        let change = Box::new(change);
        self.made.push(Mutant { line, what, change });
    }

    /// Leaves out a part, leaves out its condition, turns it round.
    fn of_part(&mut self, part: Part) {
        let name = part.name(&self.compiled.definition);
        let line = part.line(self.compiled);
        self.put(
            line,
            format!("{name} left out"),
            move |definition| match part {
                Part::Screen(screen) => drop(definition.screens.remove(screen)),
                Part::Question(screen, at) => drop(definition.screens[screen].questions.remove(at)),
                Part::Check(check) => drop(definition.checks.remove(check)),
                Part::Box(rule) => drop(definition.boxes.remove(rule)),
                Part::Advice(advice) => drop(definition.advice.remove(advice)),
            },
        );
        if part.when(&self.compiled.definition).is_none() {
            return;
        }
        let line = part.condition_line(self.compiled);
        self.put(
            line,
            format!("{name} without its condition"),
            move |definition| {
                set(definition, part, vec![Op::Bool(true)]);
            },
        );
        self.put(
            line,
            format!("the condition of {name} turned round"),
            move |definition| {
                let mut ops = part
                    .when(definition)
                    .and_then(|index| definition.expressions.get(usize::from(index)).cloned())
                    .unwrap_or_default();
                ops.push(Op::Not);
                set(definition, part, ops);
            },
        );
    }

    fn of_boxes(&mut self) {
        let boxes = &self.compiled.definition.boxes;
        let facts: Vec<usize> = (0..boxes.len())
            .filter(|place| !matches!(boxes[*place].writes, Writes::Text(_)))
            .collect();
        for pair in facts.windows(2) {
            let &[one, other] = pair else { continue };
            let line = Part::Box(other).line(self.compiled);
            let what = format!(
                "\"{}\" and \"{}\" with each other's facts",
                boxes[one].name, boxes[other].name
            );
            self.put(line, what, move |definition| {
                let writes = definition.boxes[one].writes.clone();
                definition.boxes[one].writes =
                    std::mem::replace(&mut definition.boxes[other].writes, writes);
            });
        }
        for (place, rule) in boxes.iter().enumerate() {
            let line = Part::Box(place).line(self.compiled);
            let name = &rule.name;
            if self.has_spellings(rule) {
                self.put(
                    line,
                    format!("\"{name}\" spelled otherwise"),
                    move |definition| {
                        let Writes::Fact(_, how) = &mut definition.boxes[place].writes else {
                            return;
                        };
                        *how = if *how == Spelling::Digits {
                            Spelling::Printed
                        } else {
                            Spelling::Digits
                        };
                    },
                );
            }
            if self.may_be_empty(rule) {
                self.put(
                    line,
                    format!("\"{name}\" with another text when there is no answer"),
                    move |definition| {
                        let rule = &mut definition.boxes[place];
                        rule.empty = if rule.empty.is_empty() {
                            "N/A".to_owned()
                        } else {
                            String::new()
                        };
                    },
                );
            }
            if self.is_measured(place) {
                for room in [rule.room - 1, rule.room.saturating_add(1)] {
                    self.put(
                        line,
                        format!("\"{name}\" with room for {room}"),
                        move |definition| {
                            definition.boxes[place].room = room;
                        },
                    );
                }
            }
        }
    }

    /// Whether its value is written in one way or another: a number has but one.
    fn has_spellings(&self, rule: &BoxRule) -> bool {
        match &rule.writes {
            Writes::Text(_) | Writes::Fact(_, Spelling::Digit(_)) => false,
            Writes::Fact(index, _) => fact(&self.compiled.definition, *index)
                .is_some_and(|fact| fact.wants != Wants::Number),
        }
    }

    /// Whether there may be no answer where a rule holds: a condition, the proofs have shown, holds
    /// only where its fact is asked.
    fn may_be_empty(&self, rule: &BoxRule) -> bool {
        let definition = &self.compiled.definition;
        let Writes::Fact(index, _) = &rule.writes else {
            return false;
        };
        let Some(fact) = fact(definition, *index).filter(|fact| !fact.optional) else {
            return true;
        };
        if rule.when.is_some() {
            return fact.list.is_some() && list_at_hand(definition, rule).is_none();
        }
        let mut screens = definition.screens.iter();
        fact.list.is_some()
            || !screens.any(|screen| {
                let mut questions = screen.questions.iter();
                screen.when.is_none()
                    && questions.any(|asks| asks.fact == *index && asks.when.is_none())
            })
    }

    /// Whether a box's room is looked at: that of a text which is the person's own.
    fn is_measured(&self, place: usize) -> bool {
        let definition = &self.compiled.definition;
        let rule = &definition.boxes[place];
        let Writes::Fact(index, how) = &rule.writes else {
            return false;
        };
        let own = match fact(definition, *index).map(|fact| &fact.wants) {
            Some(Wants::Kind(kind)) => !kind.is_identifier(),
            wants => wants == Some(&Wants::Text),
        };
        rule.room > 0 && own && *how != Spelling::Digits
    }

    fn of_lists(&mut self) {
        for (place, fact) in self.compiled.definition.facts.iter().enumerate() {
            let Wants::List(Some(history)) = &fact.wants else {
                continue;
            };
            let line = self.compiled.lines.facts.get(place).copied().unwrap_or(1);
            for years in [
                history.years.saturating_sub(1),
                history.years.saturating_add(1),
            ] {
                self.put(
                    line,
                    format!("{} back {years} years", fact.id),
                    move |definition| {
                        if let Wants::List(Some(history)) = &mut definition.facts[place].wants {
                            history.years = years;
                        }
                    },
                );
            }
        }
    }

    /// Changes one step of a condition.
    fn of_condition(&mut self, index: usize) {
        let ops = &self.compiled.definition.expressions[index];
        let condition = self.compiled.lines.conditions.get(index);
        let line = condition.map_or(1, |condition| condition.line);
        let source = condition.map_or("", |condition| condition.source.as_str());
        for (place, op) in ops.iter().enumerate() {
            for (other, what) in self.others(ops, place, op) {
                self.put(line, format!("{what} in `{source}`"), move |definition| {
                    definition.expressions[index][place] = other;
                });
            }
        }
    }

    fn others(&self, ops: &[Op], place: usize, op: &Op) -> Vec<(Op, String)> {
        let one = |op: Op, what: &str| vec![(op, what.to_owned())];
        match op {
            Op::And => one(Op::Or, "|| for &&"),
            Op::Or => one(Op::And, "&& for ||"),
            Op::Less => one(Op::AtMost, "<= for <"),
            Op::AtMost => one(Op::Less, "< for <="),
            Op::Number(number) => [-1, 1]
                .into_iter()
                .map(|step| number.saturating_add(step))
                .map(|other| (Op::Number(other), format!("{other} for {number}")))
                .collect(),
            Op::Text(text) => self
                .other_text(ops, place, text)
                .map_or_else(Vec::new, |other| {
                    vec![(Op::Text(other.clone()), format!("'{other}' for '{text}'"))]
                }),
            _ => Vec::new(),
        }
    }

    /// The next choice for a choice; a text misspelled at its end.
    fn other_text(&self, ops: &[Op], place: usize, text: &str) -> Option<String> {
        let beside = [place.checked_sub(1), Some(place + 1)];
        let choices = beside
            .into_iter()
            .flatten()
            .find_map(|place| match ops.get(place) {
                Some(Op::Fact(index)) => match &fact(&self.compiled.definition, *index)?.wants {
                    Wants::Choice(choices) => Some(choices),
                    _ => None,
                },
                _ => None,
            });
        let Some(choices) = choices else {
            return misspelled(text);
        };
        let own = choices.iter().position(|choice| choice.id == text)?;
        let next = choices.get(own + 1).or_else(|| choices.first())?;
        Some(next.id.clone())
    }
}

fn misspelled(text: &str) -> Option<String> {
    let mut other = text.to_owned();
    let last = other.pop()?;
    other.push(match last {
        'a'..='y' | 'A'..='Y' | '0'..='8' => char::from(u8::try_from(last).ok()? + 1),
        _ => 'A',
    });
    Some(other)
}

/// Gives a part a condition of its own.
fn set(definition: &mut Definition, part: Part, ops: Vec<Op>) {
    let Ok(index) = ExpressionIndex::try_from(definition.expressions.len()) else {
        return;
    };
    definition.expressions.push(ops);
    match part {
        Part::Screen(screen) => definition.screens[screen].when = Some(index),
        Part::Question(screen, at) => definition.screens[screen].questions[at].when = Some(index),
        Part::Check(check) => definition.checks[check].when = index,
        Part::Box(rule) => definition.boxes[rule].when = Some(index),
        Part::Advice(advice) => definition.advice[advice].when = Some(index),
    }
}
