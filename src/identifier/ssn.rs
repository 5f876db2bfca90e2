//! Social Security Number.

use super::{
    Fault, mix_up,
    rules::{Ascii, Rules, identifier},
    shape,
};
use crate::{
    Code, Day, Kind,
    finding::{Check, Word},
    text::Folded,
};

identifier! {
    /// A Social Security Number: nine digits in groups of three, two and four.
    ///
    /// ```text
    /// ssn    = area group serial
    /// area   = 3 digit     ; not 000, 666, 900 to 999
    /// group  = 2 digit     ; not 00
    /// serial = 4 digit     ; not 0000
    /// ```
    ///
    /// Since June 2011 numbers are given out at random: which areas belong to which state says
    /// nothing any more.
    ///
    /// Source: SSA POMS RM 10201.035.
    ///
    /// ```
    /// use prefile::Ssn;
    /// assert_eq!(Ssn::parse("219-09-9998")?.as_str(), "219099998");
    /// assert!(Ssn::parse("666-09-9998").is_err());
    /// # Ok::<(), prefile::identifier::Fault>(())
    /// ```
    Ssn
}

pub(crate) const RULES: Rules = Rules {
    kind: Kind::Ssn,
    read,
    printed: "999-99-9999",
    remark,
    parts: |_| {
        &[
            (3, Word::PartArea),
            (2, Word::PartGroup),
            (4, Word::PartSerial),
        ]
    },
};

/// Numbers printed on samples. Source: SSA pamphlets and the list of python-stdnum.
const SAMPLES: [&str; 4] = ["078051120", "219099999", "457555462", "012345678"];

fn read(folded: &Folded) -> Result<Ascii, Fault> {
    shape::read(Kind::Ssn, folded, b"999999999", 9, |digits| match digits {
        [b'9', ..] | [b'0', b'0', b'0', ..] | [b'6', b'6', b'6', ..] => {
            Some((Code::SsnNeverIssuedArea, 0, 3))
        }
        [_, _, _, b'0', b'0', ..] => Some((Code::SsnNeverIssuedGroup, 3, 5)),
        [.., b'0', b'0', b'0', b'0'] => Some((Code::SsnNeverIssuedSerial, 5, 9)),
        _ => None,
    })
}

fn remark(value: &str, folded: &Folded, _: Option<Day>, check: &mut Check) {
    if SAMPLES.contains(&value) {
        check.say(Code::SsnMadeUp, folded);
    } else {
        let other = mix_up::other_kind(Kind::Ssn, folded);
        let codes = [Code::SsnMadeUp, Code::SsnLikeAnotherKind];
        mix_up::doubt(value.as_bytes(), folded, other, codes, check);
    }
}

/// Whether nine digits are written in a Social Security Number's groups of 3, 2 and 4.
pub(super) fn is_grouped(folded: &Folded) -> bool {
    let mut rest = folded.bare().as_bytes();
    for place in 0..11 {
        let between = matches!(place, 3 | 6);
        rest = match rest {
            [b'0'..=b'9', rest @ ..] if !between => rest,
            // The last two are dashes: U+2011 and U+2013.
            [b'-' | b' ', rest @ ..] | [0xe2, 0x80, 0x91 | 0x93, rest @ ..] if between => rest,
            _ => return false,
        };
    }
    rest.is_empty()
}
