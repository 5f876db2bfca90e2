//! What others wrote of what ships: licences, versions, where it comes from, and who looked at it.

use std::path::PathBuf;
use std::{env, fs};

use crate::house::{House, Outcome, run};
use crate::setup;

/// Every crate in what ships has its row in AUDIT.md; writes `dist/sbom.json`.
pub(crate) fn bill(house: &House) -> Outcome {
    setup::node_modules(house)?;
    run(&mut house.script("supply.mjs"))
}

/// Licences, versions and sources of everything that is built, by cargo-deny; its known faults too,
/// where their list is.
pub(crate) fn audit(house: &House) -> Outcome {
    bill(house)?;
    setup::cargo_deny(house)?;
    run(house
        .command("cargo-deny")
        .args(["--locked", "check", "licenses", "bans", "sources"]))?;
    if !known_faults() {
        println!("note: known faults were not looked for: `cargo deny fetch db` brings their list");
        return Ok(());
    }
    run(house
        .command("cargo-deny")
        .args(["--locked", "check", "--disable-fetch", "advisories"]))
}

/// Whether their list is on this machine. It is in no package registry, so nothing here fetches it.
fn known_faults() -> bool {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let lists = home.and_then(|home| fs::read_dir(home.join("advisory-dbs")).ok());
    lists.is_some_and(|lists| {
        lists
            .flatten()
            .any(|list| list.path().join("crates").is_dir())
    })
}
