//! Files of answers, damaged by chance: nothing panics, and what was read is written and read again.
//! More of them: `PREFILE_DRAFTS=1000000 cargo xtask test --only wasm`; others: `PREFILE_DRAFTS_SEED=1` beside it.

#[path = "../support/chance.rs"]
mod chance;
#[path = "../../www/src/guide/draft.rs"]
#[allow(dead_code, reason = "the page uses all of it")]
mod draft;
#[path = "../../www/src/guide/file.rs"]
#[allow(dead_code, reason = "the page uses all of it")]
mod file;

use chance::Chance;
use draft::{Draft, Entry, place};
use wasm_bindgen_test::wasm_bindgen_test;

/// What is put into a file: what JSON is made of, and what a draft is.
const SIGNS: [&str; 20] = [
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\\",
    "\n",
    "\0",
    "\u{2028}",
    "0",
    "1e9",
    "-1",
    "null",
    "true",
    "homes[2].",
    "\"version\": 2",
    "{\"list\":\"homes\",\"entries\":1},\n",
    "{\"fact\":\"homes[1].city\",\"text\":\"x\"},\n",
];

fn whole() -> String {
    let mut draft = Draft::default();
    draft.set_count("homes", Some(3));
    draft.set_count("trips", Some(0));
    for (path, text, none) in [
        (
            "applicant.family_name",
            "Nuñez \"de\" \\ la\nCruz\u{0}\u{2028}🗽",
            false,
        ),
        ("applicant.a_number", "", true),
        ("homes[0].city", "Ames", false),
        ("homes[1].city", "Boise", true),
        ("homes[2].city", "Cody", false),
    ] {
        let text = text.to_owned();
        draft.put(path, Entry { text, none });
    }
    file::write(&draft, "2026-11-22")
}

impl Chance {
    fn damage(&mut self, whole: &str) -> String {
        let mut text = whole.to_owned();
        for _ in 0..=self.below(4) {
            let mut place = || text.floor_char_boundary(self.below(text.len() + 1));
            let (one, other) = (place(), place());
            let (start, end) = (one.min(other), one.max(other).min(one.min(other) + 40));
            let end = text.floor_char_boundary(end).max(start);
            match self.below(4) {
                0 => text.insert_str(start, SIGNS[self.below(SIGNS.len())]),
                1 => text.replace_range(start..end, SIGNS[self.below(SIGNS.len())]),
                2 => text.replace_range(start..end, ""),
                _ => text = [&text[..end], &text[start..]].concat(),
            }
        }
        text
    }
}

/// What there is in a draft for whoever opens it.
fn said(draft: &Draft) -> Vec<String> {
    let lists = draft.lists().iter().map(|list| format!("{list:?}"));
    let boxes = draft.boxes().iter();
    let boxes = boxes.filter(|(_, entry)| entry.none || !entry.text.is_empty());
    lists.chain(boxes.map(|one| format!("{one:?}"))).collect()
}

#[wasm_bindgen_test]
fn damaged_by_chance() {
    let count =
        option_env!("PREFILE_DRAFTS").map_or(3_000, |count| count.parse().expect("a number"));
    let seed =
        option_env!("PREFILE_DRAFTS_SEED").map_or(22, |seed| seed.parse().expect("a number"));
    let (whole, mut chance) = (whole(), Chance(seed));
    let (mut opened, mut lost) = (0, 0);
    for _ in 0..count {
        let text = chance.damage(&whole);
        let Ok(read) = file::open(&text) else {
            continue;
        };
        for (path, _) in read.draft.boxes() {
            let is_there = place(path).is_none_or(|(list, entry, _)| {
                read.draft.count(list).is_some_and(|count| entry < count)
            });
            assert!(is_there, "{path} is in no entry: {text:?}");
        }
        let again = file::open(&file::write(&read.draft, "2026-11-22")).ok();
        let again = again
            .filter(|again| again.lost == 0)
            .map(|again| said(&again.draft));
        assert_eq!(again, Some(said(&read.draft)), "{text:?}");
        opened += 1;
        lost += usize::from(read.lost > 0);
    }
    assert!(
        opened > count / 4 && lost > count / 4 && opened > lost,
        "{opened} of {count} opened, {lost} damaged"
    );
}

/// The answers of an entry stay in it, whatever is said of the list behind them.
#[wasm_bindgen_test]
fn a_list_said_twice_has_the_more_entries() {
    let city = "{\"fact\":\"homes[2].city\",\"text\":\"Cody\"}";
    let fewer = [city, ",\n{\"list\":\"homes\",\"entries\":1}"].concat();
    let read = file::open(&whole().replace(city, &fewer)).expect("a file of answers");
    assert_eq!((read.draft.count("homes"), read.lost), (Some(3), 0));
    assert_eq!(read.draft.entry("homes[2].city").text, "Cody");
}
