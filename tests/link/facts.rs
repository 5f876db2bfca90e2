//! Every host and every look-alike of the domain facts.

use super::rows;
use prefile::{check_link, link::Verdict};

#[test]
fn official_hosts() {
    let hosts = [
        "uscis.gov",
        "www.uscis.gov",
        "my.uscis.gov",
        "myaccount.uscis.gov",
        "egov.uscis.gov",
        "developer.uscis.gov",
        "api.uscis.gov",
        "api-int.uscis.gov",
        "first.uscis.gov",
        "e-verify.gov",
        "www.e-verify.gov",
        "lockboxsupport.uscis.dhs.gov",
        "uscis.dhs.gov",
    ];
    for host in hosts {
        for (link, verdict) in [
            (host.to_owned(), Verdict::Official),
            (format!("https://{host}"), Verdict::Official),
            (
                format!("HTTPS://{}/a?b=c#d", host.to_uppercase()),
                Verdict::Official,
            ),
            (format!("https://{host}./"), Verdict::Official),
            (format!("https://{host}:443/"), Verdict::Official),
            (format!("https://{host}.example.com/"), Verdict::Lookalike),
            (format!("https://{host}@example.com/"), Verdict::Lookalike),
            (format!("https://example.com/{host}/"), Verdict::Lookalike),
        ] {
            let check = check_link(&link);
            assert_eq!(check.verdict, verdict, "{link}");
            if verdict == Verdict::Official {
                assert_eq!(check.host.as_deref(), Some(host), "{link}");
                assert_eq!(check.findings, [], "{link}");
            }
        }
    }
}

#[test]
fn mail_of_the_agency() {
    rows(&[
        ("news@uscis.gov", "official uscis.gov | sender-no-proof"),
        (
            "lockboxsupport@uscis.dhs.gov",
            "official uscis.dhs.gov | sender-no-proof",
        ),
        (
            "mailto:developersupport@uscis.dhs.gov?subject=x",
            "official uscis.dhs.gov | sender-no-proof",
        ),
        (
            "USCIS <noreply@uscis.gov>",
            "official uscis.gov | sender-no-proof",
        ),
        (
            "uscis.gov <noreply@example.com>",
            "unofficial example.com | not-official",
        ),
        (
            "uscis.online@gmail.com",
            "lookalike gmail.com | name-before-at",
        ),
        (
            "officer.smith@yahoo.com",
            "unofficial yahoo.com | not-official",
        ),
    ]);
}

#[test]
fn other_government_hosts() {
    rows(&[
        (
            "https://www.pay.gov/public/form",
            "government www.pay.gov | government",
        ),
        (
            "travel.state.gov",
            "government travel.state.gov | government",
        ),
        (
            "https://dvprogram.state.gov/",
            "government dvprogram.state.gov | government",
        ),
        ("cbp.gov/i94", "government cbp.gov | government"),
        (
            "https://ceac.state.gov/genniv/",
            "government ceac.state.gov | government",
        ),
        (
            "https://i94.cbp.dhs.gov/I94/",
            "government i94.cbp.dhs.gov | government",
        ),
        (
            "https://secure.login.gov",
            "government secure.login.gov | government",
        ),
    ]);
}

#[test]
fn contractors() {
    rows(&[
        (
            "https://ais.usvisa-info.com/en-mx/niv",
            "contractor ais.usvisa-info.com | contractor",
        ),
        (
            "ustraveldocs.com",
            "contractor ustraveldocs.com | contractor",
        ),
        (
            "https://www.ustraveldocs.com/mx/",
            "contractor www.ustraveldocs.com | contractor",
        ),
    ]);
}

#[test]
fn look_alikes() {
    rows(&[
        ("uscis-ins.us", "lookalike uscis-ins.us | name-inside"),
        (
            "usgovernmenthelpline.com",
            "lookalike usgovernmenthelpline.com | name-inside",
        ),
        (
            "usgovernmenthelponline.com",
            "lookalike usgovernmenthelponline.com | name-inside",
        ),
        ("https://usciss.us/", "lookalike usciss.us | one-letter"),
        ("ussciss.us", "lookalike ussciss.us | one-letter"),
        ("myuscisgov.com", "lookalike myuscisgov.com | name-inside"),
        (
            "fanyv88.com/https/www.uscis.gov/i-485",
            "lookalike fanyv88.com | name-in-path",
        ),
        (
            "https.omb.report",
            "lookalike https.omb.report | https-in-name",
        ),
        (
            "uscis.gov.example.com",
            "lookalike uscis.gov.example.com | name-in-front",
        ),
        ("uscis-gov.com", "lookalike uscis-gov.com | name-inside"),
        ("my-uscis.gov.co", "lookalike my-uscis.gov.co | name-inside"),
        ("uscis.qov", "lookalike uscis.qov | other-ending"),
        (
            "usсis.gov",
            "lookalike xn--usis-m6d.gov | other-letters mixed-alphabets",
        ),
        ("uscls.gov", "lookalike uscls.gov | one-letter"),
        (
            "xn--usis-m6d.gov",
            "lookalike xn--usis-m6d.gov | other-letters mixed-alphabets",
        ),
        (
            "https://www.uscis.gov@evil.com",
            "lookalike evil.com | name-before-at",
        ),
    ]);
}
