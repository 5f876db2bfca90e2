//! The kinds: what a box can want and what a text can be. One row of `data/kinds.toml` each.

include!(concat!(env!("OUT_DIR"), "/kinds.rs"));

impl Kind {
    /// Every kind, identifiers first.
    #[must_use]
    pub fn all() -> impl ExactSizeIterator<Item = Kind> {
        KINDS.iter().map(|row| row.0)
    }

    /// The identifiers only.
    #[must_use]
    pub fn identifiers() -> impl ExactSizeIterator<Item = Kind> {
        KINDS[..IDENTIFIERS].iter().map(|row| row.0)
    }

    /// The name in the public API.
    ///
    /// ```
    /// assert_eq!(prefile::Kind::ANumber.id(), "a-number");
    /// ```
    #[must_use]
    pub fn id(self) -> &'static str {
        KINDS[self as usize].1
    }

    /// A made-up value of this kind, as people write it.
    #[must_use]
    pub fn example(self) -> &'static str {
        KINDS[self as usize].2
    }

    /// Whether values of this kind are identifiers: short, of a fixed shape, of a fixed alphabet.
    #[must_use]
    pub fn is_identifier(self) -> bool {
        (self as usize) < IDENTIFIERS
    }

    /// The kind with this name.
    ///
    /// ```
    /// assert_eq!(prefile::Kind::from_id("ssn"), Some(prefile::Kind::Ssn));
    /// assert_eq!(prefile::Kind::from_id("bank-account"), None);
    /// ```
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        KINDS.iter().find(|row| row.1 == id).map(|row| row.0)
    }

    /// The kind at this place of [`Kind::all`].
    #[must_use]
    pub fn from_index(index: u32) -> Option<Self> {
        KINDS.get(index as usize).map(|row| row.0)
    }
}
