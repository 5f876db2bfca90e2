//! The module's table of codes, compiled from `data/families/*.toml` by `build/`.

use super::source::{SOURCES, Source};
use prefile::Severity;

include!(concat!(env!("OUT_DIR"), "/codes.rs"));
