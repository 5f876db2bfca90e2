//! The kinds: what a box can want and what a text can be. One row of `data/kinds.toml` each.

include!(concat!(env!("OUT_DIR"), "/kinds.rs"));

/// The name in the public API.
impl core::fmt::Display for Kind {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.pad(self.id())
    }
}

impl Kind {
    /// Every kind, identifiers first.
    #[must_use]
    pub fn all() -> impl ExactSizeIterator<Item = Kind> {
        KINDS.iter().copied()
    }

    /// The identifiers only.
    #[must_use]
    pub fn identifiers() -> impl ExactSizeIterator<Item = Kind> {
        KINDS[..IDENTIFIERS].iter().copied()
    }

    /// The name in the public API.
    ///
    /// ```
    /// assert_eq!(prefile::Kind::ANumber.id(), "a-number");
    /// ```
    #[must_use]
    pub fn id(self) -> &'static str {
        IDS[self as usize]
    }

    /// A made-up value of this kind, as people write it.
    #[must_use]
    pub fn example(self) -> &'static str {
        EXAMPLES[self as usize]
    }

    /// Whether values of this kind are identifiers: short, of a fixed shape, of a fixed alphabet.
    #[must_use]
    pub fn is_identifier(self) -> bool {
        (self as usize) < IDENTIFIERS
    }

    /// Whether no answer repeats what was typed: codes and recovery answers of an online account.
    ///
    /// ```
    /// use prefile::Kind;
    /// assert!(Kind::BackupCode.is_secret() && !Kind::Ssn.is_secret());
    /// ```
    #[must_use]
    pub fn is_secret(self) -> bool {
        matches!(
            self,
            Self::VerificationCode
                | Self::BackupCode
                | Self::OnlineAccessCode
                | Self::RepresentativePasscode
                | Self::RecoveryAnswer
        )
    }

    /// The kind with this name.
    ///
    /// ```
    /// assert_eq!(prefile::Kind::from_id("ssn"), Some(prefile::Kind::Ssn));
    /// assert_eq!(prefile::Kind::from_id("bank-account"), None);
    /// ```
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        let place = IDS.iter().position(|known| *known == id)?;
        KINDS.get(place).copied()
    }

    /// The kind at this place of [`Kind::all`].
    #[must_use]
    pub fn from_index(index: u32) -> Option<Self> {
        KINDS.get(index as usize).copied()
    }
}
