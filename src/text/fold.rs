//! Folding a typed text to the alphabet of identifiers.

use super::{Class, LONGEST_VALUE, Span, character, class, has, label, part, piece::trimmed, rest};
use crate::Kind;

/// How many characters are kept; the longest identifier, a passport's machine-readable zone in
/// three lines, has 90.
const ROOM: usize = 96;
/// How long the shortest machine-readable zone is.
pub(crate) const SHORTEST_ZONE: usize = 72;

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

// In the order in which they are told.
const INVISIBLE: u8 = 1;
const SEPARATORS: u8 = 2;
const CASE: u8 = 4;
const DIGITS: u8 = 8;
const LOOK_ALIKES: u8 = 16;

/// What each bit of `seen` is called, the lowest first.
static CHANGES: [&str; 5] = ["invisible", "separators", "case", "digits", "look-alikes"];

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
        let mut at = self.read_plain();
        while let Some(Step {
            class,
            width,
            times,
        }) = self.step(at)
        {
            let (change, byte) = read_as(class);
            self.seen |= change;
            self.keep(byte, times);
            at += width;
        }
    }

    /// The typed character that begins at this byte.
    fn step(&self, at: usize) -> Option<Step> {
        let byte = *self.typed.as_bytes().get(at)?;
        let (class, width) = if byte < 128 {
            (class(byte as char), 1)
        } else {
            let typed = character(self.typed, at)?;
            if self.is_double(typed) {
                return Some(Step {
                    class: Class::LookAlike(b'<'),
                    width: typed.len_utf8(),
                    times: 2,
                });
            }
            (class(typed), typed.len_utf8())
        };
        let times = usize::from(!matches!(class, Class::Separator | Class::Invisible));
        Some(Step {
            class,
            width,
            times,
        })
    }

    /// Reads up to the first character that is neither written as identifiers are nor between their
    /// groups, and says where that is. Nearly every value ends before it.
    fn read_plain(&mut self) -> usize {
        let (mut at, mut count, mut seen) = (self.start, 0, 0);
        for &byte in self.typed.as_bytes().get(at..).unwrap_or_default() {
            match byte {
                b'0'..=b'9' | b'A'..=b'Z' | b'<' => {
                    let Some(place) = self.kept.get_mut(count) else {
                        break;
                    };
                    *place = byte;
                    count += 1;
                }
                b'-' | b' ' | b'\n' => seen = SEPARATORS,
                _ => break,
            }
            at += 1;
        }
        self.count = count;
        self.seen |= seen;
        at
    }

    /// Whether the character stands for `<<`, as word processors and readers of images write it.
    /// In a text too short for a machine-readable zone it is a quotation mark.
    fn is_double(&self, typed: char) -> bool {
        matches!(typed, '«' | '≪') && self.typed.len() >= SHORTEST_ZONE
    }

    fn keep(&mut self, byte: u8, times: usize) {
        for _ in 0..times {
            if let Some(kept) = self.kept.get_mut(self.count) {
                *kept = byte;
            }
            self.count += 1;
        }
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
        rest(self.typed, self.start)
    }

    /// The same without the white space around it.
    #[inline(never)]
    pub(crate) fn bare(&self) -> &'t str {
        trimmed(self.unlabelled())
    }

    /// Whether an ASCII sign stands in the text behind the label.
    pub(crate) fn has(&self, sign: u8) -> bool {
        has(self.unlabelled().as_bytes(), sign)
    }

    /// The kind that the label in front names.
    #[must_use]
    pub fn label(&self) -> Option<Kind> {
        self.label
    }

    /// Where the characters `from..to` stand in the typed text.
    #[must_use]
    pub fn span(&self, from: usize, to: usize) -> Span {
        let to = to.min(self.as_bytes().len());
        if from >= to {
            let at = self.place(from);
            return Span { start: at, end: at };
        }
        let first = self.walk((self.start, 0), from);
        let (last, _) = self.walk(first, to - 1);
        Span {
            start: first.0,
            end: last + self.step(last).map_or(0, |step| step.width),
        }
    }

    /// Where all the characters stand, the label left out.
    #[must_use]
    pub fn whole(&self) -> Span {
        self.span(0, self.as_bytes().len())
    }

    /// The typed character at this place.
    #[must_use]
    pub fn character(&self, index: usize) -> Option<char> {
        character(self.typed, self.place(index))
    }

    /// The typed text with some characters replaced, each by an ASCII one: `(index, byte)` in order.
    #[must_use]
    pub fn replaced(&self, replacements: &[(usize, u8)]) -> String {
        let mut out = String::with_capacity(self.typed.len());
        let mut from = 0;
        for &(index, byte) in replacements {
            let span = self.span(index, index + 1);
            out.push_str(part(self.typed, from, span.start));
            out.push(byte as char);
            from = span.end;
        }
        out.push_str(rest(self.typed, from));
        out
    }

    /// Everything that was read otherwise than it was typed.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        let labelled = usize::from(self.start > 0);
        let mut changes = Vec::with_capacity(labelled + self.seen.count_ones() as usize);
        if labelled > 0 {
            let from = part(self.typed, 0, self.start);
            changes.push(Change {
                what: "label",
                from: from.to_owned(),
                to: String::new(),
            });
        }
        for (bit, what) in CHANGES.iter().enumerate() {
            if self.seen >> bit & 1 == 1 {
                changes.push(Change {
                    what,
                    from: String::with_capacity(8),
                    to: String::new(),
                });
            }
        }
        let mut at = self.start;
        while let Some(byte) = self.typed.as_bytes().get(at) {
            // Nothing is said of what is written as identifiers are.
            if let b'0'..=b'9' | b'A'..=b'Z' = byte {
                at += 1;
                continue;
            }
            let Some(Step {
                class,
                width,
                times,
            }) = self.step(at)
            else {
                break;
            };
            let (flag, byte) = read_as(class);
            let before = (self.seen & flag.wrapping_sub(1)).count_ones() as usize;
            if flag > 0
                && let Some(change) = changes.get_mut(labelled + before)
            {
                change.from.push_str(part(self.typed, at, at + width));
                for _ in 0..times {
                    change.to.push(byte as char);
                }
            }
            at += width;
        }
        changes
    }

    /// The character that begins at this byte of the typed text.
    #[must_use]
    pub fn index_of(&self, byte: usize) -> Option<usize> {
        let (mut at, mut index) = (self.start, 0);
        while let Some(Step { width, times, .. }) = self.step(at) {
            if at == byte && times > 0 {
                return Some(index);
            }
            index += times;
            at += width;
        }
        None
    }

    /// Where a character begins. Walked anew each time: the verdict needs no places.
    pub(crate) fn place(&self, index: usize) -> usize {
        if index >= self.as_bytes().len() {
            return self.typed.len();
        }
        self.walk((self.start, 0), index).0
    }

    /// Goes on from a byte, and the number of characters before it, to where a character begins.
    fn walk(&self, (mut at, mut before): (usize, usize), index: usize) -> (usize, usize) {
        while let Some(byte) = self.typed.as_bytes().get(at) {
            // As in `read_plain`: nearly every character is known by its byte.
            let (width, times) = match byte {
                b'0'..=b'9' | b'A'..=b'Z' => (1, 1),
                b'-' | b' ' => (1, 0),
                _ => match self.step(at) {
                    Some(Step { width, times, .. }) => (width, times),
                    None => break,
                },
            };
            if index < before + times {
                break;
            }
            before += times;
            at += width;
        }
        (at, before)
    }
}

/// The change that a character makes, 0 if none, and what it is read as; 0 if nothing.
fn read_as(class: Class) -> (u8, u8) {
    match class {
        Class::Plain(byte) => (0, byte),
        Class::Lower(byte) => (CASE, byte),
        Class::Other(byte) => (DIGITS, byte),
        Class::LookAlike(byte) => (LOOK_ALIKES, byte),
        Class::Separator => (SEPARATORS, 0),
        Class::Invisible => (INVISIBLE, 0),
        Class::Foreign => (0, 0),
    }
}

/// One typed character: what it is, how many bytes it has, and how many characters it stands for.
struct Step {
    class: Class,
    width: usize,
    times: usize,
}
