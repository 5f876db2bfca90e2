//! No reading of a value is silent.

use crate::support::today;
use prefile::{Kind, check};

#[track_caller]
fn changes(kind: Kind, typed: &str, expected: &[(&str, &str, &str)]) {
    let answer = check(kind, typed, today());
    let found: Vec<(&str, &str, &str)> = answer
        .changes
        .iter()
        .map(|change| (change.what, change.from.as_str(), change.to.as_str()))
        .collect();
    assert_eq!(found, expected, "{typed:?}");
}

#[test]
fn told() {
    changes(Kind::FamilyName, "García", &[]);
    changes(Kind::FamilyName, " A  B ", &[("separators", "   ", "")]);
    changes(
        Kind::FamilyName,
        "A\u{200b}B",
        &[("invisible", "\u{200b}", "")],
    );
    changes(Kind::FamilyName, "Ａna", &[("digits", "Ａ", "A")]);
    changes(Kind::GivenName, "Ana‐Mia", &[("separators", "‐", "-")]);
    changes(Kind::InCareOf, "c/o Rosa", &[("label", "c/o", "")]);
    changes(Kind::Unit, "#4B", &[("prefix", "#", "")]);
    changes(Kind::State, "tx", &[("case", "tx", "TX")]);
    changes(Kind::State, "Texas", &[("format", "Texas", "TX")]);
    changes(
        Kind::Zip,
        "75001-1234",
        &[("separators", "-", ""), ("format", "1234", "")],
    );
    changes(Kind::PostalCode, "k1a", &[("case", "k1a", "K1A")]);
    changes(
        Kind::Phone,
        "+1 202-5550123",
        &[("separators", " -", ""), ("prefix", "+1", "")],
    );
    changes(Kind::Phone, "tel:2025550123", &[("label", "tel:", "")]);
    changes(
        Kind::Phone,
        "+44(0)2079460958",
        &[("separators", "(0)", "")],
    );
    changes(Kind::Phone, "٢٠٢5550123", &[("digits", "٢٠٢", "202")]);
    changes(Kind::Email, "a@B.com", &[("case", "B.com", "b.com")]);
    changes(
        Kind::Date,
        "5 Oct 1967",
        &[("format", "5 Oct 1967", "10/05/1967")],
    );
    changes(Kind::Date, "10/05/1967", &[]);
}
