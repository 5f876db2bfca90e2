//! What can be filled in here: `forms/*.toml`, compiled by build.rs. A pack is loaded when its door is
//! opened.

use crate::on_demand;
use prefile::form::{Definition, read};

pub(crate) struct Pack {
    /// The name in the address and of what is loaded: `form/g-1145`.
    pub(crate) name: &'static str,
    /// The page's text with its title.
    pub(crate) title: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// Loads a definition. `then` is called when it has come, or not.
pub(crate) fn fetch(pack: usize, then: impl FnOnce(Option<Definition>) + 'static) {
    on_demand::ask(PACKS[pack].name, move |module| {
        then(module.and_then(|module| read(&module.bytes()).ok()));
    });
}
