//! Numbers and days that make comparisons come out as wanted, or why there are none.
//!
//! Every term has a least and a most. What is said narrows them until nothing changes: when nothing
//! is left, no answers can be so. Otherwise values are tried, a likely one first.

use std::collections::BTreeMap;

use prefile::{
    Day,
    form::{Definition, Wants},
};

use crate::atom::{Atom, Term, Unit, fact};

/// Values of facts, of today and of lists' sizes.
pub(crate) type Numbers = BTreeMap<Term, i64>;

/// 1 January 1000, before which no day is read, and 31 December 9999.
const DAYS: (i64, i64) = (-354_285, 2_932_896);
/// 15 January 2026: the day of examples that do not say another.
pub(crate) const TODAY: i64 = 20_468;
/// No list is longer in an example.
const MOST_ENTRIES: i64 = 500;
/// Values tried in all before it is given up.
const MOST_TRIALS: usize = 400;

/// What came of it.
#[derive(Debug)]
pub(crate) enum Solved {
    Numbers(Numbers),
    Never,
    Undecided,
}

/// Farther apart than any two days, in any unit.
const FAR: i64 = 1_000_000_000;

type Range = (i64, i64);

/// The least and the most that a term can be.
pub(crate) fn range(definition: &Definition, term: &Term) -> Range {
    match term {
        Term::Fact(index) => match fact(definition, *index).map(|fact| &fact.wants) {
            Some(Wants::Number) => (0, 999_999_999),
            Some(Wants::Amount) => (0, 99_999_999_999),
            _ => DAYS,
        },
        Term::Today => DAYS,
        Term::Number(number) => (*number, *number),
        Term::Count(..) | Term::Size(_) => (0, MOST_ENTRIES),
        Term::Sum(..) => (-FAR, FAR),
        _ => (i64::MIN, i64::MAX),
    }
}

/// Finds values, or shows that there are none.
pub(crate) fn solve(definition: &Definition, said: &[(&Atom, bool)]) -> Solved {
    let said: Vec<(&Atom, bool)> = said
        .iter()
        .copied()
        .filter(|(atom, _)| !atom.weighed().is_empty())
        .collect();
    let mut ranges = BTreeMap::new();
    for term in said.iter().flat_map(|(atom, _)| atom.weighed()) {
        if let Term::Span(_, from, to) = term {
            ranges.insert((**from).clone(), range(definition, from));
            ranges.insert((**to).clone(), range(definition, to));
        }
        ranges.insert(term.clone(), range(definition, term));
    }
    let search = Search { definition, said };
    match search.narrow(&mut ranges) {
        Narrowed::Empty => return Solved::Never,
        Narrowed::Endless if search.is_circle(&ranges) => return Solved::Never,
        Narrowed::Endless => return Solved::Undecided,
        Narrowed::Still => {}
    }
    let mut free = moments(&ranges);
    free.retain(|term| !matches!(term, Term::Number(_)));
    // Today first: it is likely to be today.
    free.sort_by_key(|term| *term != Term::Today);
    let mut trials = MOST_TRIALS;
    search
        .assign(&ranges, &free, &mut trials)
        .map_or(Solved::Undecided, Solved::Numbers)
}

/// The terms that stand by themselves.
fn moments(ranges: &BTreeMap<Term, Range>) -> Vec<Term> {
    ranges
        .keys()
        .filter(|term| !matches!(term, Term::Span(..)))
        .cloned()
        .collect()
}

enum Narrowed {
    Still,
    Empty,
    Endless,
}

struct Search<'a> {
    definition: &'a Definition,
    said: Vec<(&'a Atom, bool)>,
}

impl Search<'_> {
    fn assign(
        &self,
        ranges: &BTreeMap<Term, Range>,
        free: &[Term],
        trials: &mut usize,
    ) -> Option<Numbers> {
        let Some((term, rest)) = free.split_first() else {
            let values: Numbers = ranges
                .iter()
                .map(|(term, (least, _))| (term.clone(), *least))
                .collect();
            let fits = self
                .said
                .iter()
                .all(|(atom, so)| is_so(atom, &values) == Some(*so));
            return fits.then_some(values);
        };
        let (least, most) = *ranges.get(term)?;
        let likely = self.likely(term).clamp(least, most);
        let middle = least + (most - least) / 2;
        // A month may have to be the same.
        let first = first_of_month(likely).clamp(least, most);
        let mut values = vec![likely, first, least, most, middle];
        values.dedup();
        for value in values {
            *trials = trials.checked_sub(1)?;
            let value = self.on_a_first(term, value, (least, most));
            let mut narrowed = ranges.clone();
            narrowed.insert(term.clone(), (value, value));
            if let Narrowed::Still = self.narrow(&mut narrowed)
                && let Some(numbers) = self.assign(&narrowed, rest, trials)
            {
                return Some(numbers);
            }
        }
        None
    }

    /// A month is its first day.
    fn on_a_first(&self, term: &Term, value: i64, (least, most): Range) -> i64 {
        let month = matches!(term, Term::Fact(index)
            if fact(self.definition, *index).is_some_and(|fact| fact.wants == Wants::Month));
        let Some(day) = day(value).filter(|_| month) else {
            return value;
        };
        let first = first_of_month(value);
        let next = first + i64::from(prefile::days_in(day.year(), day.month()));
        if first >= least || next > most {
            first
        } else {
            next
        }
    }

    fn likely(&self, term: &Term) -> i64 {
        match term {
            Term::Today => TODAY,
            Term::Fact(index) => match fact(self.definition, *index).map(|fact| &fact.wants) {
                Some(Wants::Number | Wants::Amount) => 1,
                // 17 May 1990.
                _ => 7_441,
            },
            _ => 0,
        }
    }

    /// Narrows every range by what is said, until nothing changes.
    fn narrow(&self, ranges: &mut BTreeMap<Term, Range>) -> Narrowed {
        let rounds = ranges.len() * 4 + 40;
        for _ in 0..rounds {
            let before = ranges.clone();
            for (atom, so) in &self.said {
                narrow_by(atom, *so, ranges);
            }
            let spans: Vec<Term> = ranges
                .keys()
                .filter(|term| matches!(term, Term::Span(..)))
                .cloned()
                .collect();
            for span in &spans {
                narrow_span(span, ranges);
            }
            if ranges.values().any(|(least, most)| least > most) {
                return Narrowed::Empty;
            }
            if *ranges == before {
                return Narrowed::Still;
            }
        }
        Narrowed::Endless
    }

    /// Whether what is said goes round in a circle that never closes: 20 years after what is 14 years
    /// before. Months count as their average, with a few days more or less.
    fn is_circle(&self, ranges: &BTreeMap<Term, Range>) -> bool {
        let terms = moments(ranges);
        let place = |term: &Term| terms.iter().position(|other| other == term);
        // How far each stands behind each other at most.
        let mut most = vec![vec![FAR; terms.len()]; terms.len()];
        let mut apart = |from: &Term, to: &Term, (least, longest): Range| {
            if let (Some(from), Some(to)) = (place(from), place(to)) {
                most[from][to] = most[from][to].min(longest);
                most[to][from] = most[to][from].min(least.saturating_neg());
            }
        };
        let mut spans: BTreeMap<Term, Range> = BTreeMap::new();
        for (atom, so) in &self.said {
            for span in atom.weighed() {
                spans.entry(span.clone()).or_insert((-FAR, FAR));
            }
            narrow_by(atom, *so, &mut spans);
            match (atom, so) {
                (Atom::Before(one, other), true) => apart(one, other, (1, FAR)),
                (Atom::Before(one, other), false) => apart(other, one, (0, FAR)),
                (Atom::Same(one, other), true) => apart(one, other, (0, 0)),
                _ => {}
            }
        }
        for (span, (least, longest)) in &spans {
            if let Term::Span(unit, from, to) = span {
                apart(from, to, in_days(*unit, *least, *longest));
            }
        }
        for through in 0..terms.len() {
            for from in 0..terms.len() {
                for to in 0..terms.len() {
                    let way = most[from][through].saturating_add(most[through][to]);
                    most[from][to] = most[from][to].min(way);
                }
            }
        }
        (0..terms.len()).any(|term| most[term][term] < 0)
    }
}

/// How many days a span may have at least and at most.
fn in_days(unit: Unit, least: i64, most: i64) -> Range {
    let months = match unit {
        Unit::Days => return (least, most),
        Unit::Months => 1,
        Unit::Years => 12,
    };
    // 400 years are 4800 months and 146,097 days.
    let days = |count: i64| count.saturating_mul(months).saturating_mul(146_097) / 4800;
    (
        days(least).saturating_sub(5),
        days(most.saturating_add(1)).saturating_add(5),
    )
}

fn at(ranges: &BTreeMap<Term, Range>, term: &Term) -> Range {
    ranges.get(term).copied().unwrap_or((i64::MIN, i64::MAX))
}

fn cut(ranges: &mut BTreeMap<Term, Range>, term: &Term, least: i64, most: i64) {
    if let Some(range) = ranges.get_mut(term) {
        *range = (range.0.max(least), range.1.min(most));
    }
}

fn narrow_by(atom: &Atom, so: bool, ranges: &mut BTreeMap<Term, Range>) {
    match (atom, so) {
        (Atom::Below(term, limit), true) => cut(ranges, term, i64::MIN, limit.saturating_sub(1)),
        (Atom::Below(term, limit), false) => cut(ranges, term, *limit, i64::MAX),
        (Atom::Before(one, other), true) => not_above(one, other, 1, ranges),
        (Atom::Before(one, other), false) => not_above(other, one, 0, ranges),
        (Atom::Same(one, other), true) => {
            not_above(one, other, 0, ranges);
            not_above(other, one, 0, ranges);
        }
        (Atom::Same(one, other), false) => {
            let (first, second) = (at(ranges, one), at(ranges, other));
            differs(ranges, one, first, second);
            differs(ranges, other, second, first);
        }
        _ => {}
    }
}

/// `one + step <= other`
fn not_above(one: &Term, other: &Term, step: i64, ranges: &mut BTreeMap<Term, Range>) {
    let (least, most) = (at(ranges, one).0, at(ranges, other).1);
    cut(ranges, one, i64::MIN, most.saturating_sub(step));
    cut(ranges, other, least.saturating_add(step), i64::MAX);
}

/// A term whose other is settled at one of its ends is not there.
fn differs(ranges: &mut BTreeMap<Term, Range>, term: &Term, own: Range, other: Range) {
    if other.0 == other.1 {
        let least = own.0.saturating_add(i64::from(own.0 == other.0));
        let most = own.1.saturating_sub(i64::from(own.1 == other.0));
        cut(ranges, term, least, most);
    }
}

/// A span grows with its end and shrinks with its beginning.
fn narrow_span(span: &Term, ranges: &mut BTreeMap<Term, Range>) {
    let Term::Span(unit, from, to) = span else {
        return;
    };
    let (begin, end) = (at(ranges, from), at(ranges, to));
    if begin.0 > begin.1 || end.0 > end.1 {
        return;
    }
    let count = |from, to| counted(*unit, from, to);
    let (Some(shortest), Some(longest)) = (count(begin.1, end.0), count(begin.0, end.1)) else {
        return;
    };
    cut(ranges, span, shortest, longest);
    let (least, most) = at(ranges, span);
    // The latest beginning that still leaves as much as the least; and so on round the four ends.
    let long = |from: i64, to: i64| count(from, to).is_some_and(|it| it >= least);
    let short = |from: i64, to: i64| count(from, to).is_some_and(|it| it <= most);
    let from_most = last(begin, |day| long(day, end.1));
    let from_least = first(begin, |day| short(day, end.0));
    let to_least = first(end, |day| long(begin.0, day));
    let to_most = last(end, |day| short(begin.1, day));
    cut(ranges, from, from_least, from_most);
    cut(ranges, to, to_least, to_most);
}

/// The first of a range from which on something is so; behind its end, when it never is.
fn first((mut least, most): Range, so: impl Fn(i64) -> bool) -> i64 {
    let mut end = most.saturating_add(1);
    while least < end {
        let middle = least + (end - least) / 2;
        if so(middle) {
            end = middle;
        } else {
            least = middle + 1;
        }
    }
    least
}

/// The last of a range up to which something is so; before its beginning, when it never is.
fn last(range: Range, so: impl Fn(i64) -> bool) -> i64 {
    first(range, |at| !so(at)) - 1
}

fn day(number: i64) -> Option<Day> {
    Day::from_number(i32::try_from(number).ok()?)
}

/// The first day of a day's month.
pub(crate) fn first_of_month(number: i64) -> i64 {
    day(number).map_or(number, |day| number - i64::from(day.day()) + 1)
}

/// The span from one day to another, as conditions count it.
pub(crate) fn counted(unit: Unit, from: i64, to: i64) -> Option<i64> {
    if unit == Unit::Days {
        return Some(to.saturating_sub(from));
    }
    let (from, to) = (day(from)?, day(to)?);
    let month = |day: Day| i64::from(day.year()) * 12 + i64::from(day.month());
    let months = month(to) - month(from) - i64::from(to.day() < from.day());
    Some(if unit == Unit::Months {
        months
    } else {
        months.div_euclid(12)
    })
}

/// The value of a term.
pub(crate) fn value(term: &Term, values: &Numbers) -> Option<i64> {
    match term {
        Term::Number(number) => Some(*number),
        Term::Span(unit, from, to) => counted(*unit, value(from, values)?, value(to, values)?),
        _ => values.get(term).copied(),
    }
}

/// Whether an atom that weighs terms is so.
pub(crate) fn is_so(atom: &Atom, values: &Numbers) -> Option<bool> {
    let both = |one, other| Some((value(one, values)?, value(other, values)?));
    match atom {
        Atom::Below(term, limit) => Some(value(term, values)? < *limit),
        Atom::Before(one, other) => both(one, other).map(|(one, other)| one < other),
        Atom::Same(one, other) => both(one, other).map(|(one, other)| one == other),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Solved, TODAY, day, is_so, solve};
    use crate::atom::{Atom, Term, Unit};
    use prefile::form::Definition;

    fn years(from: u16) -> Term {
        Term::span(Unit::Years, Term::Fact(from), Term::Today)
    }

    #[track_caller]
    fn check(said: &[(Atom, bool)], possible: bool) {
        let said: Vec<(&Atom, bool)> = said.iter().map(|(atom, so)| (atom, *so)).collect();
        match solve(&Definition::default(), &said) {
            Solved::Numbers(numbers) => {
                assert!(possible, "{numbers:?}");
                for (atom, so) in said {
                    assert_eq!(is_so(atom, &numbers), Some(so), "{atom:?} with {numbers:?}");
                }
            }
            Solved::Never => assert!(!possible, "{said:?}"),
            Solved::Undecided => panic!("{said:?}: undecided"),
        }
    }

    #[test]
    fn days_and_spans_are_found_or_shown_not_to_be() {
        assert_eq!(
            day(TODAY).map(|day| day.to_string()),
            Some("2026-01-15".into())
        );
        let (birth, entry, expiry) = (Term::Fact(0), Term::Fact(1), Term::Fact(2));
        let before = |one: &Term, other: &Term| Atom::Before(one.clone(), other.clone());
        let child = Atom::Below(years(0), 14);
        check(&[(child.clone(), true)], true);
        check(
            &[(child.clone(), false), (Atom::Below(years(0), 15), true)],
            true,
        );
        check(
            &[(child.clone(), true), (Atom::Below(years(0), 10), false)],
            true,
        );
        // Today can be any day: who is born in 2030 can be a child, too.
        check(
            &[
                (child.clone(), true),
                (Atom::Below(birth.clone(), 21_915), false),
            ],
            true,
        );
        // A child of whom one is 20 years younger.
        check(
            &[
                (child.clone(), true),
                (Atom::Below(years(1), 34), false),
                (before(&birth, &entry), true),
            ],
            false,
        );
        // A circle.
        check(
            &[
                (before(&birth, &entry), true),
                (before(&entry, &expiry), true),
                (before(&birth, &expiry), false),
            ],
            false,
        );
        let stay = Term::span(Unit::Days, entry.clone(), expiry.clone());
        check(
            &[
                (Atom::Below(stay.clone(), 181), false),
                (before(&entry, &expiry), true),
            ],
            true,
        );
        check(
            &[
                (Atom::Below(stay, 181), false),
                (before(&entry, &expiry), false),
            ],
            false,
        );
        check(
            &[
                (Atom::Same(birth.clone(), entry.clone()), false),
                (before(&birth, &entry), false),
            ],
            true,
        );
    }
}
