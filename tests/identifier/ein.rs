use crate::support::{rows, today};
use prefile::{Kind, check, finding::Detail};

#[test]
fn table() {
    rows(
        Kind::Ein,
        &[
            ("91-1144442", "91-1144442"),
            ("911144442", "91-1144442"),
            ("04-2103594", "04-2103594"),
            ("EIN 04-2103594", "04-2103594"),
            ("FEIN: 91 1144442", "91-1144442"),
            ("Federal Tax ID: 91-1144442", "91-1144442"),
            ("20-1144442", "20-1144442"),
            ("31-1144442", "31-1144442"),
            ("99-1144442", "99-1144442"),
            ("07-1144442", "07-1144442 | warning ein/unknown-prefix@0..2"),
            ("00-1144442", "00-1144442 | warning ein/unknown-prefix@0..2"),
            ("97-1144442", "97-1144442 | warning ein/unknown-prefix@0..2"),
            ("12-3456789", "12-3456789 | warning ein/made-up@0..10"),
            ("11-1111111", "11-1111111 | warning ein/made-up@0..10"),
            (
                "219-09-9998",
                "21-9099998 | warning ein/like-another-kind@0..11 = ssn",
            ),
            (
                "912-90-3456",
                "91-2903456 | warning ein/like-another-kind@0..11 = itin",
            ),
            (
                "9l-1144442",
                "- | error ein/letter-for-digit@1..2 -> 91-1144442",
            ),
            (
                "O4-2103594",
                "- | error ein/letter-for-digit@0..1 -> 04-2103594",
            ),
            ("91-114444", "- | error ein/too-short@0..9"),
            ("91-11444422", "- | error ein/too-long@0..11"),
            ("91-114444X", "- | error ein/unexpected-character@9..10"),
            ("91-1144*42", "- | error ein/unexpected-character@7..8"),
            (
                "EAC2212345678",
                "- | error ein/another-kind@0..13 = receipt-number",
            ),
            ("A01234567", "- | error ein/another-kind@0..9 = a-number"),
            (
                "012345678901",
                "- | error ein/another-kind@0..12 = online-account-number",
            ),
            ("", "- | error ein/empty"),
        ],
    );
}

#[test]
fn details_say_what_the_number_says() {
    let details = |typed| check(Kind::Ein, typed, today()).details;
    let text = |text: &str| Detail::Text(text.to_owned().into());
    assert_eq!(
        details("91-1144442"),
        [("prefix", text("91")), ("campus", text("Philadelphia"))]
    );
    assert_eq!(
        details("31-1144442"),
        [
            ("prefix", text("31")),
            ("campus", text("Small Business Administration"))
        ]
    );
    assert_eq!(details("07-1144442"), [("prefix", text("07"))]);
}

#[test]
fn each_prefix_has_its_campus() {
    let campuses = [
        ("Andover", "10 12"),
        ("Atlanta", "60 67"),
        ("Austin", "50 53"),
        (
            "Brookhaven",
            "01 02 03 04 05 06 11 13 14 16 21 22 23 25 34 51 52 54 55 56 57 58 59 65",
        ),
        ("Cincinnati", "30 32 35 36 37 38 61"),
        ("Fresno", "15 24"),
        ("Internet", "20 26 27 45 46 47 81"),
        ("Kansas City", "40 44"),
        ("Memphis", "94 95"),
        ("Ogden", "80 90"),
        (
            "Philadelphia",
            "33 39 41 42 43 48 62 63 64 66 68 71 72 73 74 75 76 77 82 83 84 85 86 87 88 91 92 93 \
             98 99",
        ),
        ("Small Business Administration", "31"),
    ];
    for number in 0..100 {
        let prefix = format!("{number:02}");
        let expected = campuses
            .iter()
            .find(|(_, prefixes)| prefixes.split(' ').any(|known| known == prefix))
            .map(|(name, _)| Detail::Text((*name).into()));
        let answer = check(Kind::Ein, &format!("{prefix}-1144442"), today());
        let campus = answer
            .details
            .into_iter()
            .find(|(name, _)| *name == "campus");
        assert_eq!(campus.map(|(_, detail)| detail), expected, "{prefix}");
        assert_eq!(answer.findings.is_empty(), expected.is_some(), "{prefix}");
    }
}
