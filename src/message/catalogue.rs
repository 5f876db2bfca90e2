//! The texts of one language.

#[cfg(feature = "texts")]
use super::render::WHAT;
use crate::{
    Code, Kind,
    finding::{FINDING_TEXTS, FINGERPRINT, Word},
    text::cut,
};

/// How many texts a kind and a finding have.
const KIND_WORDS: usize = 5;
const TEXTS_OF_FINDING: usize = 3;
/// Two of a kind's texts.
pub(crate) const TITLE: usize = 0;
pub(crate) const PLACE: usize = 4;

/// The texts of one language; without any by default.
#[derive(Clone, Default)]
pub struct Catalogue {
    source: String,
    /// Where each line begins, and where the last one ends.
    lines: Vec<u32>,
}

/// The language alone: the texts are long.
impl core::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_tuple("Catalogue").field(&self.language()).finish()
    }
}

/// The bytes are no catalogue, or one of another version of this crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

impl core::fmt::Display for Damaged {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("the texts are of another version")
    }
}

impl core::error::Error for Damaged {}

impl Catalogue {
    /// Reads a catalogue.
    ///
    /// # Errors
    ///
    /// [`Damaged`] when the texts were made for other codes, kinds or words than this crate's.
    pub fn new(source: String) -> Result<Self, Damaged> {
        let mut lines = vec![0];
        for (at, byte) in source.bytes().enumerate() {
            if byte == b'\n' {
                lines.push(u32::try_from(at + 1).unwrap_or(0));
            }
        }
        let expected = 1
            + Kind::all().len() * KIND_WORDS
            + FINDING_TEXTS * TEXTS_OF_FINDING
            + Word::all().len();
        let catalogue = Self { source, lines };
        if catalogue.head().1 == FINGERPRINT && catalogue.lines.len() == expected + 1 {
            Ok(catalogue)
        } else {
            Err(Damaged)
        }
    }

    /// The English texts.
    ///
    /// # Panics
    ///
    /// Never: they were made with this crate.
    #[cfg(feature = "texts")]
    #[must_use]
    pub fn english() -> Self {
        Self::built_in("en")
    }

    /// The Spanish texts.
    #[cfg(feature = "texts")]
    #[must_use]
    pub fn spanish() -> Self {
        Self::built_in("es")
    }

    #[cfg(feature = "texts")]
    fn built_in(language: &str) -> Self {
        let source = catalogue_source(language).unwrap_or_default();
        Self::new(source.to_owned()).expect("made by the same build")
    }

    /// The language tag: `en`.
    #[must_use]
    pub fn language(&self) -> &str {
        self.head().0
    }

    /// The name of a kind: "receipt number".
    #[must_use]
    pub fn title(&self, kind: Kind) -> &str {
        self.of_kind(kind, TITLE)
    }

    /// With the indefinite article: "a receipt number".
    #[must_use]
    pub fn a(&self, kind: Kind) -> &str {
        self.of_kind(kind, 1)
    }

    /// With the definite article: "the receipt number".
    #[must_use]
    pub fn the(&self, kind: Kind) -> &str {
        self.of_kind(kind, 2)
    }

    /// How long it is: "3 letters and 10 digits".
    #[must_use]
    pub fn length(&self, kind: Kind) -> &str {
        self.of_kind(kind, 3)
    }

    /// Where it is printed.
    #[must_use]
    pub fn place(&self, kind: Kind) -> &str {
        self.of_kind(kind, PLACE)
    }

    /// What a word is called.
    #[must_use]
    pub fn word(&self, word: Word) -> &str {
        self.line(place_of_word(word))
    }

    /// The template of one of a finding's texts.
    pub(super) fn template(&self, code: Code, which: usize) -> &str {
        self.line(place(code) + which)
    }

    /// The language tag and the fingerprint.
    fn head(&self) -> (&str, &str) {
        cut(self.line(0), b' ')
    }

    fn of_kind(&self, kind: Kind, which: usize) -> &str {
        self.line(place_of_kind(kind) + which)
    }

    fn line(&self, index: usize) -> &str {
        let place = |index: usize| self.lines.get(index).map(|at| *at as usize);
        match (place(index), place(index + 1)) {
            (Some(start), Some(end)) => self.source.get(start..end - 1).unwrap_or_default(),
            _ => "",
        }
    }
}

/// The line on which the words of a kind begin: its name, then its name with "a".
#[inline]
pub(crate) fn place_of_kind(kind: Kind) -> usize {
    1 + kind as usize * KIND_WORDS
}

/// The line on which the texts of a finding begin: its message.
#[inline]
pub(crate) fn place(code: Code) -> usize {
    1 + Kind::all().len() * KIND_WORDS + code.text() * TEXTS_OF_FINDING
}

/// The line of a word.
#[inline]
pub(crate) fn place_of_word(word: Word) -> usize {
    1 + Kind::all().len() * KIND_WORDS + FINDING_TEXTS * TEXTS_OF_FINDING + word as usize
}

/// The texts of a language as they were compiled, to be shipped beside the core.
#[cfg(feature = "texts")]
#[must_use]
pub fn catalogue_source(language: &str) -> Option<&'static str> {
    match language {
        "en" => Some(include_str!(concat!(env!("OUT_DIR"), "/en.texts"))),
        "es" => Some(include_str!(concat!(env!("OUT_DIR"), "/es.texts"))),
        _ => None,
    }
}

/// The same without what codes are in documentation ([`Explanation::what`](super::Explanation)): a page
/// that says only messages and why they matter has no use for a fourth of the text.
#[cfg(feature = "texts")]
#[must_use]
pub fn spoken_source(language: &str) -> Option<String> {
    let first = 1 + Kind::all().len() * KIND_WORDS;
    let of_findings = first..first + FINDING_TEXTS * TEXTS_OF_FINDING;
    let lines = catalogue_source(language)?.split('\n').enumerate();
    let lines = lines.map(|(at, line)| {
        let is_what = of_findings.contains(&at) && (at - first) % TEXTS_OF_FINDING == WHAT;
        if is_what { "" } else { line }
    });
    Some(lines.collect::<Vec<_>>().join("\n"))
}
