//! `locales/<language>/*.toml`: what people read.
//!
//! `<family>.toml` holds the words of a kind and of its findings; `shared.toml` the findings
//! that many families have (`too-short`), said with the kind's own words as parameters;
//! `words.toml` what values say about themselves. `page.toml` and `page-check.toml` belong to the page,
//! `extension.toml` to the extension. The words of the module `pdf` are in `pdf-words.toml`.

use crate::families::{Code, Families};
use std::{collections::BTreeMap, fmt::Write as _, path::Path};

/// The words of a kind, in the order of the catalogue.
const KIND_WORDS: [&str; 5] = ["title", "a", "the", "length", "where"];
/// The texts of a finding, in the order of the catalogue.
const FINDING_TEXTS: [&str; 3] = ["message", "what", "why"];
/// What a message may name besides its code's own parameters.
const ALWAYS: [&str; 11] = [
    "kind",
    "a",
    "A",
    "the",
    "The",
    "length",
    "where",
    "other",
    "other_a",
    "other_A",
    "other_where",
];

pub struct Texts {
    pub language: String,
    kinds: BTreeMap<String, [String; 5]>,
    findings: BTreeMap<String, [String; 3]>,
    pub words: Vec<(String, String)>,
}

pub fn read(root: &Path, language: &str, families: &Families) -> Result<Texts, String> {
    let folder = format!("locales/{language}");
    let mut texts = Texts {
        language: language.to_owned(),
        kinds: BTreeMap::new(),
        findings: BTreeMap::new(),
        words: Vec::new(),
    };
    let words = words_of(&families.module);
    for stem in crate::stems(root, &folder)? {
        let path = format!("{folder}/{stem}.toml");
        let theirs = if families.module.is_empty() {
            ["page", "page-check", "extension"].contains(&stem.as_str())
                || stem.ends_with("-words")
                || families.others.contains(&stem)
        } else {
            !families.codes.iter().any(|code| code.family == stem)
        };
        if theirs && stem != words {
            continue;
        }
        let table = crate::toml(root, &path)?;
        if stem == words {
            read_words(&path, "", &table, &mut texts.words)?;
        } else {
            read_family(&path, &stem, &table, &mut texts)?;
        }
    }
    complete(&folder, &texts, families)?;
    Ok(texts)
}

/// The file with the words of a module.
fn words_of(module: &str) -> String {
    if module.is_empty() {
        return "words".to_owned();
    }
    format!("{module}-words")
}

fn read_words(
    path: &str,
    prefix: &str,
    table: &toml::Table,
    words: &mut Vec<(String, String)>,
) -> Result<(), String> {
    for (key, value) in table {
        match value {
            toml::Value::String(text) => words.push((format!("{prefix}{key}"), text.clone())),
            toml::Value::Table(inner) => {
                read_words(path, &format!("{prefix}{key}."), inner, words)?;
            }
            _ => return Err(format!("{path}: `{key}` is neither text nor table")),
        }
    }
    words.sort();
    Ok(())
}

fn read_family(
    path: &str,
    family: &str,
    table: &toml::Table,
    texts: &mut Texts,
) -> Result<(), String> {
    if table.contains_key("title") {
        let mut words = <[String; 5]>::default();
        for (word, name) in words.iter_mut().zip(KIND_WORDS) {
            *word = string(path, table, name)?;
        }
        texts.kinds.insert(family.to_owned(), words);
    }
    let rows = table.get("findings").and_then(|value| value.as_table());
    for (fault, row) in rows.into_iter().flatten() {
        let row = row
            .as_table()
            .ok_or_else(|| format!("{path}: `{fault}` is no table"))?;
        let mut words = <[String; 3]>::default();
        for (word, name) in words.iter_mut().zip(FINDING_TEXTS) {
            *word = string(path, row, name).map_err(|why| format!("{why} (of `{fault}`)"))?;
        }
        let key = if family == "shared" {
            fault.clone()
        } else {
            format!("{family}/{fault}")
        };
        texts.findings.insert(key, words);
    }
    Ok(())
}

fn string(path: &str, table: &toml::Table, name: &str) -> Result<String, String> {
    let text = table.get(name).and_then(|value| value.as_str());
    let text = text.ok_or_else(|| format!("{path}: no `{name}`"))?;
    if text.contains('\n') || text.trim() != text {
        return Err(format!(
            "{path}: `{name}` wants one line without spaces around it"
        ));
    }
    Ok(text.to_owned())
}

/// Every kind and every code has words; no words are left over; parameters exist.
fn complete(folder: &str, texts: &Texts, families: &Families) -> Result<(), String> {
    for kind in &families.kinds {
        if !texts.kinds.contains_key(&kind.id) {
            return Err(format!(
                "{folder}/{}.toml: missing, or has no `title`",
                kind.id
            ));
        }
    }
    for code in &families.codes {
        let key = key_of(texts, code).ok_or_else(|| {
            let Code { family, fault, .. } = code;
            format!("{folder}/{family}.toml: no [findings.{fault}], nor does shared.toml have one for all")
        })?;
        let of_kind = |name: &str| families.module.is_empty() && ALWAYS.contains(&name);
        let known = |name: &str| of_kind(name) || code.params.iter().any(|param| param == name);
        for text in &texts.findings[&key] {
            if let Some(name) = parameters(text).into_iter().find(|name| !known(name)) {
                return Err(format!(
                    "{folder}: `{key}`: `{}` has no `{name}`",
                    code.id()
                ));
            }
        }
    }
    let used: Vec<String> = families
        .codes
        .iter()
        .filter_map(|code| key_of(texts, code))
        .collect();
    match texts.findings.keys().find(|key| !used.contains(key)) {
        Some(key) => Err(format!("{folder}: `{key}` is the text of no code")),
        None => Ok(()),
    }
}

fn key_of(texts: &Texts, code: &Code) -> Option<String> {
    let own = code.id();
    if texts.findings.contains_key(&own) {
        return Some(own);
    }
    texts
        .findings
        .contains_key(&code.fault)
        .then(|| code.fault.clone())
}

fn parameters(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> = text
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Two languages have the same texts with the same parameters of the finding's own.
pub fn compare(one: &Texts, other: &Texts) -> Result<(), String> {
    let language = &other.language;
    for (key, texts) in &one.findings {
        let theirs = other
            .findings
            .get(key)
            .ok_or_else(|| format!("locales/{language}: no text `{key}`"))?;
        let own = |text: &str| -> Vec<String> {
            let names = parameters(text)
                .into_iter()
                .filter(|name| !ALWAYS.contains(name));
            names.map(str::to_owned).collect()
        };
        for (ours, theirs) in texts.iter().zip(theirs) {
            if own(ours) != own(theirs) {
                return Err(format!(
                    "locales/{language}: `{key}`: other parameters than English"
                ));
            }
        }
    }
    if let Some(key) = other
        .findings
        .keys()
        .find(|key| !one.findings.contains_key(*key))
    {
        return Err(format!(
            "locales/{language}: `{key}` has a text of its own only here"
        ));
    }
    let names = |texts: &Texts| {
        texts
            .words
            .iter()
            .map(|(key, _)| key.clone())
            .collect::<Vec<_>>()
    };
    let (ours, theirs) = (names(one), names(other));
    if let Some(key) = ours.iter().find(|key| !theirs.contains(key)) {
        return Err(format!("locales/{language}: no word `{key}`"));
    }
    if let Some(key) = theirs.iter().find(|key| !ours.contains(key)) {
        return Err(format!("locales/{language}: the word `{key}` is only here"));
    }
    Ok(())
}

/// Where each finding's texts stand in a catalogue; the same in every language.
pub struct Slots {
    /// First those that one code has for itself, in the order of the codes; then those that
    /// families share.
    pub keys: Vec<String>,
    pub own: usize,
}

pub fn slots(texts: &Texts, families: &Families) -> Slots {
    let codes = families.codes.iter();
    let (mut keys, mut shared) = (Vec::new(), Vec::new());
    for (code, key) in codes.filter_map(|code| Some((code, key_of(texts, code)?))) {
        if key == code.id() {
            keys.push(key);
        } else {
            shared.push(key);
        }
    }
    shared.sort();
    shared.dedup();
    let own = keys.len();
    keys.append(&mut shared);
    Slots { keys, own }
}

pub fn word_table(texts: &Texts, families: &Families, slots: &Slots) -> String {
    let words = words_of(&families.module);
    let mut out = format!("// From locales/en/{words}.toml, by build/texts.rs.\n");
    out.push_str("/// A word that a value says about itself, in the reader's language.\n");
    out.push_str("#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]\n#[non_exhaustive]\n#[repr(u16)]\npub enum Word {\n");
    for (key, text) in &texts.words {
        let _ = writeln!(out, "    /// {}", text.replace(['[', ']', '<', '>'], " "));
        let _ = writeln!(out, "    {},", crate::camel(key));
    }
    out.push_str("}\n");
    let _ = writeln!(
        out,
        "static WORDS: [(Word, &str); {}] = [",
        texts.words.len()
    );
    for (key, _) in &texts.words {
        let _ = writeln!(out, "    (Word::{}, {key:?}),", crate::camel(key));
    }
    out.push_str("];\n");
    let print = fingerprint(texts, families, slots);
    let _ = writeln!(out, "pub(crate) const FINGERPRINT: &str = \"{print}\";");
    let _ = writeln!(
        out,
        "pub(crate) const FINDING_TEXTS: usize = {};",
        slots.keys.len()
    );
    out
}

/// Changes whenever a text is added, taken away or moved, so that no catalogue of another build
/// is read as if it fitted (FNV-1a).
fn fingerprint(texts: &Texts, families: &Families, slots: &Slots) -> u32 {
    let kinds = families.kinds.iter().map(|kind| &kind.id);
    let keys = kinds
        .chain(&slots.keys)
        .chain(texts.words.iter().map(|(key, _)| key));
    keys.flat_map(|key| key.bytes().chain([0]))
        .fold(0x811c_9dc5, |hash: u32, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        })
}

/// One text a line: a head that says what it fits, the kinds' words, the findings' texts, the words.
/// A finding's own parameters are named by their places: `{0}`.
pub fn catalogue(texts: &Texts, families: &Families, slots: &Slots) -> Result<String, String> {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{} {}",
        texts.language,
        fingerprint(texts, families, slots)
    );
    for kind in &families.kinds {
        for word in &texts.kinds[&kind.id] {
            let _ = writeln!(out, "{word}");
        }
    }
    for key in &slots.keys {
        let of = families.codes.iter();
        let mut params = of.filter(|code| key_of(texts, code).as_ref() == Some(key));
        let own = params.next().map_or(&[][..], |code| &code.params);
        if let Some(other) = params.find(|code| code.params != own) {
            let id = other.id();
            return Err(format!(
                "`{id}` has other parameters than who shares its text"
            ));
        }
        for text in &texts.findings[key] {
            let mut text = text.clone();
            for (place, name) in own.iter().enumerate() {
                text = text.replace(&format!("{{{name}}}"), &format!("{{{place}}}"));
            }
            let _ = writeln!(out, "{text}");
        }
    }
    for (_, text) in &texts.words {
        let _ = writeln!(out, "{text}");
    }
    Ok(out)
}
