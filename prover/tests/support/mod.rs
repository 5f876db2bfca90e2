//! A made-up tree around one definition: its words are written as it needs them.

use std::{fmt::Write as _, fs, path::Path};

use prefile_compiler::{Compiled, Tree};
use toml::{Table, Value};

const HERE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests");

/// Compiles a definition whose facts are those of `facts.toml`.
pub fn compiled(id: &str, text: &str) -> Compiled {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("prover")
        .join(id);
    let read = |name: &str| fs::read_to_string(Path::new(HERE).join(name)).expect("it is there");
    let put = |name: &str, text: &str| {
        let path = root.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        fs::write(path, text).expect("it can be written");
    };
    let facts = read("facts.toml");
    put("forms/facts.toml", &facts);
    put(
        "data/sources.toml",
        "[made-up]\ntitle = \"A rule\"\nurl = \"https://example.com\"\nread = \"2026-01-01\"\n",
    );
    for (form, boxes) in [("made-up", "boxes.tsv"), ("entries", "entries.tsv")] {
        put(&format!("data/boxes/{form}@2026-01-01.tsv"), &read(boxes));
    }
    for language in ["en", "es"] {
        put(
            &format!("locales/{language}/forms/facts.toml"),
            &of_facts("", &table(&facts)),
        );
        put(
            &format!("locales/{language}/forms/{id}.toml"),
            &of_definition(&table(text)),
        );
    }
    let tree = Tree::read(&root).unwrap_or_else(|faults| panic!("{faults:?}"));
    tree.compile(&format!("forms/{id}.toml"), text)
        .unwrap_or_else(|faults| panic!("{id}: {faults:?}"))
}

fn table(text: &str) -> Table {
    text.parse().expect("it is TOML")
}

fn of_facts(above: &str, facts: &Table) -> String {
    let mut words = String::new();
    for (name, fact) in facts {
        let Value::Table(fact) = fact else { continue };
        let name = if above.is_empty() {
            name.clone()
        } else {
            format!("{above}.{name}")
        };
        match fact.get("wants").and_then(Value::as_str) {
            Some("list") | None => {}
            Some(_) => {
                let _ = writeln!(words, "[{name}]\nlabel = \"What?\"\nwhy = \"So.\"");
            }
        }
        if let Some(Value::Array(choices)) = fact.get("choices") {
            let _ = writeln!(words, "[{name}.choices]");
            for choice in choices.iter().filter_map(Value::as_str) {
                let _ = writeln!(words, "{choice} = \"This\"");
            }
        }
        words += &of_facts(&name, fact);
    }
    words
}

fn of_definition(definition: &Table) -> String {
    let mut words = String::new();
    let parts = [
        ("screen", "screens", &["title"][..]),
        ("check", "checks", &["message", "why"]),
        ("advice", "advice", &["title", "body"]),
    ];
    for (part, all, keys) in parts {
        let there = definition.get(part).and_then(Value::as_array);
        for one in there.into_iter().flatten() {
            let id = one.get("id").and_then(Value::as_str).expect("a name");
            let _ = writeln!(words, "[{all}.{id}]");
            for key in keys {
                let _ = writeln!(words, "{key} = \"A word.\"");
            }
        }
    }
    words
}
