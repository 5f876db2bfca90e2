//! What is wrong in a definition, where, and what to do.

use std::fmt;

/// What is wrong in one line of one file. Shown as `forms/g-1145.toml:12: no fact is named ...`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// From the root of the tree: `forms/g-1145.toml`.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// What is wrong and what to do, in lower case.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.what)
    }
}

impl std::error::Error for Fault {}
