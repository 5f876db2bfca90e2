//! The browser extension: one source, a folder and a zip for each browser.

use crate::house::{House, Outcome, nothing_yet, run};
use crate::setup;

/// Builds `dist/extension`, `dist/prefile-chromium.zip` and `dist/prefile-firefox.zip` out of the
/// package's source.
pub(crate) fn build(house: &House) -> Outcome {
    if !house.has("pkg/src/generated") {
        nothing_yet("pkg/src/generated");
        return Ok(());
    }
    setup::node_modules(house)?;
    run(&mut house.script("extension.mjs"))
}

/// The tests of what was built, in both browsers.
pub(crate) fn test(house: &House) -> Outcome {
    if !house.has("dist/extension") {
        nothing_yet("dist/extension");
        return Ok(());
    }
    setup::browsers(house)?;
    run(house
        .command("playwright")
        .args(["test", "--config", "tests/extension"]))
}
