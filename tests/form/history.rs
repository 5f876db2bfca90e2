//! Lists in time. Each row: the entries as the codes' examples write them, and what is said.

use crate::{
    definitions::{answers, home, person},
    evaluate, shown,
};
use prefile::{
    Code,
    form::{Answer, Packet},
};

/// `to from / to from`, the order in which people see it in the examples.
fn said(days: &str) -> Vec<String> {
    let entries = days.split(" / ").map(|days| {
        let (to, from) = days.split_once(' ').expect("two days");
        home(from, to)
    });
    let said = answers(&[
        ("name", Answer::Text("Rosa".into())),
        ("homes", Answer::List(entries.collect())),
    ]);
    let packet = Packet::new(vec![person()]);
    let evaluation = evaluate(&[person()], &said);
    let said = evaluation.findings.iter().map(|said| shown(&packet, said));
    said.collect()
}

#[track_caller]
fn check(days: &str, expected: &[&str]) {
    assert_eq!(said(days), expected, "{days}");
}

#[test]
fn every_code_shows_itself_in_its_example() {
    for code in Code::all().filter(|code| code.id().starts_with("history/")) {
        let found = said(code.example());
        let is = |said: &String| said.starts_with(code.id());
        assert!(found.iter().any(is), "{}: {found:?}", code.id());
    }
}

#[test]
fn five_years_without_a_gap() {
    check("PRESENT 2019-01-01", &[]);
    check("PRESENT 2024-01-01 / 2024-01-01 2021-11-22", &[]);
    check("PRESENT 2024-01-01 / 2023-12-31 2021-11-22", &[]);
}

#[test]
fn five_years_to_the_day() {
    check("PRESENT 2021-11-22", &[]);
    check("PRESENT 2021-11-23", &["history/too-short homes[0].from"]);
}

#[test]
fn thirty_days_are_no_gap() {
    // 31 January to 2 March 2024: thirty days between.
    check("PRESENT 2024-03-02 / 2024-01-31 2019-01-01", &[]);
    check(
        "PRESENT 2024-03-03 / 2024-01-31 2019-01-01",
        &["history/gap homes[0].from"],
    );
    // Before what the form asks about, nobody looks.
    check("PRESENT 2021-11-01 / 2020-01-01 2019-01-01", &[]);
}

#[test]
fn overlaps_and_order() {
    check(
        "PRESENT 2024-01-01 / 2024-01-02 2019-01-01",
        &["history/overlap homes[0].from"],
    );
    check(
        "2024-01-01 2019-01-01 / PRESENT 2024-01-01",
        &["history/not-newest-first homes[1].from"],
    );
    check(
        "PRESENT 2024-01-01 / PRESENT 2019-01-01",
        &[
            "history/present-twice homes[1].from",
            "history/overlap homes[0].from",
        ],
    );
    check(
        "2020-01-01 2021-01-01",
        &["history/ends-before-it-begins homes[0].from"],
    );
}
