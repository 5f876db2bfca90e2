//! The page's own texts: `locales/<language>/page.toml`, from build.rs. English is built in.

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// The texts of one language, in the order of their keys' hashes.
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

    pub(crate) fn get(&self, key: &str) -> Option<&'static str> {
        let place = KEYS.binary_search(&hash(key)).ok()?;
        self.0.get(place).copied()
    }
}

/// FNV-1a, as build.rs has it.
fn hash(key: &str) -> u32 {
    let mix = |sum: u32, byte: u8| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    key.bytes().fold(0x811c_9dc5, mix)
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
    use super::{Texts, fill};
    use crate::language::Speech;

    #[test]
    fn keys_find_their_texts() {
        assert_eq!(Texts::english().get("status.error"), Some("Must fix"));
        let spanish = Speech::spanish().page;
        assert_eq!(spanish.get("status.fine"), Some("Está bien"));
        assert_eq!(Texts::english().get("status.nothing"), None);
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
