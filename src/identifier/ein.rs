//! Employer Identification Number.

use super::{
    Fault, mix_up,
    rules::{Ascii, Rules, identifier},
    shape,
};
use crate::{
    Code, Day, Kind,
    finding::{Check, Word},
    text::{Folded, part},
};

identifier! {
    /// An EIN (FEIN): nine digits that the IRS gives to an employer.
    ///
    /// Printed on Form W-2 (box b) and on letters from the IRS.
    ///
    /// ```text
    /// ein    = prefix serial
    /// prefix = 2 digit     ; which IRS campus gave it; the IRS adds prefixes, so an unknown one
    ///                      ; may be right
    /// serial = 7 digit
    /// ```
    ///
    /// There is no check digit.
    ///
    /// Source: the IRS list of prefixes, as python-stdnum keeps it.
    ///
    /// ```
    /// use prefile::Ein;
    /// assert_eq!(Ein::parse("91-1144442")?.as_str(), "911144442");
    /// # Ok::<(), prefile::identifier::Fault>(())
    /// ```
    Ein
}

pub(crate) const RULES: Rules = Rules {
    kind: Kind::Ein,
    read,
    printed: "99-9999999",
    remark,
    parts: |_| &[(2, Word::PartIrsPrefix), (7, Word::PartSerial)],
};

/// The campus of each prefix from 00 to 99, by a letter of [`CAMPUSES`]; `-` is in no use.
const PREFIXES: &[u8; 100] = b"-BBBBBB---ABABBFB---IBBBFBII--CSCPBCCCCP\
KPPPKIIIP-UBBUBBBBBBTCPPPBPTP--PPPPPPP--OIPPPPPPP-OPPPMM--PP";

const CAMPUSES: [(u8, &str); 12] = [
    (b'A', "Andover"),
    (b'B', "Brookhaven"),
    (b'C', "Cincinnati"),
    (b'F', "Fresno"),
    (b'I', "Internet"),
    (b'K', "Kansas City"),
    (b'M', "Memphis"),
    (b'O', "Ogden"),
    (b'P', "Philadelphia"),
    (b'S', "Small Business Administration"),
    (b'T', "Atlanta"),
    (b'U', "Austin"),
];

fn read(folded: &Folded) -> Result<Ascii, Fault> {
    shape::read(Kind::Ein, folded, b"999999999", 9, |_| None)
}

fn remark(value: &str, folded: &Folded, _: Option<Day>, check: &mut Check) {
    let prefix = part(value, 0, 2);
    check.text("prefix", prefix);
    let number = crate::day::part(value.as_bytes(), 0, 2);
    let sign = PREFIXES.get(usize::from(number));
    let campus = CAMPUSES.iter().find(|(known, _)| Some(known) == sign);
    let name = campus.map_or("", |(_, name)| *name);
    check.fixed_text("campus", name);
    let other = mix_up::other_of_nine(Kind::Ein, folded);
    let codes = [Code::EinMadeUp, Code::EinLikeAnotherKind];
    if !mix_up::doubt(value.as_bytes(), folded, other, codes, check) && name.is_empty() {
        check.say_of(Code::EinUnknownPrefix, folded, 0, 2);
    }
}
