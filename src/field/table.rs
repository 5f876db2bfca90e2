//! The packed words and phrases of `data/field-words.toml`.

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
/// The target that silences the rest of a sentence.
pub(super) const QUIET: u8 = 65;
/// The first target that is no kind: words of somebody or something else.
pub(super) const ASIDE: u8 = 128;
/// The target of the first [`Whose`](super::Whose).
pub(super) const FIRST_WHOSE: u8 = 129;
/// The target of the first [`Purpose`](super::Purpose).
pub(super) const FIRST_PURPOSE: u8 = 160;

/// The number of a word in lower-case ASCII, also of its plural.
pub(super) fn number(word: &[u8]) -> u16 {
    let exact = exact(word);
    match word {
        [singular @ .., b's'] if exact == UNKNOWN && singular.len() > 2 => self::exact(singular),
        _ => exact,
    }
}

fn exact(word: &[u8]) -> u16 {
    let Some((first, rest)) = word.split_first() else {
        return UNKNOWN;
    };
    let mut records = records(*first);
    while let Some((length, after)) = records.split_first() {
        let Some((known, after)) = after.split_at_checked(usize::from(*length)) else {
            break;
        };
        let Some((number, after)) = after.split_first_chunk() else {
            break;
        };
        if known == rest {
            return u16::from_be_bytes(*number);
        }
        records = after;
    }
    UNKNOWN
}

/// The length of the longest known word that `run` begins with.
pub(super) fn longest(run: &[u8]) -> usize {
    (1..=run.len())
        .rev()
        .find(|&length| exact(run.get(..length).unwrap_or_default()) != UNKNOWN)
        .unwrap_or(0)
}

/// The records of the words that begin with this letter or digit.
fn records(first: u8) -> &'static [u8] {
    let place = match first {
        b'0'..=b'9' => u16::from(first - b'0'),
        b'a'..=b'z' => u16::from(first - b'a') + 10,
        _ => return &[],
    };
    between(&WORDS, &WORDS_OF, place)
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
    let mut records = between(&PHRASES, &PHRASES_OF, word);
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

fn between(table: &'static [u8], starts: &[u16], place: u16) -> &'static [u8] {
    let place = usize::from(place);
    match (starts.get(place), starts.get(place + 1)) {
        (Some(from), Some(to)) => table
            .get(usize::from(*from)..usize::from(*to))
            .unwrap_or_default(),
        _ => &[],
    }
}
