//! Forms and guides: definitions as data, and what they come to with a person's answers.
//!
//! `forms/*.toml` and the words in `locales/` are compiled and proved on the host and travel as
//! packs; nothing here reads TOML or a condition's source. Evaluation is pure and total: the same
//! packs, answers and day give the same evaluation.

mod definition;
mod expression;
mod pack;
mod whole;

pub use definition::{
    Advice, BoxRule, Choice, Cited, Definition, ExpressionIndex, Fact, FactIndex, History, Place,
    Question, Rule, Screen, Spelling, TextIndex, Texts, Wants, Writes,
};
pub use expression::{Expression, Facts, Op, Value, evaluate, holds};
pub use pack::{Damaged, read, write};
