//! A time line as a picture: where everything stands, in thousandths of its width.

use super::history::TimeLine;
use crate::Day;

/// So many years are written below a picture, at most.
const MOST_YEARS: u16 = 6;
/// What lasts a day can be seen, too.
const THINNEST: u16 = 6;

/// What a time line looks like, from left to right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The first day of it.
    pub from: Day,
    /// The last day of it.
    pub to: Day,
    /// What the form asks about, if it says so.
    pub window: Option<Stretch>,
    /// The entries by their places in the list.
    pub bars: Vec<(usize, Stretch)>,
    /// The time without an entry.
    pub gaps: Vec<Stretch>,
    /// Years, and where they begin.
    pub years: Vec<(u16, u16)>,
}

/// A part of the width, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Where it begins.
    pub left: u16,
    /// How much of the width it takes.
    pub width: u16,
}

impl TimeLine {
    /// The picture as of a day, up to which an entry goes on that has no end. None without entries.
    #[must_use]
    pub fn picture(&self, today: Day) -> Option<Picture> {
        let first = self.bars.iter().map(|bar| bar.from).min()?;
        let ends = self.bars.iter().map(|bar| bar.to.unwrap_or(bar.from));
        let from = self.since.map_or(first, |since| since.min(first));
        let to = ends.max()?.max(today);
        let scale = Scale {
            from: from.number(),
            days: (to.number() - from.number()).max(1),
        };
        let bars = self.bars.iter();
        let bars = bars.map(|bar| (bar.entry, scale.stretch(bar.from, bar.to.unwrap_or(to))));
        let gaps = self.gaps.iter();
        Some(Picture {
            from,
            to,
            window: self.since.map(|since| scale.stretch(since, to)),
            bars: bars.collect(),
            gaps: gaps.map(|(from, to)| scale.stretch(*from, *to)).collect(),
            years: scale.years(from.year(), to.year()),
        })
    }
}

/// Days as thousandths.
struct Scale {
    from: i32,
    days: i32,
}

impl Scale {
    fn at(&self, day: i32) -> u16 {
        let behind = i64::from((day - self.from).clamp(0, self.days));
        u16::try_from(behind * 1000 / i64::from(self.days)).unwrap_or(1000)
    }

    fn stretch(&self, from: Day, to: Day) -> Stretch {
        let left = self.at(from.number()).min(1000 - THINNEST);
        let width = self.at(to.number()).saturating_sub(left).max(THINNEST);
        Stretch { left, width }
    }

    /// All of them, or every second, third, ... one.
    fn years(&self, from: u16, to: u16) -> Vec<(u16, u16)> {
        let step = (to - from).div_ceil(MOST_YEARS).max(1);
        let days = (from + 1..=to).rev().step_by(step.into());
        let days = days.filter_map(|year| Some((year, Day::new(year, 1, 1)?)));
        let mut years: Vec<_> = days
            .map(|(year, day)| (year, self.at(day.number())))
            .collect();
        years.reverse();
        years
    }
}
