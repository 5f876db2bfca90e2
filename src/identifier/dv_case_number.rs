//! Case number of the diversity visa lottery.

use super::{
    Fault, made_up,
    rules::{Ascii, Rules, identifier},
    shape,
};
use crate::{
    Code, Day, Kind,
    finding::{Check, Param, Word},
    text::{Folded, part},
};

identifier! {
    /// A DV case number: the rank of one selected entry in the diversity visa lottery.
    ///
    /// On the page with the result of the entrant status check.
    ///
    /// ```text
    /// dv-case-number = year region 5*8 digit
    /// year   = "20" 2 digit     ; the lottery's fiscal year
    /// region = "AF" / "AS" / "EU" / "NA" / "OC" / "SA"
    /// ```
    ///
    /// USCIS writes it with five digits, letters to selectees with eight: what is typed stays.
    ///
    /// Source: USCIS on the immigrant fee; selectees' letters.
    ///
    /// ```
    /// use prefile::DvCaseNumber;
    /// assert_eq!(DvCaseNumber::parse("2024 AF 00036470")?.as_str(), "2024AF00036470");
    /// # Ok::<(), prefile::identifier::Fault>(())
    /// ```
    DvCaseNumber
}

pub(crate) const RULES: Rules = Rules {
    kind: Kind::DvCaseNumber,
    read,
    printed: "",
    remark,
    parts: |_| {
        &[
            (4, Word::PartCalendarYear),
            (2, Word::PartRegion),
            (8, Word::PartSerial),
        ]
    },
};

fn read(folded: &Folded) -> Result<Ascii, Fault> {
    shape::read(Kind::DvCaseNumber, folded, b"9999AA99999999", 11, |bytes| {
        if !bytes.starts_with(b"20") {
            Some((Code::DvCaseNumberWrongYear, 0, 4))
        } else if region(bytes).is_none() {
            Some((Code::DvCaseNumberUnknownRegion, 4, 6))
        } else {
            None
        }
    })
}

/// The regions by their letters.
const REGIONS: [([u8; 2], Word); 6] = [
    (*b"AF", Word::RegionAfrica),
    (*b"AS", Word::RegionAsia),
    (*b"EU", Word::RegionEurope),
    (*b"NA", Word::RegionNorthAmerica),
    (*b"OC", Word::RegionOceania),
    (*b"SA", Word::RegionSouthAmerica),
];

fn region(bytes: &[u8]) -> Option<Word> {
    let letters = bytes.get(4..6)?;
    let region = REGIONS.iter().find(|(known, _)| known == letters);
    region.map(|(_, word)| *word)
}

fn remark(value: &str, folded: &Folded, today: Option<Day>, check: &mut Check) {
    let bytes = value.as_bytes();
    check.text("year", part(value, 0, 4));
    if let Some(region) = region(bytes) {
        check.word("region", region);
    }
    if made_up(bytes.get(6..).unwrap_or_default()) {
        check.say(Code::DvCaseNumberMadeUp, folded);
    }
    // Who is selected in a year's spring may go in the fiscal year that begins that fall.
    let year = crate::day::part(bytes, 0, 4);
    if today.is_some_and(|today| year > today.year() + 1) {
        let finding = check.say_of(Code::DvCaseNumberFutureYear, folded, 0, 4);
        finding.params[0] = Param::Number(u32::from(year));
    }
}
