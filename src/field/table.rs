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
pub(super) const NONE: u8 = 47;
/// The target that silences the rest of a sentence; after it comes what is only read over.
pub(super) const QUIET: u8 = 65;
/// The target after which the rest of a sentence asks for what somebody remembers.
pub(super) const RECALLS: u8 = 67;
/// The first target that is no kind: words of somebody or something else.
pub(super) const ASIDE: u8 = 128;
/// The target of the first [`Whose`](super::Whose).
pub(super) const FIRST_WHOSE: u8 = 129;
/// The target of the first [`Purpose`](super::Purpose).
pub(super) const FIRST_PURPOSE: u8 = 160;
/// The target behind them: what has receipts, visas and the like of its own.
pub(super) const ELSEWHERE: u8 = 169;

/// A word, letter by letter. Case does not matter, nor what stands between spelled letters.
#[derive(Clone, Copy)]
pub(super) struct Hash(u32);

impl Hash {
    const EMPTY: Self = Self(HASH_START);

    const fn with(self, letter: u8) -> Self {
        match letter {
            b' ' | b'.' => self,
            _ => Self((self.0 ^ (letter | 32) as u32).wrapping_mul(HASH_TIMES)),
        }
    }

    pub(super) const fn of(mut word: &[u8]) -> Self {
        let mut hash = Self::EMPTY;
        while let [letter, rest @ ..] = word {
            hash = hash.with(*letter);
            word = rest;
        }
        hash
    }

    /// Enough of it to tell few words apart.
    pub(super) const fn short(self) -> u16 {
        (self.0 >> 16) as u16
    }

    /// The number of the word.
    fn number(self) -> u16 {
        let hash = self.0 >> HASH_SHIFT;
        let (bucket, wanted) = (hash >> BUCKET_SHIFT, hash % (1 << BUCKET_SHIFT));
        let bucket = bucket as usize;
        let byte = |bytes: &[u8], at: usize| bytes.get(at).copied().unwrap_or(0);
        let [low, high] = &WORDS;
        let mut class = 0;
        for begins in &BUCKETS {
            let begin = |bucket| class + usize::from(byte(begins, bucket));
            let mut known = 0;
            for place in begin(bucket)..begin(bucket + 1) {
                known += u32::from(u16::from_le_bytes([byte(low, place), byte(high, place)]));
                if known == wanted {
                    let spelling = place.checked_sub(SPELLINGS);
                    let number = spelling.and_then(|place| NUMBERS.get(place));
                    let own = u16::try_from(place).unwrap_or(UNKNOWN) + ASKS + 1;
                    return number.map_or(own, |number| u16::from(*number));
                }
            }
            class = begin(BUCKET_COUNT);
        }
        UNKNOWN
    }
}

/// Few words by their short hashes.
pub(super) const fn hashes<const N: usize>(words: [&str; N]) -> [u16; N] {
    let mut hashes = [0; N];
    let mut place = 0;
    while place < N {
        hashes[place] = Hash::of(words[place].as_bytes()).short();
        place += 1;
    }
    hashes
}

/// The number of a word, also of its plural.
pub(super) fn number(word: &[u8]) -> u16 {
    match (Hash::of(word).number(), word) {
        (UNKNOWN, [singular @ .., b's' | b'S']) if singular.len() > 1 => {
            Hash::of(singular).number()
        }
        (number, _) => number,
    }
}

/// The length of the longest known word that `run` begins with.
pub(super) fn longest(run: &[u8]) -> usize {
    let (mut hash, mut longest) = (Hash::EMPTY, 0);
    for (place, letter) in run.iter().take(LONGEST_WORD).enumerate() {
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
    /// 0 says, 1 suggests, 2 hints, 3 denies, 4 says where no other word follows.
    pub(super) weight: u8,
    /// Its words after the first.
    pub(super) rest: &'static [u8],
}

/// The phrases that begin with a word, the longest first.
pub(super) fn phrases(word: u16) -> impl Iterator<Item = Phrase> {
    let word = usize::from(word);
    let before = LENGTHS_OF.iter().take(word).skip(word / STRIDE * STRIDE);
    let start = STARTS
        .get(word / STRIDE)
        .map_or(0, |start| usize::from(*start))
        + before.map(|length| usize::from(*length)).sum::<usize>();
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
