//! What ships beside its peers, in one run: `benches/`.

use std::env;

use crate::bindgen::bind;
use crate::corpus;
use crate::house::{House, Outcome, heading, run};
use crate::optimise::FAST;
use crate::{extension, package, page, serve, setup};

/// `cargo xtask bench [--built]`
pub(crate) fn command(house: &House, args: &[String]) -> Outcome {
    match args {
        [] => {
            package::build(house)?;
            page::build(house)?;
            extension::build(house)?;
        }
        [built] if built == "--built" => {}
        _ => return Err(format!("bench does not know {args:?}")),
    }
    setup::browsers(house)?;
    setup::peers(house)?;
    let zxcvbn = house.target.join("benches/zxcvbn");
    let built = "wasm32-unknown-unknown/peer/prefile_peer_zxcvbn.wasm";
    run(&mut house.cargo(&[
        "rustc",
        "--quiet",
        "--lib",
        "--profile",
        "peer",
        "--target",
        "wasm32-unknown-unknown",
        "--package",
        "prefile-peer-zxcvbn",
    ]))?;
    bind(&house.target.join(built), &zxcvbn, "zxcvbn")?;
    let wasm = zxcvbn.join("zxcvbn_bg.wasm");
    run(house
        .command("wasm-opt")
        .args(FAST)
        .arg(&wasm)
        .arg("-o")
        .arg(&wasm))?;

    run(&mut house.cargo(&[
        "build",
        "--quiet",
        "--package",
        "prefile-compiler",
        "--example",
        "pack",
    ]))?;
    let pack = house.target.join("debug/examples/pack");

    let address = serve::beside(house)?;

    heading("the core on the host");
    run(&mut house.cargo(&["bench", "--quiet", "--bench", "native"]))?;
    heading("the core");
    run(house.command("node").arg("benches/peers.mjs"))?;
    heading("boxes on a page");
    run(house.command("node").arg("benches/dom.mjs"))?;
    heading("the extension on a page");
    run(house.command("node").arg("benches/extension.mjs"))?;
    heading("password strength");
    run(house
        .command("node")
        .arg("benches/strength.mjs")
        .arg(zxcvbn))?;
    heading("forms");
    run(house.command("node").arg("benches/guide.mjs").arg(pack))?;
    heading("a whole form");
    run(house.command("node").arg("benches/n-400.mjs").arg(&address))?;
    heading("official PDFs");
    let Some(forms) = env::var_os("PREFILE_FORMS") else {
        println!("left out: PREFILE_FORMS does not name the folder of the official forms");
        return Ok(());
    };
    let python = corpus::python(house)?;
    for bench in ["benches/pdf.mjs", "benches/fill.mjs"] {
        run(house.command("node").arg(bench).arg(&forms).arg(&python))?;
    }
    run(house
        .command("node")
        .arg("benches/page-pdf.mjs")
        .arg(&forms)
        .arg(&address))
}
