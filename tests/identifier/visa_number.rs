use crate::support::rows;
use prefile::Kind;

#[test]
fn table() {
    rows(
        Kind::VisaNumber,
        &[
            ("K1234567", "K1234567"),
            ("38291047", "38291047"),
            ("k 123 4567", "K1234567"),
            ("Visa No. K1234567", "K1234567"),
            ("Visa foil number: 38291047", "38291047"),
            ("A1234567", "A1234567"),
            ("K3829104", "K3829104"),
            ("D1234567", "D1234567"),
            ("Ｋ3829104", "K3829104"),
            ("12345678", "12345678 | warning visa-number/made-up@0..8"),
            ("88888888", "88888888 | warning visa-number/made-up@0..8"),
            (
                "K123456B",
                "K123456B | warning visa-number/unusual-form@7..8 -> K1234568",
            ),
            (
                "3829104O",
                "3829104O | warning visa-number/unusual-form@7..8 -> 38291040",
            ),
            (
                "ABCDEFGH",
                "ABCDEFGH | warning visa-number/unusual-form@1..2",
            ),
            (
                "KX123456",
                "KX123456 | warning visa-number/unusual-form@1..2",
            ),
            (
                "12/31/1990",
                "12311990 | warning visa-number/like-another-kind@0..10 = date",
            ),
            (
                "20240123456789",
                "- | error visa-number/control-number@0..14",
            ),
            ("K123456", "- | error visa-number/too-short@0..7"),
            ("K12345678", "- | error visa-number/too-long@0..9"),
            (
                "K123456*",
                "- | error visa-number/unexpected-character@7..8",
            ),
            (
                "EAC2212345678",
                "- | error visa-number/another-kind@0..13 = receipt-number",
            ),
            (
                "A012345678",
                "- | error visa-number/another-kind@0..10 = a-number",
            ),
            (
                "012345678901",
                "- | error visa-number/another-kind@0..12 = online-account-number",
            ),
            ("", "- | error visa-number/empty"),
        ],
    );
}
