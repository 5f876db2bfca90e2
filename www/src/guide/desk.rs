//! What a person has said so far, with what was there before: one for all forms and guides.

use super::{at::At, draft::Draft, past::Past};
use crate::{
    dom::{part, set},
    packs::Chosen,
};
use core::cell::{Cell, RefCell};
use web_sys::Element;

#[derive(Default)]
pub(crate) struct Desk {
    pub(crate) draft: RefCell<Draft>,
    /// Where each change was made; nowhere, if a file was opened.
    pub(crate) past: RefCell<Past<Option<(Chosen, At)>>>,
    /// Whether a guide that is shown next goes on at its first open question.
    pub(crate) goes_on: Cell<bool>,
    /// Whether something was changed since it was saved to a file, or opened from one.
    pub(crate) unsaved: Cell<bool>,
}

impl Desk {
    /// Whether something can be undone and done again, on the buttons for it.
    pub(super) fn show_tools(&self, root: &Element) {
        let past = self.past.borrow();
        for (name, can) in [("undo", past.can_undo()), ("redo", past.can_redo())] {
            // Not `disabled`: who has just pressed it would lose the focus.
            let button = part(root, name);
            set(&button, "aria-disabled", if can { "false" } else { "true" });
        }
    }

    /// Puts other answers in place of those that are here. It can be undone.
    pub(crate) fn replace(&self, draft: Draft) {
        let mut past = self.past.borrow_mut();
        past.rest();
        past.remember(&self.draft.borrow(), None, "");
        past.rest();
        self.draft.replace(draft);
    }

    /// Takes over what another tab has kept. Several times in a row, it is one change to undo.
    pub(crate) fn follow(&self, draft: Draft) {
        let mut past = self.past.borrow_mut();
        past.remember(&self.draft.borrow(), None, "");
        self.draft.replace(draft);
    }

    pub(crate) fn forget(&self) {
        self.draft.borrow_mut().forget();
        self.past.borrow_mut().forget();
        self.unsaved.set(false);
    }
}
