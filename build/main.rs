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
mod sources;
mod texts;

use files::{camel, stems, toml, write};
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
    let sources = sources::read(root)?;
    let mut families = families::read(root, "", &sources)?;
    let sources = families.cite(sources);
    let english = texts::read(root, "en", &families)?;
    let spanish = texts::read(root, "es", &families)?;
    texts::compare(&english, &spanish)?;
    let slots = texts::slots(&english, &families);
    write(out, "sources.rs", &sources::tables(&sources))?;
    write(out, "hosts.rs", &hosts::table(root)?)?;
    write(out, "password_rules.rs", &password_rules::table(root)?)?;
    write(out, "kinds.rs", &kinds::table(&families))?;
    let codes = families::code_table(&families, &sources);
    write(
        out,
        "codes.rs",
        &(codes + &kinds::code_columns(&families, &slots)),
    )?;
    write(
        out,
        "words.rs",
        &texts::word_table(&english, &families, &slots),
    )?;
    write(out, "classes.rs", &lists::classes(root)?)?;
    write(
        out,
        "categories.rs",
        &lists::categories(root, &english.words)?,
    )?;
    let kinds: Vec<String> = families.kinds.iter().map(|kind| kind.id.clone()).collect();
    write(out, "fields.rs", &fields::tables(root, &kinds)?)?;
    for texts in [&english, &spanish] {
        let name = format!("{}.texts", texts.language);
        write(out, &name, &texts::catalogue(texts, &families, &slots)?)?;
    }
    Ok(())
}
