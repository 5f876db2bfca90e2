//! The wasm-bindgen command and its test runner: the library's, in this program.

use std::collections::{BTreeMap, BTreeSet};
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

/// wasm-bindgen for the page, from `wasm` into the folder `out` under `name`.
pub(crate) fn bind(wasm: &Path, out: &Path, name: &str) -> Outcome {
    bind_with(&["--no-typescript"], wasm, out, name)?;
    shorten(
        &out.join(format!("{name}.js")),
        &out.join(format!("{name}_bg.wasm")),
    )
}

/// The same for the package: with declarations, with what its loader asks for, and with the names of its
/// imports: the build looks at them (`xtask/js/package.mjs`).
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
    wasm_bindgen::run_cli_with_args(args).map_err(|e| format!("wasm-bindgen: {e:?}"))
}

/// wasm-bindgen gives imports long names that end in the 16 digits of a hash, on both sides. They are
/// the build's own business, so they become numbers: a page's script and module are 2 KB smaller.
fn shorten(script: &Path, wasm: &Path) -> Outcome {
    let mut text = fs::read_to_string(script).map_err(at(script))?;
    let bytes = fs::read(wasm).map_err(at(wasm))?;
    let names: BTreeMap<String, String> = made_up_names(&text)
        .into_iter()
        .enumerate()
        .map(|(number, name)| (name.to_owned(), format!("_{number}")))
        .collect();
    let damaged = || format!("{} has imports that cannot be read", wasm.display());
    let bytes = rename_imports(&bytes, &names).ok_or_else(damaged)?;
    for (name, short) in &names {
        text = text.replace(name, short);
    }
    fs::write(script, text).map_err(at(script))?;
    fs::write(wasm, bytes).map_err(at(wasm))
}

/// The names in the glue that end in a hash.
fn made_up_names(text: &str) -> BTreeSet<&str> {
    let is_name = |byte: char| byte.is_ascii_alphanumeric() || byte == '_' || byte == '$';
    let words = text.split(|byte| !is_name(byte));
    words
        .filter(|name| {
            let hash = name
                .strip_prefix("__wbg_")
                .and_then(|rest| rest.rsplit_once('_'));
            hash.is_some_and(|(_, hash)| {
                hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
            })
        })
        .collect()
}

/// The number of the section in which a module's imports stand.
const IMPORTS: u8 = 2;

/// A module with other names for its imports; nothing if it is none.
///
/// Source: WebAssembly Core Specification 2.0, chapter 5 (read 2026-11-23).
fn rename_imports(module: &[u8], names: &BTreeMap<String, String>) -> Option<Vec<u8>> {
    let (head, mut rest) = module.split_at_checked(8)?;
    let mut out = head.to_vec();
    while let Some((section, behind)) = rest.split_first() {
        rest = behind;
        let length = number(&mut rest)?;
        let (content, behind) = rest.split_at_checked(length)?;
        rest = behind;
        out.push(*section);
        let renamed = match *section {
            IMPORTS => renamed(content, names)?,
            _ => content.to_vec(),
        };
        put_number(&mut out, renamed.len());
        out.extend(renamed);
    }
    Some(out)
}

fn renamed(mut section: &[u8], names: &BTreeMap<String, String>) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let count = number(&mut section)?;
    put_number(&mut out, count);
    for _ in 0..count {
        let from = word(&mut section)?;
        let name = word(&mut section)?;
        let short = names.get(str::from_utf8(name).ok()?);
        for word in [from, short.map_or(name, |short| short.as_bytes())] {
            put_number(&mut out, word.len());
            out.extend(word);
        }
        // What is imported: a function of a type; wasm-bindgen imports nothing else, but a table or a
        // memory would have limits here.
        let (kind, behind) = section.split_first()?;
        section = behind;
        if *kind != 0 {
            return None;
        }
        out.push(*kind);
        put_number(&mut out, number(&mut section)?);
    }
    section.is_empty().then_some(out)
}

fn word<'b>(bytes: &mut &'b [u8]) -> Option<&'b [u8]> {
    let length = number(bytes)?;
    let (word, behind) = bytes.split_at_checked(length)?;
    *bytes = behind;
    Some(word)
}

/// An unsigned number, seven bits a byte.
fn number(bytes: &mut &[u8]) -> Option<usize> {
    let mut number = 0;
    for shift in (0..35).step_by(7) {
        let (byte, behind) = bytes.split_first()?;
        *bytes = behind;
        number |= usize::from(byte & 127) << shift;
        if *byte < 128 {
            return Some(number);
        }
    }
    None
}

fn put_number(out: &mut Vec<u8>, mut number: usize) {
    while number > 127 {
        out.push(number.to_le_bytes()[0] & 127 | 128);
        number >>= 7;
    }
    out.push(number.to_le_bytes()[0]);
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
