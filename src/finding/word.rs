//! Words that values say about themselves, compiled from `locales/en/words.toml`.

include!(concat!(env!("OUT_DIR"), "/words.rs"));

impl Word {
    /// Every word.
    #[must_use]
    pub fn all() -> impl ExactSizeIterator<Item = Word> {
        WORDS.iter().map(|row| row.0)
    }

    /// Its name in `locales/*/words.toml`.
    #[must_use]
    pub fn id(self) -> &'static str {
        WORDS[self as usize].1
    }
}
