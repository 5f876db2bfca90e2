//! *Paste a notice*: every number in a text, listed, and marked where it stands.

use crate::{
    answer::{box_of, copy_buttons, note},
    dom::{append, append_text, copy_of, empty, part, say, say_part, set, worded},
    findings,
    highlight::{Piece, pieces},
    language::{Speech, capital},
    long_paste::{self, LongPaste},
    segments,
};
use core::{cell::RefCell, ops::Range};
use gloo::{events::EventListener, timers::callback::Timeout};
use prefile::{Context, Found, Kind, LONGEST_SCANNED, scan};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTextAreaElement, InputEvent};

/// How long a person rests before the answer comes, in milliseconds.
const REST: u32 = 600;
/// So many different numbers are listed at most.
const LISTED: usize = 60;
/// So many places are looked at: no notice has more.
const READ: usize = 1000;
/// So many places are marked at most.
const MARKED: usize = 400;

pub(crate) struct Notice {
    pub(crate) root: Element,
    input: HtmlTextAreaElement,
    answer: Element,
    kept: RefCell<Option<LongPaste>>,
    rest: RefCell<Option<Timeout>>,
    _listeners: [EventListener; 3],
}

/// The places of one number.
struct Group<'f> {
    found: &'f Found,
    times: usize,
}

impl Notice {
    pub(crate) fn new(speech: &Speech) -> Self {
        let root = worded("notice", speech);
        let input: HtmlTextAreaElement = part(&root, "box").unchecked_into();
        let typed = EventListener::new(&input, "input", |event| {
            let pasted = event
                .dyn_ref::<InputEvent>()
                .is_some_and(|event| event.input_type() != "insertText");
            crate::app::with(|app| {
                app.notice().keep(None);
                app.notice().changed(pasted);
            });
        });
        let [pasted, dropped] = long_paste::listen(&input, |text| {
            crate::app::with(|app| {
                app.notice().keep(Some(text));
                app.notice().changed(true);
            });
        });
        Self {
            answer: part(&root, "answer"),
            kept: RefCell::default(),
            rest: RefCell::default(),
            root,
            input,
            _listeners: [typed, pasted, dropped],
        }
    }

    fn changed(&self, pasted: bool) {
        let wait = if pasted { 0 } else { REST };
        let timeout = Timeout::new(wait, || {
            crate::app::with(|app| {
                let summary = app.notice().show(app.speech(), crate::app::context());
                app.announce(&summary);
            });
        });
        *self.rest.borrow_mut() = Some(timeout);
    }

    /// Reads the text and shows what is in it; returns what is to be read out.
    pub(crate) fn show(&self, speech: &Speech, context: Context) -> String {
        empty(&self.answer);
        let kept = part(&self.root, "kept");
        empty(&kept);
        let text = match &*self.kept.borrow() {
            Some(LongPaste::TooLong) => None,
            Some(LongPaste::Text(text)) => {
                say(&kept, speech.text("notice.kept"));
                Some(text.clone())
            }
            // The length in UTF-16 costs nothing to ask for; the text itself is copied.
            None if self.input.text_length() as usize > LONGEST_SCANNED => None,
            None => Some(self.input.value()).filter(|text| text.len() <= LONGEST_SCANNED),
        };
        let said = match text {
            None => note("notice.long", "notice.long_text", Vec::new(), speech),
            Some(text) if text.trim().is_empty() => return String::new(),
            Some(text) => {
                let found = scan(&text, context);
                if !found.is_empty() {
                    let (element, title) = draw(&text, &found, speech);
                    append(&self.answer, &element);
                    return title;
                }
                let door = worded("action", speech);
                set(&door, "data-do", "to-number");
                say(&door, speech.text("notice.none_door"));
                note("notice.none", "notice.none_text", vec![door], speech)
            }
        };
        for element in &said.elements {
            append(&self.answer, element);
        }
        said.summary
    }

    /// Takes over a text from elsewhere.
    pub(crate) fn put(&self, text: &str, kept: Option<LongPaste>) {
        self.input.set_value(text);
        self.keep(kept);
    }

    fn keep(&self, kept: Option<LongPaste>) {
        if kept.is_some() {
            self.input.set_value("");
        }
        *self.kept.borrow_mut() = kept;
    }

    pub(crate) fn forget(&self) {
        *self.rest.borrow_mut() = None;
        self.put("", None);
        empty(&part(&self.root, "kept"));
        empty(&self.answer);
    }
}

fn draw(text: &str, found: &[Found], speech: &Speech) -> (Element, String) {
    let read = found.get(..found.len().min(READ)).unwrap_or(found);
    let (groups, places) = grouped(read);
    let all = worded("found", speech);
    let title = if groups.len() == 1 {
        speech.text("notice.one").to_owned()
    } else {
        speech.fill("notice.many", &[("count", &groups.len().to_string())])
    };
    say_part(&all, "title", &title);
    let list = part(&all, "list");
    for (index, group) in groups.iter().take(LISTED).enumerate() {
        append(&list, &entry(index, group, text, speech));
    }
    if groups.len() > LISTED || read.len() < found.len() {
        let line = copy_of("paragraph");
        let count = LISTED.to_string();
        say(&line, &speech.fill("notice.first", &[("count", &count)]));
        append(&all, &line);
    }
    let shown = places.get(..places.len().min(MARKED)).unwrap_or_default();
    let cut = view(text, shown, &part(&all, "view"));
    let line = part(&all, "cut");
    if cut {
        say(&line, speech.text("notice.cut"));
    } else {
        line.remove();
    }
    (all, title)
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
    let line = part(&item, "times");
    if *times > 1 {
        say(
            &line,
            &speech.fill("notice.times", &[("count", &times.to_string())]),
        );
    } else {
        line.remove();
    }
    findings::draw(&found.check, &part(&item, "findings"), speech);
    copy_buttons(&found.check, &part(&item, "copy"), speech);
    box_of(found.kind, &part(&item, "about"), speech);
    if let Ok(Some(button)) = item.query_selector("[data-do=look]") {
        set(&button, "data-value", typed);
    }
    item
}

/// The text with its numbers marked; returns whether some of it was left out.
fn view(text: &str, places: &[(Range<usize>, usize)], to: &Element) -> bool {
    let mut cut = false;
    for piece in pieces(text, places) {
        match piece {
            Piece::Plain(range) => append_text(to, text.get(range).unwrap_or_default()),
            Piece::Number(range, entry) => {
                let mark = copy_of("found-mark");
                append_text(&mark, text.get(range).unwrap_or_default());
                let badge = copy_of("found-badge");
                say(&badge, &(entry + 1).to_string());
                append(to, &mark);
                append(to, &badge);
            }
            Piece::Cut => {
                cut = true;
                append(to, &copy_of("cut"));
            }
        }
    }
    cut
}
