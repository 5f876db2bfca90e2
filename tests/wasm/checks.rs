//! Values, nulls, places.

use crate::package::{get, package, place, text};
use js_sys::JSON;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn an_accepted_value() {
    let check = package().await.check("a-number", "a 11 223 344");
    let expected = r#"{"kind":"a-number","ok":true,"value":"A011223344","display":"A011-223-344","changes":[{"what":"separators","from":"   ","to":""},{"what":"case","from":"a","to":"A"},{"what":"padding","from":"","to":"0"}],"findings":[],"details":{}}"#;
    assert_eq!(json(&check), expected);
}

#[wasm_bindgen_test]
async fn a_refused_value_has_nulls() {
    let check = package()
        .await
        .check("online-account-number", "IOE0912345678");
    for path in ["value", "display", "findings.0.field", "findings.0.fix"] {
        assert!(get(&check, path).is_null(), "{path}");
    }
    assert_eq!(get(&check, "ok"), JsValue::FALSE);
    assert_eq!(
        text(&check, "findings.0.code"),
        "online-account-number/another-kind"
    );
    assert_eq!(text(&check, "findings.0.severity"), "error");
    assert_eq!(text(&check, "findings.0.looksLike"), "receipt-number");
    assert_eq!(text(&check, "findings.0.source.read").len(), 10);
}

#[wasm_bindgen_test]
async fn places_are_counted_in_utf16() {
    let package = package().await;
    for (typed, expected) in [
        ("219-09-999X", "10..11"),
        ("🗽219-09-999X", "0..2"),
        ("219-09-🗽998", "7..9"),
        ("2\u{301}19-09-9998", "1..2"),
        ("２１９-09-999🗽", "10..12"),
        ("\u{200b}219-09-999X", "11..12"),
        ("\u{1f468}\u{200d}\u{1f469}", "0..2"),
    ] {
        assert_eq!(place(&package.check("ssn", typed)), expected, "{typed:?}");
    }
}

#[wasm_bindgen_test]
async fn places_in_a_long_text() {
    let package = package().await;
    let notice = "🗽 Recibo EAC2212345678 \u{1f1fa}\u{1f1f8} y A012 345 678 ✓";
    let found = package.call("scan", &[notice.into()]);
    for (index, part) in ["EAC2212345678", "A012 345 678"].into_iter().enumerate() {
        let number = |name| get(&found, &format!("{index}.span.{name}")).as_f64();
        let start = notice[..notice.find(part).expect("there")]
            .encode_utf16()
            .count();
        assert_eq!(number("start"), u32::try_from(start).ok().map(f64::from));
        let end = start + part.len();
        assert_eq!(number("end"), u32::try_from(end).ok().map(f64::from));
    }
}

#[wasm_bindgen_test]
async fn lists() {
    let package = package().await;
    let found = package.call("identify", &["EAC2212345678".into()]);
    assert_eq!(text(&found, "0.kind"), "receipt-number");
    let confidence = get(&found, "0.confidence").as_f64().unwrap_or_default();
    assert!((0.9..=1.0).contains(&confidence), "{confidence}");
    assert_eq!(text(&found, "0.check.value"), "EAC2212345678");
    assert_eq!(json(&package.call("identify", &["hello".into()])), "[]");
    assert_eq!(json(&package.call("scan", &["hello".into()])), "[]");
}

#[wasm_bindgen_test]
async fn words() {
    let package = package().await;
    let explained = package.call("explain", &["ssn/too-short".into()]);
    assert_eq!(text(&explained, "code"), "ssn/too-short");
    assert!(text(&explained, "source.url").starts_with("https://"));
    assert!(package.call("explain", &["no/code".into()]).is_null());
    let kinds = package.call("kinds", &[]);
    assert_eq!(text(&kinds, "2.kind"), "receipt-number");
    assert_eq!(text(&kinds, "2.title"), "receipt number");
}

fn json(value: &JsValue) -> String {
    JSON::stringify(value).map(String::from).unwrap_or_default()
}
