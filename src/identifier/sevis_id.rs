//! SEVIS ID.

use super::{
    Fault, mix_up,
    rules::{Ascii, Rules, identifier},
    shape,
};
use crate::{
    Code, Day, Kind,
    finding::{Check, Word},
    text::{Folded, rest},
};

identifier! {
    /// A SEVIS ID: the letter N and ten digits, of one student or exchange visitor.
    ///
    /// Printed at the top of Form I-20 or DS-2019.
    ///
    /// ```text
    /// sevis-id = ["N"] 10 digit     ; nearly always N00 and 8 digits
    /// ```
    ///
    /// Ten bare digits are read as if the N stood before them: the Verify Lawful Presence
    /// interface and the box of Form I-765 take them so.
    ///
    /// Source: the Verify Lawful Presence schema.
    ///
    /// ```
    /// use prefile::SevisId;
    /// assert_eq!(SevisId::parse("n 0012345678")?.as_str(), "N0012345678");
    /// assert_eq!(SevisId::parse("0012345678")?.as_str(), "N0012345678");
    /// # Ok::<(), prefile::identifier::Fault>(())
    /// ```
    SevisId
}

pub(crate) const RULES: Rules = Rules {
    kind: Kind::SevisId,
    read,
    printed: "",
    remark,
    parts: |_| &[(1, Word::PartLetter), (10, Word::PartNumber)],
};

fn read(folded: &Folded) -> Result<Ascii, Fault> {
    shape::read_numbered(Kind::SevisId, folded, b'N', 10, 10)
}

fn remark(value: &str, folded: &Folded, _: Option<Day>, check: &mut Check) {
    let digits = rest(value, 1);
    // What a box for digits only takes: Form I-765, Item 26.
    check.text("digits", digits);
    if folded.as_bytes().first() != Some(&b'N') {
        check.change("prefix", "", "N");
    }
    let other = mix_up::other_kind(Kind::SevisId, folded);
    let codes = [Code::SevisIdMadeUp, Code::SevisIdLikeAnotherKind];
    if !mix_up::doubt(digits.as_bytes(), folded, other, codes, check) && !digits.starts_with("00") {
        check.say(Code::SevisIdUnusualStart, folded);
    }
}
