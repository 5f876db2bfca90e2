//! USCIS Online Account Number.

use super::{
    Fault, made_up,
    rules::{Ascii, Rules, identifier},
    shape,
};
use crate::{Code, Kind, finding::Word, text::Folded};

identifier! {
    /// A USCIS Online Account Number: twelve digits, of one person's account.
    ///
    /// Printed on the account's profile page and, for cases filed on paper, at the top of the
    /// Account Access Notice. Only who has a receipt number that begins with IOE has one.
    ///
    /// ```text
    /// online-account-number = 12 digit
    /// ```
    ///
    /// No inner structure and no check digit is published.
    ///
    /// Source: the boxes and tooltips of the official forms (I-539 of 08/28/24: 12 digits, no
    /// dashes; 33 boxes in 15 forms hold 12 characters).
    ///
    /// ```
    /// use prefile::OnlineAccountNumber;
    /// assert_eq!(OnlineAccountNumber::parse("0123-4567-8901")?.as_str(), "012345678901");
    /// assert!(OnlineAccountNumber::parse("IOE0123456789").is_err());
    /// # Ok::<(), prefile::identifier::Fault>(())
    /// ```
    OnlineAccountNumber
}

pub(crate) const RULES: Rules = Rules {
    kind: Kind::OnlineAccountNumber,
    read,
    printed: "",
    remark: |value, folded, _, check| {
        if made_up(value.as_bytes()) {
            check.say(Code::OnlineAccountNumberMadeUp, folded);
        }
    },
    parts: |_| &[(12, Word::PartNumber)],
};

fn read(folded: &Folded) -> Result<Ascii, Fault> {
    let kind = Kind::OnlineAccountNumber;
    shape::read(kind, folded, b"999999999999", 12, |_| None)
}
