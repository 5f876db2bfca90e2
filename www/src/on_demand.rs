//! What is loaded when it is wanted: a file of the same build beside the app, or a part of the single
//! file.

use core::cell::Cell;
use js_sys::{Function, Promise, Reflect};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue, closure::Closure, prelude::wasm_bindgen};

#[wasm_bindgen(module = "on-demand")]
extern "C" {
    /// What has come: for passwords, of a language, or a pack.
    pub(crate) type Module;
    fn load(name: &str) -> Promise;
    /// Numbers, as `strength/src/wasm.rs` describes them.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn strength(
        this: &Module,
        password: &str,
        personal: &str,
    ) -> Result<Vec<u32>, JsValue>;
    /// A pack, or the texts of a language.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn bytes(this: &Module) -> Vec<u8>;
}

/// Loads what has this name; `then` gets nothing when it does not come.
pub(crate) fn ask(name: &str, then: impl FnOnce(Option<Module>) + 'static) {
    // One of the two is called.
    let then = Rc::new(Cell::new(Some(then)));
    let other = Rc::clone(&then);
    let done = move |module: JsValue| {
        if let Some(then) = then.take() {
            then(Some(module.unchecked_into()));
        }
    };
    let failed = move |_: JsValue| {
        if let Some(then) = other.take() {
            then(None);
        }
    };
    let promise = load(name);
    let method: Result<Function, _> =
        Reflect::get(&promise, &"then".into()).and_then(JsCast::dyn_into);
    if let Ok(method) = method {
        let (done, failed) = (Closure::once_into_js(done), Closure::once_into_js(failed));
        let _ = method.call2(&promise, &done, &failed);
    }
}
