//! The answer to "is this text a value of that kind?".

use super::{Code, Finding, Severity, Word, tell};
use crate::{
    Day, Kind, order,
    text::{Change, Folded, Span},
};
use std::borrow::Cow;

/// What is known from outside: the crate has no clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// Today, where the person is. Without it, rules that need a date are not applied.
    pub today: Option<Day>,
}

/// What a text is as a value of one kind, and everything there is to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Check {
    /// The kind it was checked as.
    pub kind: Kind,
    /// The canonical form, plain ASCII for identifiers; `None` when there is an error.
    pub value: Option<String>,
    /// As it is printed; `None` when there is an error.
    pub display: Option<String>,
    /// Every reading that differs from what was typed.
    pub changes: Vec<Change>,
    /// The gravest first.
    pub findings: Vec<Finding>,
    /// What the value says about itself.
    pub details: Vec<(&'static str, Detail)>,
}

/// Something that a value says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The same in every language: digits, a prefix, an office's official name.
    Text(Cow<'static, str>),
    /// In the reader's language.
    Word(Word),
}

impl Check {
    /// A check that found nothing yet.
    #[inline(never)]
    pub(crate) fn new(kind: Kind) -> Self {
        Self {
            kind,
            value: None,
            display: None,
            changes: Vec::new(),
            findings: Vec::new(),
            details: Vec::new(),
        }
    }

    /// A check that found only this, and no value.
    #[must_use]
    pub fn refused(kind: Kind, finding: Finding) -> Self {
        let mut check = Self::new(kind);
        check.findings.push(finding);
        check
    }

    /// Whether nothing is an error.
    #[must_use]
    pub fn ok(&self) -> bool {
        self.findings
            .iter()
            .all(|finding| finding.severity() != Severity::Error)
    }

    /// It is this value, printed so.
    #[inline(never)]
    pub(crate) fn accept(&mut self, value: String, display: String) {
        self.value = Some(value);
        self.display = Some(display);
    }

    /// Adds a finding about nothing in particular.
    #[inline(never)]
    pub(crate) fn mention(&mut self, code: Code) -> &mut Finding {
        self.findings.push_mut(Finding::new(code))
    }

    /// The gravest first.
    #[inline(never)]
    pub(crate) fn sort(&mut self) {
        order::by(&mut self.findings, |one, next| {
            one.severity() <= next.severity()
        });
    }

    /// Adds a finding about the whole of a text.
    #[inline(never)]
    pub(crate) fn say(&mut self, code: Code, folded: &Folded) -> &mut Finding {
        self.say_at(code, folded.whole())
    }

    /// The same about the characters `from..to`.
    #[inline(never)]
    pub(crate) fn say_of(
        &mut self,
        code: Code,
        folded: &Folded,
        from: usize,
        to: usize,
    ) -> &mut Finding {
        self.say_at(code, folded.span(from, to))
    }

    pub(crate) fn say_at(&mut self, code: Code, span: Span) -> &mut Finding {
        tell(&mut self.findings, code, span)
    }

    /// A detail in the value's own characters; none if there are none.
    #[inline(never)]
    pub(crate) fn text(&mut self, name: &'static str, text: &str) {
        self.own_text(name, text.to_owned());
    }

    pub(crate) fn own_text(&mut self, name: &'static str, text: String) {
        self.detail(name, Cow::Owned(text));
    }

    /// A detail that is the same of many values.
    pub(crate) fn fixed_text(&mut self, name: &'static str, text: &'static str) {
        self.detail(name, Cow::Borrowed(text));
    }

    #[inline(never)]
    fn detail(&mut self, name: &'static str, text: Cow<'static, str>) {
        if !text.is_empty() {
            self.details.push((name, Detail::Text(text)));
        }
    }

    #[inline(never)]
    pub(crate) fn word(&mut self, name: &'static str, word: Word) {
        self.details.push((name, Detail::Word(word)));
    }

    #[inline(never)]
    pub(crate) fn change(&mut self, what: &'static str, from: &str, to: &str) {
        self.changes.push(Change {
            what,
            from: from.to_owned(),
            to: to.to_owned(),
        });
    }

    /// Takes a sign out of the separators that were read over, so many times at the most: it is how
    /// the value is written.
    #[inline(never)]
    pub(crate) fn keep_separator(&mut self, sign: char, most: usize) {
        let mut kept = 0;
        for change in &mut self.changes {
            if change.what == "separators" {
                let mut left_out = String::new();
                for typed in change.from.chars() {
                    if typed == sign && kept < most {
                        kept += 1;
                    } else {
                        left_out.push(typed);
                    }
                }
                change.from = left_out;
            }
        }
        self.changes
            .retain(|change| change.what != "separators" || !change.from.is_empty());
    }
}
