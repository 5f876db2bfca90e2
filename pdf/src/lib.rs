//! Official PDF forms: what is filled in, read on the person's own machine.
//!
//! `file` knows PDF and nothing of forms; `field` makes plain data of it. Nothing else in the crate
//! sees a byte of the file.
//!
//! ```
//! use prefile_pdf::{Form, Unreadable};
//! assert_eq!(Form::open(b"a letter").err(), Some(Unreadable::NotPdf));
//! ```

pub mod edition;
mod field;
mod file;
mod identity;
mod text;

pub use field::{Field, Shape, Widget};
pub use file::Unreadable;
pub use identity::{BarCode, Identity, Part};

/// A form as it was found in a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// How many pages there are.
    pub pages: u32,
    /// Every box, in the order of the file.
    pub fields: Vec<Field>,
    /// Whether the file holds more than any form does, so that something may be left out.
    pub cut_short: bool,
}

impl Form {
    /// Reads a file. Takes the time and the memory that a form takes, whatever the file holds.
    ///
    /// # Errors
    /// When nothing can be read: see [`Unreadable`].
    pub fn open(bytes: &[u8]) -> Result<Self, Unreadable> {
        let file = file::File::open(bytes)?;
        let pages = field::Pages::of(&file);
        Ok(Self {
            fields: field::fields(&file, &pages),
            pages: pages.count,
            cut_short: file.exceeded(),
        })
    }
}
