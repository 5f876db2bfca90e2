//! Any input is answered. What is long is not looked at as often as it is long: these would take hours.

use prefile::{check_password, check_recovery_answers};
use proptest::prelude::*;

#[test]
fn long_and_hostile() {
    let entries: Vec<String> = (0..200)
        .map(|place| format!("{}b{place}", "a".repeat(300)))
        .collect();
    let dates: Vec<String> = (1..100)
        .map(|place| format!("19{place:02}-01-01"))
        .collect();
    let personal: Vec<&str> = entries.iter().chain(&dates).map(String::as_str).collect();
    let email = format!("{}@example.com", "a.".repeat(100_000));
    for unit in [
        "a", "4", "@", "\u{301}", "\u{200b}", "é", "👍", " ", "\0", "1", "\u{202e}",
    ] {
        let password = unit.repeat(200_000);
        let _ = check_password(&password, Some(&email), &personal);
        let _ = check_recovery_answers(&[(&password, &password), (&email, &password)], &personal);
    }
}

proptest! {
    #[test]
    fn never_fails(password in any::<String>(), email in any::<String>(), personal in any::<Vec<String>>()) {
        let personal: Vec<&str> = personal.iter().map(String::as_str).chain(["Ana Lee", "1985-03-07"]).collect();
        let check = check_password(&password, Some(&email), &personal);
        prop_assert!(check.findings.is_sorted_by_key(prefile::Finding::severity));
        for span in check.findings.iter().filter_map(|finding| finding.span) {
            prop_assert!(password.get(span.start..span.end).is_some());
        }
        let _ = check_recovery_answers(&[(&email, &password), (&password, &email)], &personal);
    }

    /// Whatever stands around it, a long enough name is found.
    #[test]
    fn a_name_is_found(before in "[0-9!-/]{0,9}", after in "[0-9!-/]{0,9}") {
        let password = format!("{before}Guadalupe{after}");
        let check = check_password(&password, None, &["Guadalupe"]);
        prop_assert!(check.findings.iter().any(|finding| finding.code.id() == "password/has-personal"));
    }
}
