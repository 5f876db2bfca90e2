//! The module that unpacks the others, for the package and the page.

use std::fs;
use std::process::Stdio;

use crate::bindgen::{bind, module};
use crate::house::{House, Outcome, at, run};
use crate::optimise::{SMALL, shrink};

/// All that JavaScript needs of it; the rest of what wasm-bindgen makes is for functions that
/// take more than numbers.
const EXPORTS: [&str; 3] = ["memory", "packed_at", "unpacked_at"];

/// Builds `pkg/src/generated/unpacker.ts`.
pub(crate) fn build(house: &House) -> Outcome {
    let out = house.target.join("unpack");
    bind(&module(house, "prefile-unpack", &[])?, &out, "unpack")?;
    let wasm = out.join("unpack_bg.wasm");

    let named = EXPORTS.map(|name| format!(r#"{{"name":"{name}","export":"{name}"}}"#));
    let reaches = EXPORTS.map(|name| format!(r#""{name}""#)).join(",");
    let wanted = format!(
        r#"[{{"name":"JavaScript","root":true,"reaches":[{reaches}]}},{}]"#,
        named.join(",")
    );
    let graph = out.join("wanted.json");
    fs::write(&graph, wanted).map_err(at(&graph))?;
    run(house
        .command("wasm-metadce")
        .args(["--graph-file"])
        .arg(&graph)
        .arg(&wasm)
        .arg("-o")
        .arg(&wasm)
        // It names everything that is left out.
        .stdout(Stdio::null()))?;
    shrink(house, &wasm, SMALL)?;
    run(house.script("unpack.mjs").arg(&wasm))
}
