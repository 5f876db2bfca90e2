//! The package, loaded where the suite runs.

use js_sys::{Array, Function, Promise, Reflect, futures::JsFuture};
use wasm_bindgen::{JsCast, JsValue};

/// What `import("prefile")` gives.
pub struct Package(JsValue);

/// Loads `pkg/dist`: from the working folder in Node, from the runner's server in a browser. Each
/// module of a test's process is loaded once.
pub async fn package() -> Package {
    let source = "
        if (!globalThis.memories) {
            globalThis.memories = [];
            const { Instance } = WebAssembly;
            WebAssembly.Instance = class extends Instance {
                constructor(...all) { super(...all); memories.push(this.exports.memory); }
            };
        }
        const node = typeof process === 'object';
        const from = node ? 'file://' + process.cwd() : location.origin;
        return import(from + '/pkg/dist/index.js');";
    let promise: Promise = Function::new_no_args(source)
        .call0(&JsValue::NULL)
        .expect("a function of ours")
        .unchecked_into();
    Package(JsFuture::from(promise).await.expect("pkg/dist is built"))
}

impl Package {
    /// Calls one of the package's functions. Whatever it is given, it must not throw.
    #[track_caller]
    pub fn call(&self, name: &str, arguments: &[JsValue]) -> JsValue {
        let function: Function = get(&self.0, name).unchecked_into();
        let arguments: Array = arguments.iter().collect();
        match function.apply(&JsValue::UNDEFINED, &arguments) {
            Ok(answer) => answer,
            Err(thrown) => panic!("{name} throws {thrown:?}"),
        }
    }

    pub fn check(&self, kind: &str, text: impl Into<JsValue>) -> JsValue {
        self.call("check", &[kind.into(), text.into()])
    }
}

/// The bytes of linear memory of the package's instance.
pub fn memory() -> f64 {
    let source = "return memories.at(-1).buffer.byteLength";
    let bytes = Function::new_no_args(source).call0(&JsValue::NULL);
    bytes.ok().and_then(|bytes| bytes.as_f64()).unwrap_or(0.0)
}

/// A property of a property: `findings.0.code`.
#[track_caller]
pub fn get(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, name| {
        Reflect::get(&value, &name.into()).unwrap_or_else(|_| panic!("no {name} in {path}"))
    })
}

#[track_caller]
pub fn text(value: &JsValue, path: &str) -> String {
    let found = get(value, path);
    found
        .as_string()
        .unwrap_or_else(|| panic!("{path} is {found:?}"))
}

/// The first finding's place as `start..end`, or `-`.
pub fn place(check: &JsValue) -> String {
    let span = get(check, "findings.0.span");
    if span.is_null() {
        return "-".to_owned();
    }
    let number = |name| get(&span, name).as_f64().unwrap_or(-1.0);
    format!("{}..{}", number("start"), number("end"))
}
