//! Number of a certificate of naturalization or citizenship.

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
    /// A certificate number: of one certificate of naturalization (N-550, N-570) or of
    /// citizenship (N-560, N-561).
    ///
    /// Printed in red, at the top right. A new certificate has a new number. It is not the
    /// A-Number, which the certificate has too.
    ///
    /// ```text
    /// certificate-number = 6*12 (letter / digit)     ; at least one digit; 7 or more are usual
    /// ```
    ///
    /// Source: the Verify Lawful Presence schema, whose pattern says 6 to 12 and whose text 7 to 12.
    ///
    /// ```
    /// use prefile::CertificateNumber;
    /// assert_eq!(CertificateNumber::parse("No. 23 916 548")?.as_str(), "23916548");
    /// # Ok::<(), prefile::identifier::Fault>(())
    /// ```
    CertificateNumber
}

pub(crate) const RULES: Rules = Rules {
    kind: Kind::CertificateNumber,
    read,
    printed: "",
    remark,
    parts: |_| &[(12, Word::PartNumber)],
};

fn read(folded: &Folded) -> Result<Ascii, Fault> {
    shape::read(
        Kind::CertificateNumber,
        folded,
        b"XXXXXXXXXXXX",
        6,
        |bytes| {
            let some_digit = bytes.iter().any(u8::is_ascii_digit);
            (!some_digit).then_some((Code::CertificateNumberNoDigit, 0, bytes.len()))
        },
    )
}

fn remark(value: &str, folded: &Folded, _: Option<Day>, check: &mut Check) {
    let other = mix_up::other_kind(Kind::CertificateNumber, folded);
    let codes = [
        Code::CertificateNumberMadeUp,
        Code::CertificateNumberLikeAnotherKind,
    ];
    if !mix_up::doubt(value.as_bytes(), folded, other, codes, check) && value.len() == 6 {
        check.say(Code::CertificateNumberUnusualLength, folded);
    }
}
