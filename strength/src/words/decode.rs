//! From the compressed file to tries, one for each first letter, when it is first asked for: a
//! password needs only some of them, and the first answer must not take long.
//!
//! The file, in this order (numbers lowest byte first): the numbers of letters, lists and rank steps
//! (1 byte each); the letters in order; the rank of each step (2 bytes each); the weights of the
//! first context's symbols (1 byte each); for the weights of all other contexts, and then for the
//! words of each first letter, the numbers of words, of trie nodes and of bytes (2 bytes each); the
//! coder's bytes of these in the same order.

use std::sync::OnceLock;

use super::LISTS;
use super::model::{
    END, HEAVIEST, LENGTHS, LOWEST, PRECISION, Shape, TABLES, WEIGHTS, frequencies,
};
use super::trie::{Builder, Trie};
use crate::explanation::List;

/// All words, each with its list and rank.
pub(crate) struct Words {
    shape: Shape,
    tables: Tables,
    alphabet: Vec<u8>,
    /// The rank of each step.
    ranks: Vec<u16>,
    /// For each letter of the alphabet the words that begin with it.
    parts: Vec<Part>,
}

/// The words with the same first letter.
struct Part {
    words: usize,
    nodes: usize,
    bytes: &'static [u8],
    trie: OnceLock<Trie>,
}

impl Words {
    /// The list and the rank behind a value of a trie.
    pub(crate) fn rank(&self, value: u16) -> Option<(List, u16)> {
        let value = usize::from(value);
        let list = *LISTS.get(value / self.ranks.len().max(1))?;
        let rank = *self.ranks.get(value % self.ranks.len().max(1))?;
        Some((list, rank))
    }

    /// The words that begin with `symbol`.
    pub(crate) fn beginning_with(&self, symbol: u8) -> Option<&Trie> {
        let letter = self.alphabet.iter().position(|&other| other == symbol)?;
        let part = self.parts.get(letter)?;
        Some(part.trie.get_or_init(|| {
            Decoder::new(&self.tables, part.bytes).words(self, part.words, part.nodes)
        }))
    }

    /// Reads the file up to its words. A file that is cut off or damaged gives fewer words, never a
    /// panic.
    pub(crate) fn read(bytes: &'static [u8]) -> Self {
        let mut reader = Reader { bytes, at: 0 };
        let letters = reader.number(1);
        let lists = reader.number(1);
        let steps = reader.number(1);
        let alphabet: Vec<u8> = (1..letters).map(|_| reader.byte()).collect();
        let ranks: Vec<u16> = (0..steps)
            .map(|_| u16::try_from(reader.number(2)).unwrap_or(u16::MAX))
            .collect();
        let weights: Vec<u8> = (0..WEIGHTS).map(|_| reader.byte()).collect();
        let sizes: Vec<[usize; 3]> = (0..letters)
            .map(|_| [2, 2, 2].map(|bytes| reader.number(bytes)))
            .collect();
        let mut parts = sizes.into_iter().map(|[words, nodes, size]| {
            let bytes = bytes.get(reader.at..reader.at + size).unwrap_or_default();
            reader.at += size;
            Part {
                words,
                nodes,
                bytes,
                trie: OnceLock::new(),
            }
        });
        let shape = Shape::new(letters, lists, steps);
        let tables = Tables::read(
            &shape,
            &weights,
            parts.next().map_or(&[], |part| part.bytes),
        );
        Words {
            shape,
            tables,
            alphabet,
            ranks,
            parts: parts.collect(),
        }
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
    /// Its first entry.
    first: usize,
    /// Where its hints begin; a small context has none.
    hints: Option<usize>,
}

/// The frequencies of all contexts.
#[derive(Default)]
struct Tables {
    /// Context after context, the symbols that occur: in the lowest byte the symbol, above it where
    /// its slots begin; and where the slots of the last one end.
    entries: Vec<u32>,
    /// For every sixteenth slot of each context, the place of the symbol to begin the search with.
    hints: Vec<u8>,
    contexts: Vec<Table>,
}

const HINT_BITS: u32 = 4;
const HINTS: usize = 1 << (PRECISION - HINT_BITS);

/// A context with as many symbols is searched from the beginning.
const FEW: usize = 4;

impl Tables {
    /// The first context has these weights; those of the others are coded by it.
    fn read(shape: &Shape, weights: &[u8], bytes: &[u8]) -> Self {
        let mut first = Tables::default();
        first.add(weights);
        let mut tables = Tables::default();
        tables.add(weights);
        let mut decoder = Decoder::new(&first, bytes);
        let mut weights = Vec::with_capacity(64);
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
            tables.add(&weights);
        }
        tables
    }

    /// Adds a context with these weights.
    fn add(&mut self, weights: &[u8]) {
        let hinted = self.hints.len();
        let hints = weights.len() > FEW;
        if hints {
            self.hints.resize(hinted + HINTS, 0);
        }
        let first = self.entries.len();
        self.contexts.push(Table {
            first,
            hints: hints.then_some(hinted),
        });
        let mut start = 0_u32;
        for (symbol, frequency) in (0_u32..).zip(frequencies(weights)) {
            if frequency == 0 {
                continue;
            }
            let place = u8::try_from(self.entries.len() - first).unwrap_or_default();
            self.entries.push(start << 8 | symbol);
            // The hints that lie in this symbol's slots.
            let next = start + frequency;
            for hint in start.div_ceil(1 << HINT_BITS)..next.div_ceil(1 << HINT_BITS) {
                let at = hinted + usize::try_from(hint).unwrap_or_default();
                if let Some(hint) = self.hints.get_mut(at) {
                    *hint = place;
                }
            }
            start = next;
        }
        self.entries.push(start << 8);
    }
}

struct Decoder<'tables, 'bytes> {
    tables: &'tables Tables,
    reader: Reader<'bytes>,
    state: u32,
}

impl<'tables, 'bytes> Decoder<'tables, 'bytes> {
    fn new(tables: &'tables Tables, bytes: &'bytes [u8]) -> Self {
        let mut reader = Reader { bytes, at: 0 };
        let state = u32::try_from(reader.number(4)).unwrap_or_default();
        Decoder {
            tables,
            reader,
            state,
        }
    }

    /// The next symbol in this context.
    #[inline(never)]
    fn symbol(&mut self, context: usize) -> usize {
        let Some(table) = self.tables.contexts.get(context).copied() else {
            return 0;
        };
        let slot = self.state & ((1 << PRECISION) - 1);
        let hint = usize::try_from(slot >> HINT_BITS).unwrap_or_default();
        let place = table
            .hints
            .and_then(|hints| self.tables.hints.get(hints + hint))
            .map_or(0, |&place| usize::from(place));
        let mut entries = self.tables.entries.iter().skip(table.first + place);
        let mut entry = entries.next().copied().unwrap_or_default();
        let mut next = entries.next().copied().unwrap_or_default();
        while next >> 8 <= slot {
            let Some(&after) = entries.next() else {
                break;
            };
            entry = next;
            next = after;
        }
        let (start, end) = (entry >> 8, next >> 8);
        self.state = end
            .wrapping_sub(start)
            .wrapping_mul(self.state >> PRECISION)
            .wrapping_add(slot)
            .wrapping_sub(start);
        while self.state < LOWEST && self.reader.at < self.reader.bytes.len() {
            self.state = self.state << 8 | u32::from(self.reader.byte());
        }
        usize::try_from(entry & 0xFF).unwrap_or_default()
    }

    fn words(&mut self, list: &Words, words: usize, nodes: usize) -> Trie {
        let mut builder = Builder::new(nodes);
        let mut word = Word::default();
        for _ in 0..words {
            self.word(&list.shape, &list.alphabet, &mut word, &mut builder);
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
