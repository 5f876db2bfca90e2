//! Pieces of a text between signs of ASCII.
//!
//! One copy of each, for all readers: what `str` offers for it is compiled anew wherever it is
//! used, and comes with the tables of Unicode.

use super::Span;
use core::cmp::Ordering;

/// The part between two places; empty where one of them is inside a character.
#[inline(never)]
pub(crate) fn part(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or_default()
}

/// What is behind a place.
#[inline(never)]
pub(crate) fn rest(text: &str, from: usize) -> &str {
    // Nearly always it is the whole.
    if from == 0 {
        return text;
    }
    part(text, from, text.len())
}

/// The text before a sign, and the text behind it.
#[inline(never)]
pub(crate) fn cut(text: &str, sign: u8) -> (&str, &str) {
    let end = text.bytes().position(|byte| byte == sign);
    let end = end.unwrap_or(text.len());
    (part(text, 0, end), rest(text, end + 1))
}

/// The text without white space around it.
pub(crate) fn trimmed(text: &str) -> &str {
    // Nearly every text begins and ends with a sign of ASCII's, and is not read for it.
    if let ([b'!'..=b'~', ..], [.., b'!'..=b'~']) = (text.as_bytes(), text.as_bytes()) {
        return text;
    }
    inner(text, is_space).of(text)
}

/// Whether one of the bytes is this one.
#[expect(
    clippy::manual_contains,
    reason = "`contains` is made for long texts, and as long itself"
)]
#[inline(never)]
pub(crate) fn has(bytes: &[u8], sign: u8) -> bool {
    bytes.iter().any(|byte| *byte == sign)
}

/// The first place from here on with one of these bytes, or the end.
#[inline(never)]
pub(crate) fn first(text: &[u8], from: usize, set: &[u8]) -> usize {
    let mut at = from;
    while text.get(at).is_some_and(|byte| !has(set, *byte)) {
        at += 1;
    }
    at.min(text.len())
}

/// The last place between these two with one of these bytes.
#[inline(never)]
pub(crate) fn last(text: &[u8], from: usize, to: usize, set: &[u8]) -> Option<usize> {
    let mut at = to;
    while at > from {
        at -= 1;
        if text.get(at).is_some_and(|byte| has(set, *byte)) {
            return Some(at);
        }
    }
    None
}

/// The text without these signs in front.
#[inline(never)]
pub(crate) fn behind<'t>(text: &'t str, set: &[u8]) -> &'t str {
    let mut from = 0;
    while text
        .as_bytes()
        .get(from)
        .is_some_and(|byte| has(set, *byte))
    {
        from += 1;
    }
    part(text, from, text.len())
}

/// The text without these signs at its end.
#[inline(never)]
pub(crate) fn before<'t>(text: &'t str, set: &[u8]) -> &'t str {
    let mut rest = text.as_bytes();
    while let Some((last, front)) = rest.split_last()
        && has(set, *last)
    {
        rest = front;
    }
    part(text, 0, rest.len())
}

/// The text without such characters around it; its end if there is nothing else.
#[inline(never)]
pub(crate) fn inner(text: &str, around: fn(char) -> bool) -> Span {
    let end = text.len();
    let mut inner = Span { start: end, end };
    for (at, character) in text.char_indices() {
        if !around(character) {
            inner.start = inner.start.min(at);
            inner.end = at + character.len_utf8();
        }
    }
    inner
}

/// The pieces between these signs; one at least.
pub(crate) struct Pieces<'t> {
    text: &'t str,
    set: &'static [u8],
    at: usize,
}

pub(crate) fn pieces<'t>(text: &'t str, set: &'static [u8]) -> Pieces<'t> {
    Pieces { text, set, at: 0 }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = &'t str;

    #[inline(never)]
    fn next(&mut self) -> Option<&'t str> {
        let from = self.at;
        if from > self.text.len() {
            return None;
        }
        let end = first(self.text.as_bytes(), from, self.set);
        self.at = end + 1;
        Some(part(self.text, from, end))
    }
}

/// Whether two texts are the same, capitals aside.
#[inline(never)]
pub(crate) fn same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// Whether a list, its words apart by spaces, has this word, capitals aside.
#[inline(never)]
pub(crate) fn listed(list: &str, word: &str) -> bool {
    let mut words = pieces(list, b" ");
    words.any(|other| same(other, word))
}

/// How many of the bytes are digits.
#[inline(never)]
pub(crate) fn digits(text: &[u8]) -> usize {
    let mut count = 0;
    for byte in text {
        count += usize::from(byte.is_ascii_digit());
    }
    count
}

/// Whether all of it is digits.
pub(crate) fn is_digits(text: &str) -> bool {
    digits(text.as_bytes()) == text.len()
}

/// Whether it is one sign over and over.
#[inline(never)]
pub(crate) fn repeats(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().all(|byte| Some(byte) == bytes.first())
}

/// Where a character stands first, from here on.
#[inline(never)]
pub(crate) fn find(text: &str, from: usize, character: char) -> Option<usize> {
    let mut rest = part(text, from, text.len()).char_indices();
    let (at, _) = rest.find(|(_, other)| *other == character)?;
    Some(from + at)
}

/// The first such character.
#[inline(never)]
pub(crate) fn character(text: &str, is: fn(char) -> bool) -> Option<char> {
    text.chars().find(|it| is(*it))
}

/// One text of several.
#[inline(never)]
pub(crate) fn joined(parts: &[&str]) -> String {
    let mut out = String::new();
    for part in parts {
        out.push_str(part);
    }
    out
}

/// The text with something else for one of its signs.
#[inline(never)]
pub(crate) fn replaced(text: &str, sign: &'static [u8], instead: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (place, piece) in pieces(text, sign).enumerate() {
        if place > 0 {
            out.push_str(instead);
        }
        out.push_str(piece);
    }
    out
}

/// White space, the narrow and the wide included.
pub(crate) fn is_space(character: char) -> bool {
    matches!(
        character,
        ' ' | '\t'..='\r' | '\u{85}' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}'
            | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// Whether one letter changed, added, left out, or swapped with the next makes one of the other.
#[inline(never)]
pub(crate) fn one_apart(one: &[u8], other: &[u8]) -> bool {
    let (short, long) = match one.len().cmp(&other.len()) {
        Ordering::Less => (one, other),
        _ => (other, one),
    };
    let mut at = 0;
    while at < short.len() && short.get(at) == long.get(at) {
        at += 1;
    }
    let same_from = |one: usize, other: usize| short.get(one..) == long.get(other..);
    match long.len() - short.len() {
        0 if at == long.len() => false,
        0 => {
            let swapped = short.get(at) == long.get(at + 1) && short.get(at + 1) == long.get(at);
            same_from(at + 1, at + 1) || swapped && same_from(at + 2, at + 2)
        }
        1 => same_from(at, at + 1),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_the_first_sign() {
        for (text, before, behind) in [
            ("a-b-c", "a", "b-c"),
            ("-b", "", "b"),
            ("a-", "a", ""),
            ("año-é", "año", "é"),
            ("abc", "abc", ""),
            ("", "", ""),
        ] {
            assert_eq!(cut(text, b'-'), (before, behind), "{text}");
        }
    }
}
