//! Reads what `pdf/corpus/make.py` wrote, and tells how many of its mistakes are found in their boxes:
//! `cargo xtask corpus` makes and reads it.

use prefile::{Context, Day, Severity, form::Definition};
use prefile_pdf::{Examined, Form, Identity, Report, examine_with, of_file};
use std::{collections::BTreeMap, env, error::Error, fs, path::Path, process::ExitCode};

const FORMS: [&str; 4] = ["g-1145", "i-765", "i-90", "n-400"];

/// What is counted.
#[derive(Default)]
struct Count {
    made: usize,
    found: usize,
    missed: Vec<String>,
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("which folder?")?;
    let folder = Path::new(&folder);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let compile = |id: &str| {
        let file = format!("forms/{id}.toml");
        prefile_compiler::compile(&root, Path::new(&file)).map(|compiled| compiled.definition)
    };
    let definitions: Result<Vec<Definition>, _> = FORMS.into_iter().map(compile).collect();
    let definitions = definitions.map_err(|faults| format!("{faults:?}"))?;
    let context = Context {
        today: Day::from_iso("2026-11-22"),
    };
    let mut mistakes: BTreeMap<String, Count> = BTreeMap::new();
    let (mut filled, mut errors, mut warnings) = (0, Vec::new(), Vec::new());
    for line in fs::read_to_string(folder.join("manifest.tsv"))?.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [file, stem, mistake, place, wanted] = cells[..] else {
            return Err(format!("five columns: {line}").into());
        };
        let form = Form::open(&fs::read(folder.join(file))?);
        let form = form.map_err(|why| format!("{file}: {why:?}"))?;
        let report = examine_with(&form, &definitions, context);
        if mistake == "right" {
            filled += place.parse::<usize>()?;
            for own in &report.boxes {
                let name = &form.fields[own.field].name;
                for (severity, code) in said(own) {
                    let told = format!("{file} {stem} {name}: {code}");
                    match severity {
                        Severity::Error => errors.push(told),
                        // Everybody has the same numbers here.
                        Severity::Warning if code != "box/one-number" => warnings.push(told),
                        _ => {}
                    }
                }
            }
            continue;
        }
        let codes = codes(&form, &report, place);
        let is = |code: &String| {
            let family = code.split('/').next().unwrap_or_default();
            wanted
                .split(' ')
                .any(|wanted| wanted == code || wanted == family)
        };
        let count = mistakes.entry(mistake.to_owned()).or_default();
        count.made += 1;
        if codes.iter().any(is) {
            count.found += 1;
        } else {
            count
                .missed
                .push(format!("{file} {stem} {place}: {codes:?}"));
        }
    }
    let (mut made, mut found) = (0, 0);
    for (mistake, count) in &mistakes {
        println!("{mistake}: {} of {}", count.found, count.made);
        for missed in &count.missed {
            println!("    {missed}");
        }
        made += count.made;
        found += count.found;
    }
    println!(
        "{} kinds of mistake, {found} of {made} found",
        mistakes.len()
    );
    println!(
        "{filled} boxes filled rightly: {} false errors",
        errors.len()
    );
    for error in &errors {
        println!("    {error}");
    }
    println!("and {} warnings", warnings.len());
    for warning in warnings.iter().take(40) {
        println!("    {warning}");
    }
    let good = found * 100 >= made * 98 && errors.len() * 500 <= filled && made > 0;
    Ok(if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What is said of a box, and how grave it is.
fn said(own: &Examined) -> Vec<(Severity, String)> {
    let findings = own.findings.iter();
    let findings = findings.map(|finding| (finding.severity(), finding.code.id().to_owned()));
    let faults = own.faults.iter();
    let faults = faults.map(|fault| (fault.severity(), fault.code.id().to_owned()));
    findings.chain(faults).collect()
}

/// What is said at a place: a box, or `-` for the whole file.
fn codes(form: &Form, report: &Report, place: &str) -> Vec<String> {
    if place == "-" {
        let whole = of_file(form, &Identity::of(form)).into_iter();
        return whole.map(|fault| fault.code.id().to_owned()).collect();
    }
    let boxes = report.boxes.iter();
    let own = boxes.filter(|own| form.fields[own.field].name == place);
    own.flat_map(said).map(|(_, code)| code).collect()
}
