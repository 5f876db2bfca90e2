//! Copying, and what the button says of it.

use crate::{
    app::with,
    dom::say,
    promise,
    texts::{Key, key},
};
use gloo::utils::window;
use web_sys::Element;

/// Copies a text, and says on the button whether it worked.
pub(crate) fn copy(text: &str, button: &Element) {
    let clipboard = window().navigator().clipboard();
    // Without a secure context there is none, whatever the types say.
    if clipboard.is_undefined() {
        copied(button, key!("copy.failed"));
        return;
    }
    let button = button.clone();
    promise::settle(&clipboard.write_text(text), move |done| {
        copied(
            &button,
            if done.is_ok() {
                key!("copy.copied")
            } else {
                key!("copy.failed")
            },
        );
    });
}

fn copied(button: &Element, key: Key) {
    with(|app| {
        let text = app.speech().text(key);
        say(button, text);
        app.announce(text);
    });
}
