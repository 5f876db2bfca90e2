//! Mistakes made in the core, one at a time, by cargo-mutants: those that no test notices are listed.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::house::{House, Outcome, at, heading, output};
use crate::setup;

/// A room whose every mistake is made, and the tests that stand nearest to it; those beside the code are
/// run, too.
struct Room {
    name: &'static str,
    nearest: &'static [&'static str],
}

const ROOMS: [Room; 4] = [
    Room {
        name: "text",
        nearest: &[
            "field",
            "identifiers",
            "identify",
            "link",
            "scan",
            "text",
            "values",
        ],
    },
    Room {
        name: "identifier",
        nearest: &["identifiers", "identify", "scan"],
    },
    Room {
        name: "link",
        nearest: &["link"],
    },
    Room {
        name: "password",
        nearest: &["password"],
    },
];

/// All others but the boundary, which the tests on the host are built without.
const OTHERS: Room = Room {
    name: "others",
    nearest: &[
        "codes",
        "day",
        "field",
        "form",
        "identifiers",
        "identify",
        "scan",
        "values",
    ],
};

/// Tests that take seconds: asked only where no other noticed.
const SLOW: [&str; 3] = ["bounds", "long_", "properties"];
/// In seconds, for tests of one: a mistake may make a loop without an end.
const NEAREST_MAY_TAKE: &str = "15";
/// In kilobytes, for the same reason.
const MEMORY: &str = "12000000";

/// `cargo xtask mutants [ROOM]... [--sample N] [--seed S]`
pub(crate) fn command(house: &House, args: &[String]) -> Outcome {
    let (mut rooms, mut sample, mut seed) = (Vec::new(), 0, 0);
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        let mut number = || args.next().and_then(|number| number.parse().ok());
        match arg.as_str() {
            "--sample" => sample = number().ok_or(WANTS)?,
            "--seed" => seed = number().ok_or(WANTS)?,
            name => rooms.push(
                ROOMS
                    .iter()
                    .chain([&OTHERS])
                    .find(|room| room.name == name)
                    .ok_or_else(|| format!("mutants knows {}, not \"{name}\"", names()))?,
            ),
        }
    }
    setup::cargo_mutants(house)?;
    if rooms.is_empty() {
        rooms.extend(&ROOMS);
    }
    for room in rooms {
        heading(room.name);
        Run::new(house, room, sample, seed)?.whole()?;
    }
    Ok(())
}

const WANTS: &str = "--sample and --seed want a number";

fn names() -> String {
    let names: Vec<&str> = ROOMS
        .iter()
        .chain([&OTHERS])
        .map(|room| room.name)
        .collect();
    names.join(", ")
}

/// The mistakes of a room, or a sample of them.
struct Run<'h> {
    house: &'h House,
    room: &'h Room,
    /// Where all of it is built and kept: rooms can run beside each other.
    folder: PathBuf,
    /// Which of them, as cargo-mutants takes it.
    shard: Option<String>,
}

impl<'h> Run<'h> {
    fn new(house: &'h House, room: &'h Room, sample: usize, seed: usize) -> Outcome<Self> {
        let folder = house.target.join("mutated").join(room.name);
        fs::create_dir_all(&folder).map_err(at(&folder))?;
        let mut run = Self {
            house,
            room,
            folder,
            shard: None,
        };
        let all = output(run.mutants().arg("--list"))?.lines().count();
        if let Some(step) = all.checked_div(sample) {
            let step = step.max(1);
            run.shard = Some(format!("{}/{step}", seed % step));
            println!("every {step} of {all}, from {} on", seed % step);
        }
        Ok(run)
    }

    /// All of them before the nearest tests, then those that these missed before every test of the core.
    fn whole(&self) -> Outcome {
        let mut nearest = self.tested("nearest");
        if let Some(shard) = &self.shard {
            nearest.args(["--sharding=round-robin", "--shard", shard]);
        }
        nearest.arg("--cargo-arg=--lib");
        for test in self.room.nearest {
            nearest.arg(format!("--cargo-arg=--test={test}"));
        }
        nearest.args(["--timeout", NEAREST_MAY_TAKE, "--", "--"]);
        for slow in SLOW {
            nearest.args(["--skip", slow]);
        }
        ended(&mut nearest)?;
        let mut found = self.results("nearest")?;
        if !found.missed.is_empty() {
            let mut every = self.tested("every");
            every.args(["--cargo-arg=--tests", "--minimum-test-timeout=60"]);
            for mutant in &found.missed {
                every.arg(format!("--re=^{}$", plain(mutant)));
            }
            ended(&mut every)?;
            let later = self.results("every")?;
            // Left-out fields are tried again whatever the pattern says: those are counted already.
            let of_these = |list: &[String]| {
                let known = |mutant: &&String| found.missed.contains(mutant);
                list.iter().filter(known).cloned().collect::<Vec<_>>()
            };
            let (missed, endless) = (of_these(&later.missed), of_these(&later.endless));
            found.caught += found.missed.len() - missed.len() - endless.len();
            found.endless.extend(endless);
            found.missed = missed;
        }
        println!(
            "\n{}: {} caught, {} without an end, {} not compiled, {} missed",
            self.room.name,
            found.caught,
            found.endless.len(),
            found.unviable,
            found.missed.len()
        );
        for mutant in found.missed {
            println!("  {mutant}");
        }
        Ok(())
    }

    fn results(&self, pass: &str) -> Outcome<Results> {
        let folder = self.folder.join(pass).join("mutants.out");
        let read = |name: &str| {
            let path = folder.join(name);
            let text = fs::read_to_string(&path).map_err(at(&path))?;
            Ok::<Vec<String>, String>(text.lines().map(str::to_owned).collect())
        };
        Ok(Results {
            caught: read("caught.txt")?.len(),
            missed: read("missed.txt")?,
            endless: read("timeout.txt")?,
            unviable: read("unviable.txt")?.len(),
        })
    }

    /// With what is common to listing and testing.
    fn mutants(&self) -> Command {
        // A mistake that asks for ever more memory ends by itself.
        let mut command = self.house.command("sh");
        command
            .args([
                "-c",
                "ulimit -v $0; exec cargo-mutants mutants \"$@\"",
                MEMORY,
            ])
            .args(["--package", "prefile", "--colors", "never"])
            .env("CARGO_TARGET_DIR", &self.folder);
        if self.room.name == OTHERS.name {
            command.arg("--file=src/**");
            for room in ROOMS.iter().map(|room| room.name).chain(["wasm"]) {
                command.arg(format!("--exclude=src/{room}/**"));
            }
        } else {
            command.arg(format!("--file=src/{}/**", self.room.name));
        }
        command
    }

    fn tested(&self, pass: &str) -> Command {
        let mut command = self.mutants();
        command.arg("--output").arg(self.folder.join(pass));
        command
    }
}

/// What became of the mistakes.
struct Results {
    caught: usize,
    missed: Vec<String>,
    endless: Vec<String>,
    unviable: usize,
}

/// A text as a pattern that means itself.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        if "\\.+*?()|[]{}^$#&-~".contains(letter) {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// Runs it to its end, which is an error only where the tests do not run at all.
fn ended(command: &mut Command) -> Outcome {
    let status = command
        .status()
        .map_err(|e| format!("cargo-mutants does not start: {e}"))?;
    match status.code() {
        // All caught, some missed, some without an end.
        Some(0 | 2 | 3) => Ok(()),
        _ => Err(format!("cargo-mutants ended with {status}")),
    }
}
