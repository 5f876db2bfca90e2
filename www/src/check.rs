//! The door for filled PDFs, and the filling of them. All behind it is a part of its own, which draws
//! itself (`www/check/`, `www/fill/`).

use crate::{
    app::{self, App},
    dom::{set, worded},
    on_demand::{self, Module},
    texts::key,
};
use core::cell::{Cell, OnceCell};
use web_sys::Element;

#[derive(Default)]
pub(crate) struct Check {
    root: OnceCell<Element>,
    part: OnceCell<Module>,
    /// Whether it was asked for and has not come.
    lost: Cell<bool>,
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

    /// Official PDFs with what is written into them, drawn once the part is here.
    pub(crate) fn fill(&self, root: &Element, orders: &str, app: &App) {
        let language = app.speech().language.tag();
        match self.part.get() {
            Some(part) => {
                let _ = root.remove_attribute("data-state");
                part.draw_filled(root, language, orders);
            }
            None if self.lost.take() => set(root, "data-state", "failed"),
            None => {
                set(root, "data-state", "coming");
                Self::ask();
            }
        }
    }

    pub(crate) fn fetch(&self, app: &App) {
        let root = self.root.get_or_init(|| worded("check", app.speech()));
        set(root, "data-state", "coming");
        Self::ask();
    }

    fn ask() {
        on_demand::ask("check", |part| app::with(|app| app.check.came(part, app)));
    }

    fn came(&self, part: Option<Module>, app: &App) {
        self.lost.set(part.is_none());
        if let Some(part) = part {
            // Asked for twice, the same comes.
            let _ = self.part.set(part);
        } else {
            app.announce(app.speech().text(key!("check.lost")));
        }
        if let Some(root) = self.root.get() {
            if self.part.get().is_some() {
                let _ = root.remove_attribute("data-state");
                self.speak(app);
            } else {
                set(root, "data-state", "failed");
            }
        }
        if let Some(guide) = app.shown_guide() {
            guide.fill(app);
        }
        self.lost.set(false);
    }

    pub(crate) fn forget(&self) {
        if let Some(part) = self.part.get() {
            part.forget();
        }
    }
}
