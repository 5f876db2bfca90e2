//! Findings in the reader's language.
//!
//! Texts are data ([`Catalogue`]): one line a text, made by `build/` from `locales/`, the same
//! for the crate, the page and the npm package.

mod catalogue;
mod render;

#[cfg(feature = "texts")]
pub use catalogue::catalogue_source;
#[cfg(feature = "typescript")]
pub(crate) use catalogue::place;
pub use catalogue::{Catalogue, Damaged};
pub use render::{Explanation, explain, message};
