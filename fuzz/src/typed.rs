//! What a person types or pastes.

use prefile::{
    Context, Kind, Mrz, Severity, check, identifier, identify, is_valid,
    message::{Catalogue, message},
    text::Folded,
    value::compare,
};
use std::sync::LazyLock;

use crate::{chance::Chance, today};

static WORDS: LazyLock<[Catalogue; 2]> =
    LazyLock::new(|| [Catalogue::english(), Catalogue::spanish()]);

/// Cleaning.
pub fn text(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let folded = Folded::new(&typed);
    let count = folded.as_bytes().len();
    assert!(count <= folded.count());
    // Where a character stood is looked for from the beginning: a few of them.
    for index in (0..count).step_by(count / 8 + 1) {
        let span = folded.span(index, index + 1);
        let one = typed.get(span.start..span.end);
        assert_eq!(one.map(|one| one.chars().count()), Some(1));
        assert_eq!(
            folded.character(index),
            one.and_then(|one| one.chars().next())
        );
    }
    assert!(typed.ends_with(folded.unlabelled()) || folded.typed().is_empty());
    let changes = folded.changes();
    assert!(changes.iter().all(|change| change.from != change.to));
}

/// An identifier; the first byte says which. Zones of passports have a door of their own.
pub fn identifier(bytes: &[u8]) {
    let mut chance = Chance(bytes);
    let kinds: Vec<Kind> = Kind::identifiers()
        .filter(|kind| *kind != Kind::Mrz)
        .collect();
    let kind = kinds[chance.below(kinds.len())];
    consistent(kind, &String::from_utf8_lossy(chance.0));
}

/// Machine-readable zones.
pub fn mrz(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    consistent(Kind::Mrz, &typed);
    if let Ok(zone) = Mrz::parse(&typed) {
        assert_eq!(Mrz::parse(&zone.to_string()), Ok(zone));
        for text in [zone.surname(), zone.given_names(), zone.document_number()] {
            assert!(!text.contains('<'));
        }
    }
}

/// A name, a part of an address, a telephone number, ..., as the first byte says; or two spellings
/// laid beside each other.
pub fn value(bytes: &[u8]) {
    let mut chance = Chance(bytes);
    let others = Kind::all().filter(|kind| !kind.is_identifier());
    let others: Vec<Kind> = others
        .filter(|kind| !matches!(kind, Kind::Link | Kind::Password))
        .collect();
    if let Some(kind) = others.get(chance.below(others.len() + 1)) {
        return consistent(*kind, &String::from_utf8_lossy(chance.0));
    }
    let [one, other] = chance.lines();
    let compared = compare(&one, &other);
    assert_eq!(compared.alike, compare(&other, &one).alike);
    for (side, text) in compared.sides().iter().zip([one, other]) {
        let whole: String = side.iter().map(|run| run.text.as_str()).collect();
        assert_eq!(whole, text, "the parts of a text make the text");
    }
}

/// Numbers in running text, and which number a text is.
pub fn scan(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let mut end = 0;
    for one in prefile::scan(&text, today()) {
        let mended = one
            .check
            .findings
            .iter()
            .any(|finding| finding.fix.is_some());
        assert!(one.check.ok() || mended, "right, or but for a slip");
        assert!(one.span.start >= end, "in order, none inside another");
        assert!(text.get(one.span.start..one.span.end).is_some());
        end = one.span.end;
    }
    assert!(
        identify(&text, today())
            .iter()
            .all(|one| one.confidence <= 100)
    );
}

/// What holds of every check.
fn consistent(kind: Kind, typed: &str) {
    // One of the two for each text, because this is what costs time.
    let [words, other] = &*WORDS;
    let (context, words) = if typed.len().is_multiple_of(2) {
        (today(), words)
    } else {
        (Context::default(), other)
    };
    let answer = check(kind, typed, context);
    if context.today.is_none() {
        assert_eq!(is_valid(kind, typed), answer.ok());
    }
    assert!(answer.findings.is_sorted_by_key(prefile::Finding::severity));
    for finding in &answer.findings {
        if let Some(span) = finding.span {
            assert!(typed.get(span.start..span.end).is_some());
        }
        if let Some(fix) = &finding.fix {
            let again = check(kind, &fix.text, context);
            assert!(
                again
                    .findings
                    .iter()
                    .all(|other| other.code != finding.code)
            );
        }
        let said = message(finding, kind, words);
        assert!(!said.is_empty() && (!said.contains('{') || typed.contains('{')));
    }
    let right = answer
        .findings
        .iter()
        .all(|one| one.severity() != Severity::Error);
    assert_eq!(answer.ok(), right);
    if kind.is_identifier() && right {
        for form in answer.value.iter().chain(&answer.display) {
            let again = check(kind, form, context);
            assert_eq!(
                (&again.value, &again.display),
                (&answer.value, &answer.display)
            );
        }
        let value = answer.value.unwrap_or_default();
        let parts = identifier::parts(kind, &value);
        let whole: String = parts.iter().map(|part| part.span.of(&value)).collect();
        assert_eq!(whole, value, "the parts of a value make the value");
    }
}
