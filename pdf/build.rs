//! The codes of this module and their words: the same files as the core's, by the same code.

#[allow(dead_code, reason = "the core says more of kinds")]
#[path = "../build/families.rs"]
mod families;
#[path = "../build/files.rs"]
mod files;
#[path = "../build/sources.rs"]
mod sources;
#[allow(dead_code, reason = "only the core shares texts")]
#[path = "../build/texts.rs"]
mod texts;

use files::{camel, stems, toml, write};
use std::{env, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    for folder in ["build", "data", "locales"] {
        println!("cargo::rerun-if-changed=../{folder}");
    }
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets the manifest folder");
    let out = env::var("OUT_DIR").expect("cargo sets the output folder");
    if let Err(fault) = compile(&Path::new(&root).join(".."), Path::new(&out)) {
        println!("cargo::error={fault}");
    }
}

fn compile(root: &Path, out: &Path) -> Result<(), String> {
    let sources = sources::read(root)?;
    let mut families = families::read(root, "pdf", &sources)?;
    let sources = families.cite(sources);

    let english = texts::read(root, "en", &families)?;
    let spanish = texts::read(root, "es", &families)?;
    texts::compare(&english, &spanish)?;
    let slots = texts::slots(&english, &families);
    write(out, "sources.rs", &sources::tables(&sources))?;
    let codes = families::code_table(&families, &sources);
    write(out, "codes.rs", &codes)?;
    let words = texts::word_table(&english, &families, &slots);
    write(out, "words.rs", &words)?;
    for texts in [&english, &spanish] {
        let name = format!("{}.texts", texts.language);
        write(out, &name, &texts::catalogue(texts, &families, &slots)?)?;
    }
    Ok(())
}
