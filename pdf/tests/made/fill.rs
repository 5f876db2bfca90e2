//! What comes out when a form is filled: read by our own reader and by another.

use crate::{
    maker::{Maker, text},
    written::sealed,
};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use prefile::{Day, Severity};
use prefile_pdf::{Code, Existing, Filled, Form, Order, What, fill};

const FAMILY: &str = "form1[0].FamilyName[0]";
const UNIT: &str = "form1[0].Unit[0]";
const STATE: &str = "form1[0].State[0]";
const CODE: &str = "form1[0].PDF417BarCode1[0]";
const NUMBER: &str = "form1[0].Number[0]";

fn filled(bytes: &[u8], values: &[(&str, &str)], existing: Existing) -> Filled {
    fill(
        bytes,
        Order {
            values,
            existing,
            ..Order::default()
        },
    )
}

/// The usual form without answers, and with places for them.
fn blank() -> Maker {
    let mut maker = Maker::usual();
    for (name, box_at) in [
        ("FamilyName[0]", [100, 690, 200, 700]),
        ("State[0]", [100, 600, 160, 618]),
        ("Number[0]", [100, 500, 190, 518]),
    ] {
        let field = maker.field(name);
        maker.set(field, "V", text(""));
        let corners = box_at.map(|corner: i64| Object::from(corner));
        maker.set(field, "Rect", corners.to_vec());
        maker.set(field, "DA", text("/Helv 10 Tf 1 0 0 rg"));
    }
    let unit = maker.field("Unit[0]");
    maker.set(unit, "V", "Off");
    maker.set(unit, "AS", "Off");
    maker
}

/// A field as another library reads it.
fn read(document: &Document, name: &str) -> Dictionary {
    let all = document.objects.values();
    let mut dicts = all.filter_map(|object| object.as_dict().ok());
    let is = |dict: &&Dictionary| {
        let own = dict.get(b"T").and_then(Object::as_str);
        own.is_ok_and(|own| own == name.as_bytes())
    };
    dicts.find(is).expect("the field").clone()
}

/// What a box draws.
fn drawn(document: &Document, name: &str) -> String {
    let field = read(document, name);
    let look = field.get(b"AP").and_then(Object::as_dict).expect("looks");
    let look = look
        .get(b"N")
        .expect("a look")
        .as_reference()
        .expect("by number");
    let stream = document.get_object(look).and_then(Object::as_stream);
    String::from_utf8_lossy(&stream.expect("a stream").content).into_owned()
}

/// The codes of what is said, by box.
fn said(filled: &Filled) -> Vec<(&str, &str)> {
    let code = |what: &What| match what {
        What::Fault(fault) => fault.code.id(),
        What::Finding(finding) => finding.code.id(),
    };
    let all = filled.findings.iter();
    all.map(|told| (told.field.as_deref().unwrap_or_default(), code(&told.what)))
        .collect()
}

const VALUES: [(&str, &str); 4] = [
    (FAMILY, "Garc\u{ed}a"),
    (UNIT, " APT "),
    (STATE, "NY"),
    (NUMBER, "A1(2)\\3"),
];

/// That the usual form holds the values, for both readers, and nothing else has changed.
#[track_caller]
fn check(before: &[u8], freed: bool) {
    let done = filled(before, &VALUES, Existing::Keep);
    let expected: &[(&str, &str)] = if freed { &[("", "fill/set-free")] } else { &[] };
    assert_eq!(said(&done), expected);
    let bytes = done.bytes.expect("a file");
    assert_eq!(
        filled(before, &VALUES, Existing::Keep).bytes.as_ref(),
        Some(&bytes)
    );
    let (mut old, new) = (
        Form::open(before).expect("a form"),
        Form::open(&bytes).expect("a form"),
    );
    for field in &mut old.fields {
        if let Some((_, value)) = VALUES.iter().find(|(name, _)| *name == field.name) {
            (*value).clone_into(&mut field.value);
        }
    }
    assert_eq!(new, old);
    let document = Document::load_mem(&bytes).expect("read by another");
    assert!(document.trailer.get(b"Encrypt").is_err());
    let value = |name: &str, key: &[u8]| {
        let field = read(&document, name);
        let value = field.get(key).expect("a value");
        let bytes = value.as_str().or_else(|_| value.as_name());
        bytes.expect("a text or a name").to_vec()
    };
    let letters = "\u{feff}Garc\u{ed}a".encode_utf16();
    let letters: Vec<u8> = letters.flat_map(u16::to_be_bytes).collect();
    assert_eq!(value("FamilyName[0]", b"V"), letters);
    assert_eq!(value("Unit[0]", b"V"), b" APT ");
    assert_eq!(value("Unit[0]", b"AS"), b" APT ");
    assert_eq!(value("State[0]", b"V"), b"NY");
    assert_eq!(value("Number[0]", b"V"), b"A1(2)\\3");
}

#[test]
fn both_readers_find_what_was_written() {
    check(&blank().plain(), false);
    check(&blank().packed(), false);
}

#[test]
fn encryption_is_taken_out() {
    for version in [1, 2, 4, 5, 6] {
        let done = filled(&sealed(version, ""), &[(NUMBER, "12")], Existing::Keep);
        assert_eq!(said(&done), [("", "fill/set-free")]);
        let bytes = done.bytes.expect("a file");
        let form = Form::open(&bytes).expect("a form");
        assert_eq!(form.fields[0].value, "Garc\u{ed}a");
        assert_eq!(form.fields[4].value, "12");
        let document = Document::load_mem(&bytes).expect("read by another");
        assert!(!document.is_encrypted());
    }
}

#[test]
fn a_stream_that_nobody_changes_stays_as_it_is() {
    let mut maker = blank();
    let content = b"BT (text) Tj ET".repeat(40);
    let mut stream = Stream::new(dictionary! {}, content.clone());
    stream.compress().expect("compressed");
    let pressed = stream.content.clone();
    let stream = maker.document.add_object(stream);
    let page = maker.pages[0];
    maker.set(page, "Contents", stream);
    let lost = maker.document.add_object(text("nothing leads here"));
    let bytes = filled(&maker.packed(), &VALUES, Existing::Keep)
        .bytes
        .expect("a file");
    let document = Document::load_mem(&bytes).expect("read by another");
    let own = document.get_object(stream).and_then(Object::as_stream);
    assert_eq!(own.expect("a stream").content, pressed);
    assert!(document.get_object(lost).is_err());
}

#[test]
fn looks() {
    let drawn_of = |name: &str, value: &str| {
        let field = format!("form1[0].{name}");
        let done = filled(&blank().plain(), &[(&field, value)], Existing::Keep);
        let document = Document::load_mem(&done.bytes.expect("a file")).expect("read");
        drawn(&document, name)
    };
    let head = "/Tx BMC\nq\n0 0 {} W n\nBT\n1 0 0 rg\n/Helv {} Tf\n";
    let expected = |room: &str, size: &str, lines: &str| {
        let head = head.replacen("{}", room, 1).replacen("{}", size, 1);
        format!("{head}{lines}ET\nQ\nEMC\n")
    };
    assert_eq!(
        drawn_of("FamilyName[0]", "Garc\u{ed}a"),
        expected("100 10 re", "10", "1 0 0 1 2 1.41 Tm (Garc\u{fffd}a) Tj\n")
    );
    // A choice shows its own words.
    assert_eq!(
        drawn_of("State[0]", "NY"),
        expected("60 18 re", "10", "1 0 0 1 2 5.41 Tm (New York) Tj\n")
    );
    // Each in the middle of its cell.
    assert_eq!(
        drawn_of("Number[0]", "1i"),
        expected(
            "90 18 re",
            "10",
            "1 0 0 1 2.22 5.41 Tm (1) Tj\n1 0 0 1 13.89 5.41 Tm (i) Tj\n"
        )
    );
    assert_eq!(
        drawn_of("FamilyName[0]", "Garcia Lopez de la Cruz"),
        expected(
            "100 10 re",
            "8.9",
            "1 0 0 1 2 1.8 Tm (Garcia Lopez de la Cruz) Tj\n"
        )
    );
}

#[test]
fn several_lines() {
    let mut maker = blank();
    let field = maker.field("FamilyName[0]");
    let corners = [100, 600, 200, 630].map(|corner: i64| Object::from(corner));
    maker.set(field, "Rect", corners.to_vec());
    maker.set(field, "Ff", 1 << 12);
    maker.set(field, "MaxLen", 200);
    let maker = maker.plain();
    let lines = |value: &str| {
        let done = filled(&maker, &[(FAMILY, value)], Existing::Keep);
        let codes: Vec<String> = said(&done)
            .iter()
            .map(|(_, code)| (*code).to_owned())
            .collect();
        let document = Document::load_mem(&done.bytes.expect("a file")).expect("read");
        let field = read(&document, "FamilyName[0]");
        let shown = field.has(b"AP").then(|| drawn(&document, "FamilyName[0]"));
        let shown = shown.unwrap_or_default();
        let lines = shown.split('(').skip(1);
        let lines: Vec<String> = lines
            .filter_map(|line| line.split_once(')'))
            .map(|(line, _)| line.to_owned())
            .collect();
        (lines, codes)
    };
    let check = |value: &str, expected: &[&str], codes: &[&str]| {
        let (found, said) = lines(value);
        assert_eq!(found, expected, "{value}");
        assert_eq!(said, codes, "{value}");
    };
    check("one\ntwo", &["one", "two"], &[]);
    check("one\r\ntwo", &["one", "two"], &[]);
    check(
        "one two three four five",
        &["one two three four ", "five"],
        &[],
    );
    check("mmmmmmmmmmmm", &["mmmmmmmmmmm", "m"], &[]);
    check("a\nb\nc", &["a", "b", "c"], &["fill/smaller"]);
    check("a\nb\nc\nd", &[], &["fill/too-long"]);
}

/// What is said of one value in one box of the usual form with its answers; it is not written.
#[track_caller]
fn refused(name: &str, value: &str, code: &str) {
    let before = Maker::usual().plain();
    let done = filled(&before, &[(name, value)], Existing::Keep);
    assert_eq!(said(&done), [(name, code)]);
    let after = Form::open(&done.bytes.expect("a file")).expect("a form");
    assert_eq!(after, Form::open(&before).expect("a form"), "{name}");
}

#[test]
fn what_a_box_cannot_hold_is_told() {
    refused("form1[0].Nothing[0]", "a", "fill/no-such-box");
    refused(CODE, "I-765|08/21/25|3", "fill/locked-box");
    refused(FAMILY, "Lopez", "fill/other-answer");
    refused(STATE, "NJ", "fill/other-answer");
    refused(NUMBER, "1234567890", "fill/too-long");
    let refused_of_blank = |name: &str, value: &str| {
        let done = filled(&blank().plain(), &[(name, value)], Existing::Keep);
        said(&done)
            .iter()
            .map(|(_, code)| (*code).to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(refused_of_blank(UNIT, "FLR"), ["fill/no-such-choice"]);
    assert_eq!(refused_of_blank(STATE, "New York"), ["fill/no-such-choice"]);
    assert_eq!(
        refused_of_blank(FAMILY, "\u{413}\u{430}"),
        ["fill/no-such-letter"]
    );
    assert_eq!(refused_of_blank(FAMILY, "a\nb"), ["fill/no-such-letter"]);
    assert_eq!(refused_of_blank(FAMILY, &"m".repeat(17)), ["fill/too-long"]);
    // Spaces about a state or a choice do not matter.
    assert_eq!(refused_of_blank(UNIT, "APT"), [""; 0]);
    assert_eq!(refused_of_blank(STATE, " NY"), [""; 0]);
}

#[test]
fn the_spelling_that_fits_is_offered() {
    let offered = |name: &str, value: &str| {
        let done = filled(&blank().plain(), &[(name, value)], Existing::Keep);
        let told = done.findings.iter().find_map(|told| match &told.what {
            What::Fault(fault) => fault.fix.clone(),
            What::Finding(finding) => finding.fix.as_ref().map(|fix| fix.text.clone()),
        });
        if let Some(better) = &told {
            let done = filled(&blank().plain(), &[(name, better)], Existing::Keep);
            assert_eq!(said(&done), [], "{better}");
        }
        told
    };
    let spelled = |value: &str| offered(FAMILY, value).expect(value);
    assert_eq!(spelled("Łukasz Núñez"), "Lukasz Nunez");
    assert_eq!(spelled("Đặng-Văn"), "Dang-Van");
    assert_eq!(spelled("Şen’"), "Sen");
    for none in ["Гарсия", "a\nb", "王", "\u{fffd}"] {
        assert_eq!(offered(FAMILY, none), None, "{none}");
    }
}

#[test]
fn answers_are_replaced_if_that_is_wanted() {
    let before = Maker::usual().plain();
    let values = [
        (FAMILY, "Lopez"),
        (UNIT, ""),
        (STATE, " "),
        (CODE, "another"),
    ];
    let done = filled(&before, &values, Existing::Replace);
    assert_eq!(said(&done), [(CODE, "fill/locked-box")]);
    let form = Form::open(&done.bytes.expect("a file")).expect("a form");
    let values: Vec<&str> = form
        .fields
        .iter()
        .map(|field| field.value.as_str())
        .collect();
    assert_eq!(values, ["Lopez", "", " ", "I-765|08/21/25|2", ""]);
    // The same answer is no other.
    let same = filled(&before, &[(FAMILY, "Garc\u{ed}a")], Existing::Keep);
    assert_eq!(said(&same), []);
}

#[test]
fn nobody_signs() {
    let mut maker = blank();
    let field = maker.field("FamilyName[0]");
    maker.set(field, "T", text("P1_SignatureofApplicant[0]"));
    let values = [("form1[0].P1_SignatureofApplicant[0]", "Rosa Garcia")];
    for existing in [Existing::Keep, Existing::Replace] {
        let done = filled(&maker_bytes(&maker), &values, existing);
        assert_eq!(said(&done), [(values[0].0, "fill/signed-by-hand")]);
    }
}

fn maker_bytes(maker: &Maker) -> Vec<u8> {
    let mut out = Vec::new();
    maker.document.clone().save_to(&mut out).expect("written");
    out
}

/// Why the whole file is refused.
#[track_caller]
fn refused_whole(bytes: &[u8], form: Option<(&str, &str)>, code: &str) {
    let edition = |day: &str| Day::from_iso(day).expect("a day");
    let done = fill(
        bytes,
        Order {
            values: &[(NUMBER, "12")],
            form: form.map(|(id, day)| (id, edition(day))),
            existing: Existing::Replace,
            ..Order::default()
        },
    );
    assert_eq!(done.bytes, None, "{code}");
    assert_eq!(said(&done).last().map(|(_, code)| *code), Some(code));
}

#[test]
fn the_file_itself() {
    let usual = Maker::usual().plain();
    refused_whole(&usual, Some(("N-400", "2025-08-21")), "fill/other-form");
    refused_whole(&usual, Some(("I-765", "2025-01-20")), "fill/other-edition");
    let own = Some(("I-765", Day::from_iso("2025-08-21").expect("a day")));
    let order = Order {
        values: &[(NUMBER, "12")],
        form: own,
        ..Order::default()
    };
    assert!(fill(&usual, order).bytes.is_some());
    let mut maker = Maker::usual();
    let code = maker.field("PDF417BarCode1[0]");
    maker.set(code, "V", text(""));
    refused_whole(
        &maker.plain(),
        Some(("I-765", "2025-08-21")),
        "fill/unknown-form",
    );
    refused_whole(b"a letter", None, "pdf/not-a-pdf");
    refused_whole(&Maker::new(1).plain(), None, "pdf/no-boxes");
    refused_whole(&usual[..usual.len() - 40], None, "pdf/damaged");
}

#[test]
fn usage_rights_are_no_signature() {
    let with = |rights: &str| {
        let mut maker = blank();
        let root = maker
            .document
            .trailer
            .get(b"Root")
            .and_then(Object::as_reference);
        let root = root.expect("a catalogue");
        let sealed = maker.document.add_object(dictionary! { "Type" => "Sig" });
        maker.set(root, "Perms", dictionary! { rights => sealed });
        maker.plain()
    };
    refused_whole(&with("DocMDP"), None, "fill/signed");
    let done = filled(&with("UR3"), &VALUES, Existing::Keep);
    assert_eq!(said(&done), [("", "fill/set-free")]);
    let document = Document::load_mem(&done.bytes.expect("a file")).expect("read");
    assert!(!document.catalog().expect("a catalogue").has(b"Perms"));
    let mut maker = blank();
    let field = maker.field("Unit[0]");
    maker.set(field, "FT", "Sig");
    let seal = maker.document.add_object(dictionary! { "Type" => "Sig" });
    maker.set(field, "V", seal);
    refused_whole(&maker.plain(), None, "fill/signed");
}

const TEMPLATE: &str = r#"<template><subform name="form1"><subform>
<field name="FamilyName"><para lineHeight="17pt"/></field><field name="Number"><bind match="global"/></field></subform>
<subform><field name="State"/><field name="Number"><bind match="global"/></field></subform>
</subform></template>"#;

/// A form with the copy of the answers that only Adobe's programs read; one number stands in two boxes,
/// one of which is locked.
fn with_copy(answers: &str) -> Vec<u8> {
    let mut maker = Maker::new(1);
    let mut fields: Vec<Object> = Vec::new();
    for (name, flags) in [
        ("form1[0].#subform[0].FamilyName[0]", 1 << 12),
        ("form1[0].#subform[0].Number[0]", 0),
        ("form1[0].#subform[1].Number[1]", 1),
    ] {
        let corners = [100, 600, 200, 654].map(|corner: i64| Object::from(corner));
        let field = dictionary! {
            "T" => text(name), "FT" => "Tx", "Ff" => flags, "Rect" => corners.to_vec(),
        };
        fields.push(maker.document.add_object(field).into());
    }
    let answers = format!("<datasets><data><form1>{answers}</form1></data></datasets>");
    let mut packets = Vec::new();
    for (name, content) in [("template", TEMPLATE), ("datasets", &answers)] {
        let stream = Stream::new(dictionary! {}, content.as_bytes().to_vec());
        packets.push(text(name));
        packets.push(maker.document.add_object(stream).into());
    }
    maker.set(maker.form, "Fields", fields);
    maker.set(maker.form, "XFA", packets);
    maker.plain()
}

#[test]
fn boxes_that_scripts_unlock_are_open_once_they_hold_an_answer() {
    let mut maker = blank();
    for name in ["FamilyName[0]", "Unit[0]", "State[0]"] {
        let field = maker.field(name);
        maker.set(field, "Ff", 1);
    }
    let values = [(FAMILY, "Lopez"), (UNIT, "APT"), (STATE, "")];
    let done = filled(&maker.plain(), &values, Existing::Keep);
    assert_eq!(said(&done), []);
    let form = Form::open(&done.bytes.expect("a file")).expect("a form");
    let field = |name| form.fields.iter().find(|field| field.name == name);
    let field = |name| field(name).expect("the field");
    assert_eq!(field(FAMILY).answer(), Some("Lopez"));
    assert_eq!(field(UNIT).answer().map(str::trim), Some("APT"));
    assert!(field(STATE).read_only);
}

#[test]
fn one_answer_in_two_boxes() {
    let before = with_copy("<FamilyName/><Number/>");
    let done = filled(
        &before,
        &[("form1[0].#subform[0].Number[0]", "12")],
        Existing::Keep,
    );
    assert_eq!(said(&done), [("", "fill/set-free")]);
    let form = Form::open(&done.bytes.expect("a file")).expect("a form");
    let values: Vec<&str> = form
        .fields
        .iter()
        .map(|field| field.value.as_str())
        .collect();
    assert_eq!(values, ["", "12", "12"]);
    assert!(
        form.fields
            .iter()
            .all(|field| field.acrobat_value.is_none())
    );
    assert!(form.scripts.is_empty());
}

#[test]
fn what_does_not_fit_stands_where_there_is_room() {
    let mut maker = Maker::with_space();
    let family = maker.field("FamilyName[0]");
    maker.set(family, "V", text(""));
    maker.set(family, "MaxLen", 12);
    let maker = maker.plain();
    let long = "Garcia Lopez de la Constitucion";
    let after = |values: &[(&str, &str)]| {
        let done = filled(&maker, values, Existing::Keep);
        let codes: Vec<String> = said(&done)
            .iter()
            .map(|(_, code)| (*code).to_owned())
            .collect();
        let form = Form::open(&done.bytes.expect("a file")).expect("a form");
        let value = |name: &str| {
            let field = form.fields.iter().find(|field| field.name == name);
            field.expect("the field").value.clone()
        };
        (codes, [FAMILY, "Page", "Part", "Item", "More"].map(value))
    };
    let (codes, values) = after(&[(FAMILY, long)]);
    assert_eq!(codes, ["fill/moved"]);
    assert_eq!(values, ["Garcia Lopez", "1", "1", "", long]);
    // A space that is taken is no room.
    let (codes, values) = after(&[(FAMILY, long), ("Part", "2")]);
    assert_eq!(codes, ["fill/on-sheet"]);
    assert_eq!(values, ["Garcia Lopez", "", "2", "", ""]);
}

#[test]
fn text_stands_on_the_lines_that_are_printed() {
    let before = with_copy("<FamilyName/><Number/>");
    let family = "form1[0].#subform[0].FamilyName[0]";
    let done = filled(&before, &[(family, "one\ntwo")], Existing::Keep);
    let document = Document::load_mem(&done.bytes.expect("a file")).expect("read");
    let drawn = drawn(&document, family);
    assert!(
        drawn.contains("1 0 0 1 2 39.96 Tm (one) Tj\n1 0 0 1 2 21.96 Tm (two)"),
        "{drawn}"
    );
}

#[test]
fn an_answer_that_only_one_copy_has_is_not_lost() {
    let before = with_copy("<FamilyName>Lopez</FamilyName><Number/>");
    refused_whole(&before, None, "fill/copies-differ");
}

#[test]
fn each_code_has_its_weight() {
    let codes = Code::all().filter(|code| code.id().starts_with("fill/"));
    let grave = codes.filter(|code| code.severity() == Severity::Error);
    assert_eq!(grave.count(), 12);
}
