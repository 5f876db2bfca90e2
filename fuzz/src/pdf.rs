//! A file, and what several say.

use prefile_pdf::{
    Existing, Form, Identity, Order, Statement, across, examine_with, fill, of_file,
};

use crate::today;

/// How many boxes are filled, and how long what is written into them is.
const BOXES: usize = 40;
const TEXT: usize = 60;

/// Any bytes as a PDF, with all that is said of it, and filled with bytes of its own.
pub fn pdf(bytes: &[u8]) {
    let Ok(form) = Form::open(bytes) else { return };
    let report = examine_with(&form, &[], today());
    assert!(report.boxes.len() <= form.fields.len());
    let whole = of_file(&form, &Identity::of(&form));
    assert!(whole.len() < 10_000);

    let names = form.fields.iter().map(|field| field.name.as_str());
    let texts: Vec<String> = bytes
        .rchunks(TEXT)
        .take(BOXES)
        .map(|text| String::from_utf8_lossy(text).into_owned())
        .collect();
    let values: Vec<(&str, &str)> = names.zip(texts.iter().map(String::as_str)).collect();
    let order = Order {
        values: &values,
        existing: Existing::Replace,
        ..Order::default()
    };
    if let Some(filled) = fill(bytes, order).bytes {
        assert!(Form::open(&filled).is_ok(), "what was written is not read");
    }
}

/// Any text as what the boxes of several files say of people.
pub fn packet(bytes: &[u8]) {
    let texts = String::from_utf8_lossy(bytes);
    let statements = Statement::read(&texts);
    let found = across(&statements, today());
    for (at, said) in found.iter().enumerate() {
        let (own, other) = (&statements[said.of], &statements[said.other]);
        assert_ne!(own.file, other.file, "a file agrees with itself");
        assert_eq!(own.kind, other.kind, "two kinds are compared");
        assert_ne!(own.answer, other.answer, "what is the same differs");
        let again = found.iter().skip(at + 1).any(|next| next.of == said.of);
        assert!(!again, "a box is told twice");
    }
}
