//! All matchers over the password, and over what is repeated in it.
//!
//! A repeat costs what its unit costs, times how often it stands. So the unit is analysed first,
//! like a password of its own; it may contain repeats again. Every such range is shorter than the
//! one that it was found in: they are gathered in a list and analysed from the shortest on.

use std::ops::Range;

use crate::candidate::Candidate;
use crate::combinations::real;
use crate::date;
use crate::dictionary::Dictionary;
use crate::explanation::Kind;
use crate::keyboard;
use crate::password::Password;
use crate::personal;
use crate::repeat::{self, Repeat};
use crate::search::{self, Best};
use crate::sequence;
use crate::words::words;
use crate::work::Work;

/// A range that has to be analysed, and the repeats in it.
struct Task {
    range: Range<usize>,
    repeats: Vec<Repeat>,
    guesses: f64,
}

/// The cheapest explanation of the password.
pub(crate) fn analyse(password: &Password, personal: &[&str], work: &mut Work) -> Best {
    let known = Dictionary::Known(words());
    let personal = personal::list(password, personal, work);
    let personal = personal.as_ref().map(Dictionary::Personal);
    let mut tasks = tasks(password, work);
    let mut candidates = Vec::with_capacity(128);
    let mut done = 0;
    while let Some(task) = tasks.get(done) {
        candidates.clear();
        let range = task.range.clone();
        known.find(password, &range, &mut candidates, work);
        if let Some(personal) = personal {
            personal.find(password, &range, &mut candidates, work);
        }
        keyboard::find(password, &range, &mut candidates, work);
        sequence::find(password, &range, &mut candidates, work);
        date::find_years(password, &range, &mut candidates, work);
        date::find_dates(password, &range, &mut candidates, work);
        for repeat in &task.repeats {
            candidates.push(candidate(
                repeat,
                tasks.get(..done).unwrap_or_default(),
                work,
            ));
        }
        let best = search::cheapest(range.len(), range.start, &candidates, work);
        done += 1;
        if done == tasks.len() {
            return best;
        }
        if let Some(task) = tasks.get_mut(done - 1) {
            task.guesses = best.guesses;
        }
    }
    Best {
        guesses: 0.0,
        parts: Vec::new(),
    }
}

/// The password's whole range and the units of all repeats, shortest first.
fn tasks(password: &Password, work: &mut Work) -> Vec<Task> {
    let mut tasks: Vec<Task> = Vec::new();
    let whole = 0..password.len();
    let mut ranges = Vec::from([whole]);
    while let Some(range) = ranges.pop() {
        if tasks.iter().any(|task| task.range == range) {
            continue;
        }
        let repeats = repeat::find(password.characters(), &range, work);
        ranges.extend(
            repeats
                .iter()
                .map(|repeat| repeat.range.start..repeat.range.start + repeat.unit),
        );
        let place = tasks.partition_point(|task| task.range.len() < range.len());
        tasks.insert(
            place,
            Task {
                range,
                repeats,
                guesses: 0.0,
            },
        );
    }
    tasks
}

fn candidate(repeat: &Repeat, done: &[Task], work: &mut Work) -> Candidate {
    work.add(done.len());
    let Range { start, end } = repeat.range;
    let times = repeat.range.len() / repeat.unit.max(1);
    let unit = done
        .iter()
        .find(|task| task.range == (start..start + repeat.unit))
        .map_or(f64::INFINITY, |task| task.guesses);
    Candidate {
        start,
        end,
        guesses: unit * real(times),
        kind: Kind::Repeat {
            times: u8::try_from(times).unwrap_or(u8::MAX),
            unit: u8::try_from(repeat.unit).unwrap_or(u8::MAX),
        },
    }
}
