use crate::support::rows;
use prefile::Kind;

#[test]
fn table() {
    rows(
        Kind::Ssn,
        &[
            ("219-09-9998", "219-09-9998"),
            ("219099998", "219-09-9998"),
            ("219 09 9998", "219-09-9998"),
            ("SSN: 219-09-9998", "219-09-9998"),
            ("SS# 219-09-9998", "219-09-9998"),
            ("Social Security Number 219-09-9998", "219-09-9998"),
            ("772-01-0001", "772-01-0001"),
            ("078-05-1120", "078-05-1120 | warning ssn/made-up@0..11"),
            ("219-09-9999", "219-09-9999 | warning ssn/made-up@0..11"),
            ("457-55-5462", "457-55-5462 | warning ssn/made-up@0..11"),
            ("123-45-6789", "123-45-6789 | warning ssn/made-up@0..11"),
            ("111-11-1111", "111-11-1111 | warning ssn/made-up@0..11"),
            ("012-34-5678", "012-34-5678 | warning ssn/made-up@0..11"),
            ("000-12-3456", "- | error ssn/never-issued-area@0..3"),
            ("666-12-3456", "- | error ssn/never-issued-area@0..3"),
            ("219-00-9998", "- | error ssn/never-issued-group@4..6"),
            ("219-09-0000", "- | error ssn/never-issued-serial@7..11"),
            (
                "2I9-09-9998",
                "- | error ssn/letter-for-digit@1..2 -> 219-09-9998",
            ),
            (
                "21-9099998",
                "219-09-9998 | warning ssn/like-another-kind@0..10 = ein",
            ),
            (
                "20001-2345",
                "200-01-2345 | warning ssn/like-another-kind@0..10 = zip",
            ),
            ("SSN 21-9099998", "219-09-9998"),
            ("10-05-1967", "- | error ssn/another-kind@0..10 = date"),
            ("13-13-1967", "- | error ssn/too-short@0..10"),
            ("21909999", "- | error ssn/too-short@0..8"),
            ("2190999988", "- | error ssn/too-long@0..10"),
            ("219-09-999X", "- | error ssn/unexpected-character@10..11"),
        ],
    );
}
