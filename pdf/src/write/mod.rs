//! Writes into an official blank: values by the names of their boxes. The file comes out whole and
//! as it was, but for those boxes, its encryption, its usage rights, which hold no longer, and the
//! copy of the answers that only Adobe's programs read: they would show that one, without what was
//! written. What a box cannot hold is told and not written.
//!
//! Nothing is ever signed here.

mod filling;
mod font;
mod look;
mod more;
mod put;
mod serial;
mod sheet;
mod whole;

pub use sheet::{Entry, Sheet};

use crate::{
    Changes, Code, Fault, Field, Form, Identity, Place, Shape, examine,
    fault::Param,
    field::Origin,
    file::{File, Object},
    known,
};
use filling::Filling;
use prefile::{Context, Day, Finding};
use std::collections::{HashMap, HashSet};
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
    /// What becomes of a form of another edition.
    pub other: OtherEdition,
}

/// What becomes of a form of another edition than the values are meant for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OtherEdition {
    /// Nothing is written into it.
    #[default]
    Refuse,
    /// What is surely the same box is filled.
    Surely,
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
    /// What has no room in it: a file of its own.
    pub sheet: Option<Sheet>,
    /// What changed from the edition that the values are meant for to that of the file.
    pub changes: Option<Changes>,
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
    let changes = changes(&form, order);
    let against = refusals(&file, &form, &origins, order, changes.is_some());
    if !against.is_empty() {
        return Filled {
            changes,
            ..Filled::refused(against)
        };
    }
    let mut told = Vec::new();
    if changes.is_some() {
        told.extend(of_edition(&form, order, Code::FillInOtherEdition).map(Remark::from));
    }
    let all = wanted(&form, order.values, changes.as_ref(), &mut told);
    let mut filling = Filling::of(&file, form, origins, &all);
    for (at, value) in all {
        filling.add(at, value, order.existing);
    }
    let Filling {
        mut put,
        written,
        form,
        origins,
        entries,
        more,
        told: of_values,
        ..
    } = filling;
    told.extend(of_values);
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
    let sheet = (!entries.is_empty()).then(|| Sheet::of(&file, &form, more, entries));
    Filled {
        bytes,
        sheet: sheet.flatten(),
        changes,
        findings: told,
        form,
    }
}

/// What changed from the edition that the values are meant for to this one, if it is another.
fn changes(form: &Form, order: Order) -> Option<Changes> {
    let (id, edition) = order.form?;
    let identity = Identity::of(form);
    let other = identity
        .main()
        .filter(|part| part.form == id && part.edition != edition);
    other?;
    Some(Changes::between(&known(id, edition)?, &Place::all(form)))
}

/// What is said of a file of another edition.
fn of_edition(form: &Form, order: Order, code: Code) -> Option<Fault> {
    let (_, edition) = order.form?;
    let identity = Identity::of(form);
    let days = [identity.main()?.edition, edition].map(Param::Edition);
    Some(Fault::new(code).with(days))
}

/// Why nothing may be written into this file at all.
fn refusals(
    file: &File,
    form: &Form,
    origins: &[Origin],
    order: Order,
    comparable: bool,
) -> Vec<Remark> {
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
        let surely = comparable && order.other == OtherEdition::Surely;
        let identity = Identity::of(form);
        let wanted = Param::Text(id.to_owned());
        let other = match identity.main() {
            Some(part) if part.form == id && part.edition == edition => None,
            Some(part) if part.form == id && surely => None,
            Some(part) if part.form == id => of_edition(form, order, Code::FillOtherEdition),
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
    changes: Option<&Changes>,
    told: &mut Vec<Remark>,
) -> Vec<(usize, &'o str)> {
    let all = || form.fields.iter().enumerate();
    // Boxes with one name are one to whoever reads the file by names.
    let mut names: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, field) in all() {
        names.entry(&field.name).or_default().push(at);
    }
    let mut wanted = Vec::new();
    let mut shared = HashMap::new();
    for &(name, value) in values {
        let own = changes.map_or(Ok(name), |changes| in_other(changes, name));
        let own = own.and_then(|own| names.get(own).ok_or_else(|| put::no_such_box(name)));
        let boxes = match own {
            Ok(boxes) => boxes,
            Err(fault) => {
                told.push(Remark {
                    field: Some(name.to_owned()),
                    what: fault.into(),
                });
                continue;
            }
        };
        for at in boxes {
            wanted.push((*at, value));
            let field = &form.fields[*at];
            if let (Some(group), Shape::Text) = (&field.shared, field.shape) {
                shared.insert(group.as_str(), value);
            }
        }
    }
    let own: HashSet<usize> = wanted.iter().map(|(at, _)| *at).collect();
    for (at, field) in all().filter(|(at, field)| field.shape == Shape::Text && !own.contains(at)) {
        let value = field
            .shared
            .as_ref()
            .and_then(|group| shared.get(group.as_str()));
        wanted.extend(value.map(|value| (at, *value)));
    }
    wanted
}

/// What a box is called in the edition of the file.
fn in_other<'n>(changes: &'n Changes, name: &'n str) -> Result<&'n str, Fault> {
    let known = changes.known(name).map(|place| Param::Place {
        item: place.item.clone(),
        page: place.page,
    });
    let gone = |place| Fault::new(Code::FillNotFound).with([place]);
    match known {
        Some(place) => changes.name(name).ok_or_else(|| gone(place)),
        None => Err(put::no_such_box(name)),
    }
}

/// What their limits and their scripts say of the boxes that were written.
fn of_boxes(form: &Form, written: &[usize]) -> Vec<Remark> {
    let mut told = Vec::new();
    let written: HashSet<&usize> = written.iter().collect();
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
