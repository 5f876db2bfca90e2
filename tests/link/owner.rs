//! Hosts by owner: the agency, other governments, contractors, everybody else.

use super::rows;

#[test]
fn plain_forms_of_an_official_host() {
    rows(&[
        ("https://www.uscis.gov", "official www.uscis.gov"),
        ("www.uscis.gov", "official www.uscis.gov"),
        ("WWW.USCIS.GOV", "official www.uscis.gov"),
        ("  https://www.uscis.gov/  ", "official www.uscis.gov"),
        ("<https://www.uscis.gov/>", "official www.uscis.gov"),
        ("\"https://www.uscis.gov/\"", "official www.uscis.gov"),
        ("“https://www.uscis.gov/”", "official www.uscis.gov"),
        ("//www.uscis.gov/i-485", "official www.uscis.gov"),
        ("https:/www.uscis.gov/i-485", "official www.uscis.gov"),
        ("https:www.uscis.gov/i-485", "official www.uscis.gov"),
        ("https:///www.uscis.gov/i-485", "official www.uscis.gov"),
        ("www.uscis.gov?x=1", "official www.uscis.gov"),
        ("www.uscis.gov#top", "official www.uscis.gov"),
        ("www.uscis.gov:443/x", "official www.uscis.gov"),
        ("www.uscis.gov:/x", "official www.uscis.gov"),
        (
            "https://www.uscis.gov/redirect?to=https://example.com",
            "official www.uscis.gov",
        ),
        (
            "https://www.uscis.gov/@example.com",
            "official www.uscis.gov",
        ),
        (
            "https://www.uscis.gov#@example.com",
            "official www.uscis.gov",
        ),
        (
            "https://www.uscis.gov?@example.com",
            "official www.uscis.gov",
        ),
        ("https://a.b.c.uscis.gov/", "official a.b.c.uscis.gov"),
        ("https://account.uscis.gov/", "official account.uscis.gov"),
        (
            "https://xn--mnchen-3ya.uscis.gov/",
            "official xn--mnchen-3ya.uscis.gov | other-alphabet",
        ),
    ]);
}

#[test]
fn oddities_of_an_official_host() {
    rows(&[
        (
            "http://www.uscis.gov/forms",
            "official www.uscis.gov | not-https",
        ),
        (
            "http://www.uscis.gov:80/forms",
            "official www.uscis.gov | not-https",
        ),
        (
            "https://www.uscis.gov:8443/",
            "official www.uscis.gov | port",
        ),
        ("https://www.uscis.gov:80/", "official www.uscis.gov | port"),
        (
            "https://me@www.uscis.gov/",
            "official www.uscis.gov | user-name",
        ),
        (
            "https://me:secret@www.uscis.gov/",
            "official www.uscis.gov | user-name",
        ),
        (
            "https://example.com@www.uscis.gov/",
            "official www.uscis.gov | user-name",
        ),
        (
            "https://www.us\ncis.gov/",
            "official www.uscis.gov | hidden-signs",
        ),
        (
            "https://www.us\tcis.gov/",
            "official www.uscis.gov | hidden-signs",
        ),
        (
            "https://www.us\u{200b}cis.gov/",
            "official www.uscis.gov | hidden-signs",
        ),
        (
            "https://www.us\u{ad}cis.gov/",
            "official www.uscis.gov | hidden-signs",
        ),
        (
            "ht\ntps://www.uscis.gov/",
            "official www.uscis.gov | hidden-signs",
        ),
        (
            "https://www.uscis%2egov/",
            "official www.uscis.gov | odd-writing",
        ),
        (
            "https://%77ww.uscis.gov/",
            "official www.uscis.gov | odd-writing",
        ),
        (
            "https://ｗｗｗ．ｕｓｃｉｓ．ｇｏｖ/",
            "official www.uscis.gov | odd-writing",
        ),
        (
            "https://www。uscis。gov/",
            "official www.uscis.gov | odd-writing",
        ),
    ]);
}

#[test]
fn government_hosts() {
    rows(&[
        (
            "https://www.ssa.gov/myaccount",
            "government www.ssa.gov | government",
        ),
        ("irs.gov", "government irs.gov | government"),
        ("www.dhs.gov", "government www.dhs.gov | government"),
        ("ice.gov", "government ice.gov | government"),
        (
            "https://www.justice.gov/eoir",
            "government www.justice.gov | government",
        ),
        ("usa.gov", "government usa.gov | government"),
        ("usagov.gov", "government usagov.gov | government"),
        ("everify.gov", "government everify.gov | government"),
        ("state.gov", "government state.gov | government"),
        ("uscirf.gov", "government uscirf.gov | government"),
        ("uscourts.gov", "government uscourts.gov | government"),
        ("usich.gov", "government usich.gov | government"),
        ("usps.com", "government usps.com | government"),
        (
            "https://www.fmjfee.com/i901fee/index.html",
            "government www.fmjfee.com | government",
        ),
        ("www.uspis.gov", "government www.uspis.gov | government"),
        (
            "https://tools.usps.com/zip-code-lookup.htm",
            "government tools.usps.com | government",
        ),
        ("www.army.mil", "government www.army.mil | government"),
        ("dmv.ca.gov", "government dmv.ca.gov | government"),
        ("nyc.gov", "government nyc.gov | government"),
        ("uscis.ca.gov", "government uscis.ca.gov | government"),
        ("myuscis.gov", "government myuscis.gov | government"),
        ("gov", "unreadable - | unreadable"),
        (
            "http://travel.state.gov",
            "government travel.state.gov | not-https government",
        ),
        (
            "visa@state.gov",
            "government state.gov | government sender-no-proof",
        ),
        (
            "https://pay.gov/?next=https://www.uscis.gov",
            "government pay.gov | government",
        ),
        (
            "https://www.usvisascheduling.com/en-US/",
            "contractor www.usvisascheduling.com | contractor",
        ),
        (
            "http://ais.usvisa-info.com",
            "contractor ais.usvisa-info.com | not-https contractor",
        ),
        (
            "help@ustraveldocs.com",
            "contractor ustraveldocs.com | contractor",
        ),
    ]);
}

#[test]
fn strangers() {
    rows(&[
        (
            "https://example.com",
            "unofficial example.com | not-official",
        ),
        (
            "http://example.com",
            "unofficial example.com | not-official not-https",
        ),
        ("uscib.org", "unofficial uscib.org | not-official"),
        ("verify.com", "unofficial verify.com | not-official"),
        ("leverify.com", "unofficial leverify.com | not-official"),
        ("govtech.com", "unofficial govtech.com | not-official"),
        (
            "service.govdelivery.com",
            "unofficial service.govdelivery.com | not-official",
        ),
        ("www.gov.uk", "unofficial www.gov.uk | not-official"),
        ("www.gov.scot", "unofficial www.gov.scot | not-official"),
        (
            "https://www.ucis.pitt.edu/",
            "unofficial www.ucis.pitt.edu | not-official",
        ),
        ("dian.gov.co", "unofficial dian.gov.co | not-official"),
        ("mygov.in", "unofficial mygov.in | not-official"),
        ("omb.report", "unofficial omb.report | not-official"),
        ("state.com", "unofficial state.com | not-official"),
        ("cbp.org", "unofficial cbp.org | not-official"),
        (
            "login.example.com",
            "unofficial login.example.com | not-official",
        ),
        (
            "immigration.com",
            "unofficial immigration.com | not-official",
        ),
        ("visa.com", "unofficial visa.com | not-official"),
        ("govpay.com", "unofficial govpay.com | not-official"),
        ("ice.com", "unofficial ice.com | not-official"),
        ("icecream.com", "unofficial icecream.com | not-official"),
        (
            "travelgovernor.com",
            "unofficial travelgovernor.com | not-official",
        ),
        ("aila.org", "unofficial aila.org | not-official"),
        ("circus.gov.br", "unofficial circus.gov.br | not-official"),
        ("us.com", "unofficial us.com | not-official"),
        ("city.k12.tx.us", "unofficial city.k12.tx.us | not-official"),
        ("vt.fed.us", "government vt.fed.us | government"),
        (
            "some_host.example.com",
            "unofficial some_host.example.com | not-official",
        ),
    ]);
}
