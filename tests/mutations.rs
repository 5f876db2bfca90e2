//! Texts of the tests, changed by chance, through every door of the core: nothing panics. The same
//! ones each time. More of them, and what took longest:
//! `PREFILE_MUTATIONS=1000000 cargo test --test mutations -- --nocapture --test-threads 1`.

use prefile::{
    Context, Day, Kind, check, check_link, check_links, check_password, check_recovery_answers,
    classify_field, field::Field, identify, is_valid, scan, text::Folded,
};
use prefile_strength::strength;
use std::{
    fs,
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

/// What is put into texts: digits, look-alikes, what is not seen, what has a meaning in links.
const SIGNS: [&str; 40] = [
    "0",
    "9",
    "A",
    "O",
    "l",
    "Z",
    "<",
    "«",
    "-",
    "–",
    ".",
    "/",
    "@",
    ":",
    "#",
    " ",
    "\u{a0}",
    "\u{200b}",
    "\u{202e}",
    "\u{301}",
    "\0",
    "\r\n",
    "０",
    "٩",
    "А",
    "ο",
    "🗽",
    "\u{10ffff}",
    "%2e",
    "xn--",
    "https://",
    "uscis",
    "EAC",
    "IOE",
    "A#",
    "SSN: ",
    "10/05/1967",
    "@gov",
    "\\",
    "\u{e0041}",
];

/// The quoted texts and the cells of tables in `tests/`.
fn corpus() -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).expect("a folder of the tests");
        let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            let ends = |end: &str| path.extension().is_some_and(|have| have == end);
            if path.is_dir() && !path.ends_with("node_modules") {
                folders.push(path);
            } else if ends("rs") || ends("tsv") {
                let source = fs::read_to_string(&path).expect("a text of the tests");
                let cut = if ends("rs") { ['"', '"'] } else { ['\t', '\n'] };
                texts.extend(source.split(cut).map(str::to_owned));
            }
        }
    }
    texts.retain(|text| text.len() < 2000);
    texts
}

/// Xorshift.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or(0) % end.max(1)
    }

    /// A place in a text, on a boundary.
    fn place(&mut self, text: &str) -> usize {
        text.floor_char_boundary(self.below(text.len() + 1))
    }

    /// A text of the corpus with up to six things changed.
    fn text(&mut self, corpus: &[String]) -> String {
        let mut text = corpus[self.below(corpus.len())].clone();
        for _ in 0..self.below(7) {
            let (one, other) = (self.place(&text), self.place(&text));
            let (start, end) = (one.min(other), one.max(other));
            match self.below(6) {
                0 => text.insert_str(start, SIGNS[self.below(SIGNS.len())]),
                1 => text.replace_range(start..end, SIGNS[self.below(SIGNS.len())]),
                2 => text.replace_range(start..end, ""),
                3 => text = [&text[..end], &text[start..]].concat(),
                4 => text.insert_str(start, &corpus[self.below(corpus.len())]),
                _ => text = text.to_uppercase(),
            }
        }
        text
    }
}

/// Asks about so many texts; a panic is told with the text that it came from.
fn run(name: &str, mut ask: impl FnMut(&str, &mut Chance)) {
    let count = std::env::var("PREFILE_MUTATIONS");
    let count: u32 = count.map_or(2_000, |count| count.parse().expect("a number"));
    let (corpus, mut chance) = (corpus(), Chance(22));
    let mut longest = (Duration::ZERO, String::new());
    for _ in 0..count {
        let text = chance.text(&corpus);
        let _told = Told(&text);
        let start = Instant::now();
        ask(&text, &mut chance);
        let took = start.elapsed();
        if took > longest.0 {
            longest = (took, text.clone());
        }
    }
    let (took, text) = longest;
    println!(
        "{name}: {count}; the longest {took:?}, {} bytes",
        text.len()
    );
}

/// Says which text it was, when a panic passes.
struct Told<'t>(&'t str);

impl Drop for Told<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the text: {:?}", self.0);
        }
    }
}

#[test]
fn cleaned_and_checked_as_any_kind() {
    let kinds: Vec<Kind> = Kind::all().collect();
    let context = Context {
        today: Day::new(2026, 11, 22),
    };
    run("check", |text, chance| {
        let kind = kinds[chance.below(kinds.len())];
        let answer = check(kind, text, context);
        assert_eq!(
            is_valid(kind, text),
            check(kind, text, Context::default()).ok()
        );
        for span in answer.findings.iter().filter_map(|finding| finding.span) {
            assert!(text.get(span.start..span.end).is_some());
        }
        black_box(Folded::new(text).changes());
    });
}

#[test]
fn identified_and_scanned() {
    run("identify and scan", |text, _| {
        black_box(identify(text, Context::default()));
        for found in scan(text, Context::default()) {
            assert!(text.get(found.span.start..found.span.end).is_some());
        }
    });
}

#[test]
fn as_what_a_page_says_of_a_box() {
    run("classify_field", |text, chance| {
        let other = &text[chance.place(text)..];
        let field = Field {
            label: text,
            name: other,
            section: text,
            placeholder: other,
            ..Field::default()
        };
        if let Some(found) = classify_field(&field) {
            black_box(found.why.of(&field));
        }
    });
}

#[test]
fn as_a_link_and_as_a_message() {
    run("links", |text, _| {
        let one = check_link(text);
        assert!(one.host.is_none_or(|host| host.is_ascii()));
        for link in check_links(text) {
            assert!(text.get(link.span.start..link.span.end).is_some());
        }
    });
}

#[test]
fn as_a_password() {
    run("passwords", |text, chance| {
        let other = &text[chance.place(text)..];
        black_box(check_password(text, Some(other), &[other, "Ibarra"]));
        black_box(check_recovery_answers(
            &[(text, other), (other, text)],
            &[other],
        ));
        black_box(strength(text, &[other]));
    });
}
