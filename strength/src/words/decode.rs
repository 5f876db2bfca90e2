//! From the compressed file to the trie.
//!
//! The file, in this order: the number of words and of trie nodes (4 bytes each, lowest first); the
//! numbers of letters, lists and rank steps (1 byte each); the letters in order; the rank of each
//! step (2 bytes each); the weights of the first context's symbols (1 byte each); the coder's bytes,
//! which hold the weights of all other contexts' symbols, and then the words.

use super::LISTS;
use super::model::{
    END, HEAVIEST, LENGTHS, LOWEST, PRECISION, Shape, TABLES, WEIGHTS, frequencies,
};
use super::trie::{Builder, Trie};
use crate::explanation::List;

/// All words, each with its list and rank.
pub(crate) struct Words {
    pub(crate) trie: Trie,
    /// The rank of each step.
    ranks: Vec<u16>,
}

impl Words {
    /// The list and the rank behind a value of the trie.
    pub(crate) fn rank(&self, value: u16) -> Option<(List, u16)> {
        let value = usize::from(value);
        let list = *LISTS.get(value / self.ranks.len().max(1))?;
        let rank = *self.ranks.get(value % self.ranks.len().max(1))?;
        Some((list, rank))
    }

    /// Reads the file. A file that is cut off or damaged gives fewer words, never a panic.
    pub(crate) fn decode(bytes: &[u8]) -> Self {
        let mut reader = Reader { bytes, at: 0 };
        let words = reader.number(4);
        let nodes = reader.number(4);
        let letters = reader.number(1);
        let lists = reader.number(1);
        let steps = reader.number(1);
        let alphabet: Vec<u8> = (0..letters.saturating_sub(1))
            .map(|_| reader.byte())
            .collect();
        let ranks: Vec<u16> = (0..steps)
            .map(|_| u16::try_from(reader.number(2)).unwrap_or(u16::MAX))
            .collect();
        let shape = Shape::new(letters, lists, steps);
        let mut decoder = Decoder::new(&shape, &mut reader);
        let trie = decoder.words(&shape, &alphabet, words.min(1 << 20), nodes.min(1 << 22));
        Words { trie, ranks }
    }
}

struct Reader<'bytes> {
    bytes: &'bytes [u8],
    at: usize,
}

impl Reader<'_> {
    #[inline]
    fn byte(&mut self) -> u8 {
        let byte = self.bytes.get(self.at).copied().unwrap_or_default();
        self.at += 1;
        byte
    }

    fn number(&mut self, bytes: u32) -> usize {
        (0..bytes).fold(0, |number, place| {
            number | usize::from(self.byte()) << (8 * place)
        })
    }
}

/// A context's tables begin here.
#[derive(Clone, Copy)]
struct Table {
    first: usize,
    /// The last symbol.
    last: usize,
    /// Where its hints begin; a small context has none.
    hints: Option<usize>,
}

struct Decoder<'reader, 'bytes> {
    reader: &'reader mut Reader<'bytes>,
    state: u32,
    /// Where each symbol's slots begin, context after context.
    starts: Vec<u16>,
    /// For every sixteenth slot of each context, the symbol to begin the search with.
    hints: Vec<u8>,
    tables: Vec<Table>,
}

const HINT_BITS: u32 = 4;
const HINTS: usize = 1 << (PRECISION - HINT_BITS);

/// A context with as many symbols is searched from the beginning.
const FEW: usize = 4;

impl<'reader, 'bytes> Decoder<'reader, 'bytes> {
    fn new(shape: &Shape, reader: &'reader mut Reader<'bytes>) -> Self {
        let mut weights: Vec<u8> = (0..WEIGHTS).map(|_| reader.byte()).collect();
        let state = u32::try_from(reader.number(4)).unwrap_or_default();
        let mut decoder = Decoder {
            reader,
            state,
            starts: Vec::new(),
            hints: Vec::new(),
            tables: Vec::new(),
        };
        decoder.add(&weights);
        let mut zeros = 0;
        for size in shape.sizes() {
            weights.clear();
            for _ in 0..size {
                if zeros == 0 {
                    let symbol = decoder.symbol(TABLES);
                    if symbol <= HEAVIEST {
                        weights.push(u8::try_from(symbol).unwrap_or_default());
                        continue;
                    }
                    zeros = symbol - HEAVIEST;
                }
                zeros -= 1;
                weights.push(0);
            }
            decoder.add(&weights);
        }
        decoder
    }

    /// Adds a context with these weights.
    fn add(&mut self, weights: &[u8]) {
        let hinted = self.hints.len();
        let hints = weights.len() > FEW;
        if hints {
            self.hints.resize(hinted + HINTS, 0);
        }
        self.tables.push(Table {
            first: self.starts.len(),
            last: weights.len().saturating_sub(1),
            hints: hints.then_some(hinted),
        });
        let mut start = 0_u32;
        for (symbol, frequency) in (0_u8..).zip(frequencies(weights)) {
            self.starts.push(u16::try_from(start).unwrap_or(u16::MAX));
            // The hints that lie in this symbol's slots.
            let first = start.div_ceil(1 << HINT_BITS);
            start += frequency;
            for hint in first..start.div_ceil(1 << HINT_BITS) {
                let place = usize::try_from(hint).unwrap_or_default();
                if let Some(hint) = self.hints.get_mut(hinted + place) {
                    *hint = symbol;
                }
            }
        }
        self.starts.push(u16::try_from(start).unwrap_or(u16::MAX));
    }

    /// The next symbol in this context.
    #[inline(never)]
    fn symbol(&mut self, context: usize) -> usize {
        let Some(table) = self.tables.get(context).copied() else {
            return 0;
        };
        let slot = self.state & ((1 << PRECISION) - 1);
        let hint = usize::try_from(slot >> HINT_BITS).unwrap_or_default();
        let mut symbol = table
            .hints
            .and_then(|hints| self.hints.get(hints + hint))
            .map_or(0, |&symbol| usize::from(symbol));
        let start_of = |symbol: usize| {
            u32::from(
                self.starts
                    .get(table.first + symbol)
                    .copied()
                    .unwrap_or_default(),
            )
        };
        let mut start = start_of(symbol);
        let mut end = start_of(symbol + 1);
        while end <= slot && symbol < table.last {
            symbol += 1;
            start = end;
            end = start_of(symbol + 1);
        }
        self.state = end
            .wrapping_sub(start)
            .wrapping_mul(self.state >> PRECISION)
            .wrapping_add(slot)
            .wrapping_sub(start);
        while self.state < LOWEST && self.reader.at < self.reader.bytes.len() {
            self.state = self.state << 8 | u32::from(self.reader.byte());
        }
        symbol
    }

    fn words(&mut self, shape: &Shape, alphabet: &[u8], words: usize, nodes: usize) -> Trie {
        let mut builder = Builder::new(nodes);
        let mut word = Word::default();
        for _ in 0..words {
            self.word(shape, alphabet, &mut word, &mut builder);
        }
        builder.finish()
    }

    /// Reads one word. A function of its own, because JavaScript engines optimise what is called
    /// again and again, not a loop that is running.
    #[inline(never)]
    fn word(&mut self, shape: &Shape, alphabet: &[u8], word: &mut Word, builder: &mut Builder) {
        let dropped = self.symbol(shape.dropped(word.length, word.shared));
        let shared = word.length.saturating_sub(dropped);
        let replaced = if dropped == 0 {
            END
        } else {
            word.letter(shared)
        };
        let mut length = shared;
        let mut letter = self.symbol(shape.first(replaced, shared));
        while letter != END && length < LENGTHS {
            if let (Some(slot), Some(byte)) =
                (word.letters.get_mut(length), word.bytes.get_mut(length))
            {
                *slot = letter;
                *byte = alphabet.get(letter - 1).copied().unwrap_or_default();
            }
            length += 1;
            letter = self.symbol(shape.next(letter, length));
        }
        let last = length.checked_sub(1).map_or(END, |last| word.letter(last));
        word.list = self.symbol(shape.list(last, length, word.list));
        let rank = self.symbol(shape.rank(word.list, length));
        word.length = length;
        word.shared = shared;
        builder.push(
            shared,
            word.bytes.get(shared..length).unwrap_or_default(),
            u16::try_from(word.list * shape.ranks + rank).unwrap_or_default(),
        );
    }
}

/// The last word.
#[derive(Default)]
struct Word {
    letters: [usize; LENGTHS],
    bytes: [u8; LENGTHS],
    length: usize,
    /// How many letters it shared with the one before.
    shared: usize,
    list: usize,
}

impl Word {
    fn letter(&self, place: usize) -> usize {
        self.letters.get(place).copied().unwrap_or(END)
    }
}
