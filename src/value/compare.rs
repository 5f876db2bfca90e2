//! Two spellings beside each other, letter by letter.

use super::spelling::spell;

/// More letters than these are not laid beside each other one by one: between the beginning and the
/// end that are the same, all of it is another.
const MOST: usize = 64;

/// In what two texts differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    /// In nothing.
    Same,
    /// In capitals alone.
    Capitals,
    /// In accents, and perhaps in capitals.
    Accents,
    /// In spaces, hyphens and other signs, and perhaps in those.
    Signs,
    /// In the order of their words, and perhaps in those.
    Order,
    /// In letters or digits.
    No,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// As it stands there.
    pub text: String,
    /// Whether the other text has it, too, at its place.
    pub same: bool,
}

/// Two texts beside each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// In what they differ.
    pub alike: Alike,
    texts: [String; 2],
}

impl Compared {
    /// One and the other, part by part.
    #[must_use]
    pub fn sides(&self) -> [Vec<Run>; 2] {
        let [one, other] = &self.texts;
        sides(one, other)
    }
}

/// Lays two texts beside each other.
///
/// ```
/// use prefile::form::{Alike, compare};
/// assert_eq!(compare("García", "Garcia").alike, Alike::Accents);
/// assert_eq!(compare("Garcia", "Garsia").alike, Alike::No);
/// ```
#[must_use]
pub fn compare(one: &str, other: &str) -> Compared {
    Compared {
        alike: alike(one, other),
        texts: [one, other].map(str::to_owned),
    }
}

fn alike(one: &str, other: &str) -> Alike {
    let same = |level| read(one, level) == read(other, level);
    if one == other {
        return Alike::Same;
    }
    if cases(one, other) {
        return Alike::Capitals;
    }
    if same(false) {
        return Alike::Accents;
    }
    if same(true) {
        return Alike::Signs;
    }
    // 12 Main St 4 and 4 Main St 12 are two houses.
    let has_digits = one.bytes().any(|byte| byte.is_ascii_digit());
    if !has_digits && words(one) == words(other) {
        return Alike::Order;
    }
    Alike::No
}

/// Whether two texts have the same letters, large or small.
fn cases(one: &str, other: &str) -> bool {
    let (mut ones, mut others) = (one.chars(), other.chars());
    loop {
        match (ones.next(), others.next()) {
            (None, None) => return true,
            (Some(one), Some(other)) if is_case(one, other) => {}
            _ => return false,
        }
    }
}

/// Small and capital letters are neighbours in Unicode, or 32 apart among the oldest ones.
fn is_case(one: char, other: char) -> bool {
    if one == other || one.eq_ignore_ascii_case(&other) {
        return true;
    }
    let (small, large) = (letter(one), letter(other));
    let apart = (one as u32).abs_diff(other as u32);
    let pair = if (one as u32) < 0x100 { 32 } else { 1 };
    apart == pair && small != large && small.eq_ignore_ascii_case(&large)
}

/// A letter in A to Z, if it can be written so.
fn letter(letter: char) -> String {
    let mut out = String::new();
    if !spell(letter, &mut out) {
        out.push(letter);
    }
    out
}

/// The letters in small a to z, and with or without what is neither letter nor digit.
fn read(text: &str, bare: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        // An accent that stands behind its letter.
        if matches!(sign, '\u{300}'..='\u{36f}') {
            continue;
        }
        if !bare || !sign.is_ascii() && !is_sign(sign) || sign.is_ascii_alphanumeric() {
            out.push_str(&letter(sign));
        }
    }
    out.make_ascii_lowercase();
    out
}

/// Punctuation and spaces beyond ASCII.
fn is_sign(sign: char) -> bool {
    matches!(sign, '\u{a0}'..='\u{bf}' | '\u{2b0}'..='\u{2ff}' | '\u{2000}'..='\u{206f}')
}

/// The words, in an order of their own.
fn words(text: &str) -> Vec<String> {
    let text = read(text, false);
    let words = text.split(|sign: char| sign.is_ascii() && !sign.is_ascii_alphanumeric());
    let mut words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    crate::order::by(&mut words, |one, next| one <= next);
    words
}

/// Which parts of two texts are in the other one, too.
fn sides(one: &str, other: &str) -> [Vec<Run>; 2] {
    let [ones, others]: [Vec<char>; 2] = [one, other].map(|text| text.chars().collect());
    let shorter = ones.len().min(others.len());
    let front = (0..shorter).take_while(|at| ones[*at] == others[*at]);
    let front = front.count();
    let back = (0..shorter - front)
        .take_while(|at| ones[ones.len() - 1 - at] == others[others.len() - 1 - at]);
    let back = back.count();
    let middles = [&ones, &others].map(|all| &all[front..all.len() - back]);
    let kept = common(middles[0], middles[1]);
    [(&ones, 0), (&others, 1)].map(|(all, side)| {
        let mut runs: Vec<Run> = Vec::new();
        for (at, letter) in all.iter().enumerate() {
            let middle = at.wrapping_sub(front);
            let same = kept[side].get(middle).copied().unwrap_or(true);
            match runs.last_mut() {
                Some(last) if last.same == same => last.text.push(*letter),
                _ => runs.push(Run {
                    text: letter.to_string(),
                    same,
                }),
            }
        }
        runs
    })
}

/// Which letters of each are in the longest text that both hold.
fn common(ones: &[char], others: &[char]) -> [Vec<bool>; 2] {
    let mut kept = [vec![false; ones.len()], vec![false; others.len()]];
    let is_number = |text: &[char]| {
        !text
            .iter()
            .any(|letter| letter.is_ascii_alphabetic() || !letter.is_ascii())
    };
    if ones.len() == others.len() && is_number(ones) && is_number(others) {
        // Numbers are compared one digit at a time.
        let same = ones.iter().zip(others).map(|(one, other)| one == other);
        let same: Vec<bool> = same.collect();
        return [same.clone(), same];
    }
    if ones.len() > MOST || others.len() > MOST {
        return kept;
    }
    let width = others.len() + 1;
    // How much is common behind each two places.
    let mut most = vec![0_u8; (ones.len() + 1) * width];
    for (at, one) in ones.iter().enumerate().rev() {
        for (place, other) in others.iter().enumerate().rev() {
            let cell = at * width + place;
            most[cell] = if one == other {
                most[cell + width + 1] + 1
            } else {
                most[cell + width].max(most[cell + 1])
            };
        }
    }
    let (mut at, mut place) = (0, 0);
    while at < ones.len() && place < others.len() {
        let cell = at * width + place;
        if ones[at] == others[place] {
            kept[0][at] = true;
            kept[1][place] = true;
            at += 1;
            place += 1;
        } else if most[cell + width] >= most[cell + 1] {
            at += 1;
        } else {
            place += 1;
        }
    }
    kept
}
