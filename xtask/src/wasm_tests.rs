//! The suite `tests/wasm` (wasm-bindgen-test) in Node and in the browsers as Debian ships them.

use crate::house::{House, Outcome, nothing_yet, output};
use crate::setup;

/// Builds the suite once and runs it everywhere.
pub(crate) fn run(house: &House) -> Outcome {
    if !house.has("tests/wasm/main.rs") {
        nothing_yet("tests/wasm");
        return Ok(());
    }
    setup::wasm32(house)?;
    setup::node_modules(house)?;
    setup::browsers(house)?;
    let wasm = build(house)?;
    crate::house::run(
        house
            .command("node")
            .arg(house.path("tests/wasm/run.mjs"))
            .arg(&wasm)
            .env("PREFILE_XTASK", &house.xtask),
    )
}

/// Where cargo put the suite: it is the one that knows.
fn build(house: &House) -> Outcome<String> {
    let messages = output(
        house
            .cargo(&["test", "--quiet", "--no-run", "--package", "prefile"])
            .args(["--test", "wasm", "--target", "wasm32-unknown-unknown"])
            .args(["--no-default-features", "--features", "wasm"])
            .args(["--message-format", "json-render-diagnostics"])
            .stderr(std::process::Stdio::inherit()),
    )?;
    messages
        .lines()
        .filter_map(|line| line.split("\"executable\":\"").nth(1)?.split('"').next())
        .next_back()
        .map(str::to_owned)
        .ok_or_else(|| "cargo named no test to run".to_owned())
}
