//! What the answers come to: what goes where, what to do, and what was said.

use super::{
    draft::{Draft, path_of},
    list::List,
    step::say_or_drop,
    words::{Asks, Words},
};
use crate::dom::{append, copy_of, part, say, say_part, set, worded};
use crate::texts::key;
use prefile::form::{
    BoxRule, Definition, Evaluation, Fact, FactIndex, Op, Spelling, Step, Wants, Writes,
};
use web_sys::Element;

pub(super) fn draw(evaluation: &Evaluation, draft: &Draft, words: &Words) -> Element {
    let speech = words.speech;
    let body = worded("guide-end", speech);
    let is_form = !evaluation.boxes.is_empty();
    let title = if is_form {
        key!("guide.end_form")
    } else {
        key!("guide.end_guide")
    };
    say_part(&body, "title", speech.text(title));

    let look = part(&body, "look");
    for said in &evaluation.findings {
        let item = words.draw(said);
        say_part(&item, "message", &words.said_elsewhere(said));
        if let Ok(Some(fix)) = item.query_selector(".fix") {
            fix.remove();
        }
        let path = said.field.as_deref();
        let label = path.map(|path| words.label_at(path)).unwrap_or_default();
        if let Some(path) = path.filter(|_| !label.is_empty()) {
            append(&part(&item, "words"), &change(path, &label, words));
        }
        append(&part(&look, "list"), &item);
    }
    if evaluation.findings.is_empty() {
        look.remove();
    }

    let boxes = part(&body, "boxes");
    if is_form {
        for (place, definition) in words.packet.definitions().iter().enumerate() {
            Boxes {
                evaluation,
                draft,
                words,
                place,
                definition,
            }
            .draw(&boxes);
        }
    } else {
        boxes.remove();
        part(&body, "pdf").remove();
        // A form's answers stand in its boxes already.
        set(&part(&body, "answers"), "open", "");
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

/// The boxes of one form, in its order.
struct Boxes<'a> {
    evaluation: &'a Evaluation,
    draft: &'a Draft,
    words: &'a Words<'a>,
    place: usize,
    definition: &'a Definition,
}

impl<'a> Boxes<'a> {
    fn draw(&self, to: &Element) {
        if self.definition.boxes.is_empty() {
            return;
        }
        let group = copy_of("guide-box-group");
        let heading = part(&group, "heading");
        let several = self.words.packet.definitions().len() > 1;
        let form = [("form", self.definition.form.as_str())];
        let name = self.words.speech.fill(key!("guide.form"), &form);
        say_or_drop(&heading, if several { &name } else { "" });
        let list = part(&group, "list");
        // Each answer has one line, however many boxes it fills.
        let mut drawn: Vec<(FactIndex, u16)> = Vec::new();
        for rule in &self.definition.boxes {
            let (fact, entry) = (told_by(self.definition, rule), rule.entry);
            let Some(fact) = fact.filter(|fact| !drawn.contains(&(*fact, entry))) else {
                continue;
            };
            drawn.push((fact, entry));
            match rule.writes {
                Writes::Fact(..) => self.draw_written(fact, entry, &list),
                Writes::Text(_) => self.draw_ticked(fact, entry, &list),
            }
        }
        append(to, &group);
    }

    fn asks(&self, fact: FactIndex) -> Option<Asks<'a>> {
        let screens = self.definition.screens.iter();
        let mut questions = screens.flat_map(|screen| &screen.questions);
        Some(Asks {
            definition: self.definition,
            question: questions.find(|question| question.fact == fact)?,
            fact: self.definition.facts.get(usize::from(fact))?,
        })
    }

    fn draw_written(&self, fact: FactIndex, entry: u16, to: &Element) {
        let Some(asks) = self.asks(fact) else { return };
        let rules = self.definition.boxes.iter();
        let mut rules = rules.filter(|rule| rule.entry == entry && writes(rule) == Some(fact));
        let filled = rules.find_map(|rule| {
            let mut filled = self.evaluation.boxes.iter();
            let filled =
                filled.find(|one| one.definition == self.place && one.name == rule.name)?;
            // Of what is written part by part, all of it.
            Some(match rule.writes {
                Writes::Fact(_, Spelling::Digit(_) | Spelling::Part(_)) => self.said(&asks, entry),
                _ => filled.text.clone(),
            })
        });
        self.line(&asks, entry, filled.as_deref(), to);
    }

    fn draw_ticked(&self, fact: FactIndex, entry: u16, to: &Element) {
        let Some(asks) = self.asks(fact) else { return };
        let path = path(self.definition, fact, entry);
        let is_asked = !self.evaluation.set_aside.contains(&path);
        let said = self.said(&asks, entry);
        let said = Some(said.as_str()).filter(|said| is_asked && !said.is_empty());
        self.line(&asks, entry, said, to);
    }

    fn said(&self, asks: &Asks<'a>, entry: u16) -> String {
        let entry = self
            .draft
            .entry(&path(self.definition, asks.question.fact, entry));
        self.words.answer(asks, &entry)
    }

    fn line(&self, asks: &Asks<'a>, entry: u16, text: Option<&str>, to: &Element) {
        let count =
            list_of(self.definition, asks.fact).map(|list| self.draft.count(list).unwrap_or(0));
        let is_there = count.is_none_or(|count| usize::from(entry) < count);
        if text.is_none() && !is_there {
            return;
        }
        let item = copy_of("guide-box");
        let label = match count {
            Some(_) => self
                .words
                .label_at(&path(self.definition, asks.question.fact, entry)),
            None => self.words.label(asks).to_owned(),
        };
        say_part(&item, "label", &label);
        let place = self.words.place(self.definition, &asks.question.place);
        say_or_drop(&part(&item, "place"), &place);
        let value = part(&item, "value");
        if let Some(text) = text {
            say(&value, text);
        } else {
            set(&value, "class", "leave-empty");
            say(&value, self.words.speech.text(key!("guide.empty")));
        }
        append(to, &item);
    }
}

/// The question whose answer a rule writes, or which sets its check box.
pub(super) fn told_by(definition: &Definition, rule: &BoxRule) -> Option<FactIndex> {
    if let Writes::Fact(fact, _) = rule.writes {
        return Some(fact);
    }
    let condition = definition.expressions.get(usize::from(rule.when?))?;
    condition.iter().find_map(|op| match op {
        Op::Fact(fact) => {
            let wants = &definition.facts.get(usize::from(*fact))?.wants;
            matches!(wants, Wants::Choice(_) | Wants::YesNo).then_some(*fact)
        }
        _ => None,
    })
}

/// Where the answer to a fact stands.
pub(super) fn path(definition: &Definition, fact: FactIndex, entry: u16) -> String {
    let Some(fact) = definition.facts.get(usize::from(fact)) else {
        return String::new();
    };
    match list_of(definition, fact) {
        Some(list) => {
            let member = fact.id.get(list.len() + 1..).unwrap_or_default();
            path_of(list, entry.into(), member)
        }
        None => fact.id.clone(),
    }
}

fn list_of<'d>(definition: &'d Definition, fact: &Fact) -> Option<&'d str> {
    let list = definition.facts.get(usize::from(fact.list?))?;
    Some(&list.id)
}

fn writes(rule: &BoxRule) -> Option<FactIndex> {
    match rule.writes {
        Writes::Fact(fact, _) => Some(fact),
        Writes::Text(_) => None,
    }
}

/// Draws the advice, and returns where it comes from.
fn draw_advice(evaluation: &Evaluation, to: &Element, words: &Words) -> Vec<String> {
    let mut sources: Vec<String> = Vec::new();
    for (definition, place) in &evaluation.advice {
        let definition = &words.packet.definitions()[*definition];
        let advice = &definition.advice[*place];
        let item = copy_of("guide-advice");
        say_part(&item, "title", words.text(definition, advice.title));
        say_part(&item, "body", words.text(definition, advice.body));
        append(to, &item);
        let source = words.source(definition, advice.source);
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources
}

/// Everything that was asked, with the way back to it.
fn draw_answers(evaluation: &Evaluation, to: &Element, draft: &Draft, words: &Words) {
    let list = part(to, "list");
    let line = |label: &str, value: &str, path: &str| {
        let item = copy_of("guide-answer");
        say_part(&item, "label", label);
        say_part(&item, "value", value);
        append(&part(&item, "change"), &change(path, label, words));
        append(&list, &item);
    };
    for step in &evaluation.steps {
        if let Some(entries) = List::of(step, draft, words) {
            draw_entries(&entries, step, draft, words, line);
            continue;
        }
        for asked in &step.asked {
            if let Some(asks) = words.asks(step, *asked) {
                let path = words.packet.path(asked.fact, asked.entry);
                let value = words.answer(&asks, &draft.entry(&path));
                line(words.label(&asks), &value, &path);
            }
        }
    }
}

/// A list is one line: its entries, one below the other.
fn draw_entries(
    list: &List,
    step: &Step,
    draft: &Draft,
    words: &Words,
    line: impl Fn(&str, &str, &str),
) {
    if step.asked.is_empty() {
        return;
    }
    let definition = words.definition(step);
    let title = words.text(definition, definition.screens[step.screen].title);
    let count = list.count.unwrap_or(0);
    let entries = (0..count).map(|entry| list.whole(entry, draft, words));
    let entries: Vec<String> = entries.collect();
    let value = if count == 0 {
        words.speech.text(key!("guide.no_entries")).to_owned()
    } else {
        entries.join("\n")
    };
    let first = step.asked[0];
    line(title, &value, &words.packet.path(first.fact, first.entry));
}

/// The button that leads back to a question.
fn change(path: &str, label: &str, words: &Words) -> Element {
    let button = worded("guide-change", words.speech);
    set(&button, "data-value", path);
    let name = words
        .speech
        .fill(key!("guide.change_this"), &[("what", label)]);
    set(&button, "aria-label", &name);
    button
}
