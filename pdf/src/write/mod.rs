//! Writes into an official blank: values by the names of their boxes. The file comes out whole and
//! as it was, but for those boxes, its encryption, its usage rights, which hold no longer, and the
//! copy of the answers that only Adobe's programs read: they would show that one, without what was
//! written. What a box cannot hold is told and not written.
//!
//! Nothing is ever signed here.

mod font;
mod look;
mod more;
mod put;
mod serial;
mod whole;

use crate::{
    Code, Fault, Field, Form, Identity, Item, Shape, examine,
    fault::Param,
    field::Origin,
    file::{File, Object},
};
use more::Space;
use prefile::{Context, Day, Finding};
use put::Put;
use std::collections::HashMap;
use whole::Draft;

/// What is to be written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Order<'o> {
    /// The names of boxes, each with its value: of check boxes the state, empty for "off".
    pub values: &'o [(&'o str, &'o str)],
    /// The form and the edition that the values are meant for; without, any form is filled.
    pub form: Option<(&'o str, Day)>,
    /// What becomes of other answers in those boxes.
    pub existing: Existing,
}

/// What becomes of answers that a file has already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Existing {
    /// They stay, and it is said which ones would have been replaced.
    #[default]
    Keep,
    /// They are replaced.
    Replace,
}

/// A file that was filled, or why it was not.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filled {
    /// The file; `None` if nothing could be written into it.
    pub bytes: Option<Vec<u8>>,
    /// What there is to say.
    pub findings: Vec<Remark>,
    /// The form with what was written; empty if nothing was.
    pub form: Form,
}

/// Something that was found while filling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The name of the box; `None` for the whole file.
    pub field: Option<String>,
    /// What there is to say.
    pub what: What,
}

/// What there is to say of a box or a file: in this module's codes, or in the core's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// What is wrong with it, or what was done.
    Fault(Fault),
    /// What is wrong with the value.
    Finding(Finding),
}

impl Filled {
    fn refused(all: impl IntoIterator<Item = Remark>) -> Self {
        Self {
            findings: all.into_iter().collect(),
            ..Self::default()
        }
    }
}

impl Remark {
    fn of(field: &Field, what: impl Into<What>) -> Self {
        Self {
            field: Some(field.name.clone()),
            what: what.into(),
        }
    }
}

impl From<Fault> for Remark {
    fn from(fault: Fault) -> Self {
        Self {
            field: None,
            what: fault.into(),
        }
    }
}

impl From<Fault> for What {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Code> for Remark {
    fn from(code: Code) -> Self {
        Fault::new(code).into()
    }
}

/// Fills a form.
#[must_use]
pub fn fill(bytes: &[u8], order: Order) -> Filled {
    let file = match File::open(bytes) {
        Ok(file) => file,
        Err(why) => return Filled::refused([Fault::from(why).into()]),
    };
    let (form, origins) = Form::of(&file);
    let against = refusals(&file, &form, &origins, order);
    if !against.is_empty() {
        return Filled::refused(against);
    }
    let mut told = Vec::new();
    let all = wanted(&form, order.values, &mut told);
    let mut spaces = more::spaces(&form);
    spaces.retain(|space| {
        let taken = |at: &usize| form.fields[*at].answer().is_some();
        let named = |at: &usize| all.iter().any(|(own, _)| own == at);
        !space.fields().iter().any(|at| taken(at) || named(at))
    });
    let mut filling = Filling {
        put: Put::of(&file),
        written: Vec::new(),
        spaces: spaces.into_iter(),
        form,
        origins,
        told,
    };
    for (at, value) in all {
        filling.add(at, value, order.existing);
    }
    let Filling {
        mut put,
        written,
        form,
        origins,
        mut told,
        ..
    } = filling;
    told.extend(of_boxes(&form, &written));
    put.defaults(&form, &origins);
    let mut draft = put.done();
    if free(&mut draft, &file) || file.encrypted() {
        told.push(Code::FillSetFree.into());
    }
    let bytes = (!file.exceeded()).then(|| draft.write()).flatten();
    if bytes.is_none() {
        return Filled::refused([Code::PdfDamaged.into()]);
    }
    Filled {
        bytes,
        findings: told,
        form,
    }
}

/// A form that is being filled.
struct Filling<'f> {
    put: Put<'f>,
    form: Form,
    origins: Vec<Origin>,
    told: Vec<Remark>,
    /// The fields that were written.
    written: Vec<usize>,
    /// Where there is room for what does not fit.
    spaces: std::vec::IntoIter<Space>,
}

impl Filling<'_> {
    /// Writes a value, as far as that can be, and tells what there is to say.
    fn add(&mut self, at: usize, value: &str, existing: Existing) {
        let field = &self.form.fields[at];
        let done = match hindrance(field, value, existing) {
            Some(code) => Err(Fault::new(code)),
            None => self.write(at, value),
        };
        let note = match done {
            Ok(smaller) => smaller.then(|| Fault::new(Code::FillSmaller)),
            Err(fault) => Some(self.elsewhere(at, value, &fault).unwrap_or(fault)),
        };
        let field = &self.form.fields[at];
        self.told.extend(note.map(|fault| Remark::of(field, fault)));
    }

    /// Whether it stands smaller than the form has it.
    fn write(&mut self, at: usize, value: &str) -> Result<bool, Fault> {
        let field = &mut self.form.fields[at];
        let smaller = self.put.value(field, &self.origins[at], value)?;
        value.clone_into(&mut field.value);
        field.acrobat_value = None;
        self.written.push(at);
        Ok(smaller)
    }

    /// Writes what does not fit where there is room, and what fits of it here.
    fn elsewhere(&mut self, at: usize, value: &str, fault: &Fault) -> Option<Fault> {
        let field = &self.form.fields[at];
        if fault.code != Code::FillTooLong || !more::may_move(at, field) {
            return None;
        }
        let address = more::address(field, &Identity::of(&self.form));
        let space = self.spaces.next()?;
        self.write(space.text, value).ok()?;
        for (at, own) in [space.page, space.part, space.item]
            .into_iter()
            .zip(&address)
        {
            // An address that has no room there is found by its page.
            let _ = self.write(at, own);
        }
        let _ = more::beginnings(value).find(|own| self.write(at, own).is_ok());
        let text = &self.form.fields[space.text];
        let place = Param::Box {
            field: space.text,
            item: Item::read(&text.tooltip),
            page: text.page(),
        };
        Some(Fault::new(Code::FillMoved).with([place]))
    }
}

/// Why nothing may be written into this file at all.
fn refusals(file: &File, form: &Form, origins: &[Origin], order: Order) -> Vec<Remark> {
    if form.cut_short {
        return vec![Code::PdfTooLarge.into()];
    }
    if file.searched() {
        return vec![Code::PdfDamaged.into()];
    }
    if form.fields.is_empty() {
        return vec![Code::PdfNoBoxes.into()];
    }
    if let Some((id, edition)) = order.form {
        let identity = Identity::of(form);
        let wanted = Param::Text(id.to_owned());
        let other = match identity.main() {
            Some(part) if part.form == id && part.edition == edition => None,
            Some(part) if part.form == id => {
                let days = [part.edition, edition].map(Param::Edition);
                Some(Fault::new(Code::FillOtherEdition).with(days))
            }
            Some(part) => {
                let found = Param::Text(part.form.clone());
                Some(Fault::new(Code::FillOtherForm).with([found, wanted]))
            }
            None => Some(Fault::new(Code::FillUnknownForm).with([wanted])),
        };
        if let Some(other) = other {
            return vec![other.into()];
        }
    }
    if is_signed(file, form, origins) {
        return vec![Code::FillSigned.into()];
    }
    // Locked boxes say what they say in one copy only.
    let disputed = form.fields.iter();
    let disputed = disputed.filter(|field| !field.read_only && field.disputed().is_some());
    disputed
        .map(|field| Remark::of(field, Fault::new(Code::FillCopiesDiffer)))
        .collect()
}

/// Usage rights are no signature.
fn is_signed(file: &File, form: &Form, origins: &[Origin]) -> bool {
    let root = file.root();
    let permissions = root.dict().map(|root| file.get(root, "Perms"));
    let certified = permissions
        .as_ref()
        .and_then(|permissions| permissions.dict())
        .is_some_and(|permissions| *permissions.get("DocMDP") != Object::Null);
    let signed = |(field, origin): (&Field, &Origin)| {
        let place = origin.id.map(|id| file.follow(&Object::Reference(id)));
        let dict = place.as_ref().and_then(|place| place.dict());
        field.shape == Shape::Signature
            && dict.is_some_and(|dict| file.get(dict, "V").dict().is_some())
    };
    certified || form.fields.iter().zip(origins).any(signed)
}

/// Which fields get which values: those that are named, and those that show the same answer in
/// another place.
fn wanted<'o>(
    form: &Form,
    values: &'o [(&'o str, &'o str)],
    told: &mut Vec<Remark>,
) -> Vec<(usize, &'o str)> {
    let all = || form.fields.iter().enumerate();
    let names: HashMap<&str, usize> = all().map(|(at, field)| (field.name.as_str(), at)).collect();
    let mut wanted = Vec::new();
    let mut shared = HashMap::new();
    for &(name, value) in values {
        let Some(&at) = names.get(name) else {
            told.push(Remark {
                field: Some(name.to_owned()),
                what: put::no_such_box(name).into(),
            });
            continue;
        };
        wanted.push((at, value));
        let field = &form.fields[at];
        if let (Some(group), Shape::Text) = (&field.shared, field.shape) {
            shared.insert(group.as_str(), value);
        }
    }
    let own: Vec<usize> = wanted.iter().map(|(at, _)| *at).collect();
    for (at, field) in all().filter(|(at, field)| field.shape == Shape::Text && !own.contains(at)) {
        let value = field
            .shared
            .as_ref()
            .and_then(|group| shared.get(group.as_str()));
        wanted.extend(value.map(|value| (at, *value)));
    }
    wanted
}

/// Why this box does not get this value, whatever it could hold.
fn hindrance(field: &Field, value: &str, existing: Existing) -> Option<Code> {
    if is_signed_by_hand(field) {
        return Some(Code::FillSignedByHand);
    }
    let other = !field.value.trim().is_empty() && field.value != value;
    if field.shape == Shape::Button || field.read_only && other {
        return Some(Code::FillLockedBox);
    }
    let holds = other && field.answer().is_some() && existing == Existing::Keep;
    holds.then_some(Code::FillOtherAnswer)
}

/// By its name: `Pt3Line7a_Signature[0]`, not `Pt3Line7b_DateofSignature[0]`.
fn is_signed_by_hand(field: &Field) -> bool {
    let name = field.name.rsplit('.').next().unwrap_or_default();
    let name = name.to_ascii_lowercase();
    let says = |word: &str| name.contains(word);
    field.shape == Shape::Signature
        || field.shape == Shape::Text && (says("signature") || says("sig[")) && !says("date")
}

/// What their limits and their scripts say of the boxes that were written.
fn of_boxes(form: &Form, written: &[usize]) -> Vec<Remark> {
    let mut told = Vec::new();
    for own in examine(form, Context::default()) {
        if !written.contains(&own.field) {
            continue;
        }
        let field = &form.fields[own.field];
        let findings = own.findings.into_iter().filter(|finding| {
            use prefile::Code::{AnswerBoxRefuses, AnswerBoxTooSmall};
            matches!(finding.code, AnswerBoxRefuses | AnswerBoxTooSmall)
        });
        let faults = own.faults.into_iter().filter(|fault| {
            use Code::{BoxBothChecked, BoxExactLength, BoxNotADate};
            matches!(fault.code, BoxBothChecked | BoxExactLength | BoxNotADate)
        });
        let all = findings.map(What::Finding).chain(faults.map(What::Fault));
        told.extend(all.map(|what| Remark::of(field, what)));
    }
    told
}

/// Takes out what holds no longer: usage rights, and the copy that only Adobe's programs read. Whether
/// there was any.
fn free(draft: &mut Draft, file: &File) -> bool {
    let root = file.trailer().get("Root").clone();
    let value = draft.follow(&root);
    let (Some((number, _)), Some(catalogue)) = (root.reference(), value.dict()) else {
        return false;
    };
    let mut catalogue = catalogue.clone();
    let mut freed = catalogue.remove("Perms");
    freed |= catalogue.remove("NeedsRendering");
    let place = catalogue.get("AcroForm").clone();
    if let Some(form) = draft.follow(&place).dict() {
        let mut form = form.clone();
        freed |= form.remove("XFA");
        form.remove("SigFlags");
        form.remove("NeedAppearances");
        match place.reference() {
            Some((number, _)) => draft.put(number, Object::Dict(form)),
            None => catalogue.set("AcroForm", Object::Dict(form)),
        }
    }
    draft.put(number, Object::Dict(catalogue));
    freed
}
