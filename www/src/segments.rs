//! A number taken apart: its characters in a row, each part bracketed and named, what is wrong
//! marked in place. A list to a screen reader.

use crate::{
    dom::{append, append_text, copy_of, drop_empty, part, say, say_part, worded},
    language::Speech,
    texts::{Key, key},
};
use core::ops::Range;
use prefile::{
    Check, Severity,
    finding::{Detail, Word},
    identifier::parts,
    text::Folded,
};
use web_sys::Element;

/// Characters that belong together.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    pub(crate) text: String,
    /// What it is; none when the parts are not known.
    pub(crate) name: Option<Word>,
    /// Which of its characters are marked, in bytes of `text`.
    pub(crate) faults: Vec<Range<usize>>,
}

/// The value of a right number in its parts; of a wrong one, what was typed, in one.
pub(crate) fn segments(check: &Check, typed: &str) -> Vec<Segment> {
    let Some(value) = &check.value else {
        let start = typed.len() - typed.trim_start().len();
        let text = typed.trim();
        let whole = start..start + text.len();
        let faults = faults(check, text).map(|span| span.start..span.end);
        let faults: Vec<_> = faults.collect();
        return vec![Segment {
            faults: inside(&faults, whole),
            text: text.to_owned(),
            name: None,
        }];
    };
    let parts = parts(check.kind, value);
    let faults = faults_in_value(check, typed, value);
    if parts.is_empty() {
        return vec![Segment {
            text: value.clone(),
            name: None,
            faults,
        }];
    }
    let segments = parts.iter().map(|part| Segment {
        text: part.span.of(value).to_owned(),
        name: Some(part.name),
        faults: inside(&faults, part.span.start..part.span.end),
    });
    segments.collect()
}

/// The places of what is wrong or doubtful, but for those that are the whole text.
fn faults(check: &Check, text: &str) -> impl Iterator<Item = prefile::text::Span> {
    let most = text.len().saturating_sub(1);
    let wrong = check.findings.iter();
    let wrong = wrong.filter(|finding| finding.severity() != Severity::Note);
    let spans = wrong.filter_map(|finding| finding.span);
    spans.filter(move |span| span.end > span.start && span.end - span.start < most)
}

/// A finding's place in what was typed, found again in the canonical value. Both end alike: what
/// differs (a letter, zeros) stands in front.
fn faults_in_value(check: &Check, typed: &str, value: &str) -> Vec<Range<usize>> {
    let folded = Folded::new(typed);
    let kept = folded.as_bytes();
    let mut marked = Vec::new();
    for span in faults(check, typed.trim()) {
        for index in 0..kept.len() {
            let place = folded.span(index, index + 1);
            let at = (index + value.len()).checked_sub(kept.len());
            let Some(at) = at.filter(|at| value.as_bytes().get(*at) == kept.get(index)) else {
                continue;
            };
            if place.start >= span.start && place.end <= span.end {
                match marked.last_mut() {
                    Some(Range { end, .. }) if *end == at => *end += 1,
                    _ => marked.push(at..at + 1),
                }
            }
        }
    }
    marked
}

/// The ranges that touch `part`, cut to it and counted from its start.
fn inside(ranges: &[Range<usize>], part: Range<usize>) -> Vec<Range<usize>> {
    let cut = ranges.iter().map(|range| {
        let start = range.start.max(part.start);
        let end = range.end.min(part.end);
        (start, end)
    });
    cut.filter(|(start, end)| start < end)
        .map(|(start, end)| start - part.start..end - part.start)
        .collect()
}

/// How long the groups are in which a run of characters is easiest to compare.
fn groups(text: &str) -> &'static [usize] {
    match text.len() {
        _ if !text.bytes().all(|byte| byte.is_ascii_digit()) => &[],
        9 => &[3, 3, 3],
        10 => &[4, 3, 3],
        11 => &[4, 4, 3],
        12 => &[4, 4, 4],
        _ => &[],
    }
}

/// Draws the number.
pub(crate) fn draw(check: &Check, typed: &str, speech: &Speech) -> Element {
    let figure = copy_of("segments");
    let key = if check.value.is_some() {
        key!("taken_apart.title")
    } else {
        key!("taken_apart.typed")
    };
    say_part(&figure, "caption", speech.text(key));
    let row = part(&figure, "row");
    for segment in segments(check, typed) {
        let item = copy_of("segment");
        characters(&part(&item, "characters"), &segment);
        let name = part(&item, "name");
        if let Some(word) = segment.name {
            say(&name, speech.catalogue.word(word));
        }
        let says = part(&item, "says");
        say(&says, segment.name.map_or("", |name| meaning(check, name)));
        if !segment.faults.is_empty() {
            let marked: Vec<&str> = segment
                .faults
                .iter()
                .filter_map(|range| segment.text.get(range.clone()))
                .collect();
            let note = speech.fill(
                key!("taken_apart.fault"),
                &[("characters", &marked.join(" "))],
            );
            let unseen = worded("unseen", speech);
            say(&unseen, &note);
            append(&item, &unseen);
        }
        if segment.name.is_none() {
            part(&item, "bracket").remove();
        }
        drop_empty(&name);
        drop_empty(&says);
        append(&row, &item);
    }
    figure
}

/// What is to be known about the parts; `None` if that is nothing.
pub(crate) fn notes(check: &Check, speech: &Speech) -> Option<Element> {
    let value = check.value.as_deref()?;
    let list = copy_of("segment-notes");
    for part in parts(check.kind, value) {
        if let Some(key) = note(check, part.name) {
            let line = copy_of("item");
            say(&line, speech.text(key));
            append(&list, &line);
        }
    }
    list.has_child_nodes().then_some(list)
}

/// The characters in their groups, what is wrong marked.
fn characters(to: &Element, segment: &Segment) {
    let lengths: &[usize] = if segment.name.is_none() {
        &[]
    } else {
        groups(&segment.text)
    };
    let mut start = 0_usize;
    for length in lengths.iter().copied().chain([usize::MAX]) {
        let end = segment.text.len().min(start.saturating_add(length));
        if start >= end {
            break;
        }
        let group = copy_of("group");
        let mut at = start;
        for fault in inside(&segment.faults, start..end) {
            let (from, until) = (start + fault.start, start + fault.end);
            append_text(&group, segment.text.get(at..from).unwrap_or_default());
            let mark = copy_of("fault");
            say(&mark, segment.text.get(from..until).unwrap_or_default());
            append(&group, &mark);
            at = until;
        }
        append_text(&group, segment.text.get(at..end).unwrap_or_default());
        append(to, &group);
        start = end;
    }
}

/// What the part says in words.
fn meaning(check: &Check, name: Word) -> &str {
    let key = match name {
        Word::PartPrefix => "office",
        Word::PartYear => "fiscalYear",
        _ => return "",
    };
    let details = check.details.iter();
    let mut found = details.filter_map(|(known, detail)| match detail {
        Detail::Text(text) if *known == key => Some(&**text),
        _ => None,
    });
    found.next_back().unwrap_or_default()
}

/// What is to be known about the part.
fn note(check: &Check, name: Word) -> Option<Key> {
    let online = check
        .value
        .as_deref()
        .is_some_and(|value| value.starts_with("IOE"));
    match name {
        Word::PartPrefix if online => Some(key!("taken_apart.note_ioe")),
        Word::PartYear => Some(key!("taken_apart.note_year")),
        Word::PartDay => Some(key!("taken_apart.note_day")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{inside, segments};
    use prefile::{Context, Kind, check};

    #[track_caller]
    fn draws(kind: Kind, typed: &str, expect: &[&str]) {
        let found = segments(&check(kind, typed, Context::default()), typed);
        let found: Vec<String> = found
            .iter()
            .map(|segment| {
                let mut text = segment.text.clone();
                for fault in segment.faults.iter().rev() {
                    text.insert(fault.end, ']');
                    text.insert(fault.start, '[');
                }
                text
            })
            .collect();
        assert_eq!(found, expect, "{typed}");
    }

    #[test]
    fn right_numbers_in_their_parts_wrong_ones_as_typed() {
        draws(
            Kind::ReceiptNumber,
            "eac 22-123-45678",
            &["EAC", "22", "123", "45678"],
        );
        draws(Kind::ReceiptNumber, "IOE0912345678", &["IOE", "0912345678"]);
        draws(Kind::ReceiptNumber, " EAC22123456O8 ", &["EAC22123456[O]8"]);
        draws(
            Kind::ReceiptNumber,
            "QQQ2212345678",
            &["[QQQ]", "22", "123", "45678"],
        );
        draws(
            Kind::ReceiptNumber,
            "EAC-2240045678",
            &["EAC", "22", "400", "45678"],
        );
        draws(Kind::ANumber, "1234567", &["A", "001234567"]);
        draws(Kind::ANumber, "123456", &["123456"]);
    }

    #[test]
    fn ranges_are_cut_to_a_part() {
        assert_eq!(inside(&[0..3, 5..9], 2..6), [0..1, 3..4]);
        assert_eq!(inside(&[0..2, 7..8], 2..6), []);
    }
}
