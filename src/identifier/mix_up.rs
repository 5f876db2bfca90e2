//! A right value in the wrong box: which kind is it?
//!
//! Only shapes that speak for themselves count. Nine bare digits in an A-Number box are an
//! A-Number, however well they would do as something else.

use super::{receipt_number, rules, ssn};
use crate::{Kind, text::Folded};

/// The kind that a text surely is when it is no value of `kind`.
pub(crate) fn other_kind(kind: Kind, folded: &Folded) -> Option<Kind> {
    let found = certain(folded)?;
    (found != kind).then_some(found)
}

/// The kind that a text is by its shape alone.
pub(crate) fn certain(folded: &Folded) -> Option<Kind> {
    let bytes = folded.as_bytes();
    let is = |kind: Kind| rules(kind).is_some_and(|rules| (rules.read)(folded).is_ok());
    let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    let by_shape = match bytes {
        [a, b, c, ..] if receipt_number::is_service_center(&[*a, *b, *c]) => Kind::ReceiptNumber,
        [b'A', rest @ ..] if rest.len() == digits => Kind::ANumber,
        _ if digits == bytes.len() && digits == 12 => Kind::OnlineAccountNumber,
        [b'9', ..] if digits == 9 && ssn::is_grouped(folded) => Kind::Itin,
        _ if digits == 9 && ssn::is_grouped(folded) => Kind::Ssn,
        _ => folded.label()?,
    };
    is(by_shape).then_some(by_shape)
}
