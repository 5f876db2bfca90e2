//! The tests of the package as its users get it: packed, and installed into an empty project.

use std::fs;
use std::path::{Path, PathBuf};

use crate::house::{House, Outcome, at, nothing_yet, output, run};

const TESTS: &str = "tests/npm";

/// Packs `pkg`, installs the archive and runs `tests/npm/*.test.mjs` with it.
pub(crate) fn test(house: &House) -> Outcome {
    if !house.has("pkg/dist") || tests(house)?.is_empty() {
        nothing_yet(TESTS);
        return Ok(());
    }
    link(house, &install(house)?)?;
    // What the modules are held against.
    for (package, example) in [("prefile", "answers"), ("prefile-guide", "sessions")] {
        run(&mut house.cargo(&["build", "--quiet", "-p", package, "--example", example]))?;
    }
    let examples = house.target.join("debug/examples");
    run(house
        .command("node")
        .env("PREFILE_ANSWERS", examples.join("answers"))
        .env("PREFILE_SESSIONS", examples.join("sessions"))
        .args(["--test", "--test-reporter=dot"])
        .args(tests(house)?))
}

fn tests(house: &House) -> Outcome<Vec<String>> {
    let folder = house.path(TESTS);
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut tests: Vec<String> = fs::read_dir(&folder)
        .map_err(at(&folder))?
        .flatten()
        .map(|entry| format!("{TESTS}/{}", entry.file_name().to_string_lossy()))
        .filter(|path| path.ends_with(".test.mjs"))
        .collect();
    tests.sort();
    Ok(tests)
}

/// The package as its users get it; returns where it is installed.
pub(crate) fn install(house: &House) -> Outcome<PathBuf> {
    let project = house.target.join("npm/project");
    if project.exists() {
        fs::remove_dir_all(&project).map_err(at(&project))?;
    }
    fs::create_dir_all(&project).map_err(at(&project))?;
    let manifest = project.join("package.json");
    fs::write(&manifest, "{ \"private\": true, \"type\": \"module\" }\n").map_err(at(&manifest))?;

    let packed = output(
        house
            .command("npm")
            .args(["pack", "./pkg", "--silent", "--pack-destination"])
            .arg(&project),
    )?;
    let archive = packed.lines().last().unwrap_or_default();
    run(house
        .command("npm")
        .args([
            "install",
            "--silent",
            "--no-audit",
            "--no-fund",
            "--offline",
        ])
        .arg(format!("./{archive}"))
        .current_dir(&project))?;
    Ok(project.join("node_modules/prefile"))
}

/// `import "prefile"` in tests/npm finds the installed package, and no other.
fn link(house: &House, installed: &Path) -> Outcome {
    let modules = house.path(TESTS).join("node_modules");
    fs::create_dir_all(&modules).map_err(at(&modules))?;
    let link = modules.join("prefile");
    if link.is_symlink() {
        fs::remove_file(&link).map_err(at(&link))?;
    }
    std::os::unix::fs::symlink(installed, &link).map_err(at(&link))
}
