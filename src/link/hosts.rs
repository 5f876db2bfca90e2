//! The hosts of `data/hosts.toml`.

use crate::text::piece::pieces;

/// A name that others imitate.
pub(super) struct Target {
    /// The label.
    pub name: &'static str,
    /// The host that it means.
    pub means: &'static str,
    /// One letter changed is an imitation.
    pub near: bool,
    /// A longer label with it is an imitation.
    pub inside: bool,
}

/// Whether a list has this word.
pub(super) fn has(list: &str, word: &str) -> bool {
    pieces(list, b" ").any(|other| other == word)
}

include!(concat!(env!("OUT_DIR"), "/hosts.rs"));
