//! The answers in the boxes of a form, by the names of a definition's facts: what the definition
//! writes, read back.

mod implied;
mod judge;

pub use judge::{Defined, Report, examine_with};

use crate::{Field, Form, Shape};
use implied::{Left, implied};
use prefile::{
    Context, Kind, check,
    form::{
        Answer, Answers, BoxRule, Definition, Expression, ExpressionIndex, Fact, FactIndex,
        Spelling, Wants, Writes,
    },
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What a form says, as a definition asks for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadBack {
    /// The answers. What no box tells is not answered; a box that stays empty tells that there is none.
    pub answers: Answers,
    /// Those of them that something stands for: an empty box may be one that nobody came to yet.
    pub standing: Answers,
    /// Where the answers stand, or would.
    pub boxes: Vec<Told>,
}

/// A box that tells an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The answer's name: `homes[1].street`.
    pub path: String,
    /// Which of the form's fields.
    pub field: usize,
    /// Whether the answer stands there as a whole.
    pub whole: bool,
}

/// A fact, and which entry of its list.
type Place = (FactIndex, u16);

/// Reads the boxes of a form as a definition of its edition writes them.
#[must_use]
pub fn read_back(form: &Form, definition: &Definition) -> ReadBack {
    let mut reader = Reader::of(form, definition);
    // What a state or a country tells decides what the number beside it is.
    let (late, early): (Vec<_>, Vec<_>) = definition
        .boxes
        .iter()
        .partition(|rule| reader.is_postal(rule));
    for rule in early.into_iter().chain(late) {
        reader.note(rule);
    }
    for screen in &definition.screens {
        for question in &screen.questions {
            reader.note_asked(question.fact, [screen.when, question.when]);
        }
    }
    for check in &definition.checks {
        for (fact, answers) in reader.implied(Some(check.when)) {
            if let [only] = &answers[..] {
                reader.checked.insert((fact, only.clone()));
            }
        }
    }
    reader.finish()
}

#[derive(Default)]
struct Reader<'f> {
    facts: &'f [Fact],
    expressions: &'f [Expression],
    fields: HashMap<&'f str, (usize, &'f Field)>,
    /// The rules of each box.
    rules: HashMap<&'f str, Vec<&'f BoxRule>>,
    /// Where the form says in so many words that there is none.
    none: BTreeSet<Place>,
    /// What stands in boxes that are written into, and how it is spelled.
    written: BTreeMap<Place, Vec<(Spelling, &'f str)>>,
    /// The answers that are left where boxes are checked.
    left: BTreeMap<Place, Vec<String>>,
    /// The answers for which there is a check box.
    shown: BTreeMap<FactIndex, Vec<String>>,
    /// Answers that a check is about.
    checked: BTreeSet<(FactIndex, String)>,
    boxes: Vec<(Place, usize, bool)>,
}

impl<'f> Reader<'f> {
    fn of(form: &'f Form, definition: &'f Definition) -> Self {
        let mut reader = Self {
            facts: &definition.facts,
            expressions: &definition.expressions,
            ..Self::default()
        };
        for (at, field) in form.fields.iter().enumerate() {
            reader.fields.insert(&field.name, (at, field));
        }
        for rule in &definition.boxes {
            reader.rules.entry(&rule.name).or_default().push(rule);
        }
        reader
    }

    fn fact(&self, fact: FactIndex) -> Option<&'f Fact> {
        self.facts.get(usize::from(fact))
    }

    /// Where a fact's answer stands, an entry being at hand.
    fn place(&self, fact: FactIndex, entry: u16) -> Place {
        let member = self.fact(fact).is_some_and(|fact| fact.list.is_some());
        (fact, if member { entry } else { 0 })
    }

    fn note(&mut self, rule: &'f BoxRule) {
        let Some((at, field)) = self.fields.get(rule.name.as_str()).copied() else {
            return;
        };
        let left = self.implied(rule.when);
        // A locked box says what another says, or nothing.
        let own = field.answer().filter(|_| !field.read_only);
        let holds = match &rule.writes {
            Writes::Text(text) => {
                for (fact, answers) in &left {
                    self.boxes.push((self.place(*fact, rule.entry), at, false));
                    if field.shape == Shape::Check {
                        let shown = self.shown.entry(*fact).or_default();
                        shown.extend(answers.iter().cloned());
                    }
                }
                own.is_some_and(|own| own.trim() == text.trim())
            }
            Writes::Fact(fact, spelling) => {
                let place = self.place(*fact, rule.entry);
                self.boxes.push((place, at, is_whole(*spelling)));
                if own.is_some_and(|own| own == rule.empty) {
                    self.none.insert(place);
                }
                let own = own.filter(|own| self.fits(*fact, own, rule, &left));
                let there = self.written.entry(place).or_default();
                there.extend(own.map(|own| (*spelling, own)));
                own.is_some()
            }
        };
        if holds {
            self.narrow(left, rule.entry);
        }
    }

    /// A question whose answer stands in a box is asked.
    fn note_asked(&mut self, fact: FactIndex, conditions: [Option<ExpressionIndex>; 2]) {
        let answers = self.written.range((fact, 0)..=(fact, u16::MAX));
        let entries = answers.filter(|(_, own)| !own.is_empty());
        let entries: Vec<u16> = entries.map(|((_, entry), _)| *entry).collect();
        for condition in conditions.into_iter().flatten() {
            let left = self.implied(Some(condition));
            for entry in &entries {
                self.narrow(left.clone(), *entry);
            }
        }
    }

    /// What is left where a condition holds.
    fn implied(&self, condition: Option<ExpressionIndex>) -> Left {
        let condition = condition.and_then(|place| self.expressions.get(usize::from(place)));
        let all = |fact| {
            self.fact(fact)
                .map(|fact| choices(&fact.wants))
                .unwrap_or_default()
        };
        condition
            .map(|condition| implied(condition, &all))
            .unwrap_or_default()
    }

    /// Only these answers are left, an entry being at hand.
    fn narrow(&mut self, left: Left, entry: u16) {
        for (fact, answers) in left {
            let there = self.left.entry(self.place(fact, entry));
            let narrowed = there.and_modify(|own| own.retain(|one| answers.contains(one)));
            narrowed.or_insert(answers);
        }
    }

    /// Whether a text is this fact's. Where several rules write a box, a state here and a province
    /// there, only one did.
    fn fits(&self, fact: FactIndex, own: &str, rule: &BoxRule, left: &Left) -> bool {
        let rules = self.of_box(rule);
        let said = |rule: &&BoxRule| matches!(&rule.writes, Writes::Text(text) if text == own);
        if own == rule.empty || rules.iter().any(said) {
            return false;
        }
        let is = |kind| check(kind, own, Context::default()).ok();
        let fits = match self.fact(fact).map(|fact| &fact.wants) {
            Some(Wants::Kind(kind)) if rules.len() > 1 => match kind {
                Kind::State | Kind::Zip => is(*kind),
                Kind::Province => !is(Kind::State),
                Kind::PostalCode => !is(Kind::Zip) || self.is_known(left, rule.entry),
                _ => true,
            },
            _ => true,
        };
        fits && (rules.len() == 1 || self.is_possible(left, rule.entry))
    }

    fn of_box(&self, rule: &BoxRule) -> &[&'f BoxRule] {
        self.rules
            .get(rule.name.as_str())
            .map_or(&[], Vec::as_slice)
    }

    /// Whether a rule writes a ZIP or a postal code into a box that takes both.
    fn is_postal(&self, rule: &BoxRule) -> bool {
        let Writes::Fact(fact, _) = &rule.writes else {
            return false;
        };
        let wants = self.fact(*fact).map(|fact| &fact.wants);
        let postal = matches!(wants, Some(Wants::Kind(Kind::Zip | Kind::PostalCode)));
        postal && self.of_box(rule).len() > 1
    }

    /// Whether what is left already leaves room for these answers.
    fn is_possible(&self, left: &Left, entry: u16) -> bool {
        left.iter().all(|(fact, answers)| {
            let own = self.left.get(&self.place(*fact, entry));
            own.is_none_or(|own| own.iter().any(|one| answers.contains(one)))
        })
    }

    /// Whether these answers are the only ones that are left.
    fn is_known(&self, left: &Left, entry: u16) -> bool {
        left.iter().all(|(fact, answers)| {
            let own = self.left.get(&self.place(*fact, entry));
            own.is_some_and(|own| own.iter().all(|one| answers.contains(one)))
        })
    }

    fn finish(self) -> ReadBack {
        let mut read = ReadBack::default();
        let mut lists: BTreeMap<FactIndex, [Vec<Answers>; 2]> = BTreeMap::new();
        for (index, fact) in (0..).zip(self.facts) {
            if matches!(fact.wants, Wants::List(_)) {
                let entries = vec![Answers::default(); self.entries(index)];
                lists.insert(index, [entries.clone(), entries]);
            }
        }
        for (index, fact) in (0..).zip(self.facts) {
            let entries = fact
                .list
                .map(|list| lists.get(&list).map_or(0, |own| own[0].len()));
            for entry in 0..entries.unwrap_or(1) {
                let place = (index, u16::try_from(entry).unwrap_or(u16::MAX));
                let Some(answer) = self.answer(place) else {
                    continue;
                };
                let stands = self.stands(place, &answer);
                let Some(list) = fact.list else {
                    if stands {
                        read.standing.say(&fact.id, answer.clone());
                    }
                    read.answers.say(&fact.id, answer);
                    continue;
                };
                let name = self.member(index);
                let Some([all, standing]) = lists.get_mut(&list) else {
                    continue;
                };
                if let Some(own) = standing.get_mut(entry).filter(|_| stands) {
                    own.say(name, answer.clone());
                }
                if let Some(own) = all.get_mut(entry) {
                    own.say(name, answer);
                }
            }
        }
        for (list, [entries, standing]) in lists {
            // A list that no box tells of is not answered.
            let told = self.boxes.iter().any(|((fact, _), _, _)| {
                self.fact(*fact).is_some_and(|fact| fact.list == Some(list))
            });
            if let Some(fact) = self.fact(list).filter(|_| told) {
                if !standing.is_empty() {
                    read.standing.say(&fact.id, Answer::List(standing));
                }
                read.answers.say(&fact.id, Answer::List(entries));
            }
        }
        let told = |(place, field, whole): &(Place, usize, bool)| Told {
            path: self.path(*place),
            field: *field,
            whole: *whole,
        };
        read.boxes = self.boxes.iter().map(told).collect();
        read
    }

    /// How many entries of a list have something written in their boxes.
    fn entries(&self, list: FactIndex) -> usize {
        let written = self.written.iter().filter(|(_, own)| !own.is_empty());
        let told = written.map(|(place, _)| place).chain(self.left.keys());
        let own =
            told.filter(|(fact, _)| self.fact(*fact).is_some_and(|fact| fact.list == Some(list)));
        own.map(|(_, entry)| usize::from(*entry) + 1)
            .max()
            .unwrap_or(0)
    }

    /// The last part of a member's name.
    fn member(&self, index: FactIndex) -> &'f str {
        let Some(fact) = self.fact(index) else {
            return "";
        };
        let list = fact.list.and_then(|list| self.fact(list));
        let begin = list.map_or(0, |list| list.id.len() + 1);
        fact.id.get(begin..).unwrap_or_default()
    }

    fn path(&self, (index, entry): Place) -> String {
        let Some(fact) = self.fact(index) else {
            return String::new();
        };
        match fact.list.and_then(|list| self.fact(list)) {
            Some(list) => format!("{}[{entry}].{}", list.id, self.member(index)),
            None => fact.id.clone(),
        }
    }

    fn answer(&self, place: Place) -> Option<Answer> {
        let fact = self.fact(place.0)?;
        if let Wants::YesNo | Wants::Choice(_) = fact.wants {
            return self.chosen(place, &fact.wants);
        }
        let Some(written) = self.written.get(&place) else {
            let answer = Answer::Text("PRESENT".to_owned());
            return self.is_printed_present(place).then_some(answer);
        };
        if written.is_empty() {
            // A box left blank says that there is nothing to write.
            return fact.optional.then_some(Answer::None);
        }
        Some(Answer::Text(together(written)))
    }

    /// Whether something stands in a box for this answer.
    fn stands(&self, place: Place, answer: &Answer) -> bool {
        let fact = self.fact(place.0).map(|fact| &fact.wants);
        match (fact, answer) {
            (Some(Wants::YesNo | Wants::Choice(_)), _) => {
                let left = self.left.get(&place);
                left.is_some_and(|left| left.len() == 1 || self.shown.contains_key(&place.0))
            }
            (_, Answer::None) => self.none.contains(&place),
            _ => true,
        }
    }

    /// Whether the form itself prints how long the first entry of a list goes on: it has a box for
    /// the day on which it began alone.
    fn is_printed_present(&self, (index, entry): Place) -> bool {
        let list = self.fact(index).and_then(|fact| fact.list);
        let Some(Wants::List(Some(history))) = list.and_then(|list| Some(&self.fact(list)?.wants))
        else {
            return false;
        };
        let begun = self
            .written
            .get(&(history.from, 0))
            .is_some_and(|own| !own.is_empty());
        let later = self.written.contains_key(&(history.to, 1));
        entry == 0 && index == history.to && begun && later
    }

    /// What the check boxes leave; or, where none is checked, the only answer without a box. Of what
    /// has no box, one that no check is about.
    fn chosen(&self, place: Place, wants: &Wants) -> Option<Answer> {
        let shown = self.shown.get(&place.0);
        let own = match (self.left.get(&place), shown) {
            (Some(answers), shown) if shown.is_some() || answers.len() == 1 => {
                answers.first()?.clone()
            }
            (Some(answers), _) => {
                let quiet =
                    |answer: &&String| !self.checked.contains(&(place.0, (*answer).clone()));
                answers.iter().find(quiet)?.clone()
            }
            (None, Some(shown)) => {
                let all = choices(wants).into_iter();
                let mut silent = all.filter(|answer| !shown.contains(answer));
                let own = silent.next()?;
                silent.next().is_none().then_some(own)?
            }
            (None, None) => return None,
        };
        Some(match wants {
            Wants::YesNo => Answer::Bool(own == "true"),
            _ => Answer::Text(own),
        })
    }
}

/// The answers that one chooses from.
fn choices(wants: &Wants) -> Vec<String> {
    match wants {
        Wants::Choice(choices) => choices.iter().map(|choice| choice.id.clone()).collect(),
        Wants::YesNo => vec!["true".to_owned(), "false".to_owned()],
        _ => Vec::new(),
    }
}

fn is_whole(spelling: Spelling) -> bool {
    !matches!(spelling, Spelling::Part(_) | Spelling::Digit(_))
}

/// An answer from its boxes: the first that has it whole, or all of its parts.
fn together(written: &[(Spelling, &str)]) -> String {
    let whole = written.iter().find(|(spelling, _)| is_whole(*spelling));
    if let Some((_, own)) = whole {
        return (*own).trim().to_owned();
    }
    let mut parts: Vec<(u8, &str)> = Vec::new();
    let mut digits: Vec<(u8, &str)> = Vec::new();
    for (spelling, own) in written {
        match spelling {
            Spelling::Part(place) => parts.push((*place, own.trim())),
            Spelling::Digit(place) => digits.push((*place, own.trim())),
            _ => {}
        }
    }
    parts.sort_unstable();
    // The last digit has the lowest place.
    digits.sort_unstable();
    let parts = parts.iter().map(|(_, part)| format!("({part})"));
    parts
        .chain(digits.iter().rev().map(|(_, digit)| (*digit).to_owned()))
        .collect()
}
