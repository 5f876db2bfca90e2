//! The npm package: its modules, their bytes and the TypeScript into `pkg/dist`.

use crate::house::{House, Outcome, nothing_yet, run};
use crate::optimise::{SMALL, numbers_only, optimise, without_wasm};
use crate::{guide, pdf, setup, strength, unpack};

/// Builds `pkg/dist`.
pub(crate) fn build(house: &House) -> Outcome {
    for part in ["src/wasm", "pkg/src/index.ts"] {
        if !house.has(part) {
            nothing_yet(part);
            return Ok(());
        }
    }
    setup::wasm32(house)?;
    setup::node_modules(house)?;
    setup::wasm_pack(house)?;

    generate(house)?;

    let core = house.target.join("npm/core");
    run(house
        .shipping(house.command("wasm-pack"))?
        .args(["--quiet", "build", "--mode", "no-install", "--no-opt"])
        .args(["--no-pack", "--release", "--target", "web"])
        .args(["--out-name", "core", "--out-dir"])
        .args([core.as_os_str(), "pkg".as_ref()]))?;
    let wasm = core.join("core_bg.wasm");
    numbers_only(house, &wasm)?;
    without_wasm(house, &wasm)?;
    optimise(house, &wasm, SMALL)?;

    let strength = strength::build(house)?;
    let guide = guide::build(house)?;
    let pdf = pdf::build(house)?;
    unpack::build(house)?;
    run(house
        .script("package.mjs")
        .args([core, strength, guide, pdf]))
}

/// Texts and types are the core's: written from it, never by hand.
pub(crate) fn generate(house: &House) -> Outcome {
    run(house
        .cargo(&["run", "--quiet", "--package", "prefile-generate"])
        .arg("--")
        .arg(house.path("pkg/src/generated")))
}
