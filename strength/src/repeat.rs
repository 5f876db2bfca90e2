//! The same characters several times over: `aaa`, `abcabcabc`.
//!
//! zxcvbn looks for a repeat with two backtracking expressions, one greedy and one lazy, at the
//! first place where there is any, takes the longer of the two, and goes on behind it. The same is
//! found here from the lengths that each suffix has in common with its own beginning (the Z
//! function), in a number of steps that is at most quadratic in at most a hundred characters.

use std::ops::Range;

use crate::work::Work;

/// A repeat: where, and how long the part is that is repeated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Repeat {
    pub(crate) range: Range<usize>,
    pub(crate) unit: usize,
}

/// Every repeat in `range`, one behind the other.
#[inline(never)]
pub(crate) fn find(characters: &[char], range: &Range<usize>, work: &mut Work) -> Vec<Repeat> {
    let mut repeats = Vec::new();
    let mut common = Vec::with_capacity(range.len());
    let mut start = range.start;
    while start + 1 < range.end {
        let Some(suffix) = characters.get(start..range.end) else {
            break;
        };
        work.add(suffix.len());
        // Most characters do not come again: no repeat starts there.
        let comes_again = suffix
            .first()
            .is_some_and(|first| suffix.iter().skip(1).any(|other| other == first));
        let found = if comes_again {
            common_lengths(suffix, &mut common);
            longest(&common)
        } else {
            None
        };
        match found {
            Some((length, unit)) => {
                repeats.push(Repeat {
                    range: start..start + length,
                    unit,
                });
                start += length;
            }
            None => start += 1,
        }
    }
    repeats
}

/// For each place, how many characters from there equal those from the beginning.
fn common_lengths(text: &[char], common: &mut Vec<usize>) {
    common.clear();
    common.resize(text.len(), 0);
    // The part that reaches farthest of those known to equal the beginning.
    let (mut left, mut right) = (0, 0);
    for place in 1..text.len() {
        let mut length = if place < right {
            common
                .get(place - left)
                .copied()
                .unwrap_or_default()
                .min(right - place)
        } else {
            0
        };
        while text.get(length).is_some() && text.get(length) == text.get(place + length) {
            length += 1;
        }
        if place + length > right {
            (left, right) = (place, place + length);
        }
        if let Some(slot) = common.get_mut(place) {
            *slot = length;
        }
    }
}

/// The repeat at the beginning of a text with these lengths in common: its length and its unit.
fn longest(common: &[usize]) -> Option<(usize, usize)> {
    let total = |unit: usize| {
        let length = *common.get(unit)?;
        (length >= unit).then(|| unit * (1 + length / unit))
    };
    let half = common.len() / 2;
    let (lazy_unit, lazy) = (1..=half).find_map(|unit| Some((unit, total(unit)?)))?;
    let greedy = (1..=half).rev().find_map(total)?;
    if greedy <= lazy {
        return Some((lazy, lazy_unit));
    }
    // The greedy unit may be a repeat itself: take the shortest unit that fills the same length.
    let unit = (1..=greedy / 2).find(|&unit| {
        greedy.is_multiple_of(unit)
            && common
                .get(unit)
                .is_some_and(|&length| length + unit >= greedy)
    })?;
    Some((greedy, unit))
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::work::Work;

    #[test]
    fn rows() {
        for (text, expected) in [
            ("", vec![]),
            ("a", vec![]),
            ("#", vec![]),
            ("ab", vec![]),
            ("aa", vec![(0, 2, 1)]),
            ("aaaaa", vec![(0, 5, 1)]),
            ("abab", vec![(0, 4, 2)]),
            ("aabaab", vec![(0, 6, 3)]),
            ("aabaabaabaab", vec![(0, 12, 3)]),
            ("abababab", vec![(0, 8, 2)]),
            (
                "BBB1111aaaaa@@@@@@",
                vec![(0, 3, 1), (3, 7, 1), (7, 12, 1), (12, 18, 1)],
            ),
            (
                "2818BBBbzsdf1111@*&@!aaaaaEUDA@@@@@@1729",
                vec![(4, 7, 1), (12, 16, 1), (21, 26, 1), (30, 36, 1)],
            ),
            ("xyzxyzx", vec![(0, 6, 3)]),
            ("éé", vec![(0, 2, 1)]),
            ("aA", vec![]),
        ] {
            let characters: Vec<char> = text.chars().collect();
            let found: Vec<_> = find(&characters, &(0..characters.len()), &mut Work::default())
                .into_iter()
                .map(|repeat| (repeat.range.start, repeat.range.end, repeat.unit))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
