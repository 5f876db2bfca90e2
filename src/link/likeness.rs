//! Whether a host that is not the agency's looks like it.

use super::{host::Host, hosts};
use crate::{
    Code,
    text::piece::{Pieces, one_apart, part, pieces, replaced},
};

/// What a host imitates, and how.
#[derive(Clone, Copy)]
pub(super) struct Likeness {
    pub code: Code,
    /// The host that it looks like.
    pub means: &'static str,
}

/// The ways to be alike, the plainest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    OtherLetters,
    NameInFront,
    OtherEnding,
    OneLetter,
    NameInside,
    HttpsInName,
}

/// The plainest likeness found yet.
type Plainest = Option<(Way, &'static str)>;

fn keep(found: &mut Plainest, way: Way, means: &'static str) {
    if found.is_none_or(|(plainest, _)| way < plainest) {
        *found = Some((way, means));
    }
}

/// How a host of nobody's we know looks like one that we know.
pub(super) fn of_stranger(host: &Host) -> Option<Likeness> {
    if host.is_of(hosts::STRANGERS) {
        return None;
    }
    let mut found = None;
    let count = host.names();
    let mut before = None;
    for (place, (name, looks)) in labels(host).take(count).enumerate() {
        let sold = place + 1 == count;
        of_label(&mut found, name, looks, sold);
        gov_in_label(&mut found, looks);
        if let Some(before) = before.filter(|_| is_gov(looks)) {
            keep(
                &mut found,
                Way::NameInFront,
                agency(before).unwrap_or(".gov"),
            );
        }
        if sold && hosts::has(hosts::LIKE_GOV, host.top()) {
            keep(
                &mut found,
                Way::OtherEnding,
                agency(looks).unwrap_or(".gov"),
            );
        }
        // As if the beginning of the name were the beginning of the link.
        if name == "https" || name == "http" {
            keep(&mut found, Way::HttpsInName, "https://");
        }
        before = Some(looks);
    }
    likeness(found)
}

/// How a host of the government's ending looks like the agency's: nobody else should have it.
pub(super) fn of_government(host: &Host) -> Option<Likeness> {
    let (name, looks) = labels(host).take(host.names()).last()?;
    let mut found = None;
    if host.is_of(hosts::STRANGERS) {
        return None;
    }
    if hosts::TARGETS.iter().all(|target| target.name != name) {
        of_label(&mut found, name, looks, true);
    }
    likeness(found.filter(|(way, _)| *way != Way::NameInside))
}

/// The labels, as they are and as they look.
fn labels(host: &Host) -> core::iter::Zip<Pieces<'_>, Pieces<'_>> {
    pieces(&host.ascii, b".").zip(pieces(&host.looks, b"."))
}

fn likeness(found: Plainest) -> Option<Likeness> {
    let (way, means) = found?;
    let code = match way {
        Way::OtherLetters => Code::LinkOtherLetters,
        Way::NameInFront => Code::LinkNameInFront,
        Way::OtherEnding => Code::LinkOtherEnding,
        Way::OneLetter => Code::LinkOneLetter,
        Way::NameInside => Code::LinkNameInside,
        Way::HttpsInName => Code::LinkHttpsInName,
    };
    Some(Likeness { code, means })
}

/// Whether a text that is no host, the part before an `@`, names an agency.
pub(super) fn in_text(text: &str) -> Option<&'static str> {
    let mut found = None;
    for part in pieces(text, b".:@+_") {
        of_label(&mut found, part, part, false);
        gov_in_label(&mut found, part);
        if same(part, "gov") {
            keep(&mut found, Way::NameInside, ".gov");
        }
    }
    found.map(|(_, means)| means)
}

fn of_label(found: &mut Plainest, name: &str, looks: &str, sold: bool) {
    for target in &hosts::TARGETS {
        let way = if name == target.name {
            if sold {
                Way::OtherEnding
            } else {
                Way::NameInFront
            }
        } else if looks == target.name {
            Way::OtherLetters
        } else if target.near && (near(looks, target.name) || doubled(looks, target.name)) {
            Way::OneLetter
        } else if same(looks, target.name) {
            Way::OtherLetters
        } else if target.inside && contains(looks, target.name, same) {
            // As it is written, or only as it looks.
            if contains(name, target.name, |one, other| one == other) {
                Way::NameInside
            } else {
                Way::OtherLetters
            }
        } else {
            continue;
        };
        keep(found, way, target.means);
    }
}

/// "state-gov", "travelstategov": an agency and its ending in one label.
fn gov_in_label(found: &mut Plainest, looks: &str) {
    let parts = pieces(looks, b"-").any(|part| part == "gov");
    let without = replaced(looks, b"-", "");
    let rest = match without.strip_suffix("gov") {
        None if parts => without.strip_prefix("gov"),
        rest => rest,
    };
    let rest = rest.unwrap_or_default();
    if let Some(means) = agency(rest.strip_prefix("www").unwrap_or(rest)) {
        keep(found, Way::NameInside, means);
    }
}

/// A label that is read as the ending of a name: "gov", and "gov-login".
fn is_gov(looks: &str) -> bool {
    same(pieces(looks, b"-").next().unwrap_or_default(), "gov") || same(looks, "mil")
}

/// The host of an agency with this name: `state.gov`.
pub(super) fn agency(name: &str) -> Option<&'static str> {
    pieces(hosts::AGENCIES, b" ").find(|agency| {
        agency
            .strip_suffix(".gov")
            .is_some_and(|agency| same(agency, name))
    })
}

/// A character as a hasty eye reads it.
fn hasty(byte: u8) -> u8 {
    match byte.to_ascii_lowercase() {
        b'0' => b'o',
        b'1' | b'l' | b'!' | b'|' => b'i',
        b'3' => b'e',
        b'5' | b'$' => b's',
        byte => byte,
    }
}

#[inline(never)]
fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while let (Some(one), Some(other)) = (one.get(at), other.get(at))
        && hasty(*one) == hasty(*other)
    {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// Whether a label has the name in it, by this comparison.
#[inline(never)]
fn contains(label: &str, name: &str, same: fn(&str, &str) -> bool) -> bool {
    (0..label.len()).any(|at| same(part(label, at, at + name.len()), name))
}

/// The name with some of its letters written twice or more: `ussciss`.
fn doubled(looks: &str, name: &str) -> bool {
    let mut last = 0;
    let mut wanted = name.bytes();
    for byte in looks.bytes() {
        if byte != last && wanted.next() != Some(byte) {
            return false;
        }
        last = byte;
    }
    wanted.len() == 0
}

/// Whether a label, or a part of it between hyphens, is one letter away from the name; a part must
/// not be shorter, lest every short word be one.
fn near(looks: &str, name: &str) -> bool {
    one_apart(looks.as_bytes(), name.as_bytes())
        || pieces(looks, b"-")
            .any(|part| part.len() >= name.len() && one_apart(part.as_bytes(), name.as_bytes()))
}
