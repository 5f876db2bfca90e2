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

/// The faults of one file as they are found.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    /// The file that is read.
    pub file: String,
    /// What was found, in other files too.
    pub all: Vec<Fault>,
}

impl Faults {
    pub fn of(file: &str) -> Self {
        Self {
            file: file.to_owned(),
            all: Vec::new(),
        }
    }

    /// Something is wrong in this file.
    pub fn say(&mut self, line: usize, what: String) {
        let file = self.file.clone();
        self.all.push(Fault { file, line, what });
    }

    /// Something is wrong in another file.
    pub fn say_in(&mut self, file: &str, line: usize, what: String) {
        let file = file.to_owned();
        self.all.push(Fault { file, line, what });
    }

    /// What was found by file and line, each fault once; or what was read, if nothing was.
    pub fn none_or<T>(mut self, read: T) -> Result<T, Vec<Fault>> {
        if self.all.is_empty() {
            return Ok(read);
        }
        self.all.sort();
        self.all.dedup();
        Err(self.all)
    }
}
