//! Forms and guides: definitions as data, and what they come to with a person's answers.
//!
//! `forms/*.toml` and the words in `locales/` are compiled and proved on the host and travel as
//! packs; nothing here reads TOML or a condition's source. [`Packet::evaluate`] is pure and total: the same
//! packs, answers and day give the same evaluation.

mod definition;
mod expression;
mod pack;
mod whole;

mod answers;
mod packet;
mod reading;
mod state;

mod asking;
mod boxes;
mod evaluate;
mod history;
mod missing;
mod picture;

pub use crate::value::{Alike, Compared, Run, compare, spelling};
pub use answers::{Answer, Answers};
pub use asking::{Asked, Status, Step};
pub use boxes::Filled;
pub use definition::{
    Advice, BoxRule, Choice, Cited, Definition, ExpressionIndex, Fact, FactIndex, History, Place,
    Question, Rule, Screen, Spelling, TextIndex, Texts, Wants, Writes,
};
pub use evaluate::{Evaluation, Said, Saying};
pub use expression::{Expression, Facts, Op, Value, evaluate, holds};
pub use history::{Bar, TimeLine};
pub use missing::Missing;
pub use pack::{Damaged, read, write};
pub use packet::Packet;
pub use picture::{Picture, Stretch};
pub use state::MOST_ENTRIES;
