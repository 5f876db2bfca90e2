//! Files and values by chance for the writer: whatever they are, there is an answer, and what is not told
//! stands in the file. `cargo xtask fuzz` goes on for as long as one likes.

#[path = "../../../tests/support/chance.rs"]
mod numbers;

use crate::{
    maker::{Maker, text},
    written::sealed,
};
use numbers::Chance;
use prefile_pdf::{Existing, Form, Order, What, fill};
use std::collections::HashSet;

/// Rounds for each of the files.
const ROUNDS: usize = 400;

impl Chance {
    /// A file with a few bytes changed, or parts of it left out or doubled.
    fn damage(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut out = bytes.to_vec();
        for _ in 0..self.below(3) {
            let at = self.below(out.len());
            let end = (at + self.below(60)).min(out.len());
            match self.below(6) {
                0 => drop(out.drain(at..end)),
                1 => {
                    let part = out[at..end].to_vec();
                    let to = self.below(out.len());
                    out.splice(to..to, part);
                }
                2 => out.truncate(at.max(20)),
                _ => out[at] = b"0 9</(%\xff>]R"[self.below(11)],
            }
        }
        out
    }

    fn text(&mut self) -> String {
        const PIECES: [&str; 14] = [
            "Garcia",
            " ",
            "\u{d1}",
            "\u{142}",
            "\n",
            "\r\n",
            "(",
            "\\",
            "9",
            "\u{1f5fd}",
            "\u{fffd}",
            "\u{1}",
            "NY",
            " APT ",
        ];
        let many = [0, 1, 2, 5, 40, 600][self.below(6)];
        (0..many)
            .map(|_| PIECES[self.below(PIECES.len())])
            .collect()
    }
}

#[test]
fn what_is_not_told_is_written() {
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    let (mut files, mut values) = (0, 0);
    for whole in [
        Maker::usual().plain(),
        Maker::with_space().packed(),
        sealed(4, ""),
    ] {
        let names = Form::open(&whole).expect("a form").fields;
        for _ in 0..ROUNDS {
            let damaged = chance.damage(&whole);
            let texts: Vec<(usize, String)> = (0..chance.below(7))
                .map(|_| (chance.below(names.len()), chance.text()))
                .collect();
            let pairs = texts
                .iter()
                .map(|(at, text)| (names[*at].name.as_str(), text.as_str()));
            let pairs: Vec<(&str, &str)> = pairs.collect();
            let order = Order {
                values: &pairs,
                existing: [Existing::Keep, Existing::Replace][chance.below(2)],
                ..Order::default()
            };
            let done = fill(&damaged, order);
            assert_eq!(done, fill(&damaged, order));
            let Some(bytes) = done.bytes else {
                assert!(!done.findings.is_empty());
                continue;
            };
            files += 1;
            let long: usize = texts.iter().map(|(_, text)| text.len()).sum();
            assert!(
                bytes.len() < 40_000 + 30 * (damaged.len() + long),
                "{}",
                bytes.len()
            );
            // What is said of a value may have kept it out; the last of two values counts.
            let mut told: HashSet<&str> = HashSet::new();
            for own in &done.findings {
                if let (Some(field), What::Fault(_)) = (&own.field, &own.what) {
                    told.insert(field);
                }
            }
            let after = Form::open(&bytes).expect("a form");
            for (name, value) in pairs.iter().rev() {
                if !told.insert(name) {
                    continue;
                }
                let field = after.fields.iter().find(|field| field.name == *name);
                let held = &field.expect("its box").value;
                let off = *value == "Off" && held.is_empty();
                assert!(
                    off || held.trim() == value.trim(),
                    "{name}: {held:?}, not {value:?}"
                );
                values += 1;
            }
        }
    }
    println!("{files} files, {values} values");
    assert!(files > 100 && values > 100);
}

/// Twenty thousand boxes, each with a value that has no room, cost as often what one costs.
#[test]
fn many_boxes() {
    let mut maker = Maker::with_space();
    let family = maker.field("FamilyName[0]");
    let one = maker
        .document
        .get_dictionary(family)
        .expect("a field")
        .clone();
    let fields: Vec<lopdf::Object> = (0..4_000)
        .map(|at| {
            let mut field = one.clone();
            field.set("T", text(&format!("box{at}")));
            field.set("FT", "Tx");
            field.set("TU", text("Part 1. 1. Enter Family Name."));
            field.remove(b"Parent");
            maker.document.add_object(field).into()
        })
        .collect();
    let mut all = maker
        .document
        .get_dictionary(maker.form)
        .expect("a form")
        .get(b"Fields")
        .and_then(lopdf::Object::as_array)
        .expect("fields")
        .clone();
    all.extend(fields);
    maker.set(maker.form, "Fields", all);
    let names: Vec<String> = (0..4_000).map(|at| format!("box{at}")).collect();
    let long = "Garcia Lopez de la Constitucion";
    let values: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), long)).collect();
    let order = Order {
        values: &values,
        existing: Existing::Replace,
        ..Order::default()
    };
    let done = fill(&maker.plain(), order);
    assert_eq!(done.sheet.map(|sheet| sheet.entries.len()), Some(3_999));
}
