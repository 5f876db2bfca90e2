//! Individual Taxpayer Identification Number.

use super::{
    Fault, mix_up,
    rules::{Ascii, Rules, identifier},
    shape,
};
use crate::{Code, Kind, finding::Word, text::Folded};

identifier! {
    /// An ITIN: nine digits that the IRS gives to a person who pays taxes and can have no Social
    /// Security Number.
    ///
    /// Printed on the letter with which the IRS gave it (notice CP565).
    ///
    /// ```text
    /// itin   = "9" 2 digit group serial
    /// group  = 50..65 / 70..88 / 90..92 / 94..99
    /// serial = 4 digit
    /// ```
    ///
    /// Group 93 is of an ATIN, a child's number while an adoption is under way; 01 to 10, 17 to
    /// 19, 28, 29 and 37 to 39 are of numbers that the IRS keeps for itself.
    ///
    /// Source: the range that the IRS publishes, groups 50 to 65 included.
    ///
    /// ```
    /// use prefile::Itin;
    /// assert_eq!(Itin::parse("912-90-3456")?.as_str(), "912903456");
    /// assert!(Itin::parse("912-93-4567").is_err());
    /// # Ok::<(), prefile::identifier::Fault>(())
    /// ```
    Itin
}

pub(crate) const RULES: Rules = Rules {
    kind: Kind::Itin,
    read,
    printed: "999-99-9999",
    remark: |value, folded, _, check| {
        // 987-65-4320 to 4329 are kept for advertising.
        if value.starts_with("98765432") {
            check.say(Code::ItinMadeUp, folded);
        } else {
            let other = mix_up::other_kind(Kind::Itin, folded);
            let codes = [Code::ItinMadeUp, Code::ItinLikeAnotherKind];
            mix_up::doubt(value.as_bytes(), folded, other, codes, check);
        }
    },
    parts: |_| {
        &[
            (3, Word::PartArea),
            (2, Word::PartGroup),
            (4, Word::PartSerial),
        ]
    },
};

fn read(folded: &Folded) -> Result<Ascii, Fault> {
    shape::read(Kind::Itin, folded, b"999999999", 9, |digits| {
        if digits.first() != Some(&b'9') {
            return Some((Code::ItinWrongStart, 0, 1));
        }
        let code = match crate::day::part(digits, 3, 5) {
            50..=65 | 70..=88 | 90..=92 | 94..=99 => return None,
            93 => Code::ItinAtin,
            1..=10 | 17..=19 | 28 | 29 | 37..=39 => Code::ItinIrsn,
            _ => Code::ItinNeverIssuedGroup,
        };
        Some((code, 3, 5))
    })
}
