//! The screens, the address that chooses among them, and the buttons that every screen has.

use crate::{
    dom::{append_text, by_id, each, empty, focus, part, say, set, translate, worded},
    guide::Guide,
    language::{Language, Speech},
    link, notice,
    number::Number,
    packs::PACKS,
    password::Password,
    paste::Paste,
    press,
    route::{Route, Screen},
};
use core::cell::{Cell, OnceCell};
use gloo::{
    events::EventListener,
    utils::{document, window},
};
use js_sys::{Date, Function, Reflect};
use prefile::{Context, Day};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, Event, PopStateEvent};

/// Where *Leave now* leads: a page that nobody wonders about.
const ELSEWHERE: &str = "https://www.weather.gov/";

pub(crate) struct App {
    route: Cell<Route>,
    speeches: [OnceCell<Speech>; 2],
    main: Element,
    status: Element,
    home: Element,
    number: OnceCell<Number>,
    notice: OnceCell<Paste>,
    password: OnceCell<Password>,
    link: OnceCell<Paste>,
    form: OnceCell<Element>,
    guides: [OnceCell<Guide>; PACKS.len()],
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
        speeches: Default::default(),
        main: by_id("main"),
        status: by_id("status"),
        home: by_id("home"),
        number: OnceCell::new(),
        notice: OnceCell::new(),
        password: OnceCell::new(),
        link: OnceCell::new(),
        form: OnceCell::new(),
        guides: Default::default(),
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
    with(App::open);
    if let Some(root) = document().document_element() {
        set(&root, "data-app", "ready");
    }
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
    pub(crate) fn speech(&self) -> &Speech {
        let language = self.route.get().language;
        let [english, spanish] = &self.speeches;
        let place = match language {
            Language::English => english,
            Language::Spanish => spanish,
        };
        place.get_or_init(|| Speech::of(language))
    }

    pub(crate) fn number(&self) -> &Number {
        self.number.get_or_init(|| Number::new(self.speech()))
    }

    pub(crate) fn password(&self) -> &Password {
        self.password.get_or_init(|| Password::new(self))
    }

    pub(crate) fn guide(&self, pack: usize) -> &Guide {
        self.guides[pack].get_or_init(|| Guide::new(pack, self.speech()))
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

    /// Says something to a screen reader, when it has come to rest.
    pub(crate) fn announce(&self, text: &str) {
        // The same words again are news, too.
        empty(&self.status);
        append_text(&self.status, text);
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
        self.show(route.screen);
        self.speak();
    }

    /// After the address has changed.
    fn arrive(&self) {
        let route = Route::read(&window().location().hash().unwrap_or_default());
        let before = self.route.replace(route);
        if before.screen != route.screen {
            if before.screen == Screen::Password {
                self.password().hide(self);
            }
            self.show(route.screen);
        }
        if before.language != route.language {
            self.speak();
        }
        if before.screen != route.screen {
            self.arrived();
        } else if let Screen::Guide(pack) = route.screen {
            self.guide(pack).mark_address();
        }
    }

    /// After something else has come to be shown.
    pub(crate) fn arrived(&self) {
        self.name_document();
        if let Ok(Some(title)) = self.main.query_selector("h1") {
            focus(&title);
        }
        window().scroll_to_with_x_and_y(0.0, 0.0);
        if self.route.get().screen != Screen::Home {
            self.announce("");
        }
    }

    /// After back or forward in the browser, within a guide.
    fn returned(&self, event: &Event) {
        let hash = window().location().hash().unwrap_or_default();
        if let (Screen::Guide(pack), Some(event)) =
            (Route::read(&hash).screen, event.dyn_ref::<PopStateEvent>())
        {
            self.guide(pack).return_to(&event.state(), self);
        }
    }

    fn show(&self, screen: Screen) {
        let element = match screen {
            Screen::Home => &self.home,
            Screen::Number => &self.number().root,
            Screen::Password => {
                self.password().fetch(self);
                &self.password().root
            }
            Screen::Notice | Screen::Link => &self.paste(screen).root,
            Screen::Form => self.form.get_or_init(|| self.plain("form")),
            Screen::Guide(pack) => {
                let guide = self.guide(pack);
                guide.mark_address();
                &guide.root
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
        let (route, speech) = (self.route.get(), self.speech());
        if let Some(root) = document().document_element() {
            set(&root, "lang", route.language.tag());
            set(&root, "dir", route.language.direction());
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
            self.form.get(),
            self.privacy.get(),
        ];
        for screen in screens.into_iter().flatten() {
            self.address(screen);
            translate(screen, speech);
        }
        for guide in self.guides.iter().filter_map(OnceCell::get) {
            guide.show(speech);
        }
        if let Some(number) = self.number.get() {
            number.show(speech, context());
        }
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
    fn address(&self, root: &Element) {
        let route = self.route.get();
        each(root, "[data-go]", |link| {
            let screen = Screen::named(&link.get_attribute("data-go").unwrap_or_default());
            set(link, "href", &Route { screen, ..route }.address());
        });
    }

    /// The title of the document, and the address of this screen in the other language.
    fn name_document(&self) {
        let (route, speech) = (self.route.get(), self.speech());
        let title = match route.screen {
            Screen::Home => speech.text("home.title").to_owned(),
            Screen::Guide(pack) => {
                let guide = speech.text(PACKS[pack].title);
                [&self.guide(pack).heading(), " · ", guide].concat()
            }
            other => speech.text(&[other.name(), ".title"].concat()).to_owned(),
        };
        document().set_title(&[title.as_str(), " · ", speech.text("page.name")].concat());
        let language = route.language.other();
        if let Some(root) = document().document_element() {
            let link = part(&root, "language");
            set(&link, "href", &Route { language, ..route }.address());
            set(&link, "hreflang", language.tag());
            set(&link, "lang", language.tag());
            say(&link, speech.text("page.other_language"));
        }
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
            ("copy", _) => copy(&value, &button),
            ("forget", _) => {
                self.forget();
                self.go(Screen::Home);
                self.announce(self.speech().text("foot.forgotten"));
            }
            ("leave", _) => {
                self.forget();
                let _ = window().location().replace(ELSEWHERE);
            }
            (what, Screen::Guide(pack)) => self.guide(pack).clicked(what, &button, &value, self),
            ("use", _) => {
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
            ("look", _) => {
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
            ("reveal", _) => self.password().reveal(self),
            ("to-number", _) => self.go(Screen::Number),
            _ => {}
        }
    }

    fn forget(&self) {
        for guide in self.guides.iter().filter_map(OnceCell::get) {
            guide.forget(self.speech());
        }
        if let Some(number) = self.number.get() {
            number.forget(self.speech());
        }
        if let Some(password) = self.password.get() {
            password.forget(self);
        }
        for paste in self.pastes() {
            paste.forget();
        }
        self.announce("");
    }
}

/// Copies a text, and says on the button whether it worked.
fn copy(text: &str, button: &Element) {
    let clipboard = window().navigator().clipboard();
    // Without a secure context there is none, whatever the types say.
    if clipboard.is_undefined() {
        copied(button, "copy.failed");
        return;
    }
    let (done, failed) = (button.clone(), button.clone());
    let done = Closure::once_into_js(move |_: JsValue| copied(&done, "copy.copied"));
    let failed = Closure::once_into_js(move |_: JsValue| copied(&failed, "copy.failed"));
    let promise = clipboard.write_text(text);
    let then: Result<Function, _> =
        Reflect::get(&promise, &"then".into()).and_then(JsCast::dyn_into);
    if let Ok(then) = then {
        let _ = then.call2(&promise, &done, &failed);
    }
}

fn copied(button: &Element, key: &str) {
    with(|app| {
        let text = app.speech().text(key);
        say(button, text);
        app.announce(text);
    });
}
