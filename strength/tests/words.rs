//! Writes the compressed word lists from their sources and compares them with the file that ships.
//!
//! `PREFILE_WRITE=1 cargo test -p prefile-strength --test words` writes the file.

#[path = "../src/words/model.rs"]
mod model;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use model::{
    END, HEAVIEST, LENGTHS, LONGEST_RUN, LOWEST, PRECISION, Shape, TABLES, WEIGHTS, frequencies,
};

/// Lists in the order of their numbers in the file.
const PASSWORDS: usize = 0;
const WORDS: usize = 1;
const NAMES: usize = 2;

/// Where steps of rank begin: the rank that all words of a step are given. Rare words are many, so
/// their steps are wide.
const STEPS: [u16; 51] = [
    1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 16, 19, 22, 26, 32, 38, 45, 53, 64, 76, 91, 108, 128, 152,
    181, 215, 256, 304, 362, 431, 512, 609, 724, 861, 1024, 1218, 1448, 1722, 2048, 2435, 2896,
    3444, 4096, 5000, 6000, 7500, 9500, 12_000, 15_500, 20_000,
];

/// How many words of a language most people use.
const VOCABULARY: u32 = 10_000;

/// How many words are kept.
const KEPT: usize = 75_200;

/// zxcvbn's lists, ours for them, and how often their words are met in passwords of those for whom
/// this is made: an estimate, which decides which rare words are kept.
const ENGLISH: [(&str, usize, f64); 6] = [
    ("PASSWORDS", PASSWORDS, 1.6),
    ("ENGLISH_WIKI", WORDS, 1.0),
    ("US_TV_AND_FILM", WORDS, 1.0),
    ("FEMALE_NAMES", NAMES, 1.0),
    ("MALE_NAMES", NAMES, 1.0),
    ("SURNAMES", NAMES, 0.7),
];

/// The sections of `spanish.txt`, the same way.
const SPANISH: [(&str, usize, f64); 4] = [
    ("given names", NAMES, 1.0),
    ("family names", NAMES, 0.35),
    ("wikipedia", WORDS, 0.4),
    ("subtitles", WORDS, 0.6),
];

/// Each word with its best rank, the list where it has it, and how often it is met.
type Words = BTreeMap<Vec<u8>, (u32, usize, f64)>;

#[test]
fn the_file_follows_from_its_sources() {
    let Some(source) = frequency_lists() else {
        panic!("the source of zxcvbn 3.1.1 is not in the registry: run `cargo fetch`");
    };
    let mut words = Words::new();
    let english = fs::read_to_string(source).unwrap();
    for (name, list, weight) in ENGLISH {
        let start = english.find(&format!("const {name}: &str = \"")).unwrap();
        let text = english[start..].split('"').nth(1).unwrap();
        add(&mut words, text.split(','), list, weight);
    }
    let spanish = fs::read_to_string(data("spanish.txt")).unwrap();
    for (name, list, weight) in SPANISH {
        let start = spanish.find(&format!("\n[{name}]\n")).unwrap();
        let section = spanish[start + 1..].lines().skip(1);
        let section = section.take_while(|line| !line.starts_with('['));
        add(&mut words, section, list, weight);
    }
    keep_the_most_useful(&mut words);
    let bytes = encode(&words);
    println!("{} words, {} bytes", words.len(), bytes.len());
    let path = data("words.bin");
    if std::env::var_os("PREFILE_WRITE").is_some() {
        fs::write(&path, &bytes).unwrap();
    }
    assert!(
        fs::read(&path).unwrap() == bytes,
        "words.bin is not what its sources give: write it with PREFILE_WRITE=1"
    );
}

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../data/words")
        .join(name)
}

/// Where cargo keeps the source of zxcvbn's lists.
fn frequency_lists() -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map_or_else(
        || PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cargo"),
        PathBuf::from,
    );
    fs::read_dir(home.join("registry/src"))
        .ok()?
        .flatten()
        .map(|registry| registry.path().join("zxcvbn-3.1.1/src/frequency_lists.rs"))
        .find(|path| path.exists())
}

fn add<'text>(
    words: &mut Words,
    source: impl Iterator<Item = &'text str>,
    list: usize,
    weight: f64,
) {
    for (rank, word) in (1..).zip(source) {
        let word = fold(word);
        if word == b"-" || word.len() >= LENGTHS {
            continue;
        }
        let met = weight / f64::from(rank);
        let entry = words.entry(word).or_insert((rank, list, met));
        if (rank, list) < (entry.0, entry.1) {
            (entry.0, entry.1) = (rank, list);
        }
        entry.2 = entry.2.max(met);
    }
}

/// Leaves the words without which passwords would be overrated most.
///
/// A word is met about as often as its rank says (Zipf's law), and beyond everybody's vocabulary less.
/// Without it, its letters are explained by brute force or by two parts; what matters is how many
/// more guesses that would seem to take. Beyond three orders of magnitude it is all the same, and beside other parts every word counts. All
/// this stands against the bits that the word takes: so many for itself, and so many for each letter
/// that it does not share with a neighbour.
fn keep_the_most_useful(words: &mut Words) {
    let sorted: Vec<&Vec<u8>> = words.keys().collect();
    let mut worth: Vec<(f64, &Vec<u8>)> = words
        .iter()
        .enumerate()
        .map(|(place, (word, &(rank, list, met)))| {
            let gain = (alternative(words, word) / f64::from(rank)).log10();
            let known = if list != PASSWORDS && rank > VOCABULARY {
                0.4
            } else {
                1.0
            };
            let neighbours = [place.wrapping_sub(1), place + 1];
            let shared = neighbours
                .iter()
                .filter_map(|&at| Some(common(sorted.get(at)?, word)))
                .max()
                .unwrap_or_default();
            let bits = 9.0 + 4.3 * f64::from(u32::try_from(word.len() - shared).unwrap());
            (gain.clamp(0.8, 3.0) * met * known / bits, word)
        })
        .collect();
    worth.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(other.1)));
    let dropped: Vec<Vec<u8>> = worth
        .iter()
        .enumerate()
        .filter(|(place, (worth, _))| *place >= KEPT || *worth <= 0.0)
        .map(|(_, (_, word))| (*word).clone())
        .collect();
    for word in dropped {
        words.remove(&word);
    }
}

fn common<T: PartialEq>(one: &[T], other: &[T]) -> usize {
    one.iter().zip(other).take_while(|(x, y)| x == y).count()
}

/// How many guesses `word` would seem to take if it was not in the list.
fn alternative(words: &Words, word: &[u8]) -> f64 {
    let bruteforce = |part: &[u8]| 10_f64.powi(i32::try_from(part.len()).unwrap());
    let part = |part: &[u8]| {
        let listed = words
            .get(part)
            .map_or(f64::INFINITY, |&(rank, ..)| f64::from(rank));
        let least = if part.len() == 1 { 10.0 } else { 50.0 };
        listed.min(bruteforce(part)).max(least)
    };
    (1..word.len())
        .map(|at| 2.0 * part(&word[..at]) * part(&word[at..]) + 1e4)
        .fold(bruteforce(word), f64::min)
}

/// Without accents, as passwords are read.
fn fold(word: &str) -> Vec<u8> {
    word.chars()
        .map(|letter| match letter {
            'á' | 'à' => b'a',
            'é' | 'è' => b'e',
            'í' | 'ï' => b'i',
            'ó' => b'o',
            'ú' | 'ü' => b'u',
            'ñ' => b'n',
            'ç' => b'c',
            other => u8::try_from(other).unwrap(),
        })
        .collect()
}

/// The step of a rank.
fn step(rank: u32) -> usize {
    STEPS.partition_point(|&start| u32::from(start) <= rank) - 1
}

fn encode(words: &Words) -> Vec<u8> {
    let mut alphabet: Vec<u8> = words.keys().flatten().copied().collect();
    alphabet.sort_unstable();
    alphabet.dedup();
    let shape = Shape::new(alphabet.len() + 1, 3, STEPS.len());
    let parts: Vec<Part> = alphabet
        .iter()
        .map(|first| symbols(words, *first, &alphabet, &shape))
        .collect();
    let all: Vec<_> = parts
        .iter()
        .flat_map(|part| part.symbols.iter().copied())
        .collect();
    let weights = weights(&all, shape.sizes(), TABLES + 1);
    // Before the words come the weights, in a context whose own weights are written as they are.
    let coded = weight_symbols(&weights);
    let first = weights_of_first(&coded);
    let weights: Vec<Vec<u8>> = std::iter::once(first.clone()).chain(weights).collect();
    let mut sizes = Vec::new();
    let mut blobs = Vec::new();
    let tables = Part {
        words: 0,
        nodes: 0,
        symbols: coded,
    };
    for part in std::iter::once(&tables).chain(&parts) {
        let blob = write_symbols(&part.symbols, &weights);
        for number in [part.words, part.nodes, blob.len()] {
            sizes.extend(u16::try_from(number).unwrap().to_le_bytes());
        }
        blobs.extend(blob);
    }
    let mut bytes = Vec::new();
    for number in [shape.letters, shape.lists, shape.ranks] {
        bytes.push(u8::try_from(number).unwrap());
    }
    bytes.extend(&alphabet);
    for rank in STEPS {
        bytes.extend(rank.to_le_bytes());
    }
    bytes.extend(first);
    bytes.extend(sizes);
    bytes.extend(blobs);
    bytes
}

/// The words with the same first letter: every symbol with its context, in order.
struct Part {
    words: usize,
    /// Nodes of the trie.
    nodes: usize,
    symbols: Vec<(usize, usize)>,
}

fn symbols(words: &Words, first: u8, alphabet: &[u8], shape: &Shape) -> Part {
    let mut symbols = Vec::new();
    let mut count = 0;
    let mut nodes = 0;
    let mut last: Vec<usize> = Vec::new();
    let mut last_shared = 0;
    let mut last_list = 0;
    for (word, (rank, list, _)) in words {
        if word.first() != Some(&first) {
            continue;
        }
        count += 1;
        let letters: Vec<usize> = word
            .iter()
            .map(|byte| alphabet.binary_search(byte).unwrap() + 1)
            .collect();
        let shared = last
            .iter()
            .zip(&letters)
            .take_while(|(x, y)| x == y)
            .count();
        symbols.push((shape.dropped(last.len(), last_shared), last.len() - shared));
        let replaced = last.get(shared).copied().unwrap_or(END);
        let mut context = shape.first(replaced, shared);
        for (depth, &letter) in letters.iter().enumerate().skip(shared) {
            symbols.push((context, letter));
            context = shape.next(letter, depth + 1);
            nodes += 1;
        }
        symbols.push((context, END));
        let end = letters.last().copied().unwrap_or(END);
        symbols.push((shape.list(end, letters.len(), last_list), *list));
        last_list = *list;
        symbols.push((shape.rank(*list, letters.len()), step(*rank)));
        last_shared = shared;
        last = letters;
    }
    Part {
        words: count,
        nodes,
        symbols,
    }
}

/// For each context, the byte of each symbol: four times the logarithm of its count, against the
/// most frequent.
fn weights(
    symbols: &[(usize, usize)],
    sizes: impl Iterator<Item = usize>,
    first: usize,
) -> Vec<Vec<u8>> {
    let mut counts: Vec<Vec<u32>> = sizes.map(|size| vec![0; size]).collect();
    for &(context, symbol) in symbols {
        counts[context - first][symbol] += 1;
    }
    counts
        .iter()
        .map(|counts| {
            let most = f64::from(counts.iter().copied().max().unwrap_or_default());
            let weight = |count: u32| match count {
                0 => 0,
                // The lightest is below what the precision can tell.
                _ => (1..=u8::try_from(HEAVIEST).unwrap())
                    .min_by_key(|&byte| {
                        let wanted = f64::from(u32::try_from(HEAVIEST).unwrap())
                            + 4.0 * (f64::from(count) / most).log2();
                        ((wanted - f64::from(byte)).abs() * 1e6).round().to_bits()
                    })
                    .unwrap(),
            };
            counts.iter().map(|&count| weight(count)).collect()
        })
        .collect()
}

fn weights_of_first(symbols: &[(usize, usize)]) -> Vec<u8> {
    weights(symbols, std::iter::once(WEIGHTS), TABLES).remove(0)
}

/// A symbol for each weight, and for each run of zeros.
fn weight_symbols(weights: &[Vec<u8>]) -> Vec<(usize, usize)> {
    let mut symbols = Vec::new();
    let mut zeros = 0;
    for &weight in weights.iter().flatten() {
        if zeros == LONGEST_RUN || (weight != 0 && zeros > 0) {
            symbols.push((TABLES, HEAVIEST + zeros));
            zeros = 0;
        }
        if weight == 0 {
            zeros += 1;
        } else {
            symbols.push((TABLES, usize::from(weight)));
        }
    }
    if zeros > 0 {
        symbols.push((TABLES, HEAVIEST + zeros));
    }
    symbols
}

/// The coder works backwards, so that the decoder works forwards.
fn write_symbols(symbols: &[(usize, usize)], weights: &[Vec<u8>]) -> Vec<u8> {
    let tables: Vec<Vec<u32>> = weights.iter().map(|weights| frequencies(weights)).collect();
    let mut state = LOWEST;
    let mut bytes = Vec::new();
    for &(context, symbol) in symbols.iter().rev() {
        let frequency = tables[context][symbol];
        let start: u32 = tables[context][..symbol].iter().sum();
        while u64::from(state) >= u64::from((LOWEST >> PRECISION) << 8) * u64::from(frequency) {
            bytes.push(state.to_le_bytes()[0]);
            state >>= 8;
        }
        state = ((state / frequency) << PRECISION) + state % frequency + start;
    }
    // Written lowest byte last, because everything is turned around.
    bytes.extend(state.to_be_bytes());
    bytes.reverse();
    bytes
}
