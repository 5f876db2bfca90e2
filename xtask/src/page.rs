//! The page: one folder for any static host, and one file with everything inside.

use crate::bindgen::{bind, module, written_by};
use crate::house::{House, Outcome, nothing_yet, run};
use crate::optimise::{SMALL, optimise};
use crate::{package, pdf, setup, strength, unpack};

/// Builds `dist/site` and `dist/prefile.html`.
pub(crate) fn build(house: &House) -> Outcome {
    if !house.has("www/Cargo.toml") {
        nothing_yet("www");
        return Ok(());
    }
    setup::wasm32(house)?;
    setup::node_modules(house)?;
    let out = house.target.join("page");
    bind(&module(house, "prefile-www", &[])?, &out, "page")?;
    optimise(house, &out.join("page_bg.wasm"), SMALL)?;
    let strength = strength::build(house)?;
    // The part for filled PDFs takes the package's own.
    package::generate(house)?;
    let pdf = pdf::build(house)?;
    unpack::build(house)?;
    let written = written_by(house, "prefile-www")?;
    run(house.script("page.mjs").args([out, strength, pdf, written]))
}
