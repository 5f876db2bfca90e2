//! The one type that bears a password, and looking into it without copying.

use super::common;
use crate::{
    text::piece::{inner, is_space},
    text::{Class, Span, class, letters},
};

/// A password where it stands. It has no `Debug`, `Display` or comparison, so that it comes into no
/// message by accident.
///
/// ```compile_fail
/// let password = prefile::password::Password::new("hunter2");
/// println!("{password:?}");
/// ```
///
/// ```compile_fail
/// let password = prefile::password::Password::new("hunter2");
/// println!("{password}");
/// ```
pub struct Password<'p>(&'p str);

/// What a rule counts.
#[derive(Clone, Copy)]
pub(super) enum What {
    Any,
    Upper,
    Lower,
    Special,
}

/// How many characters of each sort a password has.
#[derive(Default)]
pub(super) struct Count {
    pub digits: usize,
    /// Those that are surely of a sort, by [`What`].
    sure: [usize; 4],
    /// Those that a site may or may not take for it.
    unsure: [usize; 4],
}

impl Count {
    /// How many a generous reader counts. Of any sort, Unicode characters, as NIST counts them.
    pub(super) fn of(&self, what: What) -> usize {
        self.surely(what) + self.unsure[what as usize]
    }

    /// How many every reader counts.
    pub(super) fn surely(&self, what: What) -> usize {
        self.sure[what as usize]
    }
}

/// How many characters are looked at for warnings.
const LOOKED_AT: usize = 128;
/// How many characters of a name or number are looked for.
const LONGEST_SOUGHT: usize = 40;

impl<'p> Password<'p> {
    /// Takes a password as it was typed.
    #[must_use]
    pub fn new(typed: &'p str) -> Self {
        Self(typed)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Counts the whole password. The official text says "special character" and no more: signs of
    /// ASCII are, a space and signs beyond may be; letters beyond ASCII with a capital and a small
    /// form may be upper or lower case.
    pub(super) fn count(&self) -> Count {
        let mut count = Count::default();
        for typed in self.0.chars() {
            count.sure[What::Any as usize] += 1;
            let (what, sure) = match typed {
                '0'..='9' => {
                    count.digits += 1;
                    continue;
                }
                'A'..='Z' => (What::Upper, true),
                'a'..='z' => (What::Lower, true),
                '!'..='~' => (What::Special, true),
                ' ' => (What::Special, false),
                _ if typed.is_ascii() => continue,
                _ => match letters::is_capital(typed) {
                    Some(true) => (What::Upper, false),
                    Some(false) => (What::Lower, false),
                    // One sign is enough for the rule, and the tables below are long.
                    None if count.unsure[What::Special as usize] != 0
                        || letters::is_mark(typed)
                        || letters::is_word(typed)
                        || class(typed) == Class::Invisible =>
                    {
                        continue;
                    }
                    None => (What::Special, false),
                },
            };
            let counts = if sure {
                &mut count.sure
            } else {
                &mut count.unsure
            };
            counts[what as usize] += 1;
        }
        count
    }

    /// The characters that are looked at, with their places.
    pub(super) fn beginning(&self) -> impl Iterator<Item = (usize, char)> + Clone + use<'p> {
        self.0.char_indices().take(LOOKED_AT)
    }

    /// Whether a space stands before or behind it.
    pub(super) fn has_outer_space(&self) -> bool {
        let inner = inner(self.0, is_space);
        inner.end - inner.start < self.0.len()
    }

    /// Whether it is this text, capitals and accents aside.
    pub(super) fn is(&self, text: &str) -> bool {
        self.0.len() <= 4 * LOOKED_AT && self.0.chars().map(folded).eq(text.chars().map(folded))
    }

    /// Whether everybody tries it.
    pub(super) fn is_common(&self) -> bool {
        common::is_common(self.0)
    }

    /// Where a text stands in it, whatever signs are between and around; `least` characters of it
    /// count, and a shorter text than four must not be part of a longer word.
    pub(super) fn find(&self, text: &str, least: usize) -> Option<Span> {
        self.find_kept(text, letters::is_word, least)
    }

    /// The same for the digits of a text only: an A-Number without its letter.
    pub(super) fn find_digits(&self, text: &str, least: usize) -> Option<Span> {
        self.find_kept(text, |typed| typed.is_ascii_digit(), least)
    }

    fn find_kept(&self, text: &str, keep: fn(char) -> bool, least: usize) -> Option<Span> {
        let mut sought = ['\0'; LONGEST_SOUGHT];
        let mut length = 0;
        for typed in text.chars().take(LOOKED_AT) {
            if keep(typed)
                && let Some(place) = sought.get_mut(length)
            {
                *place = folded(typed);
                length += 1;
            }
        }
        let sought = sought.get(..length).unwrap_or_default();
        if length < least {
            return None;
        }
        let mut here = self.beginning();
        let mut before = ' ';
        loop {
            let from = here.clone();
            let (start, typed) = here.next()?;
            if let Some((end, next)) = matched(from, sought) {
                let begins =
                    !letters::is_letter(before) || is_capital(typed) && !is_capital(before);
                let ends = !letters::is_letter(next) || is_capital(next);
                if length > 3 || begins && ends {
                    return Some(Span { start, end });
                }
            }
            before = typed;
        }
    }
}

/// Whether the sought characters come next, signs between them aside: where they end, and what
/// follows. The first must be the first.
fn matched(here: impl Iterator<Item = (usize, char)>, sought: &[char]) -> Option<(usize, char)> {
    let (mut at, mut end) = (0, 0);
    for (start, typed) in here {
        match sought.get(at) {
            None => return Some((end, typed)),
            Some(wanted) if stands_for(typed, *wanted) => at += 1,
            Some(_) if at == 0 || letters::is_word(typed) => return None,
            Some(_) => {}
        }
        end = start + typed.len_utf8();
    }
    (at == sought.len()).then_some((end, ' '))
}

/// Whether a typed character is the wanted one, or a sign that people write for it.
fn stands_for(typed: char, wanted: char) -> bool {
    folded(typed) == wanted
        || match wanted {
            'a' => matches!(typed, '4' | '@'),
            'b' => typed == '8',
            'e' => typed == '3',
            'g' => typed == '9',
            'i' => matches!(typed, '1' | '!'),
            'l' => typed == '1',
            'o' => typed == '0',
            's' => matches!(typed, '5' | '$'),
            't' => matches!(typed, '7' | '+'),
            _ => false,
        }
}

/// Without capital and accent.
pub(super) fn folded(typed: char) -> char {
    letters::plain(typed).map_or_else(|| letters::lower(typed), char::from)
}

fn is_capital(typed: char) -> bool {
    letters::is_capital(typed) == Some(true)
}
