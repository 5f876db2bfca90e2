//! Tests as rows of data: what is typed, and everything the answer says, in one line.
#![allow(dead_code, reason = "each test file uses its part")]

use prefile::{Context, Day, Kind, Severity, check, is_valid};
use std::fmt::Write as _;

/// The day on which the tests happen.
#[must_use]
pub fn today() -> Context {
    Context {
        today: Day::new(2026, 11, 22),
    }
}

/// The answer in one line: the display form or `-`, then each finding with severity and place,
/// and what the text looks like: `- | error a-number/another-kind@0..13 = receipt-number`.
#[must_use]
pub fn line(kind: Kind, typed: &str) -> String {
    let answer = check(kind, typed, today());
    let mut out = answer.display.clone().unwrap_or_else(|| "-".into());
    for finding in &answer.findings {
        let _ = write!(out, " | {} {}", finding.severity().id(), finding.code.id());
        if let Some(span) = finding.span {
            assert!(
                typed.get(span.start..span.end).is_some(),
                "{typed:?}: span {span:?}"
            );
            let _ = write!(out, "@{}..{}", span.start, span.end);
        }
        if let Some(kind) = finding.looks_like {
            let _ = write!(out, " = {}", kind.id());
        }
        if let Some(fix) = &finding.fix {
            let _ = write!(out, " -> {}", fix.text);
        }
    }
    out
}

/// Holds every row against its expected line, and against what holds of every answer: the verdicts
/// agree, an error has no value, the canonical and the printed form read as themselves.
#[track_caller]
pub fn rows(kind: Kind, rows: &[(&str, &str)]) {
    let mut wrong = String::new();
    for (typed, expected) in rows {
        let found = line(kind, typed);
        if found != *expected {
            let _ = writeln!(
                wrong,
                "{typed:?}\n  expected {expected}\n  found    {found}"
            );
        }
        let answer = check(kind, typed, today());
        let plain = check(kind, typed, Context::default());
        assert_eq!(
            is_valid(kind, typed),
            plain.ok(),
            "{typed:?}: is_valid and check differ"
        );
        assert_eq!(
            answer.ok(),
            answer.value.is_some(),
            "{typed:?}: a value, if and only if ok"
        );
        for form in answer.value.iter().chain(&answer.display) {
            let again = check(kind, form, today());
            assert_eq!(
                again.value, answer.value,
                "{typed:?}: {form:?} reads otherwise"
            );
            assert_eq!(
                again.display, answer.display,
                "{typed:?}: {form:?} prints otherwise"
            );
        }
        let severities: Vec<Severity> = answer
            .findings
            .iter()
            .map(prefile::Finding::severity)
            .collect();
        assert!(severities.is_sorted(), "{typed:?}: the gravest first");
    }
    assert!(wrong.is_empty(), "rows of {}:\n{wrong}", kind.id());
}
