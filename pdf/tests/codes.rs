//! Every code of the module shows itself in its example.

#[allow(dead_code)] // Of its forms one is enough here.
#[path = "made/maker.rs"]
mod maker;

use lopdf::{Object, dictionary};
use maker::Maker;
use prefile::{Context, Day};
use prefile_pdf::{
    Code, Existing, Fault, Field, Font, Form, Identity, Order, OtherEdition, Script, Shape,
    Statement, Style, Unreadable, What, Widget, across, examine, examine_with, fill, of_file,
    script::recognise,
};
use std::path::Path;

/// What is said of what the example tells.
fn shown(code: Code) -> Vec<Fault> {
    let example = code.example();
    match code {
        Code::PdfNotAPdf => opened(example.as_bytes()),
        Code::PdfDamaged => opened(b"%PDF-1.7\n1 0 obj"),
        Code::PdfTooLarge => opened(&vec![0; 100 << 20]),
        // tests/made/ has such a file.
        Code::PdfLocked => vec![Unreadable::Locked.into()],
        Code::PdfCutShort => {
            let form = Form {
                cut_short: true,
                ..with_pages("G-9|01/20/25|1")
            };
            of_file(&form, &Identity::of(&form))
        }
        Code::PdfIncomplete => {
            let form = Form {
                incomplete: true,
                ..with_pages("G-9|01/20/25|1")
            };
            of_file(&form, &Identity::of(&form))
        }
        Code::PdfTwoCopies => {
            let form = Form {
                fields: vec![disputed(example); 5],
                ..Form::default()
            };
            of_file(&form, &Identity::of(&form))
        }
        Code::PdfNoBoxes => of_file(&Form::default(), &Identity::default()),
        Code::EditionUnknown
        | Code::EditionUnread
        | Code::EditionOlder
        | Code::EditionNewer
        | Code::EditionNewestRead
        | Code::EditionNewerSeen
        | Code::PagesMissing
        | Code::PagesRepeated
        | Code::PagesOtherEdition
        | Code::PagesOtherForm
        | Code::PagesUnmarked => {
            let form = with_pages(example);
            of_file(&form, &Identity::of(&form))
        }
        Code::BoxDisputed => of_boxes(vec![disputed(example)]),
        Code::BoxBothChecked => of_boxes(vec![choice(example), choice(example)]),
        Code::BoxCutOff => of_widget(example),
        Code::BoxHalfFilled => of_boxes(beside(
            [
                "Part 2. 1.A. Enter Family Name.",
                "Part 2. 1.B. Enter Given Name.",
            ],
            example,
        )),
        Code::BoxDiffers | Code::BoxSameDigits | Code::BoxOneNumber => {
            let other = match code {
                Code::BoxDiffers => "Part 3. About You. 2. Enter your A-Number.",
                Code::BoxSameDigits => "Part 1. About You. 9. Enter your Social Security Number.",
                _ => "Part 3. About Your Spouse. 2. Enter your spouse's A-Number.",
            };
            let own = "Part 1. About You. 8. Enter your A-Number.";
            of_boxes(beside([own, other], example))
        }
        Code::BoxBefore => of_boxes(days(example)),
        Code::BoxSignedLater | Code::BoxSignedLongAgo => of_boxes(vec![signed_on(example)]),
        Code::BoxTypedSignature => of_boxes(vec![text("an answer"), signature(example)]),
        Code::BoxPen => of_boxes(vec![text(example), signature("")]),
        Code::PacketDiffers => of_packet(example),
        Code::BoxEmpty => of_definition(example),
        Code::BoxExactLength => of_script(
            example,
            "if (this.rawValue.length != 9) { this.rawValue = \"\"; }",
        ),
        Code::BoxNotADate => of_script(
            example,
            "if (this.rawValue == this.formattedValue) { this.rawValue = \"\"; }",
        ),
        Code::BoxByHand => of_script(
            example,
            "var r = /[^0-9]/ if (r.test(xfa.event.change)) { xfa.event.change = \"\"; }",
        ),
        Code::FillUnknownForm
        | Code::FillOtherForm
        | Code::FillOtherEdition
        | Code::FillSigned
        | Code::FillCopiesDiffer
        | Code::FillNoSuchBox
        | Code::FillSignedByHand
        | Code::FillLockedBox
        | Code::FillNoSuchChoice
        | Code::FillOtherAnswer
        | Code::FillTooLong
        | Code::FillNoSuchLetter
        | Code::FillSmaller
        | Code::FillSetFree
        | Code::FillMoved
        | Code::FillInOtherEdition
        | Code::FillNotFound => filled(code, example),
        Code::FillOnSheet => filled(code, &example.repeat(200)),
    }
}

/// The day of a signature.
fn signed_on(example: &str) -> Field {
    Field {
        tooltip: "Part 3. Your Signature. 7. Date of Signature.".to_owned(),
        ..text(example)
    }
}

/// A beginning and its end.
fn days(example: &str) -> Vec<Field> {
    let mut boxes = beside(
        [
            "Part 2. 13.A. Enter Date From.",
            "Part 2. 13.B. Enter Date To.",
        ],
        example,
    );
    "Pt2Line13a_DateFrom[0]".clone_into(&mut boxes[0].name);
    "Pt2Line13b_DateTo[0]".clone_into(&mut boxes[1].name);
    boxes
}

/// A box of which another copy says otherwise.
fn disputed(example: &str) -> Field {
    Field {
        acrobat_value: Some("another".to_owned()),
        ..text(example)
    }
}

/// What is said when the small form is filled with the example, or is what the example says.
fn filled(code: Code, example: &str) -> Vec<Fault> {
    const FAMILY: &str = "form1[0].FamilyName[0]";
    let mut maker = match code {
        Code::FillMoved | Code::FillOnSheet => Maker::with_space(),
        _ => Maker::usual(),
    };
    let family = maker.field("FamilyName[0]");
    let corners = [100, 690, 160, 700].map(|corner: i64| Object::from(corner));
    maker.set(family, "Rect", corners.to_vec());
    maker.set(family, "DA", maker::text("/Helv 10 Tf 0 g"));
    let mut order = (FAMILY, example);
    let (mut form, mut edition, mut existing) = ("I-765", "2025-08-21", Existing::Replace);
    match code {
        Code::FillUnknownForm => {
            let bars = maker.field("PDF417BarCode1[0]");
            maker.set(bars, "V", maker::text(""));
        }
        Code::FillOtherForm => form = "G-28",
        Code::FillOtherEdition => edition = "2025-01-20",
        Code::FillSigned => {
            let unit = maker.field("Unit[0]");
            maker.set(unit, "FT", "Sig");
            maker.set(unit, "V", dictionary! { "Type" => "Sig" });
        }
        Code::FillCopiesDiffer => {
            let answers =
                "<datasets><data><form1><FamilyName>Lopez</FamilyName></form1></data></datasets>";
            let template =
                "<template><subform name='form1'><field name='FamilyName'/></subform></template>";
            let mut packets = Vec::new();
            for (name, text) in [("template", template), ("datasets", answers)] {
                let stream = lopdf::Stream::new(dictionary! {}, text.as_bytes().to_vec());
                packets.push(maker::text(name));
                packets.push(maker.document.add_object(stream).into());
            }
            maker.set(maker.form, "XFA", packets);
        }
        Code::FillNoSuchBox => order = (example, "Rosa"),
        Code::FillInOtherEdition => {
            let bars = maker.field("PDF417BarCode1[0]");
            maker.set(bars, "V", maker::text(example));
        }
        Code::FillNotFound => {
            let bars = maker.field("PDF417BarCode1[0]");
            maker.set(bars, "V", maker::text("I-765|01/20/25|2"));
            order = (example, "Rosa");
        }
        Code::FillSignedByHand => {
            maker.set(family, "T", maker::text("Signature[0]"));
            order.0 = "form1[0].Signature[0]";
        }
        Code::FillLockedBox => order.0 = "form1[0].PDF417BarCode1[0]",
        Code::FillNoSuchChoice => order.0 = "form1[0].State[0]",
        Code::FillOtherAnswer => existing = Existing::Keep,
        Code::FillSetFree => {
            let root = maker
                .document
                .trailer
                .get(b"Root")
                .and_then(Object::as_reference);
            let rights = dictionary! { "UR3" => dictionary! { "Type" => "Sig" } };
            maker.set(root.expect("a catalogue"), "Perms", rights);
        }
        _ => {}
    }
    let values = [order];
    let edition = Day::from_iso(edition).expect("a day");
    let order = Order {
        values: &values,
        form: Some((form, edition)),
        existing,
        other: match code {
            Code::FillInOtherEdition | Code::FillNotFound => OtherEdition::Surely,
            _ => OtherEdition::Refuse,
        },
    };
    let done = fill(&maker.plain(), order).findings.into_iter();
    done.filter_map(|told| match told.what {
        What::Fault(fault) => Some(fault),
        What::Finding(_) => None,
    })
    .collect()
}

fn opened(bytes: &[u8]) -> Vec<Fault> {
    Form::open(bytes)
        .err()
        .map(Fault::from)
        .into_iter()
        .collect()
}

/// A form whose pages say this, and a box.
fn with_pages(codes: &str) -> Form {
    let codes: Vec<&str> = codes.split_whitespace().collect();
    let marked = (1..).zip(&codes).map(|(page, code)| Field {
        value: (*code).to_owned(),
        read_only: true,
        widgets: vec![Widget {
            page: Some(page),
            ..Widget::default()
        }],
        ..Field::default()
    });
    Form {
        pages: u32::try_from(codes.len()).expect("a few"),
        fields: marked.chain([text("")]).collect(),
        ..Form::default()
    }
}

fn text(value: &str) -> Field {
    Field {
        name: "box".to_owned(),
        value: value.to_owned(),
        ..Field::default()
    }
}

/// Two boxes with these tooltips, and what stands in them with a bar between.
fn beside(tooltips: [&str; 2], values: &str) -> Vec<Field> {
    let values = values.split('|').map(str::trim);
    let boxes = tooltips.into_iter().zip(values).zip([700.0, 680.0]);
    let field = |((tooltip, value), top): ((&str, &str), f64)| Field {
        tooltip: tooltip.to_owned(),
        widgets: vec![Widget {
            page: Some(1),
            rect: [100.0, top - 18.0, 300.0, top],
            ..Widget::default()
        }],
        ..text(value)
    };
    boxes.map(field).collect()
}

fn signature(value: &str) -> Field {
    Field {
        name: "form1[0].Signature[0]".to_owned(),
        read_only: true,
        widgets: vec![Widget {
            page: Some(1),
            ..Widget::default()
        }],
        ..text(value)
    }
}

/// A box that is written in a font of the form.
fn of_widget(value: &str) -> Vec<Fault> {
    faults(&Form {
        fields: vec![Field {
            style: Some(Style {
                font: 0,
                size: 10.0,
            }),
            widgets: vec![Widget {
                page: Some(1),
                rect: [100.0, 682.0, 268.0, 700.0],
                ..Widget::default()
            }],
            ..text(value)
        }],
        fonts: vec![Font::fixed(600.0)],
        ..Form::default()
    })
}

/// A form of this edition in which another box is filled, with the definition of the form.
fn of_definition(code: &str) -> Vec<Fault> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let compiled = prefile_compiler::compile(&root, Path::new("forms/i-765.toml"));
    let definition = compiled.expect("it compiles").definition;
    let mut form = with_pages(code);
    let named = |name: &str, value: &str| Field {
        name: format!("form1[0].Page1[0].{name}"),
        ..text(value)
    };
    form.fields.push(named("Line1b_GivenName[0]", "Ana"));
    form.fields.push(named("Line1a_FamilyName[0]", ""));
    let report = examine_with(&form, &[definition], Context::default());
    let boxes = report.boxes.into_iter();
    boxes.flat_map(|own| own.faults).collect()
}

/// A form for each of the A-Numbers, of one person.
fn of_packet(numbers: &str) -> Vec<Fault> {
    let forms = numbers.split('|').map(|number| {
        let tooltips = [
            "Part 1. About You. 1.A. Enter Family Name.",
            "Part 1. About You. 1.B. Enter Given Name.",
            "Part 1. About You. 2. Enter your A-Number.",
        ];
        let values = ["Garcia", "Ana", number.trim()];
        let fields = tooltips.into_iter().zip(values);
        let fields = fields.map(|(tooltip, value)| Field {
            tooltip: tooltip.to_owned(),
            ..text(value)
        });
        let form = Form {
            fields: fields.collect(),
            ..Form::default()
        };
        let report = examine_with(&form, &[], Context::default());
        (form, report)
    });
    let forms: Vec<_> = forms.collect();
    let statements: Vec<_> = (0..)
        .zip(&forms)
        .flat_map(|(file, (form, report))| Statement::of_file(file, form, report))
        .collect();
    let found = across(&statements, Context::default()).into_iter();
    found.map(|said| said.fault).collect()
}

fn choice(value: &str) -> Field {
    Field {
        shape: Shape::Check,
        shared: Some("answer".to_owned()),
        ..text(value)
    }
}

fn of_script(value: &str, script: &str) -> Vec<Fault> {
    let form = Form {
        fields: vec![text(value)],
        scripts: vec![Script {
            name: "box".to_owned(),
            event: "exit".to_owned(),
            formcalc: false,
            text: script.to_owned(),
            rules: recognise(script),
        }],
        ..Form::default()
    };
    faults(&form)
}

fn of_boxes(fields: Vec<Field>) -> Vec<Fault> {
    faults(&Form {
        fields,
        ..Form::default()
    })
}

fn faults(form: &Form) -> Vec<Fault> {
    let context = Context {
        today: Day::from_iso("2026-11-22"),
    };
    let boxes = examine(form, context).into_iter();
    boxes.flat_map(|own| own.faults).collect()
}

#[test]
fn every_example_has_its_fault() {
    for code in Code::all() {
        let found = shown(code);
        let own = found.iter().find(|fault| fault.code == code);
        let own = own.unwrap_or_else(|| panic!("{}: {found:?}", code.id()));
        assert_eq!(own.params.len(), code.params().len(), "{}", code.id());
    }
}

#[test]
fn no_code_is_in_both_tables() {
    for code in Code::all() {
        assert_eq!(prefile::Code::from_id(code.id()), None, "{}", code.id());
    }
}

#[test]
fn pages_of_another_edition_are_not_missing_too() {
    let form = with_pages("G-9|01/20/25|1 G-9|04/01/24|2 G-9|01/20/25|3");
    let found = of_file(&form, &Identity::of(&form));
    let codes: Vec<&str> = found.iter().map(|fault| fault.code.id()).collect();
    assert_eq!(codes, ["pages/other-edition", "edition/unread"]);
}
