//! Digits and signs that stand for letters: `p@ssw0rd`.
//!
//! The table is that of zxcvbn. Where zxcvbn lists every combination of substitutions in advance (a
//! number that grows with the product of the choices, so that fifty characters take seconds), here
//! the walk through the word list decides at each character, and only where the list has such words.
//! Within a word a character always stands for the same thing.

use crate::combinations::{mixtures, real};

/// Which letters a character may stand for; the second is 0 if there is only one.
const TABLE: [(u8, [u8; 2]); 20] = [
    (b'4', [b'a', 0]),
    (b'@', [b'a', 0]),
    (b'8', [b'b', 0]),
    (b'(', [b'c', 0]),
    (b'{', [b'c', 0]),
    (b'[', [b'c', 0]),
    (b'<', [b'c', 0]),
    (b'3', [b'e', 0]),
    (b'6', [b'g', 0]),
    (b'9', [b'g', 0]),
    (b'1', [b'i', b'l']),
    (b'!', [b'i', 0]),
    (b'|', [b'i', b'l']),
    (b'7', [b'l', b't']),
    (b'0', [b'o', 0]),
    (b'$', [b's', 0]),
    (b'5', [b's', 0]),
    (b'+', [b't', 0]),
    (b'%', [b'x', 0]),
    (b'2', [b'z', 0]),
];

/// The place of each ASCII character in [`TABLE`], plus one.
const PLACES: [u8; 128] = places();

const fn places() -> [u8; 128] {
    let mut places = [0; 128];
    let mut at = 0_u8;
    while (at as usize) < TABLE.len() {
        places[TABLE[at as usize].0 as usize] = at + 1;
        at += 1;
    }
    places
}

/// What each look-alike of one word stands for: two bits for each row of the table.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Substitutions(u64);

/// Not met yet: 0. Itself: 1. The first letter: 2, the second: 3.
const ITSELF: u64 = 1;

/// The upper bit of every row: set where a letter was chosen.
const LETTERS: u64 = 0xAAAA_AAAA_AAAA_AAAA;

impl Substitutions {
    /// Does any look-alike stand for a letter?
    pub(crate) fn any(self) -> bool {
        self.0 & LETTERS != 0
    }

    /// With `symbol` as itself; `None` if it stood for a letter before.
    pub(crate) fn literally(self, symbol: u8) -> Option<Self> {
        match place(symbol) {
            None => Some(self),
            Some(place) => self.with(place, ITSELF),
        }
    }

    /// With `symbol` as each letter that it can stand for here.
    #[inline(never)]
    pub(crate) fn as_letters(self, symbol: u8) -> [Option<(Self, u8)>; 2] {
        let Some((place, row)) = place(symbol).and_then(|place| Some((place, TABLE.get(place)?)))
        else {
            return [None; 2];
        };
        let letter = |choice, letter| match letter {
            0 => None,
            _ => Some((self.with(place, choice)?, letter)),
        };
        [letter(2, row.1[0]), letter(3, row.1[1])]
    }

    fn with(self, place: usize, choice: u64) -> Option<Self> {
        let shift = 2 * place;
        match self.0 >> shift & 3 {
            0 => Some(Substitutions(self.0 | choice << shift)),
            before if before == choice => Some(self),
            _ => None,
        }
    }

    /// By how much the substitutions in `word` (in symbols, as typed) multiply the guesses.
    ///
    /// A look-alike that is used throughout doubles them; beside the letter itself, every mixture
    /// has to be tried.
    #[inline(never)]
    pub(crate) fn variations(self, word: &[u8]) -> f64 {
        let mut variations = 1.0;
        for (place, (look_alike, letters)) in TABLE.into_iter().enumerate() {
            let letter = match self.0 >> (2 * place) & 3 {
                2 => letters[0],
                3 => letters[1],
                _ => continue,
            };
            let count = |wanted: u8| {
                let matching = word.iter().copied().filter(|symbol| *symbol == wanted);
                matching.count()
            };
            let mixed = mixtures(count(look_alike), count(letter));
            variations *= if mixed > 0.0 { mixed } else { real(2) };
        }
        variations
    }
}

fn place(symbol: u8) -> Option<usize> {
    let place = *PLACES.get(usize::from(symbol))?;
    usize::from(place).checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::Substitutions;

    fn letters(symbol: u8) -> Vec<u8> {
        Substitutions::default()
            .as_letters(symbol)
            .into_iter()
            .flatten()
            .map(|(_, letter)| letter)
            .collect()
    }

    #[test]
    fn what_stands_for_what() {
        for (symbol, expected) in [
            ('4', "a"),
            ('@', "a"),
            ('1', "il"),
            ('|', "il"),
            ('7', "lt"),
            ('2', "z"),
            ('%', "x"),
            ('a', ""),
            ('#', ""),
        ] {
            assert_eq!(letters(symbol as u8), expected.as_bytes(), "{symbol}");
        }
        assert_eq!(letters(200), b"");
    }

    #[test]
    fn a_look_alike_keeps_its_meaning_within_a_word() {
        let none = Substitutions::default();
        let (as_i, _) = none.as_letters(b'1')[0].unwrap();
        assert!(as_i.any() && !none.any());
        assert!(as_i.literally(b'1').is_none());
        assert!(as_i.literally(b'!').is_some());
        assert_eq!(as_i.as_letters(b'1').iter().flatten().count(), 1);
        let literal = none.literally(b'1').unwrap();
        assert_eq!(literal.as_letters(b'1').iter().flatten().count(), 0);
        assert!(!literal.any());
    }

    #[test]
    fn variations() {
        for (word, symbols, expected) in [
            ("p4ss", "4", 2.0),
            ("4444", "4", 2.0),
            ("4a", "4", 2.0),
            ("4aa4", "4", 10.0),
            ("4aaa", "4", 4.0),
            ("p@$$", "@$", 4.0),
            ("pass", "", 1.0),
        ] {
            let mut substitutions = Substitutions::default();
            for symbol in symbols.bytes() {
                substitutions = substitutions.as_letters(symbol)[0].unwrap().0;
            }
            let found = substitutions.variations(word.as_bytes());
            assert!((found - expected).abs() < 1e-9, "{word}: {found}");
        }
    }
}
