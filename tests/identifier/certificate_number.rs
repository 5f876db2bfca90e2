use crate::support::rows;
use prefile::Kind;

#[test]
fn table() {
    rows(
        Kind::CertificateNumber,
        &[
            ("23916548", "23916548"),
            ("AB239165", "AB239165"),
            ("No. 23 916 548", "23916548"),
            ("Certificate number 23916548", "23916548"),
            ("Certificate of Naturalization No. 23916548", "23916548"),
            ("Citizenship Certificate # AA 239165", "AA239165"),
            ("2391654", "2391654"),
            (
                "239165483920",
                "239165483920 | warning certificate-number/like-another-kind@0..12 = online-account-number",
            ),
            ("a2391654b", "A2391654B"),
            (
                "12345678",
                "12345678 | warning certificate-number/made-up@0..8",
            ),
            (
                "00000000",
                "00000000 | warning certificate-number/made-up@0..8",
            ),
            (
                "239165",
                "239165 | warning certificate-number/unusual-length@0..6",
            ),
            (
                "A012345678",
                "A012345678 | warning certificate-number/like-another-kind@0..10 = a-number",
            ),
            (
                "382910475D3",
                "382910475D3 | warning certificate-number/like-another-kind@0..11 = i94-number",
            ),
            (
                "012345678901",
                "012345678901 | warning certificate-number/like-another-kind@0..12 = online-account-number",
            ),
            ("ABCDEFGH", "- | error certificate-number/no-digit@0..8"),
            ("23916", "- | error certificate-number/too-short@0..5"),
            (
                "2391654823916",
                "- | error certificate-number/too-long@0..13",
            ),
            (
                "2391654*",
                "- | error certificate-number/unexpected-character@7..8",
            ),
            (
                "23916é48",
                "- | error certificate-number/unexpected-character@5..7",
            ),
            (
                "EAC2212345678",
                "- | error certificate-number/another-kind@0..13 = receipt-number",
            ),
            (
                "IOE0912345678",
                "- | error certificate-number/another-kind@0..13 = receipt-number",
            ),
            ("N/A", "- | error text/not-applicable@0..3"),
            ("", "- | error certificate-number/empty"),
            ("\u{200b}", "- | error text/only-invisible"),
        ],
    );
}
