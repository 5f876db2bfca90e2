//! What is loaded when it is wanted: a file of the same build beside the app, or a part of the single
//! file.

use crate::promise::settle;
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

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
    settle(&load(name), |module| {
        then(module.ok().map(JsCast::unchecked_into));
    });
}
