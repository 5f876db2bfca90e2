//! The calendar.

use prefile::{Day, days_in};

#[test]
fn every_day_of_400_years_counts_up_by_one() {
    let mut number = Day::new(1840, 1, 1).expect("a day").number();
    for year in 1840..2240 {
        for month in 1..=12 {
            for day in 1..=days_in(year, month) {
                let day = Day::new(year, month, day).expect("the calendar has it");
                assert_eq!(day.number(), number, "{day}");
                assert_eq!(Day::from_number(number), Some(day));
                assert_eq!(Day::from_iso(&day.to_string()), Some(day));
                let basic = day.to_string().replace('-', "");
                assert_eq!(Day::from_basic(basic.parse().expect("digits")), Some(day));
                number += 1;
            }
            assert_eq!(Day::new(year, month, days_in(year, month) + 1), None);
        }
    }
    assert_eq!(Day::new(1970, 1, 1).map(Day::number), Some(0));
    assert_eq!(Day::new(2000, 3, 1).map(Day::number), Some(11_017));
}

#[test]
fn leap_years() {
    let february = |year| days_in(year, 2);
    assert_eq!(
        [1900, 1996, 2000, 2024, 2026, 2100].map(february),
        [28, 29, 29, 29, 28, 28]
    );
}

#[test]
fn what_is_no_day() {
    for text in [
        "",
        "2026",
        "2026-1-1",
        "2026-13-01",
        "2026-00-10",
        "2026-04-31",
        "26-11-22",
        "2026/11/22",
        "0000-01-01",
        "2026-11-2２",
        "x026-11-22",
    ] {
        assert_eq!(Day::from_iso(text), None, "{text}");
    }
    for number in [
        0,
        101,
        20_260_230,
        20_261_301,
        20_261_100,
        100_000_101,
        655_370_101,
        u32::MAX,
    ] {
        assert_eq!(Day::from_basic(number), None, "{number}");
    }
    assert_eq!(Day::new(0, 1, 1), None);
    assert_eq!(Day::new(2026, 1, 0), None);
    assert_eq!(Day::from_number(i32::MAX), None);
    assert_eq!(Day::from_number(i32::MIN), None);
}

#[test]
fn the_fiscal_year_begins_in_october() {
    let year = |text| Day::from_iso(text).map(Day::fiscal_year);
    assert_eq!(year("2026-09-30"), Some(2026));
    assert_eq!(year("2026-10-01"), Some(2027));
    assert_eq!(year("2026-12-31"), Some(2027));
    assert_eq!(year("2027-01-01"), Some(2027));
}
