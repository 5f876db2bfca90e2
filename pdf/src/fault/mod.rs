//! What is wrong with a file or a box, as data: a code, and what its words need.
//!
//! A new one is a row in `data/families/` (a family of this module says `module = "pdf"`), its words in
//! `locales/en/` and `locales/es/`, and an arm in `tests/codes.rs` that shows it; the build refuses a code
//! without a source, an example or words. Then `Fault::new(Code::BoxDisputed)` says it, `with` gives what its
//! words name, in the order of the row's `params`.

mod code;
#[path = "../../../src/finding/source.rs"]
mod source;
mod words;

pub use code::Code;
pub use source::Source;
pub(crate) use words::written;
pub use words::{Damaged, Word, Words, catalogue_source};

use crate::{Item, Unreadable, edition::Known};
use prefile::{Day, Severity};

/// One thing to tell a person about a file or a box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which of the known faults.
    pub code: Code,
    /// Values for the code's parameters ([`Code::params`]), in that order.
    pub params: Vec<Param>,
    /// The form whose page says more, with the day on which we knew so.
    pub form: Option<Known>,
    /// The text that the box takes, for the person to look at.
    pub fix: Option<String>,
}

/// What a message says in place of a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Param {
    /// A count.
    Number(u32),
    /// A character.
    Char(char),
    /// A day, as forms write it: `10/05/1967`.
    Day(Day),
    /// The day of an edition, as it is printed: `08/21/25`.
    Edition(Day),
    /// What is the same in every language: a form, a name.
    Text(String),
    /// Pages, in order.
    Pages(Vec<u32>),
    /// Where a box is printed that is none of the form's fields.
    Place {
        /// Its part and item.
        item: Item,
        /// The page.
        page: u32,
    },
    /// Another box: which field, where it is printed, and on which page of the file it is.
    Box {
        /// Which of the form's fields.
        field: usize,
        /// Where it is printed.
        item: Item,
        /// The page of the file.
        page: Option<u32>,
    },
    /// Another box of the same item: which field.
    Beside(usize),
}

impl Fault {
    /// A fault of which there is nothing more to say.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self {
            code,
            params: Vec::new(),
            form: None,
            fix: None,
        }
    }

    /// The same with values for the code's parameters.
    #[must_use]
    pub fn with<const N: usize>(mut self, params: [Param; N]) -> Self {
        debug_assert_eq!(N, self.code.params().len(), "{}", self.code.id());
        self.params = params.into();
        self
    }

    /// The same with the form whose page says more.
    #[must_use]
    pub fn of(mut self, form: Known) -> Self {
        self.form = Some(form);
        self
    }

    /// The same with a text that the box takes, if there is one.
    #[must_use]
    pub fn mended(mut self, fix: Option<String>) -> Self {
        self.fix = fix;
        self
    }

    /// How grave.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// The box that it is about besides its own.
    #[must_use]
    pub fn other(&self) -> Option<usize> {
        self.params.iter().find_map(|param| match param {
            Param::Box { field, .. } | Param::Beside(field) => Some(*field),
            _ => None,
        })
    }
}

impl From<Unreadable> for Fault {
    fn from(why: Unreadable) -> Self {
        Self::new(match why {
            Unreadable::NotPdf => Code::PdfNotAPdf,
            Unreadable::Damaged => Code::PdfDamaged,
            Unreadable::Locked => Code::PdfLocked,
            Unreadable::TooLarge => Code::PdfTooLarge,
        })
    }
}
