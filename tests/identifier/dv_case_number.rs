use crate::support::{rows, today};
use prefile::{
    Kind, check,
    finding::{Detail, Word},
};

#[test]
fn table() {
    rows(
        Kind::DvCaseNumber,
        &[
            ("2024AF00036470", "2024AF00036470"),
            ("2024AF36470", "2024AF36470"),
            ("2024 af 00036470", "2024AF00036470"),
            ("2027EU00012345", "2027EU00012345"),
            ("DV 2024AS00001234", "2024AS00001234"),
            ("2025NA00000012", "2025NA00000012"),
            ("2023OC00000512", "2023OC00000512"),
            ("2022SA00001987", "2022SA00001987"),
            ("2024AF036470", "2024AF036470"),
            (
                "2024AF12345678",
                "2024AF12345678 | warning dv-case-number/made-up@0..14",
            ),
            (
                "2024AF00000000",
                "2024AF00000000 | warning dv-case-number/made-up@0..14",
            ),
            (
                "2028EU00012345",
                "2028EU00012345 | warning dv-case-number/future-year@0..4",
            ),
            (
                "2045AF00036470",
                "2045AF00036470 | warning dv-case-number/future-year@0..4",
            ),
            ("1924AF00036470", "- | error dv-case-number/wrong-year@0..4"),
            ("0000AB01234", "- | error dv-case-number/wrong-year@0..4"),
            (
                "2024XX00036470",
                "- | error dv-case-number/unknown-region@4..6",
            ),
            (
                "2024AF0O036470",
                "- | error dv-case-number/letter-for-digit@7..8 -> 2024AF00036470",
            ),
            (
                "2O24AF00036470",
                "- | error dv-case-number/letter-for-digit@1..2 -> 2024AF00036470",
            ),
            (
                "2024A500036470",
                "- | error dv-case-number/digit-for-letter@5..6 -> 2024AS00036470",
            ),
            ("2024AF0003", "- | error dv-case-number/too-short@0..10"),
            ("2024AF000364700", "- | error dv-case-number/too-long@0..15"),
            (
                "2024AF1234567890",
                "- | error dv-case-number/too-long@0..16",
            ),
            (
                "2024AF0003647X",
                "- | error dv-case-number/unexpected-character@13..14",
            ),
            (
                "2024AF0003647*",
                "- | error dv-case-number/unexpected-character@13..14",
            ),
            (
                "EAC2212345678",
                "- | error dv-case-number/another-kind@0..13 = receipt-number",
            ),
            (
                "A012345678",
                "- | error dv-case-number/another-kind@0..10 = a-number",
            ),
            (
                "012345678901",
                "- | error dv-case-number/another-kind@0..12 = online-account-number",
            ),
            ("", "- | error dv-case-number/empty"),
        ],
    );
}

#[test]
fn details_say_what_the_number_says() {
    let details = |typed| check(Kind::DvCaseNumber, typed, today()).details;
    let text = |text: &str| Detail::Text(text.to_owned().into());
    assert_eq!(
        details("2024AF00036470"),
        [
            ("year", text("2024")),
            ("region", Detail::Word(Word::RegionAfrica))
        ]
    );
    assert_eq!(
        details("2022SA01987"),
        [
            ("year", text("2022")),
            ("region", Detail::Word(Word::RegionSouthAmerica))
        ]
    );
}
