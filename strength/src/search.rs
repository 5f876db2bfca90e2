//! The cheapest explanation: which of the patterns that were found, and where nothing was found
//! brute force, cover the password so that an attacker needs the fewest guesses.
//!
//! The attacker tries sequences of l patterns in every order: a sequence costs l! times the product
//! of its parts, plus what trying all shorter sequences cost, taken as 10,000 to the power l − 1
//! (Wheeler 2016, section 4.3). For each end and each number of parts the best sequence is kept, if
//! none with fewer parts is as good: dynamic programming over at most a hundred ends.
//!
//! Sequences of more than [`MOST_PARTS`] parts are not considered: 10,000 to the power 3 is already
//! beyond the highest score.

use crate::candidate::Candidate;
use crate::explanation::Kind;
use crate::work::Work;

/// The longest sequence considered.
const MOST_PARTS: usize = 16;

/// One place for each number of parts, 0 included.
const WIDTH: usize = MOST_PARTS + 1;

/// What trying all sequences with one part fewer costs.
const GROWING: f64 = 1e4;

/// A part of the best sequence.
#[derive(Clone, Copy)]
pub(crate) struct Part {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) guesses: f64,
    pub(crate) kind: Kind,
}

/// The best sequence and what it costs.
pub(crate) struct Best {
    pub(crate) guesses: f64,
    pub(crate) parts: Vec<Part>,
}

/// The best sequence with so many parts that ends at some place.
#[derive(Clone, Copy)]
struct Entry {
    /// With order and growing; infinite if there is none.
    cost: f64,
    /// The smallest cost with as many parts or fewer.
    cheapest: f64,
    product: f64,
    part: Part,
}

const NOTHING: Entry = Entry {
    cost: f64::INFINITY,
    cheapest: f64::INFINITY,
    product: 0.0,
    part: Part {
        start: 0,
        end: 0,
        guesses: 0.0,
        kind: Kind::Bruteforce,
    },
};

/// Finds the best sequence over `length` units. Candidates' places count from `offset`.
#[inline(never)]
pub(crate) fn cheapest(
    length: usize,
    offset: usize,
    candidates: &[Candidate],
    work: &mut Work,
) -> Best {
    let places = places(length, offset, candidates, work);
    let mut table = Table {
        length,
        entries: vec![NOTHING; (length + 1) * WIDTH],
    };
    if let Some(start) = table.entries.first_mut() {
        start.cost = 0.0;
        start.product = 1.0;
    }
    for end in 1..=length {
        let row = places.get((end - 1) * length..).unwrap_or_default();
        for (start, place) in row.iter().enumerate().take(end) {
            if let Some(candidate) = usize::from(*place)
                .checked_sub(1)
                .and_then(|place| candidates.get(place))
            {
                let part = Part {
                    start,
                    end,
                    guesses: candidate.guesses.max(fewest(candidate, length)),
                    kind: candidate.kind,
                };
                table.extend(part, work);
            }
        }
        for start in 0..end {
            table.extend(bruteforce(start, end), work);
        }
    }
    table.best()
}

/// For each end and each start the number of the cheapest pattern between them, plus one: no other
/// pattern between them can be part of the best sequence.
fn places(length: usize, offset: usize, candidates: &[Candidate], work: &mut Work) -> Vec<u16> {
    let mut places = vec![0_u16; length * length];
    for (number, candidate) in (1..).zip(candidates) {
        work.add(1);
        let place = (candidate.end - offset - 1) * length + candidate.start - offset;
        let Some(place) = places.get_mut(place) else {
            continue;
        };
        let cheaper = usize::from(*place)
            .checked_sub(1)
            .and_then(|other| candidates.get(other))
            .is_none_or(|other| candidate.guesses < other.guesses);
        if cheaper {
            *place = number;
        }
    }
    places
}

/// A part alone never takes fewer guesses than this: it has to be found that it is a part.
fn fewest(candidate: &Candidate, length: usize) -> f64 {
    match candidate.end - candidate.start {
        part if part == length => 1.0,
        1 => 10.0,
        _ => 50.0,
    }
}

/// Ten tries a character, and one more than [`fewest`], so that patterns are preferred.
fn bruteforce(start: usize, end: usize) -> Part {
    let length = end - start;
    let guesses = match length {
        1 => 11.0,
        _ => (0..length).fold(1.0, |guesses, _| guesses * 10.0),
    };
    Part {
        start,
        end,
        guesses,
        kind: Kind::Bruteforce,
    }
}

struct Table {
    length: usize,
    /// [`WIDTH`] for each end.
    entries: Vec<Entry>,
}

impl Table {
    /// Sets `part` behind every sequence that ends where it starts.
    #[inline(never)]
    fn extend(&mut self, part: Part, work: &mut Work) {
        let (before, after) = self.entries.split_at_mut(part.end * WIDTH);
        let before = before
            .get(part.start * WIDTH..(part.start + 1) * WIDTH)
            .unwrap_or_default();
        let after = after.get_mut(..WIDTH).unwrap_or_default();
        let mut orders = 1.0;
        let mut growing = 1.0 / GROWING;
        let mut count = 0.0;
        for (parts, previous) in (1..WIDTH).zip(before) {
            work.add(1);
            count += 1.0;
            orders *= count;
            growing *= GROWING;
            if previous.cost == f64::INFINITY {
                continue;
            }
            // Two neighbouring stretches of brute force are one.
            if part.kind == Kind::Bruteforce && parts > 1 && previous.part.kind == Kind::Bruteforce
            {
                continue;
            }
            let product = previous.product * part.guesses;
            let cost = orders * product + growing;
            if after.get(parts).is_none_or(|entry| entry.cheapest <= cost) {
                continue;
            }
            for entry in after.iter_mut().skip(parts) {
                entry.cheapest = entry.cheapest.min(cost);
            }
            if let Some(entry) = after.get_mut(parts) {
                entry.cost = cost;
                entry.product = product;
                entry.part = part;
            }
        }
    }

    fn row(&self, end: usize) -> &[Entry] {
        self.entries
            .get(end * WIDTH..(end + 1) * WIDTH)
            .unwrap_or_default()
    }

    /// The cheapest sequence that ends at the end.
    fn best(&self) -> Best {
        let Some((mut parts, entry)) = self
            .row(self.length)
            .iter()
            .enumerate()
            .min_by(|one, other| one.1.cost.total_cmp(&other.1.cost))
        else {
            return Best {
                guesses: 0.0,
                parts: Vec::new(),
            };
        };
        let mut best = Best {
            guesses: entry.cost,
            parts: Vec::with_capacity(parts),
        };
        let mut end = self.length;
        while let Some(entry) = self.row(end).get(parts)
            && parts > 0
        {
            best.parts.push(entry.part);
            end = entry.part.start;
            parts -= 1;
        }
        best.parts.reverse();
        best
    }
}

#[cfg(test)]
mod tests {
    use super::cheapest;
    use crate::candidate::Candidate;
    use crate::explanation::Kind;
    use crate::work::Work;

    #[track_caller]
    fn check(
        length: usize,
        candidates: &[(usize, usize, f64)],
        guesses: f64,
        parts: &[(usize, usize)],
    ) {
        let candidates: Vec<_> = candidates
            .iter()
            .map(|&(start, end, guesses)| Candidate {
                start,
                end,
                guesses,
                kind: Kind::Year,
            })
            .collect();
        let best = cheapest(length, 0, &candidates, &mut Work::default());
        let found: Vec<_> = best
            .parts
            .iter()
            .map(|part| (part.start, part.end))
            .collect();
        assert_eq!(found, parts);
        assert!(
            (best.guesses - guesses).abs() < 1e-6 * guesses,
            "{}",
            best.guesses
        );
    }

    #[test]
    fn sequences() {
        check(1, &[], 12.0, &[(0, 1)]);
        check(10, &[], 1e10 + 1.0, &[(0, 10)]);
        check(10, &[(0, 10, 1.0)], 2.0, &[(0, 10)]);
        check(
            10,
            &[(0, 6, 1.0)],
            2.0 * 50.0 * 1e4 + 1e4,
            &[(0, 6), (6, 10)],
        );
        check(
            10,
            &[(3, 10, 1.0)],
            2.0 * 1e3 * 50.0 + 1e4,
            &[(0, 3), (3, 10)],
        );
        check(
            10,
            &[(1, 9, 1.0)],
            6.0 * 11.0 * 50.0 * 11.0 + 1e8,
            &[(0, 1), (1, 9), (9, 10)],
        );
        check(
            10,
            &[(0, 5, 1.0), (5, 10, 1.0), (0, 10, 9.0)],
            10.0,
            &[(0, 10)],
        );
        check(
            10,
            &[(0, 4, 60.0), (4, 10, 70.0), (1, 9, 1.0)],
            2.0 * 4200.0 + 1e4,
            &[(0, 4), (4, 10)],
        );
    }
}
