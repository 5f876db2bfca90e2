//! The official forms, where `PREFILE_FORMS` names their folder: what changed between editions of them,
//! and what is written into another one than the values are meant for.

mod official;

use prefile::Day;
use prefile_pdf::{Changes, Code, Form, Order, OtherEdition, Place, What, fill, known};
use std::fs;

fn blank(stem: &str) -> Option<Vec<u8>> {
    Some(fs::read(official::folder()?.join(stem).with_extension("pdf")).expect("a form"))
}

fn day(iso: &str) -> Day {
    Day::from_iso(iso).expect("a day")
}

const EDITION: &str = "2025-08-21";

#[test]
fn tables_are_what_the_forms_say() {
    for (form, edition, stem) in [
        ("G-1145", "2014-09-26", "g-1145_09-26-14"),
        ("I-765", EDITION, "i-765_08-21-25"),
        ("I-90", "2025-01-20", "i-90_01-20-25"),
        ("N-400", "2025-01-20", "n-400_01-20-25"),
    ] {
        let Some(blank) = blank(stem) else { return };
        let places = Place::all(&Form::open(&blank).expect("a form"));
        assert_eq!(known(form, day(edition)), Some(places), "{form}");
    }
}

/// How many boxes of two editions are the same, have other words, came and went.
#[track_caller]
fn check(old: &str, new: &str, expected: [usize; 4]) {
    let (Some(old), Some(new)) = (blank(old), blank(new)) else {
        return;
    };
    let [old, new] = [old, new].map(|blank| Place::all(&Form::open(&blank).expect("a form")));
    let Changes {
        same,
        reworded,
        added,
        gone,
    } = Changes::between(&old, &new);
    assert_eq!(
        [same.len(), reworded.len(), added.len(), gone.len()],
        expected
    );
}

#[test]
fn between_editions() {
    check("i-765_08-21-25", "i-765_08-21-25", [145, 0, 0, 0]);
    check("i-765_08-21-25", "i-765_01-20-25", [140, 4, 10, 1]);
    check("i-765_08-21-25", "i-765_04-01-24", [135, 6, 10, 4]);
    check("i-485_01-20-25", "i-485_04-01-24", [145, 1, 507, 480]);
}

/// Each box of the I-765 with its own name as far as it goes, in the edition that is known.
fn values() -> Vec<(String, String)> {
    let form = Form::open(&blank("i-765_08-21-25").expect("a form")).expect("a form");
    let text = form.fields.iter().filter(|field| !field.read_only);
    let text = text.filter(|field| field.shape == prefile_pdf::Shape::Text);
    let named = text.filter(|field| !field.name.to_lowercase().contains("signature"));
    let letters = |name: &str| {
        name.chars()
            .filter(char::is_ascii_alphanumeric)
            .collect::<String>()
    };
    named
        .map(|field| {
            let most = field.max_length.map_or(6, |most| most as usize).min(6);
            let own = letters(&field.name);
            (field.name.clone(), own[own.len() - most..].to_owned())
        })
        .collect()
}

#[test]
fn another_edition_is_filled_as_far_as_it_is_sure() {
    let Some(other) = blank("i-765_01-20-25") else {
        return;
    };
    let values = values();
    let values: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let order = Order {
        values: &values,
        form: Some(("I-765", day(EDITION))),
        ..Order::default()
    };
    let refused = fill(&other, order);
    assert_eq!(refused.bytes, None);
    let told = |done: &prefile_pdf::Filled, code: Code| {
        let own = done.findings.iter();
        let own = own.filter(|own| matches!(&own.what, What::Fault(fault) if fault.code == code));
        own.filter_map(|own| own.field.clone()).collect::<Vec<_>>()
    };
    let changes = refused.changes.expect("what changed");
    let done = fill(
        &other,
        Order {
            other: OtherEdition::Surely,
            ..order
        },
    );
    assert_eq!(done.changes.as_ref(), Some(&changes));
    let gone = told(&done, Code::FillNotFound);
    let form = Form::open(&done.bytes.expect("a file")).expect("a form");
    let mut written = 0;
    for (name, value) in &values {
        let new = changes.name(name);
        assert_eq!(new.is_none(), gone.iter().any(|own| own == name), "{name}");
        let Some(new) = new else { continue };
        let field = form
            .fields
            .iter()
            .find(|field| field.name == new)
            .expect("its box");
        assert_eq!(field.value, *value, "{name}");
        written += 1;
    }
    println!("{written} written, {} not found: {gone:#?}", gone.len());
    assert!(written > 70 && gone.len() < 6);
}
