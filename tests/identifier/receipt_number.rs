use crate::support::{rows, today};
use prefile::{Kind, check, finding::Detail};

#[test]
fn asterisks_slips_and_other_cases() {
    rows(
        Kind::ReceiptNumber,
        &[
            (
                "EAC2212345678*",
                "EAC2212345678 | warning receipt-number/asterisk@13..14",
            ),
            (
                "*EAC2845045678",
                "EAC2845045678 | warning receipt-number/asterisk@0..1 | warning receipt-number/future-year@4..6 | note receipt-number/unusual-day@6..9",
            ),
            (
                "EAC22*123*45678",
                "EAC2212345678 | warning receipt-number/asterisk@5..6",
            ),
            (
                "E*C2212345678",
                "- | error receipt-number/unexpected-character@1..2",
            ),
            (
                "lOE0912345678",
                "LOE0912345678 | warning receipt-number/unknown-prefix@0..3 -> IOE0912345678",
            ),
            (
                "LlN 2212345678",
                "LLN2212345678 | warning receipt-number/unknown-prefix@0..3 -> LIN 2212345678",
            ),
            (
                "IEO0912345678",
                "IEO0912345678 | warning receipt-number/unknown-prefix@0..3 -> IOE0912345678",
            ),
            (
                "CDJ2023612003",
                "CDJ2023612003 | warning receipt-number/like-another-kind@0..13 = nvc-case-number",
            ),
            (
                "MTL2015512003",
                "MTL2015512003 | warning receipt-number/like-another-kind@0..13 = nvc-case-number",
            ),
            ("LIN2011747003", "LIN2011747003"),
        ],
    );
}

#[test]
fn table() {
    rows(
        Kind::ReceiptNumber,
        &[
            ("EAC2212345678", "EAC2212345678"),
            ("eac-22-123-45678", "EAC2212345678"),
            ("WAC 11 012 50960", "WAC1101250960"),
            ("IOE-0912-345678", "IOE0912345678"),
            (
                "IOE-1234-567890",
                "IOE1234567890 | warning receipt-number/made-up@0..15",
            ),
            ("IOE0912345678", "IOE0912345678"),
            ("Receipt Number: LIN9912345678", "LIN9912345678"),
            ("Your petition number: LIN9912345678", "LIN9912345678"),
            ("N.º de tarjeta: LIN9912345678", "LIN9912345678"),
            ("Green card number LIN9912345678", "LIN9912345678"),
            ("Número de recibo SRC0012345678", "SRC0012345678"),
            ("WAC1512312345", "WAC1512312345"),
            ("LIN2090000001", "LIN2090000001"),
            // The fiscal year 2027 began in October.
            ("LIN2710045678", "LIN2710045678"),
            (
                "LIN2810045678",
                "LIN2810045678 | warning receipt-number/future-year@3..5",
            ),
            (
                "LIN*2800045678",
                "LIN2800045678 | warning receipt-number/asterisk@3..4 | warning receipt-number/future-year@4..6 | note receipt-number/unusual-day@6..9",
            ),
            (
                "8OS2212345678",
                "- | error receipt-number/digit-for-letter@0..1 -> BOS2212345678",
            ),
            (
                "2AR2212345678",
                "- | error receipt-number/digit-for-letter@0..1 -> ZAR2212345678",
            ),
            (
                "EAC9999103402",
                "EAC9999103402 | warning receipt-number/sandbox@0..13",
            ),
            (
                "LIN9999106498",
                "LIN9999106498 | warning receipt-number/sandbox@0..13",
            ),
            (
                "MSC0000000002",
                "MSC0000000002 | warning receipt-number/made-up@0..13 | note receipt-number/unusual-day@5..8",
            ),
            (
                "ABQ2212345678",
                "ABQ2212345678 | note receipt-number/old-office@0..3",
            ),
            (
                "QQX2212345678",
                "QQX2212345678 | warning receipt-number/unknown-prefix@0..3",
            ),
            (
                "EAC4512345678",
                "EAC4512345678 | warning receipt-number/future-year@3..5",
            ),
            (
                "EAC2250045678",
                "EAC2250045678 | note receipt-number/unusual-day@5..8",
            ),
            (
                "EAC*2212345678",
                "EAC2212345678 | warning receipt-number/asterisk@3..4",
            ),
            ("EAC221234567", "- | error receipt-number/too-short@0..12"),
            ("EAC22123456789", "- | error receipt-number/too-long@0..14"),
            (
                "1OE0912345678",
                "- | error receipt-number/digit-for-letter@0..1 -> IOE0912345678",
            ),
            (
                "IOEO912345678",
                "- | error receipt-number/letter-for-digit@3..4 -> IOE0912345678",
            ),
            (
                "EAC22123X5678",
                "- | error receipt-number/unexpected-character@8..9",
            ),
            (
                "LINXXXXXXXXXX",
                "- | error receipt-number/unexpected-character@3..4",
            ),
            (
                "A012345678",
                "- | error receipt-number/another-kind@0..10 = a-number",
            ),
            (
                "012345678901",
                "- | error receipt-number/another-kind@0..12 = online-account-number",
            ),
        ],
    );
}

#[test]
fn details_say_what_the_number_says() {
    let details = |typed| check(Kind::ReceiptNumber, typed, today()).details;
    let text = |text: &str| Detail::Text(text.to_owned().into());
    assert_eq!(
        details("EAC2212345678"),
        [
            ("prefix", text("EAC")),
            ("office", text("Vermont Service Center")),
            ("fiscalYear", text("2022")),
            ("workday", text("123")),
            ("serial", text("45678")),
        ]
    );
    // IOE numbers carry neither year nor day.
    assert_eq!(
        details("IOE0912345678"),
        [("prefix", text("IOE")), ("office", text("USCIS ELIS"))]
    );
}
