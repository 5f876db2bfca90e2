//! What a password is told.

mod support;

#[path = "password/bounds.rs"]
mod bounds;
#[path = "password/recovery.rs"]
mod recovery;
#[path = "password/table.rs"]
mod table;

use prefile::{Finding, check_password};
use std::fmt::Write as _;

/// The faults without their family, in order.
fn faults<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> String {
    let mut out = String::new();
    for finding in findings {
        let (_, fault) = finding.code.id().split_once('/').unwrap_or_default();
        let _ = write!(out, "{}{fault}", if out.is_empty() { "" } else { " " });
        assert_eq!(finding.fix, None, "no finding repeats a password");
        assert_eq!(finding.looks_like, None);
    }
    out
}

/// Holds what is said of each password against what is expected.
#[track_caller]
fn rows(email: Option<&str>, personal: &[&str], rows: &[(&str, &str)]) {
    let mut wrong = String::new();
    for (password, expected) in rows {
        let check = check_password(password, email, personal);
        let found = faults(&check.findings);
        if found != *expected {
            let _ = writeln!(
                wrong,
                "{password:?}\n  expected {expected}\n  found    {found}"
            );
        }
        assert_eq!(
            check.ok,
            check.rules.iter().all(|(_, met)| *met),
            "{password:?}"
        );
        for span in check.findings.iter().filter_map(|finding| finding.span) {
            assert!(
                password.get(span.start..span.end).is_some(),
                "{password:?}: {span:?}"
            );
        }
    }
    assert!(wrong.is_empty(), "passwords:\n{wrong}");
}
