use crate::support::rows;
use prefile::{ANumber, Kind};

#[test]
fn table() {
    rows(
        Kind::ANumber,
        &[
            ("A012345678", "A012-345-678"),
            ("012345678", "A012-345-678"),
            ("A# 012-345-678", "A012-345-678"),
            ("a11223344", "A011-223-344"),
            ("My A number is 012345678", "A012-345-678"),
            ("File No. A012 345 678", "A012-345-678"),
            ("Nro. A012345678", "A012-345-678"),
            ("A1234567", "A001-234-567"),
            ("Alien No. A 012 345 678", "A012-345-678"),
            ("Alien Registration Number: 012345678", "A012-345-678"),
            ("USCIS #: 012-345-678", "A012-345-678"),
            ("A-Number 012345678", "A012-345-678"),
            (
                "\u{202a}A\u{a0}012\u{2011}345\u{2013}678\u{202c}",
                "A012-345-678",
            ),
            ("А012345678", "A012-345-678"),
            ("Ａ０１２３４５６７８", "A012-345-678"),
            ("٠١٢٣٤٥٦٧٨", "A012-345-678"),
            (
                "000-000-811",
                "A000-000-811 | warning a-number/made-up@0..11",
            ),
            (
                "A999-999-999",
                "A999-999-999 | warning a-number/made-up@0..12",
            ),
            (
                "A123456789",
                "A123-456-789 | warning a-number/made-up@0..10",
            ),
            (
                "A987654321",
                "A987-654-321 | warning a-number/made-up@0..10",
            ),
            ("A123456", "- | error a-number/too-short@1..7"),
            ("A1234567890", "- | error a-number/too-long@1..11"),
            (
                "A12345678X",
                "- | error a-number/unexpected-character@9..10",
            ),
            (
                "AO12345678",
                "- | error a-number/letter-for-digit@1..2 -> A012345678",
            ),
            (
                "A 01 234-S6B",
                "- | error a-number/letter-for-digit@9..10 -> A 01 234-568",
            ),
            (
                "A01234567G",
                "- | error a-number/letter-for-digit@9..10 -> A012345676",
            ),
            // Of another length, too: what it is taken for would not make it right.
            ("A1234O", "- | error a-number/unexpected-character@5..6"),
            ("2-1-09-9998", "A021-099-998"),
            (
                "A01234567é",
                "- | error a-number/unexpected-character@9..11",
            ),
            (
                "IOE0912345678",
                "- | error a-number/another-kind@0..13 = receipt-number",
            ),
            (
                "0123 4567 8901",
                "- | error a-number/another-kind@0..14 = online-account-number",
            ),
            ("N/A", "- | error text/not-applicable@0..3"),
            ("", "- | error a-number/empty"),
            ("   ", "- | error a-number/empty"),
            ("\u{200b}\u{2060}", "- | error text/only-invisible"),
        ],
    );
}

/// What is written as something else is told, though its digits would do.
#[test]
fn written_as_something_else() {
    rows(
        Kind::ANumber,
        &[
            (
                "219-09-9998",
                "A219-099-998 | warning a-number/like-another-kind@0..11 = ssn",
            ),
            (
                "912-90-3456",
                "A912-903-456 | warning a-number/like-another-kind@0..11 = itin",
            ),
            (
                "91-1144442",
                "A911-144-442 | warning a-number/like-another-kind@0..10 = ein",
            ),
            (
                "20001-2345",
                "A200-012-345 | warning a-number/like-another-kind@0..10 = zip",
            ),
            (
                "10/05/1967",
                "A010-051-967 | warning a-number/like-another-kind@0..10 = date",
            ),
            (
                "31.12.1967",
                "A031-121-967 | warning a-number/like-another-kind@0..10 = date",
            ),
            (
                "1967-10-05",
                "A019-671-005 | warning a-number/like-another-kind@0..10 = date",
            ),
            (
                "1.12.1967",
                "A001-121-967 | warning a-number/like-another-kind@0..9 = date",
            ),
            (
                "12.3.1967",
                "A001-231-967 | warning a-number/like-another-kind@0..9 = date",
            ),
            // No day has these numbers.
            ("13.13.1967", "A013-131-967"),
            ("32-12-1967", "A032-121-967"),
            ("12-32-1967", "A012-321-967"),
            ("12-12-1879", "A012-121-879"),
            ("12-12-2121", "A012-122-121"),
            ("00-12-1967", "A000-121-967"),
            ("12-00-1967", "A012-001-967"),
            ("12 - 12 - 1967", "A012-121-967"),
            (
                "12 12 1967",
                "A012-121-967 | warning a-number/like-another-kind@0..10 = date",
            ),
            ("1-12-19670", "A011-219-670"),
            (
                "12-12-1880",
                "A012-121-880 | warning a-number/like-another-kind@0..10 = date",
            ),
            (
                "01-12-2120",
                "A001-122-120 | warning a-number/like-another-kind@0..10 = date",
            ),
            // A label, or the letter, says what it is.
            ("A# 91-1144442", "A911-144-442"),
            ("A# 219-09-9998", "A219-099-998"),
            ("A219-09-9998", "A219-099-998"),
            (
                "666-09-9998",
                "A666-099-998 | warning a-number/like-another-kind@0..11 = ssn",
            ),
            ("A 10/05/1967", "A010-051-967"),
        ],
    );
}

#[test]
fn faults_say_what_and_where() {
    for (typed, expected) in [
        ("", "a-number/empty at 0..0"),
        ("A12", "a-number/too-short at 1..3 (found 2)"),
        (
            "AO12345678",
            "a-number/letter-for-digit at 1..2 (letter 'O', digit '0')",
        ),
    ] {
        let fault = ANumber::parse(typed).map(|_| ()).expect_err(typed);
        assert_eq!(fault.to_string(), expected);
    }
}
