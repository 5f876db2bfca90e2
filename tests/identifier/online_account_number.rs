use crate::support::rows;
use prefile::Kind;

#[test]
fn table() {
    rows(
        Kind::OnlineAccountNumber,
        &[
            ("012345678901", "012345678901"),
            ("0123-4567-8901", "012345678901"),
            ("0123 4567 8901", "012345678901"),
            (
                "USCIS Online Account Number: 0123 4567 8901",
                "012345678901",
            ),
            ("OAN 481516234299", "481516234299"),
            ("０１２３４５６７８９０１", "012345678901"),
            ("०१२३४५६७८९०१", "012345678901"),
            ("০১২৩৪৫৬৭৮৯০১", "012345678901"),
            (
                "000000000000",
                "000000000000 | warning online-account-number/made-up@0..12",
            ),
            (
                "111111111111",
                "111111111111 | warning online-account-number/made-up@0..12",
            ),
            (
                "123456789012",
                "123456789012 | warning online-account-number/made-up@0..12",
            ),
            (
                "01234567890",
                "- | error online-account-number/too-short@0..11",
            ),
            (
                "0123456789012",
                "- | error online-account-number/too-long@0..13",
            ),
            (
                "O12345678901",
                "- | error online-account-number/letter-for-digit@0..1 -> 012345678901",
            ),
            (
                "01234567890X",
                "- | error online-account-number/unexpected-character@11..12",
            ),
            (
                "IOE0123456789",
                "- | error online-account-number/another-kind@0..13 = receipt-number",
            ),
            (
                "A012345678",
                "- | error online-account-number/another-kind@0..10 = a-number",
            ),
            (
                "012345678",
                "- | error online-account-number/too-short@0..9",
            ),
            ("None", "- | error text/not-applicable@0..4"),
            ("", "- | error online-account-number/empty"),
        ],
    );
}
