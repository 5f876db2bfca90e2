//! What there is to say of a file as a whole: its form, its edition, its pages.

use crate::{
    Code, Fault, Field, Form, Identity, Part, copies,
    edition::{self, Age, Known},
    fault::Param,
};
use prefile::Day;

/// What is wrong with a file, the gravest first.
#[must_use]
pub fn of_file(form: &Form, identity: &Identity) -> Vec<Fault> {
    let mut faults = Vec::new();
    if !form.fields.iter().any(Field::is_open) {
        faults.push(Fault::new(Code::PdfNoBoxes));
    } else if let Some(main) = identity.main() {
        faults.push(of_edition(main));
        for part in &identity.parts {
            of_part(part, main, identity, &mut faults);
        }
        if !identity.unmarked.is_empty() {
            let pages = Param::Pages(identity.unmarked.clone());
            faults.push(Fault::new(Code::PagesUnmarked).with([pages]));
        }
    } else {
        faults.push(Fault::new(Code::EditionUnknown));
    }
    if form.incomplete {
        faults.push(Fault::new(Code::PdfIncomplete));
    }
    if let Some(count) = copies::are_apart(form) {
        faults.push(Fault::new(Code::PdfTwoCopies).with([Param::Number(count)]));
    }
    if form.cut_short {
        faults.push(Fault::new(Code::PdfCutShort));
    }
    faults.sort_by_key(Fault::severity);
    faults
}

fn of_part(part: &Part, main: &Part, identity: &Identity, faults: &mut Vec<Fault>) {
    let form = || Param::Text(part.form.clone());
    let own = Param::Pages(part.pages.iter().map(|(page, _)| *page).collect());
    if part.form != main.form {
        faults.push(Fault::new(Code::PagesOtherForm).with([own, form()]));
    } else if part.edition != main.edition {
        let edition = Param::Edition(part.edition);
        faults.push(Fault::new(Code::PagesOtherEdition).with([own, edition]));
        // What it lacks the other has.
        return;
    }
    let same = identity
        .parts
        .iter()
        .filter(|other| other.form == part.form);
    let there: Vec<u32> = same
        .flat_map(|other| other.pages.iter().map(|(_, number)| *number))
        .collect();
    let missing = part.missing.iter().copied();
    let missing: Vec<u32> = missing.filter(|page| !there.contains(page)).collect();
    if !missing.is_empty() {
        let pages = Param::Pages(missing);
        faults.push(Fault::new(Code::PagesMissing).with([form(), pages]));
    }
    if !part.repeated.is_empty() {
        let pages = Param::Pages(part.repeated.clone());
        faults.push(Fault::new(Code::PagesRepeated).with([form(), pages]));
    }
}

/// What an edition is beside those that we have read. None is said to be current.
fn of_edition(part: &Part) -> Fault {
    let own = Param::Edition(part.edition);
    let newest = |known: &Known| Param::Edition(known.day);
    match edition::age(&part.form, part.edition) {
        Age::Older(known) => {
            let newest = newest(&known);
            Fault::new(Code::EditionOlder).with([own, newest]).of(known)
        }
        Age::Newer(known) => {
            let newest = newest(&known);
            Fault::new(Code::EditionNewer)
                .with([own, newest, read()])
                .of(known)
        }
        Age::NewestRead(known) => match known.newer {
            Some(month) => Fault::new(Code::EditionNewerSeen)
                .with([own, Param::Text(as_printed(month))])
                .of(known),
            None => Fault::new(Code::EditionNewestRead)
                .with([own, read()])
                .of(known),
        },
        Age::Unknown => {
            let form = Param::Text(part.form.clone());
            Fault::new(Code::EditionUnread).with([form, read()])
        }
    }
}

/// The day of our knowledge.
fn read() -> Param {
    Day::from_iso(edition::READ).map_or_else(|| Param::Text(edition::READ.to_owned()), Param::Day)
}

/// `2026-09` → `09/2026`
fn as_printed(month: &str) -> String {
    month.split_once('-').map_or_else(
        || month.to_owned(),
        |(year, month)| format!("{month}/{year}"),
    )
}
