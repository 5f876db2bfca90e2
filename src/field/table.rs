//! The packed words and phrases of `data/field-words.toml`. Words are known by their hashes only:
//! what they say is in that file, how they are packed in `build/fields.rs`.

include!(concat!(env!("OUT_DIR"), "/fields.rs"));

/// A word's number; 0 is a word that no phrase has.
pub(super) const UNKNOWN: u16 = 0;
/// Words that may stand inside a phrase.
pub(super) const SKIPPED: u16 = 1;
/// After these words comes only an explanation.
pub(super) const TURNS: u16 = 2;
/// After these words comes the question itself.
pub(super) const ASKS: u16 = 3;

/// The target that is none of the kinds.
pub(super) const NONE: u8 = 64;
/// The target that silences the rest of a sentence; after it comes what is only read over.
pub(super) const QUIET: u8 = 65;
/// The first target that is no kind: words of somebody or something else.
pub(super) const ASIDE: u8 = 128;
/// The target of the first [`Whose`](super::Whose).
pub(super) const FIRST_WHOSE: u8 = 129;
/// The target of the first [`Purpose`](super::Purpose).
pub(super) const FIRST_PURPOSE: u8 = 160;

/// A word, letter by letter. Case does not matter, nor spaces between spelled letters.
#[derive(Clone, Copy)]
struct Hash(u32);

impl Hash {
    const EMPTY: Self = Self(HASH_START);

    fn with(self, letter: u8) -> Self {
        match letter {
            b' ' => self,
            _ => Self((self.0 ^ u32::from(letter | 32)).wrapping_mul(HASH_TIMES)),
        }
    }

    fn of(word: &[u8]) -> Self {
        word.iter()
            .fold(Self::EMPTY, |hash, letter| hash.with(*letter))
    }

    /// The number of the word.
    fn number(self) -> u16 {
        let wanted = self.0 >> HASH_SHIFT;
        // Words that go on with a phrase, those that only begin one, other spellings: each sorted.
        let mut place = 0u16;
        for end in [BEGINNERS, SPELLINGS, WORDS_END] {
            let mut known = 0;
            for gap in WORDS
                .get(usize::from(place)..usize::from(end))
                .unwrap_or_default()
            {
                known += u32::from(*gap);
                if known >= wanted {
                    break;
                }
                place += 1;
            }
            if known == wanted {
                let spelling = place.checked_sub(SPELLINGS);
                let number = spelling.and_then(|place| NUMBERS.get(usize::from(place)));
                return number.copied().unwrap_or(place + ASKS + 1);
            }
            place = end;
        }
        UNKNOWN
    }
}

/// The number of a word, also of its plural.
pub(super) fn number(word: &[u8]) -> u16 {
    match (Hash::of(word).number(), word) {
        (UNKNOWN, [singular @ .., b's' | b'S']) if singular.len() > 2 => {
            Hash::of(singular).number()
        }
        (number, _) => number,
    }
}

/// The length of the longest known word that `run` begins with.
pub(super) fn longest(run: &[u8]) -> usize {
    let (mut hash, mut longest) = (Hash::EMPTY, 0);
    for (place, letter) in run.iter().enumerate() {
        hash = hash.with(*letter);
        if hash.number() != UNKNOWN {
            longest = place + 1;
        }
    }
    longest
}

/// A phrase of the table.
pub(super) struct Phrase {
    /// The kind, by its place, or one of the targets above.
    pub(super) target: u8,
    /// 0 says, 1 suggests, 2 hints.
    pub(super) weight: u8,
    /// Its words after the first.
    pub(super) rest: &'static [u8],
}

/// The phrases that begin with a word, the longest first.
pub(super) fn phrases(word: u16) -> impl Iterator<Item = Phrase> {
    let word = usize::from(word);
    let start = LENGTHS_OF
        .iter()
        .take(word)
        .map(|length| usize::from(*length))
        .sum::<usize>();
    let length = LENGTHS_OF.get(word).copied().unwrap_or(0);
    let mut records = PHRASES
        .get(start..start + usize::from(length))
        .unwrap_or_default();
    std::iter::from_fn(move || {
        let [target, packed, after @ ..] = records else {
            return None;
        };
        let (rest, after) = after.split_at_checked(usize::from(packed & 15))?;
        records = after;
        Some(Phrase {
            target: *target,
            weight: packed >> 4,
            rest,
        })
    })
}
