//! Where a number is printed: outlines of papers with the spot marked.

use crate::{
    dom::{append, copy_of, part, say_part, set, worded},
    language::Speech,
    texts::{Key, key},
};
use prefile::Kind;
use web_sys::Element;

/// An outline in `index.html`, the spot on it, and the text under it.
struct Place(&'static str, &'static str, Key);

fn places(kind: Kind) -> &'static [Place] {
    match kind {
        Kind::OnlineAccountNumber => &[
            Place("account", "number", key!("place.account_number")),
            Place("letter", "number", key!("place.access_notice")),
        ],
        Kind::ANumber => &[
            Place("card", "uscis", key!("place.card_uscis")),
            Place("notice", "alien", key!("place.notice_alien")),
            Place("visa", "registration", key!("place.visa_registration")),
        ],
        Kind::ReceiptNumber => &[
            Place("notice", "receipt", key!("place.notice_receipt")),
            Place("card", "number", key!("place.card_number")),
        ],
        Kind::Ssn => &[Place("ssn", "number", key!("place.ssn_card"))],
        Kind::Itin | Kind::Ein => &[Place("letter", "number", key!("place.letter_irs"))],
        Kind::I94Number => &[Place("record", "number", key!("place.i94_record"))],
        Kind::SevisId => &[Place("school", "number", key!("place.school_form"))],
        Kind::NvcCaseNumber => &[Place("letter", "number", key!("place.letter_visa"))],
        Kind::DvCaseNumber => &[Place("letter", "number", key!("place.letter_selection"))],
        Kind::Ds160Confirmation => &[Place("confirmation", "number", key!("place.confirmation"))],
        Kind::VisaNumber => &[Place("visa", "number", key!("place.visa_number"))],
        Kind::PassportNumber => &[Place("passport", "number", key!("place.passport_number"))],
        Kind::Mrz => &[
            Place("passport", "mrz", key!("place.passport_mrz")),
            Place("card-back", "mrz", key!("place.card_mrz")),
        ],
        Kind::CertificateNumber => &[Place("certificate", "number", key!("place.certificate"))],
        Kind::EadCategory | Kind::ClassOfAdmission => {
            &[Place("card", "category", key!("place.card_category"))]
        }
        Kind::FormNumber => &[Place("form", "corner", key!("place.form_corner"))],
        _ => &[],
    }
}

/// The outlines for a kind; `None` if there are none.
pub(crate) fn draw(kind: Kind, speech: &Speech) -> Option<Element> {
    let places = places(kind);
    if places.is_empty() {
        return None;
    }
    let all = worded("places", speech);
    let list = part(&all, "list");
    for Place(outline, spot, text) in places {
        let item = copy_of("place");
        let drawing = copy_of(&["drawing-", outline].concat());
        if let Ok(Some(spot)) = drawing.query_selector(&["[data-spot=", spot, "]"].concat()) {
            set(&spot, "class", "spot here");
        }
        let figure = part(&item, "figure");
        let _ = figure.insert_before(&drawing, figure.first_child().as_ref());
        say_part(&item, "caption", speech.text(*text));
        append(&list, &item);
    }
    Some(all)
}
