//! Whose site a link leads to.

mod support;

#[path = "link/facts.rs"]
mod facts;
#[path = "link/look_alike.rs"]
mod look_alike;
#[path = "link/message.rs"]
mod message;
#[path = "link/owner.rs"]
mod owner;
#[path = "link/properties.rs"]
mod properties;
#[path = "link/writing.rs"]
mod writing;

use prefile::{LinkCheck, check_link};
use std::fmt::Write as _;

/// A verdict in one line: `lookalike uscis.gov.example.com | name-in-front`.
fn line(check: &LinkCheck) -> String {
    let host = check.host.as_deref().unwrap_or("-");
    let mut out = format!("{} {host}", check.verdict.id());
    for (place, finding) in check.findings.iter().enumerate() {
        let fault = finding.code.id().trim_start_matches("link/");
        let _ = write!(out, "{}{fault}", if place == 0 { " | " } else { " " });
    }
    out
}

/// Holds every link against its line.
#[track_caller]
fn rows(rows: &[(&str, &str)]) {
    let mut wrong = String::new();
    for (link, expected) in rows {
        let found = line(&check_link(link));
        if found != *expected {
            let _ = writeln!(wrong, "{link:?}\n  expected {expected}\n  found    {found}");
        }
    }
    assert!(wrong.is_empty(), "links:\n{wrong}");
}
