//! Findings in the reader's language.
//!
//! Texts are data ([`Catalogue`]): one line a text, made by `build/` from `locales/`, the same
//! for the crate, the page and the npm package.

mod catalogue;
mod render;

pub use catalogue::{Catalogue, Damaged};
#[cfg(feature = "wasm")]
pub(crate) use catalogue::{PLACE, TITLE, place, place_of_kind, place_of_word};
#[cfg(feature = "texts")]
pub use catalogue::{catalogue_source, spoken_source};
pub use render::{Explanation, explain, message};
#[cfg(feature = "wasm")]
pub(crate) use render::{MESSAGE, WHAT, WHY};
