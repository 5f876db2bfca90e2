//! *Which number is this?*: one box, and the answer under it. It hints while a person types, and
//! says what is wrong only when they rest, leave the box, press Enter or paste.

use crate::{
    answer::answer,
    app,
    dom::{append, empty, is_enter, part, say, set, worded},
    language::{Speech, capital},
    long_paste::{self, LongPaste},
    press,
    reading::{self, Reading},
    texts::key,
};
use core::cell::{Cell, RefCell};
use gloo::{
    events::{EventListener, EventListenerOptions},
    timers::callback::Timeout,
};
use prefile::{Context, Kind, text::LONGEST_VALUE};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTextAreaElement, InputEvent};

/// How long a person rests before the answer comes, in milliseconds.
const REST: u32 = 900;
/// Long enough for the click that left the box.
const AFTER_LEAVING: u32 = 150;

/// What happened, as far as the answer is concerned.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Moment {
    Resting,
    Done,
}

pub(crate) struct Number {
    pub(crate) root: Element,
    input: HtmlTextAreaElement,
    hint: Element,
    answer: Element,
    chosen: Cell<Option<Kind>>,
    /// Whether something was typed that the answer does not know.
    stale: Cell<bool>,
    /// What the answer says of it in short, if it was drawn before the person rests.
    drawn: RefCell<Option<String>>,
    kept: RefCell<Option<LongPaste>>,
    rest: RefCell<Option<Timeout>>,
    _listeners: [EventListener; 5],
}

impl Number {
    pub(crate) fn new(speech: &Speech) -> Self {
        let root = worded("number", speech);
        let input: HtmlTextAreaElement = part(&root, "box").unchecked_into();
        let number = Self {
            hint: part(&root, "hint"),
            answer: part(&root, "answer"),
            chosen: Cell::new(None),
            stale: Cell::new(false),
            drawn: RefCell::default(),
            kept: RefCell::default(),
            rest: RefCell::default(),
            _listeners: listeners(&input),
            root,
            input,
        };
        number.hint(speech);
        number
    }

    /// After every change of the text.
    fn typed(&self, at_once: bool, speech: &Speech, context: Context) {
        self.chosen.set(None);
        self.stale.set(true);
        *self.kept.borrow_mut() = None;
        set(&self.answer, "class", "answer stale");
        self.fit();
        self.hint(speech);
        let reading = self.read(context);
        let speaks = reading.speaks_at_once() || matches!(reading, Reading::Nothing);
        let drawn = (speaks && !at_once).then(|| self.draw(&reading, speech));
        self.drawn.replace(drawn);
        if at_once {
            self.wait(0, Moment::Done);
        } else {
            self.wait(REST, Moment::Resting);
        }
    }

    fn wait(&self, milliseconds: u32, moment: Moment) {
        let timeout = Timeout::new(milliseconds, move || {
            app::with(|app| app.number().settle(moment, app.speech(), app::context()));
        });
        *self.rest.borrow_mut() = Some(timeout);
    }

    /// Says what there is to say, if it is time.
    fn settle(&self, moment: Moment, speech: &Speech, context: Context) {
        if !self.stale.get() {
            return;
        }
        if press::is_down() {
            return self.wait(AFTER_LEAVING, moment);
        }
        let reading = self.read(context);
        if moment == Moment::Resting && !reading.speaks_at_rest(&self.input.value()) {
            // What stood there was about another text.
            empty(&self.answer);
            return;
        }
        self.stale.set(false);
        self.hint(speech);
        // Drawn anew, a button would be another one while it is pressed.
        let drawn = self.drawn.take();
        let summary = drawn.unwrap_or_else(|| self.draw(&reading, speech));
        app::with(|app| app.announce(&summary));
    }

    /// Draws the answer again, as after a change of the language.
    pub(crate) fn show(&self, speech: &Speech, context: Context) {
        self.hint(speech);
        if self.answer.has_child_nodes() {
            self.draw(&self.read(context), speech);
        }
    }

    fn read(&self, context: Context) -> Reading {
        if self.kept.borrow().is_some() || self.input.text_length() as usize > LONGEST_VALUE {
            return Reading::Long;
        }
        reading::read(&self.input.value(), context)
    }

    fn draw(&self, reading: &Reading, speech: &Speech) -> String {
        let typed = match reading {
            Reading::Known(_) => self.input.value(),
            _ => String::new(),
        };
        let answer = answer(reading, &typed, self.chosen.get(), speech);
        empty(&self.answer);
        set(&self.answer, "class", "answer");
        for element in &answer.elements {
            append(&self.answer, element);
        }
        answer.summary
    }

    /// What the text is becoming: never a reproach.
    fn hint(&self, speech: &Speech) {
        let text = match self.input.text_length() as usize {
            0 => speech.fill(
                key!("number.example"),
                &[("example", Kind::ReceiptNumber.example())],
            ),
            length if length > LONGEST_VALUE => String::new(),
            _ => {
                let hint = reading::hint(&self.input.value());
                self::hint(&hint, self.stale.get(), speech)
            }
        };
        say(&self.hint, &text);
    }

    /// As many lines as the text needs.
    fn fit(&self) {
        const ACROSS: u32 = 24;
        let length = self.input.text_length();
        let lines = if length > LONGEST_ROW {
            MOST_LINES
        } else {
            let breaks = self.input.value().matches('\n').count();
            let breaks = u32::try_from(breaks).unwrap_or(MOST_LINES);
            (1 + breaks).max(length.div_ceil(ACROSS))
        };
        self.input.set_rows(lines.clamp(1, MOST_LINES));
    }

    /// Puts a text in the box and answers at once.
    pub(crate) fn put(&self, text: &str, speech: &Speech, context: Context) {
        self.input.set_value(text);
        self.typed(true, speech, context);
    }

    /// Shows the answer as this kind first.
    pub(crate) fn choose(&self, kind: &str, speech: &Speech, context: Context) -> String {
        self.chosen.set(Kind::from_id(kind));
        self.draw(&self.read(context), speech)
    }

    pub(crate) fn text(&self) -> String {
        self.input.value()
    }

    /// The person's own number in the box, as canon has it; none if it says nothing about them.
    pub(crate) fn known(&self, context: Context) -> Option<String> {
        let Reading::Known(known) = self.read(context) else {
            return None;
        };
        let best = known.into_iter().next()?;
        let own = best.kind.is_identifier() && best.kind != Kind::FormNumber;
        best.check.value.filter(|_| own)
    }

    /// The text that was too long for the box.
    pub(crate) fn kept(&self) -> Option<LongPaste> {
        self.kept.borrow().clone()
    }

    pub(crate) fn focus(&self) {
        crate::dom::focus(&self.input);
    }

    pub(crate) fn forget(&self, speech: &Speech) {
        *self.rest.borrow_mut() = None;
        *self.kept.borrow_mut() = None;
        self.input.set_value("");
        self.chosen.set(None);
        self.stale.set(false);
        empty(&self.answer);
        self.fit();
        self.hint(speech);
    }
}

const LONGEST_ROW: u32 = 200;
const MOST_LINES: u32 = 4;

fn listeners(input: &HtmlTextAreaElement) -> [EventListener; 5] {
    let typed = EventListener::new(input, "input", |event| {
        let by_hand = event.dyn_ref::<InputEvent>().is_none_or(|event| {
            let how = event.input_type();
            how.starts_with("insertText")
                || how.starts_with("delete")
                || how.contains("Composition")
        });
        app::with(|app| app.number().typed(!by_hand, app.speech(), app::context()));
    });
    let left = EventListener::new(input, "blur", |_| {
        app::with(|app| app.number().wait(AFTER_LEAVING, Moment::Done));
    });
    let options = EventListenerOptions::enable_prevent_default();
    let pressed = EventListener::new_with_options(input, "keydown", options, |event| {
        if is_enter(event) {
            event.prevent_default();
            app::with(|app| app.number().wait(0, Moment::Done));
        }
    });
    let [pasted, dropped] = long_paste::listen(input, |text| {
        app::with(|app| {
            let number = app.number();
            number.put("", app.speech(), app::context());
            *number.kept.borrow_mut() = Some(text);
        });
    });
    [typed, left, pressed, pasted, dropped]
}

/// The characters counted; while they come in, what they are becoming.
fn hint(hint: &reading::Hint, coming: bool, speech: &Speech) -> String {
    let counts = [
        (hint.letters, key!("hint.letter"), key!("hint.letters")),
        (hint.digits, key!("hint.digit"), key!("hint.digits")),
        (hint.signs, key!("hint.sign"), key!("hint.signs")),
    ];
    let counts: Vec<String> = counts
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| match count {
            1 => speech.text(one).to_owned(),
            _ => speech.fill(many, &[("count", &count.to_string())]),
        })
        .collect();
    let mut said = String::new();
    for (index, count) in counts.iter().enumerate() {
        if index == 0 {
            said.push_str(count);
        } else if index + 1 < counts.len() {
            said.push_str(", ");
            said.push_str(count);
        } else {
            said = speech.fill(key!("hint.and"), &[("one", &said), ("other", count)]);
        }
    }
    let values = [("counts", said.as_str())];
    match hint.could {
        _ if said.is_empty() => said,
        _ if !coming => speech.fill(key!("hint.counted"), &values),
        None => speech.fill(key!("hint.so_far"), &values),
        Some(kind) => {
            let a = capital(speech.catalogue.a(kind));
            let length = speech.catalogue.length(kind);
            let values = [("counts", said.as_str()), ("A", &a), ("length", length)];
            speech.fill(key!("hint.could"), &values)
        }
    }
}
