//! What is wrong, as data: a code, a place, and what the words need. No value, no sentence.
//!
//! Every code is a row of `data/families/*.toml` with its severity, an example that shows it and
//! the source of its rule; its words are in `locales/`. `build/` compiles both and refuses a code
//! without them.

mod check;
mod code;
mod source;
mod word;

pub use check::{Check, Context, Detail};
pub(crate) use code::SharedFault;
pub use code::{Code, Severity};
pub use source::Source;
pub use word::Word;
pub(crate) use word::{FINDING_TEXTS, FINGERPRINT};

use crate::{Day, Kind, text::Span};

/// One thing to tell a person about what they typed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// Which of the known faults.
    pub code: Code,
    /// Where in the typed text, in bytes; `None` when it is about the whole.
    pub span: Option<Span>,
    /// What would mend it.
    pub fix: Option<Fix>,
    /// What the text is instead.
    pub looks_like: Option<Kind>,
    /// Values for the code's parameters ([`Code::params`]), in that order.
    pub params: [Param; 2],
}

/// A corrected text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The whole text as it should be.
    pub text: String,
    /// Whether it may be applied unasked.
    pub safety: Safety,
}

/// How sure a [`Fix`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    /// The meaning stays the same.
    Safe,
    /// It may change the meaning: ask.
    Ask,
}

/// What a message says in place of a parameter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Param {
    /// Not used by this code.
    #[default]
    None,
    /// A count or a year.
    Number(u32),
    /// A character that was typed.
    Char(char),
    /// A day.
    Day(Day),
    /// A kind, by its title.
    Kind(Kind),
    /// A fixed text that is the same in every language: a prefix, a form's name.
    Text(&'static str),
}

/// Adds a finding about a part of a text, and gives it back for whatever else it has to say.
///
/// Built where it stays: a finding that is made and then moved costs the module far more, at each
/// of the hundreds of places where there is one.
#[inline(never)]
pub(crate) fn tell(findings: &mut Vec<Finding>, code: Code, span: Span) -> &mut Finding {
    findings.push_mut(Finding {
        span: Some(span),
        ..Finding::new(code)
    })
}

impl Finding {
    /// A finding about the whole text.
    #[inline(never)]
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self {
            code,
            span: None,
            fix: None,
            looks_like: None,
            params: [Param::None; 2],
        }
    }

    /// The same at a place.
    #[must_use]
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    /// The same with values for the code's first parameters.
    #[must_use]
    pub fn with<const N: usize>(mut self, params: [Param; N]) -> Self {
        debug_assert_eq!(N, self.code.params().len(), "{}", self.code.id());
        for (place, param) in self.params.iter_mut().zip(params) {
            *place = param;
        }
        self
    }

    /// The same with a fix that keeps the meaning.
    #[must_use]
    pub fn safe_fix(mut self, text: String) -> Self {
        self.set_fix(text, Safety::Safe);
        self
    }

    /// The same with a fix that the person must agree to.
    #[must_use]
    pub fn ask_fix(mut self, text: String) -> Self {
        self.set_fix(text, Safety::Ask);
        self
    }

    /// Gives it a fix.
    #[inline(never)]
    pub(crate) fn set_fix(&mut self, text: String, safety: Safety) {
        self.fix = Some(Fix { text, safety });
    }

    /// The same, telling what the text is instead.
    #[must_use]
    pub fn looks_like(mut self, kind: Kind) -> Self {
        self.looks_like = Some(kind);
        self
    }

    /// How grave.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}
