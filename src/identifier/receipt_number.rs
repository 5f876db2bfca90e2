//! Receipt number.

use super::{
    Fault,
    rules::{Ascii, Rules, identifier},
    shape,
};
use crate::{
    Code, Day, Kind,
    finding::{Finding, Param, Remarks, Word},
    text::Folded,
};

identifier! {
    /// A receipt number: three letters and ten digits, of one filing.
    ///
    /// Printed at the top left of a Form I-797 notice, in the online account, and as Card# on
    /// work permits and green cards.
    ///
    /// ```text
    /// receipt-number = "IOE" 10 digit                    ; says nothing of year or day
    ///                / prefix year workday serial
    /// prefix  = 3 letter      ; the office that received it
    /// year    = 2 digit       ; fiscal year: begins on 1 October of the year before
    /// workday = 3 digit       ; of the office's computer; not reliable as a date
    /// serial  = 5 digit
    /// ```
    ///
    /// There is no check digit.
    ///
    /// Sources: the Verify Lawful Presence schema (shape); lawyers' and legacy INS explanations
    /// (inner structure, never an error).
    ///
    /// ```
    /// use prefile::ReceiptNumber;
    /// assert_eq!(ReceiptNumber::parse("eac-22-123-45678")?.as_str(), "EAC2212345678");
    /// # Ok::<(), prefile::identifier::Fault>(())
    /// ```
    ReceiptNumber
}

pub(crate) const RULES: Rules = Rules {
    kind: Kind::ReceiptNumber,
    read,
    printed: "",
    remark,
    parts,
};

/// The service centers and what they are called. Source: receipt numbers explained.
const OFFICES: [(&[u8; 3], &str); 12] = [
    (b"EAC", "Vermont Service Center"),
    (b"VSC", "Vermont Service Center"),
    (b"WAC", "California Service Center"),
    (b"CSC", "California Service Center"),
    (b"LIN", "Nebraska Service Center"),
    (b"NSC", "Nebraska Service Center"),
    (b"SRC", "Texas Service Center"),
    (b"TSC", "Texas Service Center"),
    (b"MSC", "National Benefits Center"),
    (b"NBC", "National Benefits Center"),
    (b"YSC", "Potomac Service Center"),
    (b"IOE", "USCIS ELIS"),
];

/// Field and other offices seen in an older list of the case status page (2020).
const OTHER_OFFICES: &[u8] = b"AAOABQAGAALBANCATLBALBOIBOSBUFCHACHICHLCHRCINCLECLMCLTDALDENDET\
DSMELPFREFSAGRRHARHELHHWHIAHLGHNTHOUIMPINPJACJAKKANKNDLAWLNYLOSLOULVGMANMCFMCTMEMMESMGLMIAMILMIT\
MTLNEWNOLNORNYCOAKOKCOKLOMAORLPHIPHOPITPOMPOOPROQNSRALRENSAASACSAJSBDSEASFRSFVSLCSNASNDSNJSPMSPO\
STASTLTAMTUCWASWICWPBYAKZARZBOZCHZHNZLAZMIZNKZNYZOLZSF";

fn read(folded: &Folded) -> Result<Ascii, Fault> {
    let bytes = folded.as_bytes();
    // An asterisk after the letters is said to belong to some older numbers: read over, and told.
    if let [a, b, c, b'*', rest @ ..] = bytes
        && rest.len() == 10
        && folded.count() == 14
        && rest.iter().all(u8::is_ascii_digit)
        && [a, b, c].iter().all(|byte| byte.is_ascii_uppercase())
    {
        return Ok(Ascii::new(&[*a, *b, *c], rest));
    }
    shape::fit(Kind::ReceiptNumber, folded, b"AAA9999999999")?;
    Ok(Ascii::new(bytes, b""))
}

fn parts(value: &str) -> &'static [(u8, Word)] {
    if value.starts_with("IOE") {
        &[(3, Word::PartPrefix), (10, Word::PartNumber)]
    } else {
        &[
            (3, Word::PartPrefix),
            (2, Word::PartYear),
            (3, Word::PartDay),
            (5, Word::PartSerial),
        ]
    }
}

/// Whether the letters are those of a service center: then no other identifier begins so.
pub(super) fn is_service_center(prefix: &[u8]) -> bool {
    OFFICES.iter().any(|(known, _)| *known == prefix)
}

/// Whether the letters were those of a local office.
pub(super) fn is_other_office(prefix: &[u8]) -> bool {
    OTHER_OFFICES.chunks(3).any(|known| known == prefix)
}

fn remark(value: &str, folded: &Folded, today: Option<Day>, remarks: &mut Remarks) {
    let (prefix, digits) = value.split_at_checked(3).unwrap_or_default();
    remarks.text("prefix", prefix);
    let office = OFFICES
        .iter()
        .find(|(known, _)| *known == prefix.as_bytes());
    if let Some((_, name)) = office {
        remarks.text("office", *name);
    }
    if folded.as_bytes().contains(&b'*') {
        remarks
            .findings
            .push(Finding::new(Code::ReceiptNumberAsterisk).at(folded.span(3, 4)));
    }
    if office.is_none() {
        let code = if is_other_office(prefix.as_bytes()) {
            Code::ReceiptNumberOldOffice
        } else {
            Code::ReceiptNumberUnknownPrefix
        };
        remarks
            .findings
            .push(Finding::new(code).at(folded.span(0, 3)));
    }
    if super::made_up(digits.as_bytes()) || matches!(digits, "0000000002" | "0000000703") {
        remarks
            .findings
            .push(Finding::new(Code::ReceiptNumberMadeUp).at(folded.whole()));
    }
    if prefix != "IOE" {
        dates(digits, folded, today, remarks);
    }
}

fn dates(digits: &str, folded: &Folded, today: Option<Day>, remarks: &mut Remarks) {
    let number = |from, to| {
        let digits = digits.as_bytes().get(from..to).unwrap_or_default();
        crate::day::number(digits).unwrap_or(0)
    };
    let (short, workday) = (number(0, 2), number(2, 5));
    if matches!(
        digits,
        "9999103402" | "9999103403" | "9999103400" | "9999106498" | "9999102777"
    ) {
        remarks
            .findings
            .push(Finding::new(Code::ReceiptNumberSandbox).at(folded.whole()));
        return;
    }
    let year = if short >= 90 {
        1900 + short
    } else {
        2000 + short
    };
    let text = digits.get(..2).unwrap_or_default();
    remarks.text(
        "fiscalYear",
        if short >= 90 { "19" } else { "20" }.to_owned() + text,
    );
    remarks.text("workday", digits.get(2..5).unwrap_or_default());
    remarks.text("serial", digits.get(5..).unwrap_or_default());
    // The typed text's places, an asterisk counted in.
    let from = 3 + usize::from(folded.as_bytes().contains(&b'*'));
    if let Some(today) = today
        && year > today.fiscal_year()
    {
        let finding = Finding::new(Code::ReceiptNumberFutureYear).at(folded.span(from, from + 2));
        remarks
            .findings
            .push(finding.with([Param::Number(u32::from(year))]));
    }
    if !matches!(workday, 1..=366 | 900..=999) {
        let finding =
            Finding::new(Code::ReceiptNumberUnusualDay).at(folded.span(from + 2, from + 5));
        remarks.findings.push(finding);
    }
}
