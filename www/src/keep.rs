//! Answers in a file, with a passphrase or without, and in the browser, if the person asks for it.
//! What is here is replaced only when the person says so.

use crate::{
    app::{self, App},
    compare,
    dom::{
        append, copy_of, empty, focus, is_enter, part, say, say_part, set, set_text, translate,
        worded,
    },
    files,
    guide::{Draft, Fault, Opened, differences, open, write},
    on_demand,
    packs::Chosen,
    promise::settle,
    route::Screen,
    secret,
    texts::{Key, key},
};
use core::cell::{Cell, RefCell};
use gloo::{events::EventListener, timers::callback::Timeout, utils::document};
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement};

/// How long after a change it is kept in the browser, in milliseconds.
const REST: u32 = 300;

pub(crate) struct Keep {
    pub(crate) root: Element,
    /// The text of a file that waits for its passphrase.
    locked: RefCell<Option<String>>,
    /// What was read and waits for a word, because there are answers here.
    waiting: RefCell<Option<Opened>>,
    /// The form of which they were read.
    form: Cell<Option<Chosen>>,
    /// What was asked of the browser for an earlier choice is thrown away.
    turn: Cell<u32>,
    _listeners: [EventListener; 2],
}

/// What is kept in the browser.
#[derive(Default)]
pub(crate) struct Store {
    /// Whether the person asked for it.
    on: Cell<bool>,
    /// What was wrong with what stood there: the page's text.
    wrong: Cell<Option<Key>>,
    rest: RefCell<Option<Timeout>>,
}

impl Store {
    /// Takes what an earlier visit kept.
    pub(crate) fn restore(&self, app: &App) {
        let Some(text) = files::kept() else { return };
        match open(&text) {
            Ok(opened) => {
                // What cannot be read stays there until the person says otherwise.
                self.on.set(opened.lost == 0);
                self.wrong
                    .set((opened.lost > 0).then_some(key!("keep.browser_lost")));
                app.desk.draft.replace(opened.draft);
            }
            Err(fault) => self.wrong.set(Some(said(fault))),
        }
    }

    /// Another tab may have changed what is kept, or deleted it, while this one stood aside. What was
    /// written there holds here, too; what was deleted there is not written again from here.
    pub(crate) fn follow(&self, app: &App) {
        if !self.on.get() {
            return;
        }
        match files::kept().map(|text| open(&text)) {
            Some(Ok(opened)) if opened.lost == 0 => {
                if is_here(&opened, app) {
                    return;
                }
                app.desk.follow(opened.draft);
            }
            _ => {
                *self.rest.borrow_mut() = None;
                self.on.set(false);
                app.desk.unsaved.set(true);
            }
        }
        app.redraw();
        if let Some(keep) = app.keep.get() {
            keep.show(app);
        }
    }

    /// Whether what is here is kept in the browser.
    pub(crate) fn is_on(&self) -> bool {
        self.on.get()
    }

    /// After every change.
    pub(crate) fn changed(&self) {
        if self.on.get() {
            let write = || app::with(|app| app.store.write(app));
            *self.rest.borrow_mut() = Some(Timeout::new(REST, write));
        }
    }

    /// Writes what is not written yet, before the page goes away.
    pub(crate) fn flush(&self, app: &App) {
        if self.rest.borrow_mut().take().is_some() {
            self.write(app);
        }
    }

    fn write(&self, app: &App) {
        if self.on.get() && !files::keep(Some(&text(app))) {
            self.on.set(false);
            self.wrong.set(Some(key!("keep.browser_full")));
            app.announce(app.speech().text(key!("keep.browser_full")));
        }
    }

    fn turn(&self, on: bool, app: &App) {
        let was_told = self.wrong.take().is_some();
        if on && !was_told && is_kept_otherwise(app) {
            // Nothing is lost here where nothing was said.
            if app.desk.draft.borrow().is_empty() {
                self.restore(app);
                app.redraw();
            } else {
                self.wrong.set(Some(key!("keep.browser_other")));
            }
            return;
        }
        self.on.set(on);
        if on {
            self.write(app);
        } else {
            files::keep(None);
        }
    }

    pub(crate) fn forget(&self) {
        *self.rest.borrow_mut() = None;
        self.on.set(false);
        self.wrong.set(None);
        files::keep(None);
    }
}

/// Whether these are the answers that are here.
fn is_here(opened: &Opened, app: &App) -> bool {
    write(&opened.draft, "") == write(&app.desk.draft.borrow(), "")
}

/// Whether another tab has kept other answers in the browser since this one was opened.
fn is_kept_otherwise(app: &App) -> bool {
    let kept = files::kept().map(|text| open(&text));
    kept.is_some_and(|kept| {
        kept.map_or(true, |kept| !kept.draft.is_empty() && !is_here(&kept, app))
    })
}

fn text(app: &App) -> String {
    let day = app::context().today.map(prefile::Day::iso);
    write(&app.desk.draft.borrow(), &day.unwrap_or_default())
}

impl Keep {
    pub(crate) fn new(app: &App) -> Self {
        let root = worded("keep", app.speech());
        let listener = EventListener::new(&root, "change", |event| {
            let input = event.target().and_then(|target| target.dyn_into().ok());
            app::with(|app| {
                if let Some(input) = input {
                    app.keep().changed(&input, app);
                }
            });
        });
        let pressed = EventListener::new(&root, "keydown", |event| {
            let asked = document().active_element();
            if is_enter(event) && asked.is_some_and(|it| it.id() == "keep-unlock-box") {
                app::with(|app| app.keep().unlock(app));
            }
        });
        Self {
            root,
            locked: RefCell::default(),
            waiting: RefCell::default(),
            form: Cell::default(),
            turn: Cell::default(),
            _listeners: [listener, pressed],
        }
    }

    /// Says how many answers there are, and what is kept.
    pub(crate) fn show(&self, app: &App) {
        translate(&self.root, app.speech());
        app.address(&self.root);
        let count = answers(app).to_string();
        let here = app.speech().fill(key!("keep.here"), &[("count", &count)]);
        say_part(&self.root, "here", &here);
        self.input("stay").set_checked(app.store.on.get());
        secret::label(&self.root, app.speech());
        let wrong = app.store.wrong.get().map(|key| app.speech().text(key));
        say_part(&self.root, "stay-said", wrong.unwrap_or_default());
        self.compare_again(app);
    }

    fn input(&self, name: &str) -> HtmlInputElement {
        part(&self.root, name).unchecked_into()
    }

    /// Says what came of something, where it was asked for; in another language, too, when it changes.
    fn tell(&self, name: &str, key: Key, app: &App) {
        self.tell_in(name, app.speech().text(key), app);
        set_text(&part(&self.root, name), key);
    }

    /// The same of a text that one language alone has.
    fn tell_in(&self, name: &str, text: &str, app: &App) {
        self.quiet(name);
        say_part(&self.root, name, text);
        app.announce(text);
    }

    fn quiet(&self, name: &str) {
        let told = part(&self.root, name);
        let _ = told.remove_attribute("data-text");
        empty(&told);
    }

    fn changed(&self, input: &HtmlInputElement, app: &App) {
        let is = |name: &str| input.get_attribute("data-part").as_deref() == Some(name);
        if is("stay") {
            app.store.turn(input.checked(), app);
            self.show(app);
        } else if is("file") {
            self.close();
            self.await_it(&files::chosen(input), |file, keep, app| match file {
                Ok(file) if !file.is_string() => keep.ask_for(file, app),
                text => {
                    let text = text.ok().and_then(|text| text.as_string());
                    keep.came(text.unwrap_or_default(), app);
                }
            });
        }
    }

    /// Goes on when it has come, unless all was forgotten or another file chosen meanwhile.
    fn await_it(
        &self,
        promise: &Promise,
        then: impl FnOnce(Result<JsValue, JsValue>, &Self, &App) + 'static,
    ) {
        let turn = self.turn.get();
        settle(promise, move |came| {
            app::with(|app| {
                let keep = app.keep();
                if keep.turn.get() == turn {
                    then(came, keep, app);
                }
            });
        });
    }

    /// Nothing waits any more.
    fn close(&self) {
        self.turn.set(self.turn.get().wrapping_add(1));
        self.locked.replace(None);
        self.waiting.replace(None);
        self.form.set(None);
        empty(&part(&self.root, "panel"));
        self.quiet("opened");
    }

    fn came(&self, text: String, app: &App) {
        // The same file can be chosen again.
        self.input("file").set_value("");
        if files::is_locked(&text) {
            self.locked.replace(Some(text));
            self.ask("keep-unlock", app);
        } else {
            self.read(&text, app);
        }
    }

    /// Has a filled PDF read by the part that can.
    fn ask_for(&self, pdf: JsValue, app: &App) {
        self.input("file").set_value("");
        self.tell("opened", key!("check.coming"), app);
        let turn = self.turn.get();
        on_demand::ask("check", move |part| {
            app::with(|app| {
                let (keep, speech) = (app.keep(), app.speech());
                match part {
                    _ if keep.turn.get() != turn => {}
                    Some(part) => {
                        let answers = part.read(&pdf, speech.language.tag());
                        keep.await_it(&answers, |answers, keep, app| keep.read_pdf(&answers, app));
                    }
                    None => keep.tell("opened", key!("check.lost"), app),
                }
            });
        });
    }

    /// Shows what a PDF says otherwise. Nothing is taken without a word.
    fn read_pdf(&self, answers: &Result<JsValue, JsValue>, app: &App) {
        let (Ok(said) | Err(said)) = answers;
        let said = said.as_string().unwrap_or_default();
        let read = said.split_once('\n').filter(|_| answers.is_ok());
        let read = read.and_then(|(id, text)| {
            let form = Chosen::named(&["form/", id].concat())?;
            Some((form, open(text).ok()?))
        });
        let Some((form, opened)) = read else {
            self.tell_in("opened", &said, app);
            return;
        };
        self.waiting.replace(Some(opened));
        self.form.set(Some(form));
        self.quiet("opened");
        self.ask("keep-replace", app);
        let question = part(&self.root, "question");
        set_text(&question, key!("keep.pdf"));
        say(&question, app.speech().text(key!("keep.pdf")));
        app.fetch_all();
        self.compare(app);
    }

    /// Shows a question, and puts the focus on it.
    fn ask(&self, template: &str, app: &App) {
        let panel = part(&self.root, "panel");
        empty(&panel);
        let question = worded(template, app.speech());
        secret::label(&question, app.speech());
        append(&panel, &question);
        if let Ok(Some(first)) = question.query_selector("input, [tabindex]") {
            focus(&first);
        }
    }

    fn read(&self, text: &str, app: &App) {
        match open(text) {
            Err(fault) => self.fail(fault, app),
            Ok(opened) if app.desk.draft.borrow().is_empty() => self.take(&opened, app),
            Ok(opened) => {
                self.waiting.replace(Some(opened));
                self.ask("keep-replace", app);
            }
        }
    }

    fn fail(&self, fault: Fault, app: &App) {
        self.tell("opened", said(fault), app);
    }

    /// What would be here if it were taken: of a PDF, also what it does not say.
    fn merged(&self, opened: &Opened, app: &App) -> Draft {
        if self.form.get().is_none() {
            return opened.draft.clone();
        }
        let mut draft = app.desk.draft.borrow().clone();
        draft.take_over(&opened.draft);
        draft
    }

    fn take(&self, opened: &Opened, app: &App) {
        app.desk.replace(self.merged(opened, app));
        app.changed();
        let form = self.form.get();
        self.close();
        self.show(app);
        let speech = app.speech();
        let count = answers(app).to_string();
        let mut said = speech.fill(key!("keep.taken"), &[("count", &count)]);
        if opened.lost > 0 {
            let lost = opened.lost.to_string();
            said += " ";
            said += &speech.fill(key!("keep.taken_lost"), &[("count", &lost)]);
        }
        self.tell_in("opened", &said, app);
        app.redraw();
        match form {
            Some(form) => {
                app.desk.goes_on.set(true);
                app.go(Screen::Guide(form));
            }
            None => focus(&part(&self.root, "open-title")),
        }
    }

    /// A press on a button of this screen.
    pub(crate) fn clicked(&self, what: &str, app: &App) {
        match what {
            "keep-save" => self.save(app),
            "keep-unlock" => self.unlock(app),
            "keep-replace" => {
                let waiting = self.waiting.borrow_mut().take();
                if let Some(opened) = waiting {
                    self.take(&opened, app);
                }
            }
            "keep-compare" => {
                app.fetch_all();
                self.compare(app);
                let found = part(&self.root, "differences");
                if let Ok(Some(first)) = found.query_selector("[tabindex]") {
                    focus(&first);
                }
            }
            "keep-leave" => {
                self.close();
                self.tell("opened", key!("keep.left"), app);
                focus(&part(&self.root, "open-title"));
            }
            _ => {}
        }
    }

    /// Lays the file's answers beside those that are here. A pack that comes brings its questions.
    pub(crate) fn compare(&self, app: &App) {
        let waiting = self.waiting.borrow();
        let (Some(opened), Ok(Some(to))) = (
            waiting.as_ref(),
            self.root.query_selector("[data-part=differences]"),
        ) else {
            return;
        };
        let had_focus = to.query_selector(":focus").ok().flatten().is_some();
        empty(&to);
        let speech = app.speech();
        let sides = [key!("keep.ours"), key!("keep.theirs")].map(|key| speech.text(key));
        let draft = app.desk.draft.borrow();
        let merged = self.merged(opened, app);
        let found = differences(&app.all_packs(), &draft, &merged, speech);
        let heading = copy_of("paragraph");
        let count = found.len().to_string();
        say(
            &heading,
            &speech.fill(key!("keep.differ"), &[("count", &count)]),
        );
        set(&heading, "tabindex", "-1");
        append(&to, &heading);
        for (label, [one, other]) in found {
            let drawn = copy_of("keep-difference");
            say_part(&drawn, "label", &label);
            let compared = prefile::form::compare(&one, &other);
            append(
                &drawn,
                &compare::draw(&compared, sides.map(str::to_owned), speech),
            );
            append(&to, &drawn);
        }
        if had_focus {
            focus(&heading);
        }
    }

    /// The comparison once more, if it is shown: the language or the answers have changed.
    fn compare_again(&self, app: &App) {
        let shown = self.root.query_selector("[data-part=differences] > *");
        if shown.is_ok_and(|shown| shown.is_some()) {
            self.compare(app);
        }
    }

    fn save(&self, app: &App) {
        let passphrase = self.input("passphrase").value();
        let saved = text(app);
        if passphrase.is_empty() {
            files::save(&saved);
            app.desk.unsaved.set(false);
            self.tell("saved", key!("keep.saved"), app);
            return;
        }
        self.tell("saved", key!("keep.working"), app);
        settle(&files::lock(&saved, &passphrase), move |locked| {
            app::with(|app| {
                let keep = app.keep();
                match locked.ok().and_then(|locked| locked.as_string()) {
                    Some(locked) => {
                        files::save(&locked);
                        // What was changed while it was locked is not in it.
                        if saved == text(app) {
                            app.desk.unsaved.set(false);
                        }
                        keep.input("passphrase").set_value("");
                        secret::hide(&keep.root, app.speech());
                        keep.tell("saved", key!("keep.saved_locked"), app);
                    }
                    None => keep.tell("saved", key!("keep.unable"), app),
                }
            });
        });
    }

    fn unlock(&self, app: &App) {
        let passphrase = self.input("unlock").value();
        let Some(locked) = self.locked.borrow().clone() else {
            return;
        };
        self.tell("opened", key!("keep.working"), app);
        self.await_it(
            &files::unlock(&locked, &passphrase),
            |text, keep, app| match text {
                Ok(text) => {
                    keep.close();
                    keep.read(&text.as_string().unwrap_or_default(), app);
                }
                Err(why) if why.as_string().as_deref() == Some("wrong") => {
                    keep.tell("opened", key!("keep.wrong"), app);
                    focus(&part(&keep.root, "unlock"));
                }
                Err(_) => keep.fail(Fault::Foreign, app),
            },
        );
    }

    pub(crate) fn forget(&self, app: &App) {
        self.close();
        self.input("passphrase").set_value("");
        secret::hide(&self.root, app.speech());
        self.quiet("saved");
        self.show(app);
    }
}

/// How many answers there are.
fn answers(app: &App) -> usize {
    let draft = app.desk.draft.borrow();
    let boxes = draft.boxes().iter();
    boxes
        .filter(|(_, entry)| entry.none || !entry.text.is_empty())
        .count()
}

/// The page's text for it.
fn said(fault: Fault) -> Key {
    match fault {
        Fault::Foreign => key!("keep.foreign"),
        Fault::Version => key!("keep.version"),
    }
}
