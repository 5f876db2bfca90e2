//! Every way in which a form can be written says the same.

use crate::maker::Maker;
use lopdf::{
    EncryptionState, EncryptionVersion, Permissions,
    encryption::crypt_filters::{Aes128CryptFilter, Aes256CryptFilter, CryptFilter},
};
use prefile_pdf::{Form, Shape, Unreadable};
use std::{collections::BTreeMap, sync::Arc};

/// That the usual form is read as it was made.
#[track_caller]
fn check(bytes: &[u8]) {
    let form = Form::open(bytes).expect("a form");
    assert_eq!((form.pages, form.cut_short), (2, false));
    let names: Vec<&str> = form
        .fields
        .iter()
        .map(|field| field.name.as_str())
        .collect();
    let expected = [
        "FamilyName[0]",
        "Unit[0]",
        "State[0]",
        "PDF417BarCode1[0]",
        "Number[0]",
    ];
    assert_eq!(names, expected.map(|name| format!("form1[0].{name}")));
    let [family, unit, state, code, comb] = &form.fields[..] else {
        panic!("five fields");
    };
    assert_eq!(
        (family.shape, family.page(), family.max_length),
        (Shape::Text, Some(1), Some(30))
    );
    let rect = format!("{:?}", family.widgets[0].rect);
    assert_eq!(rect, "[100.0, 690.0, 200.5, 700.0]");
    assert_eq!(family.tooltip, "Part 1. Item Number 1. Family Name");
    assert_eq!(family.answer(), Some("García"));
    assert_eq!((unit.shape, unit.page()), (Shape::Check, Some(2)));
    assert_eq!(
        (unit.widgets[0].state.as_deref(), unit.answer()),
        (Some(" APT "), Some(" APT "))
    );
    assert_eq!((state.shape, state.answer()), (Shape::Choice, Some("NY")));
    assert_eq!(state.options, [" ", "NY"]);
    assert_eq!((code.read_only, code.answer()), (true, None));
    assert_eq!(code.value, "I-765|08/21/25|2");
    assert_eq!(
        (comb.comb, comb.max_length, comb.widgets[0].hidden),
        (true, Some(9), true)
    );
    assert_eq!((comb.answer(), comb.page()), (None, Some(1)));
}

/// Programs of law offices lock what they have filled.
#[test]
fn every_box_is_locked() {
    let mut maker = Maker::usual();
    let locked = [
        ("FamilyName", 1),
        ("Unit", 1),
        ("State", 1 | 1 << 17),
        ("Number", 1 | 1 << 24),
    ];
    for (name, flags) in locked {
        let field = maker.field(&format!("{name}[0]"));
        maker.set(field, "Ff", flags);
    }
    let open = |maker: Maker| {
        let form = Form::open(&maker.plain()).expect("a form");
        assert_eq!(form.fields[0].value, "García");
        form.fields.iter().filter(|field| !field.read_only).count()
    };
    assert_eq!(open(maker), 4);
    // Where one is open, a form locks the others until they are asked.
    let mut maker = Maker::usual();
    for (name, flags) in &locked[1..] {
        let field = maker.field(&format!("{name}[0]"));
        maker.set(field, "Ff", *flags);
    }
    assert_eq!(open(maker), 1);
}

#[test]
fn plain_and_in_object_streams() {
    check(&Maker::usual().plain());
    check(&Maker::usual().packed());
}

/// A filter for all, with the empty password for the user.
pub fn sealed(version: u8, password: &str) -> Vec<u8> {
    let mut maker = Maker::usual();
    let (owner, permissions) = ("owner", Permissions::all());
    let filters = |filter: Arc<dyn CryptFilter>| BTreeMap::from([(b"StdCF".to_vec(), filter)]);
    let name = || b"StdCF".to_vec();
    let key = [7; 32];
    #[allow(deprecated)] // It is read all the same.
    let version = match version {
        1 => EncryptionVersion::V1 {
            document: &maker.document,
            owner_password: owner,
            user_password: password,
            permissions,
        },
        2 => EncryptionVersion::V2 {
            document: &maker.document,
            owner_password: owner,
            user_password: password,
            key_length: 128,
            permissions,
        },
        4 => EncryptionVersion::V4 {
            document: &maker.document,
            encrypt_metadata: false,
            crypt_filters: filters(Arc::new(Aes128CryptFilter)),
            stream_filter: name(),
            string_filter: name(),
            owner_password: owner,
            user_password: password,
            permissions,
        },
        5 => EncryptionVersion::R5 {
            encrypt_metadata: true,
            crypt_filters: filters(Arc::new(Aes256CryptFilter)),
            file_encryption_key: &key,
            stream_filter: name(),
            string_filter: name(),
            owner_password: owner,
            user_password: password,
            permissions,
        },
        _ => EncryptionVersion::V5 {
            encrypt_metadata: true,
            crypt_filters: filters(Arc::new(Aes256CryptFilter)),
            file_encryption_key: &key,
            stream_filter: name(),
            string_filter: name(),
            owner_password: owner,
            user_password: password,
            permissions,
        },
    };
    let state = EncryptionState::try_from(version).expect("a key");
    maker.document.encrypt(&state).expect("encrypted");
    maker.plain()
}

#[test]
fn encrypted_with_the_empty_password() {
    for version in [1, 2, 4, 5, 6] {
        check(&sealed(version, ""));
    }
}

#[test]
fn another_password_is_said() {
    for version in [1, 2, 4, 5, 6] {
        let found = Form::open(&sealed(version, "secret"));
        assert_eq!(found.err(), Some(Unreadable::Locked), "version {version}");
    }
}

/// Changes the last of some bytes, which stand there.
#[track_caller]
fn changed(mut bytes: Vec<u8>, from: &str, to: &str) -> Vec<u8> {
    let at = bytes
        .windows(from.len())
        .rposition(|window| window == from.as_bytes());
    let at = at.unwrap_or_else(|| panic!("no {from:?}"));
    bytes.splice(at..at + from.len(), to.bytes());
    bytes
}

/// The same with another place for one object in its table.
fn misplaced(mut bytes: Vec<u8>, place: usize) -> Vec<u8> {
    let mut entries = bytes
        .windows(8)
        .enumerate()
        .filter(|(_, window)| *window == b" 00000 n");
    let (at, _) = entries.nth(place - 1).expect("an entry");
    bytes[at - 10..at].copy_from_slice(b"0000000123");
    bytes
}

#[test]
fn damaged_tables_are_mended() {
    let plain = || Maker::usual().plain();
    check(&changed(plain(), "startxref", "startxxxx"));
    check(&changed(plain(), "xref\n0", "xxxx\n0"));
    check(&changed(plain(), "trailer", "trailor"));
    // Everything stands elsewhere than the table says; the table is not found, or found.
    check(&changed(plain(), "\n2 0 obj", "\n     2 0 obj"));
    for place in 1..=plain()
        .windows(8)
        .filter(|window| *window == b" 00000 n")
        .count()
    {
        check(&misplaced(plain(), place));
    }
    // What a mail program puts in front.
    check(&[b"Content-Type: application/pdf\r\n\r\n".to_vec(), plain()].concat());
    check(&changed(Maker::usual().packed(), "startxref", "startxxxx"));
    let sealed = sealed(4, "");
    check(&changed(sealed.clone(), "startxref", "startxxxx"));
    check(&changed(sealed, "\n2 0 obj", "\n     2 0 obj"));
}

#[test]
fn lengths_that_are_wrong() {
    let packed = Maker::usual().packed();
    let end = packed
        .windows(8)
        .position(|window| window == b"/Length ")
        .expect("a stream");
    let mut wrong = packed.clone();
    wrong[end + 8] = b'9';
    check(&wrong);
}
