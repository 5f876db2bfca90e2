//! Answers of the core in the shapes that cross: in words, and in JavaScript's units.

use super::{
    shape::{
        Change, Check, Classified, Confidence, Details, ExampleOf, Explanation, Finding, Fix,
        Found, Identified, KindExample, KindWords, LinkCheck, PasswordCheck, RuleMet, SourceOf,
    },
    utf16::Counter,
};
use crate::{
    Code, Found as Standing, Identified as Candidate, Kind, field, finding, link,
    message::{self, Catalogue},
    password,
};

/// A check of `typed`.
pub(super) fn check(check: finding::Check, typed: &str, texts: &Catalogue) -> Check {
    let mut counter = Counter::new(typed);
    let (kind, ok) = (check.kind, check.ok());
    let changes = check.changes.into_iter().map(|change| Change {
        what: change.what,
        from: change.from,
        to: change.to,
    });
    let findings = check
        .findings
        .into_iter()
        .map(|found| finding(found, kind, &mut counter, texts));
    let details = check.details.into_iter().map(|(name, detail)| {
        let text = match detail {
            finding::Detail::Text(text) => text,
            finding::Detail::Word(word) => texts.word(word).to_owned(),
        };
        (name, text)
    });
    Check {
        kind,
        ok,
        value: check.value,
        display: check.display,
        changes: changes.collect(),
        findings: findings.collect(),
        details: Details(details.collect()),
    }
}

fn finding(
    found: finding::Finding,
    kind: Kind,
    counter: &mut Counter,
    texts: &Catalogue,
) -> Finding {
    Finding {
        code: found.code,
        severity: found.severity(),
        message: message::message(&found, kind, texts),
        field: None,
        span: found.span.map(|span| counter.span(span)),
        fix: found.fix.map(|fix| Fix {
            text: fix.text,
            safety: fix.safety,
        }),
        looks_like: found.looks_like,
        source: SourceOf(found.code),
    }
}

/// A kind that `typed` may be.
pub(super) fn identified(one: Candidate, typed: &str, texts: &Catalogue) -> Identified {
    Identified {
        kind: one.kind,
        confidence: Confidence(one.confidence),
        check: check(one.check, typed, texts),
    }
}

/// An identifier that stands in `text`; `counter` counts through it.
pub(super) fn found(one: Standing, text: &str, counter: &mut Counter, texts: &Catalogue) -> Found {
    Found {
        kind: one.kind,
        value: one.value,
        span: counter.span(one.span),
        check: check(one.check, one.span.of(text), texts),
    }
}

/// What a box wants.
pub(super) fn classified(one: field::Classified, field: &field::Field) -> Classified {
    Classified {
        kind: one.kind,
        confidence: Confidence(one.confidence),
        why: one.why.of(field),
        whose: one.whose,
        purpose: one.purpose,
    }
}

/// A link or address in `text`; `counter` counts through it.
pub(super) fn link(
    one: link::LinkCheck,
    text: &str,
    counter: &mut Counter,
    texts: &Catalogue,
) -> LinkCheck {
    let span = counter.span(one.span);
    // The findings are inside the link, in no order: a long message is not counted anew for each.
    let mut inside = Counter::from(text, one.span.start, span.start);
    let findings = one.findings.into_iter();
    LinkCheck {
        verdict: one.verdict,
        host: one.host,
        span,
        findings: findings
            .map(|found| finding(found, Kind::Link, &mut inside, texts))
            .collect(),
    }
}

/// A password. Findings have no fix and no value; their places count through `typed`.
pub(super) fn password(
    one: password::PasswordCheck,
    typed: &str,
    texts: &Catalogue,
) -> PasswordCheck {
    let mut counter = Counter::new(typed);
    let rules = one.rules.into_iter().map(|(rule, met)| RuleMet {
        rule: rule.id(),
        met,
        message: message::message(&rule.finding(), Kind::Password, texts),
    });
    let findings = one.findings.into_iter();
    PasswordCheck {
        ok: one.ok,
        rules: rules.collect(),
        findings: findings
            .map(|found| finding(found, Kind::Password, &mut counter, texts))
            .collect(),
    }
}

/// What was found, answer by answer.
pub(super) fn recovery_answers(
    found: Vec<(usize, finding::Finding)>,
    count: usize,
    texts: &Catalogue,
) -> Vec<Vec<Finding>> {
    let mut all = Vec::new();
    all.resize_with(count, Vec::new);
    let mut counter = Counter::new("");
    for (place, one) in found {
        if let Some(findings) = all.get_mut(place) {
            findings.push(finding(one, Kind::RecoveryAnswer, &mut counter, texts));
        }
    }
    all
}

/// What a code means.
pub(super) fn explanation(code: Code, texts: &Catalogue) -> Explanation {
    let meaning = message::explain(code, texts);
    Explanation {
        code,
        severity: meaning.severity,
        what: meaning.what,
        why: meaning.why,
        example: ExampleOf(code),
        source: SourceOf(code),
    }
}

/// A kind in words.
pub(super) fn words(kind: Kind, texts: &Catalogue) -> KindWords {
    KindWords {
        kind,
        title: texts.title(kind).to_owned(),
        r#where: texts.place(kind).to_owned(),
        example: KindExample(kind),
    }
}
