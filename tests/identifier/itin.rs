use crate::support::{line, rows};
use prefile::Kind;

#[test]
fn table() {
    rows(
        Kind::Itin,
        &[
            ("912-90-3456", "912-90-3456"),
            ("912903456", "912-90-3456"),
            ("912 55 3456", "912-55-3456"),
            ("ITIN: 912-70-3456", "912-70-3456"),
            ("900-50-0000", "900-50-0000"),
            ("999-88-1234", "999-88-1234"),
            ("９１２-９０-３４５６", "912-90-3456"),
            ("912\u{2011}94\u{2011}3456", "912-94-3456"),
            ("999-99-9999", "999-99-9999 | warning itin/made-up@0..11"),
            ("987-65-4321", "987-65-4321 | warning itin/made-up@0..11"),
            ("987-65-4325", "987-65-4325 | warning itin/made-up@0..11"),
            (
                "91-2903456",
                "912-90-3456 | warning itin/like-another-kind@0..10 = ein",
            ),
            ("912-93-4567", "- | error itin/atin@4..6"),
            ("912-28-3456", "- | error itin/irsn@4..6"),
            ("912-01-3456", "- | error itin/irsn@4..6"),
            ("912-39-3456", "- | error itin/irsn@4..6"),
            ("912-45-3456", "- | error itin/never-issued-group@4..6"),
            ("912-00-3456", "- | error itin/never-issued-group@4..6"),
            ("912-49-3456", "- | error itin/never-issued-group@4..6"),
            ("912-66-3456", "- | error itin/never-issued-group@4..6"),
            ("912-89-3456", "- | error itin/never-issued-group@4..6"),
            ("219-09-9998", "- | error itin/another-kind@0..11 = ssn"),
            ("219099998", "- | error itin/wrong-start@0..1"),
            ("I12-90-3456", "- | error itin/letter-for-digit@0..1"),
            (
                "9I2-90-3456",
                "- | error itin/letter-for-digit@1..2 -> 912-90-3456",
            ),
            ("912-90-345", "- | error itin/too-short@0..10"),
            ("912-90-34567", "- | error itin/too-long@0..12"),
            ("912-90-345X", "- | error itin/unexpected-character@10..11"),
            ("912-90-345*", "- | error itin/unexpected-character@10..11"),
            (
                "IOE0912345678",
                "- | error itin/another-kind@0..13 = receipt-number",
            ),
            ("A012345678", "- | error itin/another-kind@0..10 = a-number"),
            (
                "012345678901",
                "- | error itin/another-kind@0..12 = online-account-number",
            ),
            ("", "- | error itin/empty"),
            ("N/A", "- | error text/not-applicable@0..3"),
        ],
    );
}

#[test]
fn each_group_is_read() {
    for group in 0..100 {
        let found = line(Kind::Itin, &format!("912-{group:02}-3456"));
        let expected = match group {
            50..=65 | 70..=88 | 90..=92 | 94..=99 => format!("912-{group:02}-3456"),
            93 => "- | error itin/atin@4..6".to_owned(),
            1..=10 | 17..=19 | 28 | 29 | 37..=39 => "- | error itin/irsn@4..6".to_owned(),
            _ => "- | error itin/never-issued-group@4..6".to_owned(),
        };
        assert_eq!(found, expected);
    }
}
