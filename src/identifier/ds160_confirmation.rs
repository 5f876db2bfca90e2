//! DS-160 confirmation number.

use super::{
    Fault, made_up,
    rules::{Ascii, Rules, identifier},
    shape,
};
use crate::{Code, Kind, finding::Word, text::Folded};

identifier! {
    /// A DS-160 confirmation number: AA and eight letters or digits, of one visa application.
    ///
    /// Printed on the confirmation page of Form DS-160, under the bar code. The Application ID of
    /// a form that is not sent yet looks the same.
    ///
    /// ```text
    /// ds160-confirmation = "AA" 8 (letter / digit)
    /// ```
    ///
    /// Source: explanations of the confirmation page; an embassy's notice.
    ///
    /// ```
    /// use prefile::Ds160Confirmation;
    /// assert_eq!(Ds160Confirmation::parse("aa00abcdef")?.as_str(), "AA00ABCDEF");
    /// # Ok::<(), prefile::identifier::Fault>(())
    /// ```
    Ds160Confirmation
}

pub(crate) const RULES: Rules = Rules {
    kind: Kind::Ds160Confirmation,
    read,
    printed: "",
    remark: |value, folded, _, check| {
        if made_up(value.as_bytes().get(2..).unwrap_or_default()) {
            check.say(Code::Ds160ConfirmationMadeUp, folded);
        }
    },
    parts: |_| &[(2, Word::PartLetters), (8, Word::PartNumber)],
};

fn read(folded: &Folded) -> Result<Ascii, Fault> {
    shape::read(
        Kind::Ds160Confirmation,
        folded,
        b"XXXXXXXXXX",
        10,
        |bytes| {
            let starts = bytes.starts_with(b"AA");
            (!starts).then_some((Code::Ds160ConfirmationWrongStart, 0, 2))
        },
    )
}
