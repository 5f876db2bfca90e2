//! A screen with a box for a whole text, and what is found in it: listed, and marked where it stands.

use crate::{
    answer::{Answer, note},
    app::{self, App},
    dom::{append, append_text, copy_of, empty, part, say, say_part, worded},
    highlight::{Piece, pieces},
    language::Speech,
    long_paste::{self, LongPaste},
    route::Screen,
    texts::{Key, key},
};
use core::{cell::RefCell, ops::Range};
use gloo::{events::EventListener, timers::callback::Timeout};
use prefile::{Context, LONGEST_SCANNED};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTextAreaElement, InputEvent};

/// How long a person rests before the answer comes, in milliseconds.
const REST: u32 = 600;
/// So many different things are listed at most.
pub(crate) const LISTED: usize = 60;
/// So many places are looked at: no notice has more.
pub(crate) const READ: usize = 1000;
/// So many places are marked at most.
const MARKED: usize = 400;

/// What is to be said about a text that is not empty.
type See = fn(&str, &Speech, Context) -> Answer;

pub(crate) struct Paste {
    pub(crate) root: Element,
    screen: Screen,
    see: See,
    input: HtmlTextAreaElement,
    answer: Element,
    kept: RefCell<Option<LongPaste>>,
    rest: RefCell<Option<Timeout>>,
    _listeners: [EventListener; 3],
}

impl Paste {
    pub(crate) fn new(screen: Screen, see: See, speech: &Speech) -> Self {
        let root = worded(&screen.name(), speech);
        let input: HtmlTextAreaElement = part(&root, "box").unchecked_into();
        let typed = EventListener::new(&input, "input", move |event| {
            let pasted = event
                .dyn_ref::<InputEvent>()
                .is_some_and(|event| event.input_type() != "insertText");
            app::with(|app| app.paste(screen).changed(None, pasted));
        });
        let [pasted, dropped] = long_paste::listen(&input, move |text| {
            app::with(|app| app.paste(screen).changed(Some(text), true));
        });
        Self {
            answer: part(&root, "answer"),
            kept: RefCell::default(),
            rest: RefCell::default(),
            root,
            screen,
            see,
            input,
            _listeners: [typed, pasted, dropped],
        }
    }

    fn changed(&self, kept: Option<LongPaste>, pasted: bool) {
        self.keep(kept);
        let wait = if pasted { 0 } else { REST };
        let screen = self.screen;
        let said = move |app: &App| {
            let summary = app.paste(screen).show(app.speech(), app::context());
            app.announce(&summary);
        };
        *self.rest.borrow_mut() = Some(Timeout::new(wait, move || app::with(said)));
    }

    /// Reads the text and shows what is in it; returns what is to be read out.
    pub(crate) fn show(&self, speech: &Speech, context: Context) -> String {
        empty(&self.answer);
        let kept = part(&self.root, "kept");
        empty(&kept);
        let text = match &*self.kept.borrow() {
            Some(LongPaste::TooLong) => None,
            Some(LongPaste::Text(text)) => {
                say(&kept, speech.text(key!("notice.kept")));
                Some(text.clone())
            }
            // The length in UTF-16 costs nothing to ask for; the text itself is copied.
            None if self.input.text_length() as usize > LONGEST_SCANNED => None,
            None => Some(self.input.value()).filter(|text| text.len() <= LONGEST_SCANNED),
        };
        let said = match text {
            None => note(
                key!("notice.long"),
                key!("notice.long_text"),
                Vec::new(),
                speech,
            ),
            Some(text) if text.trim().is_empty() => return String::new(),
            Some(text) => (self.see)(&text, speech, context),
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

/// What was found: the entries, then the text with their places marked. `count` says how many
/// different ones there are, and whether all of the text's were looked at.
pub(crate) fn list(
    [one, many]: [Key; 2],
    entries: &[Element],
    (count, whole): (usize, bool),
    text: &str,
    places: &[(Range<usize>, usize)],
    speech: &Speech,
) -> Answer {
    let all = worded("found", speech);
    let summary = if count == 1 {
        speech.text(one).to_owned()
    } else {
        let count = count.to_string();
        speech.fill(many, &[("count", &count)])
    };
    say_part(&all, "title", &summary);
    let list = part(&all, "list");
    for entry in entries {
        append(&list, entry);
    }
    if count > LISTED || !whole {
        let line = copy_of("paragraph");
        let count = LISTED.to_string();
        say(
            &line,
            &speech.fill(key!("notice.first"), &[("count", &count)]),
        );
        append(&all, &line);
    }
    let shown = places.get(..places.len().min(MARKED)).unwrap_or_default();
    let line = part(&all, "cut");
    if view(text, shown, &part(&all, "view")) {
        say(&line, speech.text(key!("notice.cut")));
    } else {
        line.remove();
    }
    Answer {
        elements: vec![all],
        summary,
    }
}

/// How often something stands in the text, where that is more than once.
pub(crate) fn times_of(times: usize, line: &Element, speech: &Speech) {
    if times > 1 {
        let times = times.to_string();
        say(
            line,
            &speech.fill(key!("notice.times"), &[("count", &times)]),
        );
    } else {
        line.remove();
    }
}

/// The text with these places marked; returns whether some of it was left out.
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
