//! Whatever stands in a definition's file: it compiles or has faults, each with a line of the file.

mod support;

use prefile_compiler::Tree;
use support::{FORM, tree};

/// Damages the text at every `step`th place in some way; the line of every fault is there.
fn damage(text: &str, way: impl Fn(&str, usize) -> String, step: usize) {
    let tree = Tree::read(&tree("", "", "")).expect("it has no faults");
    for (place, _) in text.char_indices().step_by(step) {
        let damaged = way(text, place);
        let Err(faults) = tree.compile("forms/form-1.toml", &damaged) else {
            continue;
        };
        assert!(!faults.is_empty());
        for fault in faults {
            let lines = damaged.lines().count().max(1);
            let here = fault.file == "forms/form-1.toml";
            assert!(
                fault.line > 0 && (!here || fault.line <= lines + 1),
                "{fault}"
            );
            let first = fault.what.chars().next();
            assert!(first.is_some_and(|first| !first.is_uppercase()), "{fault}");
        }
    }
}

#[test]
fn a_letter_less() {
    damage(
        FORM,
        |text, place| [&text[..place], &text[place + 1..]].concat(),
        3,
    );
}

#[test]
fn another_sign() {
    for sign in ["\"", "[", "'", "\n", "é", "\0"] {
        damage(
            FORM,
            |text, place| [&text[..place], sign, &text[place + 1..]].concat(),
            23,
        );
    }
}

#[test]
fn an_end_too_soon() {
    damage(FORM, |text, place| text[..place].to_owned(), 11);
}

#[test]
fn a_line_less_or_twice() {
    let tree = Tree::read(&tree("", "", "")).expect("it has no faults");
    let lines: Vec<&str> = FORM.lines().collect();
    for place in 0..lines.len() {
        let mut less = lines.clone();
        less.remove(place);
        let mut twice = lines.clone();
        twice.insert(place, lines[place]);
        for text in [less, twice] {
            let compiled = tree.compile("forms/form-1.toml", &text.join("\n"));
            assert!(compiled.is_ok() || compiled.is_err_and(|faults| !faults.is_empty()));
        }
    }
}
