//! What other sites write: English, Spanish, and developers' names.

use prefile::{
    classify_field,
    field::{Classified, Field, LONGEST_READ},
};
use std::fmt::Write as _;

fn field(cells: &[&'static str]) -> Field<'static> {
    let mut field = Field::default();
    for cell in cells {
        let (attribute, text) = cell.split_once('=').expect("attribute=text");
        match attribute {
            "label" => field.label = text,
            "name" => field.name = text,
            "id" => field.id = text,
            "placeholder" => field.placeholder = text,
            "autocomplete" => field.autocomplete = text,
            "type" => field.input_type = text,
            "section" => field.section = text,
            "max" => field.max_length = Some(text.parse().expect("a number")),
            _ => panic!("no attribute {attribute}"),
        }
    }
    field
}

/// What a row wants: kind, whose, purpose, how sure, and the words that decided.
fn line(field: &Field, found: Option<Classified>) -> String {
    let Some(found) = found else {
        return ["-"; 5].join("\t");
    };
    let whose = found.whose.map_or("-", |whose| whose.id());
    let purpose = found.purpose.map_or("-", |purpose| purpose.id());
    let (kind, sure, why) = (found.kind.id(), found.confidence, found.why.of(field));
    format!("{kind}\t{whose}\t{purpose}\t{sure}\t{why}")
}

#[test]
fn wordings_of_other_sites() {
    let (mut rows, mut silent, mut wrong) = (0, 0, String::new());
    for row in include_str!("wordings.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let cells: Vec<&str> = row.split('\t').collect();
        let (wanted, cells) = cells.split_at(5);
        let field = field(cells);
        let found = line(&field, classify_field(&field));
        rows += 1;
        silent += u32::from(wanted[0] == "-");
        if found != wanted.join("\t") {
            let _ = writeln!(wrong, "{row}\n  found {found}");
        }
    }
    assert!(rows >= 150 && silent >= 50, "{rows} rows, {silent} silent");
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn it_says_why() {
    let rows = [
        (
            "label=Date of Birth (mm/dd/yyyy)",
            "label: \"Date of Birth\"",
        ),
        ("name=Pt1Line1_AlienNumber", "name: \"AlienNumber\""),
        ("autocomplete=family-name", "autocomplete: \"family-name\""),
        ("type=email", "type: \"email\""),
        ("label=Nº de recibo", "label: \"Nº de recibo\""),
        (
            "label=U S C I S Online Account Number",
            "label: \"U S C I S Online Account Number\"",
        ),
    ];
    for (cell, why) in rows {
        let field = field(&[cell]);
        let found = classify_field(&field).unwrap_or_else(|| panic!("{cell}"));
        assert_eq!(found.why.of(&field), why);
    }
}

/// Of a long text the beginning and the end are read, wherever its characters begin.
#[test]
fn both_ends_of_a_large_label() {
    for filler in ["wordswithnomeaning ", "é", "日", "👍 "] {
        let most = LONGEST_READ.iter().sum::<usize>() / filler.len();
        for count in most - 10..most + 40 {
            let filler = filler.repeat(count);
            for label in [
                format!("Receipt Number {filler}"),
                format!("{filler} Receipt Number"),
            ] {
                let field = Field {
                    label: &label,
                    ..Field::default()
                };
                let found = classify_field(&field).unwrap_or_else(|| panic!("{label}"));
                assert_eq!(found.why.of(&field), "label: \"Receipt Number\"");
            }
        }
    }
}
