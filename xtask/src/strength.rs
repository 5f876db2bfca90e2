//! The module that measures passwords, for the package and the page.

use std::path::PathBuf;

use crate::bindgen::{bind_for_package, module};
use crate::house::{House, Outcome};
use crate::optimise::{FAST, optimise};

/// Builds it into a folder of its own; returns where.
pub(crate) fn build(house: &House) -> Outcome<PathBuf> {
    let out = house.target.join("strength");
    let built = module(house, "prefile-strength", &["wasm"])?;
    bind_for_package(&built, &out, "strength")?;
    optimise(house, &out.join("strength_bg.wasm"), FAST)?;
    Ok(out)
}
