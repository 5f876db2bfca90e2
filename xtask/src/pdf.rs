//! The module that reads official PDFs, for the package and the page.

use std::path::PathBuf;

use crate::bindgen::{bind_for_package, module};
use crate::house::{House, Outcome};
use crate::optimise::{FAST, optimise};

/// Builds it into a folder of its own; returns where.
pub(crate) fn build(house: &House) -> Outcome<PathBuf> {
    let out = house.target.join("pdf");
    let built = module(house, "prefile-pdf", &["wasm"])?;
    bind_for_package(&built, &out, "pdf")?;
    optimise(house, &out.join("pdf_bg.wasm"), FAST)?;
    Ok(out)
}
