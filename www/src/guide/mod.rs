//! *Fill a form with me*: one screen at a time. What is typed is kept as it is typed, checked on
//! Continue, and never lost: not by going back, nor by an answer that makes it apply no more.

mod draft;
mod end;
mod step;
mod words;

use crate::{
    app::{self, App},
    dom::{append, copy_of, empty, focus, part, say_part, set},
    language::Speech,
    long_paste,
    packs::PACKS,
    route::Screen,
};
use core::cell::{Cell, RefCell};
use draft::Draft;
use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::window,
};
use prefile::{
    Severity,
    form::{Definition, Evaluation, Packet, Said, Saying, Status, Step},
};
use step::Trouble;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlInputElement};
use words::Words;

pub(crate) struct Guide {
    pub(crate) root: Element,
    pack: usize,
    packet: Packet,
    draft: RefCell<Draft>,
    /// The step that is shown; behind the last one, the end.
    step: Cell<usize>,
    /// Whether it is shown what is wrong on this step.
    checked: Cell<bool>,
    /// Whether the person came from the end to change something.
    from_end: Cell<bool>,
    /// The warnings that were shown, so that they hold nobody up twice.
    warned: RefCell<Vec<String>>,
    _listeners: [EventListener; 4],
}

impl Guide {
    pub(crate) fn new(pack: usize, definition: Definition, speech: &Speech) -> Self {
        let root = copy_of("guide");
        let guide = Self {
            _listeners: listeners(&root, pack),
            root,
            pack,
            packet: Packet::new(vec![definition]),
            draft: RefCell::default(),
            step: Cell::new(0),
            checked: Cell::new(false),
            from_end: Cell::new(false),
            warned: RefCell::default(),
        };
        guide.show(speech);
        guide
    }

    /// Draws everything, as after a change of the language.
    pub(crate) fn show(&self, speech: &Speech) {
        self.draw(&self.evaluate(), speech);
    }

    /// What is in its address belongs to the step that is shown.
    pub(crate) fn mark_address(&self) {
        if let Ok(history) = window().history() {
            let _ = history.replace_state(&self.state(), "");
        }
    }

    /// The heading that is shown.
    pub(crate) fn heading(&self) -> String {
        let title = self.root.query_selector("h1").ok().flatten();
        title
            .and_then(|title| title.text_content())
            .unwrap_or_default()
    }

    fn definition(&self) -> &Definition {
        &self.packet.definitions()[0]
    }

    fn evaluate(&self) -> Evaluation {
        let answers = self.draft.borrow().answers(self.definition());
        self.packet.evaluate(&answers, app::context())
    }

    fn draw(&self, evaluation: &Evaluation, speech: &Speech) {
        let words = Words {
            definition: self.definition(),
            speech,
        };
        let draft = self.draft.borrow();
        say_part(&self.root, "name", speech.text(PACKS[self.pack].title));
        let body = part(&self.root, "body");
        empty(&body);
        let at = self.step.get();
        let drawn = if let Some(step) = evaluation.steps.get(at) {
            let trouble = self
                .checked
                .get()
                .then(|| trouble(evaluation, step, &words));
            step::draw(step, trouble.as_ref(), &draft, &words)
        } else {
            end::draw(evaluation, &draft, &words)
        };
        append(&body, &drawn);
        step::draw_aside(
            &evaluation.set_aside,
            &part(&self.root, "aside"),
            &draft,
            &words,
        );
        draw_progress(evaluation, at, &part(&self.root, "progress"), speech);
    }

    /// Continue: says what is wrong, or goes on.
    fn go_on(&self, app: &App) {
        let evaluation = self.evaluate();
        let Some(step) = evaluation.steps.get(self.step.get()) else {
            return;
        };
        let words = Words {
            definition: self.definition(),
            speech: app.speech(),
        };
        let trouble = trouble(&evaluation, step, &words);
        if trouble.is_grave() || self.warns(&trouble.said) {
            self.checked.set(true);
            self.draw(&evaluation, app.speech());
            focus(&part(&self.root, "summary"));
            return;
        }
        let end = evaluation.steps.len();
        let steps = evaluation.steps.iter().enumerate();
        let mut behind = steps.skip(self.step.get() + 1);
        let next = behind
            .find(|(_, step)| is_shown(step))
            .map(|(place, _)| place);
        let open = evaluation.current.unwrap_or(end);
        let next = next.filter(|_| !self.from_end.get());
        self.come(next.unwrap_or(open), app);
    }

    /// Whether there is a warning that was not shown before, about the same answer.
    fn warns(&self, said: &[Said]) -> bool {
        let draft = self.draft.borrow();
        let mut warned = self.warned.borrow_mut();
        let before = warned.len();
        for said in said {
            let (severity, what) = match &said.what {
                Saying::Finding(finding, _) => (finding.severity(), finding.code.id()),
                Saying::Check(_, place) => {
                    let check = &self.definition().checks[*place];
                    (check.severity, check.id.as_str())
                }
            };
            let field = said.field.as_deref().unwrap_or_default();
            let key = [field, " ", what, " ", &draft.entry(field).text].concat();
            if severity == Severity::Warning && !warned.contains(&key) {
                warned.push(key);
            }
        }
        warned.len() > before
    }

    /// To the step before, and from the first one to the choice of forms.
    fn go_back(&self, app: &App) {
        let evaluation = self.evaluate();
        let steps = evaluation.steps.iter().enumerate();
        let mut before = steps.take(self.step.get()).rev();
        match before.find(|(_, step)| is_shown(step)) {
            Some((place, _)) => self.come(place, app),
            None => app.go(Screen::Form),
        }
    }

    /// Shows a step, as a new place in the browser's history.
    fn come(&self, step: usize, app: &App) {
        self.turn_to(step, app);
        if let Ok(history) = window().history() {
            let _ = history.push_state(&self.state(), "");
        }
    }

    /// After back or forward in the browser: the step that was shown there, as far as one has come.
    pub(crate) fn return_to(&self, state: &JsValue, app: &App) {
        let Some(step) = state.as_f64() else { return };
        let evaluation = self.evaluate();
        let furthest = evaluation.current.unwrap_or(evaluation.steps.len());
        let mut places = (0..=furthest).rev();
        let step = places.find(|place| {
            let there = evaluation.steps.get(*place);
            number(*place) <= step && there.is_none_or(is_shown)
        });
        self.turn_to(step.unwrap_or(0), app);
    }

    fn turn_to(&self, step: usize, app: &App) {
        let evaluation = self.evaluate();
        self.step.set(step);
        self.checked.set(false);
        if step >= evaluation.steps.len() {
            self.from_end.set(false);
        }
        self.draw(&evaluation, app.speech());
        app.arrived();
    }

    fn state(&self) -> JsValue {
        JsValue::from_f64(number(self.step.get()))
    }

    /// A press on a button of this screen.
    pub(crate) fn clicked(&self, what: &str, button: &Element, value: &str, app: &App) {
        match what {
            "use" => self.take(button, value, app),
            "guide-back" => self.go_back(app),
            "guide-change" => {
                let steps = self.evaluate().steps;
                let asks = |step: &Step| {
                    let mut asked = step.asked.iter();
                    asked.any(|asked| self.fact_id(asked.fact) == value)
                };
                if let Some(place) = steps.iter().position(asks) {
                    self.from_end.set(true);
                    self.come(place, app);
                }
            }
            "guide-to" => self.focus_on(value),
            "guide-print" => {
                let _ = window().print();
            }
            _ => {}
        }
    }

    /// Takes over a correction.
    fn take(&self, button: &Element, value: &str, app: &App) {
        let field = button.closest("[data-fact]").ok().flatten();
        let Some(fact) = field.and_then(|field| field.get_attribute("data-fact")) else {
            return;
        };
        let entry = draft::Entry {
            text: value.to_owned(),
            none: false,
        };
        self.draft.borrow_mut().put(&fact, entry);
        self.show(app.speech());
        self.focus_on(&fact);
    }

    /// The box of a fact, or the first of its choices.
    fn focus_on(&self, fact: &str) {
        let selector = ["[data-fact=\"", fact, "\"] input"].concat();
        let checked = [selector.as_str(), ":checked"].concat();
        let find = |selector: &str| self.root.query_selector(selector).ok().flatten();
        let chosen =
            find(&checked).filter(|input| input.get_attribute("type").as_deref() == Some("radio"));
        if let Some(input) = chosen.or_else(|| find(&selector)) {
            focus(&input);
        }
    }

    /// After every change in a box: it is kept as it stands.
    fn changed(&self, event: &Event) {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let field = input.closest("[data-fact]").ok().flatten();
        let Some((field, fact)) = field.and_then(|field| {
            let fact = field.get_attribute("data-fact")?;
            Some((field, fact))
        }) else {
            return;
        };
        let mut draft = self.draft.borrow_mut();
        let mut entry = draft.entry(&fact);
        if input.type_() == "checkbox" {
            entry.none = input.checked();
        } else {
            entry.text = input.value();
            entry.none = false;
            if let Ok(Some(none)) = field.query_selector("[type=checkbox]") {
                none.unchecked_into::<HtmlInputElement>().set_checked(false);
            }
        }
        set(&field, "data-none", if entry.none { "yes" } else { "no" });
        draft.put(&fact, entry);
    }

    pub(crate) fn forget(&self, speech: &Speech) {
        self.draft.borrow_mut().forget();
        self.warned.borrow_mut().clear();
        self.step.set(0);
        self.checked.set(false);
        self.from_end.set(false);
        self.show(speech);
    }

    fn fact_id(&self, fact: usize) -> &str {
        self.packet.facts().get(fact).map_or("", |fact| &fact.id)
    }
}

/// Whether a person meets it.
fn is_shown(step: &Step) -> bool {
    step.status != Status::NotNeeded && !step.asked.is_empty()
}

fn number(place: usize) -> f64 {
    u32::try_from(place).map_or(f64::MAX, f64::from)
}

/// What there is to say about the answers of a step.
fn trouble(evaluation: &Evaluation, step: &Step, words: &Words) -> Trouble {
    let screen = &words.definition.screens[step.screen];
    let mut trouble = Trouble::default();
    for asked in &step.asked {
        let question = asked.of(screen);
        let fact =
            question.and_then(|question| words.definition.facts.get(usize::from(question.fact)));
        let Some(fact) = fact else { continue };
        let before = trouble.said.len();
        let here = evaluation.findings.iter();
        let here = here.filter(|said| said.field.as_deref() == Some(&fact.id));
        trouble.said.extend(here.cloned());
        let has_error = trouble.said[before..]
            .iter()
            .any(|said| words.said(said).0 == Severity::Error);
        trouble.errors |= has_error;
        if !asked.answered && !has_error {
            trouble.unanswered.push(fact.id.clone());
        }
    }
    trouble
}

/// How far one has come, in words and as a bar.
fn draw_progress(evaluation: &Evaluation, at: usize, to: &Element, speech: &Speech) {
    let mut needed = evaluation.steps.iter().enumerate();
    let before = needed
        .clone()
        .filter(|(place, step)| *place < at && is_shown(step))
        .count();
    let open = needed.any(|(place, step)| place >= at && step.open);
    let total = evaluation.total;
    let [count, all] = [before + 1, total].map(|number| number.to_string());
    let key = match (at >= evaluation.steps.len(), open) {
        (true, _) => "guide.done",
        (false, true) => "guide.step_at_most",
        (false, false) => "guide.step",
    };
    say_part(
        to,
        "words",
        &speech.fill(key, &[("count", &count), ("total", &all)]),
    );
    let bar = part(to, "bar");
    empty(&bar);
    for place in 0..total {
        let step = copy_of("unseen");
        let state = match place.cmp(&before) {
            core::cmp::Ordering::Less => "past",
            core::cmp::Ordering::Equal => "now",
            core::cmp::Ordering::Greater => "ahead",
        };
        set(&step, "class", state);
        append(&bar, &step);
    }
}

fn with(pack: usize, act: impl FnOnce(&Guide, &App)) {
    app::with(|app| {
        if let Some(guide) = app.guide(pack) {
            act(guide, app);
        }
    });
}

fn listeners(root: &Element, pack: usize) -> [EventListener; 4] {
    let options = EventListenerOptions::enable_prevent_default();
    let sent = EventListener::new_with_options(root, "submit", options, move |event| {
        event.prevent_default();
        with(pack, Guide::go_on);
    });
    let typed = EventListener::new(root, "input", move |event| {
        with(pack, |guide, _| guide.changed(event));
    });
    let [pasted, dropped] = long_paste::listen(root, |_| {
        app::with(|app| app.announce(app.speech().text("guide.left_out")));
    });
    [sent, typed, pasted, dropped]
}
