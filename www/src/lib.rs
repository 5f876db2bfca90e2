//! The page: which number is this, which numbers stand in a notice, how good a password is,
//! whether a link is really the agency's, and forms that are filled one question at a time.
//!
//! The markup is `index.html`; this fills its templates. What is typed stays in the document:
//! nothing here stores or sends anything, and the page's policy would not let it.

mod files;
mod language;
mod on_demand;
mod packs;
mod promise;
mod route;
mod texts;
mod window_events;

mod news;
mod reading;
mod segments;

mod dom;

mod answer;
mod check;
mod compare;
mod copy;
mod findings;
mod highlight;
mod link;
mod long_paste;
mod notice;
mod number;
mod password;
mod paste;
mod places;
mod press;
mod secret;
mod several;
mod status;
mod strength;

mod guide;
mod heading;
mod keep;

mod app;

use wasm_bindgen::prelude::wasm_bindgen;

/// What is given back is overwritten: a password does not stay in the module's memory.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: zeroizing_alloc::ZeroAlloc<rlsf::GlobalTlsf> =
    zeroizing_alloc::ZeroAlloc(rlsf::GlobalTlsf::new());

/// Runs once, when the module has been made.
#[wasm_bindgen(start)]
pub fn start() {
    app::start();
}
