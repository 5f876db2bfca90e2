//! Fills a form: `fill blank.pdf values.tsv filled.pdf`, where each line of the values is the name of a
//! box, a tab, and its value (`\n` for a line's end). What has no room goes to `filled.sheet.pdf`. For
//! looking at the files with other programs.

use prefile_pdf::{Existing, Form, Order, Shape, fill};
use std::{env, fs, path::Path, process::ExitCode};

fn main() -> ExitCode {
    let paths: Vec<String> = env::args().skip(1).collect();
    let [blank, values, filled] = &paths[..] else {
        eprintln!("fill blank.pdf values.tsv filled.pdf");
        return ExitCode::FAILURE;
    };
    let blank = fs::read(blank).expect("the blank");
    if values == "list" {
        return list(&blank);
    }
    let values = fs::read_to_string(values).expect("the values");
    let rows = values.lines().filter_map(|line| line.split_once('\t'));
    let rows: Vec<(&str, String)> = rows
        .map(|(name, value)| (name, value.replace("\\n", "\n")))
        .collect();
    let values: Vec<(&str, &str)> = rows
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let order = Order {
        values: &values,
        existing: Existing::Keep,
        ..Order::default()
    };
    let done = fill(&blank, order);
    for told in &done.findings {
        println!("{told:?}");
    }
    if let Some(sheet) = done.sheet {
        let path = Path::new(filled).with_extension("sheet.pdf");
        fs::write(path, sheet.bytes).expect("written");
    }
    match done.bytes {
        Some(bytes) => {
            fs::write(filled, bytes).expect("written");
            ExitCode::SUCCESS
        }
        None => ExitCode::FAILURE,
    }
}

/// The boxes that may be written into.
fn list(blank: &[u8]) -> ExitCode {
    let form = Form::open(blank).expect("a form");
    for field in form.fields.iter().filter(|field| !field.read_only) {
        let states: Vec<&str> = match field.shape {
            Shape::Check => field
                .widgets
                .iter()
                .filter_map(|own| own.state.as_deref())
                .collect(),
            _ => field.options.iter().map(String::as_str).collect(),
        };
        println!(
            "{}\t{:?}\t{:?}\t{:?}",
            field.name, field.shape, field.max_length, states
        );
    }
    ExitCode::SUCCESS
}
