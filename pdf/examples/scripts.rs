//! The scripts of forms whose shape is not known: `cargo run -p prefile-pdf --example scripts -- FORM.pdf ...`

use prefile_pdf::Form;
use std::{env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    for path in env::args().skip(1) {
        let form = Form::open(&fs::read(&path)?).map_err(|fault| format!("{path}: {fault:?}"))?;
        let known = form.scripts.iter().filter(|script| script.rules.is_some());
        println!(
            "{path}: {} of {} are known",
            known.count(),
            form.scripts.len()
        );
        for script in form.scripts.iter().filter(|script| script.rules.is_none()) {
            println!(
                "\n{}, {}:\n{}",
                script.name,
                script.event,
                script.text.trim()
            );
        }
    }
    Ok(())
}
