use crate::support::{rows, today};
use prefile::{Kind, check};

#[test]
fn table() {
    rows(
        Kind::ClassOfAdmission,
        &[
            ("IR1", "IR1"),
            ("IR-1", "IR1"),
            ("ir6", "IR6"),
            ("CR1", "CR1"),
            ("CR6", "CR6"),
            ("F11", "F11"),
            ("DV1", "DV1"),
            ("DV-6", "DV6"),
            ("AS6", "AS6"),
            ("RE6", "RE6"),
            ("B1", "B1"),
            ("B-2", "B2"),
            ("B-2 visitor", "B2"),
            ("F-1 student", "F1"),
            ("H-1B temporary worker", "H1B"),
            ("J-1 (exchange visitor)", "J1"),
            ("D crew", "D"),
            ("A1-1", "A11"),
            ("H4", "H4"),
            ("L1A", "L1A"),
            ("TN", "TN"),
            ("WT", "WT"),
            ("PAR", "PAR"),
            ("DT", "DT"),
            ("EWI", "EWI"),
            ("UN", "UN"),
            ("NATO-6", "NATO6"),
            ("I", "I"),
            ("ZZ9", "ZZ9 | warning class-of-admission/unknown-code@0..3"),
            (
                "BI",
                "BI | warning class-of-admission/unknown-code@0..2 -> B1",
            ),
            (
                "Fl student",
                "FL | warning class-of-admission/unknown-code@0..2 -> F1 student",
            ),
            ("F", "- | error class-of-admission/too-short@0..1"),
            ("IR1000", "- | error class-of-admission/too-long@0..6"),
            (
                "*R1",
                "- | error class-of-admission/unexpected-character@0..1",
            ),
            ("", "- | error class-of-admission/empty"),
            ("N/A", "- | error text/not-applicable@0..3"),
            ("N/A visitor", "- | error text/not-applicable@0..11"),
            (
                "A012345678",
                "- | error class-of-admission/another-kind@0..10 = a-number",
            ),
        ],
    );
}

#[test]
fn the_word_is_told() {
    let changes = check(Kind::ClassOfAdmission, "B2 visitor", today()).changes;
    let word = changes.iter().find(|change| change.what == "word");
    assert_eq!(word.map(|change| change.from.as_str()), Some("visitor"));
}

/// Every code of the list is known, and none is lost in packing.
#[test]
fn the_list_is_whole() {
    let list = include_str!("../../data/class-of-admission.txt");
    let codes = list.lines().filter(|line| !line.starts_with('#'));
    let codes: Vec<&str> = codes.flat_map(str::split_whitespace).collect();
    assert_eq!(codes.len(), 800);
    for code in codes {
        let answer = check(Kind::ClassOfAdmission, code, today());
        assert_eq!(answer.value.as_deref(), Some(code));
        assert_eq!(answer.findings, [], "{code}");
    }
}
