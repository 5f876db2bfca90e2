//! What the answers come to: what goes where, what to do, and what was said.

use super::{draft::Draft, step::say_or_drop, words::Words};
use crate::dom::{append, copy_of, part, say, say_part, set, worded};
use prefile::form::{Evaluation, Question, Writes};
use web_sys::Element;

pub(super) fn draw(evaluation: &Evaluation, draft: &Draft, words: &Words) -> Element {
    let speech = words.speech;
    let body = worded("guide-end", speech);
    let is_form = !evaluation.boxes.is_empty();
    let title = if is_form {
        "guide.end_form"
    } else {
        "guide.end_guide"
    };
    say_part(&body, "title", speech.text(title));

    let look = part(&body, "look");
    for said in &evaluation.findings {
        let item = words.draw(said);
        say_part(&item, "message", &words.said_elsewhere(said));
        if let Ok(Some(fix)) = item.query_selector(".fix") {
            fix.remove();
        }
        let fact = said.field.as_deref().and_then(|field| words.fact(field));
        if let Some(fact) = fact {
            append(
                &part(&item, "words"),
                &change(&fact.id, words.label(fact), words),
            );
        }
        append(&part(&look, "list"), &item);
    }
    if evaluation.findings.is_empty() {
        look.remove();
    }

    let boxes = part(&body, "boxes");
    if is_form {
        draw_boxes(evaluation, &boxes, words);
    } else {
        boxes.remove();
    }
    let sources = draw_advice(evaluation, &part(&body, "advice"), words);
    draw_answers(evaluation, &part(&body, "answers"), draft, words);
    for source in sources {
        let item = copy_of("item");
        say(&item, &source);
        append(&part(&body, "sources"), &item);
    }
    body
}

/// Every box that a rule writes, in the form's order.
fn draw_boxes(evaluation: &Evaluation, to: &Element, words: &Words) {
    let place = |question: &Question| words.place(&question.place);
    for rule in &words.definition.boxes {
        let Writes::Fact(fact, _) = rule.writes else {
            continue;
        };
        let screens = words.definition.screens.iter();
        let mut questions = screens.flat_map(|screen| &screen.questions);
        let question = questions.find(|question| question.fact == fact);
        let Some(question) = question else { continue };
        let item = copy_of("guide-box");
        say_part(&item, "label", words.text(question.label));
        say_or_drop(&part(&item, "place"), &place(question));
        let value = part(&item, "value");
        let mut filled = evaluation.boxes.iter();
        if let Some(filled) = filled.find(|filled| filled.name == rule.name) {
            say(&value, &filled.text);
        } else {
            set(&value, "class", "leave-empty");
            say(&value, words.speech.text("guide.empty"));
        }
        append(&part(to, "list"), &item);
    }
}

/// Draws the advice, and returns where it comes from.
fn draw_advice(evaluation: &Evaluation, to: &Element, words: &Words) -> Vec<String> {
    let mut sources: Vec<String> = Vec::new();
    for (_, place) in &evaluation.advice {
        let advice = &words.definition.advice[*place];
        let item = copy_of("guide-advice");
        say_part(&item, "title", words.text(advice.title));
        say_part(&item, "body", words.text(advice.body));
        append(to, &item);
        let source = words.source(advice.source);
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources
}

fn draw_answers(evaluation: &Evaluation, to: &Element, draft: &Draft, words: &Words) {
    for step in &evaluation.steps {
        let screen = &words.definition.screens[step.screen];
        for question in step.asked.iter().filter_map(|asked| asked.of(screen)) {
            let fact = words.definition.facts.get(usize::from(question.fact));
            let Some(fact) = fact else { continue };
            let item = copy_of("guide-answer");
            say_part(&item, "label", words.text(question.label));
            say_part(&item, "value", &words.answer(fact, &draft.entry(&fact.id)));
            append(
                &part(&item, "change"),
                &change(&fact.id, words.text(question.label), words),
            );
            append(&part(to, "list"), &item);
        }
    }
}

/// The button that leads back to a question.
fn change(fact: &str, label: &str, words: &Words) -> Element {
    let button = worded("guide-change", words.speech);
    set(&button, "data-value", fact);
    let name = words.speech.fill("guide.change_this", &[("what", label)]);
    set(&button, "aria-label", &name);
    button
}
