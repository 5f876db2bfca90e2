use crate::support::{rows, today};
use prefile::{Kind, check};

#[test]
#[allow(clippy::too_many_lines, reason = "a table")]
fn table() {
    rows(
        Kind::FormNumber,
        &[
            ("I-485", "I-485"),
            ("I485", "I-485"),
            ("i-485", "I-485"),
            ("I 485", "I-485"),
            ("I–485", "I-485"),
            ("Form I-485", "I-485"),
            ("FORM FORM I-485 Supp. J", "I-485J"),
            ("USCIS7II", "- | error form-number/no-letter@5..8"),
            ("Form I-94", "I-94"),
            ("formulario N-400", "N-400"),
            ("I-130A", "I-130A"),
            ("I-765WS", "I-765WS"),
            ("I-485 Supplement J", "I-485J"),
            ("i-485supj", "I-485J"),
            ("N-400", "N-400"),
            ("G-1145", "G-1145"),
            ("G-1450", "G-1450"),
            ("EOIR-29", "EOIR-29"),
            ("AR-11", "AR-11"),
            ("DS-160", "DS-160"),
            ("I-589", "I-589"),
            ("ZQ-12", "ZQ-12 | note form-number/unknown-series@0..2"),
            (
                "1-485",
                "- | error form-number/digit-for-letter@0..1 -> I-485",
            ),
            (
                "1485",
                "- | error form-number/digit-for-letter@0..1 -> I485",
            ),
            (
                "6-28",
                "- | error form-number/digit-for-letter@0..1 -> G-28",
            ),
            ("l-485", "- | error form-number/l-for-i@0..1 -> I-485"),
            (
                "I-4B5",
                "- | error form-number/letter-for-digit@3..4 -> I-485",
            ),
            (
                "I-48B5",
                "- | error form-number/letter-for-digit@4..5 -> I-4885",
            ),
            (
                "I-l30",
                "- | error form-number/letter-for-digit@2..3 -> I-130",
            ),
            (
                "G-ll45",
                "- | error form-number/letter-for-digit@2..3 -> G-1145",
            ),
            (
                "N-4OO",
                "- | error form-number/letter-for-digit@3..4 -> N-400",
            ),
            (
                "N-40O",
                "- | error form-number/letter-for-digit@4..5 -> N-400",
            ),
            (
                "I-76S",
                "- | error form-number/letter-for-digit@4..5 -> I-765",
            ),
            ("I-129S", "I-129S"),
            ("SF-86S", "SF-86S | note form-number/unknown-series@0..2"),
            ("CBP-I94", "CBPI-94 | note form-number/unknown-series@0..5"),
            ("SS-5", "SS-5 | note form-number/unknown-series@0..2"),
            ("EO-12", "EO-12 | note form-number/unknown-series@0..2"),
            ("Forma I-130", "I-130"),
            ("Forma N-400", "N-400"),
            // A digit among letters behind the number; what is as long as that is no form number.
            (
                "I-485AB7CD",
                "- | error form-number/unexpected-character@5..6",
            ),
            (
                "I-485ABCDEFG7I",
                "- | error form-number/unexpected-character@5..6",
            ),
            ("I-485ABCDEFGH7I", "- | error form-number/too-long@0..15"),
            ("I-485ABCDEFGHI7I", "- | error form-number/too-long@0..16"),
            (
                "ABCDE-12",
                "ABCDE-12 | note form-number/unknown-series@0..5",
            ),
            ("ABCDEF-12", "- | error form-number/too-long@0..9"),
            ("ABCDEFG-12", "- | error form-number/too-long@0..10"),
            (
                "6 28",
                "- | error form-number/digit-for-letter@0..1 -> G 28",
            ),
            (
                "1-4850",
                "- | error form-number/digit-for-letter@0..1 -> I-4850",
            ),
            ("14850", "- | error form-number/no-letter@0..5"),
            ("1", "- | error form-number/no-letter@0..1"),
            ("1-", "- | error form-number/no-letter@0..1"),
            ("148", "- | error form-number/no-letter@0..3"),
            ("1A85", "- | error form-number/no-letter@0..4"),
            ("2-485", "- | error form-number/no-letter@0..5"),
            ("2485", "- | error form-number/no-letter@0..4"),
            ("I-4X5", "- | error form-number/unexpected-character@3..4"),
            (
                "Formulario I-4B5",
                "- | error form-number/letter-for-digit@14..15 -> Formulario I-485",
            ),
            (
                "I-485 Supplement T0J",
                "- | error form-number/digit-for-letter@18..19 -> I-485 Supplement TOJ",
            ),
            (
                "I-485 Supplement 7",
                "- | error form-number/unexpected-character@17..18",
            ),
            ("485", "- | error form-number/no-letter@0..3"),
            ("I", "- | error form-number/too-short@0..1"),
            ("I-485000", "- | error form-number/too-long@0..8"),
            ("*-485", "- | error form-number/unexpected-character@0..1"),
            ("", "- | error form-number/empty"),
            (
                "IOE0912345678",
                "- | error form-number/another-kind@0..13 = receipt-number",
            ),
        ],
    );
}

#[test]
fn the_dash_is_told_and_no_other_change_is_made_of_it() {
    let changes = |typed| {
        let answer = check(Kind::FormNumber, typed, today());
        let changes = answer.changes.into_iter();
        let told = changes.map(|change| [change.what, &change.from, &change.to].join("|"));
        told.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(changes("I-485"), "");
    assert_eq!(changes("I485"), "dash||-");
    assert_eq!(changes("I–485"), "dash|–|-");
    assert_eq!(
        changes("Form I-485 Supp. J"),
        "label|Form | separators| . | case|upp|UPP word|Supp|"
    );
}
