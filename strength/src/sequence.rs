//! Characters that follow each other in steps of one size: `abcd`, `9753`, `γβα`.
//!
//! Steps are differences between code points, so that every alphabet counts. A repeated character
//! at the beginning belongs to the sequence behind it (`1123`).

use std::ops::Range;

use crate::candidate::Candidate;
use crate::combinations::real;
use crate::explanation::Kind;
use crate::password::Password;
use crate::work::Work;

/// Wider steps are no sequence.
const WIDEST: i64 = 5;

/// Adds every sequence in `range` of the password.
#[inline(never)]
pub(crate) fn find(
    password: &Password,
    range: &Range<usize>,
    found: &mut Vec<Candidate>,
    work: &mut Work,
) {
    let Some(characters) = password.characters().get(range.clone()) else {
        return;
    };
    work.add(characters.len());
    let mut start = 0;
    let mut step = 0;
    for (place, pair) in characters.windows(2).enumerate() {
        let [one, other] = pair else { continue };
        let next = i64::from(u32::from(*other)) - i64::from(u32::from(*one));
        if step == 0 {
            step = next;
        }
        if step != next {
            push(characters, range.start, start..place + 1, step, found);
            start = place;
            step = next;
        }
    }
    push(
        characters,
        range.start,
        start..characters.len(),
        step,
        found,
    );
}

fn push(
    characters: &[char],
    offset: usize,
    range: Range<usize>,
    step: i64,
    found: &mut Vec<Candidate>,
) {
    let long_enough = range.len() > 2 || (range.len() == 2 && step.abs() == 1);
    if !long_enough || step == 0 || step.abs() > WIDEST {
        return;
    }
    // The obvious ends of alphabet and digits come first; an alphabet has 26 letters, more or less.
    let first = match characters.get(range.start) {
        Some('a' | 'A' | 'z' | 'Z' | '0' | '1' | '9') => 4.0,
        Some('0'..='9') => 10.0,
        _ => 26.0,
    };
    let ascending = step > 0;
    let directions = if ascending { 1.0 } else { 2.0 };
    found.push(Candidate {
        start: offset + range.start,
        end: offset + range.end,
        guesses: first * directions * real(range.len()),
        kind: Kind::Sequence { ascending },
    });
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::candidate::places;

    #[test]
    fn rows() {
        for (text, expected) in [
            ("", vec![]),
            ("0", vec![]),
            ("ac", vec![]),
            ("ab", vec![(0, 2, 8.0)]),
            ("ba", vec![(0, 2, 104.0)]),
            ("abc", vec![(0, 3, 12.0)]),
            ("cba", vec![(0, 3, 156.0)]),
            ("97531", vec![(0, 5, 40.0)]),
            ("jklm", vec![(0, 4, 104.0)]),
            ("γδεζ", vec![(0, 4, 104.0)]),
            ("agmsy", vec![]),
            ("afkpu", vec![(0, 5, 20.0)]),
            (
                "abcdb975zy",
                vec![(0, 4, 16.0), (5, 8, 24.0), (8, 10, 16.0)],
            ),
            ("1123", vec![(0, 4, 16.0)]),
            ("aaa", vec![]),
        ] {
            assert_eq!(places(find, text), expected, "{text}");
        }
    }
}
