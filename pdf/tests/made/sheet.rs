//! What has no room in a form, on paper of its own.

use crate::maker::{Maker, text};
use lopdf::{Document, Object};
use prefile_pdf::{Entry, Filled, Form, Order, Sheet, What, fill};

const FAMILY: &str = "form1[0].FamilyName[0]";

/// A form with one space for more, and a person's name above it.
fn form() -> Vec<u8> {
    let mut maker = Maker::with_space();
    let family = maker.field("FamilyName[0]");
    maker.set(family, "V", text(""));
    maker.set(family, "MaxLen", 12);
    for (name, tooltip, value) in [
        ("State[0]", "1. A. Enter Family Name.", "Garcia"),
        ("Unit[0]", "1. B. Enter Given Name.", "Rosa"),
        (
            "Number[0]",
            "2. Enter Alien Registration Number.",
            "012345678",
        ),
    ] {
        let field = maker.field(name);
        maker.set(field, "FT", "Tx");
        maker.set(field, "P", maker.pages[1]);
        maker.set(
            field,
            "TU",
            text(&format!("Part 6. Additional Information. {tooltip}")),
        );
        maker.set(field, "V", text(value));
    }
    maker.set(maker.pages[0], "Annots", vec![family.into()]);
    maker.plain()
}

fn filled(values: &[(&str, &str)]) -> Filled {
    fill(
        &form(),
        Order {
            values,
            ..Order::default()
        },
    )
}

fn codes(filled: &Filled) -> Vec<&str> {
    let faults = filled.findings.iter().filter_map(|told| match &told.what {
        What::Fault(fault) => Some(fault.code.id()),
        What::Finding(_) => None,
    });
    faults.collect()
}

/// The lines of each page, as another library reads them.
fn lines(sheet: &Sheet) -> Vec<Vec<String>> {
    let document = Document::load_mem(&sheet.bytes).expect("read by another");
    let pages = document.get_pages();
    assert_eq!(pages.len(), usize::try_from(sheet.pages).expect("few"));
    let line = |text: &[u8]| text.iter().map(|byte| char::from(*byte)).collect();
    let shown = pages.values().map(|page| {
        let content = document
            .get_and_decode_page_content(*page)
            .expect("content");
        let shown = content
            .operations
            .into_iter()
            .filter(|one| one.operator == "Tj");
        shown
            .map(|one| one.operands[0].as_str().map(line).expect("a text"))
            .collect()
    });
    shown.collect()
}

#[test]
fn a_sheet_says_whose_it_is_and_what_it_belongs_to() {
    let long = "My mother's sister raised me. ".repeat(60);
    let long = long.trim_end();
    let done = filled(&[(FAMILY, long)]);
    assert_eq!(codes(&done), ["fill/on-sheet"]);
    let form = Form::open(&done.bytes.clone().expect("a file")).expect("a form");
    let family = form.fields.iter().position(|field| field.name == FAMILY);
    let family = family.expect("the field");
    assert_eq!(form.fields[family].value, "My mother's");
    let sheet = done.sheet.expect("a sheet");
    assert_eq!(sheet.name, ["Garcia", "Rosa", ""]);
    assert_eq!(sheet.a_number, "012345678");
    assert_eq!(
        sheet.entries,
        [Entry {
            field: family,
            address: ["1", "1", ""].map(str::to_owned),
            text: long.to_owned()
        }]
    );
    let pages = lines(&sheet);
    let head = [
        "Form I-765, edition 08/21/25: Continuation Sheet",
        "Sheet 1 of 1",
        "Family Name (Last Name)",
        "Garcia",
        "Given Name (First Name)",
        "Rosa",
        "Middle Name (if any)",
        "",
        "A-Number (if any)",
        "A-012345678",
        "Signature",
        "Date (mm/dd/yyyy)",
        "Page Number 1     Part Number 1",
    ];
    assert_eq!(pages[0][..head.len()], head);
    assert_eq!(pages[0][head.len()..].concat(), long);
    // The same again, byte for byte.
    assert_eq!(filled(&[(FAMILY, long)]).sheet, Some(sheet));
}

#[test]
fn what_fits_in_the_form_needs_no_sheet() {
    for values in [
        &[][..],
        &[(FAMILY, "Lopez")],
        &[(FAMILY, "Garcia Lopez de la Cruz")],
    ] {
        assert_eq!(filled(values).sheet, None, "{values:?}");
    }
    // A number is none that stands elsewhere.
    let done = filled(&[("form1[0].Number[0]", "0123456789")]);
    assert_eq!(done.sheet, None);
}

#[test]
fn a_form_without_room_for_more_has_no_sheet() {
    let mut maker = Maker::usual();
    let family = maker.field("FamilyName[0]");
    maker.set(family, "V", text(""));
    let values = [(FAMILY, "Garcia Lopez de la Constitucion y Cruz")];
    let order = Order {
        values: &values,
        ..Order::default()
    };
    let done = fill(&maker.plain(), order);
    assert_eq!(codes(&done), ["fill/too-long"]);
    assert_eq!(done.sheet, None);
}

#[test]
fn a_note_of_the_person_keeps_its_address() {
    let long = "word ".repeat(300);
    let long = long.trim_end();
    let values = [
        ("Page", "3"),
        ("Part", "2"),
        ("Item", "7.a."),
        ("More", long),
    ];
    let done = filled(&values);
    assert_eq!(codes(&done), ["fill/on-sheet"]);
    let sheet = done.sheet.expect("a sheet");
    assert_eq!(sheet.entries[0].address, ["3", "2", "7.a."]);
    let form = Form::open(&done.bytes.expect("a file")).expect("a form");
    let more = form.fields.iter().find(|field| field.name == "More");
    let beginning = &more.expect("the field").value;
    assert!(beginning.len() > 500 && long.starts_with(beginning.as_str()));
}

#[test]
fn long_texts_go_on_and_each_sheet_has_its_head() {
    let long: Vec<String> = (0..80).map(|number| format!("line {number}")).collect();
    let long = long.join("\n");
    let note = "Another. ".repeat(60);
    let values = [
        ("Page", "3"),
        ("Part", "2"),
        ("Item", "7.a."),
        ("More", long.as_str()),
        (FAMILY, note.trim_end()),
    ];
    let sheet = filled(&values).sheet.expect("a sheet");
    let pages = lines(&sheet);
    assert!(pages.len() > 2);
    for (number, page) in (1..).zip(&pages) {
        assert_eq!(page[1], format!("Sheet {number} of {}", pages.len()));
        assert_eq!(
            (page[3].as_str(), page[9].as_str()),
            ("Garcia", "A-012345678")
        );
    }
    assert_eq!(
        pages[1][12],
        "Page Number 3     Part Number 2     Item Number 7.a. (continued)"
    );
    let all = pages.concat();
    for number in 0..80 {
        let line = format!("line {number}");
        assert_eq!(all.iter().filter(|own| **own == line).count(), 1, "{line}");
    }
    assert!(
        all.iter()
            .any(|own| own == "Page Number 1     Part Number 1")
    );
}

#[test]
fn letters_of_the_sheet() {
    let check = |letters: &str, expected: &[&str]| {
        let long = format!("{letters} ").repeat(400);
        assert_eq!(
            codes(&filled(&[(FAMILY, long.trim_end())])),
            expected,
            "{letters}"
        );
    };
    check("Núñez", &["fill/on-sheet"]);
    check("Łódź", &["fill/no-such-letter"]);
    check("Гарсия", &["fill/no-such-letter"]);
    check("a\u{fffd}b", &["fill/no-such-letter"]);
    let long = "Núñez “Łó” ’".repeat(9);
    let sheet = filled(&[(FAMILY, long.as_str())]).sheet;
    // The spaces of that form have a font of fewer letters.
    assert_eq!(sheet, None);
}

#[test]
fn no_text_is_endless() {
    let long = "word ".repeat(100_000);
    let done = filled(&[(FAMILY, &long)]);
    assert_eq!(codes(&done), ["fill/too-long"]);
    assert_eq!(done.sheet, None);
    let document = Document::load_mem(&done.bytes.expect("a file")).expect("read by another");
    assert!(
        document
            .objects
            .values()
            .all(|object| !matches!(object, Object::String(text, _) if text.len() > 100))
    );
}
