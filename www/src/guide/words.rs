//! The words of the definitions in the reader's language, and what is said of an answer.

use super::draft::{Entry, fact_of, place};
use crate::{
    compare,
    dom::{append, part},
    findings,
    language::Speech,
    texts::{Key, key},
};
use prefile::{
    Code, Kind, Severity,
    form::{Asked, Compared, Definition, Fact, Packet, Place, Question, Said, Saying, Step},
    form::{TextIndex, Wants},
    message::{explain, message},
};
use web_sys::Element;

pub(crate) struct Words<'a> {
    pub(crate) packet: &'a Packet,
    pub(crate) speech: &'a Speech,
}

/// A question as a definition asks it.
#[derive(Clone, Copy)]
pub(crate) struct Asks<'a> {
    pub(crate) definition: &'a Definition,
    pub(crate) question: &'a Question,
    pub(crate) fact: &'a Fact,
}

impl<'a> Words<'a> {
    pub(crate) fn definition(&self, step: &Step) -> &'a Definition {
        &self.packet.definitions()[step.definition]
    }

    /// A text of a definition; empty where it has none.
    pub(crate) fn text(&self, definition: &'a Definition, index: TextIndex) -> &'a str {
        let texts = &definition.texts;
        let tag = self.speech.language.tag();
        let own = texts.iter().find(|texts| texts.language == tag);
        let line = own
            .or(texts.first())
            .and_then(|texts| texts.lines.get(usize::from(index)));
        line.map_or("", String::as_str)
    }

    /// What a step asks there; none of the list itself.
    pub(crate) fn asks(&self, step: &Step, asked: Asked) -> Option<Asks<'a>> {
        let definition = self.definition(step);
        let question = asked.of(definition.screens.get(step.screen)?)?;
        let fact = definition.facts.get(usize::from(question.fact))?;
        Some(Asks {
            definition,
            question,
            fact,
        })
    }

    /// Who asks for an answer that stands there: the first one.
    pub(crate) fn who_asks(&self, path: &str) -> Option<Asks<'a>> {
        let name = fact_of(path);
        self.packet.definitions().iter().find_map(|definition| {
            let at = definition.facts.iter().position(|fact| fact.id == name)?;
            let screens = definition.screens.iter();
            let mut questions = screens.flat_map(|screen| &screen.questions);
            Some(Asks {
                definition,
                question: questions.find(|question| usize::from(question.fact) == at)?,
                fact: &definition.facts[at],
            })
        })
    }

    /// The question.
    pub(crate) fn label(&self, asks: &Asks<'a>) -> &'a str {
        self.text(asks.definition, asks.question.label)
    }

    /// The question whose answer stands there; of an entry, with its number.
    pub(crate) fn label_at(&self, path: &str) -> String {
        let label = match self.who_asks(path) {
            Some(asks) => self.label(&asks),
            None => self.title_of(path),
        };
        match place(path) {
            Some((_, entry, _)) => {
                let number = (entry + 1).to_string();
                let values = [("what", label), ("number", &number)];
                self.speech.fill(key!("guide.of_entry"), &values)
            }
            None => label.to_owned(),
        }
    }

    /// The heading under which a list is asked for.
    fn title_of(&self, list: &str) -> &'a str {
        let title = self.packet.definitions().iter().find_map(|definition| {
            let at = definition.facts.iter().position(|fact| fact.id == list)?;
            let mut screens = definition.screens.iter();
            let screen = screens.find(|screen| screen.list.map(usize::from) == Some(at))?;
            Some(self.text(definition, screen.title))
        });
        title.unwrap_or_default()
    }

    /// An answer as a person would say it.
    pub(crate) fn answer(&self, asks: &Asks<'a>, entry: &Entry) -> String {
        if entry.none {
            return self.none(asks.fact).to_owned();
        }
        match &asks.fact.wants {
            Wants::Choice(choices) => {
                let chosen = choices.iter().find(|choice| choice.id == entry.text);
                chosen
                    .map_or("", |choice| self.text(asks.definition, choice.label))
                    .to_owned()
            }
            Wants::YesNo if entry.text.is_empty() => String::new(),
            Wants::YesNo => self.speech.text(yes_no(&entry.text)).to_owned(),
            _ if entry.text == PRESENT => self.speech.text(key!("guide.present")).to_owned(),
            _ => entry.text.clone(),
        }
    }

    /// "I have none".
    pub(crate) fn none(&self, fact: &Fact) -> &'static str {
        let number = matches!(fact.wants, Wants::Kind(kind) if kind.is_identifier());
        self.speech.text(if number {
            key!("guide.none_at_hand")
        } else {
            key!("guide.none")
        })
    }

    /// Where a box stands on paper: "Form I-765, Part 2, Item 8, page 2; instructions, page 18".
    pub(crate) fn place(&self, definition: &Definition, stands: &Place) -> String {
        if definition.form.is_empty() {
            return String::new();
        }
        let mut parts = vec![
            self.speech
                .fill(key!("guide.form"), &[("form", &definition.form)]),
        ];
        for (key, value) in [
            (key!("guide.part"), &stands.part),
            (key!("guide.item"), &stands.item),
        ] {
            if !value.is_empty() {
                parts.push(self.speech.fill(key, &[("name", value)]));
            }
        }
        if stands.page > 0 {
            let page = stands.page.to_string();
            parts.push(self.speech.fill(key!("guide.page"), &[("name", &page)]));
        }
        let mut place = parts.join(", ");
        if stands.instructions > 0 {
            let page = stands.instructions.to_string();
            place.push_str("; ");
            place.push_str(
                &self
                    .speech
                    .fill(key!("guide.instructions"), &[("name", &page)]),
            );
        }
        place
    }

    /// Where an advice or a check comes from.
    pub(crate) fn source(&self, definition: &Definition, index: u16) -> String {
        let source = definition.sources.get(usize::from(index));
        source.map_or_else(String::new, |source| {
            findings::cited(&source.title, &source.read, self.speech)
        })
    }

    /// How grave it is, and the sentence. One that many kinds share does not name the question.
    pub(crate) fn said(&self, said: &Said) -> (Severity, String) {
        let words = match &said.what {
            Saying::Finding(finding, _) => {
                message(finding, self.kind(said), &self.speech.catalogue)
            }
            Saying::Check(definition, place) => {
                let definition = &self.packet.definitions()[*definition];
                let message = definition.checks[*place].message;
                self.text(definition, message).to_owned()
            }
        };
        (self.packet.severity(said), words)
    }

    /// The sentence with its question in front, for where it does not stand beside it.
    pub(crate) fn said_elsewhere(&self, said: &Said) -> String {
        let (_, words) = self.said(said);
        match (&said.what, said.field.as_deref()) {
            (Saying::Finding(..), Some(field)) if !is_of_the_list(said) => {
                self.about(field, &words)
            }
            _ => words,
        }
    }

    /// A sentence with the question that it is about in front.
    pub(crate) fn about(&self, path: &str, sentence: &str) -> String {
        let label = self.label_at(path);
        let between = match label.as_str() {
            "" => "",
            _ if label.ends_with('?') => " ",
            _ => ": ",
        };
        [&label, between, sentence].concat()
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
            Saying::Check(definition, place) => {
                let definition = &self.packet.definitions()[*definition];
                let check = &definition.checks[*place];
                (
                    None,
                    self.text(definition, check.why).to_owned(),
                    self.source(definition, check.source),
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
        let drawn = words.draw(self.speech);
        if let Some(compared) = &said.compared {
            append(&part(&drawn, "words"), &self.draw_compared(said, compared));
        }
        drawn
    }

    /// Two answers letter by letter, below the questions that they answer.
    fn draw_compared(&self, said: &Said, compared: &Compared) -> Element {
        let labels = match (&said.what, &said.field) {
            (Saying::Check(definition, place), Some(field)) => {
                let definition = &self.packet.definitions()[*definition];
                let with = definition.checks[*place].with;
                let with = with.and_then(|with| definition.facts.get(usize::from(with)));
                [with.map_or("", |with| &with.id), field.as_str()]
            }
            _ => ["", ""],
        };
        compare::draw(
            compared,
            labels.map(|path| self.label_at(path)),
            self.speech,
        )
    }

    fn kind(&self, said: &Said) -> Kind {
        let asks = said.field.as_deref().and_then(|field| self.who_asks(field));
        match asks.map(|asks| &asks.fact.wants) {
            Some(Wants::Kind(kind)) => *kind,
            _ => Kind::ANumber,
        }
    }
}

/// What stands on a form for a last day that has not come.
pub(crate) const PRESENT: &str = "PRESENT";

/// The page's text for yes or no.
pub(crate) fn yes_no(answer: &str) -> Key {
    if answer == "yes" {
        key!("guide.yes")
    } else {
        key!("guide.no")
    }
}

/// Whether it is said of how entries follow each other, and of none of them alone.
pub(crate) fn is_of_the_list(said: &Said) -> bool {
    match &said.what {
        Saying::Finding(finding, _) => matches!(
            finding.code,
            Code::HistoryTooShort
                | Code::HistoryGap
                | Code::HistoryNotNewestFirst
                | Code::HistoryOverlap
                | Code::HistoryPresentTwice
        ),
        Saying::Check(..) => false,
    }
}
