//! The size of what ships, against `xtask/budgets.json`.

use crate::house::{House, Outcome, run};

/// Prints the table.
pub(crate) fn print(house: &House) -> Outcome {
    run(&mut house.script("sizes.mjs"))
}

/// Prints the table and fails when something is over its budget.
pub(crate) fn hold(house: &House) -> Outcome {
    run(house.script("sizes.mjs").arg("--hold"))
}
