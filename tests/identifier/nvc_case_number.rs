use crate::support::{rows, today};
use prefile::{Kind, check, finding::Detail};

#[test]
fn table() {
    rows(
        Kind::NvcCaseNumber,
        &[
            ("MNL2011747003", "MNL2011747003"),
            ("HCM2001747003", "HCM2001747003"),
            ("mnl 2011 747 003", "MNL2011747003"),
            ("NVC case number GUZ2015501001", "GUZ2015501001"),
            ("CDJ2023866012", "CDJ2023866012"),
            ("CDJ202386601", "CDJ202386601"),
            ("MNL-2011-747-003", "MNL2011747003"),
            (
                "XYZ0123456789",
                "XYZ0123456789 | warning nvc-case-number/made-up@0..13",
            ),
            (
                "MNL1111111111",
                "MNL1111111111 | warning nvc-case-number/made-up@0..13",
            ),
            (
                "MNL2011123003",
                "MNL2011123003 | warning nvc-case-number/unusual-form@0..13 = receipt-number",
            ),
            (
                "MNL2011867003",
                "MNL2011867003 | warning nvc-case-number/unusual-form@0..13 = receipt-number",
            ),
            (
                "MNL1989747003",
                "MNL1989747003 | warning nvc-case-number/unusual-form@0..13 = receipt-number",
            ),
            // Next year's are given out by now.
            ("MNL2027747003", "MNL2027747003"),
            (
                "MNL2028747003",
                "MNL2028747003 | warning nvc-case-number/future-year@3..7",
            ),
            (
                "MNL2045747003",
                "MNL2045747003 | warning nvc-case-number/future-year@3..7",
            ),
            (
                "LIN201174700",
                "LIN201174700 | warning nvc-case-number/unusual-form@0..12 = receipt-number",
            ),
            (
                "LIN2011747003",
                "- | error nvc-case-number/another-kind@0..13 = receipt-number",
            ),
            (
                "IOE0912345678",
                "- | error nvc-case-number/another-kind@0..13 = receipt-number",
            ),
            ("MNL20117470", "- | error nvc-case-number/too-short@0..11"),
            ("MNL20117470033", "- | error nvc-case-number/too-long@0..14"),
            (
                "MNL2O11747003",
                "- | error nvc-case-number/letter-for-digit@4..5 -> MNL2011747003",
            ),
            (
                "6UZ2011747003",
                "- | error nvc-case-number/digit-for-letter@0..1 -> GUZ2011747003",
            ),
            (
                "MN42011747003",
                "- | error nvc-case-number/unexpected-character@2..3",
            ),
            (
                "MNL2011X47003",
                "- | error nvc-case-number/unexpected-character@7..8",
            ),
            (
                "*NL2011747003",
                "- | error nvc-case-number/unexpected-character@0..1",
            ),
            (
                "A012345678",
                "- | error nvc-case-number/another-kind@0..10 = a-number",
            ),
            (
                "012345678901",
                "- | error nvc-case-number/another-kind@0..12 = online-account-number",
            ),
            (
                "2024AF00036470",
                "- | error nvc-case-number/another-kind@0..14 = dv-case-number",
            ),
            ("", "- | error nvc-case-number/empty"),
        ],
    );
}

#[test]
fn details_say_what_the_number_says() {
    let details = |typed| check(Kind::NvcCaseNumber, typed, today()).details;
    let text = |text: &str| Detail::Text(text.to_owned().into());
    assert_eq!(
        details("MNL2011747003"),
        [
            ("post", text("MNL")),
            ("year", text("2011")),
            ("dayOfYear", text("247")),
            ("sequence", text("003"))
        ]
    );
    assert_eq!(
        details("GUZ2015501001"),
        [
            ("post", text("GUZ")),
            ("year", text("2015")),
            ("dayOfYear", text("001")),
            ("sequence", text("001"))
        ]
    );
    assert_eq!(details("CDJ202386601"), [("post", text("CDJ"))]);
}
