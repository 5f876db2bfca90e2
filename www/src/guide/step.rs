//! One screen of a guide: its questions, and what is wrong with the answers.

use super::{
    draft::{Draft, Entry},
    words::{Asks, PRESENT, Words, yes_no},
};
use crate::{
    dom::{append, copy_of, empty, part, say, say_part, set, worded},
    places,
    texts::key,
};
use prefile::{
    Kind, Severity,
    form::{Asked, Said, Step, Wants},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

/// What there is to say about the answers of a screen.
#[derive(Default)]
pub(super) struct Trouble {
    /// Where an answer is missing.
    pub(super) unanswered: Vec<String>,
    pub(super) said: Vec<Said>,
    pub(super) errors: bool,
}

impl Trouble {
    /// Whether it has to be mended before one goes on.
    pub(super) fn is_grave(&self) -> bool {
        self.errors || !self.unanswered.is_empty()
    }

    fn is_nothing(&self) -> bool {
        self.said.is_empty() && !self.is_grave()
    }

    pub(super) fn about<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a Said> {
        self.said
            .iter()
            .filter(move |said| said.field.as_deref() == Some(path))
    }
}

/// One question with what was said to it.
struct Field<'a> {
    asks: Asks<'a>,
    path: String,
    entry: Entry,
}

/// Draws the questions that are asked; of a list's entry, with its number in the heading.
pub(super) fn draw(
    step: &Step,
    asked: &[Asked],
    heading: &str,
    trouble: Option<&Trouble>,
    draft: &Draft,
    words: &Words,
) -> Element {
    let definition = words.definition(step);
    let screen = &definition.screens[step.screen];
    let body = worded("guide-step", words.speech);
    say_part(&body, "title", heading);
    say_or_drop(&part(&body, "intro"), words.text(definition, screen.intro));
    ask(
        &part(&body, "questions"),
        step,
        asked,
        trouble,
        draft,
        words,
    );
    draw_summary(&body, trouble, words);
    body
}

/// Puts the questions there that are asked. Those that stand there already stay as they are.
pub(super) fn ask(
    questions: &Element,
    step: &Step,
    asked: &[Asked],
    trouble: Option<&Trouble>,
    draft: &Draft,
    words: &Words,
) {
    let path = |one: &Asked| words.packet.path(one.fact, one.entry);
    let is =
        |field: &Element, path: &str| field.get_attribute("data-fact").as_deref() == Some(path);
    let mut there = questions.first_element_child();
    while let Some(field) = there {
        there = field.next_element_sibling();
        if !asked.iter().any(|one| is(&field, &path(one))) {
            field.remove();
        }
    }
    // What is left stands in the same order.
    let mut next = questions.first_element_child();
    for one in asked {
        let path = path(one);
        if let Some(field) = next.as_ref().filter(|field| is(field, &path)) {
            next = field.next_element_sibling();
        } else if let Some(asks) = words.asks(step, *one) {
            let entry = draft.entry(&path);
            let field = Field { asks, path, entry }.draw(trouble, words);
            // It fails only where a node would contain itself.
            let _ = questions.insert_before(&field, next.as_deref());
        }
    }
}

/// Everything to look at, each with a way to its box.
pub(super) fn draw_summary(body: &Element, trouble: Option<&Trouble>, words: &Words) {
    let summary = part(body, "summary");
    let Some(trouble) = trouble.filter(|trouble| !trouble.is_nothing()) else {
        summary.remove();
        return;
    };
    let list = part(&summary, "list");
    let line = |path: &str, text: &str| {
        let item = copy_of("guide-problem");
        let link = part(&item, "to");
        set(&link, "data-value", path);
        say(&link, text);
        append(&list, &item);
    };
    for path in &trouble.unanswered {
        line(path, &words.about(path, unanswered(path, words)));
    }
    for said in &trouble.said {
        let field = said.field.as_deref().unwrap_or_default();
        line(field, &words.said_elsewhere(said));
    }
    if trouble.is_grave() {
        part(&summary, "hold").remove();
    }
}

fn unanswered(path: &str, words: &Words) -> &'static str {
    let asks = words.who_asks(path);
    let key = match asks.map(|asks| (&asks.fact.wants, asks.fact.optional)) {
        Some((Wants::Choice(_) | Wants::YesNo, _)) => key!("guide.choose"),
        Some((_, true)) => key!("guide.enter_or_none"),
        Some(_) => key!("guide.enter"),
        None => key!("guide.enter_list"),
    };
    words.speech.text(key)
}

impl Field<'_> {
    fn draw(&self, trouble: Option<&Trouble>, words: &Words) -> Element {
        let Self { asks, path, entry } = self;
        let choices = self.choices(words);
        let field = if choices.is_empty() {
            let field = worded("guide-text", words.speech);
            self.text(&field, words);
            field
        } else {
            let field = worded("guide-choices", words.speech);
            let list = part(&field, "choices");
            for (name, label) in choices {
                append(&list, &self.choice(name, label));
            }
            field
        };
        set(&field, "data-fact", path);
        set(&field, "data-none", if entry.none { "yes" } else { "no" });
        say_part(&field, "label", words.label(asks));
        let mut described = Vec::new();
        let help = part(&field, "help");
        if say_or_drop(&help, words.text(asks.definition, asks.question.help)) {
            described.push([path.as_str(), "-help"].concat());
            set(&help, "id", &described[0]);
        }
        let list = part(&field, "said");
        let wrong = draw_trouble(path, trouble, &list, words);
        if list.has_child_nodes() {
            let id = [path.as_str(), "-said"].concat();
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
        self.more(&part(&field, "more"), words);
        field
    }

    /// The names of the answers to choose from, and their words; none where one types.
    fn choices<'a>(&'a self, words: &'a Words) -> Vec<(&'a str, &'a str)> {
        match &self.asks.fact.wants {
            Wants::Choice(choices) => {
                let choices = choices.iter();
                let definition = self.asks.definition;
                choices
                    .map(|choice| (choice.id.as_str(), words.text(definition, choice.label)))
                    .collect()
            }
            Wants::YesNo => ["yes", "no"]
                .map(|name| (name, words.speech.text(yes_no(name))))
                .to_vec(),
            _ => Vec::new(),
        }
    }

    fn choice(&self, name: &str, label: &str) -> Element {
        let item = copy_of("guide-choice");
        let input = part(&item, "input");
        set(&input, "name", &self.path);
        set(&input, "value", name);
        check(&input, self.entry.text == name);
        say_part(&item, "words", label);
        item
    }

    fn text(&self, field: &Element, words: &Words) {
        let Self { asks, path, entry } = self;
        let input = part(field, "control");
        set(&input, "id", path);
        let label = part(field, "label");
        set(&label, "for", path);
        let named = [path.as_str(), "-label"].concat();
        set(&label, "id", &named);
        if let Wants::Kind(kind) = asks.fact.wants {
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
        let [none, present] = ["none", "present"].map(|name| part(field, name));
        if asks.fact.optional {
            say_part(&none, "none-words", words.none(asks.fact));
            let none = part(&none, "none-input");
            check(&none, entry.none);
            set(&none, "aria-describedby", &named);
        } else {
            none.remove();
        }
        if asks.definition.ends(asks.question.fact) {
            let present = part(&present, "present-input");
            check(&present, entry.text == PRESENT);
            set(&present, "aria-describedby", &named);
        } else {
            present.remove();
        }
    }

    /// One tap away: why it is asked and where it goes on the form, and where it is printed.
    fn more(&self, to: &Element, words: &Words) {
        let Asks {
            definition,
            question,
            fact,
        } = self.asks;
        let why = worded("guide-why", words.speech);
        let said = say_or_drop(&part(&why, "why"), words.text(definition, question.why));
        let place = words.place(definition, &question.place);
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
}

/// What is wrong with an answer, above its box; whether it has to be mended.
pub(super) fn draw_trouble(
    path: &str,
    trouble: Option<&Trouble>,
    list: &Element,
    words: &Words,
) -> bool {
    let Some(trouble) = trouble else { return false };
    let mut wrong = false;
    if trouble.unanswered.iter().any(|one| one == path) {
        let item = worded("guide-unanswered", words.speech);
        say_part(&item, "message", unanswered(path, words));
        append(list, &item);
        wrong = true;
    }
    for said in trouble.about(path) {
        wrong |= words.said(said).0 == Severity::Error;
        append(list, &words.draw(said));
    }
    wrong
}

pub(super) fn check(input: &Element, checked: bool) {
    let input: &HtmlInputElement = input.unchecked_ref();
    input.set_checked(checked);
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

/// What was answered before and does not apply now.
pub(super) fn draw_aside(paths: &[String], to: &Element, draft: &Draft, words: &Words) {
    empty(to);
    if paths.is_empty() {
        return;
    }
    let aside = worded("guide-aside", words.speech);
    let list = part(&aside, "list");
    for path in paths {
        if let Some(asks) = words.who_asks(path) {
            let item = copy_of("term");
            say_part(&item, "term", &words.label_at(path));
            say_part(&item, "said", &words.answer(&asks, &draft.entry(path)));
            append(&list, &item);
        }
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
