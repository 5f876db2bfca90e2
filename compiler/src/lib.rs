//! Compiles the definitions in `forms/` and their words in `locales/` into packs.
//!
//! Host only. `forms/README.md` describes what it reads. A definition compiles whole or not at all,
//! and what is wrong is said of every place at once, with the file, the line and what to do.
//!
//! A file → `sheet`: tables with lines → `screens`, `rules`, `example`, each with its conditions and
//! words → a [`Compiled`] definition.

mod compiled;
mod condition;
mod definition;
mod example;
mod facts;
mod fault;
mod near;
mod official;
mod rules;
mod screens;
mod shared;
mod sheet;
mod words;

pub use compiled::{Compiled, Condition, Example, Hand, Lines, Official, OfficialBox};
pub use fault::Fault;
pub use shared::Tree;

use std::{fs, path::Path};

pub(crate) use facts::Facts;

use fault::Faults;

impl Tree {
    /// Compiles one definition from its text. `file` names it, `forms/g-1145.toml`; its words and
    /// boxes are read from the tree.
    ///
    /// # Errors
    ///
    /// Whatever is wrong in it and in its words.
    pub fn compile(&self, file: &str, text: &str) -> Result<Compiled, Vec<Fault>> {
        definition::compile(self, file, text)
    }

    fn compile_file(&self, file: &str) -> Result<Compiled, Vec<Fault>> {
        match fs::read_to_string(self.root.join(file)) {
            Ok(text) => self.compile(file, &text),
            Err(why) => Err(cannot_read(file, &why)),
        }
    }
}

/// Compiles one definition of the tree, by its path in it: `forms/g-1145.toml`.
///
/// # Errors
///
/// Whatever is wrong in it, in its words, or in what it shares with others.
pub fn compile(root: &Path, file: &Path) -> Result<Compiled, Vec<Fault>> {
    Tree::read(root)?.compile_file(&file.display().to_string())
}

/// Compiles every definition of the tree, in the order of their names.
///
/// # Errors
///
/// Whatever is wrong in any of them.
pub fn compile_all(root: &Path) -> Result<Vec<Compiled>, Vec<Fault>> {
    let tree = Tree::read(root)?;
    let entries = fs::read_dir(root.join("forms")).map_err(|why| cannot_read("forms", &why))?;
    let names = entries.flatten().map(|entry| entry.file_name());
    let mut files: Vec<String> = names
        .filter(|name| Path::new(name).extension().is_some_and(|end| end == "toml"))
        .map(|name| format!("forms/{}", name.to_string_lossy()))
        .filter(|file| file != shared::FACTS)
        .collect();
    files.sort();
    let (mut all, mut faults) = (Vec::with_capacity(files.len()), Vec::new());
    for file in &files {
        match tree.compile_file(file) {
            Ok(compiled) => all.push(compiled),
            Err(mut theirs) => faults.append(&mut theirs),
        }
    }
    if faults.is_empty() {
        Ok(all)
    } else {
        Err(faults)
    }
}

fn cannot_read(file: &str, why: &std::io::Error) -> Vec<Fault> {
    let mut faults = Faults::of(file);
    faults.say(1, format!("the file cannot be read: {why}"));
    faults.all
}
