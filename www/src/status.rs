//! The line that is read out to who cannot see the page, and shown where nothing else shows it.

use crate::dom::{append_text, by_id, empty, set};
use core::cell::Cell;
use web_sys::Element;

pub(crate) struct Status {
    line: Element,
    /// What is told on the next screen.
    next: Cell<&'static str>,
}

impl Status {
    pub(crate) fn new() -> Self {
        Self {
            line: by_id("status"),
            next: Cell::default(),
        }
    }

    /// Says something to a screen reader, when it has come to rest.
    pub(crate) fn announce(&self, text: &str) {
        // The same words again are news, too.
        empty(&self.line);
        append_text(&self.line, text);
        set(&self.line, "class", "unseen");
    }

    /// The same of what nothing else on the screen shows.
    pub(crate) fn tell(&self, text: &str) {
        self.announce(text);
        let class = if text.is_empty() { "unseen" } else { "told" };
        set(&self.line, "class", class);
    }

    /// Tells it on the next screen.
    pub(crate) fn tell_next(&self, text: &'static str) {
        self.next.set(text);
    }

    /// Another screen has come: what was told of the one before goes.
    pub(crate) fn arrived(&self) {
        self.tell(self.next.take());
    }
}
