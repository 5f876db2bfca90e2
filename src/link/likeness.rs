//! Whether a host that is not the agency's looks like it.

use super::{host::Host, hosts};
use crate::Code;

/// What a host imitates, and how; of several ways the plainest.
pub(super) struct Likeness {
    pub code: Code,
    /// The host that it looks like.
    pub means: &'static str,
}

/// The ways, the plainest first.
const WAYS: [Code; 5] = [
    Code::LinkOtherLetters,
    Code::LinkNameInFront,
    Code::LinkOtherEnding,
    Code::LinkOneLetter,
    Code::LinkNameInside,
];

/// How a host of nobody's we know looks like one that we know.
pub(super) fn of_stranger(host: &Host) -> Option<Likeness> {
    if hosts::STRANGERS
        .iter()
        .any(|stranger| host.belongs_to(stranger))
    {
        return None;
    }
    let names: Vec<(&str, &str)> = host.names().collect();
    let mut found = None;
    for (place, (name, looks)) in names.iter().copied().enumerate() {
        let sold = place + 1 == names.len();
        let before = place
            .checked_sub(1)
            .and_then(|before| names.get(before))
            .map(|(_, looks)| *looks);
        keep(&mut found, of_label(name, looks, sold));
        keep(&mut found, gov_in_label(looks));
        if let Some(before) = before.filter(|_| is_gov(looks)) {
            let means = agency(before).unwrap_or(".gov");
            keep(
                &mut found,
                Some(Likeness {
                    code: Code::LinkNameInFront,
                    means,
                }),
            );
        }
        if sold && hosts::LIKE_GOV.contains(&host.top()) {
            let means = agency(looks).unwrap_or(".gov");
            keep(
                &mut found,
                Some(Likeness {
                    code: Code::LinkOtherEnding,
                    means,
                }),
            );
        }
    }
    found
}

/// How a host of the government's ending looks like the agency's: nobody else should have it.
pub(super) fn of_government(host: &Host) -> Option<Likeness> {
    let (name, looks) = host.names().last()?;
    if hosts::TARGETS.iter().any(|target| target.name == name) {
        return None;
    }
    of_label(name, looks, true).filter(|likeness| likeness.code != Code::LinkNameInside)
}

/// Whether a text that is no host, the part before an `@`, names an agency.
pub(super) fn in_text(text: &str) -> Option<&'static str> {
    let mut found = None;
    for part in text.split(['.', ':', '@', '+', '_']) {
        if let Some(likeness) = of_label(part, part, false).or_else(|| gov_in_label(part)) {
            found = found.or(Some(likeness.means));
        }
        if same(part, "gov") {
            found = found.or(Some(".gov"));
        }
    }
    found
}

fn of_label(name: &str, looks: &str, sold: bool) -> Option<Likeness> {
    let mut found = None;
    for target in &hosts::TARGETS {
        let code = if name == target.name {
            if sold {
                Code::LinkOtherEnding
            } else {
                Code::LinkNameInFront
            }
        } else if looks == target.name {
            Code::LinkOtherLetters
        } else if target.near && (near(looks, target.name) || doubled(looks, target.name)) {
            Code::LinkOneLetter
        } else if same(looks, target.name) {
            Code::LinkOtherLetters
        } else if target.inside && contains(looks, target.name) {
            if name.contains(target.name) {
                Code::LinkNameInside
            } else {
                Code::LinkOtherLetters
            }
        } else {
            continue;
        };
        keep(
            &mut found,
            Some(Likeness {
                code,
                means: target.means,
            }),
        );
    }
    found
}

/// "state-gov", "travelstategov": an agency and its ending in one label.
fn gov_in_label(looks: &str) -> Option<Likeness> {
    let without: String = looks.chars().filter(|letter| *letter != '-').collect();
    let parts = looks.contains('-') && looks.split('-').any(|part| part == "gov");
    let rest = without
        .strip_suffix("gov")
        .or_else(|| without.strip_prefix("gov").filter(|_| parts))?;
    let rest = rest.strip_prefix("www").unwrap_or(rest);
    agency(rest).map(|means| Likeness {
        code: Code::LinkNameInside,
        means,
    })
}

/// A label that is read as the ending of a name: "gov", and "gov-login".
fn is_gov(looks: &str) -> bool {
    let first = looks.split('-').next().unwrap_or_default();
    same(first, "gov") || same(looks, "mil")
}

/// The host of an agency with this name: `state.gov`.
pub(super) fn agency(name: &str) -> Option<&'static str> {
    let agencies = hosts::AGENCIES.iter().copied();
    agencies.chain(hosts::OFFICIAL).find(|agency| {
        agency
            .strip_suffix(".gov")
            .is_some_and(|agency| same(agency, name))
    })
}

fn keep(found: &mut Option<Likeness>, other: Option<Likeness>) {
    let rank = |likeness: &Likeness| WAYS.iter().position(|way| *way == likeness.code);
    let Some(other) = other else { return };
    if found
        .as_ref()
        .is_none_or(|found| rank(&other) < rank(found))
    {
        *found = Some(other);
    }
}

/// A character as a hasty eye reads it.
fn hasty(byte: u8) -> u8 {
    match byte {
        b'0' => b'o',
        b'1' | b'l' | b'!' | b'|' => b'i',
        b'3' => b'e',
        b'5' | b'$' => b's',
        _ => byte,
    }
}

fn same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().map(hasty).eq(other.bytes().map(hasty))
}

fn contains(looks: &str, name: &str) -> bool {
    looks.as_bytes().windows(name.len()).any(|part| {
        part.iter()
            .map(|byte| hasty(*byte))
            .eq(name.bytes().map(hasty))
    })
}

/// The name with some of its letters written twice or more: `ussciss`.
fn doubled(looks: &str, name: &str) -> bool {
    let mut last = 0;
    let single = looks
        .bytes()
        .filter(|byte| core::mem::replace(&mut last, *byte) != *byte);
    looks.len() > name.len() && single.eq(name.bytes())
}

/// Whether one letter changed, added, left out, or swapped with the next makes one of the other.
fn one_apart(one: &[u8], other: &[u8]) -> bool {
    let (short, long) = if one.len() < other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let Some(at) = (0..long.len()).find(|at| short.get(*at) != long.get(*at)) else {
        return false;
    };
    match long.len() - short.len() {
        0 => {
            let swapped = at + 1 < long.len()
                && short.get(at) == long.get(at + 1)
                && short.get(at + 1) == long.get(at);
            short.get(at + 1..) == long.get(at + 1..)
                || swapped && short.get(at + 2..) == long.get(at + 2..)
        }
        1 => short.get(at..) == long.get(at + 1..),
        _ => false,
    }
}

/// Whether a label, or a part of it between hyphens, is one letter away from the name; a part must
/// not be shorter, lest every short word be one.
fn near(looks: &str, name: &str) -> bool {
    one_apart(looks.as_bytes(), name.as_bytes())
        || looks.contains('-')
            && looks
                .split('-')
                .any(|part| part.len() >= name.len() && one_apart(part.as_bytes(), name.as_bytes()))
}
