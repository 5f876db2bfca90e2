//! What ships, built once more in another folder: the same bytes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::house::{House, Outcome, at, heading, output, run};

/// What ships.
const BUILT: [&str; 2] = ["pkg/dist", "dist"];
/// The modules that are in it, as cargo's target folder has them.
const MODULES: [&str; 6] = [
    "npm/core/core_bg.wasm",
    "strength/strength_bg.wasm",
    "guide/guide_bg.wasm",
    "pdf/pdf_bg.wasm",
    "unpack/unpack_bg.wasm",
    "page/page_bg.wasm",
];

/// `cargo xtask twice [--built]`
pub(crate) fn command(house: &House, args: &[String]) -> Outcome {
    match args {
        [] => crate::build(house, &[])?,
        [built] if built == "--built" => {}
        _ => return Err(format!("twice does not know {args:?}")),
    }
    let other = house.target.join("twice/prefile");
    let target = house.target.join("twice/target");
    heading("the same sources in another folder");
    println!("{}: with its tools, about ten minutes", other.display());
    copy(house, &other)?;
    if target.exists() {
        fs::remove_dir_all(&target).map_err(at(&target))?;
    }
    run(house
        .cargo(&["xtask", "build"])
        .current_dir(&other)
        .env("CARGO_TARGET_DIR", &target))?;

    heading("both compared");
    let mut pairs = Vec::new();
    for folder in BUILT {
        let (here, there) = (house.path(folder), other.join(folder));
        let mut names = files(&here)?;
        names.extend(files(&there)?);
        pairs.extend(names.iter().map(|name| (here.join(name), there.join(name))));
    }
    pairs.extend(MODULES.map(|name| (house.target.join(name), target.join(name))));
    let mut differ = Vec::new();
    for (here, there) in &pairs {
        let (one, two) = (fs::read(here), fs::read(there));
        if !matches!((one, two), (Ok(one), Ok(two)) if one == two) {
            differ.push(format!("\n  {}", here.display()));
        }
    }
    println!(
        "{} files, {} of them modules: {} differ",
        pairs.len(),
        MODULES.len(),
        differ.len()
    );
    if differ.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "built twice, these are not the same:{}",
            differ.concat()
        ))
    }
}

/// What git keeps, as it stands now, and nothing that was built from it.
fn copy(house: &House, other: &Path) -> Outcome {
    if other.exists() {
        fs::remove_dir_all(other).map_err(at(other))?;
    }
    let listed = output(house.command("git").args(["ls-files", "-z"]))?;
    for name in listed.split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (house.path(name), other.join(name));
        // One that was removed and not yet committed.
        if !from.exists() {
            continue;
        }
        let folder = to.parent().unwrap_or(other);
        fs::create_dir_all(folder).map_err(at(folder))?;
        fs::copy(&from, &to).map_err(at(&from))?;
    }
    Ok(())
}

/// Every file below a folder, by its path inside it.
fn files(folder: &Path) -> Outcome<BTreeSet<PathBuf>> {
    let (mut found, mut folders) = (BTreeSet::new(), vec![folder.to_path_buf()]);
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).map_err(at(&next))? {
            let path = entry.map_err(at(&next))?.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(inside) = path.strip_prefix(folder) {
                found.insert(inside.to_path_buf());
            }
        }
    }
    Ok(found)
}
