//! All steps as a list, and how far one has come.

use super::{at::At, is_shown, words::Words};
use crate::{
    dom::{append, copy_of, empty, part, say, say_part, set, worded},
    language::Speech,
    texts::key,
};
use prefile::form::{Evaluation, Status};
use web_sys::Element;

/// The bar has no more parts than a phone has room for.
const MOST_PARTS: usize = 12;

/// Every step that applies, by form, and what is still to do on it.
pub(super) fn draw(evaluation: &Evaluation, words: &Words) -> Element {
    let body = worded("guide-tasks", words.speech);
    let definitions = words.packet.definitions();
    for (place, definition) in definitions.iter().enumerate() {
        let group = copy_of("guide-task-group");
        let heading = part(&group, "heading");
        if definitions.len() > 1 && !definition.form.is_empty() {
            let values = [("form", definition.form.as_str())];
            say(&heading, &words.speech.fill(key!("guide.form"), &values));
        } else {
            heading.remove();
        }
        let list = part(&group, "list");
        let steps = evaluation.steps.iter().enumerate();
        for (number, step) in steps.filter(|(_, step)| step.definition == place && is_shown(step)) {
            let item = worded("guide-task", words.speech);
            let link = part(&item, "to");
            set(&link, "data-value", &number.to_string());
            say(
                &link,
                words.text(definition, definition.screens[step.screen].title),
            );
            let (state, key) = match step.status {
                Status::Done => ("done", key!("guide.task_done")),
                _ => ("open", key!("guide.task_open")),
            };
            let state_words = part(&item, "state");
            set(&state_words, "data-state", state);
            say(&state_words, words.speech.text(key));
            append(&list, &item);
        }
        if list.has_child_nodes() {
            append(&part(&body, "groups"), &group);
        }
    }
    let end = part(&body, "end");
    if evaluation.current.is_none() {
        set(&end, "data-value", &evaluation.steps.len().to_string());
    } else {
        end.remove();
    }
    body
}

/// How far one has come, in words and as a bar.
pub(super) fn draw_progress(evaluation: &Evaluation, at: At, to: &Element, speech: &Speech) {
    let mut needed = evaluation.steps.iter().enumerate();
    let at = if at == At::TASKS {
        evaluation.current.unwrap_or(evaluation.steps.len())
    } else {
        at.step
    };
    let before = needed
        .clone()
        .filter(|(place, step)| *place < at && is_shown(step))
        .count();
    let open = needed.any(|(place, step)| place >= at && step.open);
    let total = evaluation.total;
    let [count, all] = [before + 1, total].map(|number| number.to_string());
    let key = match (at >= evaluation.steps.len(), open) {
        (true, _) => key!("guide.done"),
        (false, true) => key!("guide.step_at_most"),
        (false, false) => key!("guide.step"),
    };
    say_part(
        to,
        "words",
        &speech.fill(key, &[("count", &count), ("total", &all)]),
    );
    let bar = part(to, "bar");
    empty(&bar);
    let parts = total.min(MOST_PARTS);
    for place in 0..parts {
        let step = copy_of("unseen");
        let state = match place.cmp(&(before * parts / total.max(1))) {
            core::cmp::Ordering::Less => "past",
            core::cmp::Ordering::Equal => "now",
            core::cmp::Ordering::Greater => "ahead",
        };
        set(&step, "class", state);
        append(&bar, &step);
    }
}
