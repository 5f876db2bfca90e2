//! `data/boxes/<form>@<edition>.tsv`: the boxes of an official PDF.

use std::{fs, path::Path};

use prefile::Kind;

use crate::{Official, OfficialBox, fault::Faults, sheet::Text};

/// The list that a definition names, unless it cannot be read.
pub(crate) fn read(root: &Path, name: &Text, faults: &mut Faults) -> Option<Official> {
    let file = format!("data/boxes/{}.tsv", name.text);
    let Ok(text) = fs::read_to_string(root.join(&file)) else {
        faults.say(name.line, format!("there is no {file}"));
        return None;
    };
    let mut boxes = Vec::new();
    let lines = (1..).zip(text.lines());
    for (line, row) in lines.filter(|(_, row)| !row.starts_with('#') && !row.starts_with("box\t")) {
        let cells: Vec<&str> = row.split('\t').collect();
        let &[name, kind, whose, purpose, max, shape] = &cells[..] else {
            faults.say_in(
                &file,
                line,
                "a row has six columns: box, kind, whose, purpose, max, shape".to_owned(),
            );
            continue;
        };
        if kind != "-" && Kind::from_id(kind).is_none() {
            faults.say_in(
                &file,
                line,
                format!("there is no kind `{kind}` in data/kinds.toml"),
            );
        }
        boxes.push(OfficialBox {
            name: name.to_owned(),
            kind: Kind::from_id(kind),
            whose: whose.to_owned(),
            purpose: purpose.to_owned(),
            max: max.parse().ok(),
            state: state(shape),
            line,
        });
    }
    Some(Official { file, boxes })
}

/// What sets a check box: its shape, in quotes.
fn state(shape: &str) -> Option<String> {
    let state = shape.strip_prefix('"')?.strip_suffix('"')?;
    Some(state.to_owned())
}
