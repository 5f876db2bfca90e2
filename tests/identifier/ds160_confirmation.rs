use crate::support::rows;
use prefile::Kind;

#[test]
fn table() {
    rows(
        Kind::Ds160Confirmation,
        &[
            ("AA00ABCDEF", "AA00ABCDEF"),
            ("aa00abcdef", "AA00ABCDEF"),
            ("AA 00AB CDEF", "AA00ABCDEF"),
            ("DS-160: AA00ABCDEF", "AA00ABCDEF"),
            ("DS-160 Confirmation No. AA009KX3MZ", "AA009KX3MZ"),
            ("Número de confirmación: AA009KX3MZ", "AA009KX3MZ"),
            ("AA00-9KX3-MZ", "AA009KX3MZ"),
            ("ААOOABCDEF", "AAOOABCDEF"),
            (
                "AA00000000",
                "AA00000000 | warning ds160-confirmation/made-up@0..10",
            ),
            (
                "AA12345678",
                "AA12345678 | warning ds160-confirmation/made-up@0..10",
            ),
            ("AA00ABCDE", "- | error ds160-confirmation/too-short@0..9"),
            ("AA00ABCDEF0", "- | error ds160-confirmation/too-long@0..11"),
            (
                "AA00ABCDE*",
                "- | error ds160-confirmation/unexpected-character@9..10",
            ),
            (
                "AB00ABCDEF",
                "- | error ds160-confirmation/wrong-start@0..2",
            ),
            (
                "0A00ABCDEF",
                "- | error ds160-confirmation/wrong-start@0..2",
            ),
            (
                "OO00ABCDEF",
                "- | error ds160-confirmation/wrong-start@0..2",
            ),
            (
                "EAC2212345678",
                "- | error ds160-confirmation/another-kind@0..13 = receipt-number",
            ),
            (
                "A012345678",
                "- | error ds160-confirmation/another-kind@0..10 = a-number",
            ),
            (
                "012345678901",
                "- | error ds160-confirmation/another-kind@0..12 = online-account-number",
            ),
            ("", "- | error ds160-confirmation/empty"),
            (" ", "- | error ds160-confirmation/empty"),
        ],
    );
}
