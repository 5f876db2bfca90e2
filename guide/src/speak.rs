//! From an evaluation to JSON in words: places become names, findings sentences. Field by field as
//! `pkg/src/guide.ts` declares it.

use crate::json::{Json, field, key, list, object};
use prefile::{
    Day, Kind,
    finding::{Finding, Safety},
    form::{
        Answer, Answers, Asked, Definition, Evaluation, Filled, Packet, Said, Saying, Screen,
        Status, Step, TextIndex, TimeLine, Wants,
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
pub(crate) fn in_words(
    packet: &Packet,
    answers: &Answers,
    found: &Evaluation,
    words: &Words,
    show: &str,
) -> String {
    let speaker = Speaker {
        packet,
        answers,
        words,
        lines: packet
            .definitions()
            .iter()
            .map(|one| lines(one, words.language))
            .collect(),
    };
    let mut out = String::with_capacity(4096);
    object(&mut out, |out| speaker.evaluation(found, show, out));
    out
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
    answers: &'a Answers,
    words: &'a Words<'a>,
    /// Of each definition.
    lines: Vec<&'a [String]>,
}

impl<'a> Speaker<'a> {
    fn definition(&self, place: usize) -> &'a Definition {
        &self.packet.definitions()[place]
    }

    fn screen(&self, step: &Step) -> &'a Screen {
        &self.definition(step.definition).screens[step.screen]
    }

    fn text(&self, definition: usize, line: TextIndex) -> &'a str {
        let line = self.lines[definition].get(usize::from(line));
        line.map_or("", String::as_str)
    }

    fn evaluation(&self, found: &Evaluation, show: &str, out: &mut String) {
        list(out, "screens", &found.steps, |step, out| {
            object(out, |out| {
                self.heading(step, out);
                let status = match step.status {
                    Status::Done => "done",
                    Status::Current => "current",
                    Status::Reachable => "reachable",
                    Status::NotNeeded => "not-needed",
                };
                field(out, "status", &status);
            });
        });
        let current = found.current.and_then(|place| found.steps.get(place));
        self.asked_on(current, key(out, "current"));
        let shown = found.steps.iter().find(|step| {
            let behind = show.strip_prefix(self.definition(step.definition).id.as_str());
            behind.and_then(|behind| behind.strip_prefix('/'))
                == Some(self.screen(step).id.as_str())
        });
        self.asked_on(shown, key(out, "shown"));
        list(out, "missing", &found.missing, |missing, out| {
            object(out, |out| {
                list(out, "facts", &missing.facts, String::write);
                let (definition, screen) = missing.screen;
                let title = self.definition(definition).screens[screen].title;
                field(out, "why", &self.text(definition, title));
            });
        });
        list(out, "findings", &found.findings, |said, out| {
            object(out, |out| self.finding(said, out));
        });
        object(key(out, "progress"), |out| {
            field(out, "done", &found.done);
            field(out, "total", &found.total);
        });
        let packs: Vec<&[Filled]> = found
            .boxes
            .chunk_by(|one, next| one.definition == next.definition)
            .collect();
        boxes(
            packs.first().copied().unwrap_or_default(),
            key(out, "boxes"),
        );
        object(key(out, "boxesByPack"), |out| {
            for pack in packs {
                if let Some(first) = pack.first() {
                    boxes(pack, key(out, &self.definition(first.definition).id));
                }
            }
        });
        list(out, "advice", &found.advice, |(definition, place), out| {
            let advice = &self.definition(*definition).advice[*place];
            object(out, |out| {
                field(out, "pack", &self.definition(*definition).id);
                field(out, "id", &advice.id);
                field(out, "title", &self.text(*definition, advice.title));
                field(out, "body", &self.text(*definition, advice.body));
                self.source(*definition, advice.source, out);
            });
        });
        list(out, "setAside", &found.set_aside, String::write);
        list(out, "timeLines", &found.time_lines, |line, out| {
            object(out, |out| self.time_line(line, out));
        });
    }

    fn heading(&self, step: &Step, out: &mut String) {
        let screen = self.screen(step);
        field(out, "pack", &self.definition(step.definition).id);
        field(out, "id", &screen.id);
        field(out, "title", &self.text(step.definition, screen.title));
    }

    /// A screen with what it asks, or null.
    fn asked_on(&self, step: Option<&Step>, out: &mut String) {
        let Some(step) = step else {
            out.push_str("null");
            return;
        };
        let screen = self.screen(step);
        object(out, |out| {
            self.heading(step, out);
            field(out, "intro", &self.text(step.definition, screen.intro));
            let facts = &self.definition(step.definition).facts;
            let of = screen.list.map(|list| facts[usize::from(list)].id.as_str());
            field(out, "list", &of);
            // The list itself is asked for by its entries.
            let asked = step.asked.iter().filter(|asked| asked.of(screen).is_some());
            list(out, "questions", asked, |asked, out| {
                object(out, |out| self.question(step, *asked, out));
            });
        });
    }

    fn question(&self, step: &Step, asked: Asked, out: &mut String) {
        let definition = self.definition(step.definition);
        let Some(question) = asked.of(self.screen(step)) else {
            return;
        };
        let fact = &definition.facts[usize::from(question.fact)];
        let mut say = |name, line| field(out, name, &self.text(step.definition, line));
        say("label", question.label);
        say("help", question.help);
        say("why", question.why);
        field(out, "fact", &self.packet.path(asked.fact, asked.entry));
        field(out, "kind", &kind(&fact.wants));
        let options = match &fact.wants {
            Wants::Choice(choices) => choices.as_slice(),
            _ => &[],
        };
        list(out, "options", options, |choice, out| {
            object(out, |out| {
                field(out, "id", &choice.id);
                field(out, "label", &self.text(step.definition, choice.label));
            });
        });
        field(out, "optional", &fact.optional);
        field(out, "present", &definition.ends(question.fact));
        field(out, "answered", &asked.answered);
        let given = |text: &'a str| (!text.is_empty()).then_some(text);
        let out = key(out, "place");
        if definition.form.is_empty() {
            out.push_str("null");
            return;
        }
        object(out, |out| {
            field(out, "form", &definition.form);
            field(out, "part", &given(&question.place.part));
            field(out, "item", &given(&question.place.item));
            let page = |page: u16| (page > 0).then_some(usize::from(page));
            field(out, "page", &page(question.place.page));
            field(out, "instructions", &page(question.place.instructions));
        });
    }

    fn finding(&self, said: &Said, out: &mut String) {
        match &said.what {
            Saying::Finding(finding, fact) => {
                // JavaScript has the names of the table's codes and their sources.
                field(out, "code", &(finding.code as usize));
                field(out, "severity", &finding.severity().id());
                self.core_finding(finding, *fact, said.field.as_deref(), out);
            }
            Saying::Check(definition, place) => {
                let check = &self.definition(*definition).checks[*place];
                let code = [&self.definition(*definition).id, "/", &check.id].concat();
                field(out, "code", &code);
                field(out, "severity", &self.packet.severity(said).id());
                field(out, "message", &self.text(*definition, check.message));
                field(out, "field", &said.field.as_deref());
                for name in ["span", "fix", "looksLike"] {
                    key(out, name).push_str("null");
                }
                self.source(*definition, check.source, out);
            }
        }
    }

    fn core_finding(
        &self,
        finding: &Finding,
        fact: Option<usize>,
        at: Option<&str>,
        out: &mut String,
    ) {
        let kind = fact.and_then(|fact| match self.packet.facts().get(fact)?.wants {
            Wants::Kind(kind) => Some(kind),
            _ => None,
        });
        // A code of no kind says nothing of one.
        let message = message(finding, kind.unwrap_or(Kind::ANumber), self.words.catalogue);
        field(out, "message", &message);
        field(out, "field", &at);
        let answer = at.and_then(|at| answer(self.answers, at));
        found_at(finding, answer, out);
        key(out, "source").push_str("null");
    }

    fn source(&self, definition: usize, place: u16, out: &mut String) {
        let out = key(out, "source");
        match self.definition(definition).sources.get(usize::from(place)) {
            Some(source) => object(out, |out| {
                field(out, "title", &source.title);
                field(out, "url", &source.url);
                field(out, "read", &source.read);
            }),
            None => out.push_str("null"),
        }
    }

    fn time_line(&self, line: &TimeLine, out: &mut String) {
        field(out, "list", &self.packet.path(line.list, 0));
        field(out, "since", &line.since.map(Day::iso));
        list(out, "bars", &line.bars, |bar, out| {
            object(out, |out| {
                field(out, "entry", &bar.entry);
                field(out, "from", &bar.from.iso());
                field(out, "to", &bar.to.map(Day::iso));
            });
        });
        list(out, "gaps", &line.gaps, |(from, to), out| {
            object(out, |out| {
                field(out, "from", &from.iso());
                field(out, "to", &to.iso());
            });
        });
    }
}

fn boxes(filled: &[Filled], out: &mut String) {
    object(out, |out| {
        for filled in filled {
            field(out, &filled.name, &filled.text);
        }
    });
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

/// Where in the text that was given a finding is, what would mend it, and what the text is instead.
pub fn found_at(finding: &Finding, answer: Option<&str>, out: &mut String) {
    let out = key(out, "span");
    match finding.span.zip(answer) {
        Some((span, answer)) => object(out, |out| {
            field(out, "start", &units(answer, span.start));
            field(out, "end", &units(answer, span.end));
        }),
        None => out.push_str("null"),
    }
    let out = key(out, "fix");
    match &finding.fix {
        Some(fix) => object(out, |out| {
            field(out, "text", &fix.text);
            let safe = fix.safety == Safety::Safe;
            field(out, "safety", if safe { &"safe" } else { &"ask" });
        }),
        None => out.push_str("null"),
    }
    field(out, "looksLike", &finding.looks_like.map(Kind::id));
}

/// How many UTF-16 units stand before a byte.
fn units(text: &str, end: usize) -> usize {
    let before = text.get(..end).unwrap_or_default();
    before.chars().map(char::len_utf16).sum()
}
