//! What is wrong, in words: each with a word and a shape for how grave it is, and what mends it.

use crate::{
    dom::{append, copy_of, part, say, say_part, set, worded},
    language::Speech,
    texts::{CHANGE, key, named},
};
use prefile::{
    Check, Code, Finding, Kind, Severity,
    message::{explain, message},
};
use web_sys::Element;

/// How grave a check is, as the name of its status. What is only good to know is fine.
pub(crate) fn status(check: &Check) -> &'static str {
    let severities = check.findings.iter().map(Finding::severity);
    match severities.min() {
        None | Some(Severity::Note) => "fine",
        Some(severity) => severity.id(),
    }
}

/// The status beside a title: only the good one. Others stand with the words that explain them.
pub(crate) fn draw_head(check: &Check, to: &Element, speech: &Speech) {
    if status(check) == "fine" {
        append(to, &draw_status("fine", speech));
    } else {
        to.remove();
    }
}

/// The word and the shape of a status.
pub(crate) fn draw_status(status: &str, speech: &Speech) -> Element {
    worded(&["status-", status].concat(), speech)
}

pub(crate) fn draw(check: &Check, list: &Element, speech: &Speech) {
    for finding in &check.findings {
        let status = finding.severity().id();
        append(list, &one(finding, check.kind, status, speech));
    }
    if check.findings.is_empty() {
        list.remove();
    }
}

pub(crate) fn one(finding: &Finding, kind: Kind, status: &str, speech: &Speech) -> Element {
    let words = Words {
        status,
        message: &message(finding, kind, &speech.catalogue),
        fix: finding.fix.as_ref().map(|fix| fix.text.as_str()),
        why: &explain(finding.code, &speech.catalogue).why,
        source: &source(finding.code, speech),
    };
    words.draw(speech)
}

/// What is said of something that is wrong.
pub(crate) struct Words<'a> {
    pub(crate) status: &'a str,
    pub(crate) message: &'a str,
    pub(crate) fix: Option<&'a str>,
    pub(crate) why: &'a str,
    pub(crate) source: &'a str,
}

impl Words<'_> {
    pub(crate) fn draw(&self, speech: &Speech) -> Element {
        let item = worded("finding", speech);
        append(&part(&item, "status"), &draw_status(self.status, speech));
        say_part(&item, "message", self.message);
        let place = part(&item, "fix");
        match self.fix {
            Some(fix) => append(&place, &offer(fix, speech)),
            None => place.remove(),
        }
        say_part(&item, "why", self.why);
        say_part(&item, "source", self.source);
        item
    }
}

/// Where a rule comes from, in words.
pub(crate) fn source(code: Code, speech: &Speech) -> String {
    let source = code.source();
    cited(source.title, source.read, speech)
}

pub(crate) fn cited(title: &str, read: &str, speech: &Speech) -> String {
    speech.fill(key!("about.source"), &[("title", title), ("date", read)])
}

/// A correction, offered: nothing is changed until it is pressed.
fn offer(text: &str, speech: &Speech) -> Element {
    let offer = worded("fix", speech);
    if let Ok(Some(button)) = offer.query_selector("button") {
        say(
            &button,
            &speech.fill(key!("fix.use"), &[("text", text.trim())]),
        );
        set(&button, "data-value", text.trim());
    }
    offer
}

/// How the text was read, where that differs from how it was typed.
pub(crate) fn changes(check: &Check, speech: &Speech) -> Option<Element> {
    if check.changes.is_empty() {
        return None;
    }
    let list = copy_of("list");
    for change in &check.changes {
        let key = named(&CHANGE, change.what).unwrap_or(key!("change.other"));
        let item = copy_of("item");
        let values = [("from", change.from.trim()), ("to", change.to.as_str())];
        say(&item, &speech.fill(key, &values));
        append(&list, &item);
    }
    Some(list)
}
