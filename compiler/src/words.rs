//! `locales/<language>/forms/*.toml`: what people read, in every language.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use prefile::form::{TextIndex, Texts};

use crate::{
    fault::Faults,
    near::nearest,
    shared::index,
    sheet::{Table, Text, Value, open},
};

/// English first: in the packs too.
pub(crate) const LANGUAGES: [&str; 2] = ["en", "es"];

/// One text in each language.
pub(crate) type Said = [String; LANGUAGES.len()];

/// The words of one file of definitions, in every language, by their whole key.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    languages: Vec<(String, BTreeMap<String, Text>)>,
    used: BTreeSet<String>,
}

/// Whose words they are: the file, and the line in it.
pub(crate) type Owner<'o> = (&'o str, usize);

impl Words {
    /// Reads those of `forms/<stem>.toml`.
    pub fn read(root: &Path, stem: &str, faults: &mut Faults) -> Self {
        let mut words = Self::default();
        for language in LANGUAGES {
            let file = format!("locales/{language}/forms/{stem}.toml");
            let mut theirs = Faults::of(&file);
            let table = open(root, &mut theirs);
            let mut texts = BTreeMap::new();
            flatten("", &table, &mut texts, &mut theirs);
            faults.all.append(&mut theirs.all);
            words.languages.push((file, texts));
        }
        words
    }

    /// Whether any language has it.
    pub fn has(&self, key: &str) -> bool {
        self.languages
            .iter()
            .any(|(_, texts)| texts.contains_key(key))
    }

    /// A text that must be there.
    pub fn needed(&mut self, key: &str, owner: Owner<'_>, faults: &mut Faults) -> Said {
        self.used.insert(key.to_owned());
        self.said(key, owner, faults)
    }

    /// A text that may be there; then in every language.
    pub fn optional(&mut self, key: &str, owner: Owner<'_>, faults: &mut Faults) -> Said {
        if self.has(key) {
            self.needed(key, owner, faults)
        } else {
            Said::default()
        }
    }

    /// What every language says.
    pub fn said(&self, key: &str, owner: Owner<'_>, faults: &mut Faults) -> Said {
        let mut said = Said::default();
        for ((file, texts), said) in self.languages.iter().zip(&mut said) {
            if let Some(text) = texts.get(key) {
                said.clone_from(&text.text);
            } else {
                let (of, line) = owner;
                faults.say_in(
                    file,
                    1,
                    format!("there is no `{key}`; {of}:{line} wants it"),
                );
            }
        }
        said
    }

    /// Faults for texts that nothing says.
    pub fn all_used(&self, faults: &mut Faults) {
        for (file, texts) in &self.languages {
            for (key, text) in texts.iter().filter(|(key, _)| !self.used.contains(*key)) {
                let missing = self.used.iter().filter(|used| !texts.contains_key(*used));
                let near = nearest(key, missing.map(String::as_str));
                faults.say_in(file, text.line, format!("nothing says `{key}`{near}"));
            }
        }
    }
}

fn flatten(prefix: &str, table: &Table, to: &mut BTreeMap<String, Text>, faults: &mut Faults) {
    for row in &table.rows {
        let key = format!("{prefix}{}", row.key);
        match &row.item.value {
            Value::Table(inner) => flatten(&format!("{key}."), inner, to, faults),
            _ => {
                if let Some(text) = row.item.text(&format!("`{key}`"), faults) {
                    if text.text.contains(['{', '}']) {
                        let what =
                            format!("`{key}` has a bracket, and nothing is put in its place");
                        faults.say(text.line, what);
                    }
                    to.insert(key, text);
                }
            }
        }
    }
}

/// The texts of a definition: each once, the empty one first.
pub(crate) struct Lines {
    all: Vec<Said>,
    places: BTreeMap<Said, TextIndex>,
}

impl Default for Lines {
    fn default() -> Self {
        let empty = Said::default();
        Self {
            all: vec![empty.clone()],
            places: BTreeMap::from([(empty, 0)]),
        }
    }
}

impl Lines {
    pub fn place(&mut self, said: Said) -> TextIndex {
        if let Some(place) = self.places.get(&said) {
            return *place;
        }
        let place = index(self.all.len());
        self.all.push(said.clone());
        self.places.insert(said, place);
        place
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn texts(&self) -> Vec<Texts> {
        let of = |(place, language): (usize, &&str)| Texts {
            language: (*language).to_owned(),
            lines: self.all.iter().map(|said| said[place].clone()).collect(),
        };
        LANGUAGES.iter().enumerate().map(of).collect()
    }
}
