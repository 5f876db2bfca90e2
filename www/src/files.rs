//! Files, the browser's store and its encryption: `xtask/js/files.mjs`.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlInputElement;

#[wasm_bindgen(module = "files")]
extern "C" {
    pub(crate) fn save(text: &str);
    pub(crate) fn chosen(input: &HtmlInputElement) -> Promise;
    pub(crate) fn lock(text: &str, passphrase: &str) -> Promise;
    #[wasm_bindgen(js_name = isLocked)]
    pub(crate) fn is_locked(text: &str) -> bool;
    pub(crate) fn unlock(text: &str, passphrase: &str) -> Promise;
    pub(crate) fn keep(text: Option<&str>) -> bool;
    pub(crate) fn kept() -> Option<String>;
}
