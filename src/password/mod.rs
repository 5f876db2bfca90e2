//! A password: the official rules, and what it gives away.
//!
//! ```
//! use prefile::{check_password, password::Rule};
//! let answer = check_password("maria1985", Some("maria@example.com"), &[]);
//! assert!(!answer.ok);
//! assert_eq!(answer.rules[1], (Rule::UpperCase, false));
//! ```
//!
//! The rules are data (`data/password-rules.toml`) and the whole password is held against them;
//! for the warnings its beginning is looked at. Nothing is copied: a password is read where it
//! stands, no finding repeats any of it, and what bears it has no `Debug`. How many guesses it
//! holds out is the crate `prefile-strength`'s to say.

mod birthday;
mod common;
mod look;
mod recovery;
mod secret;

pub use recovery::check_recovery_answers;
pub use secret::Password;

use crate::{
    Code,
    finding::{Check, Finding, Param},
    order,
    text::Span,
};
use secret::What;

include!(concat!(env!("OUT_DIR"), "/password_rules.rs"));

struct Row {
    rule: Rule,
    id: &'static str,
    what: What,
    least: usize,
    code: Code,
}

impl Rule {
    /// Every rule, in the order of the data.
    #[must_use]
    pub fn all() -> impl ExactSizeIterator<Item = Rule> {
        RULES.iter().map(|row| row.rule)
    }

    /// The name in the public API.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// What to say of it, whether it is met or not: "At least 8 characters."
    #[must_use]
    pub fn finding(self) -> Finding {
        about(self.row().code, None)
    }

    fn row(self) -> &'static Row {
        &RULES[self as usize]
    }
}

/// What there is to say about a password; nothing of it is in here.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PasswordCheck {
    /// Whether the official rules are met.
    pub ok: bool,
    /// Each official rule, and whether it is met.
    pub rules: Vec<(Rule, bool)>,
    /// The gravest first.
    pub findings: Vec<Finding>,
}

/// Holds a password against the official rules, and says what is unwise about it.
///
/// `personal` is what else the person entered: names, a birth date, numbers.
///
/// ```
/// use prefile::{Code, check_password};
/// let told = check_password("Ibarra1990!", None, &["Ibarra"]);
/// assert!(told.ok && told.rules.iter().all(|(_, met)| *met));
/// assert!(told.findings.iter().any(|one| one.code == Code::PasswordHasPersonal));
/// ```
#[must_use]
pub fn check_password(password: &str, email: Option<&str>, personal: &[&str]) -> PasswordCheck {
    let password = Password::new(password);
    let count = password.count();
    let mut rules = Vec::with_capacity(RULES.len());
    let mut findings = Vec::new();
    let (mut ok, mut unsure) = (true, false);
    for row in &RULES {
        let met = count.of(row.what) >= row.least;
        rules.push((row.rule, met));
        ok &= met;
        unsure |= met && count.surely(row.what) < row.least;
        if !met && !password.is_empty() {
            tell(&mut findings, row.code, None);
        }
    }
    if password.is_empty() {
        tell(&mut findings, Code::PasswordEmpty, None);
    } else {
        let errors = findings.len();
        look::known(&password, email, personal, &mut findings);
        let guessable = findings.len() > errors;
        look::odd(&password, &mut findings);
        let length = count.of(What::Any);
        let short = length < SHORT;
        let others = [
            (ok && short, Code::PasswordShort),
            (unsure, Code::PasswordUnsureRule),
            (count.digits == 0, Code::PasswordNoDigit),
            (
                ok && (guessable || short),
                Code::PasswordRulesAreNotStrength,
            ),
            (
                !ok && !guessable && length >= PASSPHRASE,
                Code::PasswordLongIsGood,
            ),
        ];
        for (is, code) in others {
            if is {
                tell(&mut findings, code, None);
            }
        }
        order::by(&mut findings, |one, next| one.severity() <= next.severity());
    }
    PasswordCheck {
        ok,
        rules,
        findings,
    }
}

/// A text as a value of the kind `password`: never with a value.
pub(crate) fn check(typed: &str, check: &mut Check) {
    check.findings = check_password(typed, None, &[]).findings;
}

/// Adds a finding; apart, because each place that did it itself would cost a hundred bytes.
#[inline(never)]
fn tell(findings: &mut Vec<Finding>, code: Code, span: Option<Span>) {
    findings.push(about(code, span));
}

fn about(code: Code, span: Option<Span>) -> Finding {
    let mut finding = Finding::new(code);
    finding.span = span;
    if !code.params().is_empty() {
        finding.params[0] = Param::Number(least(code));
    }
    finding
}

/// The number that a message names.
fn least(code: Code) -> u32 {
    let rule = RULES.iter().find(|row| row.code == code);
    u32::try_from(rule.map_or(SHORT, |row| row.least)).unwrap_or_default()
}
