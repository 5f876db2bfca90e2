//! An attribute, cut into words: `Pt1Line1_AlienNumber`, `dateOfBirth`, `N.º de recibo`,
//! `U S C I S`, `3. A. Enter Family Name (Last Name).`

use super::table::{ASKS, SKIPPED, TURNS, UNKNOWN, longest, number};
use crate::text::Span;

/// How many words of an attribute are read.
const MOST: usize = 192;
/// How much of an attribute is read: of what is longer the beginning, where the heading stands,
/// and the end, where the question does.
const LONGEST: usize = 1024;
const BEGINNING: usize = 256;
const END: usize = 512;
/// Longer words are none of ours.
const LONGEST_WORD: usize = 40;

/// A word of an attribute.
#[derive(Clone, Copy)]
pub(super) struct Token {
    /// Its number in the table.
    pub(super) word: u16,
    /// Where it stands.
    pub(super) start: u32,
    /// Where it ends.
    pub(super) end: u32,
    /// It begins a sentence.
    pub(super) begins: bool,
    /// The question itself begins here.
    pub(super) asks: bool,
    /// What stands before it is only explained from here on.
    pub(super) turns: bool,
    /// It stands in brackets.
    pub(super) aside: bool,
}

/// The words of an attribute.
pub(super) struct Tokens {
    kept: [Token; MOST],
    count: usize,
    /// What the next word will be.
    next: Token,
    /// Whether words that are written together are cut: names, but not labels.
    cuts: bool,
    /// The text begins with the part of an official form, so with headings.
    pub(super) headed: bool,
}

const PLAIN: Token = Token {
    word: UNKNOWN,
    start: 0,
    end: 0,
    begins: false,
    asks: false,
    turns: false,
    aside: false,
};

impl Tokens {
    /// Reads a text for people.
    pub(super) fn of_label(text: &str) -> Self {
        Self::new(text, false)
    }

    /// Reads a name that programmers gave.
    pub(super) fn of_name(text: &str) -> Self {
        Self::new(text, true)
    }

    fn new(text: &str, cuts: bool) -> Self {
        let mut tokens = Self {
            kept: [PLAIN; MOST],
            count: 0,
            next: Token {
                begins: true,
                ..PLAIN
            },
            cuts,
            headed: text.starts_with("Part ") || text.starts_with("Page "),
        };
        if text.len() <= LONGEST {
            tokens.read(text, 0);
        } else {
            tokens.read(text.get(..boundary(text, BEGINNING)).unwrap_or_default(), 0);
            let from = boundary(text, text.len() - END);
            tokens.next.begins = true;
            tokens.read(text.get(from..).unwrap_or_default(), from);
        }
        tokens
    }

    /// The words in order.
    pub(super) fn all(&self) -> &[Token] {
        self.kept.get(..self.count).unwrap_or_default()
    }

    fn read(&mut self, text: &str, offset: usize) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let rest = text.get(at..).unwrap_or_default();
            let Some(first) = rest.chars().next() else {
                break;
            };
            if fold(first).is_some() {
                let mut word = Word::default();
                let end = at + word.read(rest);
                let after = text.get(end..).unwrap_or_default();
                self.word(&word, after, offset + at, offset + end);
                at = end;
                if first_is(after, "'s") || first_is(after, "’s") {
                    at += after.find('s').map_or(0, |place| place + 1);
                }
                continue;
            }
            match first {
                '#' => self.push(number(b"number"), offset + at, offset + at + 1),
                '(' | '[' => self.next.aside = true,
                ')' | ']' => self.next.aside = false,
                _ => {}
            }
            self.end_sentence(first, text, at);
            at += first.len_utf8();
        }
        self.next.aside = false;
    }

    /// A full stop ends a sentence, unless it follows an item's number or an abbreviation.
    fn end_sentence(&mut self, mark: char, text: &str, at: usize) {
        let ends = match mark {
            '?' | '!' | '\n' => true,
            '.' => {
                let before = text.as_bytes().get(..at).unwrap_or_default();
                let letters = before
                    .iter()
                    .rev()
                    .take_while(|byte| byte.is_ascii_alphabetic())
                    .count();
                letters > 3 || before.ends_with(b")")
            }
            _ => false,
        };
        if ends {
            self.next = Token {
                begins: true,
                ..PLAIN
            };
        }
    }

    fn word(&mut self, word: &Word, after: &str, start: usize, end: usize) {
        let letters = word.letters();
        // "3. Family Name", "Parent 1. 3. A. Family Name": the item's number begins the question.
        if letters.first().is_some_and(u8::is_ascii_digit)
            && (self.next.begins && after.starts_with(['.', ')']) || is_lettered(after))
        {
            self.next.asks = true;
            return;
        }
        // "Enter a number" asks for no A-Number.
        if letters == b"a" && after.starts_with(' ') {
            let next = after.trim_start().chars().next();
            if !word.upper || !next.is_some_and(char::is_uppercase) {
                return;
            }
        }
        let found = number(letters);
        if found != UNKNOWN || !self.cuts || letters.len() < 5 {
            self.push(found, start, end);
            return;
        }
        // `dateofbirth`: the longest known words, if they are the whole of it and no syllables.
        let mut rest = letters;
        while !rest.is_empty() {
            let length = longest(rest);
            if length < 3 && !rest.starts_with(b"of") {
                self.push(UNKNOWN, start, end);
                return;
            }
            rest = rest.get(length..).unwrap_or_default();
        }
        let mut rest = letters;
        while !rest.is_empty() {
            let (word, after) = rest.split_at(longest(rest).max(1).min(rest.len()));
            self.push(number(word), start, end);
            rest = after;
        }
    }

    fn push(&mut self, word: u16, start: usize, end: usize) {
        match word {
            SKIPPED => return,
            TURNS => {
                self.next.turns = true;
                return;
            }
            ASKS => {
                self.next.asks = true;
                return;
            }
            _ => {}
        }
        if let Some(kept) = self.kept.get_mut(self.count) {
            *kept = Token {
                word,
                start: u32::try_from(start).unwrap_or(u32::MAX),
                end: u32::try_from(end).unwrap_or(u32::MAX),
                ..self.next
            };
            self.count += 1;
        }
        self.next = Token {
            aside: self.next.aside,
            ..PLAIN
        };
    }
}

impl Token {
    /// From the first letter of this word to the last of another.
    pub(super) fn to(self, last: Token) -> Span {
        Span {
            start: self.start as usize,
            end: last.end as usize,
        }
    }
}

struct Word {
    letters: [u8; LONGEST_WORD],
    len: usize,
    /// It begins with a capital.
    upper: bool,
}

impl Default for Word {
    fn default() -> Self {
        Self {
            letters: [0; LONGEST_WORD],
            len: 0,
            upper: false,
        }
    }
}

impl Word {
    /// Its letters; of a word that is too long none.
    fn letters(&self) -> &[u8] {
        self.letters.get(..self.len).unwrap_or_default()
    }

    /// Reads the word that `text` begins with; returns its length in bytes.
    fn read(&mut self, text: &str) -> usize {
        self.upper = text.starts_with(char::is_uppercase);
        let spelled = self.read_spelled(text);
        if spelled > 0 {
            return spelled;
        }
        self.len = 0;
        let (mut before, mut end) = (None, 0);
        let mut letters = text.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let next = letters.peek().map_or(' ', |(_, next)| *next);
            match letter {
                '.' if next == 'º' => continue,
                '/' if self.letters() == b"c" && matches!(next, 'o' | 'O') => {
                    self.len = 0;
                    b"careof".iter().for_each(|letter| self.push(*letter));
                    return at + 2;
                }
                _ => {}
            }
            let Some(folded) = fold(letter) else {
                break;
            };
            if before.is_some_and(|before| turns(before, letter, next)) {
                break;
            }
            self.push(folded);
            end = at + letter.len_utf8();
            before = Some(letter);
        }
        end
    }

    /// Reads letters that stand one by one: `U S C I S`, as tooltips have it.
    fn read_spelled(&mut self, text: &str) -> usize {
        let bytes = text.as_bytes();
        let (mut at, mut end) = (0, 0);
        while let Some(letter) = bytes.get(at).filter(|byte| byte.is_ascii_uppercase()) {
            let after = bytes.get(at + 1).copied().unwrap_or(b' ');
            if after.is_ascii_alphanumeric() || after >= 128 {
                break;
            }
            self.push(*letter | 32);
            at += 1;
            end = at;
            while bytes.get(at) == Some(&b' ') {
                at += 1;
            }
            if at == end {
                break;
            }
        }
        if self.len > 1 { end } else { 0 }
    }

    fn push(&mut self, letter: u8) {
        if let Some(place) = self.letters.get_mut(self.len) {
            *place = letter;
        }
        self.len += 1;
    }
}

/// Whether a new word begins within a run of letters: `alienNumber`, `USCISNumber`, `I94`.
fn turns(before: char, letter: char, next: char) -> bool {
    letter.is_uppercase() && (before.is_lowercase() || before.is_uppercase() && next.is_lowercase())
        || before.is_ascii_digit() != letter.is_ascii_digit()
}

/// Whether an item's letter follows its number: `. A. `
fn is_lettered(after: &str) -> bool {
    let after = after.strip_prefix('.').unwrap_or_default().trim_start();
    let mut letters = after.chars();
    letters
        .next()
        .is_some_and(|letter| letter.is_ascii_uppercase())
        && letters.next() == Some('.')
}

fn first_is(text: &str, start: &str) -> bool {
    text.strip_prefix(start)
        .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// A letter or digit in lower-case ASCII, without its accent.
fn fold(letter: char) -> Option<u8> {
    Some(match letter {
        'a'..='z' | '0'..='9' => letter as u8,
        'A'..='Z' => letter as u8 | 32,
        'à'..='å' | 'À'..='Å' | 'ª' => b'a',
        'ç' | 'Ç' => b'c',
        'è'..='ë' | 'È'..='Ë' => b'e',
        'ì'..='ï' | 'Ì'..='Ï' => b'i',
        'ñ' | 'Ñ' => b'n',
        'ò'..='ö' | 'Ò'..='Ö' | 'º' | '°' => b'o',
        'ù'..='ü' | 'Ù'..='Ü' => b'u',
        _ => return None,
    })
}
