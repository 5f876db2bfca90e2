//! What a typed text is to the page: nothing yet, a number, a whole notice. No document here.

use prefile::{
    Context, Finding, Identified, Kind, Severity, check, identify, scan,
    text::{Folded, LONGEST_VALUE},
};

/// What there is to say when a person is done, or rests.
pub(crate) enum Reading {
    /// The box is empty.
    Nothing,
    /// Only spaces and signs that cannot be seen.
    Invisible,
    /// Longer than any number, with numbers in it: a notice.
    Long,
    /// No number that is known.
    Unknown,
    /// The likeliest first.
    Known(Vec<Identified>),
}

pub(crate) fn read(typed: &str, context: Context) -> Reading {
    if typed.is_empty() {
        return Reading::Nothing;
    }
    if typed.len() > LONGEST_VALUE {
        return Reading::Long;
    }
    if Folded::new(typed).count() == 0 && Folded::new(typed).label().is_none() {
        return Reading::Invisible;
    }
    let known = identify(typed, context);
    if !known.is_empty() {
        return Reading::Known(known);
    }
    if scan(typed, context).is_empty() {
        Reading::Unknown
    } else {
        Reading::Long
    }
}

impl Reading {
    /// Whether it may be said while the person only rests between two characters. What is too
    /// short so far, or can still become something else, is no mistake yet.
    pub(crate) fn speaks_at_rest(&self, typed: &str) -> bool {
        match self {
            Self::Known(known) => known.first().is_some_and(|best| {
                let clean = best.check.findings.iter().all(is_note);
                let open = !becoming(Folded::new(typed).as_bytes()).is_empty();
                if clean {
                    !(open && WIDE.contains(&best.kind))
                } else {
                    !(open || is_too_short(best))
                }
            }),
            Self::Long => true,
            Self::Nothing | Self::Invisible | Self::Unknown => false,
        }
    }

    /// Whether it is certain enough to be said at every character.
    pub(crate) fn speaks_at_once(&self) -> bool {
        matches!(self, Self::Known(known) if known.first().is_some_and(|best| {
            best.confidence >= 90
                && best.kind.is_identifier()
                && best.check.findings.iter().all(is_note)
        }))
    }
}

fn is_note(finding: &Finding) -> bool {
    finding.severity() == Severity::Note
}

fn is_too_short(one: &Identified) -> bool {
    let mut findings = one.check.findings.iter();
    findings.any(|finding| finding.code.is_too_short())
}

/// What a text is becoming while it is typed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Hint {
    pub(crate) letters: usize,
    pub(crate) digits: usize,
    pub(crate) signs: usize,
    /// The one kind that it can still become, when there is only one.
    pub(crate) could: Option<Kind>,
}

/// Kinds of so wide a shape that almost anything could become one.
const WIDE: [Kind; 5] = [
    Kind::PassportNumber,
    Kind::VisaNumber,
    Kind::CertificateNumber,
    Kind::ClassOfAdmission,
    Kind::FormNumber,
];

pub(crate) fn hint(typed: &str) -> Hint {
    let folded = Folded::new(typed);
    let bytes = folded.as_bytes();
    // Longer than any number: only its beginning is kept, and nothing true can be counted.
    if folded.count() > bytes.len() {
        return Hint::default();
    }
    let letters = bytes
        .iter()
        .filter(|byte| byte.is_ascii_alphabetic())
        .count();
    let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    let could = match becoming(bytes).as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    Hint {
        letters,
        digits,
        signs: folded.count() - letters - digits,
        could,
    }
}

/// The kinds whose example could end the text so that it would be taken for one of them.
fn becoming(begun: &[u8]) -> Vec<Kind> {
    let begun = core::str::from_utf8(begun).unwrap_or_default();
    if begun.len() < 2 {
        return Vec::new();
    }
    let mut kinds: Vec<Kind> = Kind::identifiers().collect();
    kinds.retain(|kind| {
        let example = check(*kind, kind.example(), Context::default()).value;
        let rest = example
            .as_deref()
            .and_then(|example| example.get(begun.len()..));
        let ended = rest.filter(|rest| !rest.is_empty() && !WIDE.contains(kind));
        ended.is_some_and(|rest| {
            let whole = identify(&[begun, rest].concat(), Context::default());
            whole
                .first()
                .is_some_and(|best| best.kind == *kind && best.check.findings.iter().all(is_note))
        })
    });
    kinds
}

#[cfg(test)]
mod tests {
    use super::{Hint, Kind, Reading, hint, read};
    use prefile::Context;

    #[track_caller]
    fn becomes(typed: &str, letters: usize, digits: usize, could: Option<Kind>) {
        let expect = Hint {
            letters,
            digits,
            signs: 0,
            could,
        };
        assert_eq!(hint(typed), expect, "{typed}");
    }

    #[test]
    fn hints_count_and_name_the_only_kind_left() {
        becomes("", 0, 0, None);
        becomes("E", 1, 0, None);
        becomes("EAC2", 3, 1, Some(Kind::ReceiptNumber));
        becomes("EAC 22", 3, 2, Some(Kind::ReceiptNumber));
        becomes("IOE09", 3, 2, Some(Kind::ReceiptNumber));
        becomes("12345", 0, 5, None);
        becomes("EAC2212345678", 3, 10, None);
        becomes(&"a".repeat(96), 96, 0, None);
        becomes(&"a".repeat(97), 0, 0, None);
    }

    #[track_caller]
    fn reads(typed: &str, expect: &str) {
        let name = match read(typed, Context::default()) {
            Reading::Nothing => "nothing",
            Reading::Invisible => "invisible",
            Reading::Long => "long",
            Reading::Unknown => "unknown",
            Reading::Known(_) => "known",
        };
        assert_eq!(name, expect, "{typed}");
    }

    #[test]
    fn readings() {
        reads("", "nothing");
        reads("  \u{200b}\u{a0}", "invisible");
        reads("EAC2212345678", "known");
        reads("hello", "unknown");
        reads("We have your form I-765. Receipt EAC2212345678.", "long");
        reads(&"1".repeat(5000), "long");
    }

    #[track_caller]
    fn rests(typed: &str, speaks: bool) {
        assert_eq!(
            read(typed, Context::default()).speaks_at_rest(typed),
            speaks,
            "{typed}"
        );
    }

    #[test]
    fn what_is_only_too_short_is_no_mistake_yet() {
        rests("EAC2", false);
        rests("EAC22", false);
        rests("1234567", true);
        rests("EAC221234567", false);
        rests("EAC2212345678", true);
        rests("EAC22123456O8", true);
        rests("hello", false);
    }
}
