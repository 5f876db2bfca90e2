//! Where rules come from, compiled from `data/sources.toml`: of the core's codes here, of those for PDFs
//! there (`pdf/src/fault/`).

include!(concat!(env!("OUT_DIR"), "/sources.rs"));

/// Where a rule about the world comes from.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// What the page or document calls itself.
    pub title: &'static str,
    /// The day it was read, ISO.
    pub read: &'static str,
    /// Its place among all.
    number: u8,
}

impl Source {
    /// Its address.
    #[must_use]
    pub fn url(&self) -> &'static str {
        let url = URLS.get(usize::from(self.number));
        url.copied().unwrap_or_default()
    }

    /// Every source, in the order of `data/sources.toml`.
    #[must_use]
    pub fn all() -> &'static [Source] {
        &SOURCES
    }
}
