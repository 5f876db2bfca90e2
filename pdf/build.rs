//! The codes of this module and their words: the same files as the core's, by the same code.

#[allow(dead_code, reason = "the core says more of kinds")]
#[path = "../build/families.rs"]
mod families;
#[path = "../build/files.rs"]
mod files;
#[path = "../build/said.rs"]
mod said;
#[path = "../build/sources.rs"]
mod sources;
#[allow(dead_code, reason = "only the core shares texts")]
#[path = "../build/texts.rs"]
mod texts;

use files::{camel, stems, toml};
use said::Said;
use std::{env, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    for folder in ["build", "data", "locales"] {
        println!("cargo::rerun-if-changed=../{folder}");
    }
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo sets the manifest folder");
    let out = env::var("OUT_DIR").expect("cargo sets the output folder");
    let said = Said::read(&Path::new(&root).join(".."), "pdf");
    if let Err(fault) = said.and_then(|said| said.write(Path::new(&out), "")) {
        println!("cargo::error={fault}");
    }
}
