//! What crosses to JavaScript, field by field as `pkg/src/guide.ts` declares it.

use crate::json::{Json, Map, object};

/// Everything there is to say of some packs with a person's answers.
#[derive(Debug)]
pub struct Evaluation {
    /// Every screen of every pack, in order.
    pub screens: Vec<Stage>,
    /// The first screen that is not done, with its questions.
    pub current: Option<Screen>,
    /// The screen that was asked for, with its questions.
    pub shown: Option<Screen>,
    /// The smallest sets of answers with which it would be complete.
    pub missing: Vec<Missing>,
    /// What is wrong with the answers, or good to know.
    pub findings: Vec<Finding>,
    /// How far the person has come.
    pub progress: Progress,
    /// The boxes of the official PDFs that are not left blank: of the first pack that has them.
    pub boxes: Map<String>,
    /// The same for each pack by its name.
    pub boxes_by_pack: Map<Map<String>>,
    /// What the answers come to.
    pub advice: Vec<Advice>,
    /// Where answers stand that no question asks for now.
    pub set_aside: Vec<String>,
    /// The lists in time.
    pub time_lines: Vec<TimeLine>,
}

/// A screen as a task in a list.
#[derive(Debug)]
pub struct Stage {
    /// The pack's name.
    pub pack: String,
    /// Its name in the pack.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// `done`, `current`, `reachable` or `not-needed`.
    pub status: &'static str,
}

/// A screen with what it asks.
#[derive(Debug)]
pub struct Screen {
    /// The pack's name.
    pub pack: String,
    /// Its name in the pack.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// A sentence below the heading; empty if there is none.
    pub intro: String,
    /// The list whose entries it asks about.
    pub list: Option<String>,
    /// In order; of a list, one entry after the other.
    pub questions: Vec<Question>,
}

/// A question.
#[derive(Debug)]
pub struct Question {
    /// Where its answer stands: `applicant.family_name`, `homes[1].street`.
    pub fact: String,
    /// The question.
    pub label: String,
    /// Help with the answer; empty if there is none.
    pub help: String,
    /// Why it is asked.
    pub why: String,
    /// What an answer is: a kind, or `yes-no`, `choice`, `month`, `number`, `amount`, `text`.
    pub kind: &'static str,
    /// What a choice chooses from.
    pub options: Vec<Choice>,
    /// Whether "I have none" is an answer.
    pub optional: bool,
    /// Where on paper it goes.
    pub place: Option<Place>,
    /// Whether it is answered.
    pub answered: bool,
}

/// One of the answers to choose from.
#[derive(Debug)]
pub struct Choice {
    /// Its name, which is the answer.
    pub id: String,
    /// In words.
    pub label: String,
}

/// A place on paper.
#[derive(Debug)]
pub struct Place {
    /// The form's name.
    pub form: String,
    /// The part's number, if the form has parts.
    pub part: Option<String>,
    /// The item's number, if the box has one.
    pub item: Option<String>,
    /// The page, if it is known.
    pub page: Option<u16>,
}

/// Answers with which nothing would be missing.
#[derive(Debug)]
pub struct Missing {
    /// Where they stand.
    pub facts: Vec<String>,
    /// The heading of the first screen that asks for one of them.
    pub why: String,
}

/// A finding, as everywhere in the package.
#[derive(Debug)]
pub struct Finding {
    /// Which fault.
    pub code: Code,
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// What is wrong, and what to do.
    pub message: String,
    /// Where the answer stands.
    pub field: Option<String>,
    /// The place in the answer, in UTF-16 units.
    pub span: Option<Span>,
    /// A corrected text.
    pub fix: Option<Fix>,
    /// What the answer is instead.
    pub looks_like: Option<&'static str>,
    /// Where the rule comes from; left to JavaScript of a code of the table.
    pub source: Option<Source>,
}

/// Which fault.
#[derive(Debug)]
pub enum Code {
    /// A row of the table, by its place: its name and source are told in JavaScript.
    Table(prefile::Code),
    /// A pack's own: `i-765/…`.
    Own(String),
}

impl Json for Code {
    fn write(&self, out: &mut String) {
        match self {
            Self::Table(code) => (*code as usize).write(out),
            Self::Own(code) => code.write(out),
        }
    }
}

/// A place in a text, in UTF-16 units.
#[derive(Debug)]
pub struct Span {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// A corrected text.
#[derive(Debug)]
pub struct Fix {
    /// The whole text as it should be.
    pub text: String,
    /// `safe` or `ask`.
    pub safety: &'static str,
}

/// Where a rule comes from.
#[derive(Debug)]
pub struct Source {
    /// What the page or document calls itself.
    pub title: String,
    /// Its address.
    pub url: String,
    /// The day it was read, ISO.
    pub read: String,
}

/// How far the person has come, in screens.
#[derive(Debug)]
pub struct Progress {
    /// Those that are done.
    pub done: usize,
    /// Those that apply, or may yet.
    pub total: usize,
}

/// What the answers come to.
#[derive(Debug)]
pub struct Advice {
    /// The pack's name.
    pub pack: String,
    /// Its name in the pack.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// The advice.
    pub body: String,
    /// Where it comes from.
    pub source: Option<Source>,
}

/// A list in time.
#[derive(Debug)]
pub struct TimeLine {
    /// The list's name.
    pub list: String,
    /// The first day that the form asks about, ISO.
    pub since: Option<String>,
    /// The entries whose days are known.
    pub bars: Vec<Bar>,
    /// The days without an entry, the latest first.
    pub gaps: Vec<Gap>,
}

/// One entry in time.
#[derive(Debug)]
pub struct Bar {
    /// Its place in the list.
    pub entry: usize,
    /// Its first day, ISO.
    pub from: String,
    /// Its last day; `None` when it goes on.
    pub to: Option<String>,
}

/// Days without an entry.
#[derive(Debug)]
pub struct Gap {
    /// The first of them, ISO.
    pub from: String,
    /// The last.
    pub to: String,
}

object! {
    Evaluation { screens, current, shown, missing, findings, progress, boxes, boxes_by_pack as "boxesByPack", advice, set_aside as "setAside", time_lines as "timeLines" }
    Stage { pack, id, title, status }
    Screen { pack, id, title, intro, list, questions }
    Question { fact, label, help, why, kind, options, optional, place, answered }
    Choice { id, label }
    Place { form, part, item, page }
    Missing { facts, why }
    Finding { code, severity, message, field, span, fix, looks_like as "looksLike", source }
    Span { start, end }
    Fix { text, safety }
    Source { title, url, read }
    Progress { done, total }
    Advice { pack, id, title, body, source }
    TimeLine { list, since, bars, gaps }
    Bar { entry, from, to }
    Gap { from, to }
}
