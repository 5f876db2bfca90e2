use crate::support::{rows, today};
use prefile::{
    Kind, check,
    finding::{Detail, Word},
};

#[test]
fn table() {
    rows(
        Kind::I94Number,
        &[
            ("123456789A1", "123456789A1"),
            ("123456789a1", "123456789A1"),
            (
                "12345678901",
                "12345678901 | warning i94-number/made-up@0..11",
            ),
            ("98765432112", "98765432112"),
            ("I-94 Number: 123456789 A1", "123456789A1"),
            ("Admission number 38291047561", "38291047561"),
            ("382910475D3", "382910475D3"),
            (
                "11111111111",
                "11111111111 | warning i94-number/made-up@0..11",
            ),
            (
                "12345678A91",
                "12345678A91 | warning i94-number/letter-place@8..9",
            ),
            ("38291047561 ", "38291047561"),
            (
                "38291O47561",
                "38291O47561 | warning i94-number/letter-place@5..6 -> 38291047561",
            ),
            (
                "3829I0475D3",
                "3829I0475D3 | warning i94-number/letter-place@4..5 -> 382910475D3",
            ),
            (
                "A2345678901",
                "A2345678901 | warning i94-number/letter-place@0..1",
            ),
            (
                "ABCDEFGHIJK",
                "- | error i94-number/unexpected-character@0..1",
            ),
            (
                "ABCDE678901",
                "ABCDE678901 | warning i94-number/letter-place@0..1",
            ),
            (
                "Guadalajara",
                "- | error i94-number/unexpected-character@0..1",
            ),
            (
                "N0012345678",
                "N0012345678 | warning i94-number/like-another-kind@0..11 = sevis-id",
            ),
            (
                "1-202-555-0123",
                "12025550123 | warning i94-number/like-another-kind@0..14 = phone",
            ),
            ("1234567890", "- | error i94-number/too-short@0..10"),
            ("123456789A12", "- | error i94-number/too-long@0..12"),
            (
                "123456789*1",
                "- | error i94-number/unexpected-character@9..10",
            ),
            (
                "EAC2212345678",
                "- | error i94-number/another-kind@0..13 = receipt-number",
            ),
            (
                "A012345678",
                "- | error i94-number/another-kind@0..10 = a-number",
            ),
            (
                "012345678901",
                "- | error i94-number/another-kind@0..12 = online-account-number",
            ),
            ("", "- | error i94-number/empty"),
        ],
    );
}

#[test]
fn details_say_what_the_number_says() {
    let details = |typed| check(Kind::I94Number, typed, today()).details;
    assert_eq!(
        details("38291047561"),
        [("form", Detail::Word(Word::I94Old))]
    );
    assert_eq!(
        details("123456789A1"),
        [("form", Detail::Word(Word::I94New))]
    );
    assert!(details("12345678A91").is_empty());
}
