//! Forms and guides with a person's answers, in the words of a language: what `prefile/guide`
//! gives to JavaScript, as plain data.
//!
//! The core evaluates ([`prefile::form`]); here its places become names and its findings sentences.
//! Nothing is kept between two calls, and nothing a person says leaves the device.

mod flat;
mod shape;
mod speak;

#[cfg(all(feature = "wasm", target_arch = "wasm32"))]
mod wasm;

pub use flat::answers;
pub use shape::{
    Advice, Bar, Choice, Evaluation, Finding, Fix, Gap, Missing, Place, Progress, Question, Screen,
    Source, Span, Stage, TimeLine,
};
pub use speak::{Words, in_words};
