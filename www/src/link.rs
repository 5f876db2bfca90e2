//! *Is this really USCIS?*: every link and mail address in a text, and whose it is.

use crate::{
    answer::{Answer, note},
    dom::{append, part, say, say_part, worded},
    findings,
    language::Speech,
    paste::{LISTED, READ, list, times_of},
    texts::key,
};
use core::ops::Range;
use prefile::{
    Context, Finding, Kind, LinkCheck, Severity, check_link, check_links, link::Verdict,
};
use web_sys::Element;

/// The links of a text.
pub(crate) fn seen(text: &str, speech: &Speech, _: Context) -> Answer {
    let mut found = check_links(text);
    if found.is_empty() {
        // A single name can be read where a message would have to be sure that it is one.
        found.push(check_link(text));
        found.retain(|link| link.host.is_some());
    }
    if found.is_empty() {
        return note(
            key!("link.none"),
            key!("link.none_text"),
            Vec::new(),
            speech,
        );
    }
    let read = found.get(..found.len().min(READ)).unwrap_or(&found);
    let (groups, places) = grouped(read, text);
    let entries = groups.iter().take(LISTED).enumerate();
    let entries = entries.map(|(index, (link, times))| {
        let item = entry(link, speech);
        say_part(&item, "badge", &(index + 1).to_string());
        times_of(*times, &part(&item, "times"), speech);
        item
    });
    let entries: Vec<_> = entries.collect();
    let count = (groups.len(), read.len() == found.len());
    list(
        [key!("link.one"), key!("link.many")],
        &entries,
        count,
        text,
        &places,
        speech,
    )
}

type Place = (Range<usize>, usize);

/// The links, each once with how often it is there, and where they stand.
fn grouped<'l>(found: &'l [LinkCheck], text: &str) -> (Vec<(&'l LinkCheck, usize)>, Vec<Place>) {
    let mut groups: Vec<(&LinkCheck, usize)> = Vec::new();
    let mut places = Vec::new();
    for link in found {
        let typed = link.span.of(text);
        let same = groups
            .iter()
            .position(|(other, _)| other.span.of(text) == typed);
        let index = same.unwrap_or(groups.len());
        match groups.get_mut(index) {
            Some((_, times)) => *times += 1,
            None => groups.push((link, 1)),
        }
        places.push((link.span.start..link.span.end, index));
    }
    (groups, places)
}

fn entry(link: &LinkCheck, speech: &Speech) -> Element {
    let item = worded("link-item", speech);
    let host = part(&item, "host");
    if let Some(name) = &link.host {
        say(&host, name);
    } else {
        host.remove();
        say_part(&item, "no-host", speech.text(key!("link.no_host")));
    }
    let head = status(link);
    append(&part(&item, "status"), &findings::draw_status(head, speech));
    say_part(
        &item,
        "verdict",
        speech.text(match link.verdict {
            Verdict::Official => key!("link.official"),
            Verdict::Government => key!("link.government"),
            Verdict::Contractor => key!("link.contractor"),
            Verdict::Lookalike => key!("link.lookalike"),
            Verdict::Unofficial => key!("link.unofficial"),
            Verdict::Unreadable => key!("link.unreadable"),
        }),
    );
    let to = part(&item, "findings");
    for finding in &link.findings {
        let status = word(finding.severity());
        let said = findings::one(finding, Kind::Link, status, speech);
        if status == head {
            // It stands in the head already.
            part(&said, "status").remove();
        }
        append(&to, &said);
    }
    if link.findings.is_empty() {
        to.remove();
    }
    item
}

/// The word and the shape for a link: of its host, or of what else is grave about it.
fn status(link: &LinkCheck) -> &'static str {
    let of_host = match link.verdict {
        Verdict::Official => None,
        Verdict::Government | Verdict::Contractor => Some(Severity::Note),
        Verdict::Unofficial => Some(Severity::Warning),
        Verdict::Lookalike | Verdict::Unreadable => Some(Severity::Error),
    };
    let findings = link.findings.iter().map(Finding::severity);
    findings.chain(of_host).min().map_or("fine", word)
}

/// What a link is cannot be fixed: the gravest says whose site it is not.
fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "not-agency",
        other => other.id(),
    }
}
