//! What makes a module small: wasm-opt takes a third of it, and packing two thirds of the rest.

use std::io::Write;
use std::path::Path;
use std::{env, fs};

use lzma_rust2::{LzmaOptions, LzmaWriter};
use prefile_unpack::{LONGEST, put_together, take_apart};

use crate::house::{House, Outcome, at, run};

/// Sections that say how a module was made; nothing reads them where it runs.
const STRIPPED: [&[u8]; 2] = [b"producers", b"target_features"];

/// What wasm-opt does for a module that has to be small: of some hundred orders that were tried on the
/// core and the page, the smallest as they are packed, 1 % smaller than after `-Oz` alone.
pub(crate) const SMALL: &[&str] = &[
    LOW,
    "--merge-similar-functions",
    "--local-cse",
    "--converge",
    "--remove-unused-brs",
    "--flatten",
    "--rse",
    "--one-caller-inline-max-function-size=40",
    "--rereloop",
    "-Os",
    "-Oz",
    "--code-folding",
    "--flatten",
    "-Oz",
    "--rse",
];
/// And for one that computes.
pub(crate) const FAST: &[&str] = &[LOW, "-O3"];

/// Nothing stands in the first kilobyte of memory: rustc links with --stack-first, and the stack grows
/// towards it. So an address and a small number are one place of a load, a hundredth of a module.
const LOW: &str = "--low-memory-unused";

/// Makes the module smaller, in place, and writes it packed beside it (`.lzma`), as it ships.
pub(crate) fn optimise(house: &House, wasm: &Path, level: &[&str]) -> Outcome {
    shrink(house, wasm, level)?;
    pack(wasm)
}

/// Leaves out what wasm-bindgen adds for functions that take more than numbers, in place.
pub(crate) fn numbers_only(house: &House, wasm: &Path) -> Outcome {
    run(house
        .command("wasm-opt")
        .args(["--remove-exports=__*", "--remove-unused-module-elements"])
        .arg(wasm)
        .arg("-o")
        .arg(wasm))
}

/// Writes the module as JavaScript beside it (`.js`), for places without WebAssembly.
pub(crate) fn without_wasm(house: &House, wasm: &Path) -> Outcome {
    let plain = wasm.with_extension("plain.wasm");
    run(house
        .command("wasm-opt")
        .args(SMALL)
        .arg(wasm)
        .arg("-o")
        .arg(&plain))?;
    run(house
        .command("wasm2js")
        .args(["-O", "--emscripten"])
        .arg(&plain)
        .arg("-o")
        .arg(wasm.with_extension("js")))
}

/// wasm-pack would go on without a word when there is no wasm-opt; here that is an error, and so is
/// a module that did not shrink.
pub(crate) fn shrink(house: &House, wasm: &Path, level: &[&str]) -> Outcome {
    let small = wasm.with_extension("opt.wasm");
    // Never --all-features: browsers refuse what it writes.
    run(house
        .command("wasm-opt")
        .args(level)
        .args(["--strip-producers", "--strip-target-features"])
        .arg(wasm)
        .arg("-o")
        .arg(&small))?;
    let before = fs::metadata(wasm).map_err(at(wasm))?.len();
    let bytes = fs::read(&small).map_err(at(&small))?;
    if bytes.len() as u64 >= before {
        return Err(format!(
            "wasm-opt left {} as large as it was",
            wasm.display()
        ));
    }
    if let Some(section) = STRIPPED.iter().find(|name| contains(&bytes, name)) {
        return Err(format!(
            "wasm-opt left the section {} in {}",
            String::from_utf8_lossy(section),
            wasm.display()
        ));
    }
    if let Some(place) = of_this_machine(house).find(|place| contains(&bytes, place.as_bytes())) {
        return Err(format!("{} names {place}", wasm.display()));
    }
    fs::rename(&small, wasm).map_err(at(wasm))
}

/// Folders that nothing may name that ships.
fn of_this_machine(house: &House) -> impl Iterator<Item = String> {
    let home = env::var("HOME").ok().filter(|home| home.len() > 1);
    [Some(house.root.display().to_string()), home]
        .into_iter()
        .flatten()
}

/// As `unpack/` reads it. The module is left as that puts it together.
fn pack(wasm: &Path) -> Outcome {
    let streams = take_apart(&fs::read(wasm).map_err(at(wasm))?);
    let mut module = vec![0; LONGEST];
    let length = put_together(&streams, &mut module);
    module.truncate(length);
    if length > LONGEST || take_apart(&module) != streams {
        return Err(format!("unpack/ does not understand {}", wasm.display()));
    }
    fs::write(wasm, module).map_err(at(wasm))?;

    let file = wasm.with_extension("lzma");
    // Which context is best differs by some hundred bytes from module to module.
    let [one, two] = CONTEXTS.map(|context| packed(&streams, context));
    let (one, two) = (one.map_err(at(&file))?, two.map_err(at(&file))?);
    let smaller = if two.len() < one.len() { two } else { one };
    fs::write(&file, smaller).map_err(at(&file))
}

/// How many bits of the byte before tell what the next may be.
const CONTEXTS: [u8; 2] = [1, 2];

/// The length of the streams, and they.
fn packed(streams: &[u8], context: u8) -> std::io::Result<Vec<u8>> {
    let mut options = LzmaOptions::with_preset(9);
    (options.lc, options.lp, options.pb) = (context.into(), 0, 0);
    options.nice_len = 273;
    let length = u32::try_from(streams.len()).map_err(std::io::Error::other)?;
    let mut writer = LzmaWriter::new_no_header(Vec::new(), &options, false)?;
    writer.write_all(streams)?;
    let mut packed = writer.finish()?;
    // The first byte is always 0.
    if let Some(first) = packed.first_mut() {
        *first = context;
    }
    let mut head = length.to_le_bytes().to_vec();
    head.append(&mut packed);
    Ok(head)
}

fn contains(bytes: &[u8], name: &[u8]) -> bool {
    bytes.windows(name.len()).any(|window| window == name)
}
