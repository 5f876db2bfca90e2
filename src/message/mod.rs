//! Findings in the reader's language.
//!
//! Texts are data ([`Catalogue`]): one line a text, made by `build/` from `locales/`, the same
//! for the crate, the page and the npm package.

mod catalogue;
mod render;

pub use catalogue::{Catalogue, Damaged, catalogue_source};
pub use render::{Explanation, explain, message};
