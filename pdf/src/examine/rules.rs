//! The rules of the scripts, by their boxes.

use super::says;
use crate::{Field, Form, Identity, Item, Shape, edition, script::Rule, script::Test};
use std::collections::HashMap;

/// Check boxes of these states are one question's, whatever it asks.
const ONE_OF: [&[&str]; 4] = [
    &["Y", "N"],
    &["Yes", "No"],
    &["M", "F"],
    &["APT", "STE", "FLR"],
];
/// More check boxes than a question has.
const MOST: usize = 100;
/// Words of questions that want one answer, and of those that take several.
const ASK_ONE: [&str; 3] = ["only one", "select one", "one of the following"];
const ASK_SEVERAL: [&str; 5] = [
    "all applicable",
    "all that apply",
    "select the types",
    "select one or more",
    "at least one basis",
];

/// All rules of a form.
pub(super) struct Rules<'f> {
    /// By the field.
    of_boxes: HashMap<usize, Vec<&'f Rule>>,
    /// Fields by their full names.
    names: HashMap<&'f str, usize>,
    /// Check boxes of which only one can be checked.
    choices: HashMap<Choice<'f>, Vec<usize>>,
}

/// What check boxes have in common that are one question's.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Choice<'f> {
    /// An answer in Adobe's programs.
    Answer(&'f str),
    /// A name, but for its number.
    Name(&'f str),
}

impl<'f> Choice<'f> {
    fn of(field: &'f Field) -> Option<Self> {
        let named = || {
            let numbered = field.name.strip_suffix(']').unwrap_or(&field.name);
            let (name, number) = numbered.rsplit_once(['[', '_'])?;
            let counts = number.bytes().all(|digit| digit.is_ascii_digit());
            counts.then_some(Self::Name(name))
        };
        let shared = field.shared.as_deref().map(Self::Answer);
        (field.shape == Shape::Check)
            .then(|| shared.or_else(named))
            .flatten()
    }

    /// Whether they are one question. Where only the name says so, the question must, too, or what sets
    /// them, or it is a form that we have read.
    fn is_one(self, form: &Form, own: &[usize], read: bool) -> bool {
        if matches!(self, Self::Answer(_)) || own.len() < 2 {
            return own.len() > 1;
        }
        let fields = || own.iter().map(|at| &form.fields[*at]);
        let asks = |words: &[&str]| fields().any(|field| says(&field.tooltip, words));
        let state = |at: &usize| Some(form.fields[*at].widgets.first()?.state.as_deref()?.trim());
        let states: Vec<_> = own.iter().take(MOST).map(state).collect();
        let alike = |state| states.iter().filter(|other| **other == state).count() > 1;
        let differ = own.len() < MOST && !states.iter().any(|state| alike(*state));
        let known = |set: &&[&str]| {
            let mut all = states.iter();
            all.all(|own| own.is_some_and(|own| set.contains(&own)))
        };
        if differ && ONE_OF.iter().any(known) {
            return true;
        }
        // Adobe's programs have an answer for each.
        let apart = fields().any(|field| field.acrobat_value.is_some());
        !apart && !asks(&ASK_SEVERAL) && (asks(&ASK_ONE) || differ && read)
    }
}

impl<'f> Rules<'f> {
    pub(super) fn of(form: &'f Form) -> Self {
        let mut rules = Self {
            of_boxes: HashMap::new(),
            names: HashMap::new(),
            choices: HashMap::new(),
        };
        for (at, field) in form.fields.iter().enumerate() {
            rules.names.insert(&field.name, at);
            if let Some(choice) = Choice::of(field) {
                rules.choices.entry(choice).or_default().push(at);
            }
        }
        let read = is_read(form);
        rules
            .choices
            .retain(|choice, own| choice.is_one(form, own, read));
        for script in &form.scripts {
            if let (Some(at), Some(own)) = (rules.names.get(script.name.as_str()), &script.rules) {
                rules.of_boxes.entry(*at).or_default().extend(own);
            }
        }
        rules
    }

    pub(super) fn of_box(&self, at: usize) -> &[&'f Rule] {
        self.of_boxes.get(&at).map_or(&[], Vec::as_slice)
    }

    /// A check box that is checked although this one is.
    pub(super) fn excluded(&self, form: &Form, at: usize) -> Option<usize> {
        let field = &form.fields[at];
        let checked = |other: &usize| {
            let other_field = &form.fields[*other];
            *other != at && other_field.shape == Shape::Check && other_field.answer().is_some()
        };
        let place = Item::read(&field.tooltip);
        // Form I-864 (10/17/24) has one answer for Part 6 and Part 8, and paper has two.
        let apart = |other: &usize| {
            let other = &form.fields[*other];
            other.page() != field.page() && Item::read(&other.tooltip).part != place.part
        };
        let choice = Choice::of(field).and_then(|choice| self.choices.get(&choice));
        let mut chosen = choice.into_iter().flatten().copied();
        let chosen = chosen.find(|other| checked(other) && !apart(other));
        // What only clears what follows from another answer excludes nothing.
        let excludes = |other: &usize| {
            place == Item::read(&form.fields[*other].tooltip)
                || self.cleared(form, *other).any(|cleared| cleared == at)
        };
        chosen.or_else(|| self.cleared(form, at).filter(checked).find(excludes))
    }

    /// The boxes that a box clears, as it is checked.
    fn cleared<'s>(&'s self, form: &'s Form, at: usize) -> impl Iterator<Item = usize> + 's {
        let field = &form.fields[at];
        let around = field.name.rsplit_once('.').map_or("", |(around, _)| around);
        self.of_box(at).iter().filter_map(move |rule| match rule {
            Rule::Sets { when, target, to } if to.is_empty() => {
                let number = if target.ends_with(']') { "" } else { "[0]" };
                let name = format!("{around}.{target}{number}");
                let other = self.names.get(name.as_str()).copied();
                let other = other.filter(|_| all_hold(when, &field.value));
                other.filter(|_| !self.opens(at, target, &field.value))
            }
            _ => None,
        })
    }

    /// Whether a box that has this value lets another be answered: what it clears there is old.
    fn opens(&self, at: usize, wanted: &str, value: &str) -> bool {
        self.of_box(at).iter().any(|rule| match rule {
            Rule::Opens { when, target, open } => {
                *open && target == wanted && all_hold(when, value)
            }
            _ => false,
        })
    }
}

/// Whether it is an edition that we have read.
fn is_read(form: &Form) -> bool {
    let identity = Identity::of(form);
    let is = |known: edition::Known| {
        let own = identity.main();
        own.is_some_and(|own| own.form == known.form && own.edition == known.day)
    };
    edition::all().any(is)
}

fn all_hold(when: &[Test], value: &str) -> bool {
    when.iter().all(|test| holds(test, value))
}

/// Whether a test of the box itself holds, now that it has this value; of others none is known to.
fn holds(test: &Test, value: &str) -> bool {
    match test {
        Test::Is(own, wanted) => own == "this" && wanted == value,
        Test::IsNot(own, other) => own == "this" && other != value,
        Test::Any(ways) => ways
            .iter()
            .any(|way| way.iter().all(|test| holds(test, value))),
    }
}
