//! The spelling that an official box takes: letters A to Z, and what else its filter lets in.
//!
//! Letters lose their marks as in the machine-readable lines of a passport; apostrophes go, other
//! signs become spaces. Source: ICAO Doc 9303-3 (transliteration, section 6).

use super::{
    piece::{character, pieces, same},
    reading::Reading,
};
use crate::{
    Code,
    finding::{Param, SharedFault},
    text::{Class, class, has},
};

/// Letters U+00C0 to U+017F without their marks; `*` where there is no single one.
const LATIN: &[u8; 192] = b"AAAAAA*CEEEEIIIIDNOOOOO*OUUUUY**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y\
AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi**JjKkkLlLlLlLlLlNnNnNnnNnOoOoOo**RrRrRr\
SsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

/// Letters that are spelled with two, and single ones from elsewhere.
const OTHERS: &str = "ÆAE æae ŒOE œoe ßss ÞTh þth ĲIJ ĳij ȘS șs ȚT țt ƠO ơo ƯU ưu ƏE əe ǦG ǧg ẞSS";

/// Where each base letter of Vietnamese, U+1EA0 to U+1EF9, ends.
const VIETNAMESE: [(char, u8); 6] = [
    ('\u{1eb7}', b'A'),
    ('\u{1ec7}', b'E'),
    ('\u{1ecb}', b'I'),
    ('\u{1ee3}', b'O'),
    ('\u{1ef1}', b'U'),
    ('\u{1ef9}', b'Y'),
];

/// Writes the letter with A to Z; `false` if it is none that can be.
pub(super) fn spell(letter: char, out: &mut String) -> bool {
    let code = letter as u32;
    let latin = code
        .checked_sub(0xc0)
        .and_then(|place| LATIN.get(place as usize))
        .copied()
        .filter(|base| *base != b'*');
    let vietnamese = || {
        let (_, base) = VIETNAMESE.iter().find(|(end, _)| letter <= *end)?;
        // Capitals have the even numbers.
        let lower = if code % 2 == 1 { 32 } else { 0 };
        (code >= 0x1ea0).then_some(base + lower)
    };
    if letter.is_ascii() {
        if !letter.is_ascii_alphabetic() {
            return false;
        }
        out.push(letter);
    } else if let Some(base) = latin.or_else(vietnamese) {
        out.push(base as char);
    } else {
        let mut others = pieces(OTHERS, b" ");
        let Some(spelt) = others.find_map(|row| row.strip_prefix(letter)) else {
            return false;
        };
        out.push_str(spelt);
    }
    true
}

/// A text in the letters A to Z and the signs of a box; `None` when there is a character that nothing stands for.
///
/// ```
/// use prefile::form::spelling;
/// assert_eq!(spelling("Núñez-Łódź", b" ").as_deref(), Some("Nunez Lodz"));
/// assert_eq!(spelling("Гарсия", b" -"), None);
/// ```
#[must_use]
pub fn spelling(text: &str, takes: &[u8]) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        let kept = accepted(character, takes) && character != ' ';
        match character {
            _ if kept => {}
            // "P.O." is one word, "St.Pierre" is two.
            '.' => {
                let mut ahead = rest.clone();
                let letter = ahead.next().is_some_and(|next| next.is_ascii_alphabetic());
                let more = ahead.next().is_some_and(|next| next.is_ascii_alphabetic());
                gap |= letter && more;
                continue;
            }
            '\''
            | '’'
            | '‘'
            | '`'
            | '´'
            | 'ʼ'
            | 'ʻ'
            | 'ʾ'
            | 'ʿ'
            | '′'
            | '·'
            | '"'
            | '“'
            | '”'
            | '('
            | ')'
            | '\u{300}'..='\u{36f}' => continue,
            ' ' | '-' | ',' | '/' | '#' | ';' | ':' | '&' | '_' => {
                gap = true;
                continue;
            }
            _ => {}
        }
        if gap && !out.is_empty() {
            out.push(' ');
        }
        gap = false;
        if kept {
            out.push(character);
        } else if !spell(character, &mut out) {
            return None;
        }
    }
    (!out.is_empty()).then_some(out)
}

/// Says which letter is of another alphabet than its word, or which character the official box may
/// refuse, and offers the spelling that it takes.
pub(super) fn letters(reading: &mut Reading, takes: &[u8]) {
    if look_alike_letter(reading) {
        return;
    }
    let refused = reading.text.chars().find(|it| !accepted(*it, takes));
    if let Some(character) = refused {
        let nothing = same(&reading.text, "N/A");
        let instead = spelling(&reading.text, takes).filter(|_| !nothing);
        reading.say_character(SharedFault::BoxMayRefuse, character, instead);
    }
}

fn accepted(character: char, takes: &[u8]) -> bool {
    character.is_ascii_alphabetic() || u8::try_from(character).is_ok_and(|byte| has(takes, byte))
}

/// Says so of a Cyrillic or Greek letter that hides among Latin ones.
pub(super) fn look_alike_letter(reading: &mut Reading) -> bool {
    let code = Code::of(reading.kind, SharedFault::LookAlikeLetter);
    if code.is_none() {
        return false;
    }
    let latin = |it: char| {
        it.is_ascii_alphabetic() || matches!(it, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
    };
    let other = |it: char| matches!(it, '\u{370}'..='\u{52f}');
    let mut words = pieces(&reading.text, b" -@.");
    let odd =
        words.find_map(|word| character(word, other).filter(|_| character(word, latin).is_some()));
    let Some(odd) = odd else {
        return false;
    };
    // Offered only when nothing of the other alphabet remains.
    let (mut instead, mut mends) = (String::new(), true);
    for typed in reading.text.chars() {
        let mut read = typed;
        if other(typed) {
            mends &= match class(typed) {
                Class::LookAlike(byte) => {
                    let lower = matches!(typed, '\u{3b1}'..='\u{3ff}' | '\u{430}'..='\u{52f}');
                    read = (if lower { byte | 32 } else { byte }) as char;
                    true
                }
                _ => false,
            };
        }
        instead.push(read);
    }
    let instead = mends.then_some(instead);
    let place = reading.place(odd);
    reading.tell(code, place, [Param::None; 2], instead);
    true
}
