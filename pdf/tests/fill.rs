//! The official forms, where `PREFILE_FORMS` names their folder: every text box and check box is
//! written, and read back by our own reader and by another.

mod official;

use lopdf::{Document, Object};
use prefile::{Context, Day};
use prefile_pdf::{Code, Existing, Field, Filled, Form, Order, Shape, What, examine, fill};
use std::{collections::HashMap, env};

/// Something that the box holds.
fn value(field: &Field, at: usize) -> Option<String> {
    if field.read_only {
        return None;
    }
    match field.shape {
        Shape::Check => field.widgets.iter().find_map(|widget| widget.state.clone()),
        Shape::Choice => {
            let mut real = field
                .options
                .iter()
                .filter(|option| !option.trim().is_empty());
            real.nth(at % 40 % field.options.len().max(2) / 2).cloned()
        }
        Shape::Text => {
            let most = field
                .max_length
                .map_or(3, |most| usize::try_from(most).expect("small"));
            let text = format!("{}\u{e9}7", ["A", "B", "C"][at % 3]);
            Some(text.chars().take(most).collect())
        }
        _ => None,
    }
}

/// What another reader finds in each field, by its full name.
fn read(document: &Document) -> HashMap<String, Vec<u8>> {
    let follow = |object: &Object| match object.as_reference() {
        Ok(id) => document.get_object(id).expect("it is there").clone(),
        Err(_) => object.clone(),
    };
    let catalogue = document.catalog().expect("a catalogue");
    let form = follow(catalogue.get(b"AcroForm").expect("a form"));
    let form = form.as_dict().expect("a dictionary");
    assert!(!form.has(b"XFA") && !catalogue.has(b"Perms"));
    let mut found = HashMap::new();
    let mut rest = vec![(String::new(), follow(form.get(b"Fields").expect("fields")))];
    while let Some((above, kids)) = rest.pop() {
        for kid in kids.as_array().expect("fields") {
            let kid = follow(kid);
            let field = kid.as_dict().expect("a field");
            let Ok(name) = field.get(b"T").and_then(Object::as_str) else {
                continue;
            };
            let name = lopdf::decode_text_string(&Object::String(
                name.to_vec(),
                lopdf::StringFormat::Literal,
            ));
            let name = name.expect("a name");
            let name = if above.is_empty() {
                name
            } else {
                format!("{above}.{name}")
            };
            if let Ok(value) = field.get(b"V") {
                let value = follow(value);
                let bytes = value.as_str().or_else(|_| value.as_name());
                found.insert(name.clone(), bytes.map(<[u8]>::to_vec).unwrap_or_default());
            }
            if let Ok(kids) = field.get(b"Kids") {
                rest.push((name, follow(kids)));
            }
        }
    }
    found
}

fn utf16(text: &str) -> Vec<u8> {
    let marked = format!("\u{feff}{text}");
    marked.encode_utf16().flat_map(u16::to_be_bytes).collect()
}

/// The codes that may be said of a box and let it be written.
fn is_advice(what: &What) -> bool {
    match what {
        What::Finding(_) => true,
        What::Fault(fault) => {
            let id = fault.code.id();
            id.starts_with("box/") || fault.code == Code::FillSmaller
        }
    }
}

fn borrowed<'v>(wanted: &'v [(&'v str, String)]) -> Vec<(&'v str, &'v str)> {
    let rows = wanted.iter().map(|(name, value)| (*name, value.as_str()));
    rows.collect()
}

/// The blank with these values in place of whatever stands there.
fn replaced(blank: &[u8], values: &[(&str, &str)]) -> Filled {
    let order = Order {
        values,
        existing: Existing::Replace,
        ..Order::default()
    };
    fill(blank, order)
}

#[test]
fn every_box_comes_back() {
    let (mut boxes, mut signatures) = (0, 0);
    for (stem, blank) in official::blanks() {
        let before = Form::open(&blank).expect("a form");
        let wanted = before.fields.iter().enumerate();
        let wanted: Vec<(&str, String)> = wanted
            .filter_map(|(at, field)| Some((field.name.as_str(), value(field, at)?)))
            .collect();
        let values = borrowed(&wanted);
        let done = replaced(&blank, &values);
        let mut kept = Vec::new();
        for told in done.findings.iter().filter(|told| !is_advice(&told.what)) {
            match (&told.field, &told.what) {
                (None, What::Fault(fault)) => assert_eq!(fault.code, Code::FillSetFree, "{stem}"),
                (Some(field), What::Fault(fault)) if fault.code == Code::FillSignedByHand => {
                    kept.push(field.clone());
                    signatures += 1;
                }
                told => panic!("{stem}: {told:?}"),
            }
        }
        let bytes = done
            .bytes
            .unwrap_or_else(|| panic!("{stem}: {:?}", done.findings));
        let after = Form::open(&bytes).expect("a form");
        let document = Document::load_mem(&bytes).expect("read by another");
        assert_eq!(after.pages, before.pages, "{stem}");
        assert!(!document.is_encrypted());
        let by_another = read(&document);
        let values: HashMap<&str, &str> = values.into_iter().collect();
        for (new, old) in after.fields.iter().zip(&before.fields) {
            let written = values.get(old.name.as_str()).copied();
            let written = written.filter(|_| !kept.contains(&old.name));
            let Some(expected) = written else {
                // What shows the same answer in another place.
                let same = new.value == old.value || old.shared.is_some();
                assert!(same, "{stem} {}: {:?}", old.name, new.value);
                continue;
            };
            boxes += 1;
            assert_eq!(
                (&new.name, new.value.as_str()),
                (&old.name, expected),
                "{stem}"
            );
            let found = &by_another[&new.name];
            let same = found == expected.as_bytes() || *found == utf16(expected);
            assert!(same, "{stem} {}: {found:?}", new.name);
            let same = (
                new.shape,
                &new.tooltip,
                new.max_length,
                new.comb,
                &new.widgets,
            );
            let before = (
                old.shape,
                &old.tooltip,
                old.max_length,
                old.comb,
                &old.widgets,
            );
            assert_eq!(same, before, "{stem} {}", new.name);
        }
    }
    println!("{boxes} boxes, {signatures} signatures");
    assert!(env::var_os("PREFILE_FORMS").is_none() || boxes > 4_700);
}

#[test]
fn a_sheet_says_whose_it_is() {
    // Forms that have no room for more, and an old one whose space says nothing of itself.
    const WITHOUT: [&str; 4] = [
        "g-1145_09-26-14",
        "i-765ws_08-21-25",
        "i-9_01-20-25",
        "n-400_09-17-19_no-xfa",
    ];
    let long = "One more word. ".repeat(300);
    for (stem, blank) in official::blanks() {
        let before = Form::open(&blank).expect("a form");
        let wanted = before.fields.iter().enumerate().filter_map(|(at, field)| {
            let open = field.multiline && field.max_length.is_none() && !field.read_only;
            let value = if open {
                Some(long.clone())
            } else {
                value(field, at)
            };
            Some((field.name.as_str(), value?))
        });
        let wanted: Vec<(&str, String)> = wanted.collect();
        let done = replaced(&blank, &borrowed(&wanted));
        assert_eq!(
            done.sheet.is_none(),
            WITHOUT.contains(&stem.as_str()),
            "{stem}"
        );
        let Some(sheet) = done.sheet else { continue };
        let [family, given, _] = &sheet.name;
        println!(
            "{stem}: {} sheets, {:?} {}",
            sheet.pages, sheet.name, sheet.a_number
        );
        assert!(
            !family.is_empty() && !given.is_empty() && !sheet.a_number.is_empty(),
            "{stem}"
        );
        assert!(
            Document::load_mem(&sheet.bytes)
                .is_ok_and(|own| own.get_pages().len() == sheet.pages as usize)
        );
    }
}

#[test]
fn what_two_boxes_share_moves_once() {
    let blank = official::blanks()
        .into_iter()
        .find(|(stem, _)| stem == "i-765_08-21-25");
    let Some((_, blank)) = blank else { return };
    let long = "Garcia ".repeat(20);
    let values = [("form1[0].Page1[0].Line1a_FamilyName[0]", long.trim_end())];
    let order = Order {
        values: &values,
        ..Order::default()
    };
    let form = Form::open(&fill(&blank, order).bytes.expect("a file")).expect("a form");
    let whole = form
        .fields
        .iter()
        .filter(|field| field.value == values[0].1);
    assert_eq!(whole.count(), 1);
    let beginnings = form
        .fields
        .iter()
        .filter(|field| field.value.starts_with("Garcia"));
    assert_eq!(beginnings.count(), 3);
}

#[test]
fn nothing_written_is_nothing_answered() {
    for (stem, blank) in official::blanks() {
        let bytes = fill(&blank, Order::default()).bytes.expect("a file");
        let form = Form::open(&bytes).expect("a form");
        for field in &form.fields {
            assert_eq!(field.answer(), None, "{stem} {}", field.name);
        }
        let context = Context {
            today: Day::from_iso("2026-11-22"),
        };
        for own in examine(&form, context) {
            assert!(
                own.faults.is_empty() && own.findings.is_empty(),
                "{stem} {own:?}"
            );
        }
    }
}
