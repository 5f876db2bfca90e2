//! Proves every definition in `forms/`, or those that are named. The prover is a program of its own: its diagrams are not
//! compiled for those who build the page.

use crate::house::{House, Outcome, run};

pub(crate) fn all(house: &House) -> Outcome {
    command(house, &[])
}

pub(crate) fn command(house: &House, ids: &[String]) -> Outcome {
    run(house
        .cargo(&["run", "--quiet", "--package", "prefile-prover", "--"])
        .arg(&house.root)
        .args(ids))
}
