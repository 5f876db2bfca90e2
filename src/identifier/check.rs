//! Checking a typed text as an identifier: the verdict, and everything there is to say.

#[cfg(feature = "mrz")]
use super::mrz;
use super::{
    Fault,
    fault::{digit_like, letter_like},
    mix_up, rules,
    rules::Rules,
};
use crate::{
    Code, Kind,
    finding::{Check, Context, Finding, Safety, SharedFault, Word},
    text::{Folded, LONGEST_VALUE, Span},
};

/// A part of a canonical value: which characters, and what they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The characters, as bytes of the canonical value.
    pub span: Span,
    /// What they are.
    pub name: Word,
}

/// The parts of a canonical value of an identifier; empty of other kinds.
///
/// ```
/// use prefile::{Kind, identifier::parts};
/// let parts = parts(Kind::ReceiptNumber, "EAC2212345678");
/// assert_eq!(parts.iter().map(|part| part.span.of("EAC2212345678")).collect::<Vec<_>>(),
///     ["EAC", "22", "123", "45678"]);
/// ```
#[must_use]
pub fn parts(kind: Kind, canonical: &str) -> Vec<Part> {
    let Some(rules) = rules(kind) else {
        return Vec::new();
    };
    let mut start = 0;
    let mut parts = Vec::new();
    for &(width, name) in (rules.parts)(canonical) {
        let end = (start + usize::from(width)).min(canonical.len());
        if start < end {
            parts.push(Part {
                span: Span { start, end },
                name,
            });
        }
        start = end;
    }
    parts
}

/// The verdict alone: no allocation, no words.
pub(crate) fn is_valid(kind: Kind, typed: &str) -> bool {
    #[cfg(feature = "mrz")]
    if kind == Kind::Mrz {
        return typed.len() <= LONGEST_VALUE && mrz::is_valid(typed);
    }
    typed.len() <= LONGEST_VALUE
        && rules(kind).is_some_and(|rules| rules.verdict(&Folded::new(typed)).is_ok())
}

/// The verdict and all there is to say.
pub(crate) fn check(typed: &str, context: Context, check: &mut Check) {
    let Some(rules) = rules(check.kind) else {
        check.mention(Code::TextNotRead);
        return;
    };
    let folded = Folded::new(typed);
    check.changes = folded.changes();
    match rules.verdict(&folded) {
        Ok(value) => {
            let value = value.of(&folded);
            (rules.remark)(value, &folded, context.today, check);
            check.sort();
            debug_assert!(check.ok());
            check.accept(value.to_owned(), rules.display(value));
        }
        Err(fault) => {
            explain(rules, &folded, fault, check);
            #[cfg(feature = "mrz")]
            if rules.kind == Kind::Mrz {
                mrz::explain(&folded, &mut check.findings);
            }
        }
    }
}

/// The one finding that helps most: what the text is instead, or what is wrong with it.
fn explain(rules: &Rules, folded: &Folded, fault: Fault, check: &mut Check) {
    let kind = rules.kind;
    if folded.count() == 0 && !folded.bare().is_empty() {
        check.mention(Code::TextOnlyInvisible);
    } else if fault.code != Code::TextNotApplicable
        && let Some(other) = mix_up::kind_instead(kind, folded)
        && let Some(code) = Code::of(kind, SharedFault::AnotherKind)
    {
        check.say(code, folded).looks_like = Some(other);
    } else {
        let finding = check.findings.push_mut(Finding::from(fault));
        if let Some(text) = corrected(rules, folded, fault) {
            finding.set_fix(text, Safety::Ask);
        }
    }
}

/// The text with letters for digits and digits for letters exchanged, if that makes it right.
fn corrected(rules: &Rules, folded: &Folded, fault: Fault) -> Option<String> {
    let exchanged = [SharedFault::LetterForDigit, SharedFault::DigitForLetter];
    let exchangeable = exchanged
        .iter()
        .any(|shared| Code::of(rules.kind, *shared) == Some(fault.code));
    if !exchangeable && fault.code != Code::FormNumberLForI {
        return None;
    }
    let mut text = folded.typed().to_owned();
    // Each round mends the first character that is wrong; an identifier has few.
    for _ in 0..folded.as_bytes().len() {
        let again = Folded::new(&text);
        let Err(fault) = rules.verdict(&again) else {
            return Some(text);
        };
        let at = again.index_of(fault.span.start)?;
        let byte = *again.as_bytes().get(at)?;
        let instead = digit_like(byte).or_else(|| letter_like(byte))?;
        text = again.replaced(&[(at, instead)]);
    }
    None
}
