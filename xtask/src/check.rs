//! Format and lints.

use crate::house::{House, Outcome, output, run};
use crate::setup;

const WASM32: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

/// Every file as rustfmt writes it.
pub(crate) fn format(house: &House) -> Outcome {
    run(&mut house.cargo(&["fmt", "--all", "--check"]))
}

/// Clippy's pedantic lints over every set of features that ships, on both kinds of machine.
pub(crate) fn lints(house: &House) -> Outcome {
    setup::wasm32(house)?;
    let core = ["--package", "prefile"];
    let bare = ["--no-default-features", "--features", "mrz"];
    let boundary = ["--no-default-features", "--features", "mrz,wasm"];
    // prefile-npm turns the boundary on for every crate that is built together with it.
    let native = ["--workspace", "--exclude", "prefile-npm", "--all-targets"];
    clippy(house, "all of it, native", &[&native])?;
    clippy(house, "core without texts, native", &[&core, &bare])?;
    clippy(house, "core, wasm32", &[&core, &WASM32])?;
    clippy(
        house,
        "core without texts, wasm32",
        &[&core, &bare, &WASM32],
    )?;
    clippy(
        house,
        "core with its boundary, wasm32",
        &[&core, &boundary, &WASM32],
    )?;
    let strength = ["--package", "prefile-strength", "--features", "wasm"];
    clippy(
        house,
        "strength with its boundary, wasm32",
        &[&strength, &WASM32],
    )?;
    let guide = ["--package", "prefile-guide", "--features", "wasm"];
    clippy(house, "guide with its boundary, wasm32", &[&guide, &WASM32])?;
    let pdf = ["--package", "prefile-pdf", "--features", "wasm"];
    clippy(house, "pdf with its boundary, wasm32", &[&pdf, &WASM32])?;
    if house.has("tests/wasm/main.rs") {
        let tests = ["--test", "wasm"];
        clippy(house, "wasm tests", &[&core, &boundary, &WASM32, &tests])?;
    }
    if house.has("www/Cargo.toml") {
        clippy(
            house,
            "page, wasm32",
            &[&["--package", "prefile-www"], &WASM32],
        )?;
    }
    scripts(house)
}

/// Every script of the tree is one that Node can read: benchmarks have no test that runs them.
fn scripts(house: &House) -> Outcome {
    println!("scripts: Node reads each");
    let listed = output(house.command("git").args(["ls-files", "*.mjs", "*.js"]))?;
    for script in listed.lines() {
        run(house.command("node").args(["--check", script]))?;
    }
    Ok(())
}

fn clippy(house: &House, what: &str, args: &[&[&str]]) -> Outcome {
    println!("clippy: {what}");
    run(house
        .cargo(&["clippy", "--quiet"])
        .args(args.iter().copied().flatten())
        .args(["--", "-D", "warnings"]))
}
