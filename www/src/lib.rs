//! The page: which number is this, which numbers stand in a notice, and
//! whether a link is really the agency's.
//!
//! The markup is `index.html`; this fills its templates. What is typed stays in the document:
//! nothing here stores or sends anything, and the page's policy would not let it.

mod language;
mod route;
mod texts;

mod reading;
mod segments;

mod dom;

mod answer;
mod findings;
mod highlight;
mod link;
mod long_paste;
mod notice;
mod number;
mod paste;
mod places;

mod app;

use wasm_bindgen::prelude::wasm_bindgen;

/// Runs once, when the module has been made.
#[wasm_bindgen(start)]
pub fn start() {
    app::start();
}
