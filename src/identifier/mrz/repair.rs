//! Misread characters, mended where shape and check digits prove it.

use super::{
    character::{DIGIT, LETTER, code, coded, sort},
    check_digit::{self, COMPOSITE, NUMBER, OPTIONAL},
    layout::Layout,
};
use crate::{
    identifier::fault::{digit_like, letter_like},
    text::has,
};

/// The characters of a zone, at most 90.
pub(super) type Characters = [u8; 90];

/// What came of mending.
pub(super) enum Repair {
    /// There is one way, and every check digit fits.
    One(Characters),
    /// There are several.
    Several,
    None,
}

/// Puts in place of each character that cannot stand where it stands the one that it looks like.
/// False if one of them looks like none that could.
pub(super) fn force(zone: &mut [u8], layout: &Layout) -> bool {
    let mut mended = true;
    for (byte, need) in zone.iter_mut().zip(layout.needs) {
        let fits = |byte: u8| code(byte) & need == need;
        if !fits(*byte) {
            match digit_like(*byte).or_else(|| letter_like(*byte)) {
                Some(instead) => *byte = instead,
                None => mended = false,
            }
        }
    }
    if let Some(first) = zone.first_mut()
        && !has(layout.begins, *first)
    {
        // A small l, or the digit 1.
        if matches!(*first, b'1' | b'L') && has(layout.begins, b'I') {
            *first = b'I';
        } else {
            mended = false;
        }
    }
    mended
}

fn wrong(zone: &[u8], layout: &Layout) -> u8 {
    check_digit::wrong(&coded(zone), layout)
}

/// Looks for the one character, in each field whose check digit is wrong, that was misread.
///
/// At most one of a document number and one of optional data: with more, some repair would
/// always be found. So the work is bounded by 30 × 50 sums.
pub(super) fn solve(zone: &[u8], layout: &Layout) -> Repair {
    let bad = wrong(zone, layout);
    let number = (layout.number, layout.number + 9);
    let fields = match bad & !COMPOSITE {
        _ if bad == 0 => return Repair::One(kept(zone)),
        NUMBER => [number, (0, 0)],
        OPTIONAL => [layout.optional, (0, 0)],
        fields if fields == NUMBER + OPTIONAL => [number, layout.optional],
        // The composite alone is wrong: of what no other digit guards.
        0 => return one_of(zone, layout),
        _ => return Repair::None,
    };
    let mut found = Found::default();
    let mut tried = kept(zone);
    let [first, second] = fields;
    each(first, most(first, zone), &mut tried, &mut |tried| {
        if second.1 == 0 {
            found.hold(tried, zone.len(), layout);
        } else if wrong(tried.get(..zone.len()).unwrap_or_default(), layout) & NUMBER == 0 {
            each(second, most(second, zone), tried, &mut |tried| {
                found.hold(tried, zone.len(), layout);
            });
        }
    });
    found.outcome()
}

/// Optional data is long, and often empty: only a reading that joins letters or digits counts.
fn one_of(zone: &[u8], layout: &Layout) -> Repair {
    let mut found = Found::default();
    let mut tried = kept(zone);
    for field in [layout.optional, layout.more] {
        if let Some(most) = borders(field, zone).checked_sub(1) {
            each(field, most, &mut tried, &mut |tried| {
                found.hold(tried, zone.len(), layout);
            });
        }
    }
    found.outcome()
}

#[derive(Default)]
struct Found {
    first: Option<Characters>,
    several: bool,
}

impl Found {
    fn hold(&mut self, tried: &Characters, len: usize, layout: &Layout) {
        if wrong(tried.get(..len).unwrap_or_default(), layout) == 0 {
            self.several |= self.first.is_some();
            self.first = Some(*tried);
        }
    }

    fn outcome(self) -> Repair {
        match self.first {
            Some(_) if self.several => Repair::Several,
            Some(zone) => Repair::One(zone),
            None => Repair::None,
        }
    }
}

/// Tries every character of a field as each that it looks like, where then letters and digits
/// do not meet more often than this.
fn each(
    (from, to): (usize, usize),
    most: usize,
    zone: &mut Characters,
    with: &mut dyn FnMut(&mut Characters),
) {
    for at in from..to {
        let Some(read) = zone.get(at).copied() else {
            return;
        };
        for instead in alike(read) {
            zone[at] = *instead;
            if borders((from, to), zone) <= most {
                with(zone);
            }
        }
        zone[at] = read;
    }
}

/// How often a letter and a digit stand side by side.
fn borders((from, to): (usize, usize), zone: &[u8]) -> usize {
    let field = zone.get(from..to).unwrap_or_default();
    let pairs = field.windows(2);
    let differ = |pair: &[u8]| sort(code(pair[0])) ^ sort(code(pair[1])) == LETTER + DIGIT;
    pairs.filter(|pair| differ(pair)).count()
}

/// One in ten readings fits a check digit by chance. So where letters and digits stand in few
/// groups, as in most numbers, no reading is tried that tears them apart.
fn most(field: (usize, usize), zone: &[u8]) -> usize {
    match borders(field, zone) {
        few @ 0..=3 => few,
        _ => usize::MAX,
    }
}

/// What a character may have been misread for. `K` for a filler is not among them, nor `G` for 6 or `L` for
/// 1: check digits cannot tell these two.
fn alike(read: u8) -> &'static [u8] {
    match read {
        b'0' => b"ODQ",
        b'O' | b'Q' | b'D' => b"0",
        b'1' => b"I",
        b'I' => b"1",
        b'2' => b"Z",
        b'Z' => b"2",
        b'5' => b"S",
        b'S' => b"5",
        b'8' => b"B",
        b'B' => b"8",
        _ => b"",
    }
}

/// Looks for the run of fillers that was typed too long or too short: the longest, and of these the last, that
/// makes every check digit fit.
pub(super) fn fill(typed: &[u8]) -> Option<(Characters, usize)> {
    let mut best: Option<(usize, Characters, usize)> = None;
    let mut at = 0;
    while let Some(rest) = typed.get(at..).filter(|rest| !rest.is_empty()) {
        let run = rest.iter().take_while(|byte| **byte == b'<').count();
        for len in [72, 88, 90] {
            let longer = best.as_ref().is_none_or(|(best, ..)| run >= *best);
            // The run that is left.
            let left = (run + len).checked_sub(typed.len());
            if let Some(left) = left.filter(|left| run >= 2 && *left >= 2 && longer) {
                let mut zone = [b'<'; 90];
                let after = rest.get(run..).unwrap_or_default();
                let before = typed.get(..at).unwrap_or_default();
                copy(zone.get_mut(..at), before);
                copy(zone.get_mut(at + left..len), after);
                let zone_read = zone.get(..len).unwrap_or_default();
                if len != typed.len() && super::is_zone(zone_read) {
                    best = Some((run, zone, len));
                }
            }
        }
        at += run.max(1);
    }
    best.map(|(_, zone, len)| (zone, len))
}

/// Runs of three and more K's, which no name has, as the fillers that they were; `None` if there
/// are none.
pub(super) fn without_k(zone: &[u8]) -> Option<Characters> {
    let mut mended = kept(zone);
    let mut at = 0;
    let mut any = false;
    while let Some(rest) = zone.get(at..).filter(|rest| !rest.is_empty()) {
        let run = rest.iter().take_while(|byte| **byte == b'K').count();
        if run >= 3 {
            any = true;
            mended.get_mut(at..at + run)?.fill(b'<');
        }
        at += run.max(1);
    }
    let read = mended.get(..zone.len())?;
    (any && super::is_zone(read)).then_some(mended)
}

/// A copy that can be tried on.
pub(super) fn kept(zone: &[u8]) -> Characters {
    let mut kept = [b'<'; 90];
    copy(kept.get_mut(..zone.len()), zone);
    kept
}

fn copy(to: Option<&mut [u8]>, from: &[u8]) {
    for (to, from) in to.unwrap_or_default().iter_mut().zip(from) {
        *to = *from;
    }
}
