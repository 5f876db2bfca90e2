//! `data/field-words.toml`: what boxes are called, packed into bytes for `src/field/`.
//!
//! `WORDS`: for each first letter the words that begin with it: length of the rest, the rest, the
//! word's number in two bytes. `PHRASES`: for each word the phrases that begin with it, the longest
//! first: the target, weight and length, the numbers of its other words in one byte: words that go
//! on with a phrase are numbered before those that only begin one.

use std::{collections::BTreeMap, fmt::Write as _, path::Path};

const PATH: &str = "data/field-words.toml";
/// The words that are no part of a phrase come first.
const GRAMMAR: [&str; 3] = ["skipped", "turns", "asks"];
const WEIGHTS: [&str; 3] = ["says", "suggests", "hints"];
const WHOSE: [&str; 11] = [
    "applicant",
    "petitioner",
    "beneficiary",
    "spouse",
    "child",
    "parent",
    "sponsor",
    "representative",
    "preparer",
    "interpreter",
    "employer",
];
const PURPOSE: [&str; 9] = [
    "home",
    "mailing",
    "previous",
    "abroad",
    "birth",
    "entry",
    "expiry",
    "issue",
    "signature",
];
const NONE: u8 = 64;
const QUIET: u8 = 65;
const OVER: u8 = 66;
const ASIDE: u8 = 128;
const FIRST_WHOSE: u8 = 129;
const FIRST_PURPOSE: u8 = 160;

#[derive(Default)]
struct Packer {
    /// Spelling → number.
    words: BTreeMap<String, u16>,
    count: u16,
    /// First word → phrases: target, weight, words.
    phrases: BTreeMap<u16, Vec<(u8, u8, Vec<u16>)>>,
}

pub fn tables(root: &Path, kinds: &[String]) -> Result<String, String> {
    let table = crate::toml(root, PATH)?;
    let mut packer = Packer::default();
    for class in GRAMMAR {
        packer.count += 1;
        for spelling in text(&table, "grammar", class)?.split(' ') {
            packer.words.insert(spelling.to_owned(), packer.count);
        }
    }
    for (word, spellings) in section(&table, "spelled")? {
        let number = packer.word(word)?;
        let spellings = spellings.as_str().unwrap_or_default();
        for spelling in spellings.split(' ') {
            if packer.words.insert(spelling.to_owned(), number).is_some() {
                return Err(format!("{PATH}: `{spelling}` is spelled twice"));
            }
        }
    }
    for (kind, weights) in section(&table, "kind")? {
        let target = match kinds.iter().position(|known| known == kind) {
            Some(index) => u8::try_from(index).expect("there are fewer kinds than 64"),
            None if kind == "none" => NONE,
            None => return Err(format!("{PATH}: no kind `{kind}`")),
        };
        packer.weighted(target, weights, kind)?;
    }
    packer.weighted(QUIET, &table["quiet"], "quiet")?;
    packer.weighted(OVER, &table["over"], "over")?;
    packer.weighted(ASIDE, &table["aside"], "aside")?;
    for (group, names, first) in [
        ("whose", WHOSE.as_slice(), FIRST_WHOSE),
        ("purpose", PURPOSE.as_slice(), FIRST_PURPOSE),
    ] {
        for (name, phrases) in section(&table, group)? {
            let place = names.iter().position(|known| known == name);
            let place = place.ok_or_else(|| format!("{PATH}: no {group} `{name}`"))?;
            let target = first + u8::try_from(place).expect("a short list");
            packer.phrases(target, 0, phrases, name)?;
        }
    }
    let mut lengths = vec![(0, 0); kinds.len()];
    for (kind, pair) in section(&table, "length")? {
        let place = kinds.iter().position(|known| known == kind);
        let place = place.ok_or_else(|| format!("{PATH}: no kind `{kind}`"))?;
        let number = |at: usize| pair.get(at).and_then(toml::Value::as_integer);
        lengths[place] = number(0)
            .zip(number(1))
            .ok_or_else(|| format!("{PATH}: length.{kind} is two numbers"))?;
    }
    packer.number()?;
    Ok(packer.written(&lengths))
}

fn section<'t>(table: &'t toml::Table, name: &str) -> Result<&'t toml::Table, String> {
    table
        .get(name)
        .and_then(toml::Value::as_table)
        .ok_or_else(|| format!("{PATH}: no [{name}]"))
}

fn text<'t>(table: &'t toml::Table, group: &str, name: &str) -> Result<&'t str, String> {
    section(table, group)?
        .get(name)
        .and_then(toml::Value::as_str)
        .ok_or_else(|| format!("{PATH}: no `{name}` in [{group}]"))
}

impl Packer {
    fn word(&mut self, word: &str) -> Result<u16, String> {
        if let Some(number) = self.words.get(word) {
            return Ok(*number);
        }
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        if word.is_empty() || !word.bytes().all(plain) {
            return Err(format!("{PATH}: `{word}` is no word: a-z and 0-9"));
        }
        self.count += 1;
        self.words.insert(word.to_owned(), self.count);
        Ok(self.count)
    }

    fn weighted(&mut self, target: u8, weights: &toml::Value, name: &str) -> Result<(), String> {
        for (weight, phrases) in weights.as_table().into_iter().flatten() {
            let place = WEIGHTS.iter().position(|known| known == weight);
            let place = place.ok_or_else(|| format!("{PATH}: {name}: no weight `{weight}`"))?;
            let place = u8::try_from(place).expect("three weights");
            self.phrases(target, place, phrases, name)?;
        }
        Ok(())
    }

    fn phrases(
        &mut self,
        target: u8,
        weight: u8,
        phrases: &toml::Value,
        name: &str,
    ) -> Result<(), String> {
        for phrase in phrases.as_array().into_iter().flatten() {
            let phrase = phrase.as_str().unwrap_or_default();
            let mut words = Vec::new();
            for word in phrase.split([' ', '/']) {
                let number = self.word(word)?;
                if usize::from(number) > GRAMMAR.len() {
                    words.push(number);
                }
            }
            let Some((first, rest)) = words.split_first() else {
                return Err(format!("{PATH}: {name}: `{phrase}` says nothing"));
            };
            let of = self.phrases.entry(*first).or_default();
            let roles = target >= ASIDE;
            if of
                .iter()
                .any(|(other, _, words)| words == rest && (*other >= ASIDE) == roles)
            {
                return Err(format!("{PATH}: {name}: `{phrase}` is there already"));
            }
            of.push((target, weight, rest.to_vec()));
        }
        Ok(())
    }

    /// Numbers the words anew: first those that go on with a phrase.
    fn number(&mut self) -> Result<(), String> {
        let going_on = |word: &u16| {
            usize::from(*word) <= GRAMMAR.len()
                || self
                    .phrases
                    .values()
                    .flatten()
                    .any(|(_, _, rest)| rest.contains(word))
        };
        let (mut order, others): (Vec<u16>, Vec<u16>) = (1..=self.count).partition(going_on);
        if order.len() > 255 {
            return Err(format!(
                "{PATH}: {} words go on with a phrase, 255 is the most",
                order.len()
            ));
        }
        order.extend(others);
        let new: BTreeMap<u16, u16> = order.into_iter().zip(1..).collect();
        for number in self.words.values_mut() {
            *number = new[number];
        }
        let phrases = std::mem::take(&mut self.phrases);
        for (first, mut of) in phrases {
            for word in of.iter_mut().flat_map(|(_, _, rest)| rest) {
                *word = new[word];
            }
            self.phrases.insert(new[&first], of);
        }
        Ok(())
    }

    fn written(mut self, lengths: &[(i64, i64)]) -> String {
        let mut out = format!("// From {PATH}, by build/fields.rs.\n");
        let (mut words, mut starts) = (Vec::new(), Vec::new());
        for first in (b'0'..=b'9').chain(b'a'..=b'z') {
            starts.push(words.len());
            for (word, number) in &self.words {
                let Some(rest) = word.as_bytes().strip_prefix(&[first]) else {
                    continue;
                };
                words.push(u8::try_from(rest.len()).expect("a word is short"));
                words.extend(rest);
                words.extend(number.to_be_bytes());
            }
        }
        starts.push(words.len());
        let (mut phrases, mut firsts) = (Vec::new(), Vec::new());
        for number in 0..=self.count {
            firsts.push(phrases.len());
            let mut of = self.phrases.remove(&number).unwrap_or_default();
            of.sort_by_key(|(_, _, words)| std::cmp::Reverse(words.len()));
            for (target, weight, words) in of {
                phrases.push(target);
                phrases.push(weight << 4 | u8::try_from(words.len()).expect("a phrase is short"));
                let small = |word: u16| u8::try_from(word).expect("numbered so");
                phrases.extend(words.into_iter().map(small));
            }
        }
        firsts.push(phrases.len());
        let _ = writeln!(out, "const WORDS: [u8; {}] = {words:?};", words.len());
        let _ = writeln!(out, "const WORDS_OF: [u16; {}] = {starts:?};", starts.len());
        let _ = writeln!(out, "const PHRASES: [u8; {}] = {phrases:?};", phrases.len());
        let _ = writeln!(
            out,
            "const PHRASES_OF: [u16; {}] = {firsts:?};",
            firsts.len()
        );
        let _ = writeln!(
            out,
            "/// The shortest box for a kind, and the length that speaks for it.\n\
             pub(super) const LENGTHS: [(u8, u8); {}] = {lengths:?};",
            lengths.len()
        );
        out
    }
}
