//! Folding a typed text to the alphabet of identifiers.

use super::{Class, LONGEST_VALUE, Span, class, label};
use crate::Kind;

/// How many characters are kept; the longest identifier, a passport's machine-readable zone in
/// three lines, has 90.
const ROOM: usize = 96;
/// How long the shortest machine-readable zone is.
const SHORTEST_ZONE: usize = 72;

/// A typed text as identifiers are written: upper-case ASCII, nothing between, with the way back.
///
/// ```
/// use prefile::text::Folded;
/// let folded = Folded::new("A# 012\u{2011}345\u{2011}６７８ ");
/// assert_eq!(folded.as_bytes(), b"012345678");
/// assert_eq!(folded.span(6, 9).of("A# 012\u{2011}345\u{2011}６７８ "), "６７８");
/// ```
pub struct Folded<'t> {
    typed: &'t str,
    kept: [u8; ROOM],
    /// How many characters there are, those that found no room included.
    count: usize,
    /// Where the label ends and the value begins.
    start: usize,
    label: Option<Kind>,
    seen: u8,
}

/// What folding did to a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// `separators`, `case`, `digits`, `look-alikes`, `invisible`, `label` or, from an
    /// identifier's own rules, `padding`, `prefix`, `dash` and `word`.
    pub what: &'static str,
    /// The characters that were read otherwise, in order.
    pub from: String,
    /// What they were read as.
    pub to: String,
}

const SEPARATORS: u8 = 1;
const CASE: u8 = 2;
const DIGITS: u8 = 4;
const LOOK_ALIKES: u8 = 8;
const INVISIBLE: u8 = 16;

impl<'t> Folded<'t> {
    /// Folds a text. Of one longer than [`LONGEST_VALUE`] nothing is read.
    #[must_use]
    pub fn new(typed: &'t str) -> Self {
        let readable = if typed.len() > LONGEST_VALUE {
            ""
        } else {
            typed
        };
        let (start, label) = label::end(readable);
        let mut folded = Self {
            typed: readable,
            kept: [0; ROOM],
            count: 0,
            start,
            label,
            seen: 0,
        };
        folded.read();
        folded
    }

    fn read(&mut self) {
        let bytes = self.typed.as_bytes();
        let mut at = self.start;
        while let Some(&byte) = bytes.get(at) {
            let (class, width) = if byte < 128 {
                (class(byte as char), 1)
            } else {
                let rest = self.typed.get(at..).unwrap_or_default();
                let typed = rest.chars().next().unwrap_or_default();
                let class = if self.is_double(typed) {
                    self.keep(b'<', LOOK_ALIKES);
                    Class::LookAlike(b'<')
                } else {
                    class(typed)
                };
                (class, typed.len_utf8())
            };
            match class {
                Class::Plain(byte) => self.keep(byte, 0),
                Class::Lower(byte) => self.keep(byte, CASE),
                Class::Other(byte) => self.keep(byte, DIGITS),
                Class::LookAlike(byte) => self.keep(byte, LOOK_ALIKES),
                Class::Foreign => self.keep(0, 0),
                Class::Separator => self.seen |= SEPARATORS,
                Class::Invisible => self.seen |= INVISIBLE,
            }
            at += width;
        }
    }

    /// Whether the character stands for `<<`, as word processors and readers of images write it.
    /// In a text too short for a machine-readable zone it is a quotation mark.
    fn is_double(&self, typed: char) -> bool {
        matches!(typed, '«' | '≪') && self.typed.len() >= SHORTEST_ZONE
    }

    fn keep(&mut self, byte: u8, change: u8) {
        if let Some(kept) = self.kept.get_mut(self.count) {
            *kept = byte;
        }
        self.count += 1;
        self.seen |= change;
    }

    /// The characters: upper-case letters, digits and signs; 0 for what is none of ASCII's.
    /// At most 96 of them.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.kept.get(..self.count).unwrap_or(&self.kept)
    }

    /// How many characters the text has without separators and invisible ones.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// The text as it was typed; empty if it was too long to be read.
    #[must_use]
    pub fn typed(&self) -> &'t str {
        self.typed
    }

    /// The typed text without the label in front.
    #[must_use]
    pub fn unlabelled(&self) -> &'t str {
        self.typed.get(self.start..).unwrap_or_default()
    }

    /// The kind that the label in front names.
    #[must_use]
    pub fn label(&self) -> Option<Kind> {
        self.label
    }

    /// Where the characters `from..to` stand in the typed text.
    #[must_use]
    pub fn span(&self, from: usize, to: usize) -> Span {
        let start = self.place(from);
        let end = match to.checked_sub(1) {
            Some(last) if last >= from => {
                self.place(last) + self.character(last).map_or(0, char::len_utf8)
            }
            _ => start,
        };
        Span { start, end }
    }

    /// Where all the characters stand, the label left out.
    #[must_use]
    pub fn whole(&self) -> Span {
        self.span(0, self.as_bytes().len())
    }

    /// The typed character at this place.
    #[must_use]
    pub fn character(&self, index: usize) -> Option<char> {
        self.typed.get(self.place(index)..)?.chars().next()
    }

    /// The typed text with some characters replaced, each by an ASCII one: `(index, byte)` in order.
    #[must_use]
    pub fn replaced(&self, replacements: &[(usize, u8)]) -> String {
        let mut out = String::with_capacity(self.typed.len());
        let mut from = 0;
        for &(index, byte) in replacements {
            let span = self.span(index, index + 1);
            out.push_str(self.typed.get(from..span.start).unwrap_or_default());
            out.push(byte as char);
            from = span.end;
        }
        out.push_str(self.typed.get(from..).unwrap_or_default());
        out
    }

    /// Everything that was read otherwise than it was typed.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        if self.start > 0 {
            let from = self.typed.get(..self.start).unwrap_or_default();
            changes.push(Change {
                what: "label",
                from: from.to_owned(),
                to: String::new(),
            });
        }
        let kinds = [
            (INVISIBLE, "invisible"),
            (SEPARATORS, "separators"),
            (CASE, "case"),
            (DIGITS, "digits"),
            (LOOK_ALIKES, "look-alikes"),
        ];
        for (flag, what) in kinds.into_iter().filter(|(flag, _)| self.seen & flag != 0) {
            let mut change = Change {
                what,
                from: String::new(),
                to: String::new(),
            };
            for typed in self.unlabelled().chars() {
                let double = self.is_double(typed);
                let (of, to) = match class(typed) {
                    _ if double => (LOOK_ALIKES, Some(b'<')),
                    Class::Invisible => (INVISIBLE, None),
                    Class::Separator => (SEPARATORS, None),
                    Class::Lower(byte) => (CASE, Some(byte)),
                    Class::Other(byte) => (DIGITS, Some(byte)),
                    Class::LookAlike(byte) => (LOOK_ALIKES, Some(byte)),
                    Class::Plain(_) | Class::Foreign => continue,
                };
                if of == flag {
                    change.from.push(typed);
                    change.to.extend(to.map(char::from));
                    change.to.extend(double.then_some('<'));
                }
            }
            changes.push(change);
        }
        changes
    }

    /// The character that begins at this byte of the typed text.
    #[must_use]
    pub fn index_of(&self, byte: usize) -> Option<usize> {
        self.places().position(|place| place == byte)
    }

    /// Where each character begins. Walked anew each time: the verdict needs no places.
    fn places(&self) -> impl Iterator<Item = usize> {
        self.unlabelled().char_indices().flat_map(|(at, typed)| {
            let times = match class(typed) {
                _ if self.is_double(typed) => 2,
                Class::Separator | Class::Invisible => 0,
                _ => 1,
            };
            core::iter::repeat_n(self.start + at, times)
        })
    }

    fn place(&self, index: usize) -> usize {
        let end = self.typed.len();
        if index < self.as_bytes().len() {
            self.places().nth(index).unwrap_or(end)
        } else {
            end
        }
    }
}
