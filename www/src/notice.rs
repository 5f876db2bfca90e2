//! *Paste a notice*: every number in a text, listed, and marked where it stands.

use crate::{
    answer::{Answer, box_of, copy_buttons, note},
    dom::{append, part, say, say_part, set, worded},
    findings,
    language::{Speech, capital},
    paste::{LISTED, READ, list, times_of},
    segments,
    texts::key,
};
use core::ops::Range;
use prefile::{Context, Found, Kind, scan};
use web_sys::Element;

/// The places of one number.
struct Group<'f> {
    found: &'f Found,
    times: usize,
}

/// The numbers in a text.
pub(crate) fn seen(text: &str, speech: &Speech, context: Context) -> Answer {
    let found = scan(text, context);
    if found.is_empty() {
        let door = worded("action", speech);
        set(&door, "data-do", "to-number");
        say(&door, speech.text(key!("notice.none_door")));
        return note(
            key!("notice.none"),
            key!("notice.none_text"),
            vec![door],
            speech,
        );
    }
    let read = found.get(..found.len().min(READ)).unwrap_or(&found);
    let (groups, places) = grouped(read);
    let entries = groups.iter().take(LISTED).enumerate();
    let entries = entries.map(|(index, group)| entry(index, group, text, speech));
    let entries: Vec<_> = entries.collect();
    let whole = read.len() == found.len();
    list(
        [key!("notice.one"), key!("notice.many")],
        &entries,
        (groups.len(), whole),
        text,
        &places,
        speech,
    )
}

/// The numbers, each once, and where they stand. Forms that the text names come after what a
/// person has to enter somewhere.
fn grouped(found: &[Found]) -> (Vec<Group<'_>>, Vec<(Range<usize>, usize)>) {
    let mut groups: Vec<Group> = Vec::new();
    for form in [false, true] {
        for one in found
            .iter()
            .filter(|one| (one.kind == Kind::FormNumber) == form)
        {
            match place_of(one, &groups).and_then(|index| groups.get_mut(index)) {
                Some(group) => group.times += 1,
                None => groups.push(Group {
                    found: one,
                    times: 1,
                }),
            }
        }
    }
    let places = found.iter().filter_map(|one| {
        let index = place_of(one, &groups)?;
        Some((one.span.start..one.span.end, index))
    });
    let places = places.collect();
    (groups, places)
}

fn place_of(one: &Found, groups: &[Group]) -> Option<usize> {
    let same = |group: &Group| group.found.kind == one.kind && group.found.value == one.value;
    groups.iter().position(same)
}

fn entry(index: usize, group: &Group, text: &str, speech: &Speech) -> Element {
    let Group { found, times } = group;
    let item = worded("found-item", speech);
    let typed = found.span.of(text);
    say_part(&item, "badge", &(index + 1).to_string());
    say_part(&item, "title", &capital(speech.catalogue.title(found.kind)));
    findings::draw_head(&found.check, &part(&item, "status"), speech);
    append(
        &part(&item, "apart"),
        &segments::draw(&found.check, typed, speech),
    );
    times_of(*times, &part(&item, "times"), speech);
    findings::draw(&found.check, &part(&item, "findings"), speech);
    copy_buttons(&found.check, &part(&item, "copy"), speech);
    box_of(found.kind, &part(&item, "about"), speech);
    if let Ok(Some(button)) = item.query_selector("[data-do=look]") {
        set(&button, "data-value", typed);
    }
    item
}
