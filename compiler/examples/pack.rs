//! Compiles one definition of a folder like this repository's, and writes its pack:
//! `cargo run --package prefile-compiler --example pack -- <folder> forms/<id>.toml <pack>`.

use std::{env, fs, path::Path, process::ExitCode};

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let [folder, file, pack] = args.as_slice() else {
        eprintln!("wants a folder, a definition in it, and where its pack goes");
        return ExitCode::FAILURE;
    };
    match prefile_compiler::compile(Path::new(folder), Path::new(file)) {
        Ok(compiled) => match fs::write(pack, compiled.pack()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(fault) => {
                eprintln!("{pack}: {fault}");
                ExitCode::FAILURE
            }
        },
        Err(faults) => {
            for fault in faults {
                eprintln!("{fault}");
            }
            ExitCode::FAILURE
        }
    }
}
