//! The screens, the address that chooses among them, and the buttons that every screen has.

use crate::{
    check::Check,
    copy,
    dom::{by_id, copy_of, each, focus, say_part, set, translate, worded},
    guide::{Desk, Guide},
    heading,
    keep::{Keep, Store},
    language::Speech,
    link, notice,
    number::Number,
    on_demand,
    packs::{self, Chosen, PACKS},
    password::Password,
    paste::Paste,
    press,
    route::{Route, Screen},
    secret, several,
    status::Status,
    texts::key,
    window_events,
};
use core::cell::{Cell, OnceCell, RefCell};
use gloo::{
    events::EventListener,
    utils::{document, window},
};
use js_sys::Date;
use prefile::{Context, Day, form::Packet};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PopStateEvent};

/// Where *Leave now* leads: a page that nobody wonders about.
const ELSEWHERE: &str = "https://www.weather.gov/";

pub(crate) struct App {
    route: Cell<Route>,
    english: Speech,
    /// Loaded when it is asked for.
    spanish: OnceCell<Speech>,
    main: Element,
    status: Status,
    home: Element,
    number: OnceCell<Number>,
    notice: OnceCell<Paste>,
    password: OnceCell<Password>,
    link: OnceCell<Paste>,
    pub(crate) check: Check,
    form: OnceCell<Element>,
    account: OnceCell<Element>,
    /// What stands there while a pack is loaded, or could not be.
    coming: OnceCell<Element>,
    packs: [RefCell<Option<Vec<u8>>>; PACKS.len()],
    guides: RefCell<Vec<Rc<Guide>>>,
    /// What was answered in them.
    pub(crate) desk: Desk,
    pub(crate) store: Store,
    several: OnceCell<Element>,
    pub(crate) keep: OnceCell<Keep>,
    privacy: OnceCell<Element>,
}

thread_local! {
    static APP: OnceCell<App> = const { OnceCell::new() };
}

/// Does something with the app, once it has started.
pub(crate) fn with(act: impl FnOnce(&App)) {
    APP.with(|app| {
        if let Some(app) = app.get() {
            act(app);
        }
    });
}

pub(crate) fn start() {
    let app = App {
        route: Cell::new(Route::read("#/")),
        english: Speech::english(),
        spanish: OnceCell::new(),
        main: by_id("main"),
        status: Status::new(),
        home: by_id("home"),
        number: OnceCell::new(),
        notice: OnceCell::new(),
        password: OnceCell::new(),
        link: OnceCell::new(),
        check: Check::default(),
        form: OnceCell::new(),
        account: OnceCell::new(),
        coming: OnceCell::new(),
        packs: Default::default(),
        guides: RefCell::default(),
        desk: Desk::default(),
        store: Store::default(),
        several: OnceCell::new(),
        keep: OnceCell::new(),
        privacy: OnceCell::new(),
    };
    APP.with(|place| place.set(app).ok());
    press::watch();
    EventListener::new(&window(), "hashchange", |_| with(App::arrive)).forget();
    EventListener::new(&window(), "popstate", |event| {
        with(|app| app.returned(event));
    })
    .forget();
    EventListener::new(&document(), "click", |event| with(|app| app.clicked(event))).forget();
    window_events::watch();
    with(App::open);
}

/// What the core may know of the world: the day, where the person is.
pub(crate) fn context() -> Context {
    let now = Date::new_0();
    let number = |number: u32| u8::try_from(number).ok();
    let year = u16::try_from(now.get_full_year()).ok();
    let month = number(now.get_month() + 1);
    let today = year
        .zip(month)
        .zip(number(now.get_date()))
        .and_then(|((year, month), day)| Day::new(year, month, day));
    Context { today }
}

impl App {
    /// The language of the address, as soon as it is here.
    pub(crate) fn speech(&self) -> &Speech {
        let spanish = self.spanish.get();
        let spanish = spanish.filter(|one| one.language == self.route.get().language);
        spanish.unwrap_or(&self.english)
    }

    /// Loads the language of the address, unless it is here, and goes on in any case.
    fn learn(&self, then: fn(&Self)) {
        let language = self.route.get().language;
        if self.speech().language == language {
            set(&by_id("lost"), "hidden", "");
            then(self);
            return;
        }
        on_demand::ask(language.tag(), move |module| {
            let speech = module.and_then(|module| Speech::read(language, module.bytes()));
            with(|app| {
                match speech {
                    Some(speech) => drop(app.spanish.set(speech)),
                    None => drop(by_id("lost").remove_attribute("hidden")),
                }
                if app.speech().language == app.route.get().language {
                    set(&by_id("lost"), "hidden", "");
                }
                then(app);
            });
        });
    }

    pub(crate) fn number(&self) -> &Number {
        self.number.get_or_init(|| Number::new(self.speech()))
    }

    pub(crate) fn password(&self) -> &Password {
        self.password.get_or_init(|| Password::new(self))
    }

    /// A guide, once its packs are here.
    pub(crate) fn guide(&self, chosen: Chosen) -> Option<Rc<Guide>> {
        let mut guides = self.guides.borrow_mut();
        if let Some(guide) = guides.iter().find(|guide| guide.chosen == chosen) {
            return Some(Rc::clone(guide));
        }
        let packs: Vec<_> = chosen
            .packs()
            .map(|pack| self.packs[pack].borrow())
            .collect();
        if packs.iter().any(|pack| pack.is_none()) {
            return None;
        }
        let packs: Vec<&[u8]> = packs.iter().filter_map(|pack| pack.as_deref()).collect();
        let guide = Rc::new(Guide::new(chosen, Packet::read(&packs), self));
        guides.push(Rc::clone(&guide));
        Some(guide)
    }

    pub(crate) fn keep(&self) -> &Keep {
        self.keep.get_or_init(|| Keep::new(self))
    }

    /// After every change of an answer.
    pub(crate) fn changed(&self) {
        self.desk.unsaved.set(true);
        self.store.changed();
    }

    /// Whether answers are lost when the page goes away.
    pub(crate) fn is_unsaved(&self) -> bool {
        self.desk.unsaved.get() && !self.desk.draft.borrow().is_empty() && !self.store.is_on()
    }

    /// Draws every guide again, after all answers have changed.
    pub(crate) fn redraw(&self) {
        for guide in self.guides.borrow().iter() {
            guide.show(self);
        }
    }

    /// The number that was typed at its door, if it is one of the person's.
    pub(crate) fn known_number(&self) -> Option<String> {
        self.number.get()?.known(context())
    }

    /// The screen for whole texts with this name.
    pub(crate) fn paste(&self, screen: Screen) -> &Paste {
        let (place, see): (_, fn(&_, &_, _) -> _) = match screen {
            Screen::Link => (&self.link, link::seen),
            _ => (&self.notice, notice::seen),
        };
        place.get_or_init(|| Paste::new(screen, see, self.speech()))
    }

    /// Those that were opened.
    fn pastes(&self) -> impl Iterator<Item = &Paste> {
        [&self.notice, &self.link]
            .into_iter()
            .filter_map(OnceCell::get)
    }

    /// Says something to a screen reader.
    pub(crate) fn announce(&self, text: &str) {
        self.status.announce(text);
    }

    /// The first screen, without taking the focus from where the browser put it.
    fn open(&self) {
        let hash = window().location().hash().unwrap_or_default();
        let preferred = window().navigator().language().unwrap_or_default();
        let route = if hash.is_empty() && preferred.starts_with("es") {
            let route = Route::read("#/es/");
            let _ = window().location().replace(&route.address());
            route
        } else {
            Route::read(&hash)
        };
        self.route.set(route);
        self.store.restore(self);
        self.learn(|app| {
            app.show(app.route.get().screen);
            app.speak();
            if let Some(root) = document().document_element() {
                set(&root, "data-app", "ready");
            }
        });
    }

    /// After the address has changed.
    fn arrive(&self) {
        let route = Route::read(&window().location().hash().unwrap_or_default());
        let before = self.route.replace(route);
        if before.screen != route.screen {
            secret::hide(&self.main, self.speech());
            self.show(route.screen);
        }
        if before.language != route.language {
            self.learn(Self::speak);
        }
        if before.screen != route.screen {
            self.arrived();
        } else if let Some(guide) = self.shown_guide() {
            guide.mark_address();
        }
    }

    /// After something else has come to be shown.
    pub(crate) fn arrived(&self) {
        self.name_document();
        if let Ok(Some(title)) = self.main.query_selector("h1") {
            focus(&title);
        }
        window().scroll_to_with_x_and_y(0.0, 0.0);
        self.status.arrived();
    }

    /// After back or forward in the browser, within a guide.
    fn returned(&self, event: &Event) {
        let hash = window().location().hash().unwrap_or_default();
        if let (Screen::Guide(chosen), Some(event)) =
            (Route::read(&hash).screen, event.dyn_ref::<PopStateEvent>())
            && let Some(guide) = self.guide(chosen)
        {
            guide.return_to(&event.state(), self);
        }
    }

    /// The guide that is in the document, if one is.
    pub(crate) fn shown_guide(&self) -> Option<Rc<Guide>> {
        match self.route.get().screen {
            Screen::Guide(chosen) => self.guide(chosen),
            _ => None,
        }
    }

    /// Loads the packs that are not here. Until they have come, their place says so.
    fn fetch(&self, chosen: Chosen) -> &Element {
        let coming = self.coming.get_or_init(|| copy_of("guide-coming"));
        set(coming, "data-state", "coming");
        let missing = |pack: &usize| self.packs[*pack].borrow().is_none();
        for pack in chosen.packs().filter(missing) {
            packs::fetch(pack, move |bytes| with(|app| app.came(pack, bytes)));
        }
        self.say_coming(Screen::Guide(chosen));
        coming
    }

    /// Loads every pack that is not here, for the questions in it.
    pub(crate) fn fetch_all(&self) {
        for (pack, here) in self.packs.iter().enumerate() {
            if here.borrow().is_none() {
                packs::fetch(pack, move |bytes| {
                    with(|app| {
                        app.came(pack, bytes);
                        app.keep().compare(app);
                    });
                });
            }
        }
    }

    /// All packs that are here.
    pub(crate) fn all_packs(&self) -> Packet {
        let packs: Vec<_> = self.packs.iter().map(RefCell::borrow).collect();
        let packs: Vec<&[u8]> = packs.iter().filter_map(|pack| pack.as_deref()).collect();
        Packet::read(&packs)
    }

    fn came(&self, pack: usize, bytes: Option<Vec<u8>>) {
        let shown = self.route.get().screen;
        let is_wanted = |chosen: Chosen| chosen.packs().any(|one| one == pack);
        let is_shown = matches!(shown, Screen::Guide(chosen) if is_wanted(chosen));
        // One that was damaged on the way has not come.
        let bytes = bytes.filter(|bytes| !Packet::read(&[bytes]).definitions().is_empty());
        match bytes {
            Some(bytes) => {
                self.packs[pack].replace(Some(bytes));
                if is_shown && self.shown_guide().is_some() {
                    self.show(shown);
                    self.arrived();
                }
            }
            None if is_shown => {
                if let Some(coming) = self.coming.get() {
                    set(coming, "data-state", "failed");
                }
                self.announce(self.speech().text(key!("guide.lost")));
            }
            None => {}
        }
    }

    fn say_coming(&self, screen: Screen) {
        if let (Some(coming), Screen::Guide(chosen)) = (self.coming.get(), screen) {
            translate(coming, self.speech());
            say_part(coming, "title", &chosen.title(self.speech()));
        }
    }

    fn show(&self, screen: Screen) {
        let guide = match screen {
            Screen::Guide(chosen) => self.guide(chosen),
            _ => None,
        };
        let element = match screen {
            Screen::Home => &self.home,
            Screen::Number => &self.number().root,
            Screen::Password => {
                self.password().fetch(self);
                &self.password().root
            }
            Screen::Check => self.check.show(self),
            Screen::Notice | Screen::Link => &self.paste(screen).root,
            Screen::Form => self.form.get_or_init(|| self.plain("form")),
            Screen::Account => self.account.get_or_init(|| self.plain("account")),
            Screen::Several => self.several.get_or_init(|| several::draw(self.speech())),
            Screen::Guide(chosen) => match &guide {
                Some(guide) => {
                    if self.desk.goes_on.take() {
                        guide.resume(self);
                    }
                    guide.mark_address();
                    // Another guide may have changed an answer.
                    guide.show(self);
                    &guide.root
                }
                None => self.fetch(chosen),
            },
            Screen::Keep => {
                self.keep().show(self);
                &self.keep().root
            }
            Screen::Privacy => self.privacy.get_or_init(|| self.plain("privacy")),
        };
        if let Ok(Some(shown)) = self.main.query_selector(".screen")
            && shown != *element
        {
            let _ = shown.replace_with_with_node_1(element);
        }
    }

    /// Says everything in the language of the address. What was typed stays.
    fn speak(&self) {
        let speech = self.speech();
        if let Some(root) = document().document_element() {
            set(&root, "lang", speech.language.tag());
            set(&root, "dir", speech.language.direction());
            self.address(&root);
            translate(&root, speech);
        }
        // Screens that are not in the document now.
        let screens = [
            Some(&self.home),
            self.number.get().map(|number| &number.root),
            self.notice.get().map(|notice| &notice.root),
            self.password.get().map(|password| &password.root),
            self.link.get().map(|link| &link.root),
            self.check.root(),
            self.form.get(),
            self.account.get(),
            self.several.get(),
            self.privacy.get(),
        ];
        for screen in screens.into_iter().flatten() {
            self.address(screen);
            translate(screen, speech);
        }
        self.redraw();
        if let Some(keep) = self.keep.get() {
            keep.show(self);
        }
        self.say_coming(self.route.get().screen);
        if let Some(number) = self.number.get() {
            number.show(speech, context());
        }
        self.check.speak(self);
        if let Some(password) = self.password.get() {
            password.show(self);
        }
        for paste in self.pastes() {
            paste.show(speech, context());
        }
        self.name_document();
    }

    /// A screen with nothing to type.
    fn plain(&self, template: &str) -> Element {
        let screen = worded(template, self.speech());
        self.address(&screen);
        screen
    }

    /// Gives each link of the page its address in the language of this one.
    pub(crate) fn address(&self, root: &Element) {
        let route = self.route.get();
        each(root, "[data-go]", |link| {
            let screen = Screen::named(&link.get_attribute("data-go").unwrap_or_default());
            set(link, "href", &Route { screen, ..route }.address());
        });
    }

    fn name_document(&self) {
        let (route, speech) = (self.route.get(), self.speech());
        let title = match route.screen {
            Screen::Guide(chosen) => {
                let name = chosen.title(speech);
                let guide = self.guide(chosen);
                guide.map_or_else(|| name.clone(), |guide| guide.heading() + " · " + &name)
            }
            other => other.title().map_or("", |key| speech.text(key)).to_owned(),
        };
        heading::name_document(route, &title, speech);
    }

    pub(crate) fn go(&self, screen: Screen) {
        let route = Route {
            screen,
            ..self.route.get()
        };
        let _ = window().location().set_hash(&route.address());
    }

    /// A press on something that names what it does.
    fn clicked(&self, event: &Event) {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        let Some(button) = target.and_then(|target| target.closest("[data-do]").ok().flatten())
        else {
            return;
        };
        let value = button.get_attribute("data-value").unwrap_or_default();
        let speech = self.speech();
        let what = button.get_attribute("data-do").unwrap_or_default();
        match (what.as_str(), self.route.get().screen) {
            ("copy", _) => copy::copy(&value, &button),
            ("forget", _) => {
                self.store.forget();
                self.forget();
                let told = speech.text(key!("foot.forgotten"));
                if self.route.get().screen == Screen::Home {
                    self.status.tell(told);
                } else {
                    self.status.tell_next(told);
                    self.go(Screen::Home);
                }
            }
            ("leave", _) => {
                self.store.flush(self);
                self.forget();
                let _ = window().location().replace(ELSEWHERE);
            }
            ("learn", _) => self.learn(Self::speak),
            ("reveal", _) => secret::reveal(&button, self),
            ("load", Screen::Check) => self.check.fetch(self),
            ("load", Screen::Guide(chosen)) => {
                self.fetch(chosen);
                self.arrived();
            }
            (what, Screen::Guide(chosen)) => {
                if let Some(guide) = self.guide(chosen) {
                    guide.clicked(what, &button, &value, self);
                }
            }
            (what, Screen::Keep) => self.keep().clicked(what, self),
            ("together", _) => match self.several.get().and_then(several::chosen) {
                Some(chosen) => self.go(Screen::Guide(chosen)),
                None => self.status.tell(speech.text(key!("several.none"))),
            },
            ("use", Screen::Number) => {
                self.number().put(&value, speech, context());
                self.number().focus();
            }
            ("choose", _) => {
                let summary = self.number().choose(&value, speech, context());
                self.announce(&summary);
                if let Ok(Some(title)) = self.number().root.query_selector(".card h2") {
                    set(&title, "tabindex", "-1");
                    focus(&title);
                }
            }
            ("look" | "use", _) => {
                self.number().put(&value, speech, context());
                self.go(Screen::Number);
            }
            ("as-notice", _) => {
                let number = self.number();
                let notice = self.paste(Screen::Notice);
                notice.put(&number.text(), number.kept());
                notice.show(speech, context());
                self.go(Screen::Notice);
            }
            ("measure", _) => self.password().fetch_again(self),
            ("to-number", _) => self.go(Screen::Number),
            _ => {}
        }
    }

    fn forget(&self) {
        self.desk.forget();
        for guide in self.guides.borrow().iter() {
            guide.forget(self);
        }
        if let Some(keep) = self.keep.get() {
            keep.forget(self);
        }
        if let Some(number) = self.number.get() {
            number.forget(self.speech());
        }
        if let Some(password) = self.password.get() {
            password.forget(self);
        }
        self.check.forget();
        if let Some(several) = self.several.get() {
            several::forget(several);
        }
        for paste in self.pastes() {
            paste.forget();
        }
        self.announce("");
    }
}
