//! Anything at all through every door that takes what somebody wrote. A door is given bytes, asks
//! whatever can be asked about them, and asserts what holds of every answer.
//!
//! `cargo xtask fuzz` makes up the bytes (`fuzz_targets/`, one a door); what it found worth keeping is
//! in `corpus/`, and `tests/kept.rs` goes through it.

#![allow(
    clippy::missing_panics_doc,
    reason = "a door panics where something does not hold"
)]

#[cfg(feature = "libfuzzer")]
mod bounds;
mod chance;
mod kept;

mod account;
mod field;
mod form;
mod link;
mod pdf;
mod typed;

pub use account::{password, strength};
#[cfg(feature = "libfuzzer")]
pub use bounds::{FILE, TEXT, within};
pub use field::field;
pub use form::{answers, evaluate, expression, pack};
pub use kept::kept;
pub use link::link;
pub use pdf::{packet, pdf};
pub use typed::{identifier, mrz, scan, text, value};

use prefile::{Context, Day};

/// What takes bytes.
pub type Door = fn(&[u8]);

/// Every door by its name.
pub const DOORS: [(&str, Door); 15] = [
    ("text", text),
    ("identifier", identifier),
    ("mrz", mrz),
    ("value", value),
    ("scan", scan),
    ("field", field),
    ("link", link),
    ("password", password),
    ("strength", strength),
    ("expression", expression),
    ("pack", pack),
    ("answers", answers),
    ("evaluate", evaluate),
    ("pdf", pdf),
    ("packet", packet),
];

/// A target of cargo-fuzz: a door, and the bounds that each input stays within.
#[cfg(feature = "libfuzzer")]
#[macro_export]
macro_rules! target {
    ($door:ident, $bounds:ident) => {
        libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
            $crate::within($crate::$bounds, $crate::$door, bytes);
        });
    };
}

/// The day on which it happens.
fn today() -> Context {
    Context {
        today: Day::new(2026, 11, 22),
    }
}
