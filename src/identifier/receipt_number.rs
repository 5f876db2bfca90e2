//! Receipt number.

use super::{
    Fault, mix_up,
    rules::{Ascii, Rules, identifier},
    shape,
};
use crate::{
    Code, Day, Kind,
    finding::{Check, Finding, Param, Safety, Word},
    text::{Folded, has, part, rest},
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

/// The prefixes of the service centers, and of each the place of its name. Source: receipt numbers
/// explained.
const CENTERS: &[u8] = b"EAC0VSC0WAC1CSC1LIN2NSC2SRC3TSC3MSC4NBC4YSC5IOE6";
const NAMES: [&str; 7] = [
    "Vermont Service Center",
    "California Service Center",
    "Nebraska Service Center",
    "Texas Service Center",
    "National Benefits Center",
    "Potomac Service Center",
    "USCIS ELIS",
];

/// Field and other offices seen in an older list of the case status page (2020).
const OTHER_OFFICES: &[u8] = b"AAOABQAGAALBANCATLBALBOIBOSBUFCHACHICHLCHRCINCLECLMCLTDALDENDET\
DSMELPFREFSAGRRHARHELHHWHIAHLGHNTHOUIMPINPJACJAKKANKNDLAWLNYLOSLOULVGMANMCFMCTMEMMESMGLMIAMILMIT\
MTLNEWNOLNORNYCOAKOKCOKLOMAORLPHIPHOPITPOMPOOPROQNSRALRENSAASACSAJSBDSEASFRSFVSLCSNASNDSNJSPMSPO\
STASTLTAMTUCWASWICWPBYAKZARZBOZCHZHNZLAZMIZNKZNYZOLZSF";

fn read(folded: &Folded) -> Result<Ascii, Fault> {
    let bytes = folded.as_bytes();
    // Asterisks are said to belong to some older numbers: read over, and told.
    if has(bytes, b'*')
        && let Some((letters, digits)) = without_asterisks(bytes)
        && letters.iter().all(u8::is_ascii_uppercase)
        && digits.iter().all(u8::is_ascii_digit)
    {
        return Ok(Ascii::new(&letters, &digits));
    }
    shape::read(Kind::ReceiptNumber, folded, b"AAA9999999999", 13, |_| None)
}

/// The letters and digits, if there are as many as a receipt number has.
fn without_asterisks(folded: &[u8]) -> Option<([u8; 3], [u8; 10])> {
    let (mut letters, mut digits) = ([0; 3], [0; 10]);
    let mut at = 0;
    for byte in folded.iter().filter(|byte| **byte != b'*') {
        let place = match at {
            0..3 => letters.get_mut(at),
            _ => digits.get_mut(at - 3),
        };
        *place? = *byte;
        at += 1;
    }
    (at == 13).then_some((letters, digits))
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
    !office(prefix).is_empty()
}

/// What the service center with this prefix is called; empty if there is none.
fn office(prefix: &[u8]) -> &'static str {
    let mut centers = CENTERS;
    while let [a, b, c, name, rest @ ..] = centers {
        if [*a, *b, *c] == prefix {
            return NAMES.get(usize::from(name - b'0')).unwrap_or(&"");
        }
        centers = rest;
    }
    ""
}

/// Whether the letters were those of a local office.
pub(super) fn is_other_office(prefix: &[u8]) -> bool {
    let mut offices = OTHER_OFFICES;
    while let [a, b, c, rest @ ..] = offices {
        if [*a, *b, *c] == prefix {
            return true;
        }
        offices = rest;
    }
    false
}

/// Numbers on samples, and those that the agency's test system knows.
const SAMPLES: [&str; 2] = ["0000000002", "0000000703"];
const SANDBOX: [&str; 5] = [
    "9999103402",
    "9999103403",
    "9999103400",
    "9999106498",
    "9999102777",
];

fn remark(value: &str, folded: &Folded, today: Option<Day>, check: &mut Check) {
    let (prefix, digits) = value.split_at_checked(3).unwrap_or_default();
    check.text("prefix", prefix);
    let office = office(prefix.as_bytes());
    check.fixed_text("office", office);
    let asterisk = folded.as_bytes().iter().position(|byte| *byte == b'*');
    if let Some(at) = asterisk {
        check.say_of(Code::ReceiptNumberAsterisk, folded, at, at + 1);
    }
    if let Some(other) = mix_up::other_kind(Kind::ReceiptNumber, folded) {
        let finding = check.say(Code::ReceiptNumberLikeAnotherKind, folded);
        finding.looks_like = Some(other);
    } else if office.is_empty() {
        let code = if is_other_office(prefix.as_bytes()) {
            Code::ReceiptNumberOldOffice
        } else {
            Code::ReceiptNumberUnknownPrefix
        };
        let finding = say(code, folded, 0, 3, check);
        let slip = SLIPS.iter().find(|(slip, _)| slip == prefix.as_bytes());
        if let Some((_, [a, b, c])) = slip
            && asterisk.is_none()
        {
            finding.set_fix(folded.replaced(&[(0, *a), (1, *b), (2, *c)]), Safety::Ask);
        }
    }
    if super::made_up(digits.as_bytes()) || SAMPLES.contains(&digits) {
        check.say(Code::ReceiptNumberMadeUp, folded);
    }
    if prefix == "IOE" {
        return;
    }
    if SANDBOX.contains(&digits) {
        check.say(Code::ReceiptNumberSandbox, folded);
    } else {
        dates(digits, folded, today, check);
    }
}

/// Adds a finding about these letters and digits, asterisks not counted.
#[inline(never)]
fn say<'c>(
    code: Code,
    folded: &Folded,
    from: usize,
    to: usize,
    check: &'c mut Check,
) -> &'c mut Finding {
    let place = |nth| {
        let (mut at, mut counted) = (0, 0);
        for byte in folded.as_bytes() {
            if *byte != b'*' {
                if counted == nth {
                    break;
                }
                counted += 1;
            }
            at += 1;
        }
        at
    };
    check.say_of(code, folded, place(from), place(to - 1) + 1)
}

/// Slips in the letters of service centers, and what was meant: an `l` for the `I`, two exchanged.
const SLIPS: [([u8; 3], [u8; 3]); 3] = [(*b"LOE", *b"IOE"), (*b"IEO", *b"IOE"), (*b"LLN", *b"LIN")];

fn dates(digits: &str, folded: &Folded, today: Option<Day>, check: &mut Check) {
    let century = if part(digits, 0, 2) >= "90" {
        "19"
    } else {
        "20"
    };
    let text = century.to_owned() + part(digits, 0, 2);
    let year = crate::day::part(text.as_bytes(), 0, 4);
    let workday = crate::day::part(digits.as_bytes(), 2, 5);
    check.own_text("fiscalYear", text);
    check.text("workday", part(digits, 2, 5));
    check.text("serial", rest(digits, 5));
    if today.is_some_and(|today| year > today.fiscal_year()) {
        let finding = say(Code::ReceiptNumberFutureYear, folded, 3, 5, check);
        finding.params[0] = Param::Number(u32::from(year));
    }
    if !matches!(workday, 1..=366 | 900..=999) {
        say(Code::ReceiptNumberUnusualDay, folded, 5, 8, check);
    }
}
