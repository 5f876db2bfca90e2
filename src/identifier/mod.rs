//! The identifiers: one file each, all on one pattern.
//!
//! A file gives the type (always valid, [`parse`](ANumber::parse), canonical `Display`) and its
//! `RULES`: the verdict on a folded text, how it is printed, what there is to say about a right
//! value, and its parts. Shapes, faults and mix-ups are the same for all.

mod fault;
mod rules;
mod shape;
mod wide;

mod a_number;
mod online_account_number;
mod receipt_number;
mod ssn;

mod ein;
mod itin;

mod i94_number;
mod passport_number;
mod sevis_id;
mod visa_number;

mod ds160_confirmation;
mod dv_case_number;
mod nvc_case_number;

mod certificate_number;

mod class_of_admission;
mod ead_category;
mod form_number;

#[cfg(feature = "mrz")]
mod mrz;

mod check;
mod mix_up;

#[cfg(feature = "mrz")]
pub use self::mrz::{Mrz, MrzFormat};
pub use self::{
    a_number::ANumber, certificate_number::CertificateNumber, class_of_admission::ClassOfAdmission,
    ds160_confirmation::Ds160Confirmation, dv_case_number::DvCaseNumber, ead_category::EadCategory,
    ein::Ein, fault::Fault, form_number::FormNumber, i94_number::I94Number, itin::Itin,
    nvc_case_number::NvcCaseNumber, online_account_number::OnlineAccountNumber,
    passport_number::PassportNumber, receipt_number::ReceiptNumber, sevis_id::SevisId, ssn::Ssn,
    visa_number::VisaNumber,
};
pub use check::{Part, parts};
pub(crate) use check::{check, is_valid};
pub(crate) use class_of_admission::is_known as is_known_class;
pub(crate) use fault::digit_like;
pub(crate) use mix_up::{by_shape, likeness, written_like};

use crate::Kind;
use rules::Rules;

/// The rules of an identifier; `None` of every other kind.
fn rules(kind: Kind) -> Option<&'static Rules> {
    Some(match kind {
        Kind::OnlineAccountNumber => &online_account_number::RULES,
        Kind::ANumber => &a_number::RULES,
        Kind::ReceiptNumber => &receipt_number::RULES,
        Kind::Ssn => &ssn::RULES,
        Kind::Itin => &itin::RULES,
        Kind::Ein => &ein::RULES,
        Kind::I94Number => &i94_number::RULES,
        Kind::SevisId => &sevis_id::RULES,
        Kind::NvcCaseNumber => &nvc_case_number::RULES,
        Kind::DvCaseNumber => &dv_case_number::RULES,
        Kind::Ds160Confirmation => &ds160_confirmation::RULES,
        Kind::VisaNumber => &visa_number::RULES,
        Kind::PassportNumber => &passport_number::RULES,
        Kind::CertificateNumber => &certificate_number::RULES,
        #[cfg(feature = "mrz")]
        Kind::Mrz => &mrz::RULES,
        Kind::EadCategory => &ead_category::RULES,
        Kind::ClassOfAdmission => &class_of_admission::RULES,
        Kind::FormNumber => &form_number::RULES,
        _ => return None,
    })
}

/// Whether digits look made up: all the same, or counting up or down from end to end.
fn made_up(digits: &[u8]) -> bool {
    let steps = |step: u8| {
        digits
            .windows(2)
            .all(|pair| pair[0].is_ascii_digit() && pair[1] == (pair[0] - b'0' + step) % 10 + b'0')
    };
    // 012345678 is the agency's own sample A-Number, and right in shape: counting from 0 upwards
    // is left alone, because every test and form example uses it.
    let counts_up = steps(1) && digits.first() != Some(&b'0');
    steps(0) || counts_up || steps(9)
}
