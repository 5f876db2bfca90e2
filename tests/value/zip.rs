use crate::support::rows;
use prefile::Kind;

#[test]
fn zip() {
    rows(
        Kind::Zip,
        &[
            ("75001", "75001"),
            ("02138", "02138"),
            ("ZIP 75001", "75001"),
            ("ZIP Code: 75001", "75001"),
            (" 75001 ", "75001"),
            ("75001-1234", "75001 | note zip/plus-four@6..10 -> 75001"),
            ("750011234", "75001 | note zip/plus-four@5..9 -> 75001"),
            ("75001 1234", "75001 | note zip/plus-four@6..10 -> 75001"),
            ("７５００１", "75001"),
            ("٧٥٠٠١", "75001"),
            ("2138", "- | error zip/too-short@0..4 -> 02138"),
            ("7500", "- | error zip/too-short@0..4 -> 07500"),
            ("750", "- | error zip/too-short@0..3"),
            ("750011", "- | error zip/too-long@0..6"),
            ("7500112", "- | error zip/too-long@0..7"),
            ("219-09-9998", "- | error zip/another-kind@0..11 = ssn"),
            ("O2138", "- | error zip/letter-for-digit@0..1 -> 02138"),
            ("7500l", "- | error zip/letter-for-digit@4..5 -> 75001"),
            ("9OOO1", "- | error zip/letter-for-digit@1..2 -> 90001"),
            (
                "TX 75001",
                "- | error zip/unexpected-character@0..1 -> 75001",
            ),
            (
                "75001, Texas",
                "- | error zip/unexpected-character@7..8 -> 75001",
            ),
            (
                "75001 USA",
                "- | error zip/unexpected-character@6..7 -> 75001",
            ),
            ("7500X", "- | error zip/unexpected-character@4..5"),
            ("K1A 0B1", "- | error zip/another-kind@0..7 = postal-code"),
            ("SW1A 1AA", "- | error zip/another-kind@0..8 = postal-code"),
            ("1234 AB", "- | error zip/another-kind@0..7 = postal-code"),
            ("00000", "00000 | warning zip/made-up@0..5"),
            ("99999", "99999 | warning zip/made-up@0..5"),
            ("12345", "12345"),
            ("N/A", "- | error text/not-applicable@0..3"),
            ("", "- | error zip/empty"),
            ("Dallas", "- | error zip/unexpected-character@0..1"),
            ("75001-123", "- | error zip/too-long@0..9"),
        ],
    );
}
