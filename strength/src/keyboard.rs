//! Walks over neighbouring keys: `qwerty`, `zxcvfr`, `159`.
//!
//! Keyboards are given by their rows; who neighbours whom follows from the keys' places. A walk of
//! three keys or more is as good as the number of walks of its length with as many turns or fewer,
//! from any key (Wheeler 2016, section 4.4), times the ways to hold the shift key.

use std::ops::Range;

use crate::candidate::Candidate;
use crate::combinations::{mixtures, real};
use crate::explanation::{Kind, Layout};
use crate::password::Password;
use crate::work::Work;

/// A row: the column of its first key, its keys, and the same keys with shift.
type Row = (u8, &'static [u8], &'static [u8]);

/// Rows are shifted by half a key: each key has six neighbours.
const QWERTY: [Row; 4] = [
    (0, b"`1234567890-=", b"~!@#$%^&*()_+"),
    (1, b"qwertyuiop[]\\", b"QWERTYUIOP{}|"),
    (1, b"asdfghjkl;'", b"ASDFGHJKL:\""),
    (1, b"zxcvbnm,./", b"ZXCVBNM<>?"),
];

const DVORAK: [Row; 4] = [
    (0, b"`1234567890[]", b"~!@#$%^&*(){}"),
    (1, b"',.pyfgcrl/=\\", b"\"<>PYFGCRL?+|"),
    (1, b"aoeuidhtns-", b"AOEUIDHTNS_"),
    (1, b";qjkxbmwvz", b":QJKXBMWVZ"),
];

/// Keys stand in a square grid: each has eight neighbours.
const KEYPAD: [Row; 5] = [
    (1, b"/*-", b""),
    (0, b"789+", b""),
    (0, b"456", b""),
    (0, b"123", b""),
    (1, b"0.", b""),
];

const MAC_KEYPAD: [Row; 5] = [
    (1, b"=/*", b""),
    (0, b"789-", b""),
    (0, b"456+", b""),
    (0, b"123", b""),
    (1, b"0.", b""),
];

/// A key's place: row and column, and whether the character takes the shift key.
#[derive(Clone, Copy)]
struct Key {
    row: i8,
    column: i8,
    shifted: bool,
}

/// The key of each ASCII character, if it has one.
type Keys = [Option<Key>; 128];

struct Keyboard {
    layout: Layout,
    keys: Keys,
    /// Steps in rows and columns to the neighbours.
    neighbours: &'static [(i8, i8)],
    /// From how many characters a walk can start.
    starts: f64,
    /// How many neighbours a key has on average, rounded down.
    degree: f64,
}

const SLANTED: &[(i8, i8)] = &[(0, -1), (-1, 0), (-1, 1), (0, 1), (1, 0), (1, -1)];

const ALIGNED: &[(i8, i8)] = &[
    (0, -1),
    (-1, -1),
    (-1, 0),
    (-1, 1),
    (0, 1),
    (1, 1),
    (1, 0),
    (1, -1),
];

static KEYBOARDS: [Keyboard; 4] = [
    Keyboard {
        layout: Layout::Qwerty,
        keys: keys(&QWERTY),
        neighbours: SLANTED,
        starts: 94.0,
        degree: 4.0,
    },
    Keyboard {
        layout: Layout::Dvorak,
        keys: keys(&DVORAK),
        neighbours: SLANTED,
        starts: 94.0,
        degree: 4.0,
    },
    Keyboard {
        layout: Layout::Keypad,
        keys: keys(&KEYPAD),
        neighbours: ALIGNED,
        starts: 15.0,
        degree: 5.0,
    },
    Keyboard {
        layout: Layout::MacKeypad,
        keys: keys(&MAC_KEYPAD),
        neighbours: ALIGNED,
        starts: 15.0,
        degree: 5.0,
    },
];

const fn keys(rows: &[Row]) -> Keys {
    let mut keys: Keys = [None; 128];
    let mut row = 0;
    while row < rows.len() {
        let (column, plain, shifted) = rows[row];
        place(&mut keys, row, column, plain, false);
        place(&mut keys, row, column, shifted, true);
        row += 1;
    }
    keys
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "evaluated when compiling; no keyboard has 128 rows or columns"
)]
const fn place(keys: &mut Keys, row: usize, column: u8, characters: &[u8], shifted: bool) {
    let mut at = 0;
    while at < characters.len() {
        keys[characters[at] as usize] = Some(Key {
            row: row as i8,
            column: (column as usize + at) as i8,
            shifted,
        });
        at += 1;
    }
}

impl Keyboard {
    fn key(&self, character: char) -> Option<Key> {
        let place = usize::try_from(u32::from(character)).ok()?;
        self.keys.get(place).copied().flatten()
    }

    /// In which direction `to` lies, if it is a neighbour.
    fn direction(&self, from: Key, to: Key) -> Option<usize> {
        let step = (to.row - from.row, to.column - from.column);
        self.neighbours.iter().position(|&other| other == step)
    }

    fn guesses(&self, length: usize, turns: usize, shifted: usize) -> f64 {
        let mut guesses = 0.0;
        for steps in 1..length {
            // C(steps, turn - 1) * starts * degree ^ turn, for each number of turns.
            let mut ways = self.starts * self.degree;
            for turn in 1..=turns.min(steps) {
                guesses += ways;
                ways = ways * self.degree * real(steps + 1 - turn) / real(turn);
            }
        }
        let unshifted = length.saturating_sub(shifted);
        match (shifted, unshifted) {
            (0, _) => guesses,
            (_, 0) => guesses * 2.0,
            _ => guesses * mixtures(shifted, unshifted),
        }
    }
}

/// Adds every walk in `range` of the password.
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
    for keyboard in &KEYBOARDS {
        let mut start = 0;
        while start + 2 < characters.len() {
            let (length, turns, shifted) = walk(keyboard, characters.get(start..).unwrap_or(&[]));
            work.add(length);
            if length > 2 {
                work.add(length * turns.min(length));
                found.push(Candidate {
                    start: range.start + start,
                    end: range.start + start + length,
                    guesses: keyboard.guesses(length, turns, shifted),
                    kind: Kind::Keyboard {
                        layout: keyboard.layout,
                        turns: u8::try_from(turns).unwrap_or(u8::MAX),
                    },
                });
            }
            start += length;
        }
    }
}

/// The walk at the beginning of `characters`: how many keys, turns, and keys with shift.
fn walk(keyboard: &Keyboard, characters: &[char]) -> (usize, usize, usize) {
    let mut length = 1;
    let mut turns = 0;
    let mut last = None;
    let first = characters.first().and_then(|&first| keyboard.key(first));
    let mut shifted = usize::from(first.is_some_and(|key| key.shifted));
    let mut from = first;
    for &character in characters.iter().skip(1) {
        let to = keyboard.key(character);
        let (Some(one), Some(other)) = (from, to) else {
            break;
        };
        let Some(direction) = keyboard.direction(one, other) else {
            break;
        };
        length += 1;
        shifted += usize::from(other.shifted);
        if last != Some(direction) {
            turns += 1;
            last = Some(direction);
        }
        from = to;
    }
    (length, turns, shifted)
}

#[cfg(test)]
mod tests {
    use super::{KEYBOARDS, find};
    use crate::candidate::found;
    use crate::explanation::{Kind, Layout};

    #[track_caller]
    fn check(text: &str, expected: &[(usize, usize, Layout, u8)]) {
        let found: Vec<_> = found(find, text)
            .iter()
            .filter_map(|candidate| match candidate.kind {
                Kind::Keyboard { layout, turns } => {
                    Some((candidate.start, candidate.end, layout, turns))
                }
                _ => None,
            })
            .collect();
        // Other keyboards may find shorter walks in the same text.
        assert_eq!(found.is_empty(), expected.is_empty(), "{text}");
        for walk in expected {
            assert!(found.contains(walk), "{text}: {found:?}");
        }
    }

    #[test]
    fn walks() {
        check("", &[]);
        check("/", &[]);
        check("qw", &[]);
        check("qwe", &[(0, 3, Layout::Qwerty, 1)]);
        check(
            "1234567",
            &[
                (0, 7, Layout::Qwerty, 1),
                (0, 7, Layout::Dvorak, 1),
                (0, 3, Layout::Keypad, 1),
                (3, 6, Layout::Keypad, 1),
                (0, 3, Layout::MacKeypad, 1),
                (3, 6, Layout::MacKeypad, 1),
            ],
        );
        check("@WSX", &[(0, 4, Layout::Qwerty, 1)]);
        check(
            "6tfGHJ",
            &[(0, 6, Layout::Qwerty, 2), (2, 5, Layout::Dvorak, 2)],
        );
        check(
            "hGFd",
            &[(0, 4, Layout::Qwerty, 1), (0, 4, Layout::Dvorak, 3)],
        );
        check("/;p09876yhn", &[(0, 11, Layout::Qwerty, 3)]);
        check("Xdr%", &[(0, 4, Layout::Qwerty, 1)]);
        check("15*", &[]);
        check("aoEP%yIxkjq:", &[(0, 12, Layout::Dvorak, 4)]);
        check(";qoaOQ:Aoq;a", &[(0, 12, Layout::Dvorak, 11)]);
    }

    /// The published figures: 94 characters with 4.6 neighbours, 15 with 5.1. The Mac's has one more
    /// key, and counts like the other.
    #[test]
    fn keyboards_count_what_they_claim() {
        for (keyboard, characters, neighbours) in [
            (&KEYBOARDS[0], 94, 432),
            (&KEYBOARDS[1], 94, 432),
            (&KEYBOARDS[2], 15, 76),
            (&KEYBOARDS[3], 16, 84),
        ] {
            let keys: Vec<_> = keyboard.keys.iter().flatten().collect();
            assert_eq!(keys.len(), characters);
            let found = keys
                .iter()
                .flat_map(|from| {
                    keys.iter()
                        .filter(|to| !to.shifted && keyboard.direction(**from, ***to).is_some())
                })
                .count();
            assert_eq!(found, neighbours);
        }
    }
}
