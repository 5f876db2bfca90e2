//! The package built and run wherever people put it: `tests/environments`.

use crate::house::{House, Outcome, nothing_yet, run};
use crate::{npm, setup};

/// Packs `pkg` and runs it in every environment.
pub(crate) fn test(house: &House) -> Outcome {
    if !house.has("pkg/dist") {
        nothing_yet("pkg/dist");
        return Ok(());
    }
    setup::node_modules(house)?;
    setup::browsers(house)?;
    let project = setup::environments(house)?;
    run(house
        .command("node")
        .arg(house.path("tests/environments/run.mjs"))
        .args([project, npm::install(house)?]))
}
