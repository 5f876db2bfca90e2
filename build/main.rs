//! Compiles `data/` and `locales/` into tables and text catalogues.
//!
//! What is wrong there stops the build with the file's name and what to do: a code without a
//! source, an example or words in every language; a text whose parameters differ between
//! languages; a text for a code that does not exist.

mod families;
mod fields;
mod files;
mod hosts;
mod kinds;
mod lists;
mod password_rules;
mod said;
mod sources;
mod texts;

use files::{camel, stems, toml, write};
use said::Said;
use std::{env, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=locales");
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets the manifest folder");
    let out = env::var("OUT_DIR").expect("cargo sets the output folder");
    let (root, out) = (Path::new(&root), Path::new(&out));
    if let Err(fault) = compile(root, out) {
        println!("cargo::error={fault}");
    }
}

fn compile(root: &Path, out: &Path) -> Result<(), String> {
    let said = Said::read(root, "")?;
    said.write(out, &kinds::code_columns(&said.families, &said.slots))?;
    write(out, "hosts.rs", &hosts::table(root)?)?;
    write(out, "password_rules.rs", &password_rules::table(root)?)?;
    write(out, "kinds.rs", &kinds::table(&said.families))?;
    write(out, "classes.rs", &lists::classes(root)?)?;
    write(
        out,
        "categories.rs",
        &lists::categories(root, &said.english.words)?,
    )?;
    let kinds = said.families.kinds.iter().map(|kind| kind.id.clone());
    let kinds: Vec<String> = kinds.collect();
    write(out, "fields.rs", &fields::tables(root, &kinds)?)
}
