//! What no person types: wrong types, broken text, far too much of it.

use crate::package::{Package, get, memory, package, place, text};
use js_sys::{Array, BigInt, Date, Function, JsString, Object, Symbol};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

/// Asks everything about something that is no text.
fn refuse(package: &Package, what: &JsValue) {
    let check = package.check("ssn", what.clone());
    assert_eq!(text(&check, "findings.0.code"), "text/not-text", "{what:?}");
    assert_eq!(text(&check, "kind"), "ssn");
    assert_eq!(place(&check), "-");
    assert_eq!(
        package.call("isValid", &["ssn".into(), what.clone()]),
        JsValue::FALSE
    );
    for name in ["identify", "scan"] {
        assert_eq!(
            Array::from(&package.call(name, std::slice::from_ref(what))).length(),
            0
        );
    }
    assert!(
        package
            .call("explain", std::slice::from_ref(what))
            .is_null()
    );
    // As a kind, as options, as a language: no reason to fail either.
    let check = package.call("check", &[what.clone(), "219-09-9998".into()]);
    assert_eq!(
        text(&check, "findings.0.code"),
        "text/unknown-kind",
        "{what:?}"
    );
    let check = package.call("check", &["ssn".into(), "219-09-9998".into(), what.clone()]);
    assert_eq!(text(&check, "value"), "219099998");
    package.call("kinds", std::slice::from_ref(what));
}

#[wasm_bindgen_test]
async fn wrong_types() {
    let package = package().await;
    let throwing = Function::new_no_args(
        "return new Proxy({}, new Proxy({}, { get() { throw new Error('trap'); } }))",
    );
    for what in [
        JsValue::UNDEFINED,
        JsValue::NULL,
        JsValue::TRUE,
        219_099_998.into(),
        f64::NAN.into(),
        BigInt::from(219_099_998_u64).into(),
        Symbol::for_("ssn").into(),
        Object::new().into(),
        Array::of1(&"219-09-9998".into()).into(),
        Date::new_0().into(),
        Function::new_no_args("").into(),
        throwing.call0(&JsValue::NULL).expect("a proxy"),
    ] {
        refuse(&package, &what);
    }
}

#[wasm_bindgen_test]
async fn lone_surrogates_keep_places_right() {
    let package = package().await;
    // A high one, a low one, and two in the wrong order: each is one unit before and after.
    for broken in [&[0xd83d_u16][..], &[0xdc4d], &[0xdc4d, 0xd83d]] {
        let units = [broken, &"219-09-999X".encode_utf16().collect::<Vec<_>>()].concat();
        let check = package.check("ssn", JsString::from_char_code(&units));
        assert_eq!(get(&check, "ok"), JsValue::FALSE);
        assert_eq!(place(&check), "0..1", "{broken:x?}");
        let units = [&"219-09-99".encode_utf16().collect::<Vec<_>>(), broken].concat();
        assert_eq!(
            place(&package.check("ssn", JsString::from_char_code(&units))),
            "9..10"
        );
    }
}

#[wasm_bindgen_test]
async fn a_hundred_megabytes_are_refused_unread() {
    let package = package().await;
    package.check("ssn", "219-09-9998");
    let before = memory();
    assert!(before > 0.0, "no memory was seen");
    let long = JsString::from("2").repeat(100_000_000);
    let check = package.check("ssn", long.clone());
    assert_eq!(text(&check, "findings.0.code"), "text/too-long");
    for name in ["identify", "scan"] {
        assert_eq!(
            Array::from(&package.call(name, &[long.clone().into()])).length(),
            0
        );
    }
    assert_eq!(
        package.call("isValid", &["ssn".into(), long.into()]),
        JsValue::FALSE
    );
    assert!((memory() - before).abs() < 1.0, "memory has grown");
}

#[wasm_bindgen_test]
async fn the_longest_text_that_is_read() {
    let package = package().await;
    let code = |text: String| {
        let check = package.check("ssn", text);
        crate::package::text(&check, "findings.0.code")
    };
    assert_eq!(code("1".repeat(4096)), "ssn/too-long");
    assert_eq!(code("1".repeat(4097)), "text/too-long");
    // Fewer units than the limit, more bytes.
    assert_eq!(code("字".repeat(2000)), "text/too-long");
}
