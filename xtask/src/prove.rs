//! Proves every definition in `forms/`. The prover is a program of its own: its diagrams are not
//! compiled for those who build the page.

use crate::house::{House, Outcome, run};

pub(crate) fn all(house: &House) -> Outcome {
    run(house
        .cargo(&["run", "--quiet", "--package", "prefile-prover", "--"])
        .arg(&house.root))
}
