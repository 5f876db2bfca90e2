//! From a finding to a sentence.

use super::Catalogue;
use crate::{
    Code, Kind, Severity,
    finding::{Finding, Param},
    text::cut,
};

/// What a code means, for documentation and for who wants to know more. Its example and the
/// source of its rule are [`Code::example`] and [`Code::source`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The code.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// What is the matter.
    pub what: String,
    /// Why it matters.
    pub why: String,
}

/// What a finding says, to a person who typed a value of `kind`.
///
/// ```
/// use prefile::{Context, Kind, check, message::{Catalogue, message}};
/// let check = check(Kind::ANumber, "A123456", Context::default());
/// assert_eq!(
///     message(&check.findings[0], check.kind, &Catalogue::english()),
///     "An A-Number has 7 to 9 digits; this has 6. Compare it with the paper.",
/// );
/// ```
#[must_use]
pub fn message(finding: &Finding, kind: Kind, texts: &Catalogue) -> String {
    filled(finding, MESSAGE, kind, texts)
}

/// What a code means. Texts that many kinds share are said of the code's own kind.
#[must_use]
pub fn explain(code: Code, texts: &Catalogue) -> Explanation {
    let kind = code.kind().unwrap_or(Kind::ANumber);
    let about = Finding::new(code);
    Explanation {
        code,
        severity: code.severity(),
        what: filled(&about, WHAT, kind, texts),
        why: filled(&about, WHY, kind, texts),
    }
}

/// Which of a finding's texts.
pub(crate) const MESSAGE: usize = 0;
pub(crate) const WHAT: usize = 1;
pub(crate) const WHY: usize = 2;

fn filled(finding: &Finding, which: usize, kind: Kind, texts: &Catalogue) -> String {
    let mut out = String::new();
    fill(finding, which, kind, texts, &mut out);
    out
}

/// Adds one of a finding's texts.
fn fill(finding: &Finding, which: usize, kind: Kind, texts: &Catalogue, out: &mut String) {
    let mut rest = texts.template(finding.code, which);
    loop {
        let (before, after) = cut(rest, b'{');
        out.push_str(before);
        if after.is_empty() {
            return;
        }
        let (name, behind) = cut(after, b'}');
        put(name, finding, kind, texts, out);
        rest = behind;
    }
}

fn put(name: &str, finding: &Finding, kind: Kind, texts: &Catalogue, out: &mut String) {
    let other = finding.looks_like.unwrap_or(kind);
    match name {
        "kind" => out.push_str(texts.title(kind)),
        "a" => out.push_str(texts.a(kind)),
        "A" => capital(texts.a(kind), out),
        "the" => out.push_str(texts.the(kind)),
        "The" => capital(texts.the(kind), out),
        "length" => out.push_str(texts.length(kind)),
        "where" => out.push_str(texts.place(kind)),
        "other" => out.push_str(texts.title(other)),
        "other_a" => out.push_str(texts.a(other)),
        "other_A" => capital(texts.a(other), out),
        "other_where" => out.push_str(texts.place(other)),
        own => {
            // Its place, by `build/texts.rs`.
            let place = own.bytes().next().map(|digit| usize::from(digit & 15));
            let param = place.and_then(|place| finding.params.get(place)).copied();
            param_text(param.unwrap_or_default(), texts, out);
        }
    }
}

fn param_text(param: Param, texts: &Catalogue, out: &mut String) {
    match param {
        Param::None => {}
        Param::Number(number) => decimal(number, 1, out),
        Param::Char(character) => out.push(character),
        Param::Day(day) => {
            // As US forms write it: 10/05/1967.
            decimal(u32::from(day.month()), 2, out);
            out.push('/');
            decimal(u32::from(day.day()), 2, out);
            out.push('/');
            decimal(u32::from(day.year()), 4, out);
        }
        Param::Kind(kind) => out.push_str(texts.title(kind)),
        Param::Text(text) => out.push_str(text),
    }
}

/// Writes a number with at least so many digits; `format!` would cost the core kilobytes.
fn decimal(number: u32, least: usize, out: &mut String) {
    let mut unit = 1_000_000_000;
    for place in (0..10_usize).rev() {
        let digit = u8::try_from(number / unit % 10).unwrap_or(0);
        if number >= unit || place < least {
            out.push((b'0' + digit) as char);
        }
        unit = (unit / 10).max(1);
    }
}

fn capital(text: &str, out: &mut String) {
    let mut characters = text.chars();
    if let Some(first) = characters.next() {
        out.push(first.to_ascii_uppercase());
        out.push_str(characters.as_str());
    }
}
