//! From a file to JSON in words, field by field as `pkg/src/pdf.ts` declares it.

use crate::{
    Changes, Code, Examined, Fault, Field, Form, Identity, Item, Part, Place, Shape, Statement,
    Widget, across, edition, examine_with,
    fault::Words,
    of_file, said,
    write::{self, Order, Sheet, fill},
};
use prefile::{
    Code as Own, Context, Finding, Kind, Severity,
    field::{Purpose, Whose},
    form::{Answers, Definition, TextIndex},
    message::{Catalogue, explain, message},
};
use prefile_guide::{
    found_at,
    json::{field, key, list, object},
};
use std::collections::HashMap;

/// In which words.
pub struct Speech<'a> {
    /// The core's.
    pub core: &'a Catalogue,
    /// This module's.
    pub own: &'a Words,
}

/// What there is to say of a file: the same text natively and as a module.
#[must_use]
pub fn opened(
    bytes: &[u8],
    definitions: &[Definition],
    context: Context,
    speech: &Speech,
) -> String {
    let form = match Form::open(bytes) {
        Ok(form) => form,
        Err(why) => return refused(why.into(), speech),
    };
    let identity = Identity::of(&form);
    let faults = of_file(&form, &identity).into_iter().map(What::Fault);
    let report = examine_with(&form, definitions, context);
    let defined = report.defined.as_ref();
    let definition = defined.and_then(|defined| definitions.get(defined.definition));
    let check = |place: &usize| Some(What::Check(definition?, *place));
    let whole = defined.into_iter().flat_map(|defined| {
        let checks = defined.checks.iter().filter_map(check);
        checks.chain(defined.findings.iter().map(What::Finding))
    });
    let mut all: Vec<Told> = faults
        .chain(whole)
        .map(|what| Told { of: None, what })
        .collect();
    for own in &report.boxes {
        let faults = own.faults.iter().cloned().map(What::Fault);
        let findings = own.findings.iter().map(What::Finding);
        let checks = own.checks.iter().filter_map(check);
        let told = findings.chain(faults).chain(checks);
        all.extend(told.map(|what| Told {
            of: Some(own),
            what,
        }));
    }
    // The file first, then its boxes in their order.
    all.sort_by_key(Told::severity);
    let read = definition.zip(defined);
    let read = read.map(|(definition, defined)| (definition, &defined.read.standing));
    said(&form, &identity, &report.boxes, &all, read, speech)
}

/// The same of a file that could not be read.
#[must_use]
pub fn refused(why: Fault, speech: &Speech) -> String {
    let nothing = (Form::default(), Identity::default());
    said(
        &nothing.0,
        &nothing.1,
        &[],
        &[Told {
            of: None,
            what: What::Fault(why),
        }],
        None,
        speech,
    )
}

/// A filled file and what there is to say of it: the length of the JSON in four bytes, the JSON, the
/// sheet, of which the JSON says how long it is, and the file, if there is one.
#[must_use]
pub fn filled(bytes: &[u8], order: Order, speech: &Speech) -> Vec<u8> {
    let done = fill(bytes, order);
    let fields = done.form.fields.iter().enumerate();
    let places: HashMap<&str, usize> = fields
        .map(|(at, field)| (field.name.as_str(), at))
        .collect();
    let name = |at: usize| done.form.fields.get(at).map(|field| field.name.as_str());
    let mut json = String::new();
    object(&mut json, |out| {
        list(out, "findings", &done.findings, |remark, out| {
            let own = remark.field.as_deref();
            let place = own.and_then(|own| places.get(own).copied());
            let examined = place.map(|place| Examined::of(place, &done.form.fields[place]));
            let (what, other) = match &remark.what {
                write::What::Fault(fault) => (What::Fault(fault.clone()), fault.other()),
                write::What::Finding(finding) => (What::Finding(finding), None),
            };
            let told = Told {
                of: examined.as_ref(),
                what,
            };
            object(out, |out| {
                field(out, "field", &remark.field);
                field(out, "beside", &other.and_then(name));
                one_finding(&done.form, &told, speech, out);
            });
        });
        match &done.sheet {
            Some(sheet) => object(key(out, "sheet"), |out| one_sheet(sheet, &name, out)),
            None => key(out, "sheet").push_str("null"),
        }
        match &done.changes {
            Some(changes) => object(key(out, "changes"), |out| all_changes(changes, out)),
            None => key(out, "changes").push_str("null"),
        }
    });
    let length = u32::try_from(json.len()).unwrap_or_default().to_le_bytes();
    let sheet = done.sheet.map(|sheet| sheet.bytes).unwrap_or_default();
    let file = done.bytes.unwrap_or_default();
    [&length, json.as_bytes(), &sheet, &file].concat()
}

fn all_changes(changes: &Changes, out: &mut String) {
    let all = || changes.same.iter();
    let renamed = all().filter(|[old, new]| old.name != new.name);
    let moved = all().filter(|[old, new]| old.name == new.name && !old.is_beside(new));
    let left = all().filter(|[old, new]| old.name == new.name && old.is_beside(new));
    field(out, "same", &left.count());
    list(out, "moved", moved, two_places);
    list(out, "renamed", renamed, two_places);
    list(out, "reworded", &changes.reworded, two_places);
    list(out, "added", &changes.added, |place, out| {
        object(out, |out| one_place(place, out));
    });
    list(out, "gone", &changes.gone, |place, out| {
        object(out, |out| one_place(place, out));
    });
}

fn two_places([old, new]: &[Place; 2], out: &mut String) {
    object(out, |out| {
        object(key(out, "from"), |out| one_place(old, out));
        object(key(out, "to"), |out| one_place(new, out));
    });
}

fn one_place(place: &Place, out: &mut String) {
    field(out, "name", &place.name);
    field(out, "page", &count(place.page));
    field(out, "part", &place.item.part);
    field(out, "item", &place.item.item);
}

fn one_sheet<'n>(sheet: &Sheet, name: &impl Fn(usize) -> Option<&'n str>, out: &mut String) {
    let [family, given, middle] = &sheet.name;
    field(out, "length", &sheet.bytes.len());
    field(out, "pages", &count(sheet.pages));
    field(out, "familyName", family);
    field(out, "givenName", given);
    field(out, "middleName", middle);
    field(out, "aNumber", &sheet.a_number);
    list(out, "entries", &sheet.entries, |entry, out| {
        let [page, part, item] = &entry.address;
        object(out, |out| {
            field(out, "field", &name(entry.field));
            field(out, "page", page);
            field(out, "part", part);
            field(out, "item", item);
            field(out, "text", &entry.text);
        });
    });
}

/// What files say of one person otherwise.
#[must_use]
pub fn compared(statements: &[Statement], context: Context, speech: &Speech) -> String {
    let place = |own: &Statement| speech.own.place(&own.item, own.page);
    let mut out = String::new();
    object(&mut out, |out| {
        list(out, "findings", across(statements, context), |said, out| {
            object(out, |out| {
                let [own, other] = [said.of, said.other].map(|at| &statements[at]);
                field(out, "file", &own.file);
                field(out, "at", &own.field);
                field(out, "place", &place(own));
                field(out, "otherFile", &other.file);
                field(out, "other", &other.field);
                field(out, "otherPlace", &place(other));
                one_fault(&said.fault, speech, out);
            });
        });
    });
    out
}

/// What a code of the core means, or the one of this module with this name; `null` for what is no code.
#[must_use]
pub fn explained(core: Option<Own>, id: &str, speech: &Speech) -> String {
    let mut out = String::new();
    if let Some(code) = Code::from_id(id) {
        object(&mut out, |out| {
            field(out, "code", &code.id());
            field(out, "severity", &code.severity().id());
            field(out, "what", &speech.own.what(code));
            field(out, "why", &speech.own.why(code));
            field(out, "example", &code.example());
            let source = code.source();
            cited(
                Some((source.title, source.url(), source.read)),
                key(out, "source"),
            );
        });
    } else if let Some(code) = core {
        let explanation = explain(code, speech.core);
        object(&mut out, |out| {
            field(out, "code", &(code as usize));
            field(out, "severity", &code.severity().id());
            field(out, "what", &explanation.what);
            field(out, "why", &explanation.why);
            field(out, "example", &code.example());
            key(out, "source").push_str("null");
        });
    } else {
        out.push_str("null");
    }
    out
}

/// Something to say, of the whole file or of a box.
struct Told<'a> {
    of: Option<&'a Examined>,
    what: What<'a>,
}

enum What<'a> {
    Fault(Fault),
    Finding(&'a Finding),
    /// A check of a definition.
    Check(&'a Definition, usize),
}

impl Told<'_> {
    fn severity(&self) -> Severity {
        match &self.what {
            What::Fault(fault) => fault.severity(),
            What::Finding(finding) => finding.severity(),
            What::Check(definition, place) => definition.checks[*place].severity,
        }
    }
}

fn said(
    form: &Form,
    identity: &Identity,
    boxes: &[Examined],
    all: &[Told],
    read: Option<(&Definition, &Answers)>,
    speech: &Speech,
) -> String {
    let mut out = String::with_capacity(64 << 10);
    object(&mut out, |out| {
        one_form(identity.main(), key(out, "form"));
        list(
            out,
            "pages",
            (1..).zip(&form.sheets),
            |(page, sheet), out| {
                let part = identity.parts.iter();
                let part = part
                    .into_iter()
                    .find(|part| part.pages.iter().any(|(own, _)| *own == page));
                object(out, |out| {
                    field(out, "page", &count(page));
                    field(out, "form", &part.map(|part| part.form.as_str()));
                    field(out, "edition", &part.map(|part| part.edition.iso()));
                    let [left, bottom, right, top] = *sheet;
                    field(out, "width", &hundredths(right - left));
                    field(out, "height", &hundredths(top - bottom));
                });
            },
        );
        let examined: HashMap<usize, &Examined> =
            boxes.iter().map(|own| (own.field, own)).collect();
        list(
            out,
            "fields",
            form.fields.iter().enumerate(),
            |(at, one), out| {
                let own = examined.get(&at).copied();
                object(out, |out| one_field(form, one, own, out));
            },
        );
        list(out, "findings", all, |told, out| {
            object(out, |out| one_finding(form, told, speech, out));
        });
        match read {
            Some((definition, answers)) => object(key(out, "read"), |out| {
                field(out, "id", &definition.id);
                said::said(answers, key(out, "answers"));
            }),
            None => key(out, "read").push_str("null"),
        }
    });
    out
}

fn one_form(part: Option<&Part>, out: &mut String) {
    match part {
        Some(part) => object(out, |out| {
            field(out, "id", &part.form);
            field(out, "edition", &part.edition.iso());
        }),
        None => out.push_str("null"),
    }
}

fn one_field(form: &Form, one: &Field, own: Option<&Examined>, out: &mut String) {
    field(out, "name", &one.name);
    field(out, "page", &count(one.page().unwrap_or(0)));
    let item = own.map_or_else(|| Item::read(&one.tooltip), |own| own.item.clone());
    field(out, "part", &item.part);
    field(out, "item", &item.item);
    let question = Item::question(&one.tooltip);
    field(out, "label", &(!question.is_empty()).then_some(question));
    field(out, "kind", &own.and_then(|own| own.kind).map(Kind::id));
    let (whose, purpose) = own.map_or((None, None), |own| (own.whose, own.purpose));
    field(out, "whose", &whose.map(Whose::id));
    field(out, "purpose", &purpose.map(Purpose::id));
    let shape = match one.shape {
        Shape::Text => "text",
        Shape::Check => "check",
        Shape::Choice => "choice",
        Shape::Button => "button",
        Shape::Signature => "signature",
    };
    field(out, "type", &shape);
    field(out, "value", &one.value);
    field(out, "acrobatValue", &one.acrobat_value);
    field(out, "answered", &one.answer().is_some());
    field(out, "readOnly", &one.read_only);
    field(out, "maxLength", &one.max_length.map(count));
    let drawn = one.widgets.iter().filter(|widget| !widget.hidden);
    list(out, "boxes", drawn, |widget, out| {
        object(out, |out| one_box(form, widget, out));
    });
}

/// From the top left corner of its page, as it is seen.
fn one_box(form: &Form, widget: &Widget, out: &mut String) {
    let page = widget.page.unwrap_or(0);
    let sheet = form.sheets.get((page as usize).wrapping_sub(1));
    let [left, _, _, top] = sheet.copied().unwrap_or_default();
    let rect = widget.rect;
    field(out, "page", &count(page));
    field(out, "left", &hundredths(rect[0] - left));
    field(out, "top", &hundredths(top - rect[3]));
    field(out, "width", &hundredths(rect[2] - rect[0]));
    field(out, "height", &hundredths(rect[3] - rect[1]));
    field(out, "state", &widget.state);
}

fn one_finding(form: &Form, told: &Told, speech: &Speech, out: &mut String) {
    let own = told.of.and_then(|of| form.fields.get(of.field));
    field(out, "at", &told.of.map(|of| of.field));
    let place = told.of.zip(own);
    let place = place.map(|(of, own)| speech.own.place(&of.item, own.page()));
    field(out, "place", &place);
    match &told.what {
        What::Fault(fault) => {
            field(out, "other", &fault.other());
            one_fault(fault, speech, out);
        }
        What::Finding(finding) => {
            // JavaScript has the names of the core's codes and their sources.
            field(out, "code", &(finding.code as usize));
            field(out, "severity", &finding.severity().id());
            // A code of no kind says nothing of one.
            let kind = finding.code.kind().or(told.of.and_then(|of| of.kind));
            let kind = kind.unwrap_or(Kind::ANumber);
            field(out, "message", &message(finding, kind, speech.core));
            field(out, "why", &explain(finding.code, speech.core).why);
            key(out, "other").push_str("null");
            found_at(finding, own.map(|own| own.value.as_str()), out);
            key(out, "source").push_str("null");
        }
        What::Check(definition, place) => {
            let check = &definition.checks[*place];
            field(out, "code", &[&definition.id, "/", &check.id].concat());
            field(out, "severity", &check.severity.id());
            let text = |line| line_of(definition, speech.own.language(), line);
            field(out, "message", &text(check.message));
            field(out, "why", &text(check.why));
            key(out, "other").push_str("null");
            to_mend(None, out);
            let source = definition.sources.get(usize::from(check.source));
            cited(
                source.map(|one| (one.title.as_str(), one.url.as_str(), one.read.as_str())),
                key(out, "source"),
            );
        }
    }
}

fn one_fault(fault: &Fault, speech: &Speech, out: &mut String) {
    field(out, "code", &fault.code.id());
    field(out, "severity", &fault.severity().id());
    field(out, "message", &speech.own.message(fault));
    field(out, "why", &speech.own.why(fault.code));
    to_mend(fault.fix.as_deref(), out);
    source(fault, key(out, "source"));
}

/// What a person may write instead; no part of the text is at fault alone.
fn to_mend(fix: Option<&str>, out: &mut String) {
    key(out, "span").push_str("null");
    match fix {
        Some(text) => object(key(out, "fix"), |out| {
            field(out, "text", &text);
            field(out, "safety", &"ask");
        }),
        None => key(out, "fix").push_str("null"),
    }
    key(out, "looksLike").push_str("null");
}

/// A line of a definition in a language; English where it has none in that.
fn line_of<'d>(definition: &'d Definition, language: &str, line: TextIndex) -> &'d str {
    let mut texts = definition.texts.iter();
    let own = texts.find(|texts| texts.language == language);
    let texts = own.or(definition.texts.first());
    let line = texts.and_then(|texts| texts.lines.get(usize::from(line)));
    line.map_or("", String::as_str)
}

/// The form's own page where there is one; otherwise where the rule comes from.
fn source(fault: &Fault, out: &mut String) {
    if let Some(form) = &fault.form {
        let title = ["Form ", form.form].concat();
        let url = ["https://www.uscis.gov/", form.page].concat();
        cited(Some((&title, &url, edition::READ)), out);
    } else {
        let source = fault.code.source();
        cited(Some((source.title, source.url(), source.read)), out);
    }
}

/// Title, address and day.
fn cited(source: Option<(&str, &str, &str)>, out: &mut String) {
    match source {
        Some((title, url, read)) => object(out, |out| {
            field(out, "title", &title);
            field(out, "url", &url);
            field(out, "read", &read);
        }),
        None => out.push_str("null"),
    }
}

fn count(number: u32) -> usize {
    number as usize
}

/// Of a point; what lies outside the page is at its edge.
fn hundredths(points: f64) -> usize {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` keeps to the limits, and those are far outside of any page"
    )]
    let number = (points * 100.0).round().clamp(0.0, 10_000_000.0) as usize;
    number
}
