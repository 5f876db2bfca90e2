//! The screen of a list: its entries one after another, each with what is wrong with it.

use super::{
    draft::{Draft, path_of},
    step::{self, Trouble},
    words::Words,
};
use crate::dom::{append, part, say, say_part, set, worded};
use crate::texts::key;
use prefile::form::{Asked, FactIndex, History, Step, Wants};
use web_sys::Element;

/// So many answers stand for an entry.
const SHOWN: usize = 3;

/// A list on a screen of its own.
pub(super) struct List<'a> {
    pub(super) step: &'a Step,
    /// Its name.
    pub(super) id: &'a str,
    history: Option<History>,
    pub(super) count: Option<usize>,
    /// Whether the list itself is asked for here, and not only more of its entries.
    is_first: bool,
}

impl<'a> List<'a> {
    /// The list that a step is about.
    pub(super) fn of(step: &'a Step, draft: &Draft, words: &Words<'a>) -> Option<Self> {
        let definition = words.definition(step);
        let list = definition.screens[step.screen].list?;
        let fact = definition.facts.get(usize::from(list))?;
        Some(Self {
            step,
            id: &fact.id,
            history: match fact.wants {
                Wants::List(history) => history,
                _ => None,
            },
            count: draft.count(&fact.id),
            is_first: step
                .asked
                .iter()
                .any(|asked| words.packet.facts()[asked.fact].id == fact.id),
        })
    }

    /// What is asked of one entry.
    pub(super) fn asked(&self, entry: usize, words: &Words) -> Vec<Asked> {
        let asked = self.step.asked.iter();
        asked
            .filter(|asked| asked.entry == entry && words.asks(self.step, **asked).is_some())
            .copied()
            .collect()
    }

    /// Of an entry: the first answers, and from when to when.
    fn summary(&self, entry: usize, draft: &Draft, words: &Words) -> [String; 2] {
        let says = |asked: &Asked| {
            let path = words.packet.path(asked.fact, entry);
            let asks = words.asks(self.step, *asked)?;
            let answer = draft.entry(&path);
            let said = words.answer(&asks, &answer);
            let tells = asks.fact.wants != Wants::YesNo && !answer.none && !said.is_empty();
            tells.then_some((asks.question.fact, said))
        };
        let asked = self.asked(entry, words);
        let answers: Vec<(FactIndex, String)> = asked.iter().filter_map(says).collect();
        let day = |fact: Option<FactIndex>| {
            let mut answers = answers.iter();
            answers
                .find(|(one, _)| Some(*one) == fact)
                .map_or("…", |(_, said)| said.as_str())
        };
        let [from, to] = [
            self.history.map(|history| history.from),
            self.history.map(|history| history.to),
        ];
        let others = answers
            .iter()
            .filter(|(fact, _)| Some(*fact) != from && Some(*fact) != to);
        let others: Vec<&str> = others.map(|(_, said)| said.as_str()).take(SHOWN).collect();
        let dates = match [day(from), day(to)] {
            ["…", "…"] => String::new(),
            [from, to] => [from, " – ", to].concat(),
        };
        [others.join(", "), dates]
    }

    /// An entry as it is called: "1 Main St, Boise", or "Entry 2".
    pub(super) fn name(&self, entry: usize, draft: &Draft, words: &Words) -> String {
        match self.summary(entry, draft, words) {
            [others, _] if !others.is_empty() => others,
            [_, dates] if !dates.is_empty() => dates,
            _ => words
                .speech
                .fill(key!("guide.entry"), &[("number", &(entry + 1).to_string())]),
        }
    }

    /// All of that on a line: "1 Main St, Boise, 05/2019 – present".
    pub(super) fn whole(&self, entry: usize, draft: &Draft, words: &Words) -> String {
        let [others, dates] = self.summary(entry, draft, words);
        let between = if others.is_empty() || dates.is_empty() {
            ""
        } else {
            ", "
        };
        [others.as_str(), between, &dates].concat()
    }

    pub(super) fn draw(
        &self,
        trouble: &Trouble,
        checked: bool,
        removed: Option<&str>,
        draft: &Draft,
        words: &Words,
    ) -> Element {
        let definition = words.definition(self.step);
        let screen = &definition.screens[self.step.screen];
        let body = worded("guide-list", words.speech);
        say_part(&body, "title", words.text(definition, screen.title));
        let intro = words.text(definition, screen.intro);
        step::say_or_drop(&part(&body, "intro"), intro);
        step::draw_summary(&body, checked.then_some(trouble), words);
        let count = self.count.unwrap_or(0);
        let entries = part(&body, "entries");
        for entry in 0..count {
            append(&entries, &self.draw_entry(entry, trouble, draft, words));
        }
        if count == 0 {
            entries.remove();
        }
        let gone = part(&body, "removed");
        match removed {
            Some(name) => {
                let text = words.speech.fill(key!("guide.removed"), &[("what", name)]);
                say_part(&gone, "removed-words", &text);
            }
            None => gone.remove(),
        }
        let [add, none] = ["add", "none"].map(|name| part(&body, name));
        if self.is_first {
            let key = if count == 0 {
                key!("guide.add")
            } else {
                key!("guide.add_another")
            };
            say(&add, words.speech.text(key));
        } else {
            add.remove();
        }
        if self.is_first && count == 0 {
            set(&none, "data-fact", self.id);
            step::check(&part(&none, "none-input"), self.count == Some(0));
        } else {
            none.remove();
        }
        let said = part(&body, "said");
        step::draw_trouble(self.id, checked.then_some(trouble), &said, words);
        if !said.has_child_nodes() {
            said.remove();
        }
        body
    }

    fn draw_entry(&self, entry: usize, trouble: &Trouble, draft: &Draft, words: &Words) -> Element {
        let item = worded("guide-entry", words.speech);
        let number = (entry + 1).to_string();
        say_part(&item, "badge", &number);
        let name = self.name(entry, draft, words);
        say_part(&item, "name", &name);
        let [others, dates] = self.summary(entry, draft, words);
        let dates = if others.is_empty() { "" } else { &dates };
        step::say_or_drop(&part(&item, "dates"), dates);
        // Who has been through an entry has seen what is missing.
        let said = part(&item, "said");
        let mut open = 0;
        for asked in self.asked(entry, words) {
            let path = words.packet.path(asked.fact, entry);
            open += usize::from(trouble.unanswered.contains(&path));
            for one in trouble.about(&path) {
                let drawn = words.draw(one);
                say_part(&drawn, "message", &words.said(one).1);
                append(&said, &drawn);
            }
        }
        if open > 0 {
            let drawn = worded("guide-unanswered", words.speech);
            say_part(
                &drawn,
                "message",
                words.speech.text(key!("guide.unfinished")),
            );
            append(&said, &drawn);
        }
        if !said.has_child_nodes() {
            said.remove();
        }
        let value = path_of(self.id, entry, "");
        for (tool, key) in [
            ("change", key!("guide.change_this")),
            ("up", key!("guide.up_this")),
            ("remove", key!("guide.remove_this")),
        ] {
            let button = part(&item, tool);
            set(&button, "data-value", &value);
            let label = words.speech.fill(key, &[("what", &name)]);
            set(&button, "aria-label", &label);
        }
        if entry == 0 || !self.is_first {
            part(&item, "up").remove();
        }
        if !self.is_first {
            part(&item, "remove").remove();
        }
        item
    }
}
