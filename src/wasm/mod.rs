//! The boundary: the only place in the core that knows JavaScript.
//!
//! `shape` declares what crosses; the declarations and readers that TypeScript needs are written
//! from it ([`typescript`]), so the two sides cannot differ. The features `wasm` (the functions) and
//! `typescript` (the declarations) turn it on; the page does without.

mod exports;
mod pack;
mod shape;
mod utf16;

#[cfg(feature = "typescript")]
pub mod typescript;

pub use exports::{
    answer_at, check, check_link, check_links, check_password, check_recovery_answers,
    check_unread, classify_field, explain, identify, is_valid, kinds, room_for, scan,
};
