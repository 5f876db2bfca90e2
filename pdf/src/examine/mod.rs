//! What is wrong with the answers in the boxes: by the core's checks, by the limits of the box, by
//! the rules of its scripts, and beside other boxes. The scripts are filters of one program, not law:
//! what they refuse is no error of the value.

mod group;
mod limits;
mod people;
mod rules;
mod sign;

use crate::{Code, Fault, Field, Form, Item, Shape, Style, fault::Param, script::Rule};
pub(crate) use people::{ONE, is_further};
use prefile::{
    Code as Own, Context, Finding, Kind, check, classify_field,
    field::{Classified, Field as Described, Purpose, Whose},
};
use rules::Rules;

/// Below this, in points, programs that choose the size of letters do not go.
const SMALLEST: f64 = 4.0;
/// A letter that stands out by less than this can still be read.
const SLACK: f64 = 2.0;
/// More lines than a page has.
const MOST_LINES: u32 = 400;

/// A box with what there is to say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examined {
    /// Which of the form's fields.
    pub field: usize,
    /// Where it is printed.
    pub item: Item,
    /// What it wants, if that is known.
    pub kind: Option<Kind>,
    /// Of whom.
    pub whose: Option<Whose>,
    /// For what.
    pub purpose: Option<Purpose>,
    /// What is wrong with its value, in the core's codes.
    pub findings: Vec<Finding>,
    /// What is wrong with the box.
    pub faults: Vec<Fault>,
    /// The checks of the form's definition that hold of it: their places in the definition.
    pub checks: Vec<usize>,
}

/// Every box that a person can write into or check, and those that are signed by hand.
#[must_use]
pub fn examine(form: &Form, context: Context) -> Vec<Examined> {
    let rules = Rules::of(form);
    let mut boxes = Vec::new();
    for (at, field) in form.fields.iter().enumerate() {
        if field.read_only || matches!(field.shape, Shape::Button | Shape::Signature) {
            boxes.extend(sign::place(at, field));
            continue;
        }
        let mut own = Examined::of(at, field);
        if own
            .kind
            .is_some_and(|kind| is_of_another(form, field, kind))
        {
            (own.kind, own.whose, own.purpose) = (None, None, None);
        }
        if field.disputed().is_some() {
            own.faults.push(Fault::new(Code::BoxDisputed));
        }
        if let Some(answer) = field.answer() {
            if field.shape == Shape::Check {
                let other = rules.excluded(form, at);
                own.faults
                    .extend(other.map(|other| beside(Code::BoxBothChecked, form, at, other)));
            } else {
                look(&mut own, answer, field, rules.of_box(at), context);
                let cut = cut(form, field, answer);
                let told = |shown| Fault::new(Code::BoxCutOff).with([Param::Number(shown)]);
                own.faults.extend(cut.map(told));
            }
        }
        boxes.push(own);
    }
    group::half_filled(form, &mut boxes);
    people::numbers(form, context, &mut boxes);
    sign::by_hand(form, context, &mut boxes);
    boxes
}

impl Examined {
    /// A box of which nothing is said yet.
    pub(crate) fn of(at: usize, field: &Field) -> Self {
        let classified = classify(field);
        Self {
            field: at,
            item: Item::read(&field.tooltip),
            kind: classified.map(|found| found.kind),
            whose: classified.and_then(|found| found.whose),
            purpose: classified.and_then(|found| found.purpose),
            findings: Vec::new(),
            faults: Vec::new(),
            checks: Vec::new(),
        }
    }
}

/// A fault of a box that names another.
pub(crate) fn beside(code: Code, form: &Form, own: usize, other: usize) -> Fault {
    let place = |at: usize| Item::read(&form.fields[at].tooltip);
    let (mut item, page) = (place(other), form.fields[other].page());
    if item == place(own) {
        if item.item.is_some() {
            return Fault::new(code).with([Param::Beside(other)]);
        }
        // A part alone would not tell one from the other.
        item = Item::default();
    }
    Fault::new(code).with([Param::Box {
        field: other,
        item,
        page,
    }])
}

/// Whether a box has the words of another by mistake: by its name that one wants what they say, and
/// this one does not. Form N-400 (01/20/25) asks for a telephone number in the box for titles.
fn is_of_another(form: &Form, field: &Field, kind: Kind) -> bool {
    let named = |field: &Field| classify_as(field, "").is_some_and(|found| found.kind == kind);
    let same = |other: &&Field| other.tooltip == field.tooltip && other.name != field.name;
    let mut others = form.fields.iter().filter(same);
    !named(field) && others.any(named)
}

/// What a box wants, by its tooltip and its name.
fn classify(field: &Field) -> Option<Classified> {
    classify_as(field, &field.tooltip)
}

fn classify_as(field: &Field, label: &str) -> Option<Classified> {
    if field.shape == Shape::Check {
        return None;
    }
    let described = Described {
        label,
        name: field.name.rsplit('.').next().unwrap_or_default(),
        input_type: if field.shape == Shape::Choice {
            "select"
        } else {
            "text"
        },
        max_length: field.max_length,
        ..Described::default()
    };
    classify_field(&described)
}

fn look(own: &mut Examined, answer: &str, field: &Field, rules: &[&Rule], context: Context) {
    if let Some(kind) = own.kind {
        own.findings = check(kind, answer, context).findings;
        // What the box takes is known here, and need not be guessed.
        own.findings
            .retain(|finding| !finding.code.id().ends_with("/box-may-refuse"));
        // More letters than a state's code are a province's, too.
        let province = field.shape == Shape::Text && field.max_length.is_none_or(|most| most > 2);
        own.findings
            .retain(|finding| !(province && finding.code == Own::StateUnknown));
    }
    if limits::is_none(answer, context) {
        limits::none(own, answer, field, rules);
    } else {
        limits::limits(own, answer, field, rules);
    }
    own.findings.sort_by_key(Finding::severity);
}

/// How many letters of an answer a box shows on paper, if not all.
fn cut(form: &Form, field: &Field, answer: &str) -> Option<u32> {
    if field.comb || field.shape != Shape::Text {
        return None;
    }
    let Style { font, size } = field.style?;
    let font = form.fonts.get(font)?;
    let [left, bottom, right, top] = field.widgets.first()?.rect;
    // A program that chooses the size makes letters no smaller.
    let size = if size > 0.0 { size } else { SMALLEST };
    let room = right - left + SLACK;
    if room < size || top - bottom < size {
        return None;
    }
    let shown = if field.multiline {
        let lines = (1..MOST_LINES).take_while(|lines| f64::from(*lines) * size <= top - bottom);
        font.cut_lines(answer, size, room, lines.last()?)
    } else {
        font.cut(answer, size, room)
    };
    u32::try_from(shown?).ok()
}

#[cfg(test)]
mod tests;
