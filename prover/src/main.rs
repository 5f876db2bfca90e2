//! `cargo xtask prove`: proves every definition of the tree, or those that are named. All are compiled.

use std::{env, panic, path::PathBuf, process::ExitCode, thread};

use prefile_prover::{Effort, prove};

fn main() -> ExitCode {
    let mut args = env::args_os().skip(1);
    let root = args
        .next()
        .map_or_else(|| PathBuf::from("."), PathBuf::from);
    let ids: Vec<String> = args.map(|id| id.to_string_lossy().into_owned()).collect();
    let mut definitions = match prefile_compiler::compile_all(&root) {
        Ok(definitions) => definitions,
        Err(faults) => {
            for fault in faults {
                eprintln!("{fault}");
            }
            return ExitCode::FAILURE;
        }
    };
    let known = |id: &String| definitions.iter().any(|one| one.definition.id == *id);
    if let Some(id) = ids.iter().find(|id| !known(id)) {
        eprintln!("no definition in forms/ has the id `{id}`");
        return ExitCode::FAILURE;
    }
    definitions.retain(|one| ids.is_empty() || ids.contains(&one.definition.id));
    let effort = Effort {
        sessions: 2_000,
        mutants: true,
    };
    let mut all = true;
    // The largest takes as long as all others: each has a thread of its own.
    let reports: Vec<_> = thread::scope(|scope| {
        let started: Vec<_> = definitions
            .iter()
            .map(|compiled| scope.spawn(move || prove(compiled, effort)))
            .collect();
        let reports = started.into_iter().map(thread::ScopedJoinHandle::join);
        reports
            .map(|report| report.unwrap_or_else(|panicked| panic::resume_unwind(panicked)))
            .collect()
    });
    for (compiled, report) in definitions.iter().zip(&reports) {
        println!("{report}");
        for failed in &report.failed {
            eprintln!("\n{}", failed.fault);
            if let Some(example) = &failed.example {
                eprintln!("{example}");
            }
        }
        for (line, what) in &report.mutants.survived {
            println!("  not caught: {}:{line}: {what}", compiled.file);
        }
        if !report.mutants.enough() {
            eprintln!(
                "\n{}: fewer than 95 in 100 faults are caught: add an example for those, whose answers come to \
                 something else with the fault",
                compiled.file
            );
        }
        all &= report.holds();
    }
    if all {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
