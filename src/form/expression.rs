//! Conditions: small, typed, total, three-valued. The compiler writes them after their operands,
//! so they are read from left to right with a stack, however deep they are.
//!
//! What is not known is neither true nor false: `unknown && false` is false, `unknown && true` is
//! unknown. The language is a part of CEL; on known answers it says what CEL says.

use super::definition::{ExpressionIndex, FactIndex};
use crate::Day;

/// A condition.
pub type Expression = Vec<Op>;

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// The value of a fact; of the entry at hand, if it is a member of a list.
    Fact(FactIndex),
    /// Today, as a day's number.
    Today,
    /// A truth.
    Bool(bool),
    /// A number, or a day's number.
    Number(i64),
    /// A text, or a choice's name.
    Text(String),
    /// "I have none".
    Null,
    /// `!a`
    Not,
    /// `a && b`
    And,
    /// `a || b`
    Or,
    /// `a == b`
    Equal,
    /// `a < b`
    Less,
    /// `a <= b`
    AtMost,
    /// `c ? a : b`
    Select,
    /// Whether the fact has an answer. Never unknown.
    Known(FactIndex),
    /// `text.startsWith(begin)`
    StartsWith,
    /// Whole days from the first to the second.
    Days,
    /// Whole months from the first to the second.
    Months,
    /// Whole years from the first to the second: an age.
    Years,
    /// `list.exists(entry, ...)`
    Any(FactIndex, ExpressionIndex),
    /// `list.all(entry, ...)`
    All(FactIndex, ExpressionIndex),
    /// `size(list.filter(entry, ...))`
    Count(FactIndex, ExpressionIndex),
    /// `size(list)`
    Size(FactIndex),
    /// `list.map(entry, ...).sum()`
    Sum(FactIndex, ExpressionIndex),
}

/// What an expression comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// Not answered, or the answer cannot be read, or its question does not apply.
    Unknown,
    /// "I have none".
    Null,
    /// Yes or no.
    Bool(bool),
    /// A number or a day's number.
    Number(i64),
    /// A text in its canonical form, or a choice's name.
    Text(&'a str),
}

/// The answers, as expressions see them.
pub trait Facts {
    /// The value of a fact; `entry` counts in its list.
    fn value(&self, fact: FactIndex, entry: usize) -> Value<'_>;
    /// How many entries a list has; `None` while that is not known.
    fn entries(&self, list: FactIndex) -> Option<usize>;
    /// Today.
    fn today(&self) -> Option<Day>;
    /// An expression by its place.
    fn expression(&self, index: ExpressionIndex) -> &[Op];
}

/// What a condition comes to, `entry` being at hand for members of a list.
pub fn evaluate(index: ExpressionIndex, facts: &impl Facts, entry: usize) -> Value<'_> {
    run(facts.expression(index), facts, entry, true)
}

/// Whether a condition holds: `None` while that is not known.
pub fn holds(index: Option<ExpressionIndex>, facts: &impl Facts, entry: usize) -> Option<bool> {
    let Some(index) = index else {
        return Some(true);
    };
    match evaluate(index, facts, entry) {
        Value::Bool(holds) => Some(holds),
        _ => None,
    }
}

/// A list has no lists in it: what is said of its entries is run once below, no deeper.
fn run<'a>(ops: &'a [Op], facts: &'a impl Facts, entry: usize, lists: bool) -> Value<'a> {
    let mut stack: Vec<Value<'a>> = Vec::with_capacity(8);
    for op in ops {
        let value = match op {
            Op::Fact(fact) => facts.value(*fact, entry),
            Op::Today => day(facts.today()),
            Op::Bool(bool) => Value::Bool(*bool),
            Op::Number(number) => Value::Number(*number),
            Op::Text(text) => Value::Text(text),
            Op::Null => Value::Null,
            Op::Known(fact) => Value::Bool(facts.value(*fact, entry) != Value::Unknown),
            Op::Size(list) => count(facts.entries(*list)),
            Op::Not => match pop(&mut stack) {
                Value::Bool(bool) => Value::Bool(!bool),
                _ => Value::Unknown,
            },
            Op::Select => {
                let (no, yes, condition) = (pop(&mut stack), pop(&mut stack), pop(&mut stack));
                match condition {
                    Value::Bool(true) => yes,
                    Value::Bool(false) => no,
                    _ if yes == no => yes,
                    _ => Value::Unknown,
                }
            }
            Op::Any(list, body) | Op::All(list, body) if lists => {
                over(facts, *list, *body, matches!(op, Op::Any(..)))
            }
            Op::Count(list, body) | Op::Sum(list, body) if lists => summed(facts, *list, *body),
            Op::Any(..) | Op::All(..) | Op::Count(..) | Op::Sum(..) => Value::Unknown,
            _ => {
                let (second, first) = (pop(&mut stack), pop(&mut stack));
                two(op, first, second)
            }
        };
        stack.push(value);
    }
    pop(&mut stack)
}

fn pop<'a>(stack: &mut Vec<Value<'a>>) -> Value<'a> {
    stack.pop().unwrap_or(Value::Unknown)
}

fn day<'a>(day: Option<Day>) -> Value<'a> {
    day.map_or(Value::Unknown, |day| Value::Number(day.number().into()))
}

fn count<'a>(entries: Option<usize>) -> Value<'a> {
    let number = entries.and_then(|entries| i64::try_from(entries).ok());
    number.map_or(Value::Unknown, Value::Number)
}

/// An operation on two values.
fn two<'a>(op: &Op, first: Value<'a>, second: Value<'a>) -> Value<'a> {
    use Value::{Bool, Number, Text, Unknown};
    match (op, first, second) {
        (Op::And, first, second) => joined(first, second, false),
        (Op::Or, first, second) => joined(first, second, true),
        (_, Unknown, _) | (_, _, Unknown) => Unknown,
        (Op::Equal, first, second) => Bool(first == second),
        (Op::Less, Number(first), Number(second)) => Bool(first < second),
        (Op::AtMost, Number(first), Number(second)) => Bool(first <= second),
        (Op::StartsWith, Text(text), Text(begin)) => Bool(text.starts_with(begin)),
        (Op::Days, Number(from), Number(to)) => Number(to.saturating_sub(from)),
        (Op::Months, Number(from), Number(to)) => months(from, to).map_or(Unknown, Number),
        (Op::Years, Number(from), Number(to)) => {
            months(from, to).map_or(Unknown, |months| Number(months.div_euclid(12)))
        }
        _ => Unknown,
    }
}

/// `a && b`, which one false decides; `a || b`, which one true decides.
fn joined<'a>(first: Value<'a>, second: Value<'a>, decides: bool) -> Value<'a> {
    match (first, second) {
        (Value::Bool(one), _) | (_, Value::Bool(one)) if one == decides => Value::Bool(decides),
        (Value::Bool(_), Value::Bool(_)) => Value::Bool(!decides),
        _ => Value::Unknown,
    }
}

/// Whole months from one day to another; fewer than none when the second is earlier.
fn months(from: i64, to: i64) -> Option<i64> {
    let day = |number: i64| Day::from_number(i32::try_from(number).ok()?);
    let (from, to) = (day(from)?, day(to)?);
    let month = |day: Day| i64::from(day.year()) * 12 + i64::from(day.month());
    Some(month(to) - month(from) - i64::from(to.day() < from.day()))
}

/// Whether an entry is so (`any`), or all are.
fn over(facts: &impl Facts, list: FactIndex, body: ExpressionIndex, any: bool) -> Value<'_> {
    let Some(entries) = facts.entries(list) else {
        return Value::Unknown;
    };
    let mut answer = Value::Bool(!any);
    for entry in 0..entries {
        match run(facts.expression(body), facts, entry, false) {
            Value::Bool(holds) if holds == any => return Value::Bool(any),
            Value::Bool(_) => {}
            _ => answer = Value::Unknown,
        }
    }
    answer
}

/// What the entries come to together; one of which something is so is 1.
fn summed(facts: &impl Facts, list: FactIndex, body: ExpressionIndex) -> Value<'_> {
    let Some(entries) = facts.entries(list) else {
        return Value::Unknown;
    };
    let mut sum = 0_i64;
    for entry in 0..entries {
        sum = sum.saturating_add(match run(facts.expression(body), facts, entry, false) {
            Value::Bool(holds) => holds.into(),
            Value::Number(number) => number,
            _ => return Value::Unknown,
        });
    }
    Value::Number(sum)
}
