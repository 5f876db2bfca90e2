//! The module's table of codes, compiled from `data/families/*.toml` by `build/`.

use prefile::{Severity, finding::Source};

include!(concat!(env!("OUT_DIR"), "/codes.rs"));
include!(concat!(env!("OUT_DIR"), "/sources.rs"));
