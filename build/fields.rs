//! `data/field-words.toml`: what boxes are called, packed into bytes for `src/field/`.
//!
//! A word is its hash. There are three classes: words that go on with a phrase or have other spellings
//! (so that their numbers are one byte), words that only begin one, and other spellings, whose words'
//! numbers `NUMBERS` has. A class is cut into buckets by the first bits; `BUCKETS` has the places where
//! they begin and where the last one ends, and `WORDS` the differences of the sorted hashes in each
//! (their low bytes, then their high ones). `PHRASES` has for each word the
//! phrases that begin with it, the longest first: the target, weight and length, the numbers of its
//! other words; `LENGTHS_OF` says how many bytes each word has there, `STARTS` where those of every
//! sixteenth begin.

use std::{collections::BTreeMap, fmt::Write as _, path::Path};

const PATH: &str = "data/field-words.toml";
/// The words that are no part of a phrase come first.
const GRAMMAR: [&str; 3] = ["skipped", "turns", "asks"];
const WEIGHTS: [&str; 5] = ["says", "suggests", "hints", "denies", "alone"];
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
const NONE: u8 = 47;
const QUIET: u8 = 65;
const OVER: u8 = 66;
const RECALLS: u8 = 67;
const ASIDE: u8 = 128;
const FIRST_WHOSE: u8 = 129;
const FIRST_PURPOSE: u8 = 160;
const ELSEWHERE: u8 = 169;

#[derive(Default)]
struct Packer {
    /// Spelling → number.
    words: BTreeMap<String, u16>,
    /// Number → hash of the word itself.
    hashes: BTreeMap<u16, u32>,
    /// The number of the first word that only begins phrases.
    beginners: u16,
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
            Some(index) => u8::try_from(index).expect("there are fewer kinds than 47"),
            None if kind == "none" => NONE,
            None => return Err(format!("{PATH}: no kind `{kind}`")),
        };
        packer.weighted(target, weights, kind)?;
    }
    packer.weighted(QUIET, &table["quiet"], "quiet")?;
    packer.weighted(OVER, &table["over"], "over")?;
    packer.weighted(RECALLS, &table["recalls"], "recalls")?;
    packer.weighted(ASIDE, &table["aside"], "aside")?;
    packer.weighted(ELSEWHERE, &table["elsewhere"], "elsewhere")?;
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
    packer.written(&lengths)
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
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'/';
        if word.is_empty() || !word.bytes().all(plain) {
            return Err(format!("{PATH}: `{word}` is no word: a-z and 0-9"));
        }
        self.count += 1;
        self.words.insert(word.to_owned(), self.count);
        self.hashes.insert(self.count, hash(word));
        Ok(self.count)
    }

    fn weighted(&mut self, target: u8, weights: &toml::Value, name: &str) -> Result<(), String> {
        for (weight, phrases) in weights.as_table().into_iter().flatten() {
            let place = WEIGHTS.iter().position(|known| known == weight);
            let place = place.ok_or_else(|| format!("{PATH}: {name}: no weight `{weight}`"))?;
            let place = u8::try_from(place).expect("five weights");
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
            for word in phrase.split(' ') {
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

    /// Numbers the words anew: first those that go on with a phrase or have other spellings.
    fn number(&mut self) -> Result<(), String> {
        let spelled = |word: &u16| self.words.values().filter(|number| *number == word).count() > 1;
        let going_on = |word: &u16| {
            spelled(word)
                || usize::from(*word) <= GRAMMAR.len()
                || self
                    .phrases
                    .values()
                    .flatten()
                    .any(|(_, _, rest)| rest.contains(word))
        };
        let (mut order, mut others): (Vec<u16>, Vec<u16>) = (1..=self.count).partition(going_on);
        if order.len() > 255 {
            return Err(format!(
                "{PATH}: {} words go on with a phrase or have other spellings, 255 is the most",
                order.len()
            ));
        }
        // By their hashes; the grammar's classes have none and stay the first.
        order.sort_by_key(|number| self.hashes.get(number));
        others.sort_by_key(|number| self.hashes.get(number));
        self.beginners = u16::try_from(order.len()).expect("at most 255") + 1;
        order.extend(others);
        let new: BTreeMap<u16, u16> = order.into_iter().zip(1..).collect();
        for number in self.words.values_mut() {
            *number = new[number];
        }
        self.hashes = std::mem::take(&mut self.hashes)
            .into_iter()
            .map(|(number, hash)| (new[&number], hash))
            .collect();
        let phrases = std::mem::take(&mut self.phrases);
        for (first, mut of) in phrases {
            for word in of.iter_mut().flat_map(|(_, _, rest)| rest) {
                *word = new[word];
            }
            self.phrases.insert(new[&first], of);
        }
        Ok(())
    }

    fn written(mut self, lengths: &[(i64, i64)]) -> Result<String, String> {
        let mut out = format!("// From {PATH}, by build/fields.rs.\n");
        let first = u16::try_from(GRAMMAR.len()).expect("three") + 1;
        let mut hashes = Hashes::default();
        for range in [first..self.beginners, self.beginners..self.count + 1] {
            hashes.class(range.map(|number| self.hashes[&number]))?;
        }
        let known: Vec<u32> = self.hashes.values().copied().collect();
        let mut spellings = BTreeMap::new();
        for (word, number) in &self.words {
            let hash = hash(word);
            if self.hashes.get(number) == Some(&hash) {
                continue;
            }
            if known.contains(&hash) || spellings.insert(hash, *number).is_some() {
                return Err(format!("{PATH}: `{word}` has another word's hash"));
            }
        }
        hashes.class(spellings.keys().copied())?;
        let small = |word: u16| u8::try_from(word).expect("numbered so");
        let numbers: Vec<u8> = spellings.into_values().map(small).collect();
        let (mut phrases, mut lengths_of): (Vec<u8>, Vec<u8>) = (Vec::new(), Vec::new());
        let mut starts = Vec::new();
        for number in 0..=self.count {
            let before = phrases.len();
            if number % STRIDE == 0 {
                starts.push(before);
            }
            let mut of = self.phrases.remove(&number).unwrap_or_default();
            of.sort_by_key(|(_, _, words)| std::cmp::Reverse(words.len()));
            for (target, weight, words) in of {
                phrases.push(target);
                phrases.push(weight << 4 | u8::try_from(words.len()).expect("a phrase is short"));
                phrases.extend(words.into_iter().map(small));
            }
            let length = u8::try_from(phrases.len() - before)
                .map_err(|_| format!("{PATH}: too many phrases begin alike"))?;
            lengths_of.push(length);
        }
        let _ = writeln!(out, "const HASH_START: u32 = {};", grouped(HASH_START));
        let _ = writeln!(out, "const HASH_TIMES: u32 = {};", grouped(HASH_TIMES));
        let _ = writeln!(out, "const HASH_SHIFT: u32 = {HASH_SHIFT};");
        let longest = self.words.keys().map(String::len).max().unwrap_or(0);
        let _ = writeln!(out, "const LONGEST_WORD: usize = {longest};");
        let _ = writeln!(
            out,
            "pub(super) const NUMBER: u16 = {};",
            self.words["number"]
        );
        let _ = writeln!(out, "const BUCKET_COUNT: usize = {BUCKET_COUNT};");
        let _ = writeln!(out, "const BUCKET_SHIFT: u32 = {BUCKET_SHIFT};");
        let _ = writeln!(out, "const SPELLINGS: usize = {};", self.count + 1 - first);
        let Hashes {
            buckets,
            gaps: [low, high],
        } = hashes;
        let _ = writeln!(
            out,
            "static BUCKETS: [[u8; {BUCKET_COUNT} + 1]; {}] = {buckets:?};",
            buckets.len()
        );
        let _ = writeln!(
            out,
            "static WORDS: [[u8; {}]; 2] = [{low:?}, {high:?}];",
            low.len()
        );
        let _ = writeln!(
            out,
            "static NUMBERS: [u8; {}] = {numbers:?};",
            numbers.len()
        );
        let _ = writeln!(
            out,
            "static PHRASES: [u8; {}] = {phrases:?};",
            phrases.len()
        );
        let _ = writeln!(out, "const STRIDE: usize = {STRIDE};");
        let _ = writeln!(out, "static STARTS: [u16; {}] = {starts:?};", starts.len());
        let _ = writeln!(
            out,
            "static LENGTHS_OF: [u8; {}] = {lengths_of:?};",
            lengths_of.len()
        );
        let _ = writeln!(
            out,
            "/// The shortest box for a kind, and the length that speaks for it.\n\
             pub(super) static LENGTHS: [(u8, u8); {}] = {lengths:?};",
            lengths.len()
        );
        Ok(out)
    }
}

/// FNV-1a; `src/field/table.rs` does the same.
const HASH_START: u32 = 0x811c_9dc5;
const HASH_TIMES: u32 = 0x0100_0193;
/// 20 bits are kept: of 2,000 words that are none of ours one is taken for one.
const HASH_SHIFT: u32 = 12;
/// Of these the first five choose the bucket.
const BUCKET_SHIFT: u32 = 15;
const BUCKET_COUNT: usize = 32;

/// Of every so many words the start of their phrases is at hand.
const STRIDE: u16 = 16;

fn hash(word: &str) -> u32 {
    let hash = word.bytes().fold(HASH_START, |hash, letter| {
        (hash ^ u32::from(letter | 32)).wrapping_mul(HASH_TIMES)
    });
    hash >> HASH_SHIFT
}

fn grouped(number: u32) -> String {
    format!("0x{:04x}_{:04x}", number >> 16, number & 0xffff)
}

#[derive(Default)]
struct Hashes {
    buckets: Vec<Vec<u8>>,
    gaps: [Vec<u8>; 2],
}

impl Hashes {
    /// Adds a class of sorted hashes.
    fn class(&mut self, hashes: impl Iterator<Item = u32>) -> Result<(), String> {
        let (mut begins, mut before, mut count) = (vec![0], 0, 0u8);
        for hash in hashes {
            let bucket = (hash >> BUCKET_SHIFT) as usize;
            if begins.len() <= bucket {
                begins.resize(bucket + 1, count);
                before = hash >> BUCKET_SHIFT << BUCKET_SHIFT;
            }
            let gap = u16::try_from(hash - before).expect("a bucket is narrow");
            for (bytes, byte) in self.gaps.iter_mut().zip(gap.to_le_bytes()) {
                bytes.push(byte);
            }
            let more = count.checked_add(1);
            count = more.ok_or_else(|| format!("{PATH}: more than 255 words of a class"))?;
            before = hash;
        }
        begins.resize(BUCKET_COUNT + 1, count);
        self.buckets.push(begins);
        Ok(())
    }
}
