//! The wasm-bindgen command and its test runner: the library's, in this program.

use std::env::ArgsOs;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use wasm_bindgen_cli::{wasm_bindgen, wasm_bindgen_test_runner};

use crate::house::{House, Outcome, run};

/// `wasm-bindgen`, as wasm-pack calls it.
pub(crate) fn wasm_bindgen(rest: ArgsOs) -> ExitCode {
    let mut args: Vec<OsString> = vec!["wasm-bindgen".into()];
    args.extend(rest);
    // The package replaces an instance that trapped (pkg/src/wasm.ts); wasm-pack has no way to
    // pass this on. The switch exists for the targets of modules only.
    if args.iter().any(|arg| arg == "web") {
        args.push("--experimental-reset-state-function".into());
    }
    exit(wasm_bindgen::run_cli_with_args(args))
}

/// `wasm-bindgen-test-runner`, as cargo calls it.
pub(crate) fn test_runner(rest: ArgsOs) -> ExitCode {
    let mut args: Vec<OsString> = vec!["wasm-bindgen-test-runner".into()];
    args.extend(rest);
    exit(wasm_bindgen_test_runner::run_cli_with_args(args))
}

/// A crate as a module, in release: where it is.
pub(crate) fn module(house: &House, package: &str) -> Outcome<PathBuf> {
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
        package,
    ])))?;
    let name = package.replace('-', "_");
    Ok(house
        .target
        .join(format!("wasm32-unknown-unknown/release/{name}.wasm")))
}

/// wasm-bindgen for a target with modules, from `wasm` into the folder `out` under `name`.
pub(crate) fn bind(
    wasm: &std::path::Path,
    out: &std::path::Path,
    name: &str,
) -> Result<(), String> {
    let args: [OsString; 11] = [
        "wasm-bindgen".into(),
        wasm.into(),
        "--target".into(),
        "web".into(),
        "--no-typescript".into(),
        "--omit-default-module-path".into(),
        "--remove-producers-section".into(),
        "--out-dir".into(),
        out.into(),
        "--out-name".into(),
        name.into(),
    ];
    wasm_bindgen::run_cli_with_args(args).map_err(|e| format!("wasm-bindgen: {e:?}"))
}

fn exit<E: std::fmt::Debug>(result: Result<(), E>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("error: {e:?}");
            ExitCode::FAILURE
        }
    }
}
