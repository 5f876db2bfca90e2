//! A draft as a file: JSON with each answer on a line of its own, so that of a damaged one the lines
//! that can be read are kept.

use super::draft::{Draft, Entry, place};
use js_sys::{Array, JSON, Reflect};
use prefile::form::MOST_ENTRIES;
use wasm_bindgen::{JsCast, JsValue};

/// The version of the format.
const VERSION: &str = "1";
/// What the file says that it is.
const MARK: &str = "\"prefile answers\"";
/// More than a person types.
const LONGEST: usize = 4_000_000;

/// Why nothing was taken from a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It holds no answers of this page.
    Foreign,
    /// It was written by another version.
    Version,
}

/// What a file held.
pub(crate) struct Opened {
    pub(crate) draft: Draft,
    /// How many lines could not be read.
    pub(crate) lost: usize,
}

pub(crate) fn write(draft: &Draft, day: &str) -> String {
    let head = [
        "{\n\"file\": ",
        MARK,
        ",\n\"version\": ",
        VERSION,
        ",\n\"saved\": \"",
        day,
    ];
    let mut out = [&head.concat(), "\",\n\"answers\": ["].concat();
    let mut comma = "\n";
    for (list, count) in draft.lists() {
        out += &[
            comma,
            "{\"list\":",
            &quoted(list),
            ",\"entries\":",
            &count.to_string(),
            "}",
        ]
        .concat();
        comma = ",\n";
    }
    for (path, entry) in draft.boxes() {
        if entry.text.is_empty() && !entry.none {
            continue;
        }
        let none = if entry.none { ",\"none\":true}" } else { "}" };
        out += &[
            comma,
            "{\"fact\":",
            &quoted(path),
            ",\"text\":",
            &quoted(&entry.text),
            none,
        ]
        .concat();
        comma = ",\n";
    }
    out + "\n]\n}\n"
}

/// A text as JSON has it.
pub(super) fn quoted(text: &str) -> String {
    let quoted = JSON::stringify(&JsValue::from_str(text)).ok();
    quoted.map_or_else(|| "\"\"".to_owned(), String::from)
}

/// Reads a file.
///
/// # Errors
///
/// When there is nothing in it for this page.
pub(crate) fn open(text: &str) -> Result<Opened, Fault> {
    let mut lines = text.lines().map(str::trim);
    let is_ours =
        |line: &str| line.starts_with("\"file\":") && line.trim_end_matches(',').ends_with(MARK);
    if text.len() > LONGEST || !lines.any(is_ours) {
        return Err(Fault::Foreign);
    }
    let mut opened = Opened {
        draft: Draft::default(),
        lost: 0,
    };
    if let Ok(whole) = JSON::parse(text) {
        let version = Reflect::get(&whole, &"version".into());
        if version.ok() != JSON::parse(VERSION).ok() {
            return Err(Fault::Version);
        }
        let answers = Reflect::get(&whole, &"answers".into()).ok();
        let answers = answers.and_then(|answers| answers.dyn_into::<Array>().ok());
        for line in answers.ok_or(Fault::Foreign)?.iter() {
            opened.take(&line);
        }
        return Ok(opened);
    }
    // Damaged: whatever line is whole.
    let mut lines = text.lines().map(str::trim);
    let version = lines.find_map(|line| line.strip_prefix("\"version\":"));
    if version.is_some_and(|version| version.trim_matches([' ', ',']) != VERSION) {
        return Err(Fault::Version);
    }
    for line in text
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with("{\""))
    {
        match JSON::parse(line.trim_end_matches(',')) {
            Ok(line) => opened.take(&line),
            Err(_) => opened.lost += 1,
        }
    }
    opened.lost = opened.lost.max(1);
    Ok(opened)
}

impl Opened {
    fn take(&mut self, line: &JsValue) {
        if self.read(line).is_none() {
            self.lost += 1;
        }
    }

    fn read(&mut self, line: &JsValue) -> Option<()> {
        let get = |name: &str| Reflect::get(line, &name.into()).ok();
        if let Some(list) = get("list")?.as_string() {
            let entries = get("entries")?.as_f64()?;
            let count = (0..=MOST_ENTRIES).find(|count| {
                u32::try_from(*count).is_ok_and(|count| f64::from(count) >= entries)
            })?;
            // Said twice, it has the more: what was read of its entries stays in them.
            let before = self.draft.count(&list).unwrap_or(0);
            self.draft.set_count(&list, Some(count.max(before)));
            return Some(());
        }
        let path = get("fact")?.as_string()?;
        let entry = Entry {
            text: get("text")?.as_string()?,
            none: get("none")?.as_bool().unwrap_or(false),
        };
        // What stands in an entry that there is not would come back in another one.
        let is_there = |(list, entry, _): (&str, usize, &str)| {
            self.draft.count(list).is_some_and(|count| entry < count)
        };
        if place(&path).is_some_and(|at| !is_there(at)) {
            return None;
        }
        self.draft.put(&path, entry);
        Some(())
    }
}
