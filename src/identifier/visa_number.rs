//! Visa number, the red one.

use super::{
    Fault, mix_up,
    rules::{Ascii, Rules, identifier},
    shape, wide,
};
use crate::{
    Code, Day, Kind,
    finding::{Check, Word},
    text::Folded,
};

identifier! {
    /// A visa number: eight characters, of one visa in a passport.
    ///
    /// Printed in red, at the lower right of the visa. The longer black number near the top is
    /// the control number.
    ///
    /// ```text
    /// visa-number = 8 digit / letter 7 digit
    /// ```
    ///
    /// Eight letters and digits is all that the official interface asks, so another form is a
    /// warning.
    ///
    /// Source: the Verify Lawful Presence schema.
    ///
    /// ```
    /// use prefile::VisaNumber;
    /// assert_eq!(VisaNumber::parse("k 1234567")?.as_str(), "K1234567");
    /// # Ok::<(), prefile::identifier::Fault>(())
    /// ```
    VisaNumber
}

pub(crate) const RULES: Rules = Rules {
    kind: Kind::VisaNumber,
    read,
    printed: "",
    remark,
    parts: |_| &[(8, Word::PartNumber)],
};

fn read(folded: &Folded) -> Result<Ascii, Fault> {
    let bytes = folded.as_bytes();
    if folded.count() == 14 && bytes.iter().all(u8::is_ascii_digit) {
        return Err(Fault::new(Code::VisaNumberControlNumber, folded, 0, 14));
    }
    shape::read(Kind::VisaNumber, folded, b"XXXXXXXX", 8, |_| None)
}

fn remark(value: &str, folded: &Folded, _: Option<Day>, check: &mut Check) {
    // A letter and seven digits are as good a visa number as an A-Number.
    let other = mix_up::other_kind(Kind::VisaNumber, folded).filter(|kind| *kind != Kind::ANumber);
    let codes = [Code::VisaNumberMadeUp, Code::VisaNumberLikeAnotherKind];
    if !mix_up::doubt(value.as_bytes(), folded, other, codes, check) {
        wide::warn_of_letters(Code::VisaNumberUnusualForm, 0, folded, check);
    }
}
