//! What a definition says of the answers in a form, each in the box that it belongs to.

use super::{ReadBack, Told, read_back};
use crate::examine::{Examined, beside, examine, is_nothing};
use crate::{Code, Fault, Field, Form, Identity, Shape};
use prefile::{
    Context, Day, Finding, Kind, check,
    form::{Definition, Evaluation, Packet, Saying},
};
use std::collections::BTreeMap;

/// What there is to say of the boxes of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Every box.
    pub boxes: Vec<Examined>,
    /// What a definition of the form's edition adds, if there is one.
    pub defined: Option<Defined>,
}

/// What a definition says of a whole form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Defined {
    /// Which of the definitions it is.
    pub definition: usize,
    /// The answers in the boxes.
    pub read: ReadBack,
    /// Its checks that hold of no single box: their places in it.
    pub checks: Vec<usize>,
    /// What is said of no single box, in the core's codes.
    pub findings: Vec<Finding>,
}

/// Examines a form, with the definition of its edition, if it is among these.
#[must_use]
pub fn examine_with(form: &Form, definitions: &[Definition], context: Context) -> Report {
    let mut report = Report {
        boxes: examine(form, context),
        defined: None,
    };
    let identity = Identity::of(form);
    let own = identity.main().and_then(|main| {
        definitions.iter().position(|definition| {
            definition.form == main.form && Day::from_iso(&definition.edition) == Some(main.edition)
        })
    });
    let begun = form.fields.iter().any(|field| field.answer().is_some());
    if let Some(place) = own.filter(|_| begun) {
        let definition = &definitions[place];
        let mut judge = Judge::new(form, definition, &mut report.boxes);
        judge.defined.definition = place;
        let packet = Packet::new(vec![definition.clone()]);
        let evaluation = packet.evaluate(&judge.defined.read.answers, context);
        judge.say(&evaluation, context);
        judge.left_empty(&packet, &evaluation);
        judge.compare(context);
        report.defined = Some(judge.defined);
    }
    report
}

struct Judge<'f> {
    form: &'f Form,
    boxes: &'f mut [Examined],
    /// Of a field, its place among the boxes.
    places: BTreeMap<usize, usize>,
    defined: Defined,
}

impl<'f> Judge<'f> {
    fn new(form: &'f Form, definition: &Definition, boxes: &'f mut [Examined]) -> Self {
        let places = boxes.iter().enumerate();
        Self {
            places: places.map(|(at, own)| (own.field, at)).collect(),
            form,
            boxes,
            defined: Defined {
                read: read_back(form, definition),
                ..Defined::default()
            },
        }
    }

    /// The box of an answer: one that is filled before one that is not. Of a list, its first.
    fn place(&self, path: &str) -> Option<usize> {
        let told = &self.defined.read.boxes;
        let entry = format!("{path}[");
        let of_list = |told: &&Told| told.path.starts_with(&entry);
        let own = told.iter().filter(|told| told.path == path);
        let own = own.filter_map(|told| self.places.get(&told.field));
        let filled = |at: &&usize| self.form.fields[self.boxes[**at].field].answer().is_some();
        let mut members = told.iter().filter(of_list);
        own.clone()
            .find(filled)
            .or_else(|| own.clone().next())
            .or_else(|| members.find_map(|told| self.places.get(&told.field)))
            .copied()
    }

    fn say(&mut self, evaluation: &Evaluation, context: Context) {
        for said in &evaluation.findings {
            let place = said.field.as_deref().and_then(|path| self.place(path));
            match (&said.what, place) {
                (Saying::Check(_, check), Some(at)) => self.boxes[at].checks.push(*check),
                (Saying::Check(_, check), None) => self.defined.checks.push(*check),
                (Saying::Finding(finding, _), Some(at))
                    if is_news(finding) && !self.is_judged(at, finding, context) =>
                {
                    let own = &mut self.boxes[at].findings;
                    if own.iter().all(|other| other.code != finding.code) {
                        own.push(finding.clone());
                        own.sort_by_key(Finding::severity);
                    }
                }
                (Saying::Finding(finding, _), None) if is_news(finding) => {
                    self.defined.findings.push(finding.clone());
                }
                _ => {}
            }
        }
    }

    /// Whether this was looked at with what is known of the box: N/A, a telephone of another country.
    fn is_judged(&self, at: usize, finding: &Finding, context: Context) -> bool {
        let own = &self.boxes[at];
        let answer = self.form.fields[own.field].answer().unwrap_or_default();
        let is = |other: &Finding| other.code == finding.code;
        let seen = |kind| check(kind, answer, context).findings.iter().any(is);
        is_nothing(answer) || own.kind.is_some_and(seen)
    }

    /// Says of boxes that they are empty, where the form asks and there is no other answer.
    fn left_empty(&mut self, packet: &Packet, evaluation: &Evaluation) {
        let asked = evaluation.steps.iter().flat_map(|step| &step.asked);
        for asked in asked.filter(|asked| !asked.answered) {
            let path = packet.path(asked.fact, asked.entry);
            let told = self.defined.read.boxes.iter();
            let own = told.filter(|told| told.path == path);
            let fields: Vec<usize> = own.map(|told| told.field).collect();
            let filled = |at: &usize| self.form.fields[*at].answer().is_some();
            if !fields.iter().any(filled)
                && let Some(at) = fields.iter().find_map(|field| self.places.get(field))
                && self.boxes[*at]
                    .faults
                    .iter()
                    .all(|fault| fault.code != Code::BoxHalfFilled)
            {
                self.boxes[*at].faults.push(Fault::new(Code::BoxEmpty));
            }
        }
    }

    /// Compares boxes that have the same answer.
    fn compare(&mut self, context: Context) {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        let mut faults = Vec::new();
        for told in &self.defined.read.boxes {
            let field = &self.form.fields[told.field];
            let written = told.whole && field.shape == Shape::Text && field.answer().is_some();
            let Some(at) = self.places.get(&told.field).filter(|_| written) else {
                continue;
            };
            let other = *first.entry(&told.path).or_insert(*at);
            let other_field = &self.form.fields[self.boxes[other].field];
            let kind = self.boxes[*at].kind;
            let known = self.boxes[*at].faults.iter();
            let known = known.clone().any(|fault| fault.code == Code::BoxDiffers);
            if !known && !same(kind, field, other_field, context) {
                faults.push((*at, other));
            }
        }
        for (at, other) in faults {
            let other = self.boxes[other].field;
            let own = &mut self.boxes[at];
            let fault = beside(Code::BoxDiffers, self.form, own.field, other);
            own.faults.push(fault);
        }
    }
}

/// Whether a finding says more than that something is wrong with the text or the box.
fn is_news(finding: &Finding) -> bool {
    use prefile::Code as Own;
    !matches!(
        finding.code,
        Own::AnswerUnknownFact | Own::AnswerBoxRefuses | Own::AnswerBoxTooSmall
    )
}

/// Whether two boxes say the same, as far as spelling lets them.
fn same(kind: Option<Kind>, one: &Field, other: &Field, context: Context) -> bool {
    let value = |field: &Field| kind.and_then(|kind| check(kind, &field.value, context).value);
    let plain = |field: &Field| field.value.trim().to_lowercase();
    plain(one) == plain(other) || value(one).is_some_and(|own| value(other) == Some(own))
}
