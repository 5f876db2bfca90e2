//! *Fill a form with me*: one screen at a time. What is typed is kept as it is typed, checked on
//! Continue, and never lost: not by going back, nor by an answer that makes it apply no more.

mod acts;
mod at;
mod desk;
mod draft;
mod end;
mod file;
mod fill;
mod line;
mod list;
mod past;
mod step;
mod tasks;
mod words;

pub(crate) use desk::Desk;
pub(crate) use draft::Draft;
pub(crate) use file::{Fault, Opened, open, write};

use crate::{
    app::{self, App},
    dom::{append, empty, focus, part, say_part, translate, worded},
    language::Speech,
    long_paste,
    packs::Chosen,
    route::Screen,
    texts::key,
};
use at::At;
use core::cell::{Cell, RefCell};
use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::window,
};
use list::List;
use prefile::{
    Code, Severity,
    form::{Evaluation, Packet, Said, Saying, Status, Step},
};
use step::Trouble;
use wasm_bindgen::JsValue;
use web_sys::Element;
use words::{Words, is_of_the_list};

/// What a person was warned of: a finding's code, or a definition's check.
#[derive(PartialEq)]
enum Warned {
    Code(Code),
    Check(usize, usize),
}

pub(crate) struct Guide {
    pub(crate) root: Element,
    pub(crate) chosen: Chosen,
    packet: Packet,
    /// What is shown.
    at: Cell<At>,
    /// Whether it is shown what is wrong on this step.
    checked: Cell<bool>,
    /// Whether the person came from the end to change something.
    from_end: Cell<bool>,
    /// What was just taken out of the list that is shown.
    removed: RefCell<Option<String>>,
    /// The warnings that were shown, so that they hold nobody up twice.
    warned: RefCell<Vec<(Warned, String)>>,
    _listeners: [EventListener; 4],
}

impl Guide {
    pub(crate) fn new(chosen: Chosen, packet: Packet, app: &App) -> Self {
        let root = worded("guide", app.speech());
        let guide = Self {
            _listeners: listeners(&root, chosen),
            root,
            chosen,
            packet,
            at: Cell::default(),
            checked: Cell::new(false),
            from_end: Cell::new(false),
            removed: RefCell::default(),
            warned: RefCell::default(),
        };
        // After the tab was loaded anew, the browser still knows the place.
        let state = window().history().and_then(|history| history.state());
        if let Some(at) = state.ok().as_ref().and_then(At::read) {
            guide.at.set(guide.reached(at, app));
        }
        guide.show(app);
        guide
    }

    /// Draws everything, as after a change of the language.
    pub(crate) fn show(&self, app: &App) {
        translate(&self.root, app.speech());
        app.address(&self.root);
        let evaluation = self.evaluate(app);
        // The entry may be gone since.
        self.at
            .set(self.with_entry(self.at.get(), &evaluation, app));
        self.draw(&evaluation, app);
    }

    /// Goes to the first open question.
    pub(crate) fn resume(&self, app: &App) {
        let evaluation = self.evaluate(app);
        let open = evaluation.current.unwrap_or(evaluation.steps.len());
        self.at.set(At::step(open));
    }

    /// What is in its address belongs to what is shown.
    pub(crate) fn mark_address(&self) {
        if let Ok(history) = window().history() {
            let _ = history.replace_state(&self.at.get().state(), "");
        }
    }

    /// The heading that is shown.
    pub(crate) fn heading(&self) -> String {
        let title = self.root.query_selector("h1").ok().flatten();
        title
            .and_then(|title| title.text_content())
            .unwrap_or_default()
    }

    fn evaluate(&self, app: &App) -> Evaluation {
        let answers = app.desk.draft.borrow().answers(&self.packet);
        self.packet.survey(&answers, app::context())
    }

    fn words<'a>(&'a self, app: &'a App) -> Words<'a> {
        Words {
            packet: &self.packet,
            speech: app.speech(),
        }
    }

    fn draw(&self, evaluation: &Evaluation, app: &App) {
        let words = self.words(app);
        let draft = app.desk.draft.borrow();
        let at = self.at.get();
        say_part(&self.root, "name", &self.chosen.title(words.speech));
        let body = part(&self.root, "body");
        empty(&body);
        let drawn = match evaluation.steps.get(at.step) {
            Some(step) => self.draw_step(evaluation, step, app, &words),
            None if at == At::TASKS => tasks::draw(evaluation, &words),
            None if at == At::PDF => worded("guide-pdf", words.speech),
            None => end::draw(evaluation, &draft, &words),
        };
        append(&body, &drawn);
        step::draw_aside(
            &evaluation.set_aside,
            &part(&self.root, "aside"),
            &draft,
            &words,
        );
        let progress = part(&self.root, "progress");
        tasks::draw_progress(evaluation, at, &progress, words.speech);
        app.desk.show_tools(&self.root);
        if at == At::PDF {
            app.check
                .fill(&drawn, &fill::orders(evaluation, &words), app);
        }
    }

    /// Has the PDFs drawn, if they are shown: what draws them has come, or has not.
    pub(crate) fn fill(&self, app: &App) {
        if let Ok(Some(place)) = self.root.query_selector("[data-pdf]") {
            let orders = fill::orders(&self.evaluate(app), &self.words(app));
            app.check.fill(&place, &orders, app);
        }
    }

    fn draw_step(&self, evaluation: &Evaluation, step: &Step, app: &App, words: &Words) -> Element {
        let draft = app.desk.draft.borrow();
        let definition = words.definition(step);
        let title = words.text(definition, definition.screens[step.screen].title);
        let checked = self.checked.get();
        let Some(list) = List::of(step, &draft, words) else {
            let trouble = trouble(evaluation, step, None, words);
            let trouble = checked.then_some(&trouble);
            return step::draw(step, &step.asked, title, trouble, &draft, words);
        };
        if let Some(entry) = self.at.get().entry {
            let trouble = trouble(evaluation, step, Some(entry), words);
            let number = (entry + 1).to_string();
            let values = [("what", title), ("number", number.as_str())];
            let heading = words.speech.fill(key!("guide.entry_title"), &values);
            let asked = list.asked(entry, words);
            let trouble = checked.then_some(&trouble);
            return step::draw(step, &asked, &heading, trouble, &draft, words);
        }
        let trouble = trouble(evaluation, step, None, words);
        let removed = self.removed.borrow();
        let body = list.draw(&trouble, checked, removed.as_deref(), &draft, words);
        let mut lines = evaluation.time_lines.iter();
        let line = lines.find(|line| self.packet.facts()[line.list].id == list.id);
        let picture = app::context()
            .today
            .zip(line)
            .and_then(|(today, line)| line::draw(line, today, words));
        if let Some(picture) = picture {
            append(&part(&body, "line"), &picture);
        }
        body
    }

    /// Continue: says what is wrong, or goes on.
    fn go_on(&self, app: &App) {
        let evaluation = self.evaluate(app);
        let at = self.at.get();
        let Some(step) = evaluation.steps.get(at.step) else {
            return;
        };
        let trouble = trouble(&evaluation, step, at.entry, &self.words(app));
        if trouble.is_grave() || self.warns(&trouble.said, app) {
            self.checked.set(true);
            self.draw(&evaluation, app);
            focus(&part(&self.root, "summary"));
            return;
        }
        if at.entry.is_some() {
            self.come(At::step(at.step), app);
            return;
        }
        let end = evaluation.steps.len();
        let steps = evaluation.steps.iter().enumerate();
        let mut behind = steps.skip(at.step + 1);
        let next = behind
            .find(|(_, step)| is_shown(step))
            .map(|(place, _)| place);
        let open = evaluation.current.unwrap_or(end);
        let next = next.filter(|_| !self.from_end.get());
        self.come(At::step(next.unwrap_or(open)), app);
    }

    /// Whether there is a warning that was not shown before, about the same answer.
    fn warns(&self, said: &[Said], app: &App) -> bool {
        let draft = app.desk.draft.borrow();
        let mut warned = self.warned.borrow_mut();
        let before = warned.len();
        for said in said {
            let severity = self.packet.severity(said);
            let what = match said.what {
                Saying::Finding(ref finding, _) => Warned::Code(finding.code),
                Saying::Check(definition, place) => Warned::Check(definition, place),
            };
            let field = said.field.as_deref().unwrap_or_default();
            let warning = (what, [field, " ", &draft.entry(field).text].concat());
            if severity == Severity::Warning && !warned.contains(&warning) {
                warned.push(warning);
            }
        }
        warned.len() > before
    }

    /// From an entry to its list, else to the step before, and from the first one to the choice of
    /// forms.
    fn go_back(&self, app: &App) {
        let evaluation = self.evaluate(app);
        let at = self.at.get();
        if at.entry.is_some() {
            self.come(At::step(at.step), app);
            return;
        }
        if at == At::PDF {
            self.come(At::step(evaluation.steps.len()), app);
            return;
        }
        let steps = evaluation.steps.iter().enumerate();
        let mut before = steps.take(at.step).rev();
        match before.find(|(_, step)| is_shown(step)) {
            Some((place, _)) => self.come(At::step(place), app),
            None => app.go(Screen::Form),
        }
    }

    /// Shows a step, as a new place in the browser's history.
    fn come(&self, at: At, app: &App) {
        self.turn_to(at, app);
        if let Ok(history) = window().history() {
            let _ = history.push_state(&self.at.get().state(), "");
        }
    }

    /// After back or forward in the browser: the step that was shown there.
    pub(crate) fn return_to(&self, state: &JsValue, app: &App) {
        if let Some(at) = At::read(state) {
            self.turn_to(self.reached(at, app), app);
        }
    }

    /// This place, or the last before it that is shown; the end only where nothing is open, and the
    /// beginning where nothing was said.
    fn reached(&self, at: At, app: &App) -> At {
        let evaluation = self.evaluate(app);
        if app.desk.draft.borrow().is_empty() && at != At::TASKS {
            return At::default();
        }
        let steps = &evaluation.steps;
        let open = evaluation.current;
        if at == At::TASKS || at == At::PDF && open.is_none() {
            return at;
        }
        let at = if at.step < steps.len() {
            at
        } else {
            At::step(open.unwrap_or(steps.len()))
        };
        let mut places = (0..=at.step).rev();
        let step = places.find(|place| steps.get(*place).is_none_or(is_shown));
        let step = step.unwrap_or(0);
        let entry = at.entry.filter(|_| step == at.step);
        self.with_entry(At { step, entry }, &evaluation, app)
    }

    /// The list itself, if it has no such entry.
    fn with_entry(&self, at: At, evaluation: &Evaluation, app: &App) -> At {
        let count = evaluation.steps.get(at.step).and_then(|step| {
            let words = self.words(app);
            let draft = app.desk.draft.borrow();
            List::of(step, &draft, &words)?.count
        });
        let entry = at.entry.filter(|entry| *entry < count.unwrap_or(0));
        At { entry, ..at }
    }

    fn turn_to(&self, at: At, app: &App) {
        self.leave_blank_entry(app);
        let evaluation = self.evaluate(app);
        self.at.set(self.with_entry(at, &evaluation, app));
        self.checked.set(false);
        self.removed.replace(None);
        app.desk.past.borrow_mut().rest();
        if at.step >= evaluation.steps.len() {
            self.from_end.set(false);
        }
        self.draw(&evaluation, app);
        app.arrived();
    }

    /// An entry in which nothing was said is none.
    fn leave_blank_entry(&self, app: &App) {
        let at = self.at.get();
        let evaluation = self.evaluate(app);
        if let (Some(entry), Some(step)) = (at.entry, evaluation.steps.get(at.step)) {
            let words = self.words(app);
            let mut draft = app.desk.draft.borrow_mut();
            let list = List::of(step, &draft, &words).map(|list| list.id.to_owned());
            if let Some(list) = list.filter(|list| draft.is_blank(list, entry)) {
                draft.remove(&list, entry);
            }
        }
    }

    pub(crate) fn forget(&self, app: &App) {
        self.warned.borrow_mut().clear();
        self.at.set(At::default());
        self.checked.set(false);
        self.from_end.set(false);
        self.removed.replace(None);
        self.show(app);
    }
}

/// Whether a person meets it.
fn is_shown(step: &Step) -> bool {
    step.status != Status::NotNeeded && !step.asked.is_empty()
}

/// What there is to say about the answers of a step, or of one entry on it. How the entries of a list
/// follow each other is said of the list.
fn trouble(evaluation: &Evaluation, step: &Step, entry: Option<usize>, words: &Words) -> Trouble {
    let mut trouble = Trouble::default();
    for asked in &step.asked {
        let is_list = words.asks(step, *asked).is_none();
        if entry.is_some_and(|entry| is_list || asked.entry != entry) {
            continue;
        }
        let path = words.packet.path(asked.fact, asked.entry);
        let before = trouble.said.len();
        let here = evaluation.findings.iter();
        let here = here.filter(|said| said.field.as_deref() == Some(&path));
        let here = here.filter(|said| entry.is_none() || !is_of_the_list(said));
        trouble.said.extend(here.cloned());
        let has_error = trouble.said[before..]
            .iter()
            .any(|said| words.said(said).0 == Severity::Error);
        trouble.errors |= has_error;
        if !asked.answered && !has_error {
            trouble.unanswered.push(path);
        }
    }
    trouble
}

/// The answers of two drafts that are not the same, each with its question.
pub(crate) fn differences(
    packet: &Packet,
    one: &Draft,
    other: &Draft,
    speech: &Speech,
) -> Vec<(String, [String; 2])> {
    let words = Words { packet, speech };
    let only_there = other.boxes().iter();
    let only_there =
        only_there.filter(|(path, _)| one.boxes().iter().all(|(here, _)| here != path));
    let paths = one.boxes().iter().chain(only_there).map(|(path, _)| path);
    let differing = paths.filter_map(|path| {
        let asks = words.who_asks(path);
        let said = [one, other].map(|draft| {
            let entry = draft.entry(path);
            asks.map_or_else(|| entry.text.clone(), |asks| words.answer(&asks, &entry))
        });
        let label = words.label_at(path);
        let label = if asks.is_some() { label } else { path.clone() };
        (said[0] != said[1]).then_some((label, said))
    });
    differing.collect()
}

fn with(chosen: Chosen, act: impl FnOnce(&Guide, &App)) {
    app::with(|app| {
        if let Some(guide) = app.guide(chosen) {
            act(&guide, app);
        }
    });
}

fn listeners(root: &Element, chosen: Chosen) -> [EventListener; 4] {
    let options = EventListenerOptions::enable_prevent_default();
    let sent = EventListener::new_with_options(root, "submit", options, move |event| {
        event.prevent_default();
        with(chosen, Guide::go_on);
    });
    let typed = EventListener::new(root, "input", move |event| {
        with(chosen, |guide, app| guide.changed(event, app));
    });
    let [pasted, dropped] = long_paste::listen(root, |_| {
        app::with(|app| app.announce(app.speech().text(key!("guide.left_out"))));
    });
    [sent, typed, pasted, dropped]
}
