//! What is said about a number: what it is, its parts, what is wrong, where it goes.

use crate::{
    dom::{append, copy_of, part, say, say_part, set, worded},
    findings,
    language::{Speech, capital},
    places,
    reading::Reading,
    segments,
    texts::{DETAIL, Key, STATUS, key, named, of_kind},
};
use prefile::{Check, Day, Identified, Kind, finding::Detail};
use web_sys::Element;

/// An answer as it stands on the page, and as it is read out.
pub(crate) struct Answer {
    pub(crate) elements: Vec<Element>,
    pub(crate) summary: String,
}

/// The answer to what was typed. `chosen` is the kind that the person asked to see first.
pub(crate) fn answer(
    reading: &Reading,
    typed: &str,
    chosen: Option<Kind>,
    speech: &Speech,
) -> Answer {
    match reading {
        Reading::Nothing => Answer {
            elements: Vec::new(),
            summary: String::new(),
        },
        Reading::Invisible => note(
            key!("answer.invisible"),
            key!("answer.invisible_text"),
            Vec::new(),
            speech,
        ),
        Reading::Long => {
            let action = worded("action", speech);
            set(&action, "data-do", "as-notice");
            say(&action, speech.text(key!("answer.as_notice")));
            note(
                key!("answer.long"),
                key!("answer.long_text"),
                vec![action],
                speech,
            )
        }
        Reading::Unknown => note(
            key!("answer.nothing"),
            key!("answer.nothing_text"),
            vec![known(speech)],
            speech,
        ),
        Reading::Known(known) => numbers(known, typed, chosen, speech),
    }
}

/// A card with a title, a sentence and what else helps.
pub(crate) fn note(title: Key, text: Key, more: Vec<Element>, speech: &Speech) -> Answer {
    let card = copy_of("message");
    say_part(&card, "title", speech.text(title));
    say_part(&card, "text", speech.text(text));
    for element in more {
        append(&card, &element);
    }
    Answer {
        elements: vec![card],
        summary: speech.text(title).to_owned(),
    }
}

/// The numbers that the page knows, with how long they are.
fn known(speech: &Speech) -> Element {
    let all = worded("known", speech);
    let list = part(&all, "list");
    for kind in Kind::identifiers() {
        let item = copy_of("known-item");
        say_part(&item, "title", &capital(speech.catalogue.title(kind)));
        say_part(&item, "length", speech.catalogue.length(kind));
        say_part(&item, "example", kind.example());
        append(&list, &item);
    }
    all
}

fn numbers(known: &[Identified], typed: &str, chosen: Option<Kind>, speech: &Speech) -> Answer {
    let first = chosen.and_then(|kind| known.iter().find(|one| one.kind == kind));
    let Some(first) = first.or_else(|| known.first()) else {
        return Answer {
            elements: Vec::new(),
            summary: String::new(),
        };
    };
    let mut elements = vec![card(first, typed, speech)];
    elements.extend(about(first, speech));
    let others: Vec<_> = known.iter().filter(|one| one.kind != first.kind).collect();
    if !others.is_empty() {
        // Where the answer is not sure, the others come before everything about it.
        let place = if first.confidence < 90 {
            1
        } else {
            elements.len()
        };
        elements.insert(place, other_kinds(&others, speech));
    }
    let status = named(&STATUS, findings::status(&first.check));
    let status = status.map_or("", |key| speech.text(key));
    let values = [
        ("title", title(first, speech)),
        ("status", status.to_owned()),
    ];
    let values = values
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    Answer {
        elements,
        summary: speech.fill(key!("answer.summary"), &values),
    }
}

fn title(one: &Identified, speech: &Speech) -> String {
    let key = if !one.kind.is_identifier() {
        key!("answer.elsewhere")
    } else if !one.check.ok() {
        key!("answer.almost")
    } else if one.confidence >= 90 {
        key!("answer.is")
    } else if one.confidence >= 50 {
        key!("answer.may")
    } else {
        key!("answer.could")
    };
    speech.fill(key, &[("a", speech.catalogue.a(one.kind))])
}

fn card(one: &Identified, typed: &str, speech: &Speech) -> Element {
    if !one.kind.is_identifier() {
        let card = copy_of("message");
        say_part(&card, "title", &title(one, speech));
        say_part(&card, "text", speech.text(key!("answer.elsewhere_text")));
        return card;
    }
    let card = copy_of("card");
    say_part(&card, "title", &title(one, speech));
    findings::draw_head(&one.check, &part(&card, "status"), speech);
    let apart = part(&card, "apart");
    append(&apart, &segments::draw(&one.check, typed, speech));
    if let Some(notes) = segments::notes(&one.check, speech) {
        append(&apart, &notes);
    }
    findings::draw(&one.check, &part(&card, "findings"), speech);
    copies(&one.check, &part(&card, "copy"), speech);
    card
}

/// What is known of the kind, and how the text was read.
fn about(one: &Identified, speech: &Speech) -> Option<Element> {
    if !one.kind.is_identifier() {
        return None;
    }
    let about = copy_of("about");
    if let Some(changes) = findings::changes(&one.check, speech) {
        term(key!("change.title"), &changes, &about, speech);
    }
    details(&one.check, &about, speech);
    kind(one.kind, &about, speech);
    Some(about)
}

/// The value to be copied: as it is printed, and bare.
fn copies(check: &Check, to: &Element, speech: &Speech) {
    let (Some(value), Some(display)) = (&check.value, &check.display) else {
        to.remove();
        return;
    };
    let both = [(key!("copy.printed"), display), (key!("copy.plain"), value)];
    let different = display != value;
    for (name, text) in both.into_iter().take(if different { 2 } else { 1 }) {
        let row = worded("copy", speech);
        say_part(&row, "name", if different { speech.text(name) } else { "" });
        say_part(&row, "value", text);
        if let Ok(Some(button)) = row.query_selector("button") {
            set(&button, "data-value", text);
            let label = speech.fill(key!("copy.copy_this"), &[("text", text)]);
            set(&button, "aria-label", &label);
        }
        append(to, &row);
    }
}

/// The same as buttons alone, where the value stands above them.
pub(crate) fn copy_buttons(check: &Check, to: &Element, speech: &Speech) {
    let mut forms = vec![check.display.as_deref(), check.value.as_deref()];
    forms.dedup();
    for text in forms.into_iter().flatten() {
        let button = copy_of("copy-button");
        set(&button, "data-value", text);
        say(
            &button,
            &speech.fill(key!("copy.copy_this"), &[("text", text)]),
        );
        append(to, &button);
    }
}

/// What the drawing of the parts shows already, or what only programs want.
const SHOWN: [&str; 12] = [
    "prefix",
    "office",
    "fiscalYear",
    "workday",
    "serial",
    "digits",
    "post",
    "year",
    "dayOfYear",
    "sequence",
    "format",
    "documentCode",
];

/// What the value says about itself beyond its parts.
fn details(check: &Check, to: &Element, speech: &Speech) {
    for (name, detail) in check
        .details
        .iter()
        .filter(|(name, _)| !SHOWN.contains(name))
    {
        let text = match detail {
            Detail::Text(text) => as_on_forms(text),
            Detail::Word(word) => speech.catalogue.word(*word).to_owned(),
        };
        let said = copy_of("paragraph");
        say(&said, &capital(&text));
        let term = named(&DETAIL, name).map_or("", |key| speech.text(key));
        put_term(term, &said, to);
    }
}

/// A date as US forms want it, month first; every other text as it is.
pub(crate) fn as_on_forms(text: &str) -> String {
    match Day::from_iso(text) {
        Some(_) => {
            let part = |from, to| text.get(from..to).unwrap_or_default();
            [part(5, 7), "/", part(8, 10), "/", part(0, 4)].concat()
        }
        None => text.to_owned(),
    }
}

/// What the kind is, where it is printed, which box it goes in, what it is not.
fn kind(kind: Kind, to: &Element, speech: &Speech) {
    let paragraph = |text: &str| {
        let paragraph = copy_of("paragraph");
        say(&paragraph, text);
        paragraph
    };
    let Some(texts) = of_kind(kind) else {
        return;
    };
    let [what, which_box, not] = texts.map(|key| paragraph(speech.text(key)));
    term(key!("about.what"), &what, to, speech);
    term(key!("about.box"), &which_box, to, speech);
    let place = copy_of("block");
    append(&place, &paragraph(speech.catalogue.place(kind)));
    if let Some(places) = places::draw(kind, speech) {
        append(&place, &places);
    }
    term(key!("about.where"), &place, to, speech);
    term(key!("about.not"), &not, to, speech);
}

/// Only which box the kind goes in.
pub(crate) fn box_of(kind: Kind, to: &Element, speech: &Speech) {
    let Some([_, which_box, _]) = of_kind(kind) else {
        return;
    };
    let paragraph = copy_of("paragraph");
    say(&paragraph, speech.text(which_box));
    term(key!("about.box"), &paragraph, to, speech);
}

fn term(key: Key, said: &Element, to: &Element, speech: &Speech) {
    put_term(speech.text(key), said, to);
}

fn put_term(label: &str, said: &Element, to: &Element) {
    let row = copy_of("term");
    say_part(&row, "term", label);
    append(&part(&row, "said"), said);
    append(to, &row);
}

fn other_kinds(others: &[&Identified], speech: &Speech) -> Element {
    let section = worded("others", speech);
    let list = part(&section, "list");
    for one in others {
        let item = worded("other", speech);
        let name = capital(speech.catalogue.title(one.kind));
        say_part(&item, "title", &name);
        say_part(&item, "where", speech.catalogue.place(one.kind));
        if let Ok(Some(button)) = item.query_selector("button") {
            set(&button, "data-value", one.kind.id());
            let label = [speech.text(key!("answer.choose")), ": ", &name].concat();
            set(&button, "aria-label", &label);
        }
        append(&list, &item);
    }
    section
}

#[cfg(test)]
mod tests {
    use crate::language::Speech;
    use prefile::{Context, Kind, check};

    #[test]
    fn every_identifier_has_its_words_in_every_language() {
        for speech in [Speech::english(), Speech::spanish()] {
            for kind in Kind::identifiers() {
                for key in super::of_kind(kind).expect("build.rs looks for them") {
                    assert!(!speech.text(key).is_empty(), "{kind:?}");
                }
            }
        }
    }

    #[test]
    fn dates_stand_as_on_forms() {
        assert_eq!(super::as_on_forms("1974-08-12"), "08/12/1974");
        assert_eq!(super::as_on_forms("1974-13-12"), "1974-13-12");
        assert_eq!(super::as_on_forms("USA"), "USA");
    }

    #[test]
    fn everything_that_an_example_says_about_itself_has_a_name() {
        for kind in Kind::identifiers() {
            for (name, _) in check(kind, kind.example(), Context::default()).details {
                let named = super::named(&super::DETAIL, name).is_some();
                let named = named || super::SHOWN.contains(&name);
                assert!(named, "{name} of {}", kind.id());
            }
        }
    }
}
