//! The official forms, filled by a library of another language, rightly and with one mistake at a time:
//! `pdf/corpus/make.py` writes them, `pdf/examples/corpus.rs` looks for what is wrong.

use std::env;
use std::fs;
use std::path::PathBuf;

use crate::house::{House, Outcome, at, run};

const PINS: &str = "pdf/corpus/requirements.txt";

/// `cargo xtask corpus [--seeds N] [--built]`
pub(crate) fn command(house: &House, args: &[String]) -> Outcome {
    let made = house.target.join("corpus/pdf");
    match args {
        [] => make(house, &made, "1")?,
        [seeds, number] if seeds == "--seeds" => make(house, &made, number)?,
        [built] if built == "--built" => {}
        _ => return Err(format!("corpus does not know {args:?}")),
    }
    let cargo = [
        "run",
        "--quiet",
        "--release",
        "--package",
        "prefile-pdf",
        "--example",
        "corpus",
        "--",
    ];
    run(house.cargo(&cargo).arg(made))
}

fn make(house: &House, made: &PathBuf, seeds: &str) -> Outcome {
    let forms = env::var_os("PREFILE_FORMS")
        .ok_or("PREFILE_FORMS names no folder: the official forms are no part of the repository")?;
    if made.exists() {
        fs::remove_dir_all(made).map_err(at(made))?;
    }
    let python = python(house)?;
    run(house
        .command(&python.to_string_lossy())
        .arg(house.path("pdf/corpus/make.py"))
        .arg(forms)
        .arg(house.path("data/boxes"))
        .arg(made)
        .arg(seeds))
}

/// A Python with the pinned packages, in the target folder.
pub(crate) fn python(house: &House) -> Outcome<PathBuf> {
    let place = house.target.join("corpus/python");
    let program = place.join("bin/python");
    let pins = fs::read_to_string(house.path(PINS)).map_err(at(&house.path(PINS)))?;
    let installed = place.join("installed.txt");
    if fs::read_to_string(&installed).is_ok_and(|known| known == pins) {
        return Ok(program);
    }
    println!("setup: pikepdf and pypdf from PyPI, some seconds");
    run(house.command("python3").args(["-m", "venv"]).arg(&place))?;
    run(house
        .command(&program.to_string_lossy())
        .args(["-m", "pip", "install", "--quiet", "--requirement"])
        .arg(house.path(PINS)))?;
    fs::write(&installed, pins).map_err(at(&installed))?;
    Ok(program)
}
