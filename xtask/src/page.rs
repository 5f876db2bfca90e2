//! The page: one folder for any static host, and one file with everything inside.

use crate::bindgen::bind;
use crate::house::{House, Outcome, nothing_yet, run};
use crate::optimise::optimise;
use crate::setup;

/// Builds `dist/site` and `dist/prefile.html`.
pub(crate) fn build(house: &House) -> Outcome {
    if !house.has("www/Cargo.toml") {
        nothing_yet("www");
        return Ok(());
    }
    setup::wasm32(house)?;
    setup::node_modules(house)?;
    // Only this type of crate: beside an rlib, cargo leaves link-time optimisation out, and the
    // module is nearly twice as large.
    run(&mut house.shipping(house.cargo(&[
        "rustc",
        "--quiet",
        "--lib",
        "--crate-type",
        "cdylib",
        "--release",
        "--target",
        "wasm32-unknown-unknown",
        "--package",
        "prefile-www",
    ])))?;
    let built = house
        .target
        .join("wasm32-unknown-unknown/release/prefile_www.wasm");
    let out = house.target.join("page");
    bind(&built, &out, "page")?;
    optimise(house, &out.join("page_bg.wasm"))?;
    run(house.script("page.mjs").arg(&out))
}
