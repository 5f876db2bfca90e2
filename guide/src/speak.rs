//! From an evaluation to words: places become names, findings sentences.

use crate::{json::Map, shape};
use prefile::{
    Day, Kind, Severity,
    finding::Safety,
    form::{
        Answer, Answers, Asked, Cited, Definition, Evaluation, Packet, Said, Saying, Status, Step,
        TextIndex, Wants,
    },
    message::{Catalogue, message},
};

/// What is said in which words.
pub struct Words<'a> {
    /// The core's own words.
    pub catalogue: &'a Catalogue,
    /// The language of the packs' words, as a tag; one that a pack does not have reads as English.
    pub language: &'a str,
}

/// An evaluation in words; `show` names a screen to show besides the current one: `i-765/name`.
#[must_use]
pub fn in_words(
    packet: &Packet,
    answers: &Answers,
    found: &Evaluation,
    words: &Words,
    show: &str,
) -> shape::Evaluation {
    let speaker = Speaker {
        packet,
        words,
        lines: packet
            .definitions()
            .iter()
            .map(|one| lines(one, words.language))
            .collect(),
    };
    let shown = found.steps.iter().find(|step| {
        let (definition, screen) = (speaker.definition(step.definition), speaker.screen(step));
        let behind = show.strip_prefix(definition.id.as_str());
        behind.and_then(|behind| behind.strip_prefix('/')) == Some(screen.id.as_str())
    });
    let mut by_pack: Map<Map<String>> = Map::default();
    for filled in &found.boxes {
        let pack = &speaker.definition(filled.definition).id;
        if by_pack.0.last().is_none_or(|(last, _)| last != pack) {
            by_pack.0.push((pack.clone(), Map::default()));
        }
        if let Some((_, boxes)) = by_pack.0.last_mut() {
            boxes.0.push((filled.name.clone(), filled.text.clone()));
        }
    }
    shape::Evaluation {
        screens: found.steps.iter().map(|step| speaker.stage(step)).collect(),
        current: found
            .current
            .map(|place| speaker.asked_on(&found.steps[place])),
        shown: shown.map(|step| speaker.asked_on(step)),
        missing: found
            .missing
            .iter()
            .map(|missing| speaker.missing(missing))
            .collect(),
        findings: found
            .findings
            .iter()
            .map(|said| speaker.finding(said, answers))
            .collect(),
        progress: shape::Progress {
            done: found.done,
            total: found.total,
        },
        boxes: by_pack
            .0
            .first()
            .map(|(_, boxes)| boxes.clone())
            .unwrap_or_default(),
        boxes_by_pack: by_pack,
        advice: found
            .advice
            .iter()
            .map(|place| speaker.advice(*place))
            .collect(),
        set_aside: found.set_aside.clone(),
        time_lines: found
            .time_lines
            .iter()
            .map(|line| speaker.time_line(line))
            .collect(),
    }
}

/// The lines of a definition in a language.
fn lines<'p>(definition: &'p Definition, language: &str) -> &'p [String] {
    let of_language = definition
        .texts
        .iter()
        .find(|texts| texts.language == language);
    let texts = of_language.or(definition.texts.first());
    texts.map_or(&[], |texts| &texts.lines)
}

struct Speaker<'a> {
    packet: &'a Packet,
    words: &'a Words<'a>,
    /// Of each definition.
    lines: Vec<&'a [String]>,
}

impl<'a> Speaker<'a> {
    fn definition(&self, place: usize) -> &'a Definition {
        &self.packet.definitions()[place]
    }

    fn screen(&self, step: &Step) -> &'a prefile::form::Screen {
        &self.definition(step.definition).screens[step.screen]
    }

    fn text(&self, definition: usize, line: TextIndex) -> String {
        self.lines[definition]
            .get(usize::from(line))
            .cloned()
            .unwrap_or_default()
    }

    fn stage(&self, step: &Step) -> shape::Stage {
        let screen = self.screen(step);
        shape::Stage {
            pack: self.definition(step.definition).id.clone(),
            id: screen.id.clone(),
            title: self.text(step.definition, screen.title),
            status: match step.status {
                Status::Done => "done",
                Status::Current => "current",
                Status::Reachable => "reachable",
                Status::NotNeeded => "not-needed",
            },
        }
    }

    fn asked_on(&self, step: &Step) -> shape::Screen {
        let screen = self.screen(step);
        let definition = self.definition(step.definition);
        let list = screen
            .list
            .map(|list| definition.facts[usize::from(list)].id.clone());
        let questions = step
            .asked
            .iter()
            .filter_map(|asked| self.question(step, *asked));
        shape::Screen {
            pack: definition.id.clone(),
            id: screen.id.clone(),
            title: self.text(step.definition, screen.title),
            intro: self.text(step.definition, screen.intro),
            list,
            questions: questions.collect(),
        }
    }

    /// A question; none for the list itself, which is asked for by its entries.
    fn question(&self, step: &Step, asked: Asked) -> Option<shape::Question> {
        let definition = self.definition(step.definition);
        let question = asked.of(self.screen(step))?;
        let fact = &definition.facts[usize::from(question.fact)];
        let text = |line| self.text(step.definition, line);
        let options = match &fact.wants {
            Wants::Choice(choices) => choices.as_slice(),
            _ => &[],
        };
        let options = options.iter().map(|choice| shape::Choice {
            id: choice.id.clone(),
            label: text(choice.label),
        });
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let place = &question.place;
        Some(shape::Question {
            fact: self.packet.path(asked.fact, asked.entry),
            label: text(question.label),
            help: text(question.help),
            why: text(question.why),
            kind: kind(&fact.wants),
            options: options.collect(),
            optional: fact.optional,
            place: given(&definition.form).map(|form| shape::Place {
                form,
                part: given(&place.part),
                item: given(&place.item),
                page: (place.page > 0).then_some(place.page),
            }),
            answered: asked.answered,
        })
    }

    fn missing(&self, missing: &prefile::form::Missing) -> shape::Missing {
        let (definition, screen) = missing.screen;
        let title = self.definition(definition).screens[screen].title;
        shape::Missing {
            facts: missing.facts.clone(),
            why: self.text(definition, title),
        }
    }

    fn finding(&self, said: &Said, answers: &Answers) -> shape::Finding {
        match &said.what {
            Saying::Finding(finding, fact) => {
                let kind = fact.and_then(|fact| match self.packet.facts().get(fact)?.wants {
                    Wants::Kind(kind) => Some(kind),
                    _ => None,
                });
                let answer = said
                    .field
                    .as_deref()
                    .and_then(|field| answer(answers, field));
                let span = finding.span.zip(answer).map(|(span, answer)| shape::Span {
                    start: units(answer, span.start),
                    end: units(answer, span.end),
                });
                shape::Finding {
                    code: shape::Code::Table(finding.code),
                    severity: finding.severity().id(),
                    // A code of no kind says nothing of one.
                    message: message(finding, kind.unwrap_or(Kind::ANumber), self.words.catalogue),
                    field: said.field.clone(),
                    span,
                    fix: finding.fix.as_ref().map(|fix| shape::Fix {
                        text: fix.text.clone(),
                        safety: if fix.safety == Safety::Safe {
                            "safe"
                        } else {
                            "ask"
                        },
                    }),
                    looks_like: finding.looks_like.map(Kind::id),
                    source: None,
                }
            }
            Saying::Check(definition, place) => {
                let defined = self.definition(*definition);
                let check = &defined.checks[*place];
                shape::Finding {
                    code: shape::Code::Own([&defined.id, "/", &check.id].concat()),
                    severity: Severity::id(check.severity),
                    message: self.text(*definition, check.message),
                    field: said.field.clone(),
                    span: None,
                    fix: None,
                    looks_like: None,
                    source: source(defined, check.source),
                }
            }
        }
    }

    fn advice(&self, (definition, place): (usize, usize)) -> shape::Advice {
        let defined = self.definition(definition);
        let advice = &defined.advice[place];
        shape::Advice {
            pack: defined.id.clone(),
            id: advice.id.clone(),
            title: self.text(definition, advice.title),
            body: self.text(definition, advice.body),
            source: source(defined, advice.source),
        }
    }

    fn time_line(&self, line: &prefile::form::TimeLine) -> shape::TimeLine {
        let bars = line.bars.iter().map(|bar| shape::Bar {
            entry: bar.entry,
            from: bar.from.iso(),
            to: bar.to.map(Day::iso),
        });
        let gaps = line.gaps.iter().map(|(from, to)| shape::Gap {
            from: from.iso(),
            to: to.iso(),
        });
        shape::TimeLine {
            list: self.packet.path(line.list, 0),
            since: line.since.map(Day::iso),
            bars: bars.collect(),
            gaps: gaps.collect(),
        }
    }
}

/// What an answer is: a kind, or another word.
fn kind(wants: &Wants) -> &'static str {
    match wants {
        Wants::Kind(kind) => kind.id(),
        Wants::YesNo => "yes-no",
        Wants::Choice(_) => "choice",
        Wants::Month => "month",
        Wants::Number => "number",
        Wants::Amount => "amount",
        Wants::Text => "text",
        Wants::List(_) => "list",
    }
}

fn source(definition: &Definition, place: u16) -> Option<shape::Source> {
    let Cited { title, url, read } = definition.sources.get(usize::from(place))?.clone();
    Some(shape::Source { title, url, read })
}

/// The text that was given at `applicant.family_name` or `homes[1].street`.
fn answer<'a>(answers: &'a Answers, field: &str) -> Option<&'a str> {
    let (answers, name) = match entry_of(field) {
        None => (answers, field),
        Some((list, entry, member)) => {
            let Answer::List(entries) = answers.get(list)? else {
                return None;
            };
            (entries.get(entry)?, member)
        }
    };
    match answers.get(name)? {
        Answer::Text(text) => Some(text),
        _ => None,
    }
}

/// The parts of `homes[1].street`; none of a fact that is in no list.
fn entry_of(field: &str) -> Option<(&str, usize, &str)> {
    let bytes = field.as_bytes();
    let open = bytes.iter().position(|byte| *byte == b'[')?;
    let close = bytes.iter().position(|byte| *byte == b']')?;
    let mut entry = 0;
    for digit in bytes.get(open + 1..close)? {
        entry = entry * 10 + usize::from(digit - b'0');
    }
    Some((field.get(..open)?, entry, field.get(close + 2..)?))
}

/// How many UTF-16 units stand before a byte.
fn units(text: &str, end: usize) -> usize {
    let before = text.get(..end).unwrap_or_default();
    before.chars().map(char::len_utf16).sum()
}
