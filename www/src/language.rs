//! The languages, and everything that is said in one.

use crate::texts::{Key, Texts};
use prefile::message::Catalogue;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    Spanish,
}

impl Language {
    pub(crate) const ALL: [Self; 2] = [Self::English, Self::Spanish];

    /// The language tag.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// The direction of its script.
    pub(crate) fn direction(self) -> &'static str {
        match self {
            Self::English | Self::Spanish => "ltr",
        }
    }

    pub(crate) fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.tag() == tag)
    }

    /// The one that the switch leads to.
    pub(crate) fn other(self) -> Self {
        match self {
            Self::English => Self::Spanish,
            Self::Spanish => Self::English,
        }
    }
}

/// The words of one language: the page's own, and those of kinds and findings.
pub(crate) struct Speech {
    pub(crate) language: Language,
    pub(crate) page: Texts,
    pub(crate) catalogue: Catalogue,
}

impl Speech {
    pub(crate) fn english() -> Self {
        let texts = include_str!(concat!(env!("OUT_DIR"), "/en.catalogue"));
        Self {
            language: Language::English,
            page: Texts::english(),
            catalogue: Catalogue::new(texts.to_owned()).expect("build.rs wrote it"),
        }
    }

    /// Reads a language from what build.rs has written.
    pub(crate) fn read(language: Language, bytes: Vec<u8>) -> Option<Self> {
        let texts = String::from_utf8(bytes).ok()?;
        let end = texts.as_bytes().windows(2).position(|two| two == b"\n\n")?;
        let (page, catalogue) = (texts.get(..end)?, texts.get(end + 2..)?);
        Some(Self {
            language,
            page: Texts::read(page.to_owned())?,
            catalogue: Catalogue::new(catalogue.to_owned()).ok()?,
        })
    }

    #[cfg(test)]
    pub(crate) fn spanish() -> Self {
        let texts = include_bytes!(concat!(env!("OUT_DIR"), "/es.texts"));
        Self::read(Language::Spanish, texts.to_vec()).expect("build.rs wrote it")
    }

    /// A text of the page.
    pub(crate) fn text(&self, key: Key) -> &'static str {
        self.page.get(key)
    }

    /// A text of the page with its placeholders filled.
    pub(crate) fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        crate::texts::fill(self.text(key), values)
    }
}

/// With a capital in front, as a title begins. ASCII only: the whole of Unicode's capitals would
/// cost kilobytes, and no title begins with another letter.
pub(crate) fn capital(text: &str) -> String {
    let mut out = text.to_owned();
    if let Some(first) = out.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    out
}
