//! Addresses: `#/number` in English, `#/es/number` in Spanish.

use crate::{
    language::Language,
    packs::Chosen,
    texts::{Key, key},
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Screen {
    Home,
    Number,
    Notice,
    Password,
    Link,
    /// Filled PDFs.
    Check,
    /// What can be filled in here.
    Form,
    /// The guides through the online account.
    Account,
    /// Several of them together.
    Several,
    Guide(Chosen),
    /// Answers in a file or in the browser.
    Keep,
    Privacy,
}

impl Screen {
    /// The name in the address. Of those that have a template of their own, its id, too.
    pub(crate) fn name(self) -> String {
        let name = match self {
            Self::Home => "",
            Self::Number => "number",
            Self::Notice => "notice",
            Self::Password => "password",
            Self::Link => "link",
            Self::Check => "check",
            Self::Form => "form",
            Self::Account => "account",
            Self::Several => "several",
            Self::Guide(chosen) => return chosen.name(),
            Self::Keep => "keep",
            Self::Privacy => "privacy",
        };
        name.to_owned()
    }

    /// The text with its title; a guide's is not the page's.
    pub(crate) fn title(self) -> Option<Key> {
        Some(match self {
            Self::Home => key!("home.title"),
            Self::Number => key!("number.title"),
            Self::Notice => key!("notice.title"),
            Self::Password => key!("password.title"),
            Self::Link => key!("link.title"),
            Self::Check => key!("check.title"),
            Self::Form => key!("form.title"),
            Self::Account => key!("account.title"),
            Self::Several => key!("several.title"),
            Self::Guide(_) => return None,
            Self::Keep => key!("keep.title"),
            Self::Privacy => key!("privacy.title"),
        })
    }

    /// The screen with this name; the first one for every name that is none.
    pub(crate) fn named(name: &str) -> Self {
        let others = [
            Self::Number,
            Self::Notice,
            Self::Password,
            Self::Link,
            Self::Check,
            Self::Form,
            Self::Account,
            Self::Several,
            Self::Keep,
            Self::Privacy,
        ];
        let mut others = others.into_iter();
        let guide = || Chosen::named(name).map(Self::Guide);
        let found = others.find(|screen| screen.name() == name);
        found.or_else(guide).unwrap_or(Self::Home)
    }
}

/// A screen in a language: what an address names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Route {
    pub(crate) language: Language,
    pub(crate) screen: Screen,
}

impl Route {
    /// Reads the part of an address from the `#` on.
    pub(crate) fn read(hash: &str) -> Self {
        let path = hash.trim_start_matches(['#', '/']);
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        match Language::from_tag(first) {
            Some(language) => Self {
                language,
                screen: Screen::named(rest.trim_end_matches('/')),
            },
            None => Self {
                language: Language::English,
                screen: Screen::named(path.trim_end_matches('/')),
            },
        }
    }

    pub(crate) fn address(self) -> String {
        let language = match self.language {
            Language::English => "",
            Language::Spanish => "es/",
        };
        ["#/", language, &self.screen.name()].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, Route, Screen};
    use crate::packs::{Chosen, PACKS};

    #[track_caller]
    fn check(hash: &str, language: Language, screen: Screen, address: &str) {
        let route = Route::read(hash);
        assert_eq!((route.language, route.screen), (language, screen), "{hash}");
        assert_eq!(route.address(), address, "{hash}");
        assert_eq!(Route::read(&route.address()), route, "{hash}");
    }

    #[test]
    fn addresses() {
        use Language::{English, Spanish};
        check("", English, Screen::Home, "#/");
        check("#", English, Screen::Home, "#/");
        check("#/", English, Screen::Home, "#/");
        check("#/en", English, Screen::Home, "#/");
        check("#/en/number", English, Screen::Number, "#/number");
        check("#/number", English, Screen::Number, "#/number");
        check("#/number/", English, Screen::Number, "#/number");
        check("#/es", Spanish, Screen::Home, "#/es/");
        check("#/es/", Spanish, Screen::Home, "#/es/");
        check("#/es/notice", Spanish, Screen::Notice, "#/es/notice");
        check("#/link", English, Screen::Link, "#/link");
        check("#/es/link", Spanish, Screen::Link, "#/es/link");
        check("#/password", English, Screen::Password, "#/password");
        check("#/es/password", Spanish, Screen::Password, "#/es/password");
        check("#/es/privacy", Spanish, Screen::Privacy, "#/es/privacy");
        check("#/form", English, Screen::Form, "#/form");
        check("#/es/form/", Spanish, Screen::Form, "#/es/form");
        check("#/es/account", Spanish, Screen::Account, "#/es/account");
        check("#/form/nothing", English, Screen::Home, "#/");
        check("#/number/form", English, Screen::Home, "#/");
        for (place, pack) in PACKS.iter().enumerate() {
            let (screen, name) = (Screen::Guide(Chosen::one(place)), pack.name);
            check(&format!("#/{name}"), English, screen, &format!("#/{name}"));
            check(
                &format!("#/es/{name}/"),
                Spanish,
                screen,
                &format!("#/es/{name}"),
            );
        }
        let both = Chosen::named("form/my-online-account-number+g-1145").map(Screen::Guide);
        let name = "#/form/g-1145+my-online-account-number";
        check(name, English, both.expect("both are there"), name);
        check("#/form/g-1145+nothing", English, Screen::Home, "#/");
        check("#/es/keep", Spanish, Screen::Keep, "#/es/keep");
        check("#/nothing", English, Screen::Home, "#/");
        check("#/es/nothing", Spanish, Screen::Home, "#/es/");
        check("#//..//%00", English, Screen::Home, "#/");
        check("#/é/number", English, Screen::Home, "#/");
    }
}
