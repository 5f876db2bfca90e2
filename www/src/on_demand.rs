//! What is loaded when it is wanted: a file of the same build beside the app, or a part of the single
//! file.

use crate::promise::settle;
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::Element;

#[wasm_bindgen(module = "on-demand")]
extern "C" {
    /// What has come: for passwords or PDFs, of a language, or a pack.
    pub(crate) type Module;
    fn load(name: &str) -> Promise;
    /// The same, for a part that loads further ones.
    #[wasm_bindgen(js_name = load, thread_local_v2)]
    static LOAD: JsValue;
    /// Numbers, as `strength/src/wasm.rs` describes them.
    #[wasm_bindgen(method, catch)]
    pub(crate) fn strength(
        this: &Module,
        password: &str,
        personal: &str,
    ) -> Result<Vec<u32>, JsValue>;
    /// The door for filled PDFs, drawn into an element in a language.
    #[wasm_bindgen(method)]
    fn check(this: &Module, root: &Element, language: &str, load: &JsValue);
    /// The official PDFs, filled, drawn into an element in a language.
    #[wasm_bindgen(method)]
    fn fill(this: &Module, root: &Element, language: &str, load: &JsValue, orders: &str);
    /// The answers in a filled PDF, as a file of answers behind the name of their form's guide.
    #[wasm_bindgen(method, js_name = answersOf)]
    fn answers_of(this: &Module, file: &JsValue, language: &str, load: &JsValue) -> Promise;
    /// What was read there is gone.
    #[wasm_bindgen(method)]
    pub(crate) fn forget(this: &Module);
    /// A pack, or the texts of a language.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn bytes(this: &Module) -> Vec<u8>;
}

impl Module {
    /// Has the door for filled PDFs drawn.
    pub(crate) fn draw(&self, root: &Element, language: &str) {
        LOAD.with(|load| self.check(root, language, load));
    }

    /// Has official PDFs drawn as they are filled.
    pub(crate) fn draw_filled(&self, root: &Element, language: &str, orders: &str) {
        LOAD.with(|load| self.fill(root, language, load, orders));
    }

    /// Has a filled PDF read.
    pub(crate) fn read(&self, file: &JsValue, language: &str) -> Promise {
        LOAD.with(|load| self.answers_of(file, language, load))
    }
}

/// Loads what has this name; `then` gets nothing when it does not come.
pub(crate) fn ask(name: &str, then: impl FnOnce(Option<Module>) + 'static) {
    settle(&load(name), |module| {
        then(module.ok().map(JsCast::unchecked_into));
    });
}
