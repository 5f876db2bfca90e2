//! The page's own texts: `locales/<language>/page.toml`, from build.rs. English is built in.

use prefile::Kind;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// Which text: its place among the names in their order. Names are looked up while compiling; shipped,
/// they would cost the page five kilobytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key(u16);

/// The key of a text by its name. A name that no text has does not compile.
macro_rules! key {
    ($name:literal) => {
        const { $crate::texts::by_name($name) }
    };
}
pub(crate) use key;

#[expect(clippy::cast_possible_truncation, reason = "there are some hundreds")]
pub(crate) const fn by_name(name: &str) -> Key {
    let mut place = 0;
    while place < KEYS.len() {
        if same(KEYS[place].as_bytes(), name.as_bytes()) {
            return Key(place as u16);
        }
        place += 1;
    }
    panic!("no such text in locales/*/page.toml")
}

const fn same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

impl Key {
    /// What stands for it in the document: `xtask/js/page.mjs` writes it in place of the name.
    pub(crate) fn attribute(self) -> String {
        self.0.to_string()
    }

    /// Reads such an attribute.
    pub(crate) fn read(attribute: &str) -> Option<Self> {
        attribute.parse().ok().map(Self)
    }
}

/// What a kind of number is, which box it goes in, and what it is not.
pub(crate) fn of_kind(kind: Kind) -> Option<[Key; 3]> {
    let found = KIND.iter().find(|(known, _)| *known == kind)?;
    Some(found.1)
}

/// The text with this name in a group such as [`DETAIL`].
pub(crate) fn named(group: &[(&str, Key)], name: &str) -> Option<Key> {
    let found = group.iter().find(|(known, _)| *known == name)?;
    Some(found.1)
}

/// The texts of one language, in the order of their keys.
pub(crate) struct Texts(Vec<&'static str>);

impl Texts {
    pub(crate) fn english() -> Self {
        Self(ENGLISH.split('\n').collect())
    }

    /// Reads those of another language.
    pub(crate) fn read(lines: String) -> Option<Self> {
        // A language is loaded once, and stays.
        let lines: Vec<_> = lines.leak().split('\n').collect();
        (lines.len() == KEYS.len()).then_some(Self(lines))
    }

    pub(crate) fn get(&self, key: Key) -> &'static str {
        self.0.get(usize::from(key.0)).copied().unwrap_or_default()
    }
}

/// Puts values where the text says `{name}`.
pub(crate) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        let value = values.iter().find(|(known, _)| *known == name);
        out.push_str(value.map_or("", |(_, value)| value));
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::{DETAIL, KEYS, Key, Texts, fill, named};
    use crate::language::Speech;

    #[test]
    fn keys_find_their_texts() {
        assert_eq!(Texts::english().get(key!("status.error")), "Must fix");
        let spanish = Speech::spanish().page;
        assert_eq!(spanish.get(key!("status.fine")), "Está bien");
        assert_eq!(named(&DETAIL, "campus"), Some(key!("detail.campus")));
        assert_eq!(named(&DETAIL, "prefix"), None);
    }

    #[test]
    fn a_key_is_read_from_the_document_as_it_was_written() {
        for (place, name) in KEYS.iter().enumerate() {
            let key = super::by_name(name);
            assert_eq!(Key::read(&key.attribute()), Some(key));
            assert_eq!(key.attribute(), place.to_string());
        }
        for attribute in ["", "home.title", "-1", "65536"] {
            assert_eq!(Key::read(attribute), None, "{attribute}");
        }
    }

    #[test]
    fn placeholders_are_filled_and_values_are_not_read_again() {
        assert_eq!(
            fill("{a} has {b}.", &[("a", "{b}"), ("b", "x")]),
            "{b} has x."
        );
        assert_eq!(fill("plain", &[]), "plain");
        assert_eq!(fill("{unknown}!", &[("a", "x")]), "!");
    }
}
