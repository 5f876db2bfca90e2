//! The spelling that an official box takes: letters A to Z, and what else its filter lets in.
//!
//! Letters lose their marks as in the machine-readable lines of a passport; apostrophes go, other
//! signs become spaces. Source: ICAO Doc 9303-3 (transliteration, section 6).

use super::reading::Reading;
use crate::{
    Code,
    finding::{Param, SharedFault},
    text::{Class, class},
};

/// Letters U+00C0 to U+017F without their marks; `*` where there is no single one.
const LATIN: &[u8; 192] = b"AAAAAA*CEEEEIIIIDNOOOOO*OUUUUY**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y\
AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi**JjKkkLlLlLlLlLlNnNnNnnNnOoOoOo**RrRrRr\
SsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

/// Letters that are spelled with two, and single ones from elsewhere.
const OTHERS: [(char, &str); 22] = [
    ('Æ', "AE"),
    ('æ', "ae"),
    ('Œ', "OE"),
    ('œ', "oe"),
    ('ß', "ss"),
    ('Þ', "Th"),
    ('þ', "th"),
    ('Ĳ', "IJ"),
    ('ĳ', "ij"),
    ('Ș', "S"),
    ('ș', "s"),
    ('Ț', "T"),
    ('ț', "t"),
    ('Ơ', "O"),
    ('ơ', "o"),
    ('Ư', "U"),
    ('ư', "u"),
    ('Ə', "E"),
    ('ə', "e"),
    ('Ǧ', "G"),
    ('ǧ', "g"),
    ('ẞ', "SS"),
];

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
    if letter.is_ascii_alphabetic() {
        out.push(letter);
    } else if let Some(base) = latin {
        out.push(base as char);
    } else if let Some((_, base)) = (code >= 0x1ea0)
        .then(|| VIETNAMESE.iter().find(|(end, _)| letter <= *end))
        .flatten()
    {
        // Capitals have the even numbers.
        let lower = if code % 2 == 1 { 32 } else { 0 };
        out.push((base + lower) as char);
    } else if let Some((_, spelled)) = OTHERS.iter().find(|(other, _)| *other == letter) {
        out.push_str(spelled);
    } else {
        return false;
    }
    true
}

/// A text in the letters of a box; `None` when there is a character that nothing stands for.
pub(super) fn spelling(text: &str, takes: &[u8]) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        if accepted(character, takes) && character != ' ' {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.push(character);
            continue;
        }
        match character {
            // "P.O." is one word, "St.Pierre" is two.
            '.' => {
                let mut ahead = rest.clone();
                let letter = ahead.next().is_some_and(|next| next.is_ascii_alphabetic());
                let more = ahead.next().is_some_and(|next| next.is_ascii_alphabetic());
                gap |= letter && more;
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
            | '\u{300}'..='\u{36f}' => {}
            ' ' | '-' | ',' | '/' | '#' | ';' | ':' | '&' | '_' => gap = true,
            letter => {
                if gap && !out.is_empty() {
                    out.push(' ');
                }
                gap = false;
                if !spell(letter, &mut out) {
                    return None;
                }
            }
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
        let nothing = reading.text.eq_ignore_ascii_case("N/A");
        let instead = spelling(&reading.text, takes).filter(|_| !nothing);
        reading.say_character(SharedFault::BoxMayRefuse, character, instead);
    }
}

fn accepted(character: char, takes: &[u8]) -> bool {
    character.is_ascii_alphabetic()
        || u8::try_from(character).is_ok_and(|byte| takes.contains(&byte))
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
    let mixed = |word: &&str| word.contains(latin) && word.contains(other);
    let words = || reading.text.split([' ', '-', '@', '.']);
    let Some(character) = words()
        .find(mixed)
        .and_then(|word| word.chars().find(|it| other(*it)))
    else {
        return false;
    };
    // Offered only when nothing of the other alphabet remains.
    let mut instead = Some(String::with_capacity(reading.text.len()));
    for character in reading.text.chars() {
        match (class(character), &mut instead) {
            (Class::LookAlike(byte), Some(text)) if other(character) => {
                let lower = matches!(character, '\u{3b1}'..='\u{3ff}' | '\u{430}'..='\u{52f}');
                text.push(if lower {
                    byte.to_ascii_lowercase()
                } else {
                    byte
                } as char);
            }
            (_, Some(_)) if other(character) => instead = None,
            (_, Some(text)) => text.push(character),
            (_, None) => {}
        }
    }
    let place = reading.place(character);
    reading.tell(code, place, [Param::None; 2], instead);
    true
}
