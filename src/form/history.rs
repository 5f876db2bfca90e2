//! Lists in time: gaps, overlaps, order, and how far back.
//!
//! Gaps of more than 30 days are a warning, overlaps a note: no official text forbids either.
//! Sources: Form I-485, N-400 and I-130 (how many years, the current one first).

use super::{
    definition::{History, Wants},
    reading::NO_END,
    state::State,
};
use crate::{
    Code, Day, days_in,
    finding::{Finding, Param},
    order,
};

/// Days without an entry that need no word.
const SHORT: i32 = 30;

/// A list's entries in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeLine {
    /// The list's place in the packet's facts.
    pub list: usize,
    /// The first day that the form asks about; `None` if it does not say, or today is not known.
    pub since: Option<Day>,
    /// The entries whose days are known, in the order of the list.
    pub bars: Vec<Bar>,
    /// The days without an entry, first and last, the latest first.
    pub gaps: Vec<(Day, Day)>,
}

/// One entry in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its place in the list.
    pub entry: usize,
    /// Its first day.
    pub from: Day,
    /// Its last day; `None` when it goes on.
    pub to: Option<Day>,
}

/// The time lines of the lists that are asked for, with what there is to say of each, and of which
/// entry.
pub(super) fn time_lines(state: &State) -> Vec<(TimeLine, Vec<(usize, Finding)>)> {
    let facts = state.packet.facts.iter().enumerate();
    facts
        .filter_map(|(list, fact)| match fact.wants {
            Wants::List(Some(history)) if state.reading(list, 0)?.asked => {
                Some(time_line(state, list, history))
            }
            _ => None,
        })
        .collect()
}

fn time_line(state: &State, list: usize, history: History) -> (TimeLine, Vec<(usize, Finding)>) {
    let mut findings = Vec::new();
    let bars = bars(state, history, &mut findings);
    newest_first(&bars, &mut findings);
    let today = state.context.today;
    let since = today.filter(|_| history.years > 0).and_then(|today| {
        let year = today.year().checked_sub(u16::from(history.years))?;
        // 29 February has no twin in most years.
        let day = today.day().min(days_in(year, today.month()));
        Day::new(year, today.month(), day)
    });
    let mut gaps = Vec::new();
    overlaps_and_gaps(&bars, history.whole, since, &mut gaps, &mut findings);
    if let (Some(since), Some(today)) = (since.filter(|_| history.whole), today) {
        gap_to_today(&bars, since, today, &mut gaps, &mut findings);
    }
    let earliest = bars.iter().min_by_key(|bar| bar.from);
    if let (Some(since), Some(earliest)) = (since, earliest)
        && history.whole
        && earliest.from > since
    {
        let params = [Param::Number(history.years.into()), Param::Day(since)];
        findings.push((
            earliest.entry,
            Finding::new(Code::HistoryTooShort).with(params),
        ));
    }
    let line = TimeLine {
        list,
        since,
        bars,
        gaps,
    };
    (line, findings)
}

fn bars(state: &State, history: History, findings: &mut Vec<(usize, Finding)>) -> Vec<Bar> {
    let (from, to) = (usize::from(history.from), usize::from(history.to));
    let month_is_enough = state.packet.facts[to].wants == Wants::Month;
    let number = |fact, entry| match state.reading(fact, entry)?.value() {
        super::Value::Number(number) => Some(number),
        _ => None,
    };
    let day = |number| i32::try_from(number).ok().and_then(Day::from_number);
    let mut bars = Vec::new();
    for entry in 0..state.count(from) {
        let (Some(first), Some(last)) = (number(from, entry), number(to, entry)) else {
            continue;
        };
        let to = (last != NO_END).then(|| day(last)).flatten();
        // Of a month all days count.
        let to = to.and_then(|to| {
            let end = if month_is_enough {
                days_in(to.year(), to.month())
            } else {
                to.day()
            };
            Day::new(to.year(), to.month(), end)
        });
        let Some(from) = day(first).filter(|_| first != NO_END) else {
            continue;
        };
        if to.is_some_and(|to| to < from) {
            findings.push((entry, Finding::new(Code::HistoryEndsBeforeItBegins)));
            continue;
        }
        bars.push(Bar { entry, from, to });
    }
    bars
}

/// The current entry stands first, and is the only one; the others follow from new to old.
fn newest_first(bars: &[Bar], findings: &mut Vec<(usize, Finding)>) {
    let mut current = bars.iter().filter(|bar| bar.to.is_none());
    current.next();
    for again in current {
        findings.push((again.entry, Finding::new(Code::HistoryPresentTwice)));
    }
    for pair in bars.windows(2) {
        let end = |bar: &Bar| bar.to.map_or(i32::MAX, Day::number);
        if let [above, below] = pair
            && end(below) > end(above)
        {
            findings.push((below.entry, Finding::new(Code::HistoryNotNewestFirst)));
        }
    }
}

/// The days from the last entry's end to today, as far as the form asks about them.
fn gap_to_today(
    bars: &[Bar],
    since: Day,
    today: Day,
    gaps: &mut Vec<(Day, Day)>,
    findings: &mut Vec<(usize, Finding)>,
) {
    let end = |bar: &&Bar| bar.to.map_or(i32::MAX, Day::number);
    let Some(latest) = bars.iter().max_by_key(end) else {
        return;
    };
    let first = end(&latest).saturating_add(1).max(since.number());
    if today.number().saturating_sub(first) >= SHORT
        && let Some(first) = Day::from_number(first)
    {
        let params = [Param::Day(first), Param::Day(today)];
        findings.push((latest.entry, Finding::new(Code::HistoryGap).with(params)));
        gaps.insert(0, (first, today));
    }
}

/// Goes through the entries from the first day to the last.
fn overlaps_and_gaps(
    bars: &[Bar],
    whole: bool,
    since: Option<Day>,
    gaps: &mut Vec<(Day, Day)>,
    findings: &mut Vec<(usize, Finding)>,
) {
    let mut sorted: Vec<&Bar> = bars.iter().collect();
    order::by(&mut sorted, |one, other| one.from <= other.from);
    let mut covered: Option<i32> = None;
    for bar in sorted {
        let from = bar.from.number();
        let end = bar.to.map_or(i32::MAX, Day::number);
        if let Some(covered) = covered {
            // Who moves is at both places that day.
            if from < covered {
                findings.push((bar.entry, Finding::new(Code::HistoryOverlap)));
            }
            let asked = since.is_none_or(|since| from > since.number());
            let missing = from.saturating_sub(covered).saturating_sub(1);
            if whole
                && asked
                && missing > SHORT
                && let (Some(first), Some(last)) =
                    (Day::from_number(covered + 1), Day::from_number(from - 1))
            {
                let params = [Param::Day(first), Param::Day(last)];
                findings.push((bar.entry, Finding::new(Code::HistoryGap).with(params)));
                gaps.insert(0, (first, last));
            }
        }
        covered = covered.max(Some(end));
    }
}
