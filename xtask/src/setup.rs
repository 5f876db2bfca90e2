//! The pinned tools, installed when they are missing. Everything comes from package registries:
//! Rust's, npm's and Debian's.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::house::{House, Outcome, at, output, run};

const WASM_PACK: &str = "0.15.1";
const CARGO_DENY: &str = "0.20.2";
const CARGO_FUZZ: &str = "0.13.2";
const CARGO_MUTANTS: &str = "27.1.0";
const WASM32: &str = "wasm32-unknown-unknown";
const NODE: u32 = 20;
/// Debian's package and the program it brings.
const BROWSERS: [(&str, &str); 2] = [
    ("chromium", "/usr/bin/chromium"),
    ("firefox-esr", "/usr/bin/firefox-esr"),
];

/// All of it.
pub(crate) fn everything(house: &House) -> Outcome {
    wasm32(house)?;
    node_modules(house)?;
    wasm_pack(house)?;
    browsers(house)
}

/// The compiler's part for wasm32.
pub(crate) fn wasm32(house: &House) -> Outcome {
    // Asking rustc needs no rustup, which a distribution's own Rust does not have.
    let libraries =
        output(
            house
                .command("rustc")
                .args(["--print", "target-libdir", "--target", WASM32]),
        )?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    println!("setup: Rust's {WASM32} target, some seconds");
    run(house
        .command("rustup")
        .args(["--quiet", "target", "add", WASM32]))
}

/// TypeScript, esbuild, wasm-opt, Playwright.
pub(crate) fn node_modules(house: &House) -> Outcome {
    npm_packages(house, &house.root, "npm packages, half a minute")
}

/// Runtimes, bundlers and form libraries, for tests/environments alone: a project in the target
/// folder, because together they are larger than everything else.
pub(crate) fn environments(house: &House) -> Outcome<PathBuf> {
    let project = house.target.join("environments");
    fs::create_dir_all(&project).map_err(at(&project))?;
    for name in ["package.json", LOCK] {
        let from = house.path("tests/environments").join(name);
        fs::copy(&from, project.join(name)).map_err(at(&from))?;
    }
    let what = "runtimes, bundlers and form libraries from npm (660 MB), half a minute";
    npm_packages(house, &project, what)?;
    Ok(project)
}

/// What `benches/` measures against.
pub(crate) fn peers(house: &House) -> Outcome {
    npm_packages(
        house,
        &house.path("benches"),
        "the peers from npm, some seconds",
    )
}

const LOCK: &str = "package-lock.json";

/// What a folder's lock file names, unless it is there.
fn npm_packages(house: &House, folder: &Path, what: &str) -> Outcome {
    node(house)?;
    let lock = folder.join(LOCK);
    let stamp = folder.join("node_modules/.installed-lock.json");
    let wanted = fs::read(&lock).map_err(at(&lock))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("setup: {what}");
    // None of them needs its install script, so none is run.
    run(house
        .command("npm")
        .args([
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
        ])
        .current_dir(folder))?;
    fs::write(&stamp, wanted).map_err(at(&stamp))
}

fn node(house: &House) -> Outcome {
    let version = output(house.command("node").arg("--version"))
        .map_err(|e| format!("Node {NODE} or later is needed: {e}"))?;
    let major = version.trim_start_matches('v').split('.').next();
    if major.and_then(|n| n.parse().ok()).unwrap_or(0) < NODE {
        return Err(format!(
            "Node {NODE} or later is needed; this is {}",
            version.trim()
        ));
    }
    Ok(())
}

/// wasm-pack, and beside it the `wasm-bindgen` it looks for: this program by another name.
pub(crate) fn wasm_pack(house: &House) -> Outcome {
    let tools = house.target.join("tools");
    let installed = output(house.command("wasm-pack").arg("--version"));
    if installed.is_ok_and(|version| version.trim().ends_with(WASM_PACK)) {
        return link(house, &tools.join("bin"));
    }
    println!("setup: wasm-pack {WASM_PACK} from its source, one to two minutes");
    install(house, "wasm-pack", WASM_PACK)?;
    link(house, &tools.join("bin"))
}

/// For `cargo xtask audit` alone.
pub(crate) fn cargo_deny(house: &House) -> Outcome {
    let installed = output(house.command("cargo-deny").arg("--version"));
    if installed.is_ok_and(|version| version.trim().ends_with(CARGO_DENY)) {
        return Ok(());
    }
    println!("setup: cargo-deny {CARGO_DENY} from its source, four to eight minutes");
    install(house, "cargo-deny", CARGO_DENY)
}

/// For the fuzzing of a test run, and longer ones.
pub(crate) fn cargo_fuzz(house: &House) -> Outcome {
    let installed = output(house.command("cargo-fuzz").arg("--version"));
    if installed.is_ok_and(|version| version.trim().ends_with(CARGO_FUZZ)) {
        return Ok(());
    }
    println!("setup: cargo-fuzz {CARGO_FUZZ} from its source, one to two minutes");
    install(house, "cargo-fuzz", CARGO_FUZZ)
}

/// For `cargo xtask mutants` alone.
pub(crate) fn cargo_mutants(house: &House) -> Outcome {
    let installed = output(
        house
            .command("cargo-mutants")
            .args(["mutants", "--version"]),
    );
    if installed.is_ok_and(|version| version.trim().ends_with(CARGO_MUTANTS)) {
        return Ok(());
    }
    println!("setup: cargo-mutants {CARGO_MUTANTS} from its source, one to two minutes");
    install(house, "cargo-mutants", CARGO_MUTANTS)
}

fn install(house: &House, tool: &str, version: &str) -> Outcome {
    run(house
        .cargo(&["install", tool, "--version", version])
        .args(["--debug", "--locked", "--quiet", "--root"])
        .arg(house.target.join("tools"))
        // In a folder of its own, thrown away after.
        .env_remove("CARGO_TARGET_DIR")
        .env("CARGO_PROFILE_DEV_DEBUG", "0"))
}

fn link(house: &House, bin: &Path) -> Outcome {
    let link = bin.join("wasm-bindgen");
    if fs::read_link(&link).is_ok_and(|to| to == house.xtask) {
        return Ok(());
    }
    fs::create_dir_all(bin).map_err(at(bin))?;
    match fs::remove_file(&link) {
        Err(e) if e.kind() != ErrorKind::NotFound => return Err(at(&link)(e)),
        _ => {}
    }
    std::os::unix::fs::symlink(&house.xtask, &link).map_err(at(&link))
}

/// The browsers that Debian ships: the tests run in them as they are.
pub(crate) fn browsers(house: &House) -> Outcome {
    let missing: Vec<&str> = BROWSERS
        .iter()
        .filter(|(_, program)| !Path::new(program).exists())
        .map(|(package, _)| *package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!(
        "setup: {} by apt-get, about a minute",
        missing.join(" and ")
    );
    run(as_root(house, "apt-get").args(["update", "-qq"]))?;
    run(as_root(house, "apt-get")
        .args(["install", "-y", "-qq", "--no-install-recommends"])
        .args(missing)
        .stdout(Stdio::null())
        .env("DEBIAN_FRONTEND", "noninteractive"))
}

fn as_root(house: &House, program: &str) -> Command {
    let is_root = output(house.command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if is_root {
        house.command(program)
    } else {
        let mut command = house.command("sudo");
        command.arg(program);
        command
    }
}
