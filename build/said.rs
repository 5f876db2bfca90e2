//! What a module can say: its codes with their sources, and their words in every language of `locales/`.

use crate::{
    families::{self, Families},
    files::{folders, write},
    sources::{self, Source},
    texts::{self, Slots, Texts},
};
use std::path::Path;

pub struct Said {
    pub families: Families,
    pub sources: Vec<Source>,
    pub english: Texts,
    /// The other languages, each with the same texts.
    pub others: Vec<Texts>,
    pub slots: Slots,
}

impl Said {
    /// Of the core, whose module has no name, or of another.
    pub fn read(root: &Path, module: &str) -> Result<Self, String> {
        let sources = sources::read(root)?;
        let mut families = families::read(root, module, &sources)?;
        let sources = families.cite(sources);
        let english = texts::read(root, "en", &families)?;
        let mut others = Vec::new();
        for language in folders(root, "locales")? {
            if language != english.language {
                let texts = texts::read(root, &language, &families)?;
                texts::compare(&english, &texts)?;
                others.push(texts);
            }
        }
        let slots = texts::slots(&english, &families);
        Ok(Self {
            families,
            sources,
            english,
            others,
            slots,
        })
    }

    /// Writes what is the same of every module; `columns` are further ones of the codes' table.
    pub fn write(&self, out: &Path, columns: &str) -> Result<(), String> {
        let Self {
            families,
            sources,
            english,
            others,
            slots,
        } = self;
        write(out, "sources.rs", &sources::tables(sources))?;
        let codes = families::code_table(families, sources) + columns;
        write(out, "codes.rs", &codes)?;
        let words = texts::word_table(english, families, slots);
        write(out, "words.rs", &words)?;
        for texts in others.iter().chain([english]) {
            let name = format!("{}.texts", texts.language);
            write(out, &name, &texts::catalogue(texts, families, slots)?)?;
        }
        Ok(())
    }
}
