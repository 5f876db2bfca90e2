//! What can be filled in here: `forms/*.toml`, compiled by build.rs. A pack is loaded when its door is
//! opened.

use crate::{language::Speech, on_demand, texts::Key};

pub(crate) struct Pack {
    /// The name in the address and of what is loaded: `form/g-1145`.
    pub(crate) name: &'static str,
    /// The page's text with its title.
    pub(crate) title: Key,
}

include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// What is filled in together: a set of [`PACKS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Chosen(u32);

const _: () = assert!(PACKS.len() <= 32, "a set of packs has 32 bits");

impl Chosen {
    #[cfg(test)]
    pub(crate) fn one(pack: usize) -> Self {
        Self(1 << pack)
    }

    /// Those of whom the names stand in an address: `form/i-765+g-1145`.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let mut chosen = 0;
        for id in name.strip_prefix(FORM)?.split('+') {
            let pack = PACKS.iter().position(|pack| pack.id() == id)?;
            chosen |= 1 << pack;
        }
        Some(Self(chosen))
    }

    pub(crate) fn name(self) -> String {
        let ids: Vec<&str> = self.packs().map(|pack| PACKS[pack].id()).collect();
        [FORM, &ids.join("+")].concat()
    }

    /// Their places in [`PACKS`].
    pub(crate) fn packs(self) -> impl Iterator<Item = usize> {
        (0..PACKS.len()).filter(move |pack| self.0 >> pack & 1 == 1)
    }

    /// What they are called together.
    pub(crate) fn title(self, speech: &Speech) -> String {
        let titles: Vec<&str> = self
            .packs()
            .map(|pack| speech.text(PACKS[pack].title))
            .collect();
        titles.join(" · ")
    }
}

/// In front of the names in an address.
const FORM: &str = "form/";

impl Pack {
    /// The definition's name: `g-1145`.
    pub(crate) fn id(&self) -> &'static str {
        self.name.strip_prefix(FORM).unwrap_or(self.name)
    }
}

/// Loads a pack. `then` is called when it has come, or not.
pub(crate) fn fetch(pack: usize, then: impl FnOnce(Option<Vec<u8>>) + 'static) {
    on_demand::ask(PACKS[pack].name, move |module| {
        then(module.map(|module| module.bytes()));
    });
}
