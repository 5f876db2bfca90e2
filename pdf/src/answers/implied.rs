//! What must have been answered where a condition is known to hold: the conditions of boxes that are
//! checked, read backwards.

use prefile::form::{FactIndex, Op};
use std::collections::BTreeMap;

/// The answers that are left for facts that are chosen: `true`, `false`, or a choice's name.
pub(super) type Left = BTreeMap<FactIndex, Vec<String>>;

/// A part of a condition.
#[derive(Clone, Default)]
struct Part {
    /// What is left if it holds.
    holds: Left,
    /// What is left if it does not.
    fails: Left,
    /// The fact or the name that it is.
    fact: Option<FactIndex>,
    name: Option<String>,
}

/// What is left where a condition holds. `all` has the answers to choose from.
pub(super) fn implied(condition: &[Op], all: &impl Fn(FactIndex) -> Vec<String>) -> Left {
    let mut parts: Vec<Part> = Vec::new();
    for op in condition {
        let part = match op {
            Op::Fact(fact) => Part {
                holds: one(*fact, "true"),
                fails: one(*fact, "false"),
                fact: Some(*fact),
                ..Part::default()
            },
            Op::Text(name) => Part {
                name: Some(name.clone()),
                ..Part::default()
            },
            Op::Bool(is) => Part {
                name: Some(if *is { "true" } else { "false" }.to_owned()),
                ..Part::default()
            },
            Op::Not => {
                let part = parts.pop().unwrap_or_default();
                Part {
                    holds: part.fails,
                    fails: part.holds,
                    ..Part::default()
                }
            }
            Op::And | Op::Or | Op::Equal => {
                let (second, first) = (parts.pop(), parts.pop());
                let (first, second) = (first.unwrap_or_default(), second.unwrap_or_default());
                two(op, first, second, all)
            }
            _ => {
                for _ in 0..taken(op) {
                    parts.pop();
                }
                Part::default()
            }
        };
        parts.push(part);
    }
    parts.pop().unwrap_or_default().holds
}

fn one(fact: FactIndex, answer: &str) -> Left {
    Left::from([(fact, vec![answer.to_owned()])])
}

/// How many parts a step takes.
fn taken(op: &Op) -> usize {
    match op {
        Op::Less | Op::AtMost | Op::StartsWith | Op::Days | Op::Months | Op::Years => 2,
        Op::Select => 3,
        _ => 0,
    }
}

fn two(op: &Op, first: Part, second: Part, all: &impl Fn(FactIndex) -> Vec<String>) -> Part {
    match op {
        Op::And => Part {
            holds: both(first.holds, second.holds),
            fails: either(first.fails, &second.fails),
            ..Part::default()
        },
        Op::Or => Part {
            holds: either(first.holds, &second.holds),
            fails: both(first.fails, second.fails),
            ..Part::default()
        },
        _ => {
            let fact = first.fact.or(second.fact);
            let Some((fact, name)) = fact.zip(first.name.or(second.name)) else {
                return Part::default();
            };
            let mut others = all(fact);
            others.retain(|answer| *answer != name);
            Part {
                holds: one(fact, &name),
                fails: if others.is_empty() {
                    Left::new()
                } else {
                    Left::from([(fact, others)])
                },
                ..Part::default()
            }
        }
    }
}

/// What both leave.
fn both(mut one: Left, other: Left) -> Left {
    for (fact, answers) in other {
        one.entry(fact)
            .and_modify(|own| own.retain(|answer| answers.contains(answer)))
            .or_insert(answers);
    }
    one
}

/// What one of them leaves: of a fact of which one says nothing, everything.
fn either(mut one: Left, other: &Left) -> Left {
    one.retain(|fact, _| other.contains_key(fact));
    for (fact, answers) in &mut one {
        let more = other[fact]
            .iter()
            .filter(|answer| !answers.contains(answer));
        let more: Vec<String> = more.cloned().collect();
        answers.extend(more);
    }
    one
}

#[cfg(test)]
mod tests {
    use super::implied;
    use prefile::form::Op;

    /// What is left, as `fact: answers`.
    #[track_caller]
    fn check(condition: &[Op], expected: &str) {
        let all = |fact| {
            if fact == 4 {
                vec!["a".to_owned(), "b".to_owned()]
            } else {
                Vec::new()
            }
        };
        let left = implied(condition, &all).into_iter();
        let shown = left.map(|(fact, answers)| format!("{fact}: {}", answers.join(" ")));
        assert_eq!(
            shown.collect::<Vec<_>>().join("; "),
            expected,
            "{condition:?}"
        );
    }

    fn is(fact: u16, name: &str) -> Vec<Op> {
        vec![Op::Fact(fact), Op::Text(name.to_owned()), Op::Equal]
    }

    #[test]
    fn what_a_condition_leaves() {
        check(&[Op::Fact(1)], "1: true");
        check(&[Op::Fact(1), Op::Not], "1: false");
        check(&[Op::Fact(1), Op::Not, Op::Not], "1: true");
        check(&is(2, "married"), "2: married");
        check(&[is(2, "married"), vec![Op::Not]].concat(), "");
        check(&[is(4, "a"), vec![Op::Not]].concat(), "4: b");
        let both = [is(2, "a"), vec![Op::Fact(1), Op::And]].concat();
        check(&both, "1: true; 2: a");
        check(&[both, vec![Op::Not]].concat(), "");
        check(&[is(2, "a"), is(2, "b"), vec![Op::Or]].concat(), "2: a b");
        check(&[is(2, "a"), is(3, "b"), vec![Op::Or]].concat(), "");
        check(&[is(2, "a"), is(2, "b"), vec![Op::And]].concat(), "2: ");
        let neither = vec![Op::Fact(1), Op::Fact(2), Op::Or, Op::Not];
        check(&neither, "1: false; 2: false");
        let number = vec![Op::Fact(1), Op::Today, Op::Years, Op::Number(14), Op::Less];
        check(&[number, vec![Op::Fact(2), Op::And]].concat(), "2: true");
        check(&[Op::And], "");
        check(&[], "");
    }
}
