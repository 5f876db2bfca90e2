//! Official forms as guides fill them, for other programs to read and to draw: `filled FORMS FOLDER COUNT`
//! fills each form from so many sessions by chance. Beside each file stands what it must hold: name, page,
//! left, bottom, right and top of the box, what it is, and its value. The fullest and the emptiest of the first
//! twenty of a form are written once more, as `full` and `sparse`.

#[path = "../tests/official/mod.rs"]
mod official;

use prefile::{Severity, form::Packet};
use prefile_pdf::{Form, Order, Shape, What, fill};
use std::{
    env,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

/// Among how many the fullest and the emptiest are looked for.
const FIRST: usize = 20;

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    let [forms, folder, count] = &args[..] else {
        eprintln!("filled FORMS FOLDER COUNT");
        return;
    };
    let folder = PathBuf::from(folder);
    fs::create_dir_all(&folder).expect("a folder");
    let count: usize = count.parse().expect("a number");
    for (id, file) in official::WITH_GUIDES {
        let blank = fs::read(Path::new(forms).join(file)).expect("the form");
        fs::write(folder.join(format!("{id}-blank.pdf")), &blank).expect("written");
        let all = sessions(id, &blank, count.max(FIRST));
        let boxes = |own: &&Filled| own.boxes;
        let first = all.iter().take(FIRST);
        let full = first.clone().max_by_key(boxes).expect("one");
        let sparse = first.min_by_key(boxes).expect("one");
        let named = all.iter().take(count).enumerate();
        let named = named.map(|(at, own)| (at.to_string(), own));
        for (name, own) in named.chain([("full".to_owned(), full), ("sparse".to_owned(), sparse)]) {
            let path = folder.join(format!("{id}-{name}"));
            fs::write(path.with_extension("pdf"), &own.bytes).expect("written");
            fs::write(path.with_extension("tsv"), &own.table).expect("written");
        }
    }
}

/// A form as a session fills it.
struct Filled {
    bytes: Vec<u8>,
    table: String,
    boxes: usize,
}

fn sessions(id: &str, blank: &[u8], count: usize) -> Vec<Filled> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let file = format!("forms/{id}.toml");
    let compiled = prefile_compiler::compile(&root, Path::new(&file)).expect("it compiles");
    let packet = Packet::new(vec![compiled.definition.clone()]);
    let sessions = prefile_prover::sessions(&compiled, count).into_iter();
    let filled = sessions.map(|(answers, context)| {
        let evaluation = packet.evaluate(&answers, context);
        let boxes = evaluation.boxes.iter();
        let values: Vec<(&str, &str)> = boxes
            .map(|own| (own.name.as_str(), own.text.as_str()))
            .collect();
        let order = Order {
            values: &values,
            ..Order::default()
        };
        let done = fill(blank, order);
        // What has no room is told, and nothing to be read back.
        let kept = |name: &str| {
            done.findings.iter().any(|told| {
                let grave =
                    matches!(&told.what, What::Fault(fault) if fault.severity() != Severity::Note);
                grave && told.field.as_deref() == Some(name)
            })
        };
        let values: Vec<&str> = values
            .iter()
            .map(|(name, _)| *name)
            .filter(|name| !kept(name))
            .collect();
        Filled {
            table: table(&done.form, &values),
            boxes: values.len(),
            bytes: done.bytes.expect("a file"),
        }
    });
    filled.collect()
}

fn table(form: &Form, names: &[&str]) -> String {
    let mut out = String::new();
    for field in form
        .fields
        .iter()
        .filter(|field| names.contains(&field.name.as_str()))
    {
        let shown = field.widgets.iter().find(|widget| match field.shape {
            Shape::Check => widget.state.as_deref() == Some(&field.value),
            _ => true,
        });
        let Some(widget) = shown.or(field.widgets.first()) else {
            continue;
        };
        let page = widget.page.unwrap_or(0);
        let sheet = usize::try_from(page)
            .ok()
            .and_then(|page| form.sheets.get(page.checked_sub(1)?));
        let [left, bottom, ..] = sheet.copied().unwrap_or_default();
        let [from, foot, to, top] = widget.rect;
        let corners = [from - left, foot - bottom, to - left, top - bottom];
        let corners = corners.map(|corner| format!("{corner:.2}")).join("\t");
        let value = field.value.replace('\n', "\\n");
        let name = &field.name;
        writeln!(out, "{name}\t{page}\t{corners}\t{:?}\t{value}", field.shape).expect("a text");
    }
    out
}
