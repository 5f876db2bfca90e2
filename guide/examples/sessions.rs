//! The native side of a comparison: evaluates what it is given on standard input, a line each, and
//! writes the JSON, a line each. `tests/npm/guide.test.mjs` holds the module against it.
//!
//! The first line has the packs as hexadecimal digits, a blank between. Each further one is a day
//! such as 20261122, a language, a screen to show, and answers as `prefile_guide::answers` reads
//! them, a tab between, with hexadecimal digits for the answers. The first line of the answer has
//! the names of all codes.

use prefile::{Code, Context, Day, form::Packet, message::Catalogue};
use prefile_guide::{Words, evaluate};
use std::io::{self, BufRead, BufWriter, Write};

fn main() -> io::Result<()> {
    let (english, spanish) = (Catalogue::english(), Catalogue::spanish());
    let mut lines = io::stdin().lock().lines();
    let packs = lines.next().transpose()?.unwrap_or_default();
    let packs: Vec<Vec<u8>> = packs.split_whitespace().map(bytes).collect();
    let packs: Vec<&[u8]> = packs.iter().map(Vec::as_slice).collect();
    let packet = Packet::read(&packs);
    let mut out = BufWriter::new(io::stdout().lock());
    let codes: Vec<&str> = Code::all().map(Code::id).collect();
    writeln!(out, "{}", codes.join(" "))?;
    for line in lines {
        let line = line?;
        let mut parts = line.split('\t');
        let mut part = || parts.next().unwrap_or_default();
        let (today, language, show, answers) = (part(), part(), part(), bytes(part()));
        let number = today.parse::<u32>().unwrap_or(0);
        let low = |number: u32| u8::try_from(number % 100).unwrap_or(0);
        let year = u16::try_from(number / 10_000).unwrap_or(0);
        let context = Context {
            today: Day::new(year, low(number / 100), low(number)),
        };
        let words = Words {
            catalogue: if language == "es" { &spanish } else { &english },
            language,
        };
        let answers = String::from_utf8_lossy(&answers);
        writeln!(
            out,
            "{}",
            evaluate(&packet, &answers, context, &words, show)
        )?;
    }
    out.flush()
}

/// What hexadecimal digits stand for.
fn bytes(digits: &str) -> Vec<u8> {
    let pairs = digits.as_bytes().chunks(2);
    let byte = |pair: &[u8]| u8::from_str_radix(core::str::from_utf8(pair).ok()?, 16).ok();
    pairs.map(|pair| byte(pair).unwrap_or(0)).collect()
}
