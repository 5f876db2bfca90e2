//! Every developer's command: `cargo xtask help`.
//!
//! The same program is two more tools, so that one lock file pins them all and nothing has to be
//! installed next to it: called by the name `wasm-bindgen` it is that command (wasm-pack looks for
//! it on the path), and `xtask test-runner` is what cargo runs tests built for wasm32 with.

mod bench;
mod bindgen;
mod check;
mod corpus;
mod environments;
mod extension;
mod filled;
mod fuzz;
mod guide;
mod house;
mod mutants;
mod npm;
mod optimise;
mod package;
mod page;
mod pdf;
mod prove;
mod serve;
mod setup;
mod sizes;
mod strength;
mod supply;
mod test;
mod twice;
mod unpack;
mod wasm_tests;

use std::env;
use std::path::Path;
use std::process::ExitCode;

use house::{House, Outcome};

const HELP: &str = "\
cargo xtask <command>

  serve   build the page and serve it on http://127.0.0.1:8080
            --port N     another port
            --built      serve what is in dist/site, without building
  test    set up what is missing and run every test
            --only STEP  one step (may be repeated); what it needs is built first
            --built      with --only: test what is built already
            --list       name the steps
  build   build everything that ships: pkg/dist, dist/site, dist/prefile.html, dist/sbom.json and
          the extension, dist/prefile-chromium.zip and dist/prefile-firefox.zip
            --only package | page | extension
  prove   prove every definition in forms/; or only ID ... (i-765)
  check   format and lints (clippy pedantic), native and wasm32
  corpus  fill the official forms by another library, rightly and with mistakes, and look for them
            --seeds N    mistakes of each kind in each form (1)
            --built      look at those that were made before
  filled  fill the official forms as guides do; read and draw them by other programs
            --sessions N so many of each form (20)
            --write      what is drawn is what is expected from now on
  fuzz    anything at all through every door of fuzz/, within its bounds; or only TARGET ...
            --seconds N  how long each (30)
            --runs N     how many inputs each
            --keep       the best of what was found into the corpus that the tests replay
  mutants mistakes in the core, one at a time: which does no test notice? Or only ROOM ...
            --sample N   so many of each, evenly spread
            --seed S     from which on
  bench   measure what ships beside its peers, in one run
            --built      what is built already
  audit   licences, versions and sources of what others wrote, by cargo-deny
  twice   build everything once more in another folder and compare the bytes
            --built      what is built already
  sizes   print the size of what is built, against its budgets
  setup   install the pinned tools that are missing
  help    this text
";

fn main() -> ExitCode {
    let mut args = env::args_os();
    let name = args.next().unwrap_or_default();
    if Path::new(&name).file_stem() == Some("wasm-bindgen".as_ref()) {
        return bindgen::wasm_bindgen(args);
    }
    let command = args.next().unwrap_or_default();
    if command == "test-runner" {
        return bindgen::test_runner(args);
    }
    let rest: Vec<String> = args.map(|arg| arg.to_string_lossy().into_owned()).collect();
    match run(&command.to_string_lossy(), &rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\nxtask: {why}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &str, args: &[String]) -> Outcome {
    let house = House::find()?;
    match command {
        "serve" => serve::command(&house, args),
        "test" => test::command(&house, args),
        "build" => build(&house, args),
        "prove" => prove::command(&house, args),
        "check" => check::format(&house).and_then(|()| check::lints(&house)),
        "corpus" => corpus::command(&house, args),
        "filled" => filled::command(&house, args),
        "fuzz" => fuzz::command(&house, args),
        "mutants" => mutants::command(&house, args),
        "bench" => bench::command(&house, args),
        "audit" => supply::audit(&house),
        "twice" => twice::command(&house, args),
        "sizes" => sizes::print(&house),
        "setup" => setup::everything(&house),
        "help" | "--help" | "-h" | "" => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(format!("there is no command \"{command}\"\n\n{HELP}")),
    }
}

fn build(house: &House, args: &[String]) -> Outcome {
    let parts: &[&str] = match args {
        [] => &["package", "page", "extension"],
        [only, part] if only == "--only" && part == "package" => &["package"],
        [only, part] if only == "--only" && part == "page" => &["page"],
        [only, part] if only == "--only" && part == "extension" => &["package", "extension"],
        _ => return Err(format!("build does not know {args:?}\n\n{HELP}")),
    };
    for part in parts {
        house::heading(part);
        match *part {
            "package" => package::build(house)?,
            "page" => page::build(house)?,
            _ => extension::build(house)?,
        }
    }
    supply::bill(house)?;
    sizes::print(house)
}
