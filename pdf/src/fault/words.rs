//! The words of a language: from a fault to a sentence.

use super::{Code, Fault, Param};
use crate::Item;
use prefile::Day;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// How many texts a code has.
const TEXTS: usize = 3;

/// The module's words in one language; none by default.
#[derive(Default)]
pub struct Words {
    lines: Vec<String>,
}

/// The text is no catalogue, or one of another version of this crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged;

impl std::fmt::Display for Damaged {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the words are of another version")
    }
}

impl std::error::Error for Damaged {}

impl Words {
    /// Reads the words of a language.
    ///
    /// # Errors
    /// [`Damaged`] when they were made for other codes than this crate's.
    pub fn new(text: &str) -> Result<Self, Damaged> {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let print = lines.first().and_then(|head| head.split(' ').nth(1));
        let expected = 1 + FINDING_TEXTS * TEXTS + WORDS.len();
        if print == Some(FINGERPRINT) && lines.len() == expected {
            Ok(Self { lines })
        } else {
            Err(Damaged)
        }
    }

    /// The English words.
    ///
    /// # Panics
    /// Never: they were made with this crate.
    #[must_use]
    pub fn english() -> Self {
        Self::new(ENGLISH).expect("made by the same build")
    }

    /// The language tag: `en`.
    #[must_use]
    pub fn language(&self) -> &str {
        self.line(0).split(' ').next().unwrap_or_default()
    }

    /// What a fault says.
    #[must_use]
    pub fn message(&self, fault: &Fault) -> String {
        let said = fault.params.iter().map(|param| self.param(param));
        fill(self.text(fault.code, 0), &said.collect::<Vec<_>>())
    }

    /// What is the matter.
    #[must_use]
    pub fn what(&self, code: Code) -> &str {
        self.text(code, 1)
    }

    /// Why it matters.
    #[must_use]
    pub fn why(&self, code: Code) -> &str {
        self.text(code, 2)
    }

    /// A word.
    #[must_use]
    pub fn word(&self, word: Word) -> &str {
        self.line(1 + FINDING_TEXTS * TEXTS + word as usize)
    }

    /// Where a box is printed: "Part 2, Item 1.a."
    #[must_use]
    pub fn place(&self, item: &Item, page: Option<u32>) -> String {
        // Within a sentence the last dot would end it.
        let bare = |item: &str| item.trim_end_matches('.').to_owned();
        match (&item.part, &item.item) {
            (Some(part), Some(item)) => {
                fill(self.word(Word::PlacePartItem), &[part.clone(), bare(item)])
            }
            (Some(part), None) => fill(self.word(Word::PlacePart), std::slice::from_ref(part)),
            (None, Some(item)) => fill(self.word(Word::PlaceItem), &[bare(item)]),
            (None, None) => {
                let page = page.unwrap_or(1).to_string();
                fill(self.word(Word::PlacePage), &[page])
            }
        }
    }

    fn param(&self, param: &Param) -> String {
        match param {
            Param::Number(number) => number.to_string(),
            Param::Char(character) => character.to_string(),
            Param::Day(day) => written(*day, u32::from(day.year()), 4),
            Param::Edition(day) => written(*day, u32::from(day.year() % 100), 2),
            Param::Text(text) => text.clone(),
            Param::Pages(pages) => self.pages(pages),
            Param::Place { item, page } => self.place(item, Some(*page)),
            Param::Box { item, page, .. } => self.place(item, *page),
            Param::Beside(_) => self.word(Word::PlaceSame).to_owned(),
        }
    }

    /// "2, 3 and 7"
    fn pages(&self, pages: &[u32]) -> String {
        let mut out = String::new();
        for (at, page) in pages.iter().enumerate() {
            if at > 0 && at + 1 == pages.len() {
                out = format!("{out} {} ", self.word(Word::And));
            } else if at > 0 {
                out.push_str(", ");
            }
            out.push_str(&page.to_string());
        }
        out
    }

    fn text(&self, code: Code, which: usize) -> &str {
        self.line(1 + code as usize * TEXTS + which)
    }

    fn line(&self, at: usize) -> &str {
        self.lines.get(at).map_or("", String::as_str)
    }
}

const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/en.texts"));

/// The words of a language as they were compiled.
#[must_use]
pub fn catalogue_source(language: &str) -> Option<&'static str> {
    match language {
        "en" => Some(ENGLISH),
        "es" => Some(include_str!(concat!(env!("OUT_DIR"), "/es.texts"))),
        _ => None,
    }
}

/// A text with `{0}`, `{1}` filled in.
fn fill(template: &str, params: &[String]) -> String {
    let mut pieces = template.split('{');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once('}').unwrap_or((piece, ""));
        let place = name
            .bytes()
            .next()
            .map_or(0, |digit| usize::from(digit & 15));
        out.push_str(params.get(place).map_or("", String::as_str));
        out.push_str(rest);
    }
    out
}

/// `10/05/1967`, or with two digits of the year
pub(crate) fn written(day: Day, year: u32, digits: usize) -> String {
    format!("{:02}/{:02}/{year:0digits$}", day.month(), day.day())
}

#[cfg(test)]
mod tests {
    use super::{Damaged, Words, catalogue_source};
    use crate::{
        Item,
        fault::{Code, Fault, Param},
    };
    use prefile::Day;

    fn words(language: &str) -> Words {
        Words::new(catalogue_source(language).expect("a language")).expect("of this version")
    }

    #[track_caller]
    fn check(fault: &Fault, english: &str, spanish: &str) {
        assert_eq!(words("en").message(fault), english);
        assert_eq!(words("es").message(fault), spanish);
    }

    #[test]
    fn sentences() {
        let item = Item {
            part: Some("2".to_owned()),
            item: Some("1.a.".to_owned()),
        };
        let other = Param::Box {
            field: 3,
            item,
            page: Some(1),
        };
        check(
            &Fault::new(Code::BoxBothChecked).with([other]),
            "This box and Part 2, Item 1.a are both checked. Only one of them can be.",
            "Esta casilla y otra (Parte 2, Item 1.a) están marcadas. Solo una de las dos puede estarlo.",
        );
        check(
            &Fault::new(Code::BoxBothChecked).with([Param::Beside(3)]),
            "This box and another box of the same item are both checked. Only one of them can be.",
            "Esta casilla y otra (en el mismo Item) están marcadas. Solo una de las dos puede estarlo.",
        );
        let pages = Param::Pages(vec![2, 3, 7]);
        let edition = Param::Edition(Day::new(2025, 8, 21).expect("a day"));
        check(
            &Fault::new(Code::PagesOtherEdition).with([pages, edition]),
            "These pages are of another edition, 08/21/25: 2, 3 and 7. All pages of a form must be of one edition.",
            "Estas páginas son de otra edición, 08/21/25: 2, 3 y 7. Todas las páginas de un formulario deben ser de una misma edición.",
        );
    }

    #[test]
    fn places() {
        let item = |part: Option<&str>, item: Option<&str>| Item {
            part: part.map(str::to_owned),
            item: item.map(str::to_owned),
        };
        let english = words("en");
        let said = |own: Item| english.place(&own, Some(4));
        assert_eq!(said(item(Some("2"), None)), "Part 2");
        assert_eq!(said(item(None, Some("3."))), "Item 3");
        assert_eq!(said(item(None, None)), "a box on page 4");
    }

    #[test]
    fn another_version() {
        let english = catalogue_source("en").expect("it is there");
        let more = english.to_owned() + "one more\n";
        for text in ["", "en", &more, &english.replacen("en ", "en 1", 1)] {
            assert_eq!(Words::new(text).err(), Some(Damaged));
        }
        assert_eq!(words("es").language(), "es");
        assert_eq!(Words::default().message(&Fault::new(Code::BoxDisputed)), "");
    }
}
