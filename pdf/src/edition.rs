//! Editions of official forms that we have read (`data/editions.tsv`). A form is older or newer than
//! those; none is ever said to be current.

use prefile::Day;

/// The day on which the table was read.
pub const READ: &str = "2026-11-21";

const TABLE: &str = include_str!("../../data/editions.tsv");

/// An edition that we have read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// The form, as it is printed: `I-765`.
    pub form: &'static str,
    /// Its day.
    pub day: Day,
    /// How many pages it has.
    pub pages: u32,
    /// The form's page: <https://www.uscis.gov/> and this.
    pub page: &'static str,
    /// The month in which a newer one was seen: `2026-09`.
    pub newer: Option<&'static str>,
}

/// What an edition is beside those that we have read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// There is this one, which is newer.
    Older(Known),
    /// It is the newest we have read; in [`Known::newer`], that another was seen.
    NewestRead(Known),
    /// It is newer than all we have read.
    Newer(Known),
    /// We have read none of this form.
    Unknown,
}

/// Every edition.
pub fn all() -> impl Iterator<Item = Known> {
    TABLE
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(row)
}

fn row(line: &'static str) -> Option<Known> {
    let mut cells = line.split('\t');
    Some(Known {
        form: cells.next()?,
        day: Day::from_iso(cells.next()?)?,
        pages: cells.next()?.bytes().try_fold(0, |number, digit| {
            digit
                .is_ascii_digit()
                .then(|| number * 10 + u32::from(digit - b'0'))
        })?,
        page: cells.next()?,
        newer: cells.next().filter(|month| *month != "-"),
    })
}

/// What we know of this edition of a form.
#[must_use]
pub fn age(form: &str, day: Day) -> Age {
    let newest = all()
        .filter(|known| known.form == form)
        .max_by_key(|known| known.day);
    newest.map_or(Age::Unknown, |newest| match day.cmp(&newest.day) {
        std::cmp::Ordering::Less => Age::Older(newest),
        std::cmp::Ordering::Equal => Age::NewestRead(newest),
        std::cmp::Ordering::Greater => Age::Newer(newest),
    })
}

#[cfg(test)]
mod tests {
    use super::{Age, READ, TABLE, age, all};
    use prefile::Day;

    #[test]
    fn every_row_is_read() {
        let rows = TABLE.lines().filter(|line| !line.starts_with('#')).count() - 1;
        assert_eq!(all().count(), rows);
        assert!(TABLE.contains(READ));
        assert!(all().all(|known| known.pages > 0));
    }

    #[track_caller]
    fn check(form: &str, day: &str, expected: &str) {
        let found = match age(form, Day::from_iso(day).expect("a day")) {
            Age::Older(known) => format!("older than {:?}", known.day.number()),
            Age::NewestRead(known) => format!("newest, and newer: {:?}", known.newer),
            Age::Newer(known) => format!("newer than {}", known.day.year()),
            Age::Unknown => "unknown".to_owned(),
        };
        let day = |iso: &str| Day::from_iso(iso).map(Day::number);
        let expected = expected.replace(
            "{2025-08-21}",
            &format!("{:?}", day("2025-08-21").expect("a day")),
        );
        assert_eq!(found, expected);
    }

    #[test]
    fn beside_those_we_have_read() {
        check("I-765", "2024-04-01", "older than {2025-08-21}");
        check(
            "I-765",
            "2025-08-21",
            "newest, and newer: Some(\"2026-09\")",
        );
        check("I-765", "2026-09-01", "newer than 2025");
        check("N-400", "2025-01-20", "newest, and newer: None");
        check("I-693", "2025-01-20", "unknown");
    }
}
