//! The crate zxcvbn as a wasm module: one call, the score out.

use wasm_bindgen::prelude::wasm_bindgen;

/// From 0 to 4.
#[wasm_bindgen]
#[must_use]
pub fn score(password: &str) -> u8 {
    zxcvbn::zxcvbn(password, &[]).score().into()
}
