//! Where things are, and how other programs are run there.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a task returns: nothing, or one sentence for the person who ran it.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// The repository and the folder that cargo builds into.
#[derive(Clone)]
pub(crate) struct House {
    /// The root of the repository.
    pub(crate) root: PathBuf,
    /// Cargo's target folder, wherever the environment puts it.
    pub(crate) target: PathBuf,
    /// This very program.
    pub(crate) xtask: PathBuf,
}

impl House {
    pub(crate) fn find() -> Outcome<Self> {
        let xtask = env::current_exe().map_err(|e| format!("where this program is: {e}"))?;
        // cargo puts a binary of profile "xtask" at <target>/xtask/xtask: no need to ask it.
        let target = xtask
            .ancestors()
            .nth(2)
            .ok_or("this program is not in a target folder: run it as `cargo xtask`")?
            .to_path_buf();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .ok_or("xtask has no folder above it")?
            .to_path_buf();
        Ok(Self {
            root,
            target,
            xtask,
        })
    }

    /// A path inside the repository.
    pub(crate) fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// Is there such a file, or a folder with anything in it?
    pub(crate) fn has(&self, inside: &str) -> bool {
        let path = self.path(inside);
        path.is_file()
            || path
                .read_dir()
                .is_ok_and(|mut entries| entries.next().is_some())
    }

    /// A program that runs in the repository and finds the pinned tools before any others.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut places = vec![
            self.path("node_modules/.bin"),
            self.target.join("tools/bin"),
        ];
        places.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        let path: OsString = env::join_paths(places).unwrap_or_default();
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", path);
        // A build's own folder, even where the environment names none.
        command.env("CARGO_TARGET_DIR", &self.target);
        command
    }

    /// cargo, the one that started this program.
    pub(crate) fn cargo(&self, args: &[&str]) -> Command {
        let mut command = self.command(&cargo());
        command.args(args);
        command
    }

    /// The same, with what others leave of the processor.
    pub(crate) fn cargo_beside(&self, args: &[&str]) -> Command {
        let mut command = self.command("nice");
        command.args(["-n", "19", &cargo()]).args(args);
        command
    }

    /// A command whose build ships: no path of this machine gets into the module, and two folders
    /// give the same bytes.
    pub(crate) fn shipping(&self, mut command: Command) -> Outcome<Command> {
        let home = env::var_os("CARGO_HOME").map(PathBuf::from);
        let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
        // Where rustup has the standard library's source, its paths are told by that; elsewhere they
        // are those of the compiler's makers.
        let sysroot = output(self.command("rustc").args(["--print", "sysroot"]))?;
        let library = Path::new(sysroot.trim()).join("lib/rustlib/src/rust");
        let version = output(self.command("rustc").arg("-vV"))?;
        let commit = version
            .lines()
            .find_map(|line| line.strip_prefix("commit-hash: "))
            .unwrap_or("unknown");
        let places = [
            (Some(self.root.clone()), "prefile".to_owned()),
            (home, "cargo".to_owned()),
            (Some(library), format!("/rustc/{commit}")),
        ];
        let flags: Vec<String> = places
            .into_iter()
            .filter_map(|(place, name)| Some((place?, name)))
            .map(|(place, name)| format!("--remap-path-prefix={}={name}", place.display()))
            .collect();
        let flags = flags.join(" ");
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
        Ok(command)
    }

    /// One of the build's own scripts, in Node.
    pub(crate) fn script(&self, name: &str) -> Command {
        let mut command = self.command("node");
        command.arg(self.path("xtask/js").join(name));
        command
    }
}

fn cargo() -> String {
    env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

/// Runs a program to its end; its output is the reader's.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command
        .status()
        .map_err(|e| format!("{} does not start: {e}", spelled(command)))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} ended with {status}", spelled(command)))
    }
}

/// Runs a program and returns what it prints.
pub(crate) fn output(command: &mut Command) -> Outcome<String> {
    let output = command
        .output()
        .map_err(|e| format!("{} does not start: {e}", spelled(command)))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!(
            "{} ended with {}\n{}",
            spelled(command),
            output.status,
            String::from_utf8_lossy(&output.stderr)
        ))
    }
}

/// A command as one would type it.
fn spelled(command: &Command) -> String {
    let mut words = vec![
        Path::new(command.get_program())
            .file_name()
            .unwrap_or_default()
            .to_string_lossy(),
    ];
    words.extend(command.get_args().map(|arg| arg.to_string_lossy()));
    format!("`{}`", words.join(" "))
}

/// Announces a part of the work.
pub(crate) fn heading(what: &str) {
    println!("\n── {what}");
}

/// Says that a part has nothing to do, because its folder is still empty.
pub(crate) fn nothing_yet(inside: &str) {
    println!("{inside}: nothing here yet");
}

/// An input or output error, with the file it is about.
pub(crate) fn at(path: &Path) -> impl FnOnce(std::io::Error) -> String {
    let path = path.display().to_string();
    move |e| format!("{path}: {e}")
}
