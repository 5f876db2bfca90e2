//! Compiles `data/` and `locales/` into tables and text catalogues.
//!
//! What is wrong there stops the build with the file's name and what to do: a code without a
//! source, an example or words in every language; a text whose parameters differ between
//! languages; a text for a code that does not exist.

mod families;
mod fields;
mod hosts;
mod lists;
mod password_rules;
mod sources;
mod texts;

use std::{env, fs, path::Path};

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
    let families = families::read(root, &sources)?;
    let english = texts::read(root, "en", &families)?;
    let spanish = texts::read(root, "es", &families)?;
    texts::compare(&english, &spanish)?;
    let slots = texts::slots(&english, &families);
    write(out, "sources.rs", &sources::tables(&sources))?;
    write(out, "hosts.rs", &hosts::table(root)?)?;
    write(out, "password_rules.rs", &password_rules::table(root)?)?;
    write(out, "kinds.rs", &families::kind_table(&families))?;
    write(
        out,
        "codes.rs",
        &families::code_table(&families, &sources, &slots),
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

fn write(out: &Path, name: &str, text: &str) -> Result<(), String> {
    fs::write(out.join(name), text).map_err(|fault| format!("{name}: {fault}"))
}

/// Reads one TOML file; the error names the file.
fn toml(root: &Path, path: &str) -> Result<toml::Table, String> {
    let text = fs::read_to_string(root.join(path)).map_err(|fault| format!("{path}: {fault}"))?;
    text.parse::<toml::Table>()
        .map_err(|fault| format!("{path}: {fault}"))
}

/// The names of the TOML files in a folder, without the ending, in order.
fn stems(root: &Path, folder: &str) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(root.join(folder)).map_err(|fault| format!("{folder}: {fault}"))?;
    let mut names: Vec<String> = entries
        .filter_map(Result::ok)
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".toml").map(str::to_owned))
        .collect();
    names.sort();
    Ok(names)
}

/// `receipt-number/too-short` → `ReceiptNumberTooShort`.
fn camel(id: &str) -> String {
    id.split(['-', '/', '.', '_'])
        .map(|part| {
            let mut letters = part.chars();
            letters.next().map_or_else(String::new, |first| {
                first.to_uppercase().collect::<String>() + letters.as_str()
            })
        })
        .collect()
}
