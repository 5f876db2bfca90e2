//! Files by chance for the reader of PDFs (`fuzz/`), by cargo-fuzz: what it finds interesting stays in
//! the target folder.

use std::fs;

use crate::house::{House, Outcome, at, run};
use crate::setup;

/// No file takes longer, in seconds, on a machine that is busy, too, and no more memory, in megabytes.
const LIMITS: [&str; 3] = ["-timeout=20", "-rss_limit_mb=256", "-max_len=65536"];

/// `cargo xtask fuzz [--seconds N]`
pub(crate) fn command(house: &House, args: &[String]) -> Outcome {
    let seconds = match args {
        [] => "60",
        [name, number] if name == "--seconds" => number,
        _ => return Err(format!("fuzz does not know {args:?}")),
    };
    setup::cargo_fuzz(house)?;
    let kept = house.target.join("fuzz/kept/pdf");
    fs::create_dir_all(&kept).map_err(at(&kept))?;
    run(house
        .command("rustup")
        .args(["run", "nightly", "cargo", "fuzz", "run"])
        // Nothing here is unsafe: memory is measured as it is, without a sanitizer's own.
        .args(["--sanitizer", "none", "--fuzz-dir", "fuzz", "--target-dir"])
        .arg(house.target.join("fuzz"))
        .arg("pdf")
        .arg(kept)
        .arg(house.path("fuzz/seeds"))
        .arg("--")
        .args(LIMITS)
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!(
            "-artifact_prefix={}/",
            house.target.join("fuzz").display()
        )))
}
