use crate::support::{rows, today};
use prefile::{
    Kind, check,
    finding::{Detail, Word},
};

#[test]
fn table() {
    rows(
        Kind::PassportNumber,
        &[
            ("A12345678", "A12345678"),
            ("a 1234 5678", "A12345678"),
            ("Passport Book Number A12345678", "A12345678"),
            ("SS 1234567", "SS1234567"),
            ("IS 1234567", "IS1234567"),
            ("382910475", "382910475"),
            ("C38291047", "C38291047"),
            ("Passport No. K8291047", "K8291047"),
            ("Pasaporte: G38291047", "G38291047"),
            ("AB1234567", "AB1234567"),
            ("XDD123456", "XDD123456"),
            ("EAC221234567", "EAC221234567"),
            (
                "XYZ2212345678",
                "XYZ2212345678 | warning passport-number/unusual-length@0..13",
            ),
            (
                "EAC22123A5678",
                "EAC22123A5678 | warning passport-number/unusual-length@0..13",
            ),
            ("АВ1234567", "AB1234567"),
            ("C01X00T47", "C01X00T47"),
            ("12AB34567", "12AB34567"),
            ("G3829104756", "G3829104756"),
            (
                "123456789",
                "123456789 | warning passport-number/made-up@0..9",
            ),
            (
                "000000000",
                "000000000 | warning passport-number/made-up@0..9",
            ),
            (
                "D1234",
                "D1234 | warning passport-number/unusual-length@0..5",
            ),
            (
                "D12345678901234",
                "D12345678901234 | warning passport-number/unusual-length@0..15",
            ),
            (
                "ABCDEFGH",
                "ABCDEFGH | warning passport-number/no-digit@0..8",
            ),
            (
                "A1234567O",
                "A1234567O | warning passport-number/look-alike-letter@8..9 -> A12345670",
            ),
            (
                "A1I345678",
                "A1I345678 | warning passport-number/look-alike-letter@2..3 -> A11345678",
            ),
            (
                "A1234OI67",
                "A1234OI67 | warning passport-number/look-alike-letter@5..6 -> A12340167",
            ),
            ("AO1234567", "AO1234567"),
            (
                "A012345678",
                "A012345678 | warning passport-number/like-another-kind@0..10 = a-number",
            ),
            (
                "012345678901",
                "012345678901 | warning passport-number/like-another-kind@0..12 = online-account-number",
            ),
            (
                "219-09-9998",
                "219099998 | warning passport-number/like-another-kind@0..11 = ssn",
            ),
            (
                "12/31/1990",
                "12311990 | warning passport-number/like-another-kind@0..10 = date",
            ),
            ("A12", "- | error passport-number/too-short@0..3"),
            (
                "A1234567890123456",
                "- | error passport-number/too-long@0..17",
            ),
            (
                "A1234567*",
                "- | error passport-number/unexpected-character@8..9",
            ),
            (
                "A123456é8",
                "- | error passport-number/unexpected-character@7..9",
            ),
            (
                "EAC2212345678",
                "- | error passport-number/another-kind@0..13 = receipt-number",
            ),
            (
                "IOE0912345678",
                "- | error passport-number/another-kind@0..13 = receipt-number",
            ),
            ("", "- | error passport-number/empty"),
        ],
    );
}

#[test]
fn details_say_what_the_number_says() {
    let details = |typed| check(Kind::PassportNumber, typed, today()).details;
    assert_eq!(
        details("A12345678"),
        [("form", Detail::Word(Word::PassportUsBook))]
    );
    assert_eq!(
        details("382910475"),
        [("form", Detail::Word(Word::PassportUsOldBook))]
    );
    assert_eq!(
        details("C38291047"),
        [("form", Detail::Word(Word::PassportUsCard))]
    );
    assert!(details("AB1234567").is_empty());
}
