//! Whether every place that a definition names is there. Packs that were written by the compiler
//! always are; what is read from elsewhere is looked at before it is used.

use super::definition::{Definition, ExpressionIndex, FactIndex, Wants, Writes};
use super::expression::Op;

/// Whether a definition names nothing that it does not have.
pub(super) fn is_whole(it: &Definition) -> bool {
    let lines = it.texts.first().map_or(0, |texts| texts.lines.len());
    let text = |index: u16| usize::from(index) < lines;
    let texts = |indices: &[u16]| indices.iter().all(|index| text(*index));
    let fact = |index: FactIndex| usize::from(index) < it.facts.len();
    let source = |index: u16| usize::from(index) < it.sources.len();
    let expression = |index: ExpressionIndex| usize::from(index) < it.expressions.len();
    let when = |index: Option<ExpressionIndex>| index.is_none_or(expression);
    // A list has no list in it, and stands before its members.
    let list = |index: FactIndex| {
        let list = it.facts.get(usize::from(index));
        list.is_some_and(|list| matches!(list.wants, Wants::List(_)) && list.list.is_none())
    };

    it.texts.iter().all(|texts| texts.lines.len() == lines)
        && it.facts.iter().all(|one| {
            one.list.is_none_or(list)
                && match &one.wants {
                    Wants::Choice(choices) => choices.iter().all(|choice| text(choice.label)),
                    Wants::List(history) => {
                        one.list.is_none()
                            && history.is_none_or(|history| fact(history.from) && fact(history.to))
                    }
                    _ => true,
                }
        })
        && it.expressions.iter().flatten().all(|op| match op {
            Op::Fact(index) | Op::Known(index) => fact(*index),
            Op::Any(over, body)
            | Op::All(over, body)
            | Op::Count(over, body)
            | Op::Sum(over, body) => list(*over) && expression(*body),
            Op::Size(over) => list(*over),
            _ => true,
        })
        && it.screens.iter().all(|screen| {
            when(screen.when)
                && screen.list.is_none_or(list)
                && texts(&[screen.title, screen.intro])
                && screen.questions.iter().all(|question| {
                    fact(question.fact)
                        && when(question.when)
                        && texts(&[question.label, question.help, question.why])
                })
        })
        && it.checks.iter().all(|check| {
            expression(check.when)
                && check.fact.is_none_or(fact)
                && check.with.is_none_or(fact)
                && texts(&[check.message, check.why])
                && source(check.source)
        })
        && it.boxes.iter().all(|rule| {
            when(rule.when)
                && match rule.writes {
                    Writes::Fact(index, _) => fact(index),
                    Writes::Text(_) => true,
                }
        })
        && it.advice.iter().all(|advice| {
            when(advice.when) && texts(&[advice.title, advice.body]) && source(advice.source)
        })
}
