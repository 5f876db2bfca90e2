//! The language of conditions: from a text to the steps of the core.
//!
//! [`token`] → [`parse`] → parts, each after its operands → [`terms`] put in place of their names →
//! [`check`]: types and steps.

mod check;
mod named;
#[cfg(test)]
mod oracle;
mod parse;
mod part;
mod terms;
mod token;

pub(crate) use check::{Bodies, Names, Type, Use, check, may_be_none, within};
pub(crate) use parse::parse;
pub(crate) use terms::{Terms, is_name};
