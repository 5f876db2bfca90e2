use crate::support::{rows, today};
use prefile::{Kind, check, finding::Detail};

#[test]
fn table() {
    rows(
        Kind::SevisId,
        &[
            ("N0012345678", "N0012345678"),
            ("N0004567890", "N0004567890"),
            ("n-0012345678", "N0012345678"),
            ("SEVIS ID: N0012345678", "N0012345678"),
            ("N00 1234 5678", "N0012345678"),
            ("0012345678", "N0012345678"),
            ("Ｎ0012345678", "N0012345678"),
            (
                "N3512345678",
                "N3512345678 | warning sevis-id/unusual-start@0..11",
            ),
            (
                "2025550123",
                "N2025550123 | warning sevis-id/unusual-start@0..10",
            ),
            (
                "202-555-0123",
                "N2025550123 | warning sevis-id/like-another-kind@0..12 = phone",
            ),
            (
                "N0000000000",
                "N0000000000 | warning sevis-id/made-up@0..11",
            ),
            (
                "N1234567890",
                "N1234567890 | warning sevis-id/made-up@0..11",
            ),
            ("N001234567", "- | error sevis-id/too-short@1..10"),
            ("001234567", "- | error sevis-id/too-short@0..9"),
            ("N00123456789", "- | error sevis-id/too-long@1..12"),
            (
                "NO012345678",
                "- | error sevis-id/letter-for-digit@1..2 -> N0012345678",
            ),
            (
                "NOO12345678",
                "- | error sevis-id/letter-for-digit@1..2 -> N0012345678",
            ),
            (
                "M0012345678",
                "- | error sevis-id/unexpected-character@0..1",
            ),
            (
                "N00123X5678",
                "- | error sevis-id/unexpected-character@6..7",
            ),
            (
                "N0012345*78",
                "- | error sevis-id/unexpected-character@8..9",
            ),
            (
                "EAC2212345678",
                "- | error sevis-id/another-kind@0..13 = receipt-number",
            ),
            (
                "A012345678",
                "- | error sevis-id/another-kind@0..10 = a-number",
            ),
            (
                "012345678901",
                "- | error sevis-id/another-kind@0..12 = online-account-number",
            ),
            ("", "- | error sevis-id/empty"),
        ],
    );
}

#[test]
fn details_say_what_the_number_says() {
    let details = |typed| check(Kind::SevisId, typed, today()).details;
    let text = |text: &str| Detail::Text(text.to_owned().into());
    assert_eq!(details("N0012345678"), [("digits", text("0012345678"))]);
}

#[test]
fn a_missing_letter_is_told() {
    let changes = |typed| check(Kind::SevisId, typed, today()).changes;
    assert!(changes("N0012345678").is_empty());
    let [change] = &changes("0012345678")[..] else {
        panic!("one change");
    };
    assert_eq!(
        (change.what, &*change.from, &*change.to),
        ("prefix", "", "N")
    );
}
