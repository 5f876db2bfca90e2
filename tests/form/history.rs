//! Lists in time. Each row: the entries as the codes' examples write them, and what is said.

use crate::{
    definitions::{answers, home, person},
    evaluate, shown,
};
use prefile::{
    Code,
    form::{Answer, Answers, Packet, Stretch},
};

/// Her homes: `to from / to from`, the order in which people see it in the examples.
fn rosas(days: &str) -> Answers {
    let entries = days.split(" / ").map(|days| {
        let (to, from) = days.split_once(' ').expect("two days");
        home(from, to)
    });
    answers(&[
        ("name", Answer::Text("Rosa".into())),
        ("homes", Answer::List(entries.collect())),
    ])
}

/// What is said of them.
fn said(days: &str) -> Vec<String> {
    let said = rosas(days);
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
fn from_the_last_end_to_today() {
    // Today is 22 November 2026.
    check("2026-10-23 2019-01-01", &[]);
    check("2026-10-22 2019-01-01", &["history/gap homes[0].from"]);
    // As far as the form asks back, and not of trips.
    check("2020-01-01 2019-01-01", &["history/gap homes[0].from"]);
    assert_eq!(
        picture("2020-01-01 2019-11-22"),
        "0: 0+15 | 285+715 | 285+715 | 2020 15, 2022 301, 2024 587, 2026 872"
    );
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

/// The picture on the day of the tests, as `entry: left+width`, gaps, window and years.
fn picture(days: &str) -> String {
    let said = rosas(days);
    let evaluation = evaluate(&[person()], &said);
    let today = prefile::Day::new(2026, 11, 22).expect("a day");
    let Some(picture) = evaluation.time_lines[0].picture(today) else {
        return "nothing".to_owned();
    };
    let place = |one: &Stretch| format!("{}+{}", one.left, one.width);
    let bars = picture.bars.iter();
    let bars: Vec<_> = bars
        .map(|(entry, at)| format!("{entry}: {}", place(at)))
        .collect();
    let gaps: Vec<_> = picture.gaps.iter().map(place).collect();
    let years: Vec<_> = picture
        .years
        .iter()
        .map(|(year, at)| format!("{year} {at}"))
        .collect();
    let window = picture.window.as_ref().map(place);
    format!(
        "{} | {} | {} | {}",
        bars.join(", "),
        gaps.join(", "),
        window.unwrap_or_default(),
        years.join(", ")
    )
}

#[test]
fn a_time_line_as_a_picture() {
    // Five years back from 22 November 2026 are all there is to see.
    assert_eq!(
        picture("PRESENT 2024-05-22 / 2024-05-22 2021-11-22"),
        "0: 499+501, 1: 0+499 |  | 0+1000 | 2022 21, 2023 221, 2024 421, 2025 622, 2026 822"
    );
    // What is older makes the picture longer, and the part that is asked about smaller.
    assert_eq!(
        picture("PRESENT 2024-01-01 / 2021-11-22 2016-11-22"),
        "0: 710+290, 1: 0+500 | 500+210 | 500+500 | 2018 110, 2020 310, 2022 510, 2024 710, 2026 911"
    );
    // A day can be seen, and what begins today.
    assert_eq!(
        picture("PRESENT 2026-11-22 / 2026-01-01 2026-01-01"),
        "0: 994+6, 1: 822+6 | 822+177 | 0+1000 | 2022 21, 2023 221, 2024 421, 2025 622, 2026 822"
    );
    assert_eq!(picture("PRESENT then"), "nothing");
}
