//! Hosts that look like the agency's, by trick.

use super::rows;
use prefile::{check_link, finding::Param};

#[test]
fn names_in_front() {
    rows(&[
        (
            "https://www.uscis.gov.example.com/",
            "lookalike www.uscis.gov.example.com | name-in-front",
        ),
        ("uscis.gov.co", "lookalike uscis.gov.co | other-ending"),
        ("uscis.gov.us", "lookalike uscis.gov.us | name-in-front"),
        (
            "www.uscis.gov.us",
            "lookalike www.uscis.gov.us | name-in-front",
        ),
        ("uscis.gov.com", "lookalike uscis.gov.com | name-in-front"),
        (
            "uscis.example.com",
            "lookalike uscis.example.com | name-in-front",
        ),
        (
            "my.uscis.example.com",
            "lookalike my.uscis.example.com | name-in-front",
        ),
        (
            "egov.uscis.gov.case-status.info",
            "lookalike egov.uscis.gov.case-status.info | name-in-front",
        ),
        (
            "travel.state.gov.visa-help.org",
            "lookalike travel.state.gov.visa-help.org | name-in-front",
        ),
        (
            "cbp.gov.i94.net",
            "lookalike cbp.gov.i94.net | name-in-front",
        ),
        ("dhs.gov.us", "lookalike dhs.gov.us | name-in-front"),
        (
            "ceac.state.gov.ru",
            "unofficial ceac.state.gov.ru | not-official",
        ),
        (
            "state.gov-apply.com",
            "lookalike state.gov-apply.com | name-in-front",
        ),
        (
            "uscis.gov-login.com",
            "lookalike uscis.gov-login.com | name-in-front",
        ),
        (
            "pay.gov.example.co.uk",
            "lookalike pay.gov.example.co.uk | name-in-front",
        ),
        (
            "uscis.github.io",
            "lookalike uscis.github.io | other-ending",
        ),
        (
            "e-verify.example.com",
            "lookalike e-verify.example.com | name-in-front",
        ),
        (
            "ustraveldocs.example.com",
            "lookalike ustraveldocs.example.com | name-in-front",
        ),
        (
            "anything.gov.example.com",
            "lookalike anything.gov.example.com | name-in-front",
        ),
        (
            "army.mil.example.com",
            "lookalike army.mil.example.com | name-in-front",
        ),
        ("https.uscis.gov", "official https.uscis.gov"),
        (
            "https.example.com",
            "lookalike https.example.com | https-in-name",
        ),
        (
            "https://http.example.com",
            "lookalike http.example.com | https-in-name",
        ),
    ]);
}

#[test]
fn other_endings() {
    rows(&[
        ("uscis.com", "lookalike uscis.com | other-ending"),
        (
            "forms-uscis.uscis.com",
            "lookalike forms-uscis.uscis.com | other-ending",
        ),
        ("uscis.us", "lookalike uscis.us | other-ending"),
        ("uscis.org", "lookalike uscis.org | other-ending"),
        ("www.uscis.net", "lookalike www.uscis.net | other-ending"),
        ("uscis.co.uk", "lookalike uscis.co.uk | other-ending"),
        ("uscis.com.mx", "lookalike uscis.com.mx | other-ending"),
        ("uscis.gob.mx", "lookalike uscis.gob.mx | other-ending"),
        ("uscis.mil", "government uscis.mil | government"),
        ("uscis.govt", "lookalike uscis.govt | other-ending"),
        ("uscis.g0v", "lookalike uscis.g0v | other-ending"),
        ("uscis.gow", "lookalike uscis.gow | other-ending"),
        (
            "travel.state.qov",
            "lookalike travel.state.qov | other-ending",
        ),
        (
            "https://www.cbp.g0v/i94",
            "lookalike www.cbp.g0v | other-ending",
        ),
        ("e-verify.com", "lookalike e-verify.com | other-ending"),
        ("everify.com", "lookalike everify.com | other-ending"),
        (
            "ustraveldocs.org",
            "lookalike ustraveldocs.org | other-ending",
        ),
        (
            "usvisa-info.net",
            "lookalike usvisa-info.net | other-ending",
        ),
        ("usvisainfo.com", "lookalike usvisainfo.com | other-ending"),
        ("dvprogram.com", "lookalike dvprogram.com | other-ending"),
        ("usagov.org", "lookalike usagov.org | other-ending"),
        ("uscis.web.app", "lookalike uscis.web.app | other-ending"),
        ("uscis.tk", "lookalike uscis.tk | other-ending"),
        (
            "uscis.xn--p1ai",
            "lookalike uscis.xn--p1ai | other-ending other-alphabet",
        ),
    ]);
}

/// What is meant is what stands first, of those that are as plain.
#[test]
fn meant() {
    let check = check_link("uscis.e-verify.example.com");
    assert_eq!(check.findings[0].params[0], Param::Text("uscis.gov"));
}

#[test]
fn one_letter() {
    rows(&[
        ("uscls.com", "lookalike uscls.com | one-letter"),
        ("uscis1.com", "lookalike uscis1.com | one-letter"),
        ("usciss.com", "lookalike usciss.com | one-letter"),
        ("ucsis.com", "lookalike ucsis.com | one-letter"),
        ("usics.com", "lookalike usics.com | one-letter"),
        ("sucis.gov", "lookalike sucis.gov | one-letter"),
        ("ucis.gov", "lookalike ucis.gov | one-letter"),
        ("usis.gov", "lookalike usis.gov | one-letter"),
        ("uscs.com", "lookalike uscs.com | one-letter"),
        ("usci.gov", "lookalike usci.gov | one-letter"),
        ("uscid.com", "lookalike uscid.com | one-letter"),
        ("uscsi.com", "lookalike uscsi.com | one-letter"),
        ("ucxis.com", "unofficial ucxis.com | not-official"),
        ("uxsis.com", "unofficial uxsis.com | not-official"),
        ("uxxis.com", "unofficial uxxis.com | not-official"),
        ("usc1s.gov", "lookalike usc1s.gov | one-letter"),
        ("u5cis.gov", "lookalike u5cis.gov | one-letter"),
        ("uscis-.com", "lookalike uscis-.com | one-letter"),
        ("us-cis.com", "lookalike us-cis.com | one-letter"),
        ("uusscciiss.com", "lookalike uusscciiss.com | one-letter"),
        ("my.uscls.gov", "lookalike my.uscls.gov | one-letter"),
        (
            "my.uscls.example.com",
            "lookalike my.uscls.example.com | one-letter",
        ),
        ("usclz-gov.com", "unofficial usclz-gov.com | not-official"),
        ("uscxs-forms.com", "lookalike uscxs-forms.com | one-letter"),
        ("ustraveldoc.com", "lookalike ustraveldoc.com | one-letter"),
        (
            "ustraveldocss.com",
            "lookalike ustraveldocss.com | one-letter",
        ),
        ("usvisa-imfo.com", "lookalike usvisa-imfo.com | one-letter"),
        (
            "ais.usvisa-inf0.com",
            "lookalike ais.usvisa-inf0.com | one-letter",
        ),
        (
            "usvisaschedulng.com",
            "lookalike usvisaschedulng.com | one-letter",
        ),
        ("e-verfy.gov", "lookalike e-verfy.gov | one-letter"),
        ("e-verifiy.com", "lookalike e-verifiy.com | one-letter"),
        ("help@uscls.gov", "lookalike uscls.gov | one-letter"),
    ]);
}

#[test]
fn names_inside() {
    rows(&[
        ("uscis-forms.com", "lookalike uscis-forms.com | name-inside"),
        ("my-uscis.com", "lookalike my-uscis.com | name-inside"),
        ("myuscis.com", "lookalike myuscis.com | name-inside"),
        ("uscisonline.org", "lookalike uscisonline.org | name-inside"),
        (
            "www-uscis-gov.com",
            "lookalike www-uscis-gov.com | name-inside",
        ),
        ("gov-uscis.com", "lookalike gov-uscis.com | name-inside"),
        ("egov-uscis.info", "lookalike egov-uscis.info | name-inside"),
        (
            "login.uscis-account.com",
            "lookalike login.uscis-account.com | name-inside",
        ),
        (
            "uscis-gov.example.com",
            "lookalike uscis-gov.example.com | name-inside",
        ),
        (
            "e-verify-login.com",
            "lookalike e-verify-login.com | name-inside",
        ),
        ("my-e-verify.com", "lookalike my-e-verify.com | name-inside"),
        (
            "ustraveldocs-mx.com",
            "lookalike ustraveldocs-mx.com | name-inside",
        ),
        (
            "usvisascheduling-help.com",
            "lookalike usvisascheduling-help.com | name-inside",
        ),
        ("state-gov.com", "lookalike state-gov.com | name-inside"),
        (
            "travelstategov.com",
            "lookalike travelstategov.com | name-inside",
        ),
        (
            "travel-state-gov.us",
            "lookalike travel-state-gov.us | name-inside",
        ),
        ("paygov.us", "lookalike paygov.us | name-inside"),
        ("ssa-gov.org", "lookalike ssa-gov.org | name-inside"),
        ("irsgov.info", "lookalike irsgov.info | name-inside"),
        ("www-irs-gov.com", "lookalike www-irs-gov.com | name-inside"),
        ("gov-pay.com", "lookalike gov-pay.com | name-inside"),
        ("usgov.com", "lookalike usgov.com | name-inside"),
        ("usagov.help", "lookalike usagov.help | other-ending"),
        (
            "theusgovernment.com",
            "lookalike theusgovernment.com | name-inside",
        ),
        ("usc1s-forms.com", "lookalike usc1s-forms.com | one-letter"),
        ("myusc1s.com", "lookalike myusc1s.com | other-letters"),
        (
            "uscisgov.translate.goog",
            "unofficial uscisgov.translate.goog | not-official",
        ),
    ]);
}

#[test]
fn other_letters() {
    rows(&[
        (
            "https://υscis.gov",
            "lookalike xn--scis-uod.gov | other-letters mixed-alphabets",
        ),
        (
            "uѕсіѕ.gov",
            "lookalike xn--u-7tb3dbe.gov | other-letters mixed-alphabets",
        ),
        (
            "uscís.gov",
            "lookalike xn--uscs-xpa.gov | other-letters other-alphabet",
        ),
        (
            "üscis.gov",
            "lookalike xn--scis-zra.gov | other-letters other-alphabet",
        ),
        (
            "uscıs.com",
            "lookalike xn--uscs-nza.com | other-letters other-alphabet",
        ),
        (
            "usciş.us",
            "lookalike xn--usci-85a.us | other-letters other-alphabet",
        ),
        (
            "my-usсis.com",
            "lookalike xn--my-usis-2jg.com | other-letters mixed-alphabets",
        ),
        (
            "usсis.example.com",
            "lookalike xn--usis-m6d.example.com | other-letters mixed-alphabets",
        ),
        (
            "USСIS.GOV",
            "lookalike xn--usis-m6d.gov | other-letters mixed-alphabets",
        ),
        (
            "uscis\u{301}.gov",
            "lookalike xn--uscis-bfd.gov | other-letters other-alphabet",
        ),
        (
            "http://usсis.gov",
            "lookalike xn--usis-m6d.gov | other-letters mixed-alphabets not-https",
        ),
        (
            "news@usсis.gov",
            "lookalike xn--usis-m6d.gov | other-letters mixed-alphabets",
        ),
        (
            "e–verify.gov",
            "lookalike xn--everify-u16c.gov | one-letter other-alphabet",
        ),
        (
            "https://www.uscis.gov∕i-485.example.com",
            "lookalike www.uscis.xn--govi-485-0f7d.example.com | name-in-front other-alphabet",
        ),
        (
            "münchen.de",
            "unofficial xn--mnchen-3ya.de | not-official other-alphabet",
        ),
        (
            "пример.рф",
            "unofficial xn--e1afmkfd.xn--p1ai | not-official other-alphabet",
        ),
        (
            "日本語.jp",
            "unofficial xn--wgv71a119e.jp | not-official other-alphabet",
        ),
        (
            "аpple.com",
            "unofficial xn--pple-43d.com | not-official mixed-alphabets",
        ),
        (
            "xn--99999999.com",
            "unofficial xn--99999999.com | not-official other-alphabet",
        ),
        (
            "xn--uscis-.gov",
            "lookalike xn--uscis-.gov | other-letters other-alphabet",
        ),
        (
            "xn--.com",
            "unofficial xn--.com | not-official other-alphabet",
        ),
    ]);
}
