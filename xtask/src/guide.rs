//! The module that fills forms with a person, for the package.

use std::path::PathBuf;

use crate::bindgen::{bind_for_package, module};
use crate::house::{House, Outcome};
use crate::optimise::{SMALL, optimise};

/// Builds it into a folder of its own; returns where.
pub(crate) fn build(house: &House) -> Outcome<PathBuf> {
    let out = house.target.join("guide");
    let built = module(house, "prefile-guide", &["wasm"])?;
    bind_for_package(&built, &out, "guide")?;
    optimise(house, &out.join("guide_bg.wasm"), SMALL)?;
    Ok(out)
}
