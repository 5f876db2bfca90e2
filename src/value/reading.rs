//! A text that is being read: what was typed, what it came to, what there is to say.

use super::{tidy::tidy, whole};
use crate::{
    Code, Day, Kind,
    finding::{Check, Detail, Finding, Param, Severity, SharedFault},
    identifier::Fault,
    text::{Change, Span},
};

pub(super) struct Reading<'t> {
    pub kind: Kind,
    pub typed: &'t str,
    /// What was typed without hidden signs and superfluous spaces.
    pub text: String,
    pub today: Option<Day>,
    pub changes: Vec<Change>,
    pub findings: Vec<Finding>,
    pub details: Vec<(&'static str, Detail)>,
}

/// What a text was read as.
pub(super) struct Value {
    pub value: String,
    pub display: String,
}

impl Value {
    /// Printed as it is kept.
    pub(super) fn same(text: String) -> Self {
        Self {
            display: text.clone(),
            value: text,
        }
    }
}

impl<'t> Reading<'t> {
    pub(super) fn new(kind: Kind, typed: &'t str, today: Option<Day>) -> Self {
        let (text, changes) = tidy(typed);
        Self {
            kind,
            typed,
            text,
            today,
            changes,
            findings: Vec::new(),
            details: Vec::new(),
        }
    }

    /// Adds the kind's finding of this fault, if the kind has one.
    pub(super) fn say(&mut self, fault: SharedFault, more: impl FnOnce(Finding) -> Finding) {
        if let Some(code) = Code::of(self.kind, fault) {
            self.add(code, more);
        }
    }

    /// Adds a finding that only one kind has.
    pub(super) fn add(&mut self, code: Code, more: impl FnOnce(Finding) -> Finding) {
        self.findings.push(more(Finding::new(code)));
    }

    /// Adds a finding about one typed character.
    pub(super) fn say_character(&mut self, fault: SharedFault, character: char) {
        let place = self.place(character);
        self.say(fault, |mut finding| {
            finding.span = place;
            finding.with([Param::Char(character)])
        });
    }

    pub(super) fn change(&mut self, what: &'static str, from: &str, to: &str) {
        self.changes.push(Change {
            what,
            from: from.to_owned(),
            to: to.to_owned(),
        });
    }

    /// Where the character stands first.
    pub(super) fn place(&self, character: char) -> Option<Span> {
        let start = self.typed.find(character)?;
        Some(Span {
            start,
            end: start + character.len_utf8(),
        })
    }

    pub(super) fn whole(&self) -> Span {
        whole(self.typed)
    }

    /// Says so of "N/A" and the like, where the official box takes only the value itself.
    pub(super) fn says_nothing(&mut self) -> bool {
        const WORDS: [&str; 7] = [
            "N/A",
            "NA",
            "NONE",
            "UNKNOWN",
            "NINGUNO",
            "NINGUNA",
            "NO APLICA",
        ];
        let is = WORDS
            .iter()
            .any(|word| self.text.eq_ignore_ascii_case(word));
        if is {
            let span = self.whole();
            self.add(Code::TextNotApplicable, |finding| finding.at(span));
        }
        is
    }

    /// The value, unless an error was found.
    pub(super) fn allowed(&self, value: Value) -> Option<Value> {
        self.error().is_none().then_some(value)
    }

    fn error(&self) -> Option<&Finding> {
        self.findings
            .iter()
            .find(|finding| finding.severity() == Severity::Error)
    }

    /// Why there is no value.
    pub(super) fn fault(&self) -> Fault {
        let found = self.error();
        Fault {
            code: found.map_or(Code::TextNotRead, |finding| finding.code),
            span: found
                .and_then(|finding| finding.span)
                .unwrap_or(Span { start: 0, end: 0 }),
            params: found.map_or([Param::None; 2], |finding| finding.params),
        }
    }

    pub(super) fn into_check(self, value: Option<Value>) -> Check {
        let mut findings = self.findings;
        crate::order::by(&mut findings, |a, b| a.severity() <= b.severity());
        let (value, display) = value.map(|it| (it.value, it.display)).unzip();
        Check {
            kind: self.kind,
            value,
            display,
            changes: self.changes,
            findings,
            details: self.details,
        }
    }
}
