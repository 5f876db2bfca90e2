//! What is wrong with the answers in the boxes: by the core's checks, by the limits of the box, by
//! the rules of its scripts, and beside other boxes. The scripts are filters of one program, not law:
//! what they refuse is no error of the value.

mod days;
mod group;
mod limits;
mod people;
mod rules;
mod sign;
mod wants;

use crate::{Code, Fault, Field, Form, Item, Shape, Style, copies, fault::Param, script::Rule};
pub(crate) use limits::is_nothing;
pub(crate) use people::{ONE, is_further};
use prefile::{
    Code as Own, Context, Finding, Kind, check,
    field::{Purpose, Whose},
};
use rules::Rules;
use wants::{classify, is_of_another, is_shut_out};

/// Below this, in points, programs that choose the size of letters do not go.
const SMALLEST: f64 = 4.0;
/// A letter that stands out by less than this can still be read.
const SLACK: f64 = 2.0;
/// A receipt number, for the end of one that is cut.
const RECEIPT: &str = "IOE0912345678";
/// Words of boxes about somebody beside those whom a form is about: of a family that files together, each
/// of the others names the principal applicant.
const BESIDE: [&str; 2] = ["principal applicant's", "beneficiary's family"];
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
    let apart = copies::are_apart(form).is_some();
    let mut boxes = Vec::new();
    for (at, field) in form.fields.iter().enumerate() {
        if !field.is_open() {
            boxes.extend(sign::place(at, field));
            continue;
        }
        let mut own = Examined::of(at, field);
        if own.kind.is_some_and(|kind| {
            is_shut_out(kind, rules.of_box(at)) || is_of_another(form, field, kind)
        }) {
            (own.kind, own.whose, own.purpose) = (None, None, None);
        }
        if field.disputed().is_some() && !apart {
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
    days::in_order(form, &mut boxes);
    sign::by_hand(form, context, &mut boxes);
    boxes
}

impl Examined {
    /// A box of which nothing is said yet.
    pub(crate) fn of(at: usize, field: &Field) -> Self {
        let classified = classify(field);
        let item = Item::read(&field.tooltip);
        // The A-Number at the head of a form is of whom it is about.
        let head = item.item.is_none() && field.page() == Some(1);
        let head = head && classified.is_some_and(|found| found.kind == Kind::ANumber);
        let head = head.then_some(Whose::Applicant);
        let whose = classified.and_then(|found| found.whose);
        let whose = whose.filter(|_| !says(&field.tooltip, &BESIDE));
        Self {
            field: at,
            item,
            kind: classified.map(|found| found.kind),
            whose: whose.or(head),
            purpose: classified.and_then(|found| found.purpose),
            findings: Vec::new(),
            faults: Vec::new(),
            checks: Vec::new(),
        }
    }
}

/// Whether a text says one of these, whichever letters are large.
#[inline(never)]
pub(crate) fn says(text: &str, words: &[&str]) -> bool {
    let text = text.to_lowercase();
    words.iter().any(|word| text.contains(word))
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

fn look(own: &mut Examined, answer: &str, field: &Field, rules: &[&Rule], context: Context) {
    let mut value = None;
    if let Some(kind) = own.kind.filter(|_| !is_offered(answer, field)) {
        let found = check(kind, answer, context);
        (own.findings, value) = (found.findings, found.value);
        if let Some(cut) = cut_receipt(kind, answer, field, context) {
            own.findings = vec![cut];
        }
        let known = Known::of(field, rules);
        own.findings.retain(|finding| known.leaves(finding, answer));
        // A class of admission is asked for of people who have a status in words only.
        for finding in &mut own.findings {
            if finding.code == Own::ClassOfAdmissionTooLong && is_words(answer) {
                *finding = Finding::new(Own::ClassOfAdmissionUnknownCode);
            }
        }
    }
    if !limits::is_by_hand(own, answer, field, rules, context) {
        limits::limits(own, answer, value.as_deref(), field, rules);
    }
    own.findings.sort_by_key(Finding::severity);
}

/// That a text which fills its box is the beginning of a receipt number, which has no room there.
fn cut_receipt(kind: Kind, answer: &str, field: &Field, context: Context) -> Option<Finding> {
    let length = answer.len();
    let full = field.max_length == u32::try_from(length).ok() && length < RECEIPT.len();
    let (letters, digits) = answer.split_at_checked(3).filter(|_| full)?;
    let office = letters.bytes().all(|letter| letter.is_ascii_alphabetic());
    let count = digits.bytes().all(|digit| digit.is_ascii_digit()) && !digits.is_empty();
    let rest = RECEIPT.get(length..).filter(|_| office && count)?;
    let found = check(kind, &[answer, rest].concat(), context).findings;
    let is_receipt = |finding: &Finding| finding.looks_like == Some(Kind::ReceiptNumber);
    let mut finding = found.into_iter().find(is_receipt)?;
    finding.span = None;
    Some(finding)
}

/// Whether it is one of those that the form itself offers: none of them is wrong.
fn is_offered(answer: &str, field: &Field) -> bool {
    field.shape == Shape::Choice && field.options.iter().any(|option| option == answer)
}

fn is_words(answer: &str) -> bool {
    !answer.bytes().any(|byte| byte.is_ascii_digit())
}

/// What is known of a box, and need not be guessed.
struct Known {
    /// How many characters it takes at the most.
    room: Option<u32>,
    /// Whether it takes no `+`.
    no_plus: bool,
    /// Whether more letters than a state's code may stand there: a province's.
    province: bool,
}

impl Known {
    fn of(field: &Field, rules: &[&Rule]) -> Self {
        let room = limits::room(field, rules);
        Self {
            room,
            no_plus: rules
                .iter()
                .any(|rule| matches!(rule, Rule::Takes(letters) if !letters.takes('+'))),
            province: field.shape == Shape::Text && room.is_none_or(|most| most > 2),
        }
    }

    /// Whether a finding says more than what is known better.
    fn leaves(&self, finding: &Finding, answer: &str) -> bool {
        let id = finding.code.id();
        // More digits than the US have are those of another country, whether or not a box takes its sign.
        let abroad = || {
            let digits = answer.chars().filter(char::is_ascii_digit).count();
            digits > 10 && (self.no_plus || self.room.is_some_and(|most| most > 10))
        };
        !(id.ends_with("/box-may-refuse")
            || id.ends_with("/long-for-box") && self.room.is_some()
            || finding.code == Own::StateUnknown && self.province
            || finding.code == Own::PhoneNotUs && abroad())
    }
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
