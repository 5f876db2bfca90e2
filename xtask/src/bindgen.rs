//! The wasm-bindgen command and its test runner: the library's, in this program.

use std::collections::BTreeSet;
use std::env::ArgsOs;
use std::ffi::OsString;
use std::fs;
use std::iter;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use wasm_bindgen_cli::{wasm_bindgen, wasm_bindgen_test_runner};

use crate::house::{House, Outcome, at, output, run};

/// The package replaces an instance that trapped (pkg/src/wasm.ts). The switch exists for the targets
/// of modules only.
const RESET: &str = "--experimental-reset-state-function";

/// `wasm-bindgen`, as wasm-pack calls it.
pub(crate) fn wasm_bindgen(rest: ArgsOs) -> ExitCode {
    let name: OsString = "wasm-bindgen".into();
    exit(wasm_bindgen::run_cli_with_args(
        iter::once(name).chain(rest),
    ))
}

/// `wasm-bindgen-test-runner`, as cargo calls it.
pub(crate) fn test_runner(rest: ArgsOs) -> ExitCode {
    let mut args: Vec<OsString> = vec!["wasm-bindgen-test-runner".into()];
    args.extend(rest);
    exit(wasm_bindgen_test_runner::run_cli_with_args(args))
}

/// A crate as a module, in release: where it is.
pub(crate) fn module(house: &House, package: &str, features: &[&str]) -> Outcome<PathBuf> {
    run(&mut rustc(house, package, features)?)?;
    let name = package.replace('-', "_");
    Ok(house
        .target
        .join(format!("wasm32-unknown-unknown/release/{name}.wasm")))
}

/// The folder into which the build script of such a crate has written.
pub(crate) fn written_by(house: &House, package: &str) -> Outcome<PathBuf> {
    let mut command = rustc(house, package, &[])?;
    let told = output(command.arg("--message-format=json"))?;
    let mut lines = told
        .lines()
        .filter(|line| line.contains(r#""reason":"build-script-executed""#));
    let line = lines.find(|line| line.contains(&format!("#{package}@")));
    let folder = line.and_then(|line| line.split_once(r#""out_dir":""#));
    let folder = folder.and_then(|(_, rest)| rest.split_once('"'));
    folder
        .map(|(folder, _)| PathBuf::from(folder))
        .ok_or_else(|| format!("cargo does not say where {package} has its build script's files"))
}

fn rustc(house: &House, package: &str, features: &[&str]) -> Outcome<Command> {
    // Only this type of crate: beside an rlib, cargo leaves link-time optimisation out, and the
    // module is nearly twice as large.
    let mut command = house.shipping(house.cargo(&[
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
    ]))?;
    command.args(features.iter().flat_map(|feature| ["--features", feature]));
    Ok(command)
}

/// wasm-bindgen for a target with modules, from `wasm` into the folder `out` under `name`.
pub(crate) fn bind(wasm: &Path, out: &Path, name: &str) -> Outcome {
    bind_with(&["--no-typescript"], wasm, out, name)
}

/// The same for the package: with declarations, and with what its loader asks for.
pub(crate) fn bind_for_package(wasm: &Path, out: &Path, name: &str) -> Outcome {
    bind_with(&[RESET], wasm, out, name)
}

fn bind_with(more: &[&str], wasm: &Path, out: &Path, name: &str) -> Outcome {
    let mut args: Vec<OsString> = vec![
        "wasm-bindgen".into(),
        wasm.into(),
        "--target".into(),
        "web".into(),
        "--omit-default-module-path".into(),
        "--remove-producers-section".into(),
        "--out-dir".into(),
        out.into(),
        "--out-name".into(),
        name.into(),
    ];
    args.extend(more.iter().map(Into::into));
    wasm_bindgen::run_cli_with_args(args).map_err(|e| format!("wasm-bindgen: {e:?}"))?;
    shorten(
        &out.join(format!("{name}.js")),
        &out.join(format!("{name}_bg.wasm")),
    )
}

/// wasm-bindgen ends the names of imports with 16 digits of a hash, on both sides. A number with as
/// many digits tells them apart as well, and packs to nothing.
fn shorten(script: &Path, wasm: &Path) -> Outcome {
    let mut text = fs::read_to_string(script).map_err(at(script))?;
    let mut bytes = fs::read(wasm).map_err(at(wasm))?;
    let is_name = |byte: char| byte.is_ascii_alphanumeric() || byte == '_' || byte == '$';
    let words = text.split(|byte| !is_name(byte)).filter_map(|name| {
        let (_, hash) = name.strip_prefix("__wbg_")?.rsplit_once('_')?;
        let is_hash = hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hash.then(|| hash.to_owned())
    });
    let hashes: BTreeSet<String> = words.collect();
    for (number, hash) in hashes.iter().enumerate() {
        let short = format!("{number:016x}");
        text = text.replace(hash, &short);
        for at in 0..bytes.len().saturating_sub(hash.len()) {
            if let Some(place) = bytes.get_mut(at..at + hash.len())
                && *place == *hash.as_bytes()
            {
                place.copy_from_slice(short.as_bytes());
            }
        }
    }
    fs::write(script, text).map_err(at(script))?;
    fs::write(wasm, bytes).map_err(at(wasm))
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
