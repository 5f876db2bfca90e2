//! What holds of every text.

use prefile::{Severity, check_link, check_links, link::Verdict};
use proptest::prelude::*;

/// Texts that look like links.
fn link() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("https://".to_owned()),
        Just("http:".to_owned()),
        Just("uscis".to_owned()),
        Just(".gov".to_owned()),
        Just(".".to_owned()),
        Just("@".to_owned()),
        Just("/".to_owned()),
        Just("\\".to_owned()),
        Just(":".to_owned()),
        Just("xn--".to_owned()),
        Just("%2e".to_owned()),
        Just("[".to_owned()),
        Just("]".to_owned()),
        Just("com".to_owned()),
        Just("<".to_owned()),
        Just("\u{200b}".to_owned()),
        Just("с".to_owned()),
        Just("。".to_owned()),
        Just("-".to_owned()),
        Just("?".to_owned()),
        Just("#".to_owned()),
        Just(" ".to_owned()),
        Just("０".to_owned()),
        "[a-z0-9-]{1,4}",
        ".",
    ];
    prop::collection::vec(part, 0..14).prop_map(|parts| parts.concat())
}

fn holds(text: &str) {
    let check = check_link(text);
    assert_eq!(
        check.host.is_none(),
        check.verdict == Verdict::Unreadable,
        "{text:?}"
    );
    let wrong = matches!(check.verdict, Verdict::Unreadable | Verdict::Lookalike);
    let errors = check
        .findings
        .iter()
        .filter(|finding| finding.severity() == Severity::Error)
        .count();
    assert_eq!(
        errors,
        usize::from(wrong),
        "{text:?}: one error if it is none or looks like one"
    );
    assert!(
        check.findings.is_sorted_by_key(prefile::Finding::severity),
        "{text:?}"
    );
    for span in check
        .findings
        .iter()
        .filter_map(|finding| finding.span)
        .chain([check.span])
    {
        assert!(
            text.get(span.start..span.end).is_some(),
            "{text:?}: {span:?}"
        );
    }
    if let Some(host) = &check.host {
        assert!(host.is_ascii() && host.len() < 254, "{text:?}: {host}");
        let official = ["uscis.gov", "uscis.dhs.gov", "e-verify.gov"]
            .iter()
            .any(|domain| host == domain || host.ends_with(&format!(".{domain}")));
        assert_eq!(
            official,
            check.verdict == Verdict::Official,
            "{text:?}: {host}"
        );
        let again = check_link(&format!("https://{host}/"));
        assert_eq!(again.host.as_ref(), Some(host), "{text:?}");
        assert_eq!(again.verdict == Verdict::Official, official, "{text:?}");
    }
    for check in check_links(text) {
        assert!(
            text.get(check.span.start..check.span.end).is_some(),
            "{text:?}: {:?}",
            check.span
        );
        assert!(!check.span.of(text).is_empty(), "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn of_what_looks_like_a_link(text in link()) {
        holds(&text);
    }

    #[test]
    fn of_any_text(text in any::<String>()) {
        holds(&text);
    }
}
