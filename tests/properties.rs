//! What holds of every identifier and every text.

use prefile::{
    Context, Kind, Severity, check, finding::Safety, identify, is_valid, scan, text::Folded,
};
use proptest::prelude::*;

fn kinds() -> impl Strategy<Value = Kind> {
    let all: Vec<Kind> = Kind::all().collect();
    proptest::sample::select(all)
}

/// What people paste: pieces of real values, separators, other scripts, nonsense.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[A-Za-z0-9]{1,14}",
        "[ \\-./#\u{a0}\u{2009}–—\u{200b}\u{202e}]{1,3}",
        "[０-９٠-٩०-९০-৯АВСОΑΒΟаео]{1,6}",
        "(EAC|IOE|A|N|C1USA|P<UTO|AA|SSN: |A# |Receipt Number: |2024AF)",
        "\\PC{0,8}",
        "[<«]{1,12}",
    ];
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_answer_is_consistent(kind in kinds(), typed in typed()) {
        let answer = check(kind, &typed, Context::default());
        prop_assert_eq!(is_valid(kind, &typed), answer.ok());
        prop_assert!(answer.findings.is_sorted_by_key(prefile::Finding::severity));
        for finding in &answer.findings {
            if let Some(span) = finding.span {
                prop_assert!(span.start <= span.end);
                prop_assert!(typed.get(span.start..span.end).is_some(), "{:?} of {:?}", span, typed);
            }
            if let Some(fix) = &finding.fix {
                let again = check(kind, &fix.text, Context::default());
                prop_assert!(
                    again.findings.iter().all(|other| other.code != finding.code),
                    "{:?} -> {:?} still has {}", typed, fix.text, finding.code.id()
                );
                if fix.safety == Safety::Safe {
                    prop_assert_eq!(again.ok(), answer.ok());
                }
            }
        }
        prop_assert_eq!(
            answer.ok(),
            answer.findings.iter().all(|finding| finding.severity() != Severity::Error)
        );
    }

    #[test]
    fn an_identifier_reads_as_itself(kind in kinds(), typed in typed()) {
        let answer = check(kind, &typed, Context::default());
        if kind.is_identifier() && answer.ok() {
            for form in answer.value.iter().chain(&answer.display) {
                let again = check(kind, form, Context::default());
                prop_assert_eq!(&again.value, &answer.value, "{:?} by {:?}", typed, form);
                prop_assert_eq!(&again.display, &answer.display);
            }
            let value = answer.value.unwrap_or_default();
            prop_assert!(value.is_ascii());
            let parts = prefile::identifier::parts(kind, &value);
            let whole: String = parts.iter().map(|part| part.span.of(&value)).collect();
            prop_assert_eq!(whole, value, "the parts of a value make the value");
        }
    }

    #[test]
    fn what_was_changed_is_told(typed in typed()) {
        let folded = Folded::new(&typed);
        let kept: usize = folded.as_bytes().iter().filter(|byte| **byte != 0).count();
        let changes = folded.changes();
        let plain = folded.unlabelled().bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        prop_assert_eq!(plain && folded.unlabelled() == typed, changes.is_empty() && kept == typed.len() && plain);
        for index in 0..folded.as_bytes().len() {
            let span = folded.span(index, index + 1);
            prop_assert_eq!(typed.get(span.start..span.end).map(|one| one.chars().count()), Some(1));
        }
    }

    #[test]
    fn identify_and_scan_never_panic(text in typed()) {
        for one in identify(&text, Context::default()) {
            prop_assert!(one.confidence <= 100);
        }
        let mut end = 0;
        for one in scan(&text, Context::default()) {
            prop_assert!(one.span.start >= end, "in order, none inside another");
            let mended = one.check.findings.first().and_then(|finding| finding.fix.as_ref());
            let slip = mended.is_some_and(|fix| is_valid(one.kind, &fix.text));
            prop_assert!(one.check.ok() || slip, "right, or but for a slip");
            prop_assert!(text.get(one.span.start..one.span.end).is_some());
            end = one.span.end;
        }
    }

    #[test]
    fn any_text_at_all(kind in kinds(), text in "\\PC{0,300}") {
        let answer = check(kind, &text, Context::default());
        prop_assert_eq!(is_valid(kind, &text), answer.ok());
    }
}

#[test]
fn too_long_a_text_is_refused_unread() {
    let long = "1".repeat(prefile::text::LONGEST_VALUE + 1);
    for kind in Kind::identifiers() {
        let answer = check(kind, &long, Context::default());
        assert_eq!(
            answer.findings[0].code.id(),
            "text/too-long",
            "{}",
            kind.id()
        );
        assert!(!is_valid(kind, &long));
    }
}
