//! Compiles the definitions in `forms/` and their words in `locales/` into packs.
//!
//! Host only. `forms/README.md` describes what it reads. A definition compiles whole or not at all,
//! and what is wrong is said of every place at once, with the file, the line and what to do.

mod compiled;
mod fault;

pub use compiled::{Answer, Compiled, Condition, Example, Hand, Lines, Official, OfficialBox};
pub use fault::Fault;

use std::path::Path;

/// What all definitions of a tree share: the facts, their words and the sources.
#[derive(Clone, Debug)]
pub struct Tree {}

impl Tree {
    /// Reads it from the root of the repository.
    ///
    /// # Errors
    ///
    /// Whatever is wrong in `forms/facts.toml`, its words or `data/sources.toml`.
    pub fn read(root: &Path) -> Result<Self, Vec<Fault>> {
        Err(vec![unread(root)])
    }

    /// Compiles one definition from its text. `file` names it, `forms/g-1145.toml`; its words and
    /// boxes are read from the tree.
    ///
    /// # Errors
    ///
    /// Whatever is wrong in it and in its words.
    pub fn compile(&self, file: &str, text: &str) -> Result<Compiled, Vec<Fault>> {
        let _ = text;
        Err(vec![unread(Path::new(file))])
    }
}

/// Compiles one definition of the tree: `forms/g-1145.toml`.
///
/// # Errors
///
/// Whatever is wrong in it, in its words, or in what it shares with others.
pub fn compile(root: &Path, file: &Path) -> Result<Compiled, Vec<Fault>> {
    let _ = file;
    Err(vec![unread(root)])
}

/// Compiles every definition of the tree, in the order of their names.
///
/// # Errors
///
/// Whatever is wrong in any of them.
pub fn compile_all(root: &Path) -> Result<Vec<Compiled>, Vec<Fault>> {
    Err(vec![unread(root)])
}

/// Nothing is read yet.
fn unread(path: &Path) -> Fault {
    Fault {
        file: path.display().to_string(),
        line: 1,
        what: "the compiler does not read definitions yet".to_owned(),
    }
}
