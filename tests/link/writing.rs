//! Links by the way they are written: user names, paths, numbers, what is none.

use super::rows;
use prefile::{Code, Context, Kind, check, check_link};

#[test]
fn before_an_at() {
    rows(&[
        (
            "https://www.uscis.gov@example.com/login",
            "lookalike example.com | name-before-at",
        ),
        (
            "https://www.uscis.gov:443@example.com/",
            "lookalike example.com | name-before-at",
        ),
        (
            "https://www.uscis.gov%20@example.com/",
            "lookalike example.com | name-before-at",
        ),
        (
            "https://uscis@example.com/",
            "lookalike example.com | name-before-at",
        ),
        (
            "https://pay.gov@example.com/",
            "lookalike example.com | name-before-at",
        ),
        (
            "https://a@b@www.uscis.gov/",
            "official www.uscis.gov | user-name",
        ),
        (
            "https://www.uscis.gov@a@example.com/",
            "lookalike example.com | name-before-at",
        ),
        (
            "https://www.uscis.gov@192.0.2.7/",
            "lookalike 192.0.2.7 | name-before-at number-host",
        ),
        (
            "http://www.uscis.gov@3221225991/",
            "lookalike 3221225991 | name-before-at number-host not-https",
        ),
        (
            "https://me@example.com/",
            "unofficial example.com | not-official user-name",
        ),
        (
            "https://www.google.com@example.com/",
            "unofficial example.com | not-official user-name",
        ),
        ("uscis@gmail.com", "lookalike gmail.com | name-before-at"),
        (
            "uscis-support@outlook.com",
            "lookalike outlook.com | name-before-at",
        ),
        (
            "case.status.uscis@mail.example.org",
            "lookalike mail.example.org | name-before-at",
        ),
        (
            "maria.lopez@gmail.com",
            "unofficial gmail.com | not-official",
        ),
        (
            "support@uscis-gov.com",
            "lookalike uscis-gov.com | name-inside",
        ),
        ("@uscis.gov", "unreadable - | unreadable"),
        ("mailto:uscis.gov", "unreadable - | unreadable"),
    ]);
}

#[test]
fn in_the_path() {
    rows(&[
        (
            "https://example.com/www.uscis.gov",
            "lookalike example.com | name-in-path",
        ),
        (
            "https://example.com/https://www.uscis.gov/i-130",
            "lookalike example.com | name-in-path",
        ),
        (
            "https://example.com/WWW.USCIS.GOV/",
            "lookalike example.com | name-in-path",
        ),
        (
            "https://example.com/my.uscis.gov.html",
            "lookalike example.com | name-in-path",
        ),
        (
            "https://example.com/travel.state.gov/",
            "lookalike example.com | name-in-path",
        ),
        (
            "https://192.0.2.7/www.uscis.gov/",
            "lookalike 192.0.2.7 | name-in-path number-host",
        ),
        (
            "https://example.com/uscis.government",
            "unofficial example.com | not-official",
        ),
        (
            "https://example.com/<me@uscis.gov>",
            "lookalike example.com | name-in-path",
        ),
        (
            "https://example.com/uscis",
            "unofficial example.com | not-official",
        ),
        (
            "https://example.com/?next=https://www.uscis.gov",
            "unofficial example.com | not-official",
        ),
        (
            "https://example.com/#www.uscis.gov",
            "unofficial example.com | not-official",
        ),
        (
            "https://web.archive.org/web/2024/https://www.uscis.gov/",
            "unofficial web.archive.org | not-official",
        ),
        (
            "https://urldefense.com/v3/__https://www.uscis.gov/i-765__;!!abc",
            "unofficial urldefense.com | not-official",
        ),
        (
            "https://links-2.govdelivery.com/CL0/https:%2F%2Fwww.uscis.gov/1/0100",
            "unofficial links-2.govdelivery.com | not-official",
        ),
        (
            "https://a.r.us-east-1.awstrack.me/L0/https:%2F%2Fmy.uscis.gov/1/01",
            "unofficial a.r.us-east-1.awstrack.me | not-official",
        ),
        (
            "https://secure-web.cisco.com/1ab/https%3A%2F%2Fwww.uscis.gov",
            "unofficial secure-web.cisco.com | not-official",
        ),
        (
            "uscis@public.govdelivery.com",
            "unofficial public.govdelivery.com | not-official",
        ),
        (
            "uscis@govdelivery.com.example.org",
            "lookalike govdelivery.com.example.org | name-before-at",
        ),
        (
            "https://www.google.com/url?q=https://www.uscis.gov/",
            "unofficial www.google.com | not-official",
        ),
        (
            "https://evil.example/https/my.uscis.gov",
            "lookalike evil.example | name-in-path",
        ),
    ]);
}

#[test]
fn numbers_for_hosts() {
    rows(&[
        (
            "http://192.0.2.7/",
            "unofficial 192.0.2.7 | number-host not-https",
        ),
        ("192.0.2.7", "unofficial 192.0.2.7 | number-host"),
        ("https://0xC0000207/", "unofficial 0xc0000207 | number-host"),
        ("https://3221225991", "unofficial 3221225991 | number-host"),
        (
            "https://0300.0.02.07/",
            "unofficial 0300.0.02.07 | number-host",
        ),
        (
            "https://0xc0.0x00.0x02.0x07/",
            "unofficial 0xc0.0x00.0x02.0x07 | number-host",
        ),
        (
            "https://[2001:db8::1]/",
            "unofficial [2001:db8::1] | number-host",
        ),
        (
            "https://[2001:DB8::1]:8080/",
            "unofficial [2001:db8::1] | number-host port",
        ),
        (
            "https://uscis.gov.192.0.2.7/",
            "unofficial uscis.gov.192.0.2.7 | number-host",
        ),
        ("https://[zz]/", "unreadable - | unclear-host"),
        ("12345", "unreadable - | unreadable"),
        ("1.5", "unreadable - | unreadable"),
    ]);
}

#[test]
fn what_is_no_link() {
    let long = format!("https://{}.com", "a".repeat(64));
    let foreign = format!("https://{}.com", "ü".repeat(62));
    let longer = format!("https://{}com", "abcdefg.".repeat(32));
    rows(&[
        ("", "unreadable - | unreadable"),
        ("uscis", "unreadable - | unreadable"),
        ("hello world", "unreadable - | unreadable"),
        ("https://", "unreadable - | unreadable"),
        ("https://uscis", "unreadable - | unreadable"),
        ("https://https://www.uscis.gov", "unreadable - | unreadable"),
        ("https:// www.uscis.gov", "unreadable - | unclear-host"),
        ("https://www..uscis.gov", "unreadable - | unreadable"),
        ("https://.uscis.gov", "unreadable - | unreadable"),
        ("https://www.uscis.gov..", "unreadable - | unreadable"),
        ("javascript:alert(1)", "unreadable - | not-a-site"),
        (
            "JAVASCRIPT://www.uscis.gov/%0aalert(1)",
            "unreadable - | not-a-site",
        ),
        ("java\nscript:alert(1)", "unreadable - | not-a-site"),
        (
            "data:text/html,<h1>www.uscis.gov</h1>",
            "unreadable - | not-a-site",
        ),
        ("file:///C:/uscis.gov", "unreadable - | not-a-site"),
        ("ftp://www.uscis.gov", "unreadable - | not-a-site"),
        ("blob:https://www.uscis.gov/1", "unreadable - | not-a-site"),
        (
            "view-source:https://www.uscis.gov",
            "unreadable - | not-a-site",
        ),
        ("tel:+18003755283", "unreadable - | not-a-site"),
        (
            "https://www.uscis.gov\\@example.com/",
            "unreadable - | unclear-host",
        ),
        (
            "https://example.com\\@www.uscis.gov/",
            "unreadable - | unclear-host",
        ),
        ("https:\\\\www.uscis.gov", "unreadable - | unclear-host"),
        (
            "https://www.uscis.gov%2f.example.com/",
            "unreadable - | unclear-host",
        ),
        (
            "https://www.uscis.gov%00.example.com/",
            "unreadable - | unclear-host",
        ),
        (
            "https://www.uscis.gov%40example.com/",
            "unreadable - | unclear-host",
        ),
        (
            "https://www.uscis.gov%5c.example.com/",
            "unreadable - | unclear-host",
        ),
        ("https://www.uscis.gov%zz/", "unreadable - | unclear-host"),
        (
            "https://example.com;.uscis.gov",
            "unreadable - | unclear-host",
        ),
        (
            "https://example.com,uscis.gov/",
            "unreadable - | unclear-host",
        ),
        (
            "https://example.com&.uscis.gov/",
            "unreadable - | unclear-host",
        ),
        ("https://www.uscis.gov%e4/", "unreadable - | unclear-host"),
        (
            "https://www.uscis.gov／example.com",
            "unreadable - | unclear-host",
        ),
        (
            "https://www.uscis.gov？.example.com",
            "unreadable - | unclear-host",
        ),
        (
            "https://www.uscis.gov:99999/",
            "unreadable - | unclear-host",
        ),
        ("https://www.uscis.gov:8o/", "unreadable - | unclear-host"),
        ("https://ex<ample.com", "unreadable - | unclear-host"),
        ("e.g", "unreadable - | unreadable"),
        ("form.p1", "unreadable - | unreadable"),
        ("exa$mple.com", "unreadable - | unreadable"),
        ("Website <uscis.gov>", "unreadable - | unreadable"),
        (&long, "unreadable - | unreadable"),
        (&foreign, "unreadable - | unreadable"),
        (&longer, "unreadable - | unreadable"),
        ("\u{200b}", "unreadable - | unreadable"),
        ("A012345678", "unreadable - | unreadable"),
        ("IOE0912345678", "unreadable - | unreadable"),
    ]);
}

#[test]
fn the_longest() {
    let official = "official www.uscis.gov";
    let link = |length: usize| format!("https://www.uscis.gov/{}", "a".repeat(length - 22));
    let label = "a".repeat(63);
    let host = |length: usize| format!("{}{}.com", "abcdefg.".repeat(30), "x".repeat(length - 244));
    rows(&[
        (&link(65_536), official),
        (&link(65_537), "unreadable - | text/too-long"),
        (&link(100_000), "unreadable - | text/too-long"),
        (
            "https://www.uscis.gov:65535/",
            &format!("{official} | port"),
        ),
        (
            "https://www.uscis.gov:65536/",
            "unreadable - | unclear-host",
        ),
        (
            &format!("https://{label}.com"),
            &format!("unofficial {label}.com | not-official"),
        ),
        (
            &format!("https://{}", host(253)),
            &format!("unofficial {} | not-official", host(253)),
        ),
        (
            &format!("https://{}", host(254)),
            "unreadable - | unreadable",
        ),
    ]);
}

#[test]
fn places() {
    #[track_caller]
    fn marked(link: &str, code: Code, expected: &str) {
        let check = check_link(link);
        let finding = check.findings.iter().find(|finding| finding.code == code);
        let span = finding.and_then(|finding| finding.span).expect("a place");
        assert_eq!(span.of(link), expected, "{link}");
    }
    marked(
        " https://a.b.example.co.uk/x",
        Code::LinkNotOfficial,
        "example.co.uk",
    );
    marked(
        "https://www.uscis.gov@example.com/",
        Code::LinkNameBeforeAt,
        "www.uscis.gov",
    );
    marked(
        "example.com/www.uscis.gov/",
        Code::LinkNameInPath,
        "/www.uscis.gov/",
    );
    marked("HTTP://uscis.gov", Code::LinkNotHttps, "HTTP");
    marked(
        "https://www.city.tx.us/",
        Code::LinkNotOfficial,
        "city.tx.us",
    );
    marked(
        "Your Name <me@example.com>",
        Code::LinkNotOfficial,
        "example.com",
    );
    marked(
        "https://www.us\ncis.gov",
        Code::LinkHiddenSigns,
        "https://www.us\ncis.gov",
    );
}

#[test]
fn the_kind_goes_the_same_way() {
    let answer = check(Kind::Link, " http://www.uscis.gov/x ", Context::default());
    assert!(answer.ok());
    assert_eq!(answer.value.as_deref(), Some("http://www.uscis.gov/x"));
    assert_eq!(
        answer.findings[0].fix.as_ref().map(|fix| fix.text.as_str()),
        Some("https://www.uscis.gov/x")
    );
    let answer = check(Kind::Link, "uscis.gov.example.com", Context::default());
    assert!(!answer.ok());
    assert_eq!(answer.value, None);
    let answer = check(Kind::Link, "https://www.us\tcis.gov", Context::default());
    assert_eq!(answer.value.as_deref(), Some("https://www.uscis.gov"));
    assert_eq!(
        (answer.changes[0].what, answer.changes[0].from.as_str()),
        ("invisible", "\t")
    );
    let again = check(
        Kind::Link,
        answer.value.as_deref().unwrap_or_default(),
        Context::default(),
    );
    assert_eq!(again.value, answer.value);
    assert_eq!(
        check(Kind::Link, " ", Context::default()).findings[0].code,
        Code::LinkEmpty
    );
}
