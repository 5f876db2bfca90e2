//! `cargo xtask prove`: proves every definition of the tree.

use std::{env, panic, path::PathBuf, process::ExitCode, thread};

use prefile_prover::{Effort, prove};

fn main() -> ExitCode {
    let root = env::args_os()
        .nth(1)
        .map_or_else(|| PathBuf::from("."), PathBuf::from);
    let definitions = match prefile_compiler::compile_all(&root) {
        Ok(definitions) => definitions,
        Err(faults) => {
            for fault in faults {
                eprintln!("{fault}");
            }
            return ExitCode::FAILURE;
        }
    };
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
        all &= report.holds();
    }
    if all {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
