//! What the browser's window tells: the page goes away, comes back, or goes on paper; another tab has
//! kept something.

use crate::{
    app::with,
    dom::{by_id, each, set},
    secret,
};
use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::{document, window},
};

pub(crate) fn watch() {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "beforeunload", options, |event| {
        with(|app| {
            app.store.flush(app);
            if app.is_unsaved() {
                event.prevent_default();
            }
        });
    })
    .forget();
    // The last word that a phone says before it takes a page away; and it may have slept since.
    EventListener::new(&document(), "visibilitychange", |_| {
        with(|app| {
            if document().hidden() {
                app.store.flush(app);
            } else {
                app.store.follow(app);
            }
        });
    })
    .forget();
    EventListener::new(&window(), "storage", |_| with(|app| app.store.follow(app))).forget();
    // Before the page is put aside, and when a browser brings it back as it was.
    for event in ["pagehide", "pageshow"] {
        EventListener::new(&window(), event, |_| {
            with(|app| secret::hide(&by_id("main"), app.speech()));
        })
        .forget();
    }
    for (event, open) in [("beforeprint", true), ("afterprint", false)] {
        EventListener::new(&window(), event, move |_| unfold(open)).forget();
    }
}

/// On paper nobody can unfold what was said.
fn unfold(open: bool) {
    let Some(root) = document().document_element() else {
        return;
    };
    if open {
        each(&root, ".said-all:not([open])", |folded| {
            set(folded, "open", "");
            set(folded, "data-printed", "");
        });
    } else {
        each(&root, ".said-all[data-printed]", |printed| {
            for name in ["open", "data-printed"] {
                let _ = printed.remove_attribute(name);
            }
        });
    }
}
