//! An attribute, cut into words: `Pt1Line1_AlienNumber`, `dateOfBirth`, `N.º de recibo`,
//! `U S C I S`, `3. A. Enter Family Name (Last Name).`

use super::table::{ASKS, NUMBER, SKIPPED, TURNS, UNKNOWN, longest, number};
use crate::text::Span;

/// How many words of an attribute are read.
const MOST: usize = 192;
/// How much of an attribute is read: of what is longer the beginning, where the heading stands,
/// and the end, where the question does.
const BEGINNING: usize = 256;
const END: usize = 768;
/// Both, in bytes.
pub const LONGEST_READ: [usize; 2] = [BEGINNING, END];
const LONGEST: usize = BEGINNING + END;

/// A word of an attribute.
#[derive(Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "marks of a word; each is read by itself"
)]
pub(super) struct Token {
    /// Its number in the table.
    pub(super) word: u16,
    /// Where it stands.
    start: u16,
    /// Where it ends.
    end: u16,
    /// It begins a sentence.
    pub(super) begins: bool,
    /// The question itself begins here.
    pub(super) asks: bool,
    /// What stands before it is only explained from here on.
    pub(super) turns: bool,
    /// It stands in brackets.
    pub(super) aside: bool,
    /// It is a number.
    pub(super) digits: bool,
}

impl Token {
    /// Whether it stands in the same sentence and the same brackets as a word before it.
    pub(super) fn goes_on(&self, first: &Self) -> bool {
        !self.begins && !self.asks && self.aside == first.aside
    }
}

/// The words of an attribute.
pub(super) struct Tokens {
    kept: [Token; MOST],
    count: usize,
    /// What the next word will be.
    next: Token,
    /// Whether words that are written together are cut: names, but not labels.
    pub(super) cuts: bool,
    /// The text begins with the part of an official form, so with headings.
    pub(super) headed: bool,
    /// The letters in ASCII, without accents; other signs are `~`.
    flat: [u8; LONGEST],
    /// Where each letter stands in the attribute.
    at: [usize; LONGEST],
    length: usize,
    /// Where the attribute ends.
    end: usize,
}

impl Tokens {
    /// Reads a text for people, or, cutting words, a name that programmers gave.
    pub(super) fn new(text: &str, cuts: bool) -> Self {
        let mut tokens = Self {
            kept: [Token::default(); MOST],
            count: 0,
            next: Token {
                begins: true,
                ..Token::default()
            },
            cuts,
            headed: text.starts_with("Part ") || text.starts_with("Page "),
            flat: [b'~'; LONGEST],
            at: [0; LONGEST],
            length: 0,
            end: text.len(),
        };
        tokens.flatten(text);
        let mut at = 0;
        while at < tokens.length {
            at = tokens.step(at);
        }
        tokens
    }

    /// The words in order.
    pub(super) fn all(&self) -> &[Token] {
        self.kept.get(..self.count).unwrap_or_default()
    }

    /// From the first letter of a word to the last of another.
    pub(super) fn span(&self, first: Token, last: Token) -> Span {
        let place = |at: u16| self.at.get(usize::from(at)).copied();
        let end = if usize::from(last.end) < self.length {
            place(last.end)
        } else {
            None
        };
        Span {
            start: place(first.start).unwrap_or(self.end),
            end: end.unwrap_or(self.end),
        }
    }

    fn flatten(&mut self, text: &str) {
        let mut skipped = 0..0;
        if text.len() > LONGEST {
            skipped = boundary(text, BEGINNING)..boundary(text, text.len() - END);
            self.flatten_part(text.get(..skipped.start), 0);
        }
        self.flatten_part(text.get(skipped.end..), skipped.end);
    }

    fn flatten_part(&mut self, text: Option<&str>, offset: usize) {
        for (at, letter) in text.unwrap_or_default().char_indices() {
            // `N.º`
            if letter == 'º' && self.byte(self.length.wrapping_sub(1)) == b'.' {
                self.length -= 1;
            }
            if let (Some(flat), Some(place)) =
                (self.flat.get_mut(self.length), self.at.get_mut(self.length))
            {
                *flat = plain(letter);
                *place = offset + at;
                self.length += 1;
            }
        }
    }

    #[inline(never)]
    fn byte(&self, at: usize) -> u8 {
        self.flat.get(at).copied().unwrap_or(b'~')
    }

    /// Reads the word or the sign that stands here; says where the next begins.
    fn step(&mut self, at: usize) -> usize {
        let byte = self.byte(at);
        if byte.is_ascii_alphanumeric() {
            let end = self.end_of_word(at);
            self.word(at, end);
            // "Spouse's"
            let own = self.byte(end) == b'\'' && self.byte(end + 1) == b's';
            return if own { end + 2 } else { end };
        }
        match byte {
            b'#' => self.push(NUMBER, at, at + 1),
            b'(' | b'[' => self.next.aside = true,
            b')' | b']' => self.next.aside = false,
            _ => {}
        }
        // A full stop ends a sentence, unless it follows an item's number or an abbreviation.
        let ends = match byte {
            b'?' | b'!' | b'\n' => true,
            b'.' => {
                let before = self.flat.get(..at).unwrap_or_default();
                let long = before.iter().rev().take(4).all(u8::is_ascii_alphabetic);
                before.len() > 3 && long || before.ends_with(b")")
            }
            _ => false,
        };
        if ends {
            self.next = Token {
                begins: true,
                ..Token::default()
            };
        }
        at + 1
    }

    fn end_of_word(&self, from: usize) -> usize {
        // Letters that stand one by one: `U S C I S`, as tooltips have it; `S.S.N.`
        let (mut at, mut end) = (from, from);
        while self.byte(at).is_ascii_uppercase() && !self.byte(at + 1).is_ascii_alphanumeric() {
            end = at + 1;
            at = end;
            if self.byte(at) == b'.' && self.byte(at + 1).is_ascii_uppercase() {
                at += 1;
            }
            while self.byte(at) == b' ' {
                at += 1;
            }
            if at == end {
                break;
            }
        }
        if end > from + 1 {
            return end;
        }
        if self
            .flat
            .get(from..from + 3)
            .is_some_and(|word| word.eq_ignore_ascii_case(b"c/o"))
        {
            return from + 3;
        }
        // `alienNumber`, `USCISNumber`, `I94`
        let mut at = from + 1;
        loop {
            let (before, letter) = (self.byte(at - 1), self.byte(at));
            let turns = letter.is_ascii_uppercase()
                && (before.is_ascii_lowercase() || self.byte(at + 1).is_ascii_lowercase())
                || before.is_ascii_digit() != letter.is_ascii_digit();
            if turns || !letter.is_ascii_alphanumeric() {
                return at;
            }
            at += 1;
        }
    }

    fn word(&mut self, at: usize, end: usize) {
        // "3. Family Name", "Parent 1. 3. A. Family Name": the item's number begins the question.
        if self.byte(at).is_ascii_digit() {
            let next = matches!(self.byte(end), b'.' | b')');
            if self.next.begins && next || self.is_lettered(end) {
                self.next.asks = true;
                return;
            }
        }
        // "Enter a number" and "A. Number of children" ask for no A-Number; "Número A del
        // beneficiario" does.
        let spaced = self.byte(end) == b' ';
        let lettered = self.byte(end) == b'.' && self.byte(end + 1) == b' ';
        if self.byte(at) | 32 == b'a' && end == at + 1 && (spaced || lettered) {
            let next = (end..self.length)
                .map(|at| self.byte(at))
                .find(|byte| *byte != b' ');
            let named = next.is_some_and(|byte| byte == b'#' || byte.is_ascii_uppercase());
            if self.byte(at) == b'a' || self.next.begins && !named {
                return;
            }
        }
        let letters = self.flat.get(at..end).unwrap_or_default();
        let found = number(letters);
        if found == UNKNOWN && self.cuts && are_words(letters) {
            // `dateofbirth`
            let mut at = at;
            while at < end {
                let letters = self.flat.get(at..end).unwrap_or_default();
                let length = longest(letters).max(1);
                let found = number(letters.get(..length).unwrap_or_default());
                self.push(found, at, at + length);
                at += length;
            }
        } else {
            self.push(found, at, end);
        }
    }

    /// Whether an item's letter follows its number: `. A. `
    fn is_lettered(&self, end: usize) -> bool {
        let mut at = end + 1;
        while self.byte(at) == b' ' {
            at += 1;
        }
        self.byte(end) == b'.' && self.byte(at).is_ascii_uppercase() && self.byte(at + 1) == b'.'
    }

    fn push(&mut self, word: u16, start: usize, end: usize) {
        match word {
            SKIPPED => {}
            TURNS => self.next.turns = true,
            ASKS => self.next.asks = true,
            _ => {
                let small = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
                let token = Token {
                    word,
                    start: small(start),
                    end: small(end),
                    digits: self.byte(start).is_ascii_digit(),
                    ..self.next
                };
                if let Some(kept) = self.kept.get_mut(self.count) {
                    *kept = token;
                    self.count += 1;
                }
                self.next = Token {
                    aside: self.next.aside,
                    ..Token::default()
                };
            }
        }
    }
}

/// Whether known words, and no mere syllables, make up the whole.
fn are_words(letters: &[u8]) -> bool {
    let mut rest = letters;
    while !rest.is_empty() {
        let length = longest(rest);
        if length < 3 && !rest.starts_with(b"of") {
            return false;
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    true
}

fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// The letters from À to ÿ without their accents.
const LATIN: &[u8; 64] = b"AAAAAAACEEEEIIIIDNOOOOO~OUUUUYTsaaaaaaaceeeeiiiidnooooo~ouuuuyty";

/// A letter in ASCII, without its accent.
fn plain(letter: char) -> u8 {
    match letter {
        '\0'..='\x7f' => letter as u8,
        'º' | '°' => b'o',
        'ª' => b'a',
        '’' => b'\'',
        '\u{a0}' => b' ',
        _ => {
            let place = (letter as usize).wrapping_sub(0xc0);
            LATIN.get(place).copied().unwrap_or(b'~')
        }
    }
}
