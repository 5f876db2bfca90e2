//! *Choose a password*: the official rules tick while a person types; what is unwise is said, and
//! read out, when they rest. The password stays in its box: no text and no attribute repeats it.

use crate::{
    app::{self, App},
    dom::{append, copy_of, each, empty, focus, is_enter, part, say_part, set, worded},
    findings,
    language::Speech,
    long_paste,
    news::{Told, score_text},
    secret,
    strength::Strength,
    texts::key,
};
use core::cell::RefCell;
use gloo::{events::EventListener, timers::callback::Timeout};
use prefile::{Code, Kind, check, check_password, message::message, password::Rule};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, InputEvent};

/// How long a person rests before more than the rules is said, in milliseconds.
const REST: u32 = 1000;

/// Whose words stand on the page in any case.
const SOURCES: [(&str, Code); 2] = [
    ("rules-source", Code::PasswordTooShort),
    ("nist", Code::PasswordLongIsGood),
];

pub(crate) struct Password {
    pub(crate) root: Element,
    input: HtmlInputElement,
    email: HtmlInputElement,
    name: HtmlInputElement,
    birthday: HtmlInputElement,
    findings: Element,
    strength: RefCell<Strength>,
    told: RefCell<Told>,
    rest: RefCell<Option<Timeout>>,
    _listeners: [EventListener; 4],
}

impl Password {
    pub(crate) fn new(app: &App) -> Self {
        let root = worded("password", app.speech());
        let field = |name| -> HtmlInputElement { part(&root, name).unchecked_into() };
        let input = field("box");
        let rules = part(&root, "rules");
        for _ in Rule::all() {
            append(&rules, &copy_of("rule"));
        }
        let password = Self {
            email: field("email"),
            name: field("name"),
            birthday: field("birthday"),
            findings: part(&root, "findings"),
            strength: RefCell::default(),
            told: RefCell::default(),
            rest: RefCell::default(),
            _listeners: listeners(&root, &input),
            root,
            input,
        };
        password.told.replace(password.show(app));
        password
    }

    /// Fetches what measures a password, if that has not come yet.
    pub(crate) fn fetch(&self, app: &App) {
        Strength::fetch(&self.strength, |strength| {
            app::with(|app| app.password().fetched(strength, app));
        });
        self.bar(&self.look(app), app.speech());
    }

    /// The same, once more. The button that asked for it goes away, and the focus with it.
    pub(crate) fn fetch_again(&self, app: &App) {
        focus(&self.input);
        self.fetch(app);
    }

    fn fetched(&self, strength: Strength, app: &App) {
        if matches!(strength, Strength::Failed) {
            app.announce(app.speech().text(key!("password.strength_failed")));
        }
        self.strength.replace(strength);
        self.bar(&self.look(app), app.speech());
        self.wait(REST);
    }

    /// After every change in one of the boxes.
    fn typed(&self, at_once: bool, app: &App) {
        set(&part(&self.root, "left-out"), "hidden", "");
        set(&self.findings, "class", "answer stale");
        let told = self.look(app);
        self.tick(&told, app.speech());
        self.bar(&told, app.speech());
        self.wait(if at_once { 0 } else { REST });
    }

    fn wait(&self, milliseconds: u32) {
        let settle = || app::with(|app| app.password().settle(app));
        *self.rest.borrow_mut() = Some(Timeout::new(milliseconds, settle));
    }

    /// Says what there is to say, and reads out what of it is new.
    fn settle(&self, app: &App) {
        let now = self.show(app);
        let news = now.since(&self.told.borrow(), app.speech());
        *self.told.borrow_mut() = now;
        if !news.is_empty() {
            app.announce(&news);
        }
    }

    /// Draws everything, as after a change of the language.
    pub(crate) fn show(&self, app: &App) -> Told {
        let speech = app.speech();
        let told = self.look(app);
        self.tick(&told, speech);
        self.bar(&told, speech);
        secret::label(&self.root, speech);
        self.date(app);
        for (name, code) in SOURCES {
            say_part(&self.root, name, &findings::source(code, speech));
        }
        empty(&self.findings);
        set(&self.findings, "class", "answer");
        if !told.findings.is_empty() {
            let card = worded("password-findings", speech);
            let list = part(&card, "list");
            for finding in &told.findings {
                let status = finding.severity().id();
                let item = findings::one(finding, Kind::Password, status, speech);
                append(&list, &item);
            }
            append(&self.findings, &card);
        }
        told
    }

    /// What there is to say now.
    fn look(&self, app: &App) -> Told {
        let password = self.input.value();
        let (email, name, birthday) =
            (self.email.value(), self.name.value(), self.birthday.value());
        let number = app.known_number().unwrap_or_default();
        let personal = [name.as_str(), &birthday, &number];
        let check = check_password(&password, Some(&email), &personal);
        let [name, birthday, number] = personal;
        // What stands before the @ counts as a whole, too.
        let own = email.split('@').next().unwrap_or_default();
        let personal = [own, name, birthday, &email, number];
        let measure = self.strength.borrow().measure(&password, &personal);
        Told::of(check, measure)
    }

    /// Ticks the rules that are met.
    fn tick(&self, told: &Told, speech: &Speech) {
        let mut rules = told.rules.iter();
        each(&part(&self.root, "rules"), "li", |item| {
            let Some((rule, met)) = rules.next() else {
                return;
            };
            let (name, state) = if *met {
                ("rule met", key!("password.met"))
            } else {
                ("rule", key!("password.unmet"))
            };
            set(item, "class", name);
            let words = message(&rule.finding(), Kind::Password, &speech.catalogue);
            say_part(item, "words", &words);
            say_part(item, "state", speech.text(state));
        });
    }

    /// How hard it is to guess, as a bar and in words.
    fn bar(&self, told: &Told, speech: &Speech) {
        let mut steps = 0;
        each(&part(&self.root, "bar"), "span", |step| {
            let on = told.score.is_some_and(|score| steps <= score);
            set(step, "class", if on { "on" } else { "" });
            steps += 1;
        });
        let words = match (&*self.strength.borrow(), told.score) {
            (_, Some(score)) => score_text(score, speech),
            (Strength::Failed, _) => speech.text(key!("password.strength_failed")),
            (Strength::Here(_), _) => speech.text(key!("password.strength_empty")),
            _ => speech.text(key!("password.strength_coming")),
        };
        say_part(&self.root, "score", words);
        let again = part(&self.root, "again");
        if matches!(*self.strength.borrow(), Strength::Failed) {
            let _ = again.remove_attribute("hidden");
        } else {
            set(&again, "hidden", "");
        }
    }

    /// Says it when the birth date cannot be read: then it cannot be looked for.
    fn date(&self, app: &App) {
        let typed = self.birthday.value();
        let check = check(Kind::DateOfBirth, &typed, app::context());
        let fault = check.findings.first();
        let words = match fault.filter(|_| !typed.trim().is_empty() && !check.ok()) {
            Some(fault) => message(fault, Kind::DateOfBirth, &app.speech().catalogue),
            None => app.speech().fill(
                key!("number.example"),
                &[("example", Kind::DateOfBirth.example())],
            ),
        };
        say_part(&self.root, "birthday-help", &words);
    }

    /// After a paste so long that the box was left as it is.
    fn leave_out(&self, app: &App) {
        let line = part(&self.root, "left-out");
        let _ = line.remove_attribute("hidden");
        app.announce(app.speech().text(key!("password.left_out")));
    }

    pub(crate) fn forget(&self, app: &App) {
        *self.rest.borrow_mut() = None;
        for field in [&self.input, &self.email, &self.name, &self.birthday] {
            field.set_value("");
        }
        set(&part(&self.root, "left-out"), "hidden", "");
        secret::hide(&self.root, app.speech());
        let now = self.show(app);
        self.told.replace(now);
    }
}

fn listeners(root: &Element, input: &HtmlInputElement) -> [EventListener; 4] {
    let typed = EventListener::new(root, "input", |event| {
        let pasted = event.dyn_ref::<InputEvent>().is_some_and(|event| {
            let how = event.input_type();
            how.starts_with("insertFrom") || how.starts_with("insertReplacement")
        });
        app::with(|app| app.password().typed(pasted, app));
    });
    let pressed = EventListener::new(input, "keydown", |event| {
        if is_enter(event) {
            app::with(|app| {
                secret::hide(&app.password().root, app.speech());
                app.password().wait(0);
            });
        }
    });
    let [pasted, dropped] =
        long_paste::listen(root, |_| app::with(|app| app.password().leave_out(app)));
    [typed, pressed, pasted, dropped]
}
