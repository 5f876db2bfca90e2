//! A-Number, the Alien Registration Number.

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
    /// An A-Number: the letter A and seven to nine digits, of one person, for life.
    ///
    /// Printed on green cards and work permits as USCIS#, on notices, and on immigrant visas as
    /// Registration Number. Canonical: `A` and nine digits, filled up with zeros on the left.
    ///
    /// ```text
    /// a-number = ["A"] 7*9 digit
    /// ```
    ///
    /// Source: healthcare.gov, immigration document types; the boxes of the official forms.
    ///
    /// ```
    /// use prefile::ANumber;
    /// assert_eq!(ANumber::parse("a 11 223 344")?.as_str(), "A011223344");
    /// # Ok::<(), prefile::identifier::Fault>(())
    /// ```
    ANumber
}

pub(crate) const RULES: Rules = Rules {
    kind: Kind::ANumber,
    read,
    printed: "9999-999-999",
    remark,
    parts: |_| &[(1, Word::PartLetter), (9, Word::PartNumber)],
};

fn read(folded: &Folded) -> Result<Ascii, Fault> {
    shape::read_numbered(Kind::ANumber, folded, b'A', 7, 9)
}

fn remark(value: &str, folded: &Folded, _: Option<Day>, check: &mut Check) {
    let digits = rest(value, 1);
    let typed = folded.as_bytes();
    let letter = typed.first() == Some(&b'A');
    if !letter {
        check.change("prefix", "", "A");
    }
    let missing = 9 - (typed.len() - usize::from(letter)).min(9);
    if missing > 0 {
        check.change("padding", "", if missing == 1 { "0" } else { "00" });
    }
    if digits == "000000811" {
        check.say(Code::ANumberMadeUp, folded);
    } else {
        let other = mix_up::other_of_nine(Kind::ANumber, folded);
        let codes = [Code::ANumberMadeUp, Code::ANumberLikeAnotherKind];
        mix_up::doubt(digits.as_bytes(), folded, other, codes, check);
    }
}
