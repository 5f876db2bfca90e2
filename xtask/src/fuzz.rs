//! Anything at all through every door (`fuzz/`), by cargo-fuzz: what it finds interesting stays in the
//! target folder, and `--keep` takes the best of it into the corpus that the tests replay.

use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::thread;

use crate::house::{House, Outcome, at, output, run};
use crate::setup;

#[path = "../../fuzz/src/kept.rs"]
#[allow(unreachable_pub, reason = "the doors' crate shows it to its tests")]
mod kept;

/// Of one door's corpus, in bytes.
const MOST_KEPT: usize = 24_000;
/// The shortest are kept; what is longer than this is looked for anew.
const LONGEST_KEPT: usize = 2_000;

/// `cargo xtask fuzz [TARGET]... [--seconds N | --runs N | --keep]`
pub(crate) fn command(house: &House, args: &[String]) -> Outcome {
    let (mut targets, mut until, mut keep) = (Vec::new(), SHORT.to_owned(), false);
    let known = known(house)?;
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut number = || args.next().and_then(|number| number.parse::<u64>().ok());
        match (arg.as_str(), known.contains(arg)) {
            ("--keep", _) => keep = true,
            ("--seconds", _) => until = format!("-max_total_time={}", number().ok_or(WANTS)?),
            ("--runs", _) => until = format!("-runs={}", number().ok_or(WANTS)?),
            (_, true) => targets.push(arg.clone()),
            _ => return Err(format!("fuzz does not know \"{arg}\"; there are {known:?}")),
        }
    }
    let doors = doors(house, if targets.is_empty() { known } else { targets })?;
    if keep {
        return doors.iter().try_for_each(Door::keep);
    }
    all(&doors, &until)
}

/// Every door, 30 s each: a step of the tests.
pub(crate) fn shortly(house: &House) -> Outcome {
    all(&doors(house, known(house)?)?, SHORT)
}

const SHORT: &str = "-max_total_time=30";

fn doors(house: &House, names: Vec<String>) -> Outcome<Vec<Door<'_>>> {
    setup::cargo_fuzz(house)?;
    let doors = names.into_iter().map(|name| Door::new(house, name));
    doors.collect()
}

/// As many at once as there are cores. The first that fails ends the others.
fn all(doors: &[Door], until: &str) -> Outcome {
    println!("fuzz: the doors are built, one to two minutes");
    for door in doors {
        output(&mut door.cargo_fuzz("build"))?;
    }
    let waiting = Mutex::new(doors.iter());
    let next = || waiting.lock().ok()?.next();
    let fuzz = || {
        while let Some(door) = next() {
            if let Err(why) = door.fuzz(until) {
                let _ = waiting.lock().map(|mut doors| *doors = [].iter());
                return Err(why);
            }
        }
        Ok(())
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let all: Vec<_> = (0..cores).map(|_| scope.spawn(fuzz)).collect();
        all.into_iter()
            .try_for_each(|one| one.join().unwrap_or(Err("a thread ended".to_owned())))
    })
}

const WANTS: &str = "--seconds and --runs want a number";

/// The names of the targets.
fn known(house: &House) -> Outcome<Vec<String>> {
    let folder = house.path("fuzz/fuzz_targets");
    let files = fs::read_dir(&folder).map_err(at(&folder))?;
    let names = files.flatten().map(|file| file.path());
    let names = names.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
    let mut names: Vec<String> = names.collect();
    names.sort();
    Ok(names)
}

/// A target, and where its inputs are.
struct Door<'h> {
    house: &'h House,
    name: String,
    /// The corpus in the repository: a file with a line for each input, or a folder of files.
    lines: PathBuf,
    files: PathBuf,
    /// The corpus as files, and what was found beside it.
    seeds: PathBuf,
    found: PathBuf,
}

impl<'h> Door<'h> {
    fn new(house: &'h House, name: String) -> Outcome<Self> {
        let target = house.target.join("fuzz");
        let door = Self {
            lines: house.path("fuzz/corpus").join(format!("{name}.txt")),
            files: house.path("fuzz/corpus").join(&name),
            seeds: target.join("seeds").join(&name),
            found: target.join("kept").join(&name),
            house,
            name,
        };
        fs::create_dir_all(&door.found).map_err(at(&door.found))?;
        fs::create_dir_all(&door.seeds).map_err(at(&door.seeds))?;
        if let Ok(lines) = fs::read_to_string(&door.lines) {
            for (place, input) in kept::kept(&lines).enumerate() {
                let file = door.seeds.join(place.to_string());
                fs::write(&file, input).map_err(at(&file))?;
            }
        }
        Ok(door)
    }

    /// Makes up inputs until it is enough, or one breaks a bound.
    fn fuzz(&self, until: &str) -> Outcome {
        let longest = if self.files.is_dir() { 65_536 } else { 512 };
        let mut command = self.cargo_fuzz("run");
        command.arg(&self.found).arg(&self.seeds);
        if self.files.is_dir() {
            command.arg(&self.files);
        }
        let words = self.house.path("fuzz/words.dict");
        command
            .arg("--")
            .arg(until)
            // What an input may take in fact, `fuzz/src/bounds.rs` says.
            .args(["-timeout=60", "-rss_limit_mb=2048", "-print_final_stats=1"])
            .arg(format!("-max_len={longest}"))
            .arg(format!("-dict={}", words.display()))
            .arg(format!("-artifact_prefix={}-", self.found.display()));
        let said = command.output().map_err(at(Path::new("cargo")))?;
        let text = String::from_utf8_lossy(&said.stderr);
        if !said.status.success() {
            return Err(format!("{text}\nan input broke the door \"{}\"", self.name));
        }
        let count = |name: &str| {
            let mut lines = text.lines().filter_map(|line| line.strip_prefix(name));
            lines.next().map_or("?", str::trim)
        };
        println!(
            "fuzz: {:11} {:>8} inputs, {} MB at the most",
            self.name,
            count("stat::number_of_executed_units:"),
            count("stat::peak_rss_mb:"),
        );
        Ok(())
    }

    /// The fewest inputs that reach all that was reached, the shortest of them, into the repository.
    fn keep(&self) -> Outcome {
        let best = self.found.with_extension("best");
        let _ = fs::remove_dir_all(&best);
        fs::create_dir_all(&best).map_err(at(&best))?;
        let mut command = self.cargo_fuzz("run");
        command.args([&best, &self.found, &self.seeds]);
        run(command.args(["--", "-set_cover_merge=1"]))?;
        let files = fs::read_dir(&best).map_err(at(&best))?.flatten();
        let mut inputs = Vec::new();
        for file in files {
            inputs.push(fs::read(file.path()).map_err(at(&best))?);
        }
        inputs.retain(|input| input.len() <= LONGEST_KEPT);
        inputs.sort_by(|one, other| (one.len(), one).cmp(&(other.len(), other)));
        let mut lines = String::new();
        for input in inputs {
            let line = format!("{}\n", input.escape_ascii());
            if lines.len() + line.len() <= MOST_KEPT {
                lines += &line;
            }
        }
        fs::write(&self.lines, lines).map_err(at(&self.lines))
    }

    fn cargo_fuzz(&self, what: &str) -> Command {
        let mut command = self
            .house
            .cargo_beside(&["fuzz", what, "--features", "libfuzzer"]);
        command
            // Nothing here is unsafe: memory is measured as it is, without a sanitizer's own, and the
            // pinned compiler will do.
            .args(["--sanitizer", "none", "--fuzz-dir", "fuzz", "--target-dir"])
            .arg(self.house.target.join("fuzz"))
            .arg(&self.name)
            // Built to be fast, not small.
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "3")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_DEBUG", "line-tables-only")
            .env("CARGO_PROFILE_RELEASE_STRIP", "none");
        command
    }
}
