//! What typed text is read as, what is told about it, and the way back.

use prefile::{
    Kind,
    text::{Folded, Span},
};
use std::fmt::Write as _;

/// Folded characters, the label's kind, and every change as `what: from → to`.
fn shown(typed: &str) -> String {
    let folded = Folded::new(typed);
    let mut out: String = folded
        .as_bytes()
        .iter()
        .map(|byte| if *byte == 0 { '?' } else { *byte as char })
        .collect();
    if let Some(kind) = folded.label() {
        let _ = write!(out, " [{}]", kind.id());
    }
    for change in folded.changes() {
        let _ = write!(
            out,
            " | {}: {:?} → {:?}",
            change.what, change.from, change.to
        );
    }
    out
}

#[test]
fn table() {
    let rows = [
        ("", ""),
        ("A012345678", "A012345678"),
        ("a012345678", "A012345678 | case: \"a\" → \"A\""),
        ("012-345-678", "012345678 | separators: \"--\" → \"\""),
        (" 1\t2\n3\r4 ", "1234 | separators: \" \\t\\n\\r \" → \"\""),
        (
            "1\u{a0}2\u{2009}3\u{3000}4",
            "1234 | separators: \"\\u{a0}\\u{2009}\\u{3000}\" → \"\"",
        ),
        ("1‐2‑3–4—5−6", "123456 | separators: \"‐‑–—−\" → \"\""),
        (
            "1\u{200b}2\u{feff}3\u{202e}4\u{2066}5",
            "12345 | invisible: \"\\u{200b}\\u{feff}\\u{202e}\\u{2066}\" → \"\"",
        ),
        ("１２٣٤۵६৭", "1234567 | digits: \"１２٣٤۵६৭\" → \"1234567\""),
        ("ＡＢｃ", "ABC | digits: \"ＡＢｃ\" → \"ABC\""),
        ("АВΟ1", "ABO1 | look-alikes: \"АВΟ\" → \"ABO\""),
        ("é1", "?1"),
        ("A# 123", "123 [a-number] | label: \"A# \" → \"\""),
        ("A#123", "123 [a-number] | label: \"A#\" → \"\""),
        (
            "Alien No. 123",
            "123 [a-number] | label: \"Alien No. \" → \"\"",
        ),
        (
            "USCIS #: 123",
            "123 [a-number] | label: \"USCIS #: \" → \"\"",
        ),
        ("USCIS 123", "123 | label: \"USCIS \" → \"\""),
        (
            "Receipt Number: EAC1",
            "EAC1 [receipt-number] | label: \"Receipt Number: \" → \"\"",
        ),
        (
            "RECEIPT#EAC1",
            "EAC1 [receipt-number] | label: \"RECEIPT#\" → \"\"",
        ),
        (
            "Número de recibo: EAC1",
            "EAC1 [receipt-number] | label: \"Número de recibo: \" → \"\"",
        ),
        (
            "N.º de recibo EAC1",
            "EAC1 [receipt-number] | label: \"N.º de recibo \" → \"\"",
        ),
        (
            "USCIS Online Account Number (OAN): 12",
            "12 [online-account-number] | label: \"USCIS Online Account Number (OAN): \" → \"\"",
        ),
        (
            "I-94 Number 12",
            "12 [i94-number] | label: \"I-94 Number \" → \"\"",
        ),
        (
            "DS-160 AA00",
            "AA00 [ds160-confirmation] | label: \"DS-160 \" → \"\"",
        ),
        (
            "LÍNEA 12",
            "12 [online-account-number] | label: \"LÍNEA \" → \"\"",
        ),
        (
            "Categoría: 9",
            "9 [ead-category] | label: \"Categoría: \" → \"\"",
        ),
        // What closes behind the value opens before it.
        (
            "A# (123)",
            "123 [a-number] | label: \"A# \" → \"\" | separators: \"()\" → \"\"",
        ),
        (" ABC", "ABC | separators: \" \" → \"\""),
        // No label: nothing behind it, or no word by itself.
        (
            "Receipt Number:",
            "RECEIPTNUMBER | separators: \" :\" → \"\" | case: \"eceiptumber\" → \"ECEIPTUMBER\"",
        ),
        ("NO012345678", "NO012345678"),
        ("N0012", "N0012"),
        ("DE 123", "DE123 | separators: \" \" → \"\""),
    ];
    for (typed, expected) in rows {
        assert_eq!(shown(typed), expected, "{typed:?}");
    }
}

#[test]
fn an_a_is_a_label_or_the_first_letter_of_the_number() {
    let rows = [
        (
            "A Number: A012",
            "A012 [a-number] | label: \"A Number: \" → \"\"",
        ),
        (
            "Número A: A012",
            "A012 [a-number] | label: \"Número A: \" → \"\"",
        ),
        (
            "Numero A A012",
            "A012 [a-number] | label: \"Numero A \" → \"\"",
        ),
        ("N.º A: 012", "012 [a-number] | label: \"N.º A: \" → \"\""),
        (
            "A-Number (if any): A012",
            "A012 [a-number] | label: \"A-Number (if any): \" → \"\"",
        ),
        ("INS A# 012", "012 [a-number] | label: \"INS A# \" → \"\""),
        (
            "Número A 012",
            "A012 | label: \"Número \" → \"\" | separators: \" \" → \"\"",
        ),
        (
            "Clase de admisión: B2",
            "B2 [class-of-admission] | label: \"Clase de admisión: \" → \"\"",
        ),
        (
            "Forma I-130",
            "I130 | label: \"Forma \" → \"\" | separators: \"-\" → \"\"",
        ),
    ];
    for (typed, expected) in rows {
        assert_eq!(shown(typed), expected, "{typed:?}");
    }
}

#[test]
fn more_than_fits_is_counted() {
    let folded = Folded::new(&"7".repeat(500)).count();
    assert_eq!(folded, 500);
    let typed = "7".repeat(500);
    let folded = Folded::new(&typed);
    assert_eq!(folded.as_bytes().len(), 96);
    assert_eq!(folded.span(95, 96).of(&typed), "7");
}

#[test]
fn places_lead_back() {
    let typed = "A# 0\u{200b}１-2é";
    let folded = Folded::new(typed);
    let back: Vec<&str> = (0..folded.count())
        .map(|at| folded.span(at, at + 1).of(typed))
        .collect();
    assert_eq!(back, ["0", "１", "2", "é"]);
    assert_eq!(folded.whole().of(typed), "0\u{200b}１-2é");
    assert_eq!(folded.unlabelled(), "0\u{200b}１-2é");
    assert_eq!(folded.span(2, 2), Span { start: 11, end: 11 });
    assert_eq!(folded.span(4, 4), Span { start: 14, end: 14 });
    let characters: Vec<_> = (0..=4).map(|at| folded.character(at)).collect();
    assert_eq!(
        characters,
        [Some('0'), Some('１'), Some('2'), Some('é'), None]
    );
    // From a byte to its character: the label, what is not seen and what lies between are none.
    let places: Vec<_> = (0..=typed.len()).map(|at| folded.index_of(at)).collect();
    let expected = |at| match at {
        3 => Some(0),
        7 => Some(1),
        11 => Some(2),
        12 => Some(3),
        _ => None,
    };
    let expected: Vec<_> = (0..=typed.len()).map(expected).collect();
    assert_eq!(places, expected);
}

#[test]
fn replacing_touches_nothing_else() {
    let folded = Folded::new("no. O1-2l ");
    assert_eq!(folded.replaced(&[(0, b'0'), (3, b'1')]), "no. 01-21 ");
    assert_eq!(folded.replaced(&[]), "no. O1-2l ");
}

#[test]
fn a_label_is_no_part_of_the_kind_it_names() {
    assert_eq!(Folded::new("SSN 1").label(), Some(Kind::Ssn));
    assert_eq!(
        Folded::new("Social Security Number: 1").label(),
        Some(Kind::Ssn)
    );
    assert_eq!(
        Folded::new("número de Seguro Social 1").label(),
        Some(Kind::Ssn)
    );
    assert_eq!(
        Folded::new("Alien Registration Number 1").label(),
        Some(Kind::ANumber)
    );
    assert_eq!(Folded::new("the case number: 1").label(), None);
}
