//! Official PDF forms: what is filled in, read on the person's own machine.
//!
//! `file` knows PDF and nothing of forms; `field` and `xfa` make plain data of it. Nothing else in
//! the crate sees a byte of the file.
//!
//! ```
//! use prefile_pdf::{Form, Unreadable};
//! assert_eq!(Form::open(b"a letter").err(), Some(Unreadable::NotPdf));
//! ```

mod answers;
mod changes;
mod copies;
pub mod edition;
mod examine;
pub mod fault;
mod field;
mod file;
mod font;
mod identity;
mod item;
mod packet;
mod said;
pub mod script;
mod speak;
mod text;
mod whole;
mod write;
mod xfa;
mod xml;

#[cfg(all(feature = "wasm", target_arch = "wasm32"))]
mod wasm;

pub use answers::{Defined, ReadBack, Report, Told, examine_with, read_back};
pub use changes::{Changes, Place, known};
pub use examine::{Examined, examine};
pub use fault::{Code, Fault};
pub use field::{Field, Shape, Widget};
pub use file::{LONGEST, Unreadable};
pub use font::{Font, Style};
pub use identity::{BarCode, Identity, Part};
pub use item::Item;
pub use packet::{Across, Statement, across};
pub use speak::{Speech, compared, explained, filled, opened, refused};
pub use whole::of_file;
pub use write::{Entry, Existing, Filled, Order, OtherEdition, Remark, Sheet, What, fill};

use std::collections::HashMap;

/// A form as it was found in a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// How many pages there are.
    pub pages: u32,
    /// What of each page is seen: left, bottom, right and top, in points.
    pub sheets: Vec<[f64; 4]>,
    /// Every box, in the order of the file.
    pub fields: Vec<Field>,
    /// What they are written in.
    pub fonts: Vec<Font>,
    /// The scripts for Adobe's programs.
    pub scripts: Vec<Script>,
    /// Whether the file holds more than any form does, so that something may be left out.
    pub cut_short: bool,
    /// Whether a part of the file is gone: its end, or what is printed on a page.
    pub incomplete: bool,
}

impl Form {
    /// Reads a file. Takes the time and the memory that a form takes, whatever the file holds.
    ///
    /// # Errors
    /// When nothing can be read: see [`Unreadable`].
    pub fn open(bytes: &[u8]) -> Result<Self, Unreadable> {
        Ok(Self::of(&file::File::open(bytes)?).0)
    }

    /// The form of a file, and where each of its fields stands.
    fn of(file: &file::File) -> (Self, Vec<field::Origin>) {
        let pages = field::Pages::of(file);
        let field::Boxes {
            mut fields,
            mut origins,
            fonts,
        } = field::boxes(file, &pages);
        let (template, answers) = xfa::packets(file);
        let template = xfa::template(&template.unwrap_or_default());
        let lines = template.boxes.iter();
        let lines = lines.filter_map(|own| Some((own.name.as_str(), own.line_height?)));
        let lines: HashMap<&str, f64> = lines.collect();
        for (field, origin) in fields.iter().zip(&mut origins) {
            origin.line_height = lines.get(field.name.as_str()).copied();
        }
        if let Some(answers) = answers {
            copies::compare(&mut fields, &template.boxes, &xfa::answers(&answers));
        }
        unlock(&mut fields);
        let form = Self {
            fields,
            fonts,
            scripts: template.scripts.into_iter().map(Script::of).collect(),
            incomplete: file.searched() && (file.broken_off() || pages.lack_content(file)),
            pages: pages.count,
            sheets: pages.sheets,
            cut_short: file.exceeded(),
        };
        (form, origins)
    }
}

/// Some programs lock every box once they have filled it: it is a box of the form nevertheless. A bar code
/// stays what it is.
fn unlock(fields: &mut [Field]) {
    if !fields.iter().any(Field::is_open) {
        for field in fields {
            field.read_only = field.value.contains('|');
        }
    }
}

/// A script that the form has for Adobe's programs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// Whose it is: the full name of a box, or of what is around boxes.
    pub name: String,
    /// What starts it: `change`, `exit`.
    pub event: String,
    /// Whether it is written in `FormCalc`, not in JavaScript.
    pub formcalc: bool,
    /// As it is written.
    pub text: String,
    /// What it does; `None` if it has no known shape.
    pub rules: Option<Vec<script::Rule>>,
}

impl Script {
    fn of(written: xfa::Written) -> Self {
        Self {
            rules: script::recognise(&written.text),
            name: written.name,
            event: written.event,
            formcalc: written.formcalc,
            text: written.text,
        }
    }
}
