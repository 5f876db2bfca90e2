//! Files that are made to be trouble: an answer or a refusal, never a panic, within the memory and
//! the work that a form takes.

use crate::maker::{Maker, text};
use lopdf::{Object, Stream, dictionary};
use prefile_pdf::{Form, Unreadable};

#[test]
fn no_pdf() {
    for bytes in [&b""[..], b"%PDF", b"PK\x03\x04", &[0; 10_000]] {
        assert_eq!(Form::open(bytes).err(), Some(Unreadable::NotPdf));
    }
    for bytes in [
        &b"%PDF-1.7"[..],
        b"%PDF-1.7\nstartxref\n99999999999999999999\n%%EOF",
    ] {
        assert_eq!(Form::open(bytes).err(), Some(Unreadable::Damaged));
    }
    let long = vec![0; (96 << 20) + 1];
    assert_eq!(Form::open(&long).err(), Some(Unreadable::TooLarge));
}

#[test]
fn broken_off_anywhere() {
    for whole in [Maker::usual().plain(), Maker::usual().packed()] {
        let end = whole.windows(9).rposition(|word| word == b"startxref");
        let end = end.expect("a place of its table");
        for length in 0..whole.len() {
            // What is left is not all there was.
            if let Ok(form) = Form::open(&whole[..length]) {
                assert!(form.incomplete || length > end, "{length}");
            }
        }
    }
}

#[test]
fn a_hole_in_the_middle() {
    let mut maker = Maker::usual();
    let stream = Stream::new(dictionary! {}, b"BT (printed) Tj ET".to_vec());
    let content = maker.document.add_object(stream);
    let page = maker.pages[1];
    maker.set(page, "Contents", vec![Object::from(content)]);
    let whole = maker.plain();
    let form = Form::open(&whole).expect("a form");
    assert!(!form.incomplete);
    // The same with its table gone, and then with what is printed gone, too.
    let text = String::from_utf8_lossy(&whole).into_owned();
    let lost = text.replace("startxref", "startnone");
    let form = Form::open(lost.as_bytes()).expect("a form");
    assert!(!form.incomplete);
    let lost = lost.replace(&format!("\n{} 0 obj", content.0), "\n9999 0 obj");
    let form = Form::open(lost.as_bytes()).expect("a form");
    assert!(form.incomplete);
}

#[test]
fn bytes_changed() {
    for whole in [Maker::usual().plain(), Maker::usual().packed()] {
        for at in (0..whole.len()).step_by(3) {
            for byte in [b'<', b'(', b'9', 0xff] {
                let mut changed = whole.clone();
                changed[at] = byte;
                let _ = Form::open(&changed);
            }
        }
    }
}

#[test]
fn circles() {
    // The page tree is its own page.
    let mut maker = Maker::usual();
    let (tree, first) = (maker.tree, maker.pages[0]);
    maker.set(tree, "Kids", vec![tree.into(), first.into(), first.into()]);
    assert_eq!(Form::open(&maker.plain()).map(|form| form.pages), Ok(1));

    // Fields are each other's.
    let mut maker = Maker::new(1);
    let (one, other) = (
        maker.document.new_object_id(),
        maker.document.new_object_id(),
    );
    for (own, kid) in [(one, other), (other, one)] {
        let field = dictionary! {
            "T" => text("a"), "FT" => "Tx", "Parent" => kid, "Kids" => vec![kid.into()],
        };
        maker.document.objects.insert(own, field.into());
    }
    maker.set(maker.form, "Fields", vec![one.into(), other.into()]);
    assert_eq!(
        Form::open(&maker.plain()).map(|form| form.fields.len()),
        Ok(0)
    );

    // A name is what names it.
    let mut maker = Maker::new(1);
    let itself = maker.document.new_object_id();
    maker
        .document
        .objects
        .insert(itself, Object::Reference(itself));
    let field = maker
        .document
        .add_object(dictionary! { "T" => itself, "FT" => "Tx", "V" => itself });
    maker.set(maker.form, "Fields", vec![field.into()]);
    let form = Form::open(&maker.plain()).expect("a form");
    assert_eq!(
        (form.fields[0].name.as_str(), form.fields[0].value.as_str()),
        ("", "")
    );
}

#[test]
fn pages_that_are_claimed_or_missing() {
    let mut maker = Maker::usual();
    let tree = maker.tree;
    maker.set(tree, "Count", 100_000);
    assert_eq!(Form::open(&maker.plain()).map(|form| form.pages), Ok(2));

    let mut maker = Maker::usual();
    let second = maker.pages[1];
    maker.document.objects.remove(&second);
    let form = Form::open(&maker.plain()).expect("a form");
    assert_eq!((form.pages, form.fields.len()), (1, 5));
    assert_eq!(form.fields[1].page(), None);

    // So many are really there.
    let maker = Maker::new(100_000);
    let form = Form::open(&maker.packed()).expect("a form");
    assert!(form.pages <= 4_000);
}

/// A stream of so many of these bytes, compressed.
fn bomb(megabytes: usize, byte: u8) -> Stream {
    let mut stream = Stream::new(dictionary! {}, vec![byte; megabytes << 20]);
    stream.compress().expect("compressed");
    stream
}

#[test]
fn a_stream_that_holds_too_much() {
    let mut maker = Maker::new(1);
    let value = maker.document.add_object(bomb(100, b'a'));
    let field = maker
        .document
        .add_object(dictionary! { "T" => text("a"), "FT" => "Tx", "V" => value });
    maker.set(maker.form, "Fields", vec![field.into()]);
    let bytes = maker.plain();
    assert!(bytes.len() < 200_000);
    let form = Form::open(&bytes).expect("a form");
    assert!(form.cut_short);
    assert_eq!(form.fields[0].value, "");
}

/// Many streams, none too long by itself.
#[test]
fn streams_that_hold_too_much_together() {
    let mut maker = Maker::new(1);
    let fields: Vec<Object> = (0..20)
        .map(|_| {
            let value = maker.document.add_object(bomb(5, b'a'));
            let field = dictionary! { "T" => text("a"), "FT" => "Tx", "V" => value };
            maker.document.add_object(field).into()
        })
        .collect();
    maker.set(maker.form, "Fields", fields);
    let form = Form::open(&maker.plain()).expect("a form");
    assert!(form.cut_short);
    let kept: usize = form.fields.iter().map(|field| field.value.len()).sum();
    assert!(kept <= 16 << 20, "{kept}");
}

/// An object stream with an array of millions.
#[test]
fn an_object_stream_with_too_much() {
    let mut content = b"900 0 ".to_vec();
    content.extend(b"[");
    content.extend(b"0 ".repeat(10_000_000));
    let mut stream = Stream::new(dictionary! {}, content);
    stream.compress().expect("compressed");
    let mut maker = Maker::usual();
    let form = maker.form;
    maker.set(form, "Fields", Object::Reference((900, 0)));
    // Without its end it is searched, and the stream is found.
    let mut bytes = maker.plain();
    let at = bytes.windows(9).rposition(|window| window == b"startxref");
    bytes.truncate(at.expect("a table"));
    let head = "800 0 obj <</Type/ObjStm/N 1/First 6/Filter/FlateDecode>> stream\n";
    bytes.extend(
        head.bytes()
            .chain(stream.content)
            .chain(*b"\nendstream endobj"),
    );
    let form = Form::open(&bytes).expect("a form");
    assert!(form.cut_short);
}

/// Names that are handed down grow with each generation.
#[test]
fn names_that_grow() {
    let mut maker = Maker::new(1);
    let long = "x".repeat(1 << 20);
    let leaves: Vec<Object> = (0..2_000)
        .map(|_| {
            maker
                .document
                .add_object(dictionary! { "T" => text("a"), "FT" => "Tx" })
                .into()
        })
        .collect();
    let top = maker
        .document
        .add_object(dictionary! { "T" => text(&long), "Kids" => leaves });
    maker.set(maker.form, "Fields", vec![top.into()]);
    let form = Form::open(&maker.plain()).expect("a form");
    let kept: usize = form.fields.iter().map(|field| field.name.len()).sum();
    assert!(kept <= 40 << 20, "{kept}");
}

#[test]
fn no_form_and_no_fields() {
    let mut maker = Maker::new(3);
    let form = maker.form;
    maker.document.objects.remove(&form);
    let form = Form::open(&maker.plain()).expect("a file");
    assert_eq!((form.pages, form.fields.len()), (3, 0));
}

#[test]
fn programs_in_a_file_are_not_run() {
    let plain = Form::open(&Maker::usual().plain()).expect("a form");
    let mut maker = Maker::usual();
    let action = maker.document.add_object(dictionary! {
        "S" => "JavaScript", "JS" => text("this.resetForm(); while (true) {}"),
    });
    let root = maker
        .document
        .trailer
        .get(b"Root")
        .and_then(Object::as_reference);
    let root = root.expect("a catalogue");
    maker.set(root, "OpenAction", action);
    let events = dictionary! { "K" => action, "F" => action, "V" => action, "C" => action };
    maker.set(root, "AA", events.clone());
    let fields: Vec<_> = maker
        .document
        .objects
        .iter()
        .filter_map(|(id, object)| {
            let dict = object.as_dict().ok()?;
            dict.has(b"T").then_some(*id)
        })
        .collect();
    for field in fields {
        maker.set(field, "AA", events.clone());
    }
    assert_eq!(Form::open(&maker.plain()).expect("a form"), plain);
}
