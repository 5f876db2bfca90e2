//! A text that is being read: what was typed, what it came to, what there is to say.

use super::{
    piece::{behind, find, first, listed, part, pieces, same},
    tidy::tidy,
    whole,
};
use crate::{
    Code, Day, Kind,
    finding::{Check, Finding, Fix, Param, Safety, Severity, SharedFault},
    identifier::Fault,
    text::{Change, Span},
};

pub(super) struct Reading<'t> {
    pub kind: Kind,
    pub typed: &'t str,
    /// What was typed without hidden signs and superfluous spaces.
    pub text: String,
    pub today: Option<Day>,
    pub check: &'t mut Check,
}

/// A count for a message.
pub(super) fn number_param(number: usize) -> Param {
    Param::Number(u32::try_from(number).unwrap_or(u32::MAX))
}

impl<'t> Reading<'t> {
    pub(super) fn new(typed: &'t str, today: Option<Day>, check: &'t mut Check) -> Self {
        let text;
        (text, check.changes) = tidy(typed);
        let mut reading = Self {
            kind: check.kind,
            typed,
            text,
            today,
            check,
        };
        reading.leave_label_out();
        reading
    }

    /// "DOB: 10/05/1967", "Correo: maria@example.com".
    fn leave_label_out(&mut self) {
        let words = match self.kind {
            Kind::Email => "EMAIL E-MAIL MAIL CORREO ELECTRONICO ELECTRóNICO ADDRESS",
            Kind::Date | Kind::DateOfBirth => "DATE FECHA DOB BIRTH NACIMIENTO OF DE",
            _ => return,
        };
        let end = first(self.text.as_bytes(), 0, b":");
        let label = part(&self.text, 0, end);
        let value = behind(part(&self.text, end, self.text.len()), b": ");
        if !value.is_empty() && pieces(label, b" ").all(|word| listed(words, word)) {
            let value = value.to_owned();
            let label = part(&self.text, 0, self.text.len() - value.len()).to_owned();
            self.change("label", &label, "");
            self.text = value;
        }
    }

    /// Adds the kind's finding of this fault, about the whole text, if the kind has one.
    pub(super) fn say(&mut self, fault: SharedFault) {
        self.say_fix(fault, None);
    }

    /// The same with a fix that the person must agree to.
    pub(super) fn say_fix(&mut self, fault: SharedFault, ask: Option<String>) {
        let code = Code::of(self.kind, fault);
        self.tell(code, Some(self.whole()), [Param::None; 2], ask);
    }

    /// The same with a number that its message names.
    pub(super) fn say_number(&mut self, fault: SharedFault, number: usize, ask: Option<String>) {
        let code = Code::of(self.kind, fault);
        let params = [number_param(number), Param::None];
        self.tell(code, Some(self.whole()), params, ask);
    }

    /// The same about one typed character.
    pub(super) fn say_character(
        &mut self,
        fault: SharedFault,
        character: char,
        ask: Option<String>,
    ) {
        let code = Code::of(self.kind, fault);
        let place = self.place(character);
        self.tell(code, place, [Param::Char(character), Param::None], ask);
    }

    /// Adds a finding about nothing in particular.
    pub(super) fn mention(&mut self, code: Option<Code>) {
        self.tell(code, None, [Param::None; 2], None);
    }

    /// Adds a finding that only one kind has, about the whole text.
    pub(super) fn add(&mut self, code: Code, ask: Option<String>) {
        self.tell(Some(code), Some(self.whole()), [Param::None; 2], ask);
    }

    /// Adds a finding. All the others come here: it is built in one place, and so stays small.
    #[inline(never)]
    pub(super) fn tell(
        &mut self,
        code: Option<Code>,
        span: Option<Span>,
        params: [Param; 2],
        ask: Option<String>,
    ) {
        let Some(code) = code else { return };
        self.check.findings.push(Finding {
            code,
            span: span.filter(|span| span.end > span.start),
            fix: ask.map(|text| Fix {
                text,
                safety: Safety::Ask,
            }),
            looks_like: None,
            params,
        });
    }

    /// The finding that was just added, to say more.
    pub(super) fn last(&mut self) -> Option<&mut Finding> {
        self.check.findings.last_mut()
    }

    /// The fix that was just added keeps the meaning.
    pub(super) fn is_safe(&mut self) {
        if let Some(fix) = self.last().and_then(|finding| finding.fix.as_mut()) {
            fix.safety = Safety::Safe;
        }
    }

    pub(super) fn change(&mut self, what: &'static str, from: &str, to: &str) {
        self.check.change(what, from, to);
    }

    /// Takes another text for what was typed.
    #[inline(never)]
    pub(super) fn becomes(&mut self, what: &'static str, text: String) {
        let from = core::mem::replace(&mut self.text, text);
        let to = self.text.clone();
        self.check.changes.push(Change { what, from, to });
    }

    /// Where the character stands first.
    pub(super) fn place(&self, character: char) -> Option<Span> {
        let start = find(self.typed, 0, character)?;
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
        let is =
            listed("N/A NA NONE UNKNOWN PENDING NINGUNO NINGUNA", &self.text) || self.says_so();
        if is {
            self.add(Code::TextNotApplicable, None);
        }
        is
    }

    /// "I have none", in so many words.
    pub(super) fn says_so(&self) -> bool {
        ["NOT APPLICABLE", "NO APLICA", "NO TENGO", "NO LO TENGO"]
            .iter()
            .any(|said| same(&self.text, said))
    }

    /// Accepts the text as it is, unless an error was found.
    pub(super) fn accept_as_it_is(&mut self) {
        self.accept_same(self.text.clone());
    }

    /// The same of a value that is printed as it is kept.
    pub(super) fn accept_same(&mut self, value: String) {
        self.accept(value.clone(), value);
    }

    /// Accepts a value, unless an error was found.
    pub(super) fn accept(&mut self, value: String, display: String) {
        if self.error().is_none() {
            self.check.accept(value, display);
        }
    }

    fn error(&self) -> Option<&Finding> {
        self.check
            .findings
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
}
