//! Whether a pointer is down: what is drawn meanwhile pushes away what it presses, and the click is
//! lost.

use core::cell::Cell;
use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::document,
};

thread_local! {
    static IS_DOWN: Cell<bool> = const { Cell::new(false) };
}

/// A finger is already gone when the mouse that stands for it comes.
const EVENTS: [(&str, bool); 5] = [
    ("pointerdown", true),
    ("mousedown", true),
    ("pointerup", false),
    ("pointercancel", false),
    ("mouseup", false),
];

/// Watches the pointer from now on.
pub(crate) fn watch() {
    for (name, is_down) in EVENTS {
        let options = EventListenerOptions::run_in_capture_phase();
        let tell = move |_: &_| IS_DOWN.set(is_down);
        EventListener::new_with_options(&document(), name, options, tell).forget();
    }
}

pub(crate) fn is_down() -> bool {
    IS_DOWN.get()
}
