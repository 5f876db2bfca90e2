//! The shapes of the contract: what the package answers is read into them, and written again is the
//! same, so nothing is missing, nothing is more, and what is null is null.

use crate::package::{get, package, text};
use js_sys::Function;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_wasm_bindgen::{Serializer, from_value};
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct Check {
    kind: String,
    ok: bool,
    value: Option<String>,
    display: Option<String>,
    changes: Vec<Change>,
    findings: Vec<Finding>,
    details: BTreeMap<String, String>,
}

#[derive(Deserialize, Serialize)]
struct Change {
    what: String,
    from: String,
    to: String,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding {
    code: String,
    severity: Severity,
    message: String,
    field: Option<String>,
    span: Option<Span>,
    fix: Option<Fix>,
    looks_like: Option<String>,
    source: Option<Source>,
}

#[derive(Deserialize, Serialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Severity {
    Error,
    Warning,
    Note,
}

#[derive(Deserialize, Serialize)]
struct Span {
    start: u32,
    end: u32,
}

#[derive(Deserialize, Serialize)]
struct Fix {
    text: String,
    safety: Safety,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
enum Safety {
    Safe,
    Ask,
}

#[derive(Deserialize, Serialize)]
struct Source {
    title: String,
    url: String,
    read: String,
}

#[derive(Deserialize, Serialize)]
struct Guess {
    kind: String,
    confidence: f64,
    check: Check,
}

#[derive(Deserialize, Serialize)]
struct Found {
    kind: String,
    value: String,
    span: Span,
    check: Check,
}

#[derive(Deserialize, Serialize)]
struct Wanted {
    kind: String,
    confidence: f64,
    why: String,
    whose: Option<String>,
    purpose: Option<String>,
}

#[derive(Deserialize, Serialize)]
struct Password {
    ok: bool,
    rules: Vec<Rule>,
    findings: Vec<Finding>,
}

#[derive(Deserialize, Serialize)]
struct Rule {
    #[serde(rename = "rule")]
    name: String,
    met: bool,
    message: String,
}

#[derive(Deserialize, Serialize)]
struct Link {
    verdict: Verdict,
    host: Option<String>,
    span: Span,
    findings: Vec<Finding>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
enum Verdict {
    Official,
    Government,
    Contractor,
    Lookalike,
    Unofficial,
    Unreadable,
}

#[derive(Deserialize, Serialize)]
struct Explanation {
    code: String,
    severity: Severity,
    what: String,
    why: String,
    example: String,
    source: Option<Source>,
}

#[derive(Deserialize, Serialize)]
struct Described {
    kind: String,
    title: String,
    #[serde(rename = "where")]
    place: String,
    example: String,
}

/// Reads an answer as a shape, and says whether it is that and nothing else.
#[track_caller]
fn read<Shape: DeserializeOwned + Serialize>(answer: JsValue) -> Shape {
    let told = sorted(&answer);
    let shape: Shape = match from_value(answer) {
        Ok(shape) => shape,
        Err(fault) => panic!("{fault}: {told}"),
    };
    let written = shape.serialize(&Serializer::json_compatible());
    assert_eq!(sorted(&written.expect("plain data")), told);
    shape
}

/// As JSON, the names of each object in order.
fn sorted(value: &JsValue) -> String {
    let source = "return JSON.stringify(value, (_, it) => it === null || typeof it !== 'object' \
        || Array.isArray(it) ? it : Object.fromEntries(Object.entries(it).sort()))";
    let text = Function::new_with_args("value", source).call1(&JsValue::NULL, value);
    let text = text.ok().and_then(|text| text.as_string());
    text.expect("data has JSON")
}

fn object(fields: &[(&str, &str)]) -> JsValue {
    let fields: BTreeMap<_, _> = fields.iter().copied().collect();
    let value = fields.serialize(&Serializer::json_compatible());
    value.expect("plain data")
}

#[wasm_bindgen_test]
async fn checks_of_every_kind() {
    let package = package().await;
    let kinds: Vec<Described> = read(package.call("kinds", &[]));
    assert!(kinds.len() > 40);
    let examples = kinds.iter().map(|kind| kind.example.as_str());
    let others = [
        "",
        "x",
        "219-09-999X",
        "EAC2212345678",
        "O0",
        "🗽",
        "Ibarra",
    ];
    let texts: Vec<&str> = examples.chain(others).collect();
    for kind in &kinds {
        for text in &texts {
            let check: Check = read(package.check(&kind.kind, *text));
            assert_eq!(check.kind, kind.kind);
            let wrong = check.findings.iter();
            let wrong = wrong.filter(|finding| finding.severity == Severity::Error);
            assert_eq!(check.ok, wrong.count() == 0, "{text:?} as {}", kind.kind);
        }
    }
}

#[wasm_bindgen_test]
async fn numbers_of_a_text() {
    let package = package().await;
    let guesses: Vec<Guess> = read(package.call("identify", &["EAC2212345678".into()]));
    assert!((0.0..=1.0).contains(&guesses[0].confidence));
    let notice = "A012 345 678 and EAC2212345678";
    let found: Vec<Found> = read(package.call("scan", &[notice.into()]));
    assert_eq!(found.len(), 2);
}

#[wasm_bindgen_test]
async fn boxes() {
    let package = package().await;
    let field = object(&[("label", "Spouse's Date of Birth")]);
    let wanted: Wanted = read(package.call("classifyField", &[field]));
    assert_eq!(wanted.whose.as_deref(), Some("spouse"));
    let none = object(&[("label", "Number of dependents")]);
    assert!(package.call("classifyField", &[none]).is_null());
}

#[wasm_bindgen_test]
async fn passwords_and_links() {
    let package = package().await;
    for typed in ["", "rosa", "Cobalt-shrub-waltz-90"] {
        let password: Password = read(package.call("checkPassword", &[typed.into()]));
        assert!(!password.rules.is_empty());
    }
    for typed in ["", "uscis.gov", "https://uscis.gov.example.com", "::"] {
        let _: Link = read(package.call("checkLink", &[typed.into()]));
    }
    let links: Vec<Link> = read(package.call("checkLinks", &["uscls.gov, my.uscis.gov".into()]));
    assert_eq!(links.len(), 2);
}

#[wasm_bindgen_test]
async fn what_a_code_means() {
    let package = package().await;
    let check = package.check("ssn", "219");
    let code = get(&check, "findings.0.code");
    for language in ["en", "es"] {
        let told: Explanation = read(package.call("explain", &[code.clone(), language.into()]));
        assert_eq!(told.code, text(&check, "findings.0.code"));
    }
    let unknown = "no/such-code".into();
    assert!(package.call("explain", &[unknown]).is_null());
}
