//! What the browser's window tells: the page goes away, or on paper.

use crate::{
    app::with,
    dom::{each, set},
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
