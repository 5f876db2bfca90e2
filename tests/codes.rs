//! Every code shows itself in its own example.

mod support;

use prefile::{Code, Kind, check};
use prefile_strength::{Weakness, strength};
use support::today;

/// Codes about texts that never reach a check as text: tested where they arise.
const NOT_BY_TEXT: [Code; 11] = [
    Code::TextUnknownKind,
    Code::TextNotRead,
    Code::TextNotText,
    Code::TextTooLong,
    // They need more than the text: tests/password.
    Code::PasswordSameAsEmail,
    Code::PasswordHasEmail,
    Code::PasswordHasBirthday,
    Code::PasswordHasPersonal,
    Code::RecoveryAnswerSameTwice,
    Code::RecoveryAnswerInQuestion,
    Code::RecoveryAnswerHasPersonal,
];

#[test]
fn names_are_what_is_shown() {
    assert_eq!(format!("{:>8}|", Kind::Ssn), "     ssn|");
    assert_eq!(Code::SsnTooShort.to_string(), "ssn/too-short");
    assert_eq!(Code::SsnTooShort.severity().to_string(), "error");
}

#[test]
fn every_example_has_its_fault() {
    // Of a password's strength, of two boxes, of answers and histories: other tests.
    let by_check = |code: &Code| {
        let elsewhere = ["strength", "form", "pack", "answer", "history"];
        !NOT_BY_TEXT.contains(code) && !elsewhere.contains(&family(*code))
    };
    for code in Code::all().filter(by_check) {
        let family = family(code);
        let kind = Kind::from_id(family).unwrap_or(Kind::ANumber);
        let found = check(kind, code.example(), today()).findings;
        assert!(
            found.iter().any(|finding| finding.code == code),
            "{}: {:?} gives {:?}",
            code.id(),
            code.example(),
            found
                .iter()
                .map(|finding| finding.code.id())
                .collect::<Vec<_>>()
        );
    }
}

fn family(code: Code) -> &'static str {
    code.id().split('/').next().expect("a family")
}

/// The crate that measures does not know the table, and the table does not know it.
#[test]
fn strength_has_a_code_for_each_weakness() {
    let codes = Code::all().filter(|code| family(*code) == "strength");
    assert_eq!(codes.count(), Weakness::all().len());
    for weakness in Weakness::all() {
        let code = Code::from_id(weakness.id()).expect("a row of the table");
        let found = strength(code.example(), &["Guadalupe"]).weaknesses;
        assert!(
            found.contains(&weakness),
            "{}: {:?} gives {found:?}",
            code.id(),
            code.example()
        );
    }
    let severities = Weakness::all().filter_map(|weakness| Code::from_id(weakness.id()));
    assert!(severities.map(Code::severity).is_sorted());
}

#[test]
fn every_kinds_example_is_right() {
    for kind in Kind::all() {
        let answer = check(kind, kind.example(), today());
        let codes = answer.findings.iter().map(|finding| finding.code);
        let codes: Vec<Code> = codes.collect();
        assert!(
            !codes.contains(&Code::TextNotRead),
            "{}: nobody reads this kind: name its file in src/identifier/mod.rs or src/value/mod.rs",
            kind.id()
        );
        assert!(answer.ok(), "{}: {codes:?}", kind.id());
    }
}

#[test]
fn codes_are_found_by_name() {
    for code in Code::all() {
        assert_eq!(Code::from_id(code.id()), Some(code));
    }
}
