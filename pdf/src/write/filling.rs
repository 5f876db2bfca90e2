//! A form that is being filled: each value into its box, or where there is room for it.

use super::{
    Existing, Remark,
    font::Font,
    look::bytes,
    more::{self, Space},
    put::{self, Put},
    sheet::Entry,
};
use crate::{
    Code, Fault, Field, Form, Identity, Item, Shape, fault::Param, field::Origin, file::File,
};
use std::collections::HashMap;

/// How many beginnings of a text are tried in its box.
const TRIES: usize = 40;

pub(super) struct Filling<'f> {
    pub(super) put: Put<'f>,
    pub(super) form: Form,
    pub(super) origins: Vec<Origin>,
    pub(super) told: Vec<Remark>,
    /// The fields that were written.
    pub(super) written: Vec<usize>,
    /// What goes to a sheet of its own.
    pub(super) entries: Vec<Entry>,
    /// The page that has room for more.
    pub(super) more: Option<u32>,
    identity: Identity,
    /// Answers that several boxes share and that stand elsewhere, with what is said of them.
    moved: Vec<(String, Fault)>,
    /// The font of that sheet.
    paper: Font,
    /// Where there is room for what does not fit, the next one last.
    spaces: Vec<Space>,
    /// Texts that stand in such a space already, each with its address.
    notes: Vec<(usize, [String; 3])>,
}

impl<'f> Filling<'f> {
    pub(super) fn of(
        file: &'f File<'f>,
        form: Form,
        origins: Vec<Origin>,
        all: &[(usize, &str)],
    ) -> Self {
        let mut spaces = more::spaces(&form);
        let first = spaces.first().map(|space| &form.fields[space.text]);
        let more = first.and_then(Field::page);
        let named: HashMap<usize, &str> = all.iter().copied().collect();
        let named = |at: usize| named.get(&at).copied();
        let notes = spaces.iter().filter(|space| named(space.text).is_some());
        let notes = notes.map(|space| {
            let said = |at: usize| named(at).unwrap_or(&form.fields[at].value).to_owned();
            (space.text, [space.page, space.part, space.item].map(said))
        });
        let notes = notes.collect();
        spaces.retain(|space| {
            let taken = |at: &usize| form.fields[*at].answer().is_some() || named(*at).is_some();
            !space.fields().iter().any(taken)
        });
        spaces.reverse();
        Self {
            put: Put::of(file),
            identity: Identity::of(&form),
            moved: Vec::new(),
            paper: Font::standard(file, "Helvetica"),
            written: Vec::new(),
            entries: Vec::new(),
            told: Vec::new(),
            form,
            origins,
            more,
            spaces,
            notes,
        }
    }

    /// Writes a value, as far as that can be, and tells what there is to say.
    pub(super) fn add(&mut self, at: usize, value: &str, existing: Existing) {
        let field = &self.form.fields[at];
        let done = match hindrance(field, value, existing) {
            Some(code) => Err(Fault::new(code)),
            None => self.write(at, value),
        };
        let note = match done {
            Ok(smaller) => smaller.then(|| Fault::new(Code::FillSmaller)),
            Err(fault) => Some(self.elsewhere(at, value, fault)),
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
        // What several boxes share is written in one of them.
        if field.read_only && field.shared.is_none() && !value.is_empty() {
            field.read_only = false;
            self.put.unlock(&self.origins[at]);
        }
        self.written.push(at);
        Ok(smaller)
    }

    /// Writes what does not fit where there is room, and what fits of it here.
    fn elsewhere(&mut self, at: usize, value: &str, fault: Fault) -> Fault {
        let field = &self.form.fields[at];
        // Where a form has no page for more, its instructions want no sheet.
        if fault.code != Code::FillTooLong || self.more.is_none() || !more::may_move(at, field) {
            return fault;
        }
        // What several boxes share stands elsewhere once.
        let group = field.shared.clone();
        let before = self
            .moved
            .iter()
            .find(|(own, _)| Some(own) == group.as_ref());
        let moved = match before {
            Some((_, moved)) => moved.clone(),
            None => match self.move_on(at, value) {
                Ok(moved) => moved,
                Err(Some(letters)) => return letters,
                Err(None) => return fault,
            },
        };
        self.moved.extend(group.map(|group| (group, moved.clone())));
        let room = fault.params.iter().filter_map(|param| match param {
            Param::Number(number) => usize::try_from(*number).ok(),
            _ => None,
        });
        let room = room.min().unwrap_or_default();
        let _ = more::beginnings(value, room)
            .take(TRIES)
            .find(|own| self.write(at, own).is_ok());
        moved
    }

    /// Writes a text into a space of the form, or onto the sheet; why not, if that is another reason than its length.
    fn move_on(&mut self, at: usize, value: &str) -> Result<Fault, Option<Fault>> {
        let note = self.notes.iter().find(|(text, _)| *text == at);
        let address = match note {
            Some((_, address)) => address.clone(),
            None => more::address(&self.form.fields[at], &self.identity),
        };
        match self.in_space(value, &address) {
            Ok(moved) => return Ok(moved),
            Err(fault) if fault.code == Code::FillNoSuchLetter => return Err(Some(fault)),
            Err(_) if value.len() > more::LONGEST => return Err(None),
            Err(_) => {}
        }
        for line in value.lines() {
            bytes(line, &self.paper).map_err(|misfit| Some(put::misfit(misfit, value)))?;
        }
        self.entries.push(Entry {
            field: at,
            address,
            text: value.to_owned(),
        });
        Ok(Fault::new(Code::FillOnSheet))
    }

    /// Writes a text into the next free space of the form.
    fn in_space(&mut self, value: &str, address: &[String; 3]) -> Result<Fault, Fault> {
        let full = Fault::new(Code::FillTooLong);
        let space = *self.spaces.last().ok_or(full)?;
        self.write(space.text, value)?;
        self.spaces.pop();
        let boxes = [space.page, space.part, space.item];
        for (at, own) in boxes.into_iter().zip(address) {
            // An address that has no room there is found by its page.
            let _ = self.write(at, own);
        }
        let text = &self.form.fields[space.text];
        let place = Param::Box {
            field: space.text,
            item: Item::read(&text.tooltip),
            page: text.page(),
        };
        Ok(Fault::new(Code::FillMoved).with([place]))
    }
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
