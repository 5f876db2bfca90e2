//! What is wrong with a text that is no zone, and what would mend it.

use super::{
    character::{LETTER, code, coded},
    check_digit::{BIRTH, COMPOSITE, EXPIRY, NUMBER, OPTIONAL, wrong},
    layout::{Layout, need},
    repair::{self, Repair},
    written,
};
use crate::{
    Code, Kind,
    finding::{Finding, Param, Safety, SharedFault},
    identifier::{Fault, fault::Wanted},
    text::{
        Folded, SHORTEST_ZONE, Span, has,
        piece::{inner, is_space},
    },
};

const KIND: Kind = Kind::Mrz;

/// The first thing that is wrong.
pub(super) fn first(folded: &Folded) -> Fault {
    let mut first = None;
    each(folded, &mut |fault| first = first.or(Some(fault)));
    first.unwrap_or_else(|| Fault::unexpected(KIND, folded, 0))
}

/// Everything that is wrong, with the repair if there is one.
pub(super) fn all(folded: &Folded) -> Vec<Finding> {
    let mut findings = Vec::new();
    each(folded, &mut |fault| findings.push(Finding::from(fault)));
    let mended = mended(folded);
    if matches!(mended, Mended::Several) {
        findings.push(Finding::new(Code::MrzAmbiguousRepair));
    }
    if let (Mended::One(text), Some(first)) = (mended, findings.first_mut()) {
        first.set_fix(text, Safety::Ask);
    }
    findings
}

fn each(folded: &Folded, say: &mut dyn FnMut(Fault)) {
    let bytes = folded.as_bytes();
    if bytes.is_empty() {
        return say(Fault::empty(KIND));
    }
    if let Some(at) = bytes.iter().position(|byte| code(*byte) == 0) {
        return say(Fault::unexpected(KIND, folded, at));
    }
    let layout = Layout::of(bytes).filter(|_| folded.count() == bytes.len());
    if let Some(fault) = wrong_line(folded) {
        return say(fault);
    }
    let Some(layout) = layout else {
        let short = matches!(folded.count(), 0..73 | 80..88);
        return say(if short {
            Fault::too_short(KIND, folded, 0)
        } else {
            Fault::too_long(KIND, folded, 0)
        });
    };
    misplaced(folded, layout, say);
    let mut zone = repair::kept(bytes);
    let zone = zone.get_mut(..bytes.len()).unwrap_or_default();
    if !repair::force(zone, layout) {
        return;
    }
    let bad = wrong(&coded(zone), layout);
    let mut guarded = |bit, code, from, to| {
        if bad & bit != 0 {
            say(Fault::new(code, folded, from, to));
        }
    };
    let (number, birth, expiry) = (layout.number, layout.birth, layout.expiry());
    guarded(NUMBER, Code::MrzNumberCheckDigit, number, number + 9);
    guarded(BIRTH, Code::MrzBirthCheckDigit, birth, birth + 6);
    guarded(EXPIRY, Code::MrzExpiryCheckDigit, expiry, expiry + 6);
    let (from, to) = layout.optional;
    guarded(OPTIONAL, Code::MrzOptionalCheckDigit, from, to);
    // With another digit wrong, this one says nothing new.
    if bad == COMPOSITE {
        let at = layout.composite_digit;
        say(Fault::new(Code::MrzCompositeCheckDigit, folded, at, at + 1));
    }
}

/// The first character of each field that cannot stand there.
fn misplaced(folded: &Folded, layout: &Layout, say: &mut dyn FnMut(Fault)) {
    let bytes = folded.as_bytes();
    if bytes
        .first()
        .is_some_and(|first| !has(layout.begins, *first))
    {
        say(Fault::new(Code::MrzDocumentCode, folded, 0, 1));
    }
    for (from, to, word) in layout.places() {
        let need = need(word);
        let field = bytes.get(from..to).unwrap_or_default();
        if let Some(at) = field.iter().position(|byte| code(*byte) & need != need) {
            let wanted = if need == LETTER {
                Wanted::Letter
            } else {
                Wanted::Digit
            };
            say(Fault::character(KIND, folded, from + at, wanted));
        }
    }
    if bytes.get(layout.number) == Some(&b'<') {
        say(Fault::unexpected(KIND, folded, layout.number));
    }
    if bytes
        .get(layout.sex())
        .is_some_and(|sex| !has(&super::SEXES, *sex))
    {
        say(Fault::unexpected(KIND, folded, layout.sex()));
    }
}

/// In a text of two or three lines, the first that has not as many characters as it should.
fn wrong_line(folded: &Folded) -> Option<Fault> {
    if !folded.has(b'\n') {
        return None;
    }
    let (mut lines, mut longest) = (0, 0);
    each_line(folded, &mut |_, count| {
        lines += 1;
        longest = longest.max(count);
    });
    let width = match lines {
        2 if longest > 40 => 44,
        2 => 36,
        3 => 30,
        _ => return None,
    };
    let (mut number, mut wrong) = (0, None);
    each_line(folded, &mut |span, count| {
        number += 1;
        if wrong.is_none() && count != width {
            wrong = Some((number, span, count));
        }
    });
    let (number, span, found) = wrong?;
    let fault = Fault {
        code: Code::MrzLineLength,
        span,
        params: [Param::None; 2],
    };
    let found = u32::try_from(found).unwrap_or(u32::MAX);
    Some(fault.with([Param::Number(number), Param::Number(found)]))
}

/// The lines that are not empty: where each stands, and how many characters it has.
fn each_line(folded: &Folded, with: &mut dyn FnMut(Span, usize)) {
    let mut rest = folded.unlabelled();
    let mut start = folded.typed().len() - rest.len();
    loop {
        let end = rest.bytes().position(|byte| byte == b'\n');
        let (line, behind) = rest
            .split_at_checked(end.unwrap_or(rest.len()))
            .unwrap_or_default();
        let mut count = Folded::new(line).count();
        // A line by itself is too short for these to be read as `<<`.
        if line.len() < SHORTEST_ZONE {
            count += 2 * line.matches(['«', '≪']).count();
        }
        if count > 0 {
            let end = start + inner(line, is_space).end;
            with(Span { start, end }, count);
        }
        let Some(behind) = behind.get(1..) else {
            return;
        };
        start += line.len() + 1;
        rest = behind;
    }
}

enum Mended {
    One(String),
    Several,
    None,
}

fn mended(folded: &Folded) -> Mended {
    let bytes = folded.as_bytes();
    if folded.count() > bytes.len() {
        return Mended::None;
    }
    let layout = Layout::of(bytes).filter(|_| wrong_line(folded).is_none());
    let Some(layout) = layout else {
        return match repair::fill(bytes) {
            Some((zone, len)) => Mended::One(written(zone.get(..len).unwrap_or_default(), folded)),
            None => Mended::None,
        };
    };
    let mut zone = repair::kept(bytes);
    let zone = zone.get_mut(..bytes.len()).unwrap_or_default();
    if !repair::force(zone, layout) {
        return Mended::None;
    }
    match repair::solve(zone, layout) {
        Repair::One(zone) => {
            let zone = zone.get(..bytes.len()).unwrap_or_default();
            if super::is_zone(zone) {
                Mended::One(written(zone, folded))
            } else {
                Mended::None
            }
        }
        Repair::Several => Mended::Several,
        Repair::None => Mended::None,
    }
}

/// Whether a finding is about the zone itself, not about a text that is something else.
pub(super) fn is_about_the_zone(finding: &Finding) -> bool {
    let other = Code::of(KIND, SharedFault::AnotherKind);
    finding.code.kind() == Some(KIND) && Some(finding.code) != other
}
