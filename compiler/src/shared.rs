//! What all definitions share: the facts and their words, and the sources.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use prefile::{Day, form::Cited};

use crate::{
    Fault,
    facts::Facts,
    fault::Faults,
    sheet::{Value, open},
    words::Words,
};

/// Where facts stand.
pub(crate) const FACTS: &str = "forms/facts.toml";
pub(crate) const SOURCES: &str = "data/sources.toml";

/// What all definitions of a tree share: the facts, their words and the sources.
#[derive(Clone, Debug)]
pub struct Tree {
    pub(crate) root: PathBuf,
    pub(crate) facts: Facts,
    pub(crate) words: Words,
    pub(crate) sources: BTreeMap<String, Cited>,
}

impl Tree {
    /// Reads it from the root of the repository.
    ///
    /// # Errors
    ///
    /// Whatever is wrong in `forms/facts.toml`, its words or `data/sources.toml`.
    pub fn read(root: &Path) -> Result<Self, Vec<Fault>> {
        let mut faults = Faults::of(FACTS);
        let table = open(root, &mut faults);
        let facts = Facts::read(&table, &mut faults);
        let mut words = Words::read(root, "facts", &mut faults);
        for fact in &facts.all {
            let owner = (FACTS, fact.line);
            for choice in fact.choices() {
                words.needed(
                    &format!("{}.choices.{choice}", fact.path),
                    owner,
                    &mut faults,
                );
            }
            if matches!(fact.wants, prefile::form::Wants::List(_)) {
                continue;
            }
            for what in ["label", "why"] {
                words.needed(&format!("{}.{what}", fact.path), owner, &mut faults);
            }
            words.optional(&format!("{}.help", fact.path), owner, &mut faults);
        }
        // A fact that cannot be read misses its words.
        if faults.all.iter().all(|fault| fault.file != FACTS) {
            words.all_used(&mut faults);
        }
        let mut theirs = Faults::of(SOURCES);
        let sources = sources(root, &mut theirs);
        faults.all.append(&mut theirs.all);
        faults.none_or(Self {
            root: root.to_owned(),
            facts,
            words,
            sources,
        })
    }
}

fn sources(root: &Path, faults: &mut Faults) -> BTreeMap<String, Cited> {
    let mut sources = BTreeMap::new();
    for row in open(root, faults).rows {
        let Value::Table(table) = &row.item.value else {
            faults.say(
                row.line,
                format!("the source `{}` wants title, url and read", row.key),
            );
            continue;
        };
        let mut text = |key: &str| {
            let text = table.needed("a source", key, faults);
            text.map(|text| text.text).unwrap_or_default()
        };
        let cited = Cited {
            title: text("title"),
            url: text("url"),
            read: text("read"),
        };
        if !cited.read.is_empty() && Day::from_iso(&cited.read).is_none() {
            faults.say(
                row.line,
                format!("`{}` is no day of the calendar", cited.read),
            );
        }
        sources.insert(row.key, cited);
    }
    sources
}

/// A place as definitions have it. Definitions that have more are refused before they are used.
pub(crate) fn index(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}
