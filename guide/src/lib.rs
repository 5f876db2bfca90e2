//! Forms and guides with a person's answers, in the words of a language: what `prefile/guide`
//! gives to JavaScript, as JSON.
//!
//! The core evaluates ([`prefile::form`]); here its places become names and its findings sentences.
//! Nothing is kept between two calls, and nothing a person says leaves the device.

mod flat;
pub mod json;
mod speak;

#[cfg(all(feature = "wasm", target_arch = "wasm32"))]
mod wasm;

pub use flat::answers;
pub use speak::{Words, found_at};

use prefile::{Context, form::Packet};

/// What a packet comes to with answers as [`answers`] reads them, as JSON: the same text natively
/// and as a module. `show` names a screen to show besides the current one: `g-1145/name`.
#[must_use]
pub fn evaluate(
    packet: &Packet,
    flat: &str,
    context: Context,
    words: &Words,
    show: &str,
) -> String {
    let said = answers(flat);
    let found = packet.evaluate(&said, context);
    speak::in_words(packet, &said, &found, words, show)
}
