//! The words of a definition in the reader's language, and what is said of an answer.

use super::draft::Entry;
use crate::{findings, language::Speech};
use prefile::{
    Kind, Severity,
    form::{Definition, Fact, Place, Said, Saying, TextIndex, Wants},
    message::{explain, message},
};
use web_sys::Element;

pub(crate) struct Words<'a> {
    pub(crate) definition: &'a Definition,
    pub(crate) speech: &'a Speech,
}

impl<'a> Words<'a> {
    /// A text of the definition; empty where it has none.
    pub(crate) fn text(&self, index: TextIndex) -> &'a str {
        let texts = &self.definition.texts;
        let tag = self.speech.language.tag();
        let own = texts.iter().find(|texts| texts.language == tag);
        let line = own
            .or(texts.first())
            .and_then(|texts| texts.lines.get(usize::from(index)));
        line.map_or("", String::as_str)
    }

    pub(crate) fn fact(&self, id: &str) -> Option<&'a Fact> {
        self.definition.facts.iter().find(|fact| fact.id == id)
    }

    /// The question that asks for a fact.
    pub(crate) fn label(&self, fact: &Fact) -> &'a str {
        let screens = self.definition.screens.iter();
        let mut questions = screens.flat_map(|screen| &screen.questions);
        let question =
            questions.find(|question| self.asked(question.fact) == Some(fact.id.as_str()));
        question.map_or("", |question| self.text(question.label))
    }

    /// An answer as a person would say it.
    pub(crate) fn answer(&self, fact: &Fact, entry: &Entry) -> String {
        if entry.none {
            return self.none(fact).to_owned();
        }
        match &fact.wants {
            Wants::Choice(choices) => {
                let chosen = choices.iter().find(|choice| choice.id == entry.text);
                chosen
                    .map_or("", |choice| self.text(choice.label))
                    .to_owned()
            }
            Wants::YesNo => self.speech.text(yes_no(&entry.text)).to_owned(),
            _ => entry.text.clone(),
        }
    }

    /// "I have none".
    pub(crate) fn none(&self, fact: &Fact) -> &'static str {
        let number = matches!(fact.wants, Wants::Kind(kind) if kind.is_identifier());
        self.speech.text(if number {
            "guide.none_at_hand"
        } else {
            "guide.none"
        })
    }

    /// Where a box stands on paper: "Form G-1145, Part 2, Item 9, page 1".
    pub(crate) fn place(&self, place: &Place) -> String {
        if self.definition.form.is_empty() {
            return String::new();
        }
        let mut parts = vec![
            self.speech
                .fill("guide.form", &[("form", &self.definition.form)]),
        ];
        for (key, value) in [("guide.part", &place.part), ("guide.item", &place.item)] {
            if !value.is_empty() {
                parts.push(self.speech.fill(key, &[("name", value)]));
            }
        }
        if place.page > 0 {
            let page = place.page.to_string();
            parts.push(self.speech.fill("guide.page", &[("name", &page)]));
        }
        parts.join(", ")
    }

    /// Where an advice or a check comes from.
    pub(crate) fn source(&self, index: u16) -> String {
        let source = self.definition.sources.get(usize::from(index));
        source.map_or_else(String::new, |source| {
            findings::cited(&source.title, &source.read, self.speech)
        })
    }

    /// How grave it is, and the sentence. One that many kinds share does not name the question.
    pub(crate) fn said(&self, said: &Said) -> (Severity, String) {
        match &said.what {
            Saying::Finding(finding, _) => {
                let words = message(finding, self.kind(said), &self.speech.catalogue);
                (finding.severity(), words)
            }
            Saying::Check(_, place) => {
                let check = &self.definition.checks[*place];
                (check.severity, self.text(check.message).to_owned())
            }
        }
    }

    /// The sentence with its question in front, for where it does not stand beside it.
    pub(crate) fn said_elsewhere(&self, said: &Said) -> String {
        let (_, words) = self.said(said);
        match (&said.what, said.field.as_deref()) {
            (Saying::Finding(..), Some(field)) => self.about(field, &words),
            _ => words,
        }
    }

    /// A sentence with the question that it is about in front.
    pub(crate) fn about(&self, fact: &str, sentence: &str) -> String {
        let label = self.fact(fact).map_or("", |fact| self.label(fact));
        let between = if label.ends_with('?') { " " } else { ": " };
        [label, between, sentence].concat()
    }

    /// The whole of it, drawn.
    pub(crate) fn draw(&self, said: &Said) -> Element {
        let (severity, words) = self.said(said);
        let (fix, why, source) = match &said.what {
            Saying::Finding(finding, _) => (
                finding.fix.as_ref().map(|fix| fix.text.as_str()),
                explain(finding.code, &self.speech.catalogue).why,
                findings::source(finding.code, self.speech),
            ),
            Saying::Check(_, place) => {
                let check = &self.definition.checks[*place];
                (
                    None,
                    self.text(check.why).to_owned(),
                    self.source(check.source),
                )
            }
        };
        let words = findings::Words {
            status: severity.id(),
            message: &words,
            fix,
            why: &why,
            source: &source,
        };
        words.draw(self.speech)
    }

    fn kind(&self, said: &Said) -> Kind {
        let fact = said.field.as_deref().and_then(|field| self.fact(field));
        match fact.map(|fact| &fact.wants) {
            Some(Wants::Kind(kind)) => *kind,
            _ => Kind::ANumber,
        }
    }

    fn asked(&self, fact: u16) -> Option<&'a str> {
        let fact = self.definition.facts.get(usize::from(fact))?;
        Some(fact.id.as_str())
    }
}

/// The page's text for yes or no.
pub(crate) fn yes_no(answer: &str) -> &'static str {
    if answer == "yes" {
        "guide.yes"
    } else {
        "guide.no"
    }
}
