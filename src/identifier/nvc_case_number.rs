//! Case number of the National Visa Center.

use super::{
    Fault, made_up, receipt_number,
    rules::{Ascii, Rules, identifier},
    shape,
};
use crate::{
    Code, Day, Kind,
    finding::{Check, Param, Word},
    text::{Folded, part, rest},
};

identifier! {
    /// An NVC case number, also called DOS case ID: of one immigrant visa case.
    ///
    /// Printed on letters from the National Visa Center, on the immigrant data summary and on the
    /// visa.
    ///
    /// ```text
    /// nvc-case-number = post 9*10 digit        ; of ten digits:
    ///                 / post year day serial
    /// post   = 3 letter     ; the embassy or consulate; never those of a USCIS service center
    /// year   = 4 digit
    /// day    = 501..866     ; the day of the year and 500
    /// serial = 3 digit      ; of that day
    /// ```
    ///
    /// A receipt number has the same shape; letters, year and day tell them apart.
    ///
    /// Sources: USCIS on the immigrant fee (shape); visa forums (inner structure, never an error).
    ///
    /// ```
    /// use prefile::NvcCaseNumber;
    /// assert_eq!(NvcCaseNumber::parse("MNL 2011 747 003")?.as_str(), "MNL2011747003");
    /// assert!(NvcCaseNumber::parse("LIN2011747003").is_err());
    /// # Ok::<(), prefile::identifier::Fault>(())
    /// ```
    NvcCaseNumber
}

pub(crate) const RULES: Rules = Rules {
    kind: Kind::NvcCaseNumber,
    read,
    printed: "",
    remark,
    parts: |value| {
        if day_of_year(value).is_some() {
            &[
                (3, Word::PartPost),
                (4, Word::PartCalendarYear),
                (3, Word::PartDayOfYear),
                (3, Word::PartSerial),
            ]
        } else {
            &[(3, Word::PartPost), (10, Word::PartNumber)]
        }
    },
};

fn read(folded: &Folded) -> Result<Ascii, Fault> {
    shape::read(Kind::NvcCaseNumber, folded, b"AAA9999999999", 12, |bytes| {
        let prefix = bytes.get(..3).unwrap_or_default();
        let receipt = bytes.len() == 13 && receipt_number::is_service_center(prefix);
        receipt.then_some((Code::NvcCaseNumberAnotherKind, 0, 13))
    })
}

/// The number from 501 to 866 that stands for the day of the year, if the whole is structured so.
fn day_of_year(value: &str) -> Option<u16> {
    let bytes = value.as_bytes();
    let day = crate::day::part(bytes, 7, 10);
    let structured = bytes.len() == 13
        && (1990..=2099).contains(&crate::day::part(bytes, 3, 7))
        && (501..=866).contains(&day);
    structured.then_some(day)
}

fn remark(value: &str, folded: &Folded, today: Option<Day>, check: &mut Check) {
    let (post, digits) = value.split_at_checked(3).unwrap_or_default();
    check.text("post", post);
    // XYZ0123456789 is the sample of USCIS.
    if post == "XYZ" || made_up(digits.as_bytes()) {
        check.say(Code::NvcCaseNumberMadeUp, folded);
        return;
    }
    let day = day_of_year(value);
    let receipt = receipt_number::is_service_center(post.as_bytes());
    if day.is_none() && digits.len() == 10 || receipt {
        let finding = check.say(Code::NvcCaseNumberUnusualForm, folded);
        finding.looks_like = Some(Kind::ReceiptNumber);
    }
    let Some(day) = day else { return };
    check.text("year", part(digits, 0, 4));
    let hundreds = match day / 100 {
        5 => "0",
        6 => "1",
        7 => "2",
        _ => "3",
    };
    let of_year = hundreds.to_owned() + part(digits, 5, 7);
    check.own_text("dayOfYear", of_year);
    check.text("sequence", rest(digits, 7));
    let year = crate::day::part(digits.as_bytes(), 0, 4);
    if today.is_some_and(|today| year > today.year() + 1) {
        let finding = check.say_of(Code::NvcCaseNumberFutureYear, folded, 3, 7);
        finding.params[0] = Param::Number(u32::from(year));
    }
}
