//! What was kept, changed by chance, through its door. The same changes each time. More of them, and
//! what took longest: `PREFILE_MUTATIONS=10000000 cargo test --profile bench --package prefile-fuzz
//! --test changed -- --nocapture`; `PREFILE_DOOR=link` for one door. Times are the processor's.

#[path = "../../tests/support/chance.rs"]
mod chance;
mod corpus;

use chance::Chance;
use corpus::{Told, inputs};
use cpu_time::ThreadTime;
use prefile_fuzz::DOORS;
use std::time::Duration;

/// What is put into texts: digits, look-alikes, what is not seen, what has a meaning in links.
const SIGNS: [&[u8]; 42] = [
    b"0",
    b"9",
    b"A",
    b"O",
    b"l",
    b"Z",
    b"<",
    "«".as_bytes(),
    b"-",
    "–".as_bytes(),
    b".",
    b"/",
    b"@",
    b":",
    b"#",
    b" ",
    "\u{a0}".as_bytes(),
    "\u{200b}".as_bytes(),
    "\u{202e}".as_bytes(),
    "\u{301}".as_bytes(),
    b"\0",
    b"\x01",
    b"\xff",
    b"\r\n",
    "０".as_bytes(),
    "٩".as_bytes(),
    "А".as_bytes(),
    "ο".as_bytes(),
    "🗽".as_bytes(),
    "\u{10ffff}".as_bytes(),
    b"%2e",
    b"xn--",
    b"https://",
    b"uscis",
    b"EAC",
    b"IOE",
    b"A#",
    b"SSN: ",
    b"10/05/1967",
    b"@gov",
    b"\\",
    "\u{e0041}".as_bytes(),
];

impl Chance {
    /// An input of the corpus with up to six things changed.
    fn input(&mut self, corpus: &[Vec<u8>]) -> Vec<u8> {
        let mut input = corpus[self.below(corpus.len())].clone();
        for _ in 0..self.below(7) {
            let (one, other) = (self.below(input.len() + 1), self.below(input.len() + 1));
            let (start, end) = (one.min(other), one.max(other));
            let sign = SIGNS[self.below(SIGNS.len())];
            let put: &[u8] = match self.below(6) {
                0 => sign,
                1 => b"",
                2 => &corpus[self.below(corpus.len())],
                3 => &input[start..end].repeat(2),
                4 => &input[start..end].to_ascii_uppercase(),
                _ => &[u8::try_from(self.below(256)).unwrap_or(0)],
            };
            let put = put.to_vec();
            let end = if self.below(2) == 0 { start } else { end };
            input.splice(start..end, put);
        }
        input
    }
}

#[test]
fn what_was_kept_and_changed() {
    let count = std::env::var("PREFILE_MUTATIONS");
    let all: u32 = count.map_or(1_000, |count| count.parse().expect("a number"));
    let only = std::env::var("PREFILE_DOOR").ok();
    for (name, door) in DOORS {
        if only.as_ref().is_some_and(|only| only != name) {
            continue;
        }
        let (corpus, mut chance) = (inputs(name), Chance(22));
        // Files and whole forms take longer.
        let count = if matches!(name, "pdf" | "evaluate") {
            all / 40
        } else {
            all
        };
        // What is read once, on the first use, is no input's time.
        for input in &corpus {
            door(input);
        }
        let (begin, mut longest) = (ThreadTime::now(), (Duration::ZERO, 0));
        for _ in 0..count {
            let input = chance.input(&corpus);
            let told = Told(name, &input);
            let start = ThreadTime::now();
            door(&input);
            longest = longest.max((start.elapsed(), input.len()));
            drop(told);
        }
        let (took, length) = longest;
        let whole = begin.elapsed();
        println!("{name}: {count} in {whole:.1?}; the longest {took:?}, {length} bytes");
    }
}
