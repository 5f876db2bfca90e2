//! The official forms as guides fill them, read and drawn by other programs (`pdf/corpus/filled.py`).

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::corpus;
use crate::house::{House, Outcome, at, heading, run};
use crate::setup;

const FORMS: [&str; 4] = ["g-1145", "i-765", "i-90", "n-400"];

/// `cargo xtask filled [--sessions N] [--write]`
pub(crate) fn command(house: &House, args: &[String]) -> Outcome {
    let (mut sessions, mut write) = ("20", false);
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--sessions" => sessions = args.next().ok_or("--sessions wants a number")?,
            "--write" => write = true,
            _ => return Err(format!("filled does not know \"{arg}\"")),
        }
    }
    let forms = env::var_os("PREFILE_FORMS")
        .ok_or("PREFILE_FORMS names no folder: the official forms are no part of the repository")?;
    let made = house.target.join("corpus/filled");
    if made.exists() {
        fs::remove_dir_all(&made).map_err(at(&made))?;
    }
    let example = [
        "run",
        "--quiet",
        "--package",
        "prefile-pdf",
        "--example",
        "filled",
        "--",
    ];
    run(house.cargo(&example).arg(forms).arg(&made).arg(sessions))?;

    heading("what others read");
    let python = corpus::python(house)?;
    let with = |what: &str| {
        let mut command = house.command(&python.to_string_lossy());
        command
            .arg(house.path("pdf/corpus/filled.py"))
            .arg(&made)
            .arg(what);
        command
    };
    run(&mut with("values"))?;

    heading("what others draw");
    setup::peers(house)?;
    let pages = made.join("pdfjs");
    run(house
        .command("node")
        .arg(house.path("pdf/corpus/pictures.mjs"))
        .arg(&pages)
        .args(FORMS.iter().flat_map(|form| files(&made, form))))?;
    let mut pictures = with("pictures");
    pictures.arg(&pages);
    if write {
        pictures.arg("write");
    }
    run(&mut pictures)
}

/// What is drawn of a form.
fn files(made: &Path, form: &str) -> [PathBuf; 3] {
    ["blank", "full", "sparse"].map(|which| made.join(format!("{form}-{which}.pdf")))
}
