//! What the compressed word lists know about words: which contexts there are, and how frequencies
//! are written. The decoder and the test that writes the file share this.
//!
//! A sorted list is written word by word: how many of the last word's letters are dropped, the
//! letters that follow, the list, and the rank. Each of these symbols is coded with the frequencies
//! of its context, which the file holds, by an asymmetric numeral system with one state (rANS,
//! Duda 2013; in the form of Giesen's `rans_byte`).

/// The end of a word, as a letter.
pub(crate) const END: usize = 0;

/// Frequencies in a context add up to `1 << PRECISION`.
pub(crate) const PRECISION: u32 = 12;

/// The state of the coder is never below this.
pub(crate) const LOWEST: u32 = 1 << 23;

/// The first context, by which the frequencies of the others are written.
pub(crate) const TABLES: usize = 0;

/// The greatest weight of a symbol: see [`frequencies`].
pub(crate) const HEAVIEST: usize = 48;

/// The longest run of symbols without weight.
pub(crate) const LONGEST_RUN: usize = 64;

/// What frequencies are written with: a weight as itself, a run as its length above [`HEAVIEST`].
pub(crate) const WEIGHTS: usize = 1 + HEAVIEST + LONGEST_RUN;

/// Longest word, plus one.
pub(crate) const LENGTHS: usize = 24;

/// How the file is laid out: sizes that follow from the numbers in its head.
#[derive(Clone, Copy)]
pub(crate) struct Shape {
    /// Letters, the end included.
    pub(crate) letters: usize,
    /// Lists.
    pub(crate) lists: usize,
    /// Steps of rank.
    pub(crate) ranks: usize,
    /// The number of the first context of each kind.
    bases: [usize; 5],
}

const DROP_LENGTHS: usize = 13;
const DROP_SHARED: usize = 8;
const FIRST_DEPTHS: usize = 2;
const NEXT_DEPTHS: usize = 5;
const LIST_LENGTHS: usize = 6;
const RANK_LENGTHS: usize = 5;

impl Shape {
    /// The layout for these numbers.
    pub(crate) fn new(letters: usize, lists: usize, ranks: usize) -> Self {
        let mut shape = Shape {
            letters,
            lists,
            ranks,
            bases: [0; 5],
        };
        let mut base = TABLES + 1;
        for ((contexts, _), place) in shape.kinds().into_iter().zip(&mut shape.bases) {
            *place = base;
            base += contexts;
        }
        shape
    }

    /// How many letters of the last word go: by its length and by what it shared with the one
    /// before.
    pub(crate) fn dropped(&self, length: usize, shared: usize) -> usize {
        self.bases[0] + length.min(DROP_LENGTHS - 1) * DROP_SHARED + shared.min(DROP_SHARED - 1)
    }

    /// The first letter that differs: by the letter that the last word had there, and by depth.
    pub(crate) fn first(&self, replaced: usize, depth: usize) -> usize {
        self.bases[1] + depth.min(FIRST_DEPTHS - 1) * self.letters + replaced
    }

    /// A further letter: by the letter before it, and by depth.
    pub(crate) fn next(&self, before: usize, depth: usize) -> usize {
        self.bases[2] + (depth / 2).min(NEXT_DEPTHS - 1) * self.letters + before
    }

    /// The list: by last letter, length, and the list of the word before.
    pub(crate) fn list(&self, last: usize, length: usize, before: usize) -> usize {
        self.bases[3]
            + (before * LIST_LENGTHS + (length / 2).min(LIST_LENGTHS - 1)) * self.letters
            + last
    }

    /// The rank: by list and length.
    pub(crate) fn rank(&self, list: usize, length: usize) -> usize {
        self.bases[4] + (length / 2).min(RANK_LENGTHS - 1) * self.lists + list
    }

    /// Contexts and symbols of each kind, in the order of the file.
    fn kinds(&self) -> [(usize, usize); 5] {
        [
            (DROP_LENGTHS * DROP_SHARED, LENGTHS),
            (FIRST_DEPTHS * self.letters, self.letters),
            (NEXT_DEPTHS * self.letters, self.letters),
            (self.lists * LIST_LENGTHS * self.letters, self.lists),
            (RANK_LENGTHS * self.lists, self.ranks),
        ]
    }

    /// How many symbols each context after the first has, in the order of the file.
    pub(crate) fn sizes(&self) -> impl Iterator<Item = usize> {
        self.kinds()
            .into_iter()
            .flat_map(|(contexts, symbols)| std::iter::repeat_n(symbols, contexts))
    }
}

/// The weight behind a written byte: about two to the power of a quarter of it.
fn weight(byte: u8) -> u32 {
    const QUARTERS: [u32; 4] = [16, 19, 23, 27];
    match byte {
        0 => 0,
        _ => QUARTERS[usize::from(byte) % 4] << (u32::from(byte) / 4),
    }
}

/// The frequencies behind a context's written bytes: none is lost, and they add up. Empty if no
/// symbol ever stands in this context.
pub(crate) fn frequencies(bytes: &[u8]) -> Vec<u32> {
    let total: u32 = bytes.iter().map(|&byte| weight(byte)).sum();
    if total == 0 {
        return Vec::new();
    }
    let whole = 1_u64 << PRECISION;
    let mut found: Vec<u32> = bytes
        .iter()
        .map(|&byte| match weight(byte) {
            0 => 0,
            some => {
                let share = u64::from(some) * whole / u64::from(total);
                u32::try_from(share).unwrap_or_default().max(1)
            }
        })
        .collect();
    // What rounding left over, or took, is the most frequent symbol's.
    let sum: u32 = found.iter().sum();
    if let Some(most) = found.iter_mut().max_by_key(|frequency| **frequency) {
        *most = (*most + (1 << PRECISION)).saturating_sub(sum);
    }
    found
}
