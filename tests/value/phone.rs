use crate::support::rows;
use prefile::Kind;

#[test]
fn phone() {
    rows(
        Kind::Phone,
        &[
            ("2025550123", "(202) 555-0123"),
            ("(202) 555-0123", "(202) 555-0123"),
            ("202.555.0123", "(202) 555-0123"),
            ("202-555-0123", "(202) 555-0123"),
            ("+1 202 555 0123", "(202) 555-0123"),
            ("1-202-555-0123", "(202) 555-0123"),
            ("001 202 555 0123", "(202) 555-0123"),
            (
                "011 52 33 1234 5678",
                "+523312345678 | note phone/long-for-box@0..19",
            ),
            (
                "0052 33 1234 5678",
                "+523312345678 | note phone/long-for-box@0..17",
            ),
            (
                "+52 33 1234 5678",
                "+523312345678 | note phone/long-for-box@0..16",
            ),
            (
                "+44 (0)20 7946 0958",
                "+442079460958 | note phone/long-for-box@0..19",
            ),
            (
                "+44 20 7946 0958",
                "+442079460958 | note phone/long-for-box@0..16",
            ),
            (
                "+503 2222 3333",
                "+50322223333 | note phone/long-for-box@0..14",
            ),
            (
                "+63 917 123 4567",
                "+639171234567 | note phone/long-for-box@0..16",
            ),
            (
                "+86 138 0013 8000",
                "+8613800138000 | note phone/long-for-box@0..17",
            ),
            ("２０２５５５０１２３", "(202) 555-0123"),
            ("٢٠٢٥٥٥٠١٢٣", "(202) 555-0123"),
            ("Tel.: 202-555-0123", "(202) 555-0123"),
            ("tel:+12025550123", "(202) 555-0123"),
            (
                "202-555-0123 x45",
                "(202) 555-0123 | note phone/extension@13..16 -> 202-555-0123",
            ),
            (
                "202-555-0123 ext. 45",
                "(202) 555-0123 | note phone/extension@13..20 -> 202-555-0123",
            ),
            (
                "202-555-0123 extension 45",
                "(202) 555-0123 | note phone/extension@13..25 -> 202-555-0123",
            ),
            ("555-0123", "5550123 | warning phone/not-us@0..8"),
            ("2222 3333", "22223333 | warning phone/not-us@0..9"),
            ("525512345678", "525512345678 | warning phone/not-us@0..12"),
            ("11", "- | error phone/too-short@0..2"),
            ("+1 202 555 012", "- | error phone/too-short@0..14"),
            ("+1 202 555 01234", "- | error phone/too-long@0..16"),
            ("+1234567890123456", "- | error phone/too-long@0..17"),
            ("12345678901234567", "- | error phone/too-long@0..17"),
            ("202-555-O123", "- | error phone/unexpected-character@8..9"),
            ("call me", "- | error phone/unexpected-character@0..1"),
            ("N/A", "- | error text/not-applicable@0..3"),
            ("none", "- | error text/not-applicable@0..4"),
            (
                "055-555-0123",
                "(055) 555-0123 | warning phone/area-code@0..12",
            ),
            (
                "155-555-0123",
                "(155) 555-0123 | warning phone/area-code@0..12",
            ),
            (
                "555-555-5555",
                "(555) 555-5555 | warning phone/made-up@0..12",
            ),
            (
                "000-000-0000",
                "(000) 000-0000 | warning phone/made-up@0..12",
            ),
            ("+52-111", "- | error phone/too-short@0..7"),
            ("", "- | error phone/empty"),
            (
                "maria@example.com",
                "- | error phone/another-kind@0..17 = email",
            ),
            (
                "EAC2212345678",
                "- | error phone/another-kind@0..13 = receipt-number",
            ),
        ],
    );
}

#[test]
fn words_around_the_number() {
    rows(
        Kind::Phone,
        &[
            (
                "Home (202) 555-0123",
                "- | error phone/unexpected-character@0..1 -> (202) 555-0123",
            ),
            (
                "202-555-0123 (cell)",
                "- | error phone/unexpected-character@14..15 -> (202) 555-0123",
            ),
            (
                "202-555-0123 or 202-555-0124",
                "- | error phone/unexpected-character@13..14",
            ),
            ("Tel. 555-0123", "- | error phone/unexpected-character@0..1"),
        ],
    );
}
