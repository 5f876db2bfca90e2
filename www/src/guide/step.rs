//! One screen of a guide: its questions, and what is wrong with the answers.

use super::{
    draft::{Draft, Entry},
    words::{Words, yes_no},
};
use crate::{
    dom::{append, copy_of, empty, part, say, say_part, set, worded},
    places,
};
use prefile::{
    Kind, Severity,
    form::{Fact, Question, Said, Step, Wants},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// What there is to say about the answers of a screen.
#[derive(Default)]
pub(super) struct Trouble {
    /// The facts without an answer.
    pub(super) unanswered: Vec<String>,
    pub(super) said: Vec<Said>,
    pub(super) errors: bool,
}

impl Trouble {
    /// Whether it has to be mended before one goes on.
    pub(super) fn is_grave(&self) -> bool {
        self.errors || !self.unanswered.is_empty()
    }

    fn about<'a>(&'a self, fact: &'a str) -> impl Iterator<Item = &'a Said> {
        self.said
            .iter()
            .filter(move |said| said.field.as_deref() == Some(fact))
    }
}

pub(super) fn draw(
    step: &Step,
    trouble: Option<&Trouble>,
    draft: &Draft,
    words: &Words,
) -> Element {
    let screen = &words.definition.screens[step.screen];
    let body = worded("guide-step", words.speech);
    say_part(&body, "title", words.text(screen.title));
    say_or_drop(&part(&body, "intro"), words.text(screen.intro));
    let questions = part(&body, "questions");
    for asked in &step.asked {
        let Some(question) = asked.of(screen) else {
            continue;
        };
        if let Some(fact) = words.definition.facts.get(usize::from(question.fact)) {
            let entry = draft.entry(&fact.id);
            append(&questions, &ask(fact, question, &entry, trouble, words));
        }
    }
    let summary = part(&body, "summary");
    match trouble.filter(|trouble| !trouble.said.is_empty() || trouble.is_grave()) {
        Some(trouble) => summarize(trouble, &summary, words),
        None => summary.remove(),
    }
    body
}

/// Everything to look at, each with a way to its box.
fn summarize(trouble: &Trouble, summary: &Element, words: &Words) {
    let list = part(summary, "list");
    let line = |fact: &str, text: &str| {
        let item = copy_of("guide-problem");
        let link = part(&item, "to");
        set(&link, "data-value", fact);
        say(&link, text);
        append(&list, &item);
    };
    for fact in &trouble.unanswered {
        line(fact, &words.about(fact, unanswered(fact, words)));
    }
    for said in &trouble.said {
        let field = said.field.as_deref().unwrap_or_default();
        line(field, &words.said_elsewhere(said));
    }
    if trouble.is_grave() {
        part(summary, "hold").remove();
    }
}

fn unanswered(fact: &str, words: &Words) -> &'static str {
    let fact = words.fact(fact);
    let key = match fact.map(|fact| (&fact.wants, fact.optional)) {
        Some((Wants::Choice(_) | Wants::YesNo, _)) => "guide.choose",
        Some((_, true)) => "guide.enter_or_none",
        _ => "guide.enter",
    };
    words.speech.text(key)
}

fn ask(
    fact: &Fact,
    question: &Question,
    entry: &Entry,
    trouble: Option<&Trouble>,
    words: &Words,
) -> Element {
    let choices = choices(fact, words);
    let field = if choices.is_empty() {
        let field = worded("guide-text", words.speech);
        text(&field, fact, entry, words);
        field
    } else {
        let field = worded("guide-choices", words.speech);
        let list = part(&field, "choices");
        for (name, label) in choices {
            append(&list, &choice(fact, name, label, entry));
        }
        field
    };
    set(&field, "data-fact", &fact.id);
    set(&field, "data-none", if entry.none { "yes" } else { "no" });
    say_part(&field, "label", words.text(question.label));
    let mut described = Vec::new();
    let help = part(&field, "help");
    if say_or_drop(&help, words.text(question.help)) {
        described.push([&fact.id, "-help"].concat());
        set(&help, "id", &described[0]);
    }
    let list = part(&field, "said");
    let wrong = draw_trouble(fact, trouble, &list, words);
    if list.has_child_nodes() {
        let id = [&fact.id, "-said"].concat();
        set(&list, "id", &id);
        described.push(id);
    } else {
        list.remove();
    }
    let control = part(&field, "control");
    if !described.is_empty() {
        set(&control, "aria-describedby", &described.join(" "));
    }
    if wrong {
        set(&control, "aria-invalid", "true");
    }
    more(fact, question, &part(&field, "more"), words);
    field
}

/// What is wrong with an answer, above its box; whether it has to be mended.
fn draw_trouble(fact: &Fact, trouble: Option<&Trouble>, list: &Element, words: &Words) -> bool {
    let Some(trouble) = trouble else { return false };
    let mut wrong = false;
    if trouble.unanswered.contains(&fact.id) {
        let item = worded("guide-unanswered", words.speech);
        say_part(&item, "message", unanswered(&fact.id, words));
        append(list, &item);
        wrong = true;
    }
    for said in trouble.about(&fact.id) {
        wrong |= words.said(said).0 == Severity::Error;
        append(list, &words.draw(said));
    }
    wrong
}

/// The names of the answers to choose from, and their words; none where one types.
fn choices<'a>(fact: &'a Fact, words: &Words<'a>) -> Vec<(&'a str, &'a str)> {
    match &fact.wants {
        Wants::Choice(choices) => {
            let choices = choices.iter();
            choices
                .map(|choice| (choice.id.as_str(), words.text(choice.label)))
                .collect()
        }
        Wants::YesNo => ["yes", "no"]
            .map(|name| (name, words.speech.text(yes_no(name))))
            .to_vec(),
        _ => Vec::new(),
    }
}

fn choice(fact: &Fact, name: &str, label: &str, entry: &Entry) -> Element {
    let item = copy_of("guide-choice");
    let input = part(&item, "input");
    set(&input, "name", &fact.id);
    set(&input, "value", name);
    input
        .unchecked_ref::<HtmlInputElement>()
        .set_checked(entry.text == name);
    say_part(&item, "words", label);
    item
}

fn text(field: &Element, fact: &Fact, entry: &Entry, words: &Words) {
    let input = part(field, "control");
    set(&input, "id", &fact.id);
    set(&part(field, "label"), "for", &fact.id);
    if let Wants::Kind(kind) = fact.wants {
        let [complete, keys, capitals] = typing(kind);
        set(&input, "autocomplete", complete);
        set(&input, "inputmode", keys);
        set(&input, "autocapitalize", capitals);
        if kind.is_identifier() {
            set(&input, "class", "box number-box");
        }
    }
    input
        .unchecked_ref::<HtmlInputElement>()
        .set_value(&entry.text);
    let none = part(field, "none");
    if fact.optional {
        say_part(&none, "none-words", words.none(fact));
        part(&none, "none-input")
            .unchecked_ref::<HtmlInputElement>()
            .set_checked(entry.none);
    } else {
        none.remove();
    }
}

/// What browsers may fill in, which keys a phone shows, and which letters it writes large.
fn typing(kind: Kind) -> [&'static str; 3] {
    match kind {
        Kind::FamilyName => ["family-name", "text", "words"],
        Kind::GivenName => ["given-name", "text", "words"],
        Kind::MiddleName => ["additional-name", "text", "words"],
        Kind::Email => ["email", "email", "off"],
        Kind::Phone => ["tel", "tel", "off"],
        Kind::OnlineAccountNumber => ["off", "numeric", "off"],
        _ => ["off", "text", "characters"],
    }
}

/// One tap away: why it is asked and where it goes on the form, and where it is printed.
fn more(fact: &Fact, question: &Question, to: &Element, words: &Words) {
    let why = worded("guide-why", words.speech);
    let said = say_or_drop(&part(&why, "why"), words.text(question.why));
    let place = words.place(&question.place);
    if say_or_drop(&part(&why, "place"), &place) || said {
        append(to, &why);
    }
    if let Wants::Kind(kind) = fact.wants
        && let Some(drawings) = places::draw(kind, words.speech)
    {
        let shown = worded("guide-where", words.speech);
        append(&shown, &drawings);
        append(to, &shown);
    }
}

/// What was answered before and does not apply now.
pub(super) fn draw_aside(facts: &[String], to: &Element, draft: &Draft, words: &Words) {
    empty(to);
    if facts.is_empty() {
        return;
    }
    let aside = worded("guide-aside", words.speech);
    let list = part(&aside, "list");
    for fact in facts.iter().filter_map(|fact| words.fact(fact)) {
        let item = copy_of("term");
        say_part(&item, "term", words.label(fact));
        say_part(&item, "said", &words.answer(fact, &draft.entry(&fact.id)));
        append(&list, &item);
    }
    append(to, &aside);
}

/// Says it, or takes the element away when there is nothing to say.
pub(super) fn say_or_drop(element: &Element, text: &str) -> bool {
    if text.is_empty() {
        element.remove();
    } else {
        say(element, text);
    }
    !text.is_empty()
}
