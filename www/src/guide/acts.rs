//! What a press on a button does, and what is done after each change in a box.

use super::{
    Guide,
    at::At,
    draft::{Entry, place},
    is_shown,
    list::List,
    step,
    words::PRESENT,
};
use crate::{
    app::App,
    dom::{focus, part, set},
    texts::key,
};
use gloo::utils::window;
use prefile::form::Step;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

impl Guide {
    /// A press on a button of this screen.
    pub(crate) fn clicked(&self, what: &str, button: &Element, value: &str, app: &App) {
        match what {
            "use" => self.take(button, value, app),
            "guide-back" => self.go_back(app),
            "guide-change" => {
                if let Some(at) = self.find(value, app) {
                    self.from_end.set(true);
                    self.come(at, app);
                }
            }
            "guide-to" => self.look_at(value, app),
            "guide-tasks" => self.come(At::TASKS, app),
            "guide-pdf" => self.come(At::PDF, app),
            "guide-pdf-again" => self.fill(app),
            "guide-step" => {
                if let Ok(step) = value.parse() {
                    self.come(At::step(step), app);
                }
            }
            "guide-add" => self.add(app),
            "guide-entry" => {
                let entry = place(value).map(|(_, entry, _)| entry);
                self.come(
                    At {
                        entry,
                        ..self.at.get()
                    },
                    app,
                );
            }
            "guide-up" | "guide-remove" => self.rearrange(what == "guide-remove", value, app),
            "undo" | "redo" => self.turn_time(what, app),
            "guide-print" => {
                let _ = window().print();
            }
            _ => {}
        }
    }

    /// Where an answer is asked for.
    fn find(&self, path: &str, app: &App) -> Option<At> {
        let steps = self.evaluate(app).steps;
        let asked = |step: &Step| {
            let mut asked = step.asked.iter();
            asked
                .any(|asked| self.packet.path(asked.fact, asked.entry) == path)
                .then_some(step.screen)
        };
        let step = steps.iter().position(|step| asked(step).is_some())?;
        let screen = &self.packet.definitions()[steps[step].definition].screens[steps[step].screen];
        let entry = place(path).map(|(_, entry, _)| entry);
        let entry = entry.filter(|_| screen.list.is_some());
        Some(At { step, entry })
    }

    /// Takes over a correction.
    fn take(&self, button: &Element, value: &str, app: &App) {
        let field = button.closest("[data-fact]").ok().flatten();
        let Some(path) = field.and_then(|field| field.get_attribute("data-fact")) else {
            return;
        };
        self.remember(&path, app);
        let entry = Entry {
            text: value.to_owned(),
            none: false,
        };
        app.desk.draft.borrow_mut().put(&path, entry);
        app.desk.past.borrow_mut().rest();
        app.changed();
        self.show(app);
        self.focus_on(&path);
    }

    /// The box of an answer; that of an entry stands on its screen.
    fn look_at(&self, path: &str, app: &App) {
        if self.at.get().entry.is_none()
            && let Some(at) = self.find(path, app).filter(|at| at.entry.is_some())
        {
            self.come(at, app);
            self.checked.set(true);
            self.show(app);
        }
        self.focus_on(path);
    }

    /// The box at this place, or the one of its choices that is chosen, or the first.
    fn focus_on(&self, path: &str) {
        let selector = ["[data-fact=\"", path, "\"] input"].concat();
        let checked = [selector.as_str(), ":checked"].concat();
        let find = |selector: &str| self.root.query_selector(selector).ok().flatten();
        let chosen =
            find(&checked).filter(|input| input.get_attribute("type").as_deref() == Some("radio"));
        let add = || find("[data-do=guide-add]");
        if let Some(input) = chosen.or_else(|| find(&selector)).or_else(add) {
            focus(&input);
        }
    }

    /// The list that is shown.
    fn list(&self, app: &App) -> Option<String> {
        let evaluation = self.evaluate(app);
        let step = evaluation.steps.get(self.at.get().step)?;
        let draft = app.desk.draft.borrow();
        let words = self.words(app);
        List::of(step, &draft, &words).map(|list| list.id.to_owned())
    }

    fn add(&self, app: &App) {
        let Some(list) = self.list(app) else { return };
        let entry = app.desk.draft.borrow_mut().add(&list);
        if let Some(entry) = entry {
            let at = self.at.get();
            // The blank entry is there until it is left.
            self.come(
                At {
                    entry: Some(entry),
                    ..at
                },
                app,
            );
        }
    }

    /// Takes an entry out, or moves it up.
    fn rearrange(&self, remove: bool, value: &str, app: &App) {
        let Some((list, entry, _)) = place(value) else {
            return;
        };
        let name = self.name_of(entry, app);
        self.remember(list, app);
        app.desk.past.borrow_mut().rest();
        {
            let mut draft = app.desk.draft.borrow_mut();
            if remove {
                draft.remove(list, entry);
            } else {
                draft.move_up(list, entry);
            }
        }
        app.changed();
        self.removed.replace(name.filter(|_| remove));
        self.show(app);
        let target = if remove {
            "[data-part=removed]"
        } else {
            ".entry h2"
        };
        let found = if remove {
            self.root.query_selector(target).ok().flatten()
        } else {
            let all = self.root.query_selector_all(target).ok();
            let above = u32::try_from(entry.saturating_sub(1)).unwrap_or(0);
            all.and_then(|all| all.item(above)?.dyn_into().ok())
        };
        if let Some(found) = found {
            focus(&found);
        }
    }

    fn name_of(&self, entry: usize, app: &App) -> Option<String> {
        let evaluation = self.evaluate(app);
        let step = evaluation.steps.get(self.at.get().step)?;
        let draft = app.desk.draft.borrow();
        let words = self.words(app);
        Some(List::of(step, &draft, &words)?.name(entry, &draft, &words))
    }

    /// Undoes the last change, or makes it again, and shows where that was.
    fn turn_time(&self, what: &str, app: &App) {
        let turned = {
            let (mut past, mut draft) = (app.desk.past.borrow_mut(), app.desk.draft.borrow_mut());
            if what == "undo" {
                past.undo(&mut draft)
            } else {
                past.redo(&mut draft)
            }
        };
        let Some((place, path)) = turned else {
            return;
        };
        app.changed();
        let steps = self.evaluate(app).steps;
        let place = place.filter(|(chosen, _)| *chosen == self.chosen);
        let at = place.map(|(_, at)| at).filter(|at| {
            let step = steps.get(at.step);
            *at != self.at.get() && step.is_none_or(is_shown)
        });
        match at {
            Some(at) => self.come(at, app),
            None => self.turn_to(self.at.get(), app),
        }
        focus(&part(&self.root, what));
        let speech = app.speech();
        let label = self.words(app).label_at(&path);
        let key = if what == "undo" {
            key!("guide.undone")
        } else {
            key!("guide.redone")
        };
        app.announce(&speech.fill(key, &[("what", &label)]));
    }

    fn remember(&self, path: &str, app: &App) {
        let place = Some((self.chosen, self.at.get()));
        let draft = app.desk.draft.borrow();
        app.desk.past.borrow_mut().remember(&draft, place, path);
    }

    /// After every change in a box: it is kept as it stands.
    pub(super) fn changed(&self, event: &Event, app: &App) {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let field = input.closest("[data-fact]").ok().flatten();
        let Some((field, path)) = field.and_then(|field| {
            let path = field.get_attribute("data-fact")?;
            Some((field, path))
        }) else {
            return;
        };
        self.remember(&path, app);
        if field.has_attribute("data-list") {
            let count = input.checked().then_some(0);
            app.desk.draft.borrow_mut().set_count(&path, count);
        } else {
            keep(&input, &field, &path, app);
            self.ask_at_once(app);
        }
        app.changed();
        app.desk.show_tools(&self.root);
    }

    /// Puts questions there that are asked because of an answer on the same screen, and takes away
    /// those that are not any more.
    fn ask_at_once(&self, app: &App) {
        let evaluation = self.evaluate(app);
        let at = self.at.get();
        let Some(step) = evaluation.steps.get(at.step) else {
            return;
        };
        let words = self.words(app);
        let draft = app.desk.draft.borrow();
        let of_entry = at
            .entry
            .zip(List::of(step, &draft, &words))
            .map(|(entry, list)| list.asked(entry, &words));
        let asked = of_entry.as_deref().unwrap_or(&step.asked);
        let questions = part(&self.root, "questions");
        step::ask(&questions, step, asked, None, &draft, &words);
    }
}

/// Keeps what stands in a box, and what is ticked below it.
fn keep(input: &HtmlInputElement, field: &Element, path: &str, app: &App) {
    let find = |selector: &str| {
        let found = field.query_selector(selector).ok().flatten();
        found.map(JsCast::unchecked_into::<HtmlInputElement>)
    };
    let (none, present) = (
        find("[data-part=none-input]"),
        find("[data-part=present-input]"),
    );
    let mut entry = app.desk.draft.borrow().entry(path);
    if none.as_ref() == Some(input) {
        entry.none = input.checked();
    } else {
        entry.none = false;
        if let Some(none) = none {
            none.set_checked(false);
        }
        if present.as_ref() == Some(input) {
            entry.text = String::from(if input.checked() { PRESENT } else { "" });
            if let Some(there) = find("[data-part=control]") {
                there.set_value(&entry.text);
            }
        } else {
            entry.text = input.value();
            if let Some(present) = present {
                present.set_checked(entry.text == PRESENT);
            }
        }
    }
    set(field, "data-none", if entry.none { "yes" } else { "no" });
    app.desk.draft.borrow_mut().put(path, entry);
}
