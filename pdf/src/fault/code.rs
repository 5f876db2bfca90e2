//! The module's table of codes, compiled from `data/families/*.toml` by `build/`.

use prefile::{Severity, finding::Source};

include!(concat!(env!("OUT_DIR"), "/codes.rs"));
include!(concat!(env!("OUT_DIR"), "/sources.rs"));

impl Code {
    /// Every code.
    #[must_use]
    pub fn all() -> impl ExactSizeIterator<Item = Code> {
        CODES.iter().copied()
    }

    /// The stable name, family and fault.
    ///
    /// ```
    /// assert_eq!(prefile_pdf::Code::BoxDisputed.id(), "box/disputed");
    /// ```
    #[must_use]
    pub fn id(self) -> &'static str {
        IDS[self as usize]
    }

    /// How grave it is.
    #[must_use]
    pub fn severity(self) -> Severity {
        SEVERITIES[self as usize]
    }

    /// What has the fault.
    #[must_use]
    pub fn example(self) -> &'static str {
        EXAMPLES[self as usize]
    }

    /// Where the rule comes from.
    #[must_use]
    pub fn source(self) -> &'static Source {
        &SOURCES[usize::from(SOURCE_OF[self as usize])]
    }

    /// The names of what its message tells.
    #[must_use]
    pub fn params(self) -> &'static [&'static str] {
        PARAMS[usize::from(PARAMS_OF[self as usize])]
    }
}
