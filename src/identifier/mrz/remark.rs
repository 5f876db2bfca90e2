//! What there is to say about a right zone.

use super::{
    layout::MrzFormat,
    repair, written,
    zone::{Zone, day_of_expiry, day_until, spaced},
};
use crate::{
    Code, Day, Kind,
    finding::{Finding, Param, Remarks, Word},
    identifier::{made_up, rules},
    text::Folded,
};

pub(super) fn remark(value: &str, folded: &Folded, today: Option<Day>, remarks: &mut Remarks) {
    let Some(zone) = Zone::new(value) else { return };
    // Line breaks are how a zone is printed.
    for change in &mut remarks.changes {
        if change.what == "separators" {
            change.from.retain(|typed| !matches!(typed, '\n' | '\r'));
        }
    }
    remarks
        .changes
        .retain(|change| change.what != "separators" || !change.from.is_empty());
    details(&zone, today, remarks);
    let mut say = |code, (from, to): (usize, usize)| {
        let finding = Finding::new(code).at(folded.span(from, to));
        remarks.findings.push(finding);
    };
    let (surname, given) = zone.names();
    let names = zone.layout.names;
    if !zone.part(names.0, names.1).ends_with('<') {
        say(Code::MrzNameCut, names);
    }
    if given.is_empty() {
        say(Code::MrzNoGivenName, names);
    }
    let (birth, expiry) = (zone.layout.birth, zone.layout.expiry());
    let written_dates = zone.dates();
    for (written, from) in [(written_dates.0, birth), (written_dates.1, expiry)] {
        // Any year that divides by four has every day there is.
        if !written.contains('<') && day_of_expiry(written).is_none() {
            say(Code::MrzImpossibleDate, (from, from + 6));
        }
    }
    let specimen = zone.part(2, 5) == "UTO" || surname == "SPECIMEN";
    let number = zone.part(5, 14);
    if specimen || zone.a_number().is_some() && made_up(number.as_bytes()) {
        say(Code::MrzMadeUp, (0, value.len()));
    }
    if zone.is_us_card() {
        if zone.a_number().is_none() {
            say(Code::MrzNoANumber, (5, 14));
        }
        if zone.receipt_number().is_none() && !zone.optional().is_empty() {
            say(Code::MrzNoReceiptNumber, (15, 28));
        }
    }
    if let (Some(today), Some(day)) = (today, day_of_expiry(written_dates.1))
        && day < today
    {
        let finding = Finding::new(Code::MrzExpired).at(folded.span(expiry, expiry + 6));
        remarks.findings.push(finding.with([Param::Day(day)]));
    }
    if let Some(mended) = repair::without_k(value.as_bytes()) {
        let mended = mended.get(..value.len()).unwrap_or_default();
        let finding = Finding::new(Code::MrzKForFiller).at(folded.whole());
        remarks
            .findings
            .push(finding.ask_fix(written(mended, folded)));
    }
}

fn details(zone: &Zone, today: Option<Day>, remarks: &mut Remarks) {
    let layout = zone.layout;
    let document = match (layout.format, zone.part(0, 1)) {
        (MrzFormat::Td3, _) => Word::MrzPassport,
        (MrzFormat::MrvA | MrzFormat::MrvB, _) => Word::MrzVisa,
        (_, "C") if zone.is_us_card() => Word::MrzGreenCard,
        _ => Word::MrzCard,
    };
    remarks.text("format", layout.format.name());
    remarks.word("document", document);
    put(remarks, "documentCode", zone.field(0, 2));
    put(remarks, "issuer", zone.field(2, 5));
    put(remarks, "documentNumber", &zone.number());
    let nationality = layout.nationality;
    put(
        remarks,
        "nationality",
        zone.field(nationality, nationality + 3),
    );
    let (surname, given) = zone.names();
    put(remarks, "surname", &spaced(surname));
    put(remarks, "givenNames", &spaced(given));
    let (birth, expiry) = zone.dates();
    // Which century is only known by today.
    if let Some(day) = today.and_then(|today| day_until(birth, today)) {
        put(remarks, "birthDate", &iso(day, birth));
    }
    if let Some(day) = day_of_expiry(expiry) {
        put(remarks, "expiryDate", &iso(day, expiry));
    }
    let receipt_number = zone.receipt_number();
    for (name, kind, number) in [
        ("aNumber", Kind::ANumber, zone.a_number()),
        ("receiptNumber", Kind::ReceiptNumber, receipt_number),
    ] {
        if let (Some(rules), Some(number)) = (rules(kind), number) {
            put(remarks, name, &rules.display(number.as_str()));
        }
    }
    if receipt_number.is_none() {
        put(remarks, "optionalData", zone.optional());
    }
    put(
        remarks,
        "moreData",
        zone.field(layout.more.0, layout.more.1),
    );
    let sex = match zone.part(layout.sex(), layout.sex() + 1) {
        "M" => Word::MrzMale,
        "F" => Word::MrzFemale,
        _ => Word::MrzUnspecified,
    };
    remarks.word("sex", sex);
}

fn put(remarks: &mut Remarks, name: &'static str, text: &str) {
    if !text.is_empty() {
        remarks.text(name, text);
    }
}

/// `YYMMDD` with its century, as an ISO date.
fn iso(day: Day, written: &str) -> String {
    let mut out = String::with_capacity(10);
    out.push_str(if day.year() < 2000 { "19" } else { "20" });
    for (at, digit) in written.char_indices() {
        if at == 2 || at == 4 {
            out.push('-');
        }
        out.push(digit);
    }
    out
}
