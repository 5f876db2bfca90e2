//! What the caller says about the person: names, e-mail, birth date, numbers.
//!
//! These make a word list of their own, in which the first entry has rank 1. An entry counts as a
//! whole, and so does every part of it that is set off by a space or a sign, if it has three
//! characters or more: the names in `Maria Elena Lopez`, the numbers in `1985-03-12`.

use zeroize::Zeroize;

use crate::password::Password;
use crate::words::trie::{Builder, Trie};
use crate::work::Work;

/// How many entries are read; further ones are not.
const MOST_ENTRIES: usize = 64;

/// How many characters of an entry are read.
const MOST_CHARACTERS: usize = 256;

/// How many words are made of them.
const MOST_WORDS: usize = 256;

/// A part that is shorter gives nothing away.
const SHORTEST_PART: usize = 3;

/// One word in the password's symbols.
struct Word {
    symbols: Vec<u8>,
    value: u16,
}

impl Drop for Word {
    fn drop(&mut self) {
        self.symbols.zeroize();
    }
}

/// The list; `None` if nothing of it can stand in the password. A value plus one is the rank.
#[inline(never)]
pub(crate) fn list(password: &Password, entries: &[&str], work: &mut Work) -> Option<Trie> {
    let mut words = Vec::new();
    for (value, entry) in (0_u16..).zip(entries.iter().take(MOST_ENTRIES)) {
        let entry = beginning(entry);
        work.add(entry.len());
        add(password, entry, value, &mut words);
        for part in entry.split(is_sign) {
            if part.len() < entry.len() && part.chars().count() >= SHORTEST_PART {
                add(password, part, value, &mut words);
            }
        }
    }
    if words.is_empty() {
        return None;
    }
    let nodes = words.iter().map(|word| word.symbols.len()).sum();
    work.add(nodes);
    let mut builder = Builder::new(nodes);
    let mut last: &[u8] = &[];
    for word in &words {
        let shared = last
            .iter()
            .zip(&word.symbols)
            .take_while(|(one, other)| one == other)
            .count();
        builder.push(
            shared,
            word.symbols.get(shared..).unwrap_or_default(),
            word.value,
        );
        last = &word.symbols;
    }
    Some(builder.finish())
}

/// Adds a word at its place in the order; of equal words the first stays.
fn add(password: &Password, text: &str, value: u16, words: &mut Vec<Word>) {
    let Some(symbols) = password.translate(text) else {
        return;
    };
    let word = Word { symbols, value };
    if word.symbols.is_empty() || words.len() >= MOST_WORDS {
        return;
    }
    if let Err(place) = words.binary_search_by(|other| other.symbols.cmp(&word.symbols)) {
        words.insert(place, word);
    }
}

/// Does this character set parts off?
fn is_sign(character: char) -> bool {
    match character {
        '\u{A0}' | '\u{2000}'..='\u{206F}' => true,
        other => other.is_ascii() && !other.is_ascii_alphanumeric(),
    }
}

/// The first characters of an entry.
fn beginning(entry: &str) -> &str {
    let end = entry
        .char_indices()
        .nth(MOST_CHARACTERS)
        .map_or(entry.len(), |(end, _)| end);
    entry.get(..end).unwrap_or_default()
}
