//! The door for filled PDFs. All behind it is a part of its own, which draws itself (`www/check/`).

use crate::{
    app::{self, App},
    dom::{set, worded},
    on_demand::{self, Module},
};
use core::cell::OnceCell;
use web_sys::Element;

#[derive(Default)]
pub(crate) struct Check {
    root: OnceCell<Element>,
    part: OnceCell<Module>,
}

impl Check {
    /// What stands there, once somebody has come to it.
    pub(crate) fn root(&self) -> Option<&Element> {
        self.root.get()
    }

    /// What stands there, drawn in the language of the page once the part is here.
    pub(crate) fn show(&self, app: &App) -> &Element {
        let root = self.root.get_or_init(|| worded("check", app.speech()));
        match self.part.get() {
            Some(part) => part.draw(root, app.speech().language.tag()),
            None => self.fetch(app),
        }
        root
    }

    /// The same after the language has changed.
    pub(crate) fn speak(&self, app: &App) {
        if let (Some(root), Some(part)) = (self.root.get(), self.part.get()) {
            part.draw(root, app.speech().language.tag());
        }
    }

    pub(crate) fn fetch(&self, app: &App) {
        let root = self.root.get_or_init(|| worded("check", app.speech()));
        set(root, "data-state", "coming");
        on_demand::ask("check", |part| app::with(|app| app.check.came(part, app)));
    }

    fn came(&self, part: Option<Module>, app: &App) {
        let Some(root) = self.root.get() else { return };
        if let Some(part) = part {
            // Asked for twice, the same comes.
            let _ = self.part.set(part);
            let _ = root.remove_attribute("data-state");
            self.speak(app);
        } else {
            set(root, "data-state", "failed");
            app.announce(app.speech().text("check.lost"));
        }
    }

    pub(crate) fn forget(&self) {
        if let Some(part) = self.part.get() {
            part.forget();
        }
    }
}
