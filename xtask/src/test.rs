//! Every test, step by step; the first that fails ends the run.

use std::thread;
use std::time::Instant;

use crate::house::{House, Outcome, heading, nothing_yet, run};
use crate::{
    check, environments, extension, fuzz, npm, package, page, prove, setup, sizes, supply,
    wasm_tests,
};

/// One step of the run.
struct Step {
    name: &'static str,
    what: &'static str,
    /// Steps that must have run before, built by `--only` too.
    needs: &'static [&'static str],
    /// Whether it goes on beside the steps behind it, with what they leave of the processor.
    beside: bool,
    run: fn(&House) -> Outcome,
}

const STEPS: [Step; 16] = [
    step(
        "format",
        "every file as rustfmt writes it",
        &[],
        check::format,
    ),
    step("lints", "clippy, native and wasm32", &[], check::lints),
    step(
        "native",
        "unit, integration and architecture tests",
        &[],
        native,
    ),
    step(
        "prove",
        "every definition in forms/, and the faults made in it",
        &[],
        prove::all,
    ),
    Step {
        beside: true,
        ..step(
            "fuzz",
            "anything at all through every door, 30 s each",
            &[],
            fuzz::shortly,
        )
    },
    step(
        "docs",
        "rustdoc without a warning; the crate builds from what is packed",
        &[],
        docs,
    ),
    step(
        "supply",
        "what others wrote of what ships stands in AUDIT.md",
        &[],
        supply::bill,
    ),
    step(
        "package",
        "the npm package, in release",
        &[],
        package::build,
    ),
    step("page", "the page, in release", &[], page::build),
    step(
        "extension",
        "the extension and its zips",
        &["package"],
        extension::build,
    ),
    step(
        "sizes",
        "what ships against its budgets",
        &["package", "page", "extension"],
        sizes::hold,
    ),
    step(
        "wasm",
        "the boundary in Node, Chromium and Firefox",
        &["package"],
        wasm_tests::run,
    ),
    step(
        "npm",
        "the packed package, installed",
        &["package"],
        npm::test,
    ),
    step(
        "environments",
        "the packed package in runtimes, bundlers and browsers",
        &["package"],
        environments::test,
    ),
    step(
        "browser",
        "the page in Chromium and Firefox",
        &["package", "page"],
        browser,
    ),
    step(
        "beside",
        "the extension in Chromium and Firefox",
        &["package", "extension"],
        extension::test,
    ),
];

const fn step(
    name: &'static str,
    what: &'static str,
    needs: &'static [&'static str],
    run: fn(&House) -> Outcome,
) -> Step {
    Step {
        name,
        what,
        needs,
        beside: false,
        run,
    }
}

impl Step {
    fn whole(&self, house: &House) -> Outcome {
        let begin = Instant::now();
        (self.run)(house).map_err(|why| {
            format!(
                "the step \"{0}\" failed: {why}\nalone: cargo xtask test --only {0}",
                self.name
            )
        })?;
        println!("   {}: {} s", self.name, begin.elapsed().as_secs());
        Ok(())
    }
}

/// `cargo xtask test [--only STEP]... [--built] [--list]`
pub(crate) fn command(house: &House, args: &[String]) -> Outcome {
    let mut only: Vec<&str> = Vec::new();
    let mut built = false;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--built" => built = true,
            "--list" => {
                for step in &STEPS {
                    println!("{:13}{}", step.name, step.what);
                }
                return Ok(());
            }
            "--only" => only.push(known(args.next().map(String::as_str).unwrap_or_default())?),
            _ => return Err(format!("test does not know \"{arg}\"")),
        }
    }
    let start = Instant::now();
    if only.is_empty() {
        heading("setup");
        setup::everything(house)?;
        setup::cargo_fuzz(house)?;
    }
    let mut beside = Vec::new();
    for step in chosen(&only, built) {
        heading(&format!("{}: {}", step.name, step.what));
        if step.beside {
            let house = house.clone();
            beside.push(thread::spawn(move || step.whole(&house)));
        } else {
            step.whole(house)?;
        }
    }
    for step in beside {
        step.join().map_err(|_| "a step ended in the middle")??;
    }
    println!("\nall of it passed in {} s", start.elapsed().as_secs());
    Ok(())
}

fn known(name: &str) -> Outcome<&'static str> {
    STEPS
        .iter()
        .map(|step| step.name)
        .find(|step| *step == name)
        .ok_or_else(|| format!("there is no step \"{name}\"; see `cargo xtask test --list`"))
}

/// All steps, or those named and what they need, in the order of the list.
fn chosen<'a>(only: &'a [&str], built: bool) -> impl Iterator<Item = &'static Step> + 'a {
    STEPS.iter().filter(move |step| {
        let needed = |name: &&str| {
            STEPS
                .iter()
                .any(|other| other.name == *name && other.needs.contains(&step.name))
        };
        only.is_empty() || only.contains(&step.name) || (!built && only.iter().any(needed))
    })
}

fn native(house: &House) -> Outcome {
    let others = ["--exclude", "xtask", "--exclude", "prefile-npm"];
    run(house
        .cargo(&["test", "--quiet", "--workspace"])
        .args(others))?;
    // In the profile it runs in: its many dependencies are compiled once.
    run(&mut house.cargo(&[
        "test",
        "--quiet",
        "--profile",
        "xtask",
        "--package",
        "xtask",
    ]))
}

fn docs(house: &House) -> Outcome {
    let others = ["--exclude", "xtask", "--exclude", "prefile-npm"];
    run(house
        .cargo(&["doc", "--quiet", "--workspace", "--no-deps"])
        .args(others)
        .env("RUSTDOCFLAGS", "-D warnings"))?;
    // A file that the build reads and `include` in Cargo.toml leaves out is missed by nobody else.
    run(&mut house.cargo(&[
        "package",
        "--quiet",
        "--allow-dirty",
        "--package",
        "prefile",
    ]))
}

fn browser(house: &House) -> Outcome {
    for part in ["dist/site", "pkg/dist"] {
        if !house.has(part) {
            nothing_yet(part);
            return Ok(());
        }
    }
    setup::browsers(house)?;
    run(house
        .command("playwright")
        .args(["test", "--config", "tests/browser"])
        .env("PREFILE_XTASK", &house.xtask))
}

#[cfg(test)]
mod tests {
    use super::{STEPS, chosen};

    #[track_caller]
    fn check(only: &[&str], built: bool, expect: &[&str]) {
        let names: Vec<&str> = chosen(only, built).map(|step| step.name).collect();
        assert_eq!(names, expect);
    }

    #[test]
    fn a_step_brings_what_it_needs() {
        check(&["native"], false, &["native"]);
        check(&["npm"], false, &["package", "npm"]);
        check(&["npm"], true, &["npm"]);
        check(
            &["sizes", "docs"],
            false,
            &["docs", "package", "page", "extension", "sizes"],
        );
        let all: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        check(&[], false, &all);
    }
}
