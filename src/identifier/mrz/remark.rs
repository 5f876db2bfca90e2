//! What there is to say about a right zone.

use super::{
    layout::MrzFormat,
    repair, written,
    zone::{Zone, day_of_expiry, day_until, spaced},
};
use crate::{
    Code, Day, Kind,
    finding::{Check, Param, Safety, Word},
    identifier::{made_up, rules, rules::Ascii},
    text::{Folded, has},
};

pub(super) fn remark(value: &str, folded: &Folded, today: Option<Day>, check: &mut Check) {
    let Some(zone) = Zone::new(value) else { return };
    // Line breaks are how a zone is printed.
    check.keep_separator('\n', usize::MAX);
    check.keep_separator('\r', usize::MAX);
    let (a_number, receipt_number) = (zone.a_number(), zone.receipt_number());
    details(&zone, today, check);
    put_number(check, "aNumber", Kind::ANumber, a_number);
    put_number(check, "receiptNumber", Kind::ReceiptNumber, receipt_number);
    let layout = zone.layout;
    if receipt_number.is_none() {
        check.text("optionalData", zone.optional());
    }
    check.text("moreData", zone.field(layout.more.0, layout.more.1));
    let sex = match zone.byte(layout.sex()) {
        b'M' => Word::MrzMale,
        b'F' => Word::MrzFemale,
        _ => Word::MrzUnspecified,
    };
    check.word("sex", sex);

    let mut say = |code, from, to| {
        check.say_of(code, folded, from, to);
    };
    let (surname, given) = zone.names();
    let (from, to) = layout.names;
    if zone.byte(to - 1) != b'<' {
        say(Code::MrzNameCut, from, to);
    }
    if given.is_empty() {
        say(Code::MrzNoGivenName, from, to);
    }
    for from in [layout.birth, layout.expiry()] {
        let written = zone.part(from, from + 6);
        // Any year that divides by four has every day there is.
        if !has(written.as_bytes(), b'<') && day_of_expiry(written).is_none() {
            say(Code::MrzImpossibleDate, from, from + 6);
        }
    }
    let specimen = zone.part(2, 5) == "UTO" || surname == "SPECIMEN";
    if specimen || a_number.is_some() && made_up(zone.part(5, 14).as_bytes()) {
        say(Code::MrzMadeUp, 0, value.len());
    }
    if zone.is_us_card() {
        if a_number.is_none() {
            say(Code::MrzNoANumber, 5, 14);
        }
        if receipt_number.is_none() && !zone.optional().is_empty() {
            say(Code::MrzNoReceiptNumber, 15, 28);
        }
    }
    let expiry = layout.expiry();
    if let Some(day) = day_of_expiry(zone.dates().1)
        && today.is_some_and(|today| day < today)
    {
        let finding = check.say_of(Code::MrzExpired, folded, expiry, expiry + 6);
        finding.params[0] = Param::Day(day);
    }
    if let Some(mended) = repair::without_k(value.as_bytes()) {
        let mended = mended.get(..value.len()).unwrap_or_default();
        let finding = check.say(Code::MrzKForFiller, folded);
        finding.set_fix(written(mended, folded), Safety::Ask);
    }
}

fn details(zone: &Zone, today: Option<Day>, check: &mut Check) {
    let layout = zone.layout;
    let document = match layout.format {
        MrzFormat::Td3 => Word::MrzPassport,
        MrzFormat::MrvA | MrzFormat::MrvB => Word::MrzVisa,
        _ if zone.is_us_card() && zone.byte(0) == b'C' => Word::MrzGreenCard,
        _ => Word::MrzCard,
    };
    check.fixed_text("format", layout.format.name());
    check.word("document", document);
    check.text("documentCode", zone.field(0, 2));
    check.text("issuer", zone.field(2, 5));
    check.own_text("documentNumber", zone.number());
    let nationality = layout.nationality;
    check.text("nationality", zone.field(nationality, nationality + 3));
    let (surname, given) = zone.names();
    check.own_text("surname", spaced(surname));
    check.own_text("givenNames", spaced(given));
    let (birth, expiry) = zone.dates();
    // Which century is only known by today.
    let day_of_birth = today.and_then(|today| day_until(birth, today));
    put_day(check, "birthDate", day_of_birth, birth);
    put_day(check, "expiryDate", day_of_expiry(expiry), expiry);
}

/// A number as its own box would print it.
fn put_number(check: &mut Check, name: &'static str, kind: Kind, number: Option<Ascii>) {
    if let (Some(rules), Some(number)) = (rules(kind), number) {
        check.own_text(name, rules.display(number.as_str()));
    }
}

/// `YYMMDD` with its century, as an ISO date.
fn put_day(check: &mut Check, name: &'static str, day: Option<Day>, written: &str) {
    let Some(day) = day else { return };
    let mut out = String::with_capacity(10);
    out.push_str(if day.year() < 2000 { "19" } else { "20" });
    for (at, digit) in written.bytes().enumerate() {
        if at == 2 || at == 4 {
            out.push('-');
        }
        out.push(digit as char);
    }
    check.own_text(name, out);
}
